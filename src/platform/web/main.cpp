// Where the app in the page is put together. The page starts the module, which comes here and returns; everything after
// that is a call from the page (exports.cpp).
#include "platform/web/main.h"

#include "platform/web/host.h"
#include "platform/web/shell.h"

namespace luping::web {
namespace {

Shell* the_shell = nullptr;

}  // namespace

Shell& shell() { return *the_shell; }

}  // namespace luping::web

int main() {
  luping::web::host::attach();
  luping::web::the_shell = new luping::web::Shell();  // lives as long as the page
}
