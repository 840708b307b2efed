// WebGL 2 through Dear ImGui's own OpenGL backend.
#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <array>
#include <string_view>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "platform/web/host.h"
#include "platform/web/renderer.h"

namespace luping::web {
namespace {

constexpr char kCanvas[] = "#canvas";

class WebGlRenderer final : public Renderer {
 public:
  explicit WebGlRenderer(EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context) : context_(context) {
    ImGui_ImplOpenGL3_Init("#version 300 es");
  }
  ~WebGlRenderer() override {
    ImGui_ImplOpenGL3_Shutdown();
    emscripten_webgl_destroy_context(context_);
  }

  const char* name() const override { return "webgl"; }

  void begin_frame() override {
    if (!lost_) {
      ImGui_ImplOpenGL3_NewFrame();
    }
  }

  void draw(ImDrawData& data) override {
    if (lost_) {
      return;
    }
    glDisable(GL_SCISSOR_TEST);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
  }

  void lose() override {
    // The objects died with the context. Forgotten while it is gone, they are not deleted from the next one; ImGui asks for
    // its textures again then, from its copy in memory.
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    lost_ = true;
  }

  void restore() override { lost_ = false; }

 private:
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_;
  bool lost_ = false;
};

std::string_view gl_text(GLenum name) {
  const GLubyte* text = glGetString(name);
  return text == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(static_cast<const void*>(text)));
}

/// Whether the current context is computed on the CPU. Browsers should refuse such a one when asked for speed; not all do.
bool is_slow(EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context) {
  constexpr GLenum kUnmaskedRenderer = 0x9246;
  constexpr std::array<std::string_view, 4> kSlow = {"SwiftShader", "llvmpipe", "softpipe", "Basic Render"};
  std::string_view name = gl_text(GL_RENDERER);
  if (name == "WebKit WebGL") {  // Chromium tells the real name only behind an extension, which Firefox warns about
    emscripten_webgl_enable_extension(context, "WEBGL_debug_renderer_info");
    name = gl_text(kUnmaskedRenderer);
  }
  for (const std::string_view slow : kSlow) {
    if (name.find(slow) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::unique_ptr<Renderer> make_webgl_renderer(bool any_speed) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;  // ImGui smooths its own edges
  attributes.failIfMajorPerformanceCaveat = any_speed ? EM_FALSE : EM_TRUE;
  attributes.enableExtensionsByDefault = EM_FALSE;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    return nullptr;
  }
  if (!any_speed && is_slow(context)) {
    emscripten_webgl_destroy_context(context);
    host::replace_canvas();
    return nullptr;
  }
  return std::make_unique<WebGlRenderer>(context);
}

}  // namespace luping::web
