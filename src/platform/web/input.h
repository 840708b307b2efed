// Mouse, touch, wheel and keyboard of the page, told to Dear ImGui. Lengths are CSS pixels.
#pragma once

#include <string_view>

namespace luping::web::input {

void pointer_at(float x, float y, bool touch);
void pointer_gone();
/// `button` as the DOM numbers it: 0 left, 1 middle, 2 right.
void pointer_button(int button, bool down, bool touch);
/// How far the content should move.
void scroll(float x, float y);
void modifiers(bool control, bool shift, bool alt);
/// `name` is KeyboardEvent.key. False: a key the app has no use for; the browser may have it.
bool key(std::string_view name, bool down);
/// Keys count as released when the window loses focus: their release goes elsewhere.
void window_focus(bool focused);

/// A key is held, or events wait for a frame of their own: draw another frame.
bool busy();

/// The CSS name of the cursor ImGui wants.
const char* cursor();

}  // namespace luping::web::input
