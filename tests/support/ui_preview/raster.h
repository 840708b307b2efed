// Draws ImGui's triangles into a picture on the CPU and writes it as PNG. For looking, not for speed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "imgui.h"

namespace luping::ui_preview {

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

/// Takes over the atlas's pending textures, so that ImGui may go on using them.
void update_textures(const ImDrawData& data);

/// The frame at its framebuffer scale, on white.
Picture render(const ImDrawData& data);

/// Returns whether the file was written.
bool write_png(const std::string& path, const Picture& picture);

}  // namespace luping::ui_preview
