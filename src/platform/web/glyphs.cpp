#include "platform/web/glyphs.h"

#include <cmath>
#include <cstdio>

#include "imgui.h"
#include "imgui_internal.h"
#include "platform/web/host.h"

namespace luping::web {
namespace {

constexpr unsigned kRegular = 400;
constexpr unsigned kBold = 600;

/// The CSS weight travels in the font's loader flags.
int weight_of(const ImFontConfig& source) { return static_cast<int>(source.FontLoaderFlags); }

float density_of(const ImFontConfig& source, const ImFontBaked& baked) {
  return source.RasterizerDensity * baked.RasterizerDensity;
}

/// The page finds a shape for everything (in the worst case the browser's box with the code in it).
bool contains(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  const float density = density_of(*source, *baked);
  // The baseline on a whole device pixel: glyphs are whole pixels high, and text starts on one.
  baked->Ascent = std::round(host::glyph_ascent(baked->Size * density)) / density;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
  const float density = density_of(*source, *baked);
  const float size = baked->Size * density;
  const auto character = static_cast<char32_t>(codepoint);
  if (advance != nullptr) {
    *advance = host::glyph_advance(character, weight_of(*source), size) / density;
    return true;
  }
  const host::GlyphShape shape = host::draw_glyph(character, weight_of(*source), size);
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = shape.advance / density;
  if (shape.width <= 0 || shape.height <= 0) {
    return true;
  }
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, shape.width, shape.height);
  if (place == ImFontAtlasRectId_Invalid) {
    return true;  // the atlas is full: the character keeps its width and stays unseen
  }
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(shape.width * shape.height * 4);
  host::copy_glyph(pixels.Data);

  const float top = std::round(baked->Ascent * density) + static_cast<float>(shape.top);
  glyph->X0 = static_cast<float>(shape.left) / density;
  glyph->Y0 = top / density;
  glyph->X1 = static_cast<float>(shape.left + shape.width) / density;
  glyph->Y1 = (top + static_cast<float>(shape.height)) / density;
  glyph->Visible = 1;
  glyph->Colored = shape.coloured != 0 ? 1 : 0;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data, ImTextureFormat_RGBA32,
                                     shape.width * 4);
  return true;
}

const ImFontLoader& page_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader it;
    it.Name = "page";
    it.FontSrcContainsGlyph = contains;
    it.FontBakedInit = init_baked;
    it.FontBakedLoadGlyph = load_glyph;
    return it;
  }();
  return loader;
}

void add_face(ImFontAtlas& atlas, const char* name, unsigned weight) {
  ImFontConfig face;
  std::snprintf(face.Name, sizeof(face.Name), "%s", name);
  face.FontLoader = &page_loader();
  face.FontLoaderFlags = weight;
  face.FontDataOwnedByAtlas = true;  // there is no data, and nothing to copy
  atlas.AddFont(&face);
}

}  // namespace

void use_page_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.SetFontLoader(&page_loader());
  add_face(atlas, "regular", kRegular);
  add_face(atlas, "bold", kBold);
}

}  // namespace luping::web
