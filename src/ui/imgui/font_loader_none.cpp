// Stands where Dear ImGui expects its FreeType loader (see cmake/dependencies.cmake). It is asked only when no FontLoader was
// set on the atlas, which is a mistake in the platform; the answer "none" then trips ImGui's own check.
#include "imgui.h"

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return nullptr; }
}  // namespace ImGuiFreeType
