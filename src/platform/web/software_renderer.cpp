// The picture computed on the CPU and put on a 2D canvas: for computers whose browser has no WebGL.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "imgui.h"
#include "platform/web/host.h"
#include "platform/web/rasterizer.h"
#include "platform/web/renderer.h"

namespace luping::web {
namespace {

class SoftwareRenderer final : public Renderer {
 public:
  SoftwareRenderer() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendRendererName = "software";
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Renderer_TextureMaxWidth = platform.Renderer_TextureMaxHeight = 8192;
  }

  const char* name() const override { return "software"; }
  void begin_frame() override {}
  void restore() override { width_ = 0; }  // as if the canvas had just got its size: everything is shown anew

  void draw(ImDrawData& data) override {
    acknowledge_textures(data);
    const int width = static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x);
    const int height = static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y);
    if (width <= 0 || height <= 0) {
      return;
    }
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const bool resized = width != width_ || height != height_;
    if (resized) {
      width_ = width;
      height_ = height;
      picture_.assign(size, 0);
    }
    shown_.swap(picture_);
    picture_.resize(size);
    rasterize(data, {picture_.data(), width, height});

    // Most frames change a few rows (a hovered button, a typed character): only those go to the canvas.
    int first = 0;
    int last = height;
    if (!resized) {
      const auto same = [this](int y) {
        const auto row = static_cast<std::ptrdiff_t>(y) * width_;
        return std::equal(picture_.begin() + row, picture_.begin() + row + width_, shown_.begin() + row);
      };
      while (first < last && same(first)) {
        ++first;
      }
      while (last > first && same(last - 1)) {
        --last;
      }
    }
    if (first < last) {
      host::present(picture_.data(), width, height, first, last);
    }
  }

 private:
  /// The rasterizer reads ImGui's own copy of the texture: nothing to upload.
  static void acknowledge_textures(ImDrawData& data) {
    if (data.Textures == nullptr) {
      return;
    }
    for (ImTextureData* texture : *data.Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) {
        texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
        texture->SetStatus(ImTextureStatus_OK);
      } else if (texture->Status == ImTextureStatus_WantUpdates) {
        texture->SetStatus(ImTextureStatus_OK);
      } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
      }
    }
  }

  std::vector<std::uint32_t> picture_;
  std::vector<std::uint32_t> shown_;  ///< what the canvas holds
  int width_ = 0;
  int height_ = 0;
};

}  // namespace

std::unique_ptr<Renderer> make_software_renderer() { return std::make_unique<SoftwareRenderer>(); }

}  // namespace luping::web
