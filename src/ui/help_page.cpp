#include <cmath>
#include <string>
#include <vector>

#include "ui/fields.h"
#include "ui/panels.h"
#include "ui/rich_text.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

constexpr std::uint32_t kOutlineColumn = 6;  // the chain of the arrow keys

/// A table as wide as it needs to be: the last column takes what the others leave.
std::vector<float> columns_of(const Ui& ui, const GuideBlock& table, float width) {
  const TextStyle style = ui.theme.strong();
  std::vector<float> columns(table.rows.front().size(), 0);
  for (const std::vector<RichText>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      columns[i] = std::max(columns[i], std::ceil(rich_width(ui, row[i], style)) + 8);
    }
  }
  const float most = width * (columns.size() > 2 ? 0.3F : 0.42F);
  float used = 0;
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    columns[i] = std::min(columns[i], std::floor(most));
    used += columns[i] + kGap4;
  }
  columns.back() = width - used - 2 * kGap3;
  return columns;
}

float draw_table(Ui& ui, const std::string& scope, ImVec2 at, float width, const GuideBlock& table) {
  if (table.rows.empty()) {
    return 0;
  }
  const std::vector<float> columns = columns_of(ui, table, width);
  float y = at.y;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const std::vector<RichText>& row = table.rows[r];
    const TextStyle style =
        r == 0 ? ui.theme.style(ui.theme.small, Weight::bold, ui.theme.colour.secondary) : ui.theme.text();
    float height = 0;
    std::string spoken;
    for (std::size_t i = 0; i < row.size(); ++i) {
      height = std::max(height, rich_height(ui, row[i], style, columns[i]));
      spoken += (spoken.empty() ? "" : "，") + plain(row[i]);
    }
    height += 2 * kGap2;
    const Rect box{at.x, y, width, height};
    if (Ui::visible(box)) {
      if (r == 0) {
        ui.fill(box, ui.theme.colour.ground, kCorner);
      }
      ui.record({Id{scope, "/", std::to_string(r)}, "text", spoken}, box);
      float x = at.x + kGap3;
      for (std::size_t i = 0; i < row.size(); ++i) {
        draw_rich(ui, {x, y + kGap2}, columns[i], row[i], style);
        x += columns[i] + kGap4;
      }
      ui.hline(at.x, bottom(box) - hairline(), width);
    }
    y += height;
  }
  return y - at.y;
}

float draw_block(Ui& ui, const std::string& scope, ImVec2 at, float width, const GuideBlock& block) {
  const float mark = ui.theme.grow(block.kind == GuideBlock::Kind::step ? 30 : 20);
  const bool marked = block.kind == GuideBlock::Kind::bullet || block.kind == GuideBlock::Kind::step;
  if (block.kind == GuideBlock::Kind::table) {
    return draw_table(ui, scope, at, width, block);
  }
  const bool head = block.kind == GuideBlock::Kind::heading;
  const TextStyle style = head ? ui.theme.strong() : ui.theme.text();
  const float left = marked ? mark : 0;
  const float height = draw_rich(ui, {at.x + left, at.y}, width - left, block.text, style);
  const Rect box{at.x, at.y, width, height};
  std::string words = plain(block.text);
  const float line = line_height(style);
  if (block.kind == GuideBlock::Kind::bullet) {
    const float dot = ui.theme.grow(5);
    ui.fill({at.x + ui.theme.grow(6), at.y + (line - dot) * 0.5F, dot, dot}, ui.theme.colour.accent, dot * 0.5F);
  } else if (block.kind == GuideBlock::Kind::step) {
    const std::string number = std::to_string(block.number);
    const float disc = ui.theme.grow(22);
    const Rect place{at.x, at.y + (line - disc) * 0.5F, disc, disc};
    ui.fill(place, ui.theme.colour.accent_soft, disc * 0.5F);
    draw_text(Ui::list(), place, number, ui.theme.style(ui.theme.small, Weight::bold, ui.theme.colour.accent),
              Align::centre);
    words = number + ". " + words;
  }
  ui.record({Id{scope}, head ? "heading" : "text", words}, box);
  return height;
}

bool found_in(const GuideBlock& block) {
  const auto hit = [](const RichText& text) {
    return std::any_of(text.begin(), text.end(), [](const TextRun& run) { return run.hit; });
  };
  return hit(block.text) || std::any_of(block.rows.begin(), block.rows.end(), [&](const std::vector<RichText>& row) {
           return std::any_of(row.begin(), row.end(), hit);
         });
}

/// The way back, the search, the sections.
void outline(Ui& ui, const Rect& box, const HelpModel& model) {
  const Container landmark(ui, {"help/outline", "navigation", "帮助目录"}, box);
  ui.vline(right(box) - hairline(), box.y, box.height);
  Rect rest = inset(box, kGap3, kGap3);
  const ButtonSpec back{.label = model.back_label, .hint = "也可以按 Esc"};
  const Rect back_box = take_top(rest, ui.theme.control);
  if (button(ui, "help/back", {back_box.x, back_box.y, button_width(ui, back), back_box.height}, back)) {
    ui.entry.end(ui.commands);
    ui.push(GoTo{model.back});
  }
  take_top(rest, kGap2);
  const Rect field = take_top(rest, ui.theme.control);
  const float clear = model.search.empty() ? 0 : ui.theme.control;
  text_field(ui, "help/search", {field.x, field.y, field.width - clear, field.height},
             {model.search_field, "搜索帮助", model.search, "搜索帮助"});
  if (clear > 0 && button(ui, "help/search/clear", {right(field) - clear, field.y, clear, field.height},
                          {.label = {}, .icon = Icon::cross, .look = ButtonLook::quiet, .hint = "清除搜索"})) {
    ui.entry.end(ui.commands);
    ui.push(Edit{model.search_field, {}});
    ui.push(EndEdit{});
  }
  if (!model.found.empty()) {
    take_top(rest, kGap2);
    take_top(rest, paragraph(ui, "help/found", {rest.x + kGap1, rest.y}, rest.width - kGap1, model.found,
                             ui.theme.quiet(), "status"));
  }
  take_top(rest, kGap2);
  ScrollArea scroll("help/sections", {box.x, rest.y, box.width - 1, bottom(box) - rest.y});
  const float height = ui.theme.grow(34);
  float y = scroll.top();
  for (const HelpModel::Entry& entry : model.outline) {
    const Rect place{rest.x, y, rest.width, height};
    const Press press = ui.press({Id{"help/section/", std::to_string(entry.section)}, "link", entry.title, entry.figure,
                                  entry.current ? "current" : ""},
                                 place, StopKind::action, kOutlineColumn);
    y += height + 2;
    if (press.clicked && !entry.current) {
      ui.push(ShowHelpSection{entry.section});
    }
    if (!press.visible) {
      continue;
    }
    if (entry.current || press.hovered) {
      ui.fill(place, entry.current ? ui.theme.colour.accent_soft : ui.theme.colour.sunken, kCorner);
    }
    Rect words = inset(place, kGap2, 0);
    if (!entry.figure.empty()) {
      draw_text(Ui::list(), take_right(words, std::ceil(text_width(ui.theme.quiet(), entry.figure)) + 1), entry.figure,
                ui.theme.quiet(), Align::right);
    }
    TextStyle style = entry.current ? ui.theme.strong() : ui.theme.text();
    style.colour = entry.current ? ui.theme.colour.accent : style.colour;
    if (draw_text(Ui::list(), words, entry.title, style)) {
      ui.hint(hash_of(entry.title), place, entry.title, press.hovered);
    }
    if (press.focused) {
      ui.focus_ring(inset(place, 1, 1));
    }
  }
  scroll.end_at(y + kGap3);
}

/// The keys that move through a long text, while no field has them.
void scroll_by_keys(const Ui& ui, float page) {
  if (ui.inert || ui.entry.is_open() || ui.memory.menu != 0) {
    return;
  }
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
  const float step = pressed(ImGuiKey_PageDown) ? page : pressed(ImGuiKey_PageUp) ? -page : 0;
  if (step != 0) {
    ImGui::SetScrollY(std::max(0.0F, ImGui::GetScrollY() + step));
  } else if (pressed(ImGuiKey_Home)) {
    ImGui::SetScrollY(0);
  } else if (pressed(ImGuiKey_End)) {
    ImGui::SetScrollY(ImGui::GetScrollMaxY());
  }
}

}  // namespace

void help_page(Ui& ui, const Rect& box, const HelpModel& model) {
  ui.fill(box, ui.theme.colour.surface);
  Rect rest = box;
  outline(ui, take_left(rest, std::min(ui.theme.grow(236), box.width * 0.32F)), model);
  const Container text(ui, {"help", "region", model.title}, rest);
  ScrollArea scroll("help/text", rest);
  scroll_by_keys(ui, rest.height * 0.9F);
  const float width = std::min(rest.width - 2 * kGap6, ui.theme.grow(760));
  const float x = rest.x + kGap6;
  const float start = scroll.top();
  float y = start + kGap5;
  const TextStyle title = ui.theme.style(ui.theme.page, Weight::bold, ui.theme.colour.text);
  y += paragraph(ui, "help/title", {x, y}, width, model.section, title, "heading") + kGap2;
  float first_hit = 0;
  for (std::size_t i = 0; i < model.blocks.size(); ++i) {
    const GuideBlock& block = model.blocks[i];
    const bool item = block.kind == GuideBlock::Kind::bullet || block.kind == GuideBlock::Kind::step;
    const bool same = i > 0 && model.blocks[i - 1].kind == block.kind;
    y += block.kind == GuideBlock::Kind::heading ? kGap4 : item && same ? kGap1 : kGap3;
    if (first_hit == 0 && found_in(block)) {
      first_hit = y - start;
    }
    y += draw_block(ui, "help/block/" + std::to_string(i), {x, y}, width, block);
  }
  if (!model.next_label.empty()) {
    y += kGap5;
    const TextStyle style = ui.theme.style(ui.theme.body, Weight::regular, ui.theme.colour.link);
    if (link(ui, "help/next", {x, y, width, ui.theme.control}, model.next_label, style)) {
      ui.push(ShowHelpSection{model.next});
    }
    y += ui.theme.control;
  }
  scroll.end_at(y + kGap6);
  // Another section starts at its top, a search at its first hit.
  if (const std::uint32_t shown = hash_of(model.section + "\n" + model.search); ui.memory.help_shown != shown) {
    ui.memory.help_shown = shown;
    ImGui::SetScrollY(first_hit > rest.height * 0.7F ? first_hit - rest.height * 0.3F : 0);
    ui.out.again = true;
  }
}

}  // namespace luping::ui
