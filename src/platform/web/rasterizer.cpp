#include "platform/web/rasterizer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imgui.h"

namespace luping::web {
namespace {

// ---- Pixels -------------------------------------------------------------------------------------------------------------

constexpr std::uint32_t kOpaque = 0xFF000000U;
constexpr std::uint32_t kWhite = 0xFFFFFFFFU;

std::uint32_t alpha_of(std::uint32_t colour) { return colour >> 24U; }

/// a × b / 255, rounded.
std::uint32_t times(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t product = a * b + 128;
  return (product + (product >> 8U)) >> 8U;
}

std::uint32_t modulate(std::uint32_t a, std::uint32_t b) {
  if (a == kWhite) {
    return b;
  }
  std::uint32_t out = 0;
  for (std::uint32_t shift = 0; shift < 32; shift += 8) {
    out |= times((a >> shift) & 0xFFU, (b >> shift) & 0xFFU) << shift;
  }
  return out;
}

/// Lay `colour` with coverage `alpha` (0 to 255) over an opaque pixel. Red and blue are computed together.
void blend(std::uint32_t& pixel, std::uint32_t colour, std::uint32_t alpha) {
  const std::uint32_t a = alpha + (alpha >> 7U);  // 0 to 256
  const std::uint32_t rest = 256 - a;
  const std::uint32_t red_blue = ((pixel & 0xFF00FFU) * rest + (colour & 0xFF00FFU) * a + 0x800080U) >> 8U;
  const std::uint32_t green = (((pixel >> 8U) & 0xFFU) * rest + ((colour >> 8U) & 0xFFU) * a + 0x80U) >> 8U;
  pixel = kOpaque | (red_blue & 0xFF00FFU) | (green << 8U);
}

void fill_span(std::uint32_t* row, int from, int to, std::uint32_t colour) {
  const std::uint32_t alpha = alpha_of(colour);
  if (alpha == 255) {
    std::fill(row + from, row + to, colour);
  } else if (alpha != 0) {
    for (int x = from; x < to; ++x) {
      blend(row[x], colour, alpha);
    }
  }
}

// ---- Textures -----------------------------------------------------------------------------------------------------------

struct Texture {
  const std::uint32_t* texels = nullptr;
  int width = 0;
  int height = 0;
  bool coloured = false;  ///< else every texel is white, with an alpha

  std::uint32_t at(int x, int y) const {
    x = std::clamp(x, 0, width - 1);
    y = std::clamp(y, 0, height - 1);
    return texels[static_cast<std::ptrdiff_t>(y) * width + x];
  }

  std::uint32_t nearest(ImVec2 uv) const {
    return at(static_cast<int>(std::floor(uv.x * static_cast<float>(width))),
              static_cast<int>(std::floor(uv.y * static_cast<float>(height))));
  }

  std::uint32_t bilinear(float u, float v) const {
    const float x = u * static_cast<float>(width) - 0.5F;
    const float y = v * static_cast<float>(height) - 0.5F;
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    const auto fx = static_cast<std::uint32_t>((x - static_cast<float>(left)) * 256.0F);
    const auto fy = static_cast<std::uint32_t>((y - static_cast<float>(top)) * 256.0F);
    const std::array<std::uint32_t, 4> texel = {at(left, top), at(left + 1, top), at(left, top + 1),
                                                at(left + 1, top + 1)};
    const std::array<std::uint32_t, 4> weight = {(256 - fx) * (256 - fy), fx * (256 - fy), (256 - fx) * fy, fx * fy};
    std::uint32_t out = 0;
    for (std::uint32_t shift = coloured ? 0 : 24; shift < 32; shift += 8) {
      std::uint32_t sum = 0x8000;
      for (std::size_t i = 0; i < 4; ++i) {
        sum += ((texel[i] >> shift) & 0xFFU) * weight[i];
      }
      out |= (sum >> 16U) << shift;
    }
    return coloured ? out : out | 0xFFFFFFU;
  }
};

Texture texture_of(const ImDrawCmd& command) {
  const ImTextureData* data = command.TexRef._TexData;
  if (data == nullptr || data->Pixels == nullptr || data->Format != ImTextureFormat_RGBA32) {
    static constexpr std::uint32_t kPixel = kWhite;
    return {&kPixel, 1, 1, false};
  }
  // ImGui allocates its pixels aligned for anything.
  return {static_cast<const std::uint32_t*>(static_cast<const void*>(data->Pixels)), data->Width, data->Height,
          data->UseColors};
}

// ---- Drawing ------------------------------------------------------------------------------------------------------------

struct Clip {
  int left = 0, top = 0, right = 0, bottom = 0;
};

/// A corner in device pixels.
struct Corner {
  float x = 0, y = 0;
  ImVec2 uv;
  std::uint32_t colour = 0;
};

/// The first pixel whose centre lies at or right of (below) an edge.
int first_pixel(float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); }

class Canvas {
 public:
  Canvas(const Picture& picture, const Clip& clip, const Texture& texture)
      : picture_(picture), clip_(clip), texture_(texture) {}

  void box(const Corner& low, const Corner& high, std::uint32_t colour) const {
    const int left = std::max(clip_.left, first_pixel(low.x));
    const int right = std::min(clip_.right, first_pixel(high.x));
    const int bottom = std::min(clip_.bottom, first_pixel(high.y));
    if (left < right) {
      for (int y = std::max(clip_.top, first_pixel(low.y)); y < bottom; ++y) {
        fill_span(row(y), left, right, colour);
      }
    }
  }

  /// A part of the texture, texel by pixel; false when it does not fall on whole pixels.
  bool image(const Corner& low, const Corner& high) const {
    const auto whole = [](float value, int& out) {
      const float nearest = std::round(value);
      out = static_cast<int>(nearest);
      return std::fabs(value - nearest) < 1.0F / 16;
    };
    int left = 0, top = 0, width = 0, height = 0, u = 0, v = 0, u_width = 0, v_height = 0;
    const auto tex_width = static_cast<float>(texture_.width);
    const auto tex_height = static_cast<float>(texture_.height);
    if (!whole(low.x, left) || !whole(low.y, top) || !whole(high.x - low.x, width) || !whole(high.y - low.y, height) ||
        !whole(low.uv.x * tex_width, u) || !whole(low.uv.y * tex_height, v) ||
        !whole((high.uv.x - low.uv.x) * tex_width, u_width) || !whole((high.uv.y - low.uv.y) * tex_height, v_height) ||
        width != u_width || height != v_height || u < 0 || v < 0 || u + width > texture_.width ||
        v + height > texture_.height) {
      return false;
    }
    const int from = std::max(clip_.left, left);
    const int to = std::min(clip_.right, left + width);
    const int bottom = std::min(clip_.bottom, top + height);
    for (int y = std::max(clip_.top, top); y < bottom; ++y) {
      const std::uint32_t* texel =
          texture_.texels + static_cast<std::ptrdiff_t>(v + y - top) * texture_.width + (u - left);
      texels(row(y), texel, from, to, low.colour);
    }
    return true;
  }

  void triangle(const Corner& first, const Corner& second, const Corner& third) const;

 private:
  std::uint32_t* row(int y) const { return picture_.pixels + static_cast<std::ptrdiff_t>(y) * picture_.width; }

  void texels(std::uint32_t* pixel, const std::uint32_t* texel, int from, int to, std::uint32_t colour) const {
    const std::uint32_t strength = alpha_of(colour);
    for (int x = from; x < to; ++x) {
      const std::uint32_t coverage = alpha_of(texel[x]);
      if (coverage != 0) {
        const std::uint32_t shade = texture_.coloured ? modulate(texel[x], colour) : colour;
        blend(pixel[x], shade, strength == 255 ? coverage : times(coverage, strength));
      }
    }
  }

  const Picture& picture_;
  const Clip& clip_;
  const Texture& texture_;
};

/// One side of a triangle as a half plane over pixel centres, in 1/256 pixel: inside where the value is not negative.
class Side {
 public:
  Side(std::int64_t ax, std::int64_t ay, std::int64_t bx, std::int64_t by, int row) : dx_(bx - ax), dy_(by - ay) {
    const std::int64_t y = static_cast<std::int64_t>(row) * 256 + 128;
    value_ = dx_ * (y - ay) - dy_ * (128 - ax);
    const bool owns_its_line = dy_ < 0 || (dy_ == 0 && dx_ > 0);
    if (!owns_its_line) {
      value_ -= 1;
    }
  }

  /// Narrow a row's pixels [from, to) to those inside.
  void narrow(std::int64_t& from, std::int64_t& to) const {
    if (dy_ < 0) {
      const std::int64_t step = -dy_ * 256;
      from = std::max(from, -floor_divide(value_, step));
    } else if (dy_ > 0) {
      to = std::min(to, floor_divide(value_, dy_ * 256) + 1);
    } else if (value_ < 0) {
      to = from;
    }
  }

  void next_row() { value_ += dx_ * 256; }

 private:
  static std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

  std::int64_t dx_;
  std::int64_t dy_;
  std::int64_t value_ = 0;  ///< at the centre of the row's pixel 0
};

/// Something that varies linearly over a triangle.
struct Slope {
  float at_origin = 0, per_x = 0, per_y = 0;

  Slope(const Corner& a, const Corner& b, const Corner& c, float fa, float fb, float fc) {
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    per_x = ((fb - fa) * (c.y - a.y) - (fc - fa) * (b.y - a.y)) / area;
    per_y = ((fc - fa) * (b.x - a.x) - (fb - fa) * (c.x - a.x)) / area;
    at_origin = fa - per_x * (a.x - 0.5F) - per_y * (a.y - 0.5F);
  }
  float at(int x, int y) const { return at_origin + per_x * static_cast<float>(x) + per_y * static_cast<float>(y); }
};

std::uint32_t to_byte(float value) { return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F); }

Slope channel(const Corner& a, const Corner& b, const Corner& c, std::uint32_t shift) {
  const auto value = [shift](const Corner& corner) { return static_cast<float>((corner.colour >> shift) & 0xFFU); };
  return {a, b, c, value(a), value(b), value(c)};
}

bool same(ImVec2 a, ImVec2 b) { return a.x == b.x && a.y == b.y; }

void Canvas::triangle(const Corner& first, const Corner& second, const Corner& third) const {
  const auto fixed = [](float value) { return static_cast<std::int64_t>(std::llround(value * 256.0F)); };
  const Corner* a = &first;
  const Corner* b = &second;
  const Corner* c = &third;
  const std::int64_t area = (fixed(b->x) - fixed(a->x)) * (fixed(c->y) - fixed(a->y)) -
                            (fixed(c->x) - fixed(a->x)) * (fixed(b->y) - fixed(a->y));
  if (area == 0) {
    return;
  }
  if (area < 0) {
    std::swap(b, c);
  }
  const int top = std::max(clip_.top, first_pixel(std::min({a->y, b->y, c->y}) - 1.0F / 256));
  const int bottom = std::min(clip_.bottom, first_pixel(std::max({a->y, b->y, c->y}) + 1.0F / 256) + 1);
  if (top >= bottom) {
    return;
  }
  const auto side = [&](const Corner& p, const Corner& q) {
    return Side(fixed(p.x), fixed(p.y), fixed(q.x), fixed(q.y), top);
  };
  std::array<Side, 3> sides = {side(*a, *b), side(*b, *c), side(*c, *a)};

  const auto each_row = [&](auto draw) {
    for (int y = top; y < bottom; ++y) {
      std::int64_t from = clip_.left;
      std::int64_t to = clip_.right;
      for (Side& it : sides) {
        it.narrow(from, to);
        it.next_row();
      }
      if (from < to) {
        draw(row(y), y, static_cast<int>(from), static_cast<int>(to));
      }
    }
  };

  const bool plain = same(a->uv, b->uv) && same(b->uv, c->uv);
  const std::uint32_t texel = plain ? texture_.nearest(a->uv) : kWhite;
  const std::uint32_t changes = (a->colour ^ b->colour) | (b->colour ^ c->colour);
  if (plain && changes == 0) {
    const std::uint32_t colour = modulate(texel, a->colour);
    each_row([&](std::uint32_t* pixel, int, int from, int to) { fill_span(pixel, from, to, colour); });
    return;
  }
  const Slope alpha = channel(*a, *b, *c, 24);
  if (plain && texel == kWhite && (changes & ~kOpaque) == 0) {  // the soft edge of a shape: only its strength changes
    each_row([&](std::uint32_t* pixel, int y, int from, int to) {
      float strength = alpha.at(from, y);
      for (int x = from; x < to; ++x, strength += alpha.per_x) {
        blend(pixel[x], a->colour, to_byte(strength));
      }
    });
    return;
  }
  const Slope red = channel(*a, *b, *c, 0);
  const Slope green = channel(*a, *b, *c, 8);
  const Slope blue = channel(*a, *b, *c, 16);
  const Slope u(*a, *b, *c, a->uv.x, b->uv.x, c->uv.x);
  const Slope v(*a, *b, *c, a->uv.y, b->uv.y, c->uv.y);
  each_row([&](std::uint32_t* pixel, int y, int from, int to) {
    for (int x = from; x < to; ++x) {
      const std::uint32_t colour = to_byte(red.at(x, y)) | (to_byte(green.at(x, y)) << 8U) |
                                   (to_byte(blue.at(x, y)) << 16U) | (to_byte(alpha.at(x, y)) << 24U);
      const std::uint32_t shade = modulate(plain ? texel : texture_.bilinear(u.at(x, y), v.at(x, y)), colour);
      blend(pixel[x], shade, alpha_of(shade));
    }
  });
}

/// Two triangles that make an axis-aligned box of one colour, left top corner first (ImDrawList::PrimRect and text).
bool is_box(const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
  return a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x && a.x <= c.x && a.y <= c.y && a.colour == b.colour &&
         b.colour == c.colour && c.colour == d.colour;
}

bool is_upright(const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
  return a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
}

void draw_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command, const Picture& picture) {
  const ImVec2 scale = data.FramebufferScale;
  const ImVec2 origin = data.DisplayPos;
  const auto pixel = [](float value, int limit) { return std::clamp(static_cast<int>(std::round(value)), 0, limit); };
  const Clip clip{pixel((command.ClipRect.x - origin.x) * scale.x, picture.width),
                  pixel((command.ClipRect.y - origin.y) * scale.y, picture.height),
                  pixel((command.ClipRect.z - origin.x) * scale.x, picture.width),
                  pixel((command.ClipRect.w - origin.y) * scale.y, picture.height)};
  if (clip.left >= clip.right || clip.top >= clip.bottom) {
    return;
  }
  const Texture texture = texture_of(command);
  const Canvas canvas(picture, clip, texture);
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
  const ImDrawIdx* end = index + command.ElemCount;
  const auto corner = [&](ImDrawIdx at) {
    const ImDrawVert& it = vertices[at];
    return Corner{(it.pos.x - origin.x) * scale.x, (it.pos.y - origin.y) * scale.y, it.uv, it.col};
  };
  while (index < end) {
    const Corner a = corner(index[0]);
    const Corner b = corner(index[1]);
    const Corner c = corner(index[2]);
    if (end - index >= 6 && index[3] == index[0] && index[4] == index[2]) {
      const Corner d = corner(index[5]);
      if (is_box(a, b, c, d)) {
        if (same(a.uv, b.uv) && same(b.uv, c.uv) && same(c.uv, d.uv)) {
          canvas.box(a, c, modulate(texture.nearest(a.uv), a.colour));
          index += 6;
          continue;
        }
        if (is_upright(a, b, c, d) && canvas.image(a, c)) {
          index += 6;
          continue;
        }
      }
    }
    canvas.triangle(a, b, c);
    index += 3;
  }
}

}  // namespace

void rasterize(const ImDrawData& data, const Picture& picture) {
  std::fill(picture.pixels, picture.pixels + static_cast<std::ptrdiff_t>(picture.width) * picture.height, kWhite);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback == nullptr) {
        draw_command(data, *list, command, picture);
      } else if (command.UserCallback != ImDrawCallback_ResetRenderState) {
        command.UserCallback(list, &command);
      }
    }
  }
}

}  // namespace luping::web
