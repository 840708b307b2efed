#include "platform/web/host.h"

#include <emscripten.h>

#include "platform/web/json_text.h"

// Every crossing into the page. Nothing but the call stands here: what a call does is in web/, in TypeScript.
// clang-format off
EM_JS(void, luping_host_attach, (), { Module.host.attach(function() { return HEAPU8; }); });

EM_JS(int, luping_host_now, (char* text, int capacity), { return Module.host.now(text, capacity); });
EM_JS(int, luping_host_new_id, (char* text, int capacity), { return Module.host.newId(text, capacity); });
EM_JS(void, luping_host_choose_files, (), { Module.host.chooseFiles(); });
EM_JS(void, luping_host_save_file, (const char* document, int document_size, const char* name, int name_size, const char* bytes, int size, const char* way, int way_size), {
  Module.host.saveFile(document, document_size, name, name_size, bytes, size, way, way_size);
});
EM_JS(void, luping_host_set_place, (const char* document, int document_size, const char* place, int place_size), {
  Module.host.setPlace(document, document_size, place, place_size);
});
EM_JS(void, luping_host_copy_table, (const char* tsv, int tsv_size, const char* html, int html_size), {
  Module.host.copyTable(tsv, tsv_size, html, html_size);
});
EM_JS(void, luping_host_put_draft, (const char* json, int size), { Module.host.putDraft(json, size); });
EM_JS(void, luping_host_remove_draft, (const char* id, int size), { Module.host.removeDraft(id, size); });
EM_JS(void, luping_host_hold_draft, (const char* id, int size), { Module.host.holdDraft(id, size); });
EM_JS(void, luping_host_reload_drafts, (), { Module.host.reloadDrafts(); });

EM_JS(void, luping_host_keep_settings, (const char* text, int size), { Module.host.keepSettings(text, size); });

EM_JS(int, luping_host_renderer, (char* text, int capacity), { return Module.host.renderer(text, capacity); });
EM_JS(void, luping_host_place_editor, (const char* json, int size), { Module.host.placeEditor(json, size); });
EM_JS(void, luping_host_mirror, (const char* json, int size), { Module.host.mirror(json, size); });
EM_JS(void, luping_host_set_cursor, (const char* name, int size), { Module.host.setCursor(name, size); });
EM_JS(void, luping_host_set_contrast, (int high), { Module.host.setContrast(high); });
EM_JS(void, luping_host_wake, (), { Module.host.wake(); });

EM_JS(float, luping_host_glyph_advance, (int character, int weight, float size), {
  return Module.host.glyphAdvance(character, weight, size);
});
EM_JS(float, luping_host_glyph_ascent, (float size), { return Module.host.glyphAscent(size); });
EM_JS(void, luping_host_draw_glyph, (int character, int weight, float size, void* shape), {
  Module.host.drawGlyph(character, weight, size, shape);
});
EM_JS(void, luping_host_copy_glyph, (unsigned char* pixels), { Module.host.copyGlyph(pixels); });

EM_JS(void, luping_host_present, (const void* pixels, int width, int height, int first, int last), {
  Module.host.present(pixels, width, height, first, last);
});
EM_JS(void, luping_host_replace_canvas, (), { Module.host.replaceCanvas(); });
// clang-format on

namespace luping::web {
namespace {

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

std::string_view word_of(SaveWay way) {
  switch (way) {
    case SaveWay::back:
      return "back";
    case SaveWay::overwrite:
      return "overwrite";
    case SaveWay::elsewhere:
      return "elsewhere";
  }
  return {};
}

/// A short ASCII text the page writes.
template <typename Write>
std::string short_text(Write write) {
  std::string text(64, '\0');
  const int size = write(text.data(), size_of(text));
  text.resize(static_cast<std::size_t>(size < 0 ? 0 : size));
  return text;
}

void box(JsonText& json, std::string_view key, const ui::Rect& rect) {
  json.key(key).open('[').number(rect.x).number(rect.y).number(rect.width).number(rect.height).close(']');
}

}  // namespace

std::string PagePlatform::now() { return short_text(luping_host_now); }

std::string PagePlatform::new_id() { return short_text(luping_host_new_id); }

void PagePlatform::choose_files() { luping_host_choose_files(); }

void PagePlatform::save_file(std::string_view document, std::string_view name, std::string_view bytes, SaveWay way) {
  const std::string_view word = word_of(way);
  luping_host_save_file(document.data(), size_of(document), name.data(), size_of(name), bytes.data(), size_of(bytes),
                        word.data(), size_of(word));
}

void PagePlatform::set_place(std::string_view document, std::string_view place) {
  luping_host_set_place(document.data(), size_of(document), place.data(), size_of(place));
}

void PagePlatform::copy_table(std::string_view tsv, std::string_view html) {
  luping_host_copy_table(tsv.data(), size_of(tsv), html.data(), size_of(html));
}

void PagePlatform::put_draft(const Draft& draft) {
  JsonText json;
  json.open('{')
      .field("id", draft.id)
      .field("title", draft.title)
      .field("savedAt", draft.saved_at)
      .field("assessment", draft.assessment)
      .field("scheme", draft.scheme)
      .field("view", draft.view)
      .field("unsaved", draft.unsaved)
      .field("readable", draft.readable)
      .close('}');
  const std::string text = std::move(json).take();
  luping_host_put_draft(text.data(), size_of(text));
}

void PagePlatform::remove_draft(std::string_view id) { luping_host_remove_draft(id.data(), size_of(id)); }

void PagePlatform::hold_draft(std::string_view id) { luping_host_hold_draft(id.data(), size_of(id)); }

void PagePlatform::reload_drafts() { luping_host_reload_drafts(); }

void PagePlatform::keep_settings(std::string_view text) { luping_host_keep_settings(text.data(), size_of(text)); }

namespace host {

void attach() { luping_host_attach(); }

std::string renderer() { return short_text(luping_host_renderer); }

void place_editor(std::string_view editor) { luping_host_place_editor(editor.data(), size_of(editor)); }

void mirror(std::string_view nodes) { luping_host_mirror(nodes.data(), size_of(nodes)); }

void set_cursor(const char* name) {
  const std::string_view text(name);
  luping_host_set_cursor(text.data(), size_of(text));
}

void set_contrast(bool high) { luping_host_set_contrast(high ? 1 : 0); }

void wake() { luping_host_wake(); }

GlyphShape draw_glyph(char32_t character, int weight, float size) {
  // The page fills six 32-bit words in this order (web/glyphs.ts).
  static_assert(sizeof(GlyphShape) == 24);
  GlyphShape shape;
  luping_host_draw_glyph(static_cast<int>(character), weight, size, &shape);
  return shape;
}

void copy_glyph(unsigned char* pixels) { luping_host_copy_glyph(pixels); }

float glyph_advance(char32_t character, int weight, float size) {
  return luping_host_glyph_advance(static_cast<int>(character), weight, size);
}

float glyph_ascent(float size) { return luping_host_glyph_ascent(size); }

void present(const std::uint32_t* pixels, int width, int height, int first, int last) {
  luping_host_present(pixels, width, height, first, last);
}

void replace_canvas() { luping_host_replace_canvas(); }

}  // namespace host

std::string editor_json(const ui::TextEditor& editor) {
  JsonText json;
  json.open('{').field("key", editor.key);
  box(json, "box", editor.box);
  box(json, "clip", editor.clip);
  json.field("text", editor.text)
      .field("label", editor.label)
      .field("placeholder", editor.placeholder)
      .field("size", editor.font_size)
      .field("multiline", editor.multiline)
      .field("numeric", editor.numeric)
      .field("cells", editor.cells)
      .close('}');
  return std::move(json).take();
}

std::string nodes_json(const std::vector<ui::SemanticNode>& nodes) {
  JsonText json;
  json.open('[');
  for (const ui::SemanticNode& node : nodes) {
    // An array, not an object: there are hundreds, and the keys would be most of the text.
    json.open('[').text(node.id).text(node.role).text(node.name).text(node.value).text(node.state);
    json.number(node.box.x).number(node.box.y).number(node.box.width).number(node.box.height);
    json.number(static_cast<float>(node.depth)).close(']');
  }
  json.close(']');
  return std::move(json).take();
}

}  // namespace luping::web
