#include "ui/rich_text.h"

#include <cmath>
#include <string>

namespace luping::ui {
namespace {

/// Lines are measured in the widest look a text has, so that none runs over.
TextStyle measure_of(const Ui& ui, const RichText& text, TextStyle style) {
  for (const TextRun& run : text) {
    if (run.bold) {
      style.font = ui.theme.bold;
    }
  }
  return style;
}

template <typename Each>
float for_lines(const std::string& words, const TextStyle& measure, float width, Each each) {
  float y = 0;
  std::size_t at = 0;
  do {
    const std::size_t end = at + line_break(std::string_view(words).substr(at), measure, width);
    each(at, end, y);
    y += line_height(measure);
    at = end;
    while (at < words.size() && words[at] == ' ') {
      ++at;
    }
  } while (at < words.size());
  return y;
}

void draw_run(Ui& ui, ImVec2 at, std::string_view words, const TextRun& run, const TextStyle& style, float width) {
  const float height = line_height(style);
  const Rect box{at.x, at.y, width, height};
  const float inset_y = std::round(height * 0.1F);
  if (run.hit) {
    ui.tag({box.x - 1, box.y + inset_y, width + 2, height - 2 * inset_y}, ui.theme.chip(Result::unknown), 2);
  } else if (run.code) {
    ui.tag({box.x - 3, box.y + inset_y, width + 6, height - 2 * inset_y}, ui.theme.colour.badge, 4);
  }
  draw_text(Ui::list(), {box.x, box.y, width + 2, height}, words, style);
}

}  // namespace

float rich_height(const Ui& ui, const RichText& text, const TextStyle& style, float width) {
  return for_lines(plain(text), measure_of(ui, text, style), width, [](std::size_t, std::size_t, float) {});
}

float rich_width(const Ui& ui, const RichText& text, const TextStyle& style) {
  return text_width(measure_of(ui, text, style), plain(text));
}

float draw_rich(Ui& ui, ImVec2 at, float width, const RichText& text, const TextStyle& style) {
  return for_lines(plain(text), measure_of(ui, text, style), width, [&](std::size_t from, std::size_t to, float y) {
    if (!Ui::visible({at.x, at.y + y, width, line_height(style)})) {
      return;
    }
    float x = at.x;
    std::size_t run_from = 0;
    for (const TextRun& run : text) {
      const std::size_t run_to = run_from + run.text.size();
      const std::size_t first = std::max(from, run_from);
      const std::size_t last = std::min(to, run_to);
      if (first < last) {
        const std::string_view words = std::string_view(run.text).substr(first - run_from, last - first);
        TextStyle look = style;
        look.font = run.bold ? ui.theme.bold : style.font;
        const float taken = text_width(look, words);
        draw_run(ui, {x, at.y + y}, words, run, look, taken);
        x += taken;
      }
      run_from = run_to;
    }
  });
}

}  // namespace luping::ui
