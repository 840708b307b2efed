#include <iostream>

#include "assets/assets.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/table.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "io/files.h"

namespace luping::cli {
namespace {

int list() {
  std::vector<std::vector<std::string>> rows;
  for (const assets::Asset& asset : assets::schemes()) {
    const Parsed<Scheme> parsed = parse_scheme(asset.bytes, asset.name);
    if (!parsed.value) return kBadInput;
    rows.push_back({parsed.value->id, parsed.value->version, parsed.value->title});
  }
  std::cout << format_table(rows);
  return kSatisfied;
}

void show(const Scheme& scheme, Language language) {
  std::cout << scheme.title << "（" << scheme.id << " " << scheme.version << "）\n";
  if (!scheme.notice.empty()) std::cout << scheme.notice << "\n";
  for (const Group& group : scheme.groups) {
    std::cout << "\n" << group.number << group.title << "\n";
    std::vector<std::vector<std::string>> rows;
    for (const Item& item : scheme.items) {
      if (item.group != group.id) continue;
      for (const Indicator& indicator : scheme.indicators) {
        if (indicator.item != item.id) continue;
        rows.push_back({indicator.id, std::string(label_of(indicator.obligation, language)), indicator.name,
                        rule_in_words(scheme, indicator, language)});
      }
    }
    std::cout << format_table(rows);
  }
}

}  // namespace

int run_scheme(const Options& options) {
  if (options.operands[0] == "list") return list();
  Loader loader(options);
  const std::string wanted = options.operands.size() > 1 ? options.operands[1] : std::string();
  const Scheme* scheme = loader.scheme(wanted);
  if (scheme == nullptr) return kBadInput;
  if (!wanted.empty() && scheme->id != wanted) {
    std::cerr << (options.language == Language::zh ? "没有这个指标体系：" : "no such scheme: ") << wanted << "\n";
    return kBadInput;
  }
  show(*scheme, options.language);
  return kSatisfied;
}

}  // namespace luping::cli
