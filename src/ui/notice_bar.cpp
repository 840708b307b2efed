#include <cmath>
#include <string>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

struct Look {
  ChipColours colours;
  Icon icon;
  std::string_view role;
};

Look look_of(const Theme& theme, NoticeKind kind) {
  switch (kind) {
    case NoticeKind::success:
      return {theme.chip(Result::pass), Icon::tick, "status"};
    case NoticeKind::warning:
      return {theme.chip(Result::unknown), Icon::alert, "alert"};
    case NoticeKind::problem:
      return {theme.chip(Result::fail), Icon::alert, "alert"};
    case NoticeKind::information:
      break;
  }
  return {theme.colour.notice, Icon::information, "status"};
}

float words_width(const Ui& ui, float width) {
  return width - kGap4 - ui.theme.grow(20) - kGap3 - ui.theme.control - kGap4;
}

}  // namespace

float notice_height(const Ui& ui, const Notice& notice, float width) {
  const float inner = words_width(ui, width);
  float height = paragraph_height(notice.title, ui.theme.strong(), inner);
  for (const std::string& line : notice.lines) {
    height += paragraph_height(line, ui.theme.quiet(), inner);
  }
  return std::ceil(std::max(ui.theme.grow(40), height + 2 * kGap2));
}

void notice_bar(Ui& ui, const Rect& box, const Notice& notice) {
  const Look look = look_of(ui.theme, notice.kind);
  ui.fill(box, look.colours.ground);
  ui.fill({box.x, bottom(box) - hairline(), box.width, hairline()}, faded(look.colours.text, 0.25F));
  std::string spoken = notice.title;
  for (const std::string& line : notice.lines) {
    spoken += "\n" + line;
  }
  ui.record({"notice", look.role, spoken}, box);
  TextStyle title = ui.theme.strong();
  title.colour = look.colours.text;
  TextStyle quiet = ui.theme.quiet();
  quiet.colour = ui.theme.colour.text;
  const float first = line_height(title);
  const float inner = words_width(ui, box.width);
  const float icon = ui.theme.grow(18);
  float y = box.y + (notice.lines.empty() ? (box.height - paragraph_height(notice.title, title, inner)) * 0.5F : kGap2);
  draw_icon(Ui::list(), look.icon, {box.x + kGap4 + icon * 0.5F, y + first * 0.5F}, icon, look.colours.text);
  const float x = box.x + kGap4 + ui.theme.grow(20) + kGap3 - kGap1;
  y += draw_paragraph(Ui::list(), {x, y}, inner, notice.title, title);
  for (const std::string& line : notice.lines) {
    y += draw_paragraph(Ui::list(), {x, y}, inner, line, quiet);
  }
  const float size = ui.theme.grow(28);
  if (button(ui, "notice/dismiss", {right(box) - size - kGap3, box.y + kGap1 + 2, size, size},
             {.label = {}, .icon = Icon::cross, .look = ButtonLook::quiet, .hint = "知道了"})) {
    ui.push(DismissNotice{});
  }
}

}  // namespace luping::ui
