// Draws Dear ImGui's triangles into memory, by the rules a graphics card follows: a pixel belongs to the triangle that covers
// its centre, one on a shared edge to exactly one of the two (top-left rule), textures are sampled bilinearly.
//
// Knows no browser. Axis-aligned boxes and glyphs that fall on whole pixels, which is nearly everything, take a short way.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace luping::web {

/// Pixels of red, green, blue, alpha bytes in this order (little endian words), rows from the top, opaque.
struct Picture {
  std::uint32_t* pixels = nullptr;
  int width = 0;  ///< display size × framebuffer scale
  int height = 0;
};

/// Clear to white and draw everything. Textures are read from ImTextureData (RGBA32), whatever their id.
void rasterize(const ImDrawData& data, const Picture& picture);

}  // namespace luping::web
