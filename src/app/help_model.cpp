// The help page: one section of the guide at a time, and where the searched words stand.
#include "app/build_view.h"
#include "core/text.h"

namespace luping {
namespace {

std::size_t hits_in(const GuideSection& section, std::string_view words) {
  RichText title = {{section.title}};
  std::size_t count = mark_hits(title, words);
  for (GuideBlock block : section.blocks) count += mark_hits(block, words);
  return count;
}

std::string back_label(Page page) {
  switch (page) {
    case Page::overview:
      return "返回总览";
    case Page::fill:
      return "返回填报";
    case Page::tasks:
      return "返回任务";
    case Page::units:
      return "返回单位";
    case Page::scheme:
      return "返回指标体系";
    case Page::start:
    case Page::help:
      break;
  }
  return "返回首页";
}

}  // namespace

std::size_t section_to_show(const Guide& guide, const UiState& ui) {
  if (is_blank(ui.help_search)) return ui.help_section;
  if (ui.help_section < guide.sections.size() && hits_in(guide.sections[ui.help_section], ui.help_search) > 0)
    return ui.help_section;
  for (std::size_t i = 0; i < guide.sections.size(); ++i) {
    if (hits_in(guide.sections[i], ui.help_search) > 0) return i;
  }
  return ui.help_section;
}

HelpModel build_help(const Guide& guide, const UiState& ui, Page back) {
  HelpModel model;
  model.title = guide.title;
  model.back = back;
  model.back_label = back_label(back);
  model.search = ui.help_search;
  const bool searching = !is_blank(ui.help_search);
  std::size_t all = 0;
  for (std::size_t i = 0; i < guide.sections.size(); ++i) {
    const GuideSection& section = guide.sections[i];
    const std::size_t hits = searching ? hits_in(section, ui.help_search) : 0;
    all += hits;
    if (searching && hits == 0) continue;
    model.outline.push_back(
        {i, section.title, hits == 0 ? std::string() : std::to_string(hits) + " 处", i == ui.help_section});
  }
  if (searching) {
    model.found = all == 0 ? "没有找到“" + ui.help_search + "”。换个词试试，或清空搜索。"
                           : "共找到 " + std::to_string(all) + " 处";
  }
  if (ui.help_section >= guide.sections.size()) return model;
  const GuideSection& shown = guide.sections[ui.help_section];
  model.section = shown.title;
  model.blocks = shown.blocks;
  for (GuideBlock& block : model.blocks) mark_hits(block, ui.help_search);
  if (!searching && ui.help_section + 1 < guide.sections.size()) {
    model.next = ui.help_section + 1;
    model.next_label = "下一节：" + guide.sections[model.next].title;
  }
  return model;
}

}  // namespace luping
