#include "cli/commands.h"

namespace luping::cli {

std::string program_version() { return "luping " LUPING_VERSION; }

}  // namespace luping::cli
