// The two languages every sentence of the core exists in.
#pragma once

namespace luping {

enum class Language { zh, en };

}  // namespace luping
