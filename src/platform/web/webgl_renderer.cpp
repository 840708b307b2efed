// WebGL 2 through Dear ImGui's own OpenGL backend.
#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
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

}  // namespace

std::unique_ptr<Renderer> make_webgl_renderer() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;  // ImGui smooths its own edges
  attributes.enableExtensionsByDefault = EM_FALSE;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    return nullptr;
  }
  return std::make_unique<WebGlRenderer>(context);
}

}  // namespace luping::web
