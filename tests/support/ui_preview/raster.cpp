#include "raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace luping::ui_preview {
namespace {

struct Point {
  float x, y, u, v;
  std::array<float, 4> colour;
};

std::array<float, 4> unpack(ImU32 c) {
  return {static_cast<float>(c & 0xFFU), static_cast<float>((c >> 8U) & 0xFFU), static_cast<float>((c >> 16U) & 0xFFU),
          static_cast<float>(c >> 24U)};
}

/// The texture at (u, v), 0..255 a channel, nearest texel.
std::array<float, 4> sample(const ImTextureData* texture, float u, float v) {
  if (texture == nullptr || texture->Pixels == nullptr) {
    return {255, 255, 255, 255};
  }
  const int x = std::clamp(static_cast<int>(u * static_cast<float>(texture->Width)), 0, texture->Width - 1);
  const int y = std::clamp(static_cast<int>(v * static_cast<float>(texture->Height)), 0, texture->Height - 1);
  const std::uint8_t* p =
      texture->Pixels + (static_cast<std::ptrdiff_t>(y) * texture->Width + x) * texture->BytesPerPixel;
  if (texture->BytesPerPixel == 1) {
    return {255, 255, 255, static_cast<float>(p[0])};
  }
  return {static_cast<float>(p[0]), static_cast<float>(p[1]), static_cast<float>(p[2]), static_cast<float>(p[3])};
}

struct Clip {
  int x0, y0, x1, y1;
};

float edge(const Point& a, const Point& b, float x, float y) {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

/// Whether a pixel centre exactly on the edge a-b belongs to the triangle (top-left rule).
bool owns_edge(const Point& a, const Point& b) { return a.y == b.y ? b.x < a.x : b.y > a.y; }

void triangle(Picture& picture, const Clip& clip, Point a, Point b, Point c, const ImTextureData* texture) {
  float area = edge(a, b, c.x, c.y);
  if (area == 0) {
    return;
  }
  if (area < 0) {
    std::swap(b, c);
    area = -area;
  }
  const int x0 = std::max(clip.x0, static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))));
  const int y0 = std::max(clip.y0, static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))));
  const int x1 = std::min(clip.x1, static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))));
  const int y1 = std::min(clip.y1, static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))));
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const float px = static_cast<float>(x) + 0.5F;
      const float py = static_cast<float>(y) + 0.5F;
      const float wa = edge(b, c, px, py);
      const float wb = edge(c, a, px, py);
      const float wc = edge(a, b, px, py);
      if (wa < 0 || wb < 0 || wc < 0 || (wa == 0 && !owns_edge(b, c)) || (wb == 0 && !owns_edge(c, a)) ||
          (wc == 0 && !owns_edge(a, b))) {
        continue;
      }
      const float ka = wa / area;
      const float kb = wb / area;
      const float kc = wc / area;
      const auto texel = sample(texture, a.u * ka + b.u * kb + c.u * kc, a.v * ka + b.v * kb + c.v * kc);
      std::uint8_t* out =
          picture.rgba.data() +
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
      const float alpha = (a.colour[3] * ka + b.colour[3] * kb + c.colour[3] * kc) * texel[3] / (255.0F * 255.0F);
      for (std::size_t i = 0; i < 3; ++i) {
        const float ink = (a.colour[i] * ka + b.colour[i] * kb + c.colour[i] * kc) * texel[i] / 255.0F;
        out[i] = static_cast<std::uint8_t>(std::lround(static_cast<float>(out[i]) * (1 - alpha) + ink * alpha));
      }
    }
  }
}

void put32(std::vector<std::uint8_t>& out, std::uint32_t v) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    out.push_back(static_cast<std::uint8_t>(v >> shift));
  }
}

void chunk(std::vector<std::uint8_t>& out, const char* type, const std::vector<std::uint8_t>& body) {
  put32(out, static_cast<std::uint32_t>(body.size()));
  const std::size_t from = out.size();
  out.insert(out.end(), type, type + 4);
  out.insert(out.end(), body.begin(), body.end());
  std::uint32_t crc = 0xFFFFFFFFU;
  for (std::size_t i = from; i < out.size(); ++i) {
    crc ^= out[i];
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
  }
  put32(out, ~crc);
}

}  // namespace

void update_textures(const ImDrawData& data) {
  if (data.Textures == nullptr) {
    return;
  }
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

Picture render(const ImDrawData& data) {
  Picture picture;
  const ImVec2 scale = data.FramebufferScale;
  picture.width = static_cast<int>(std::lround(data.DisplaySize.x * scale.x));
  picture.height = static_cast<int>(std::lround(data.DisplaySize.y * scale.y));
  picture.rgba.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4, 255);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const Clip clip{std::max(0, static_cast<int>(std::lround(command.ClipRect.x * scale.x))),
                      std::max(0, static_cast<int>(std::lround(command.ClipRect.y * scale.y))),
                      std::min(picture.width, static_cast<int>(std::lround(command.ClipRect.z * scale.x))),
                      std::min(picture.height, static_cast<int>(std::lround(command.ClipRect.w * scale.y)))};
      const auto at = [&](unsigned int i) {
        const ImDrawVert& v = list->VtxBuffer[static_cast<int>(
            command.VtxOffset + list->IdxBuffer[static_cast<int>(command.IdxOffset + i)])];
        return Point{v.pos.x * scale.x, v.pos.y * scale.y, v.uv.x, v.uv.y, unpack(v.col)};
      };
      for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) {
        triangle(picture, clip, at(i), at(i + 1), at(i + 2), command.TexRef._TexData);
      }
    }
  }
  return picture;
}

bool write_png(const std::string& path, const Picture& picture) {
  std::vector<std::uint8_t> raw;
  const auto stride = static_cast<std::size_t>(picture.width) * 4;
  for (int y = 0; y < picture.height; ++y) {
    raw.push_back(0);
    const auto from = picture.rgba.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * stride);
    raw.insert(raw.end(), from, from + static_cast<std::ptrdiff_t>(stride));
  }
  // Stored, not compressed: zlib (RFC 1950) around blocks of RFC 1951, 3.2.4.
  std::vector<std::uint8_t> body{0x78, 0x01};
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t size = std::min<std::size_t>(65535, raw.size() - at);
    body.push_back(at + size == raw.size() ? 1 : 0);
    for (const std::size_t v : {size, ~size}) {
      body.push_back(static_cast<std::uint8_t>(v & 0xFFU));
      body.push_back(static_cast<std::uint8_t>((v >> 8U) & 0xFFU));
    }
    body.insert(body.end(), raw.begin() + static_cast<std::ptrdiff_t>(at),
                raw.begin() + static_cast<std::ptrdiff_t>(at + size));
    at += size;
  }
  std::uint32_t low = 1;
  std::uint32_t high = 0;
  for (const std::uint8_t byte : raw) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  put32(body, (high << 16U) | low);

  std::vector<std::uint8_t> out{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  std::vector<std::uint8_t> header;
  put32(header, static_cast<std::uint32_t>(picture.width));
  put32(header, static_cast<std::uint32_t>(picture.height));
  header.insert(header.end(), {8, 6, 0, 0, 0});
  chunk(out, "IHDR", header);
  chunk(out, "IDAT", body);
  chunk(out, "IEND", {});
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    return false;
  }
  const bool written = std::fwrite(out.data(), 1, out.size(), file) == out.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace luping::ui_preview
