#include "ui/fields.h"

#include <cmath>
#include <string>
#include <vector>

namespace luping::ui {
namespace {

Colour border_of(const Palette& p, const FieldSpec& spec, const Press& press) {
  if (spec.problem) {
    return p.chips[static_cast<std::size_t>(Result::fail)].text;
  }
  return press.hovered ? p.secondary : p.border;
}

/// Where the text of a field stands.
Rect text_box(const Ui& ui, const Rect& box, const FieldSpec& spec) {
  const float pad = spec.plain ? kGap2 : kGap2 + 2;
  Rect words =
      spec.multiline ? inset(box, pad, (ui.theme.control - ui.theme.body * kLineHeight) * 0.5F) : inset(box, pad, 0);
  if (!spec.unit.empty()) {
    take_right(words, std::ceil(text_width(ui.theme.quiet(), spec.unit)) + kGap1 + 2);
  }
  return words;
}

void start_editing(Ui& ui, const Id& id, const FieldSpec& spec) {
  ui.focus.set(id.hash(), false);
  ui.entry.begin({id.hash(), std::string(id.view()), spec.field, std::string(spec.text), spec.multiline}, ui.commands);
  ui.out.again = true;
}

}  // namespace

bool text_field(Ui& ui, const Id& id, const Rect& box, const FieldSpec& spec) {
  const Palette& p = ui.theme.colour;
  const Rect words = text_box(ui, box, spec);
  const TextStyle style = ui.theme.text();
  if (spec.read_only || (ui.frozen && spec.field.kind != FieldKind::search)) {
    ui.record({id, "textbox", spec.name, spec.text, "readonly"}, box);
    if (Ui::visible(box)) {
      ui.frame(box, p.sunken, p.sunken);
      // An example of what to type would be mistaken for an answer where nothing can be typed.
      const std::string_view blank = ui.frozen ? std::string_view("（未填）") : spec.placeholder;
      if (spec.multiline && !spec.text.empty()) {
        const int most = std::max(1, static_cast<int>(words.height / line_height(style)));
        draw_paragraph(Ui::list(), top_left(words), words.width, spec.text, style, most);
      } else {
        const Rect line = spec.multiline ? Rect{words.x, words.y, words.width, line_height(style)} : words;
        draw_text(Ui::list(), line, spec.text.empty() ? blank : spec.text, spec.text.empty() ? ui.theme.quiet() : style,
                  spec.numeric ? Align::right : Align::left);
      }
      if (!spec.unit.empty()) {
        draw_text(Ui::list(), {right(words) + kGap1 + 2, box.y, right(box) - right(words), box.height}, spec.unit,
                  ui.theme.quiet());
      }
    }
    return false;
  }
  const Press press =
      ui.press({id, "textbox", spec.name, spec.text, spec.problem ? "invalid" : ""}, box, StopKind::field, spec.chain);
  const std::uint32_t hash = id.hash();
  bool began = false;
  const bool arriving = ui.focus.arriving(hash);
  if ((press.clicked || arriving) && !ui.entry.edits(hash)) {
    ui.focus.arrived();
    start_editing(ui, id, spec);
    began = true;
  }
  if (press.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  }
  const bool open = ui.entry.edits(hash);
  if (open) {
    TextEditor editor;
    editor.key = ui.entry.key();
    editor.box = words;
    editor.clip = Ui::seen(words);
    editor.text = ui.entry.text_at_start();
    editor.label = std::string(spec.name);
    editor.placeholder = std::string(spec.placeholder);
    editor.font_size = style.size;
    editor.multiline = spec.multiline;
    editor.numeric = spec.numeric;
    editor.cells = spec.chain != 0;
    ui.entry.place(std::move(editor));
  }
  if (!press.visible) {
    return began;
  }
  ui.frame(box, p.surface, open ? p.focus : border_of(p, spec, press));
  if (open || press.focused) {
    ui.focus_ring(inset(box, 1, 1));
  }
  if (!spec.unit.empty()) {
    const Rect line = spec.multiline ? Rect{box.x, words.y, box.width, line_height(style)} : box;
    draw_text(Ui::list(), {right(words) + kGap1 + 2, line.y, right(box) - right(words), line.height}, spec.unit,
              ui.theme.quiet());
  }
  if (open) {
    return began;
  }
  if (spec.text.empty()) {
    TextStyle faint = ui.theme.quiet();
    const Rect line = spec.multiline ? Rect{words.x, words.y, words.width, line_height(style)} : words;
    draw_text(Ui::list(), line, spec.placeholder, faint, spec.numeric ? Align::right : Align::left);
  } else if (spec.multiline) {
    const int most = std::max(1, static_cast<int>(words.height / line_height(style)));
    draw_paragraph(Ui::list(), top_left(words), words.width, spec.text, style, most);
  } else if (draw_text(Ui::list(), words, spec.text, style, spec.numeric ? Align::right : Align::left)) {
    ui.hint(hash, box, spec.text, press.hovered);
  }
  return began;
}

bool choice_field(Ui& ui, const Id& id, const Rect& box, const FieldSpec& spec, std::span<const Choice> choices) {
  const Palette& p = ui.theme.colour;
  const Choice* current = nullptr;
  int at = 0;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].value == spec.text) {
      current = &choices[i];
      at = static_cast<int>(i);
    }
  }
  const bool unset = current == nullptr || current->value.empty();
  const std::string_view shown =
      unset ? (spec.placeholder.empty() && current != nullptr ? std::string_view(current->label) : spec.placeholder)
            : std::string_view(current->label);
  if (ui.frozen) {
    FieldSpec shown_only = spec;
    shown_only.text = unset ? std::string_view{} : shown;
    shown_only.placeholder = shown;
    shown_only.numeric = false;
    return text_field(ui, id, box, shown_only);
  }
  const std::uint32_t hash = id.hash();
  const bool is_open = menu_is_open(ui, hash);
  const Press press = ui.press({id, "combobox", spec.name, unset ? std::string_view{} : shown, menu_state(id, is_open)},
                               box, StopKind::field, spec.chain);
  bool opened = false;
  const bool by_key = ui.focus.ring(hash) && !ui.entry.is_open() && !is_open && spec.chain == 0 &&
                      ImGui::IsKeyPressed(ImGuiKey_DownArrow, false);
  if (ui.focus.arriving(hash)) {
    ui.focus.arrived();
    opened = spec.chain != 0;  // in a table, arriving counts as selecting the row
  }
  if ((press.clicked || by_key) && !is_open) {
    ui.entry.end(ui.commands);
    open_menu(ui, hash, at);
    opened = true;
  }
  if (press.visible) {
    ui.frame(box, p.surface, is_open ? p.focus : border_of(p, spec, press));
    if (press.focused || is_open) {
      ui.focus_ring(inset(box, 1, 1));
    }
    Rect words = inset(box, spec.plain ? kGap2 : kGap2 + 2, 0);
    const Rect mark = take_right(words, ui.theme.grow(14));
    draw_icon(Ui::list(), Icon::chevron_down, centre(mark), ui.theme.grow(14), p.secondary);
    take_right(words, kGap1);
    if (draw_cell_text(Ui::list(), words, shown, unset ? ui.theme.quiet() : ui.theme.text(), ui.theme.small)) {
      ui.hint(hash, box, shown, press.hovered);
    }
  }
  if (menu_is_open(ui, hash)) {
    std::vector<MenuEntry> entries;
    entries.reserve(choices.size());
    for (const Choice& choice : choices) {
      entries.push_back({choice.label, {}, &choice == current});
    }
    if (const auto picked = menu(ui, id, box, entries)) {
      const Choice& choice = choices[*picked];
      if (choice.value != spec.text) {
        ui.push(Edit{spec.field, choice.value});
        ui.push(EndEdit{});
      }
    }
  }
  return opened;
}

}  // namespace luping::ui
