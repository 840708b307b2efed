#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "ui/menu.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

constexpr float kPad = 24;

/// A region as a tile to choose; like a radio button.
bool region_tile(Ui& ui, const Id& id, const Rect& box, const StartModel::Region& region, bool chosen) {
  const Press press = ui.press({id, "radio", region.name, region.type, chosen ? "checked" : ""}, box);
  const Palette& p = ui.theme.colour;
  ui.frame(box, chosen ? p.accent_soft : press.hovered ? p.hover : p.surface, chosen ? p.accent : p.border);
  const float line = line_height(ui.theme.text());
  const float small = line_height(ui.theme.quiet());
  Rect words = middle(inset(box, kGap3, 0), line + small);
  TextStyle name = chosen ? ui.theme.strong() : ui.theme.text();
  if (chosen) {
    name.colour = p.accent;
    const float size = ui.theme.grow(16);
    draw_icon(Ui::list(), Icon::tick, {right(box) - kGap3 - size * 0.5F, words.y + line * 0.5F}, size, p.accent);
  }
  draw_text(Ui::list(), take_top(words, line), region.name, name);
  draw_text(Ui::list(), words, region.type, ui.theme.quiet());
  if (press.focused) {
    ui.focus_ring(box);
  }
  return press.clicked;
}

/// One of several, from a list that drops down. `chosen` may be none of them. Returns the entry picked.
std::optional<std::size_t> drop_down(Ui& ui, const Id& id, const Rect& box, std::string_view name,
                                     const std::vector<std::string>& labels, std::size_t chosen) {
  const std::uint32_t hash = id.hash();
  const std::string_view shown = chosen < labels.size() ? std::string_view(labels[chosen]) : std::string_view();
  const bool is_open = menu_is_open(ui, hash);
  const Press press = ui.press({id, "combobox", name, shown, is_open ? "expanded" : ""}, box, StopKind::field);
  if (ui.focus.arriving(hash)) {
    ui.focus.arrived();
  }
  if (press.clicked && !is_open) {
    open_menu(ui, hash, static_cast<int>(chosen));
  }
  const Palette& p = ui.theme.colour;
  ui.frame(box, press.hovered ? p.hover : p.surface, p.border);
  Rect words = inset(box, kGap3, 0);
  draw_icon(Ui::list(), Icon::chevron_down, centre(take_right(words, ui.theme.grow(14))), ui.theme.grow(14),
            p.secondary);
  draw_text(Ui::list(), words, shown, ui.theme.text());
  if (press.focused || is_open) {
    ui.focus_ring(box);
  }
  if (!menu_is_open(ui, hash)) {
    return std::nullopt;
  }
  std::vector<MenuEntry> entries;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    entries.push_back({labels[i], {}, i == chosen});
  }
  return menu(ui, id, box, entries);
}

/// The year to assess. Returns the chosen one.
int year_choice(Ui& ui, const Id& id, const Rect& box, const std::vector<int>& years, int year) {
  std::vector<std::string> labels;
  for (const int y : years) {
    labels.push_back(std::to_string(y) + " 年");
  }
  const auto at = static_cast<std::size_t>(std::find(years.begin(), years.end(), year) - years.begin());
  const std::optional<std::size_t> picked = drop_down(ui, id, box, "评估年度", labels, at);
  return picked ? years[*picked] : year;
}

/// Which scheme to assess by; nothing to choose where there is one only. Returns the height.
float scheme_choice(Ui& ui, const Rect& box, const StartModel& model) {
  if (model.schemes.size() < 2) {
    return 0;
  }
  const float label = line_height(ui.theme.quiet());
  draw_text(Ui::list(), {box.x, box.y, box.width, label}, "指标体系", ui.theme.quiet());
  std::vector<std::string> labels;
  std::size_t chosen = model.schemes.size();
  for (std::size_t i = 0; i < model.schemes.size(); ++i) {
    labels.push_back(model.schemes[i].label);
    if (model.schemes[i].chosen) {
      chosen = i;
    }
  }
  const float control = ui.theme.grow(36);
  const Rect field{box.x, box.y + label + kGap1, box.width, control};
  if (const auto picked = drop_down(ui, "start/scheme/choice", field, "指标体系", labels, chosen);
      picked && *picked != chosen) {
    ui.push(ChooseScheme{*picked});
  }
  return label + kGap1 + control + kGap2;
}

/// 新建自评. Returns the height of the card's content.
float new_assessment(Ui& ui, const Rect& box, const StartModel& model) {
  float y = box.y + section_heading(ui, "start/new", top_left(box), box.width, "新建自评") + kGap1;
  y += scheme_choice(ui, {box.x, y, box.width, 0}, model);
  y += paragraph(ui, "start/scheme", {box.x, y}, box.width, model.scheme, ui.theme.quiet());
  if (!model.scheme_notice.empty()) {
    TextStyle warn = ui.theme.quiet();
    warn.colour = ui.theme.chip(Result::unknown).text;
    y += paragraph(ui, "start/scheme/notice", {box.x, y + 2}, box.width, model.scheme_notice, warn) + 2;
  }
  {
    const float line = ui.theme.grow(28);
    const TextStyle words = ui.theme.style(ui.theme.small, Weight::regular, ui.theme.colour.link);
    if (link(ui, "start/scheme/view", {box.x, y, box.width, line}, "查看指标体系", words)) {
      ui.push(GoTo{Page::scheme});
    }
    y += line;
  }
  if (!model.scheme_badge.empty()) {
    const float line = ui.theme.grow(28);
    const TextStyle back = ui.theme.style(ui.theme.small, Weight::regular, ui.theme.colour.link);
    constexpr std::string_view kBack = "恢复自带的指标体系";
    const float words = std::ceil(text_width(back, kBack)) + 1;
    y += kGap1;
    const bool beside = badge_width(ui, model.scheme_badge) + kGap3 + words <= box.width;
    const float badge = status_badge(ui, "start/scheme/badge", {box.x, y, box.width, line}, model.scheme_badge,
                                     ui.theme.chip(Result::unknown));
    y += beside ? 0 : line;
    const float x = beside ? box.x + badge + kGap3 : box.x;
    if (link(ui, "start/scheme/shipped", {x, y, right(box) - x, line}, kBack, back)) {
      ui.push(UseShippedScheme{});
    }
    y += line;
  }
  y += kGap4;
  std::string& region = ui.memory.start_region;
  const bool known =
      std::any_of(model.regions.begin(), model.regions.end(), [&](const auto& r) { return r.id == region; });
  if (!known) {
    region = model.regions.size() == 1 ? model.regions.front().id : std::string{};
  }
  const float label = line_height(ui.theme.quiet());
  draw_text(Ui::list(), {box.x, y, box.width, label}, model.region_label, ui.theme.quiet());
  y += label + kGap1;
  const int per_row = box.width >= ui.theme.grow(420) ? 3 : 2;
  const float tile = std::floor((box.width - kGap2 * static_cast<float>(per_row - 1)) / static_cast<float>(per_row));
  const float tall = ui.theme.grow(56);
  const std::size_t rows =
      (model.regions.size() + static_cast<std::size_t>(per_row) - 1) / static_cast<std::size_t>(per_row);
  const float tiles = static_cast<float>(rows) * (tall + kGap2) - kGap2;
  {
    const Container group(ui, {"start/regions", "radiogroup", model.region_label}, {box.x, y, box.width, tiles});
    for (std::size_t i = 0; i < model.regions.size(); ++i) {
      const auto column = static_cast<float>(i % static_cast<std::size_t>(per_row));
      const auto row = static_cast<float>(i / static_cast<std::size_t>(per_row));
      const Rect place{box.x + column * (tile + kGap2), y + row * (tall + kGap2), tile, tall};
      if (region_tile(ui, Id{"start/region/", model.regions[i].id}, place, model.regions[i],
                      model.regions[i].id == region)) {
        region = model.regions[i].id;
      }
    }
  }
  y += tiles + kGap4;

  int& year = ui.memory.start_year;
  if (!model.years.empty() && std::find(model.years.begin(), model.years.end(), year) == model.years.end()) {
    year = model.years.front();
  }
  draw_text(Ui::list(), {box.x, y, box.width, label}, "评估年度", ui.theme.quiet());
  y += label + kGap1;
  const float control = ui.theme.grow(36);
  year = year_choice(ui, "start/year", {box.x, y, tile, control}, model.years, year);
  const ButtonSpec go{.label = "开始自评", .look = ButtonLook::primary, .disabled = region.empty() || year == 0};
  const float width = std::max(tile, button_width(ui, go));
  if (button(ui, "start/go", {box.x + box.width - width, y, width, control}, go)) {
    ui.push(StartAssessment{region, year});
  }
  y += control;
  if (region.empty()) {
    y += kGap1 + paragraph(ui, "start/hint", {box.x, y + kGap1}, box.width, "先选择" + model.region_label + "。",
                           ui.theme.quiet());
  }
  return y - box.y;
}

/// How it goes, for who is here for the first time.
float steps(Ui& ui, const Rect& box) {
  float y = box.y + section_heading(ui, "start/steps", top_left(box), box.width, "怎么用") + kGap2;
  constexpr std::array<std::string_view, 3> kSteps = {"在“填报”里逐行填写现状值，判定当场给出。",
                                                      "在“总览”看结论、差距和还缺的数据。",
                                                      "保存为文件，用邮件或U盘报送；下次打开接着填。"};
  const float disc = ui.theme.grow(22);
  for (std::size_t i = 0; i < kSteps.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const Rect mark{box.x, y, disc, disc};
    ui.fill(mark, ui.theme.colour.accent_soft, disc * 0.5F);
    draw_text(Ui::list(), mark, number, ui.theme.style(ui.theme.small, Weight::bold, ui.theme.colour.accent),
              Align::centre);
    const float left = box.x + disc + kGap2;
    const float height =
        paragraph(ui, Id{"start/step/", number}, {left, y + 1}, right(box) - left, kSteps[i], ui.theme.quiet());
    y += std::max(disc, height) + kGap2;
  }
  const float line = ui.theme.grow(28);
  if (link(ui, "start/guide", {box.x, y - kGap1, box.width, line}, "看使用说明（F1）",
           ui.theme.style(ui.theme.small, Weight::regular, ui.theme.colour.link))) {
    ui.push(GoTo{Page::help});
  }
  y += line - kGap1;
  return y - box.y;
}

float drafts(Ui& ui, const Rect& box, const StartModel& model) {
  float y = box.y;
  const float line = line_height(ui.theme.text());
  const float small = line_height(ui.theme.quiet());
  const float tall = line + 2 * small + 2 * kGap2;
  for (const StartModel::DraftEntry& draft : model.drafts) {
    const Id id{"start/draft/", draft.id};
    const Rect row{box.x, y, box.width, tall};
    if (&draft != &model.drafts.front()) {
      ui.hline(row.x, row.y, row.width);
    }
    const ButtonSpec go{.label = draft.readable ? "继续" : "导出"};
    const float width = button_width(ui, go);
    const float control = ui.theme.control;
    Rect rest = row;
    if (button(ui, Id{id, "/discard"}, middle(take_right(rest, control), control),
               {.label = {}, .icon = Icon::trash, .look = ButtonLook::quiet, .hint = "删除这份草稿"})) {
      ui.push(DiscardDraft{draft.id});
    }
    take_right(rest, kGap1);
    const Rect main = middle(take_right(rest, width), control);
    if (!draft.readable) {
      if (button(ui, Id{id, "/export"}, main, go)) {
        ui.push(ExportDraft{draft.id});
      }
    } else if (button(ui, Id{id, "/continue"}, main, go)) {
      ui.push(ContinueDraft{draft.id});
    }
    take_right(rest, kGap2);
    Rect words = middle(rest, line + 2 * small);
    text_line(ui, Id{id, "/title"}, take_top(words, line), draft.title, ui.theme.strong());
    TextStyle filled = ui.theme.quiet();
    if (!draft.readable) {
      filled.colour = ui.theme.chip(Result::fail).text;
    }
    text_line(ui, Id{id, "/filled"}, take_top(words, small), draft.filled, filled);
    TextStyle state = ui.theme.quiet();
    if (draft.unsaved && draft.readable) {
      state.colour = ui.theme.chip(Result::unknown).text;
    }
    if (!draft.state.empty()) {
      text_line(ui, Id{id, "/state"}, take_top(words, small), draft.state, state);
    }
    y += tall;
  }
  return y - box.y;
}

/// 继续, 打开, 示例: what there is already.
float existing(Ui& ui, const Rect& box, const StartModel& model) {
  float y = box.y;
  if (!model.drafts.empty()) {
    y += section_heading(ui, "start/drafts", {box.x, y}, box.width, "接着上次的做") + kGap1;
    y += drafts(ui, {box.x, y, box.width, 0}, model) + kGap4;
    ui.hline(box.x, y, box.width);
    y += kGap4;
  }
  y += section_heading(ui, "start/open", {box.x, y}, box.width, "打开文件") + kGap1;
  y += paragraph(ui, "start/open/words", {box.x, y}, box.width,
                 "打开以前保存的自评文件（.json），也可以把文件拖到这里。", ui.theme.quiet()) +
       kGap3;
  const ButtonSpec open{.label = "选择文件", .icon = Icon::open};
  const float control = ui.theme.grow(36);
  if (button(ui, "start/open/choose", {box.x, y, button_width(ui, open) + kGap4, control}, open)) {
    ui.push(ChooseFile{});
  }
  y += control;
  if (!model.samples.empty()) {
    y += kGap5 - kGap1;
    ui.hline(box.x, y, box.width);
    y += kGap4;
    y += section_heading(ui, "start/samples", {box.x, y}, box.width, "看看示例") + kGap1;
    const float line = ui.theme.grow(30);
    const TextStyle style = ui.theme.style(ui.theme.body, Weight::regular, ui.theme.colour.link);
    for (std::size_t i = 0; i < model.samples.size(); ++i) {
      const float icon = ui.theme.grow(16);
      draw_icon(Ui::list(), Icon::file, {box.x + icon * 0.5F, y + line * 0.5F}, icon, ui.theme.colour.secondary);
      if (link(ui, Id{"start/sample/", std::to_string(i)}, {box.x + icon + kGap2, y, box.width - icon - kGap2, line},
               model.samples[i], style)) {
        ui.push(OpenSample{i});
      }
      y += line;
    }
  }
  if (model.drafts.empty()) {
    y += kGap4;
    ui.hline(box.x, y, box.width);
    y += kGap4;
    y += steps(ui, {box.x, y, box.width, 0});
  }
  return y - box.y;
}

}  // namespace

void start_page(Ui& ui, const Rect& box, const StartModel& model) {
  ScrollArea scroll("start/scroll", box);
  const float width = std::min(box.width - 2 * kGap5, std::max(980.0F, ui.theme.grow(900)));
  const float x = snap(box.x + (box.width - width) * 0.5F);
  float y = scroll.top() + std::clamp((box.height - ui.theme.grow(520)) * 0.35F, kGap5, 88.0F);

  const float mark = ui.theme.grow(48);
  draw_leaf(Ui::list(), {x + mark * 0.5F, y + mark * 0.5F}, mark, ui.theme);
  const TextStyle big = ui.theme.style(ui.theme.figure, Weight::bold, ui.theme.colour.text);
  text_line(ui, "start/product", {x + mark + kGap4, y - 2, width, mark * 0.62F}, model.product,
            ui.theme.style(ui.theme.page, Weight::bold, big.colour), Align::left, "heading", "level:1");
  TextStyle claim = ui.theme.text();
  claim.colour = ui.theme.colour.secondary;
  text_line(ui, "start/claim", {x + mark + kGap4, y + mark * 0.58F, width - mark - kGap4, mark * 0.46F}, model.claim,
            claim);
  y += mark + kGap5;

  const float left = std::floor(width * 0.56F);
  const float gap = kGap4;
  const float rest = width - left - gap;
  ImDrawListSplitter splitter;
  splitter.Split(&Ui::list(), 2);
  splitter.SetCurrentChannel(&Ui::list(), 1);
  const float first = new_assessment(ui, {x + kPad, y + kGap4 + 2, left - 2 * kPad, 0}, model);
  const float second = existing(ui, {x + left + gap + kPad, y + kGap4 + 2, rest - 2 * kPad, 0}, model);
  const float height = std::max(first, second) + kGap4 + 2 + kPad;
  splitter.SetCurrentChannel(&Ui::list(), 0);
  card(ui, {x, y, left, height});
  card(ui, {x + left + gap, y, rest, height});
  splitter.Merge(&Ui::list());
  y += height + kGap4;
  y += paragraph(ui, "start/privacy", {x, y}, width, model.privacy, ui.theme.quiet());
  scroll.end_at(y + kGap5);
}

}  // namespace luping::ui
