// Dear ImGui as this product compiles it. Every translation unit that includes imgui.h is built with
// -DIMGUI_USER_CONFIG="ui/imconfig_luping.h" (a target property of luping_imgui), so all see one layout.
#pragma once

// Rare characters in place and personal names lie beyond the basic plane (𠮷 U+20BB7).
#define IMGUI_USE_WCHAR32

// One list may hold more than 65,536 vertices: a long table at 150 % is all text.
#define ImDrawIdx unsigned int

// What the product does not use: it has its own settings, clipboard, formatting and text fields.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEBUG_TOOLS
