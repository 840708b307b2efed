// The fonts of the page, for Dear ImGui: every glyph is drawn by the browser's 2D canvas when it is first needed, at its real
// size in device pixels. So the app speaks with the fonts the computer has (微软雅黑, 苹方, 思源黑体 …), knows every character
// those know, and carries no font itself.
#pragma once

namespace luping::web {

/// Make the current ImGui context's atlas take its glyphs from the page, and add the two faces:
/// Fonts[0] regular, Fonts[1] bold (CSS weight 600).
/// The line box of a font of size S is S high, Chinese characters stand in its middle.
void use_page_fonts();

}  // namespace luping::web
