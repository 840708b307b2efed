#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "ui/fields.h"
#include "ui/menu.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

constexpr std::array<int, 6> kPercents = {90, 100, 110, 125, 140, 150};

/// 显示: how large the type, and which colours.
void display_button(Ui& ui, const Rect& box, int percent, bool high_contrast) {
  const Id id = "top/display";
  if (button(ui, id, box,
             {.label = "显示",
              .icon = Icon::letter,
              .look = ButtonLook::quiet,
              .hint = "字号和配色",
              .state = menu_is_open(ui, id.hash()) ? "expanded haspopup:listbox" : "collapsed haspopup:listbox"})) {
    int at = 0;
    for (std::size_t i = 0; i < kPercents.size(); ++i) {
      at = kPercents[i] <= percent ? static_cast<int>(i) : at;
    }
    open_menu(ui, id.hash(), at);
  }
  if (!menu_is_open(ui, id.hash())) {
    return;
  }
  std::array<std::string, kPercents.size()> labels;
  std::array<MenuEntry, kPercents.size() + 2> entries;
  for (std::size_t i = 0; i < kPercents.size(); ++i) {
    labels[i] = "字号 " + std::to_string(kPercents[i]) + "%";
    entries[i] = {labels[i], kPercents[i] == 100 ? "标准" : "", kPercents[i] == percent};
  }
  entries[kPercents.size()] = {"配色 柔和", "标准", !high_contrast};
  entries[kPercents.size() + 1] = {"配色 高对比度", "黑白分明", high_contrast};
  if (const auto picked = menu(ui, id, box, entries)) {
    if (*picked < kPercents.size()) {
      ui.push(SetFontScale{kPercents[*picked]});
    } else {
      ui.push(SetHighContrast{*picked > kPercents.size()});
    }
  }
}

/// What else 保存 can mean.
void save_menu(Ui& ui, const Rect& box) {
  const Id id = "top/save/more";
  const bool is_open = menu_is_open(ui, id.hash());
  if (button(ui, id, box,
             {.label = {},
              .icon = Icon::chevron_down,
              .look = ButtonLook::quiet,
              .disabled = ui.frozen,
              .hint = "其他保存方式",
              .state = is_open ? "expanded" : ""}) &&
      !is_open) {
    open_menu(ui, id.hash(), 0);
  }
  const std::array entries = {MenuEntry{"保存", "Ctrl+S", false}, MenuEntry{"另存为", "Ctrl+Shift+S", false}};
  if (const auto picked = menu(ui, id, box, entries)) {
    if (*picked == 0) {
      ui.push(SaveFile{});
    } else {
      ui.push(SaveFileAs{});
    }
  }
}

void search_box(Ui& ui, const Rect& box, const ViewModel& model) {
  const Id id = "top/search";
  const float icon = ui.theme.grow(16);
  const Rect mark{box.x + kGap2, box.y, icon, box.height};
  const bool filled = !model.search.empty();
  FieldSpec spec{model.search_field, "搜索指标、单位、原文", model.search, "搜索"};
  // The field leaves room for the glass at the left: the box is drawn once, around both.
  const bool open = ui.entry.edits(id.hash());
  ui.frame(box, ui.theme.colour.surface, open ? ui.theme.colour.focus : ui.theme.colour.border);
  const float clear = filled ? ui.theme.grow(24) : 0;
  const TextStyle quiet = ui.theme.quiet();
  // The words keep the most: then comes how many were found, then the steps, which Enter makes, too.
  const bool counted = box.width >= ui.theme.grow(180) && !model.search_figure.empty();
  const float figure = counted ? std::ceil(text_width(quiet, model.search_figure)) + 5 : 0;
  const float steps = box.width >= ui.theme.grow(250) && model.search_steps ? 2 * clear : 0;
  const Rect words{right(mark) + 1, box.y, box.width - icon - kGap2 - clear - steps - figure - 2, box.height};
  const Press press = ui.press({id, "searchbox", spec.name, spec.text}, words, StopKind::field);
  if (press.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  }
  if ((press.clicked || ui.focus.arriving(id.hash())) && !open) {
    ui.focus.arrived();
    ui.focus.set(id.hash(), false);
    ui.entry.begin({id.hash(), std::string(id.view()), spec.field, std::string(spec.text), false}, ui.commands);
    ui.out.again = true;
  }
  draw_icon(Ui::list(), Icon::search, centre(mark), icon, ui.theme.colour.secondary);
  const Rect inner = inset(words, kGap1, 0);
  if (ui.entry.edits(id.hash())) {
    TextEditor editor;
    editor.key = ui.entry.key();
    editor.box = inner;
    editor.clip = Ui::seen(inner);
    editor.text = ui.entry.text_at_start();
    editor.label = std::string(spec.name);
    editor.placeholder = "搜索指标、单位";
    editor.font_size = ui.theme.body;
    ui.entry.place(std::move(editor));
    ui.focus_ring(inset(box, 1, 1));
  } else {
    draw_text(Ui::list(), inner, filled ? spec.text : "搜索指标、单位", filled ? ui.theme.text() : ui.theme.quiet());
  }
  Rect end{right(words), box.y, figure + steps, box.height};
  if (figure > 0) {
    text_line(ui, "top/search/figure", take_left(end, figure), model.search_figure, quiet, Align::left, "status");
  }
  if (steps > 0) {
    const auto step = [&](std::string_view button_id, Icon sign, std::string_view hint, int by) {
      if (button(ui, button_id, middle(take_left(end, clear), clear),
                 {.label = {}, .icon = sign, .look = ButtonLook::quiet, .hint = hint})) {
        ui.push(StepSearch{by});
      }
    };
    step("top/search/previous", Icon::chevron_up, "上一个", -1);
    step("top/search/next", Icon::chevron_down, "下一个（回车）", +1);
  }
  if (filled && button(ui, "top/search/clear", middle({right(box) - clear - 2, box.y, clear, box.height}, clear),
                       {.label = {}, .icon = Icon::cross, .look = ButtonLook::quiet, .hint = "清除搜索"})) {
    ui.entry.end(ui.commands);
    ui.push(Edit{model.search_field, {}});
    ui.push(EndEdit{});
  }
}

/// Brand, what is open, and whether it is saved.
void identity(Ui& ui, Rect box, const ViewModel& model, float brand_room) {
  const float mark = ui.theme.grow(26);
  Rect brand = take_left(box, brand_room);
  const TextStyle name = ui.theme.style(ui.theme.section, Weight::bold, ui.theme.colour.text);
  const float word = text_width(name, "绿评") + kGap3;
  const bool with_word = brand.width > mark + 2 * kGap4 + word;  // not over a narrow navigation
  const Rect brand_press{brand.x + kGap2, brand.y + kGap2,
                         std::min(brand.width - kGap3, mark + kGap4 + (with_word ? word : 0)),
                         brand.height - 2 * kGap2};
  const bool open = !model.top.title.empty();
  if (open) {
    const Press press = ui.press({"top/brand", "button", "绿评：返回首页"}, brand_press);
    if (press.hovered) {
      ui.fill(brand_press, ui.theme.colour.sunken, kCorner);
    }
    ui.hint(hash_of("top/brand"), brand_press, "返回首页", press.hovered);
    if (press.focused) {
      ui.focus_ring(brand_press);
    }
    if (press.clicked) {
      ui.push(CloseDocument{});
    }
  }
  draw_leaf(Ui::list(), {brand.x + kGap4 + mark * 0.5F, centre(brand).y}, mark, ui.theme);
  if (with_word) {
    draw_text(Ui::list(), {brand.x + kGap4 + mark + kGap2 + 2, brand.y, brand.width, brand.height}, "绿评", name);
  }
  if (!open) {
    return;
  }
  const TextStyle title = ui.theme.strong();
  const float words = std::min(box.width, std::ceil(text_width(title, model.top.title)) + 1);
  text_line(ui, "top/title", take_left(box, words), model.top.title, title, Align::left, "heading", "level:1");
  take_left(box, kGap3);
  if (model.top.sample) {
    const ChipColours& colours = ui.theme.chip(Result::unknown);
    if (box.width > badge_width(ui, "示例")) {
      const float width = badge(ui, box, "示例", colours);
      ui.record({"top/sample", "status", "示例"}, {box.x, box.y, width, box.height});
      take_left(box, width + kGap3);
    }
  }
  if (!model.top.scheme_badge.empty() && box.width > ui.theme.grow(60)) {
    // The state after it keeps its place as far as there is one; the badge is cut first.
    const float state =
        model.top.state.empty() ? 0 : std::ceil(text_width(ui.theme.quiet(), model.top.state)) + 1 + kGap3;
    const float room = std::max(std::min(box.width, ui.theme.grow(96)), box.width - state);
    take_left(box, status_badge(ui, "top/scheme", {box.x, box.y, room, box.height}, model.top.scheme_badge,
                                ui.theme.chip(Result::unknown)) +
                       kGap3);
  }
  if (!model.top.state.empty() && box.width > ui.theme.grow(40)) {
    TextStyle state = ui.theme.quiet();
    if (model.top.unsaved) {
      state.colour = ui.theme.chip(Result::unknown).text;
    }
    text_line(ui, "top/state", box, model.top.state, state, Align::left, "status");
  }
}

/// What it takes to name what is open in full.
float identity_width(const Ui& ui, const ViewModel& model) {
  float width = std::ceil(text_width(ui.theme.strong(), model.top.title)) + 1 + kGap3;
  if (model.top.sample) {
    width += badge_width(ui, "示例") + kGap3;
  }
  if (!model.top.scheme_badge.empty()) {
    width += badge_width(ui, model.top.scheme_badge) + kGap3;
  }
  // Room for the shorter states from the start: nothing moves when the first change makes it 未保存.
  const TextStyle quiet = ui.theme.quiet();
  return width + std::ceil(std::max(text_width(quiet, "未保存"), text_width(quiet, model.top.state))) + kGap3;
}

/// ↶ with the list of what it would take back, and ↷.
void undo_buttons(Ui& ui, const Rect& undo, const Rect& steps, const Rect& redo, const TopBar& top) {
  const auto words = [](const std::string& label, std::string_view otherwise) {
    return label.empty() ? otherwise : std::string_view(label);
  };
  if (button(ui, "top/undo", undo,
             {.label = {},
              .icon = Icon::undo,
              .look = ButtonLook::quiet,
              .disabled = !top.can_undo,
              .hint = words(top.undo_label, "撤销")})) {
    ui.push(Undo{});
  }
  const Id list = "top/undo/steps";
  if (button(ui, list, steps,
             {.label = {},
              .icon = Icon::chevron_down,
              .look = ButtonLook::quiet,
              .disabled = !top.can_undo,
              .hint = "撤销到哪一步",
              .state = menu_is_open(ui, list.hash()) ? "expanded" : ""})) {
    open_menu(ui, list.hash(), 0);
  }
  if (menu_is_open(ui, list.hash())) {
    std::vector<std::string> notes;
    std::vector<MenuEntry> entries;
    notes.reserve(top.undo_steps.size());
    for (std::size_t i = 0; i < top.undo_steps.size(); ++i) {
      notes.push_back("撤销 " + std::to_string(i + 1) + " 步");
      entries.push_back({top.undo_steps[i], notes.back()});
    }
    if (const auto picked = menu(ui, list, steps, entries)) {
      ui.push(Undo{*picked + 1});
    }
  }
  if (button(ui, "top/redo", redo,
             {.label = {},
              .icon = Icon::redo,
              .look = ButtonLook::quiet,
              .disabled = !top.can_redo,
              .hint = words(top.redo_label, "重做")})) {
    ui.push(Redo{});
  }
}

}  // namespace

void top_bar(Ui& ui, const Rect& box, const ViewModel& model) {
  ui.fill(box, ui.theme.colour.surface);
  ui.hline(box.x, bottom(box) - hairline(), box.width);
  const float control = ui.theme.control;
  const bool open = !model.top.title.empty();
  Rect rest = inset(box, 0, 0);
  take_right(rest, kGap3);
  const auto place = [&](float width, float gap) {
    const Rect piece = middle(take_right(rest, width), control);
    take_right(rest, gap);
    return piece;
  };
  // From the right end inwards; the order of drawing (and of Tab) is from left to right.
  const Rect help = place(control, kGap1);
  const ButtonSpec display_spec{.label = "显示", .icon = Icon::letter, .look = ButtonLook::quiet};
  const Rect display = place(button_width(ui, display_spec), kGap2);
  const ButtonSpec open_spec{
      .label = "打开", .icon = Icon::open, .look = ButtonLook::quiet, .hint = "打开自评文件（Ctrl+O）"};
  const ButtonSpec save_spec{.label = "保存",
                             .icon = Icon::save,
                             .look = model.top.unsaved ? ButtonLook::primary : ButtonLook::secondary,
                             .disabled = ui.frozen,
                             .hint = "保存到文件（Ctrl+S）"};
  const float beside = nav_width(ui, box.width);
  const float brand_room = open ? beside : std::max(beside, ui.theme.grow(124));
  if (open) {
    const bool searched = model.page != Page::help;  // the guide has a search of its own
    // As wide as what stands at the left leaves it.
    const float between = 2 * control + ui.theme.grow(18 + 24) + button_width(ui, save_spec) +
                          button_width(ui, open_spec) + 2 + 2 * kGap2 + 2 * kGap3;
    const float left = rest.width - brand_room - identity_width(ui, model) - between;
    const float wide = std::clamp(left, ui.theme.grow(160), ui.theme.grow(280));
    const Rect search = place(searched ? std::min(wide, box.width * 0.22F) : 0, searched ? kGap3 : 0);
    const Rect redo = place(control, 0);
    const Rect steps = place(ui.theme.grow(18), 0);
    const Rect undo = place(control, kGap2);
    const Rect save_more = place(ui.theme.grow(24), kGap2);
    const Rect save = place(button_width(ui, save_spec), 2);
    const Rect open_box = place(button_width(ui, open_spec), kGap3);
    identity(ui, rest, model, brand_room);
    if (button(ui, "top/open", open_box, open_spec)) {
      ui.push(ChooseFile{});
    }
    if (button(ui, "top/save", save, save_spec)) {
      ui.push(SaveFile{});
    }
    save_menu(ui, save_more);
    undo_buttons(ui, undo, steps, redo, model.top);
    if (searched) {
      search_box(ui, search, model);
    }
  } else if (model.page == Page::scheme) {
    const Rect search = place(ui.theme.grow(box.width < ui.theme.grow(1120) ? 220 : 280), kGap3);
    identity(ui, rest, model, brand_room);
    search_box(ui, search, model);
  } else {
    identity(ui, rest, model, brand_room);
  }
  display_button(ui, display, model.font_percent, model.high_contrast);
  if (button(ui, "top/help", help,
             {.label = {}, .icon = Icon::help, .look = ButtonLook::quiet, .hint = "帮助（F1）"})) {
    ui.push(GoTo{Page::help});
  }
}

}  // namespace luping::ui
