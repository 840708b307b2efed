// The one app of this page.
#pragma once

namespace luping::web {

class Shell;

/// REQUIRES: main() has run.
Shell& shell();

}  // namespace luping::web
