#include "ui/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace luping::ui {
namespace {

constexpr std::string_view kEllipsis = "…";

/// The character at the front of `text`, and its length in bytes; a damaged byte counts as one U+FFFD.
char32_t front(std::string_view text, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t first = byte(0);
  length = 1;
  if (first < 0x80) {
    return first;
  }
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
  if (size == 0 || size > text.size()) {
    return 0xFFFD;
  }
  std::uint32_t code = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) {
      return 0xFFFD;
    }
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  length = size;
  return code;
}

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_latin(char32_t c) { return c > U' ' && c < 0x2E80 && !contains(U"—…“”‘’×÷≥≤·", c); }

bool forbidden_at_start(char32_t c) { return contains(U"，。、；：？！）》〉」』】〕”’％℃…—·,.;:?!)]}%/", c); }

bool forbidden_at_end(char32_t c) { return contains(U"（《〈「『【〔“‘([{≥≤＜＞<>￥", c); }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool may_break(char32_t first, char32_t before, char32_t after) {
  if (after == U' ') {
    return false;  // after the blank, if anywhere
  }
  if (before == U' ') {
    return !is_digit(first) && !contains(U"≥≤<>=", first);  // a number stays with its unit and its sign: 12 个, ≥ 20%
  }
  if (forbidden_at_start(after) || forbidden_at_end(before)) {
    return false;
  }
  return !(is_latin(before) && is_latin(after));
}

/// The bytes of a compound unit (立方米/万元) at the front of `text`: a short run of letters with a slash inside; 0: none.
std::size_t compound_unit(std::string_view text) {
  constexpr int kLongest = 10;  // characters; more is a sentence
  std::size_t at = 0;
  bool slash = false;
  for (int count = 0; at < text.size(); ++count) {
    std::size_t length = 0;
    const char32_t c = front(text.substr(at), length);
    const bool letter =
        (c >= 0x4E00 && c <= 0x9FFF) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || contains(U"²³℃", c);
    if (!letter && (c != U'/' || at == 0)) {
      break;
    }
    if (count == kLongest) {
      return 0;
    }
    slash = slash || c == U'/';
    at += length;
  }
  return slash ? at : 0;
}

float advance(ImFontBaked& baked, char32_t c) { return baked.GetCharAdvance(static_cast<ImWchar>(c)); }

/// The bytes of `text` that fit into `width`, and their width.
std::size_t fitting(ImFontBaked& baked, std::string_view text, float width, float& used) {
  std::size_t at = 0;
  used = 0;
  while (at < text.size()) {
    std::size_t length = 0;
    const float step = advance(baked, front(text.substr(at), length));
    if (used + step > width) {
      break;
    }
    used += step;
    at += length;
  }
  return at;
}

/// Draw at a line box's left top; one quad a glyph, on whole device pixels.
void draw_run(ImDrawList& list, ImVec2 at, float box_height, std::string_view text, const TextStyle& style) {
  ImFontBaked& baked = *style.font->GetFontBaked(style.size);
  const ImVec4 clip = list._ClipRectStack.back();
  if (text.empty() || at.y > clip.w || at.y + box_height < clip.y) {
    return;
  }
  // Load every glyph first: loading may replace the atlas texture, and texture coordinates with it.
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    baked.FindGlyph(static_cast<ImWchar>(front(text.substr(i), length)));
    i += length;
  }
  const float ratio = pixel_ratio();
  const auto whole = [ratio](float v) { return std::round(v * ratio) / ratio; };
  const float top = whole(at.y + (box_height - (baked.Ascent - baked.Descent)) * 0.5F);
  float pen = at.x;
  const auto most = static_cast<int>(text.size());
  list.PrimReserve(most * 6, most * 4);
  int drawn = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    const ImFontGlyph& glyph = *baked.FindGlyph(static_cast<ImWchar>(front(text.substr(i), length)));
    i += length;
    if (glyph.Visible != 0 && pen < clip.z && pen + glyph.AdvanceX * 2 > clip.x) {
      const float x = whole(pen + glyph.X0);
      const float y = whole(top + glyph.Y0);
      const Colour colour = glyph.Colored != 0 ? (style.colour | IM_COL32_WHITE) : style.colour;
      list.PrimRectUV({x, y}, {x + glyph.X1 - glyph.X0, y + glyph.Y1 - glyph.Y0}, {glyph.U0, glyph.V0},
                      {glyph.U1, glyph.V1}, colour);
      ++drawn;
    }
    pen += glyph.AdvanceX;
  }
  list.PrimUnreserve((most - drawn) * 6, (most - drawn) * 4);
}

}  // namespace

float text_width(const TextStyle& style, std::string_view text) {
  float used = 0;
  fitting(*style.font->GetFontBaked(style.size), text, 1e9F, used);
  return used;
}

bool draw_text(ImDrawList& list, const Rect& box, std::string_view text, const TextStyle& style, Align align) {
  if (text.empty() || box.width <= 0) {
    return false;
  }
  ImFontBaked& baked = *style.font->GetFontBaked(style.size);
  float used = 0;
  std::size_t end = fitting(baked, text, box.width + 0.5F, used);
  const bool cut = end < text.size();
  if (cut) {
    const float dots = advance(baked, U'…');
    end = fitting(baked, text, box.width - dots, used);
    draw_run(list, top_left(box), box.height, text.substr(0, end), style);
    draw_run(list, {box.x + used, box.y}, box.height, kEllipsis, style);
    return true;
  }
  const float spare = std::max(0.0F, box.width - used);
  const float shift = align == Align::right ? spare : align == Align::centre ? spare * 0.5F : 0.0F;
  draw_run(list, {box.x + shift, box.y}, box.height, text, style);
  return false;
}

namespace {

constexpr std::size_t kLeastLastLine = 4;  // characters: a lone one or two on the last line read badly

/// Characters up to the end of the paragraph, counted no further than `most`.
std::size_t count_characters(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && text[at] != '\n' && count < most;) {
    std::size_t length = 0;
    front(text.substr(at), length);
    at += length;
    ++count;
  }
  return count;
}

}  // namespace

std::size_t line_break(std::string_view text, const TextStyle& style, float width) {
  ImFontBaked& baked = *style.font->GetFontBaked(style.size);
  float used = 0;
  std::size_t at = 0;
  // The last places where a break is allowed, newest first: one of them may leave a fuller last line.
  std::array<std::size_t, 8> allowed{};
  char32_t first = 0;
  char32_t before = 0;
  // A compound unit stays whole, and with its number, where a line of decent length allows; else it breaks after its slash.
  std::size_t whole_until = compound_unit(text) == text.size() ? text.size() : 0;
  std::size_t inside = 0;
  bool after_slash = false;
  while (at < text.size()) {
    std::size_t length = 0;
    const char32_t c = front(text.substr(at), length);
    if (c == U'\n') {
      return at;
    }
    const bool after_number = is_digit(before) || (before == U' ' && is_digit(first));
    if (const std::size_t unit = after_number && at >= whole_until ? compound_unit(text.substr(at)) : 0; unit > 0) {
      whole_until = at + unit;
      inside = 0;
      after_slash = false;
    }
    const bool allowed_here = before != 0 && may_break(first, before, c);
    if (at < whole_until) {
      if (allowed_here && !after_slash) {
        inside = at;
        after_slash = before == U'/';
      }
    } else if (allowed_here) {
      std::copy_backward(allowed.begin(), allowed.end() - 1, allowed.end());
      allowed.front() = at;
    }
    used += advance(baked, c);
    if (used > width + 0.5F && at > 0 && c != U' ') {
      if (inside > allowed.front() && allowed.front() <= at / 2) {
        return inside;
      }
      for (const std::size_t place : allowed) {
        if (place > at / 2 && count_characters(text.substr(place), kLeastLastLine) == kLeastLastLine) {
          return place;
        }
      }
      return allowed.front() > 0 ? allowed.front() : at;
    }
    first = before;
    before = c;
    at += length;
  }
  return at;
}

namespace {

/// Call `each(line, is_last)` for the wrapped lines; it returns false to stop.
template <typename Each>
void for_lines(std::string_view text, const TextStyle& style, float width, Each each) {
  std::string_view rest = text;
  do {
    const std::size_t end = line_break(rest, style, width);
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end);
    const bool hard = !rest.empty() && rest.front() == '\n';
    if (hard) {
      rest.remove_prefix(1);
    } else {
      while (!rest.empty() && rest.front() == ' ') {
        rest.remove_prefix(1);
      }
    }
    while (!line.empty() && line.back() == ' ') {
      line.remove_suffix(1);
    }
    if (!each(line, rest)) {
      return;
    }
  } while (!rest.empty());
}

}  // namespace

float draw_paragraph(ImDrawList& list, ImVec2 at, float width, std::string_view text, const TextStyle& style,
                     int max_lines, bool* cut) {
  const float step = line_height(style);
  float y = at.y;
  int lines = 0;
  if (cut != nullptr) {
    *cut = false;
  }
  for_lines(text, style, width, [&](std::string_view line, std::string_view rest) {
    ++lines;
    const bool last = max_lines > 0 && lines == max_lines && !rest.empty();
    if (last) {
      // The whole remainder, so that the ellipsis stands where the text breaks off.
      const std::string_view remainder{line.data(), static_cast<std::size_t>(rest.data() + rest.size() - line.data())};
      draw_text(list, {at.x, y, width, step}, remainder.substr(0, remainder.find('\n')), style);
      if (cut != nullptr) {
        *cut = true;
      }
    } else {
      draw_run(list, {at.x, y}, step, line, style);
    }
    y += step;
    return !last;
  });
  return y - at.y;
}

bool draw_cell_text(ImDrawList& list, const Rect& box, std::string_view text, const TextStyle& style, float small_size,
                    Align align) {
  if (box.width <= 0 || text_width(style, text) <= box.width + 0.5F) {
    return draw_text(list, box, text, style, align);
  }
  TextStyle small = style;
  small.size = small_size;
  small.leading = 1.25F;
  const int lines = std::min(2, count_lines(text, small, box.width));
  const float height = static_cast<float>(lines) * line_height(small);
  bool cut = false;
  draw_paragraph(list, {box.x, box.y + (box.height - height) * 0.5F}, box.width, text, small, 2, &cut);
  return cut;
}

int count_lines(std::string_view text, const TextStyle& style, float width) {
  int lines = 0;
  for_lines(text, style, width, [&](std::string_view, std::string_view) {
    ++lines;
    return true;
  });
  return lines;
}

}  // namespace luping::ui
