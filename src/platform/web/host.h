// The page, as C++ sees it: one JavaScript object, `host`, handed over when the module starts (web/host.ts declares the
// same functions). Structured things cross as compact JSON, bulk bytes as pointers; names cross, enum values never do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/platform.h"
#include "ui/app_view.h"

namespace luping::web {

/// luping::Platform, answered by the page.
class PagePlatform final : public Platform {
 public:
  std::string now() override;
  std::string new_id() override;
  void choose_files() override;
  void copy_table(std::string_view tsv, std::string_view html) override;
  void save_file(std::string_view document, std::string_view name, std::string_view bytes, SaveWay way) override;
  void set_place(std::string_view document, std::string_view place) override;
  void put_draft(const Draft& draft) override;
  void remove_draft(std::string_view id) override;
  void hold_draft(std::string_view id) override;
  void reload_drafts() override;
  void keep_settings(std::string_view text) override;
};

namespace host {

/// Give the page access to the module's memory; the first call of all.
void attach();

/// The renderer asked for in the page's address (#renderer=webgl, #renderer=software); empty: choose.
std::string renderer();

/// Cover the active field with a real text field, or take that away. `editor` is JSON (see editor_json), empty for none.
void place_editor(std::string_view editor);
/// Mirror the widgets for assistive technology and tests. `nodes` is JSON.
void mirror(std::string_view nodes);
/// A CSS cursor name.
void set_cursor(const char* name);
/// The page's own text field takes the colours of the theme.
void set_contrast(bool high);
/// Ask for a frame soon.
void wake();

/// The drawn shape of one character, in device pixels; the baseline's start is the origin, y goes down.
struct GlyphShape {
  float advance = 0;
  std::int32_t left = 0;
  std::int32_t top = 0;
  std::int32_t width = 0;  ///< 0: nothing to see
  std::int32_t height = 0;
  std::int32_t coloured = 0;  ///< an emoji: its own colours, not the text's
};
/// Draw a character with the font of the page. `weight` as in CSS, `size` in device pixels.
GlyphShape draw_glyph(char32_t character, int weight, float size);
/// The pixels of the character drawn last: width × height of RGBA, not premultiplied.
void copy_glyph(unsigned char* pixels);
float glyph_advance(char32_t character, int weight, float size);
/// Where the baseline lies below the top of a box of height `size` in whose middle Chinese characters stand; the same for
/// all weights, so that they share a line.
float glyph_ascent(float size);

/// Show a whole picture on the 2D canvas: width × height of RGBA. Only the rows from `first` up to `last` changed.
void present(const std::uint32_t* pixels, int width, int height, int first, int last);
/// Throw the canvas away and put a fresh one in its place: a canvas that had a WebGL context never gets another kind.
void replace_canvas();

}  // namespace host

std::string editor_json(const ui::TextEditor& editor);
std::string nodes_json(const std::vector<ui::SemanticNode>& nodes);

}  // namespace luping::web
