#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

constexpr ButtonSpec kTakeOver{.label = "接管编辑", .look = ButtonLook::primary};

float words_width(const Ui& ui, const ReadOnly& state, float width) {
  const float button = state.can_take_over ? button_width(ui, kTakeOver) + kGap4 : 0;
  return width - kGap4 - ui.theme.grow(20) - kGap3 - button - kGap4;
}

}  // namespace

float read_only_height(const Ui& ui, const ReadOnly& state, float width) {
  const float words = paragraph_height(state.text, ui.theme.text(), words_width(ui, state, width));
  return std::ceil(std::max(ui.theme.control + 2 * kGap2, words + 2 * kGap2));
}

void read_only_bar(Ui& ui, const Rect& box, const ReadOnly& state) {
  const ChipColours& colours = ui.theme.chip(Result::unknown);
  ui.fill(box, colours.ground);
  ui.fill({box.x, bottom(box) - hairline(), box.width, hairline()}, faded(colours.text, 0.25F));
  ui.record({"readonly", "status", state.text}, box);
  TextStyle style = ui.theme.text();
  style.colour = colours.text;
  const float inner = words_width(ui, state, box.width);
  const float icon = ui.theme.grow(18);
  const float height = paragraph_height(state.text, style, inner);
  draw_icon(Ui::list(), Icon::information, {box.x + kGap4 + icon * 0.5F, centre(box).y}, icon, colours.text);
  draw_paragraph(Ui::list(), {box.x + kGap4 + ui.theme.grow(20) + kGap2, box.y + (box.height - height) * 0.5F}, inner,
                 state.text, style);
  if (state.can_take_over) {
    const float width = button_width(ui, kTakeOver);
    if (button(ui, "readonly/take", middle({right(box) - width - kGap4, box.y, width, box.height}, ui.theme.control),
               kTakeOver)) {
      ui.push(TakeOver{});
    }
  }
}

}  // namespace luping::ui
