// What becomes of an assessment's answers under the scheme at hand.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string_view>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/table.h"
#include "core/carry_over/carry_over.h"
#include "io/files.h"

namespace luping::cli {
namespace {

bool write_file(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

int run_carry_over(const Options& options) {
  Loader loader(options);
  auto loaded = loader.assessment(options.operands[0]);
  if (!loaded) return kBadInput;
  const Scheme& scheme = *loaded->scheme;
  const bool zh = options.language == Language::zh;
  const CarryOver found = carry_over(loaded->assessment, scheme);
  struct List {
    const std::vector<std::string>& ids;
    std::string_view zh, en;
  };
  const List lists[] = {{found.kept, "要求未变", "kept"},
                        {found.changed, "要求有变，请核对", "changed"},
                        {found.unknown_before, "无法确认，请核对", "unverified"},
                        {found.gone, "现在没有这项指标", "gone"}};
  std::vector<std::vector<std::string>> rows;
  std::string counts;
  for (const List& list : lists) {
    const std::string label(zh ? list.zh : list.en);
    counts += (counts.empty() ? "" : zh ? "，" : ", ") + label + " " + std::to_string(list.ids.size());
    for (const std::string& id : list.ids) {
      const Indicator* indicator = find_indicator(scheme, id);
      rows.push_back({label, id, indicator == nullptr ? std::string() : indicator->name});
    }
  }
  std::cout << format_table(rows) << counts << (zh ? "。\n" : "\n");
  if (options.write.empty()) return kSatisfied;
  bring_under(loaded->assessment, scheme);
  if (write_file(options.write, write_assessment(loaded->assessment))) return kSatisfied;
  std::cerr << (zh ? "写不了文件 " : "cannot write ") << options.write << ": " << std::strerror(errno) << "\n";
  return kBadInput;
}

}  // namespace luping::cli
