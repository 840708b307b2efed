// Puts a frame of Dear ImGui on the page's canvas.
#pragma once

#include <memory>

struct ImDrawData;

namespace luping::web {

class Renderer {
 public:
  virtual ~Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// "webgl" or "software".
  virtual const char* name() const = 0;
  /// Before ImGui::NewFrame.
  virtual void begin_frame() = 0;
  /// After ImGui::Render. The canvas is as many device pixels as display size × framebuffer scale.
  virtual void draw(ImDrawData& data) = 0;
  /// The browser took the graphics away (draw() does nothing) and gave them back, empty.
  virtual void lose() {}
  virtual void restore() {}

 protected:
  Renderer() = default;
};

/// Through WebGL 2; null where the browser has none. `any_speed` false: also null where WebGL is itself computed on the CPU,
/// which takes several times as long as make_software_renderer().
std::unique_ptr<Renderer> make_webgl_renderer(bool any_speed);
/// On the CPU, into a 2D canvas.
std::unique_ptr<Renderer> make_software_renderer();

}  // namespace luping::web
