#include <iostream>

#include "cli/commands.h"
#include "cli/load.h"

namespace luping::cli {

int run_check(const Options& options) {
  Loader loader(options);
  bool all_good = true;
  for (const std::string& path : options.operands) {
    const bool good = loader.check(path);
    all_good = all_good && good;
    if (good) std::cout << path << (options.language == Language::zh ? "：没有发现错误\n" : ": no errors\n");
  }
  return all_good ? kSatisfied : kBadInput;
}

}  // namespace luping::cli
