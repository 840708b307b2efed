#include "headless.h"

#include <gtest/gtest.h>

#include <memory>

#include "imgui_internal.h"  // ImFontLoader

namespace luping::ui_test {
namespace {

bool ruler_baked_init(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * 0.8F;
  baked->Descent = -baked->Size * 0.2F;
  return true;
}

bool ruler_load_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar code, ImFontGlyph* glyph,
                      float* advance) {
  const float width = code < 0x2E80 ? baked->Size * 0.5F : baked->Size;
  if (advance != nullptr) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = code & 0x3FFFFFFU;
  glyph->AdvanceX = width;
  glyph->Visible = 0;
  return true;
}

bool ruler_contains(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

const ImFontLoader& ruler() {
  static const ImFontLoader loader = [] {
    ImFontLoader l;
    l.Name = "ruler";
    l.FontSrcContainsGlyph = ruler_contains;
    l.FontBakedInit = ruler_baked_init;
    l.FontBakedLoadGlyph = ruler_load_glyph;
    return l;
  }();
  return loader;
}

}  // namespace

Screen::Screen(ViewModel start, float width, float height, int font_percent, bool high_contrast)
    : model(std::move(start)) {
  context_ = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {1, 1};
  for (int i = 0; i < 2; ++i) {
    ImFontConfig config;
    config.SizePixels = 15;
    config.FontLoader = &ruler();
    io.Fonts->AddFont(&config);
  }
  view_ = std::make_unique<ui::AppView>();
  view_->apply_theme(font_percent, high_contrast);
  settle();
}

Screen::~Screen() {
  view_.reset();
  ImGui::DestroyContext(context_);
}

void Screen::frame() {
  ImGui::GetIO().DeltaTime = 0.02F;
  ImGui::NewFrame();
  out = view_->draw(model, commands);
  ImGui::Render();
  for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

void Screen::settle() {
  frame();
  for (int i = 0; i < 40; ++i) {
    frame();
    if (!out.again && i > 0) {
      return;
    }
  }
  ADD_FAILURE() << "the screen never comes to rest";
}

const ui::SemanticNode* Screen::find(std::string_view id) const {
  for (const ui::SemanticNode& node : out.nodes) {
    if (node.id == id) {
      return &node;
    }
  }
  return nullptr;
}

const ui::SemanticNode* Screen::find_named(std::string_view role, std::string_view name) const {
  for (const ui::SemanticNode& node : out.nodes) {
    if (node.role == role && node.name == name) {
      return &node;
    }
  }
  return nullptr;
}

const ui::SemanticNode& Screen::node(std::string_view id) const {
  static const ui::SemanticNode none;
  const ui::SemanticNode* found = find(id);
  EXPECT_NE(found, nullptr) << "no node " << id;
  return found != nullptr ? *found : none;
}

void Screen::move_to(std::string_view id) {
  const ui::Rect box = node(id).box;
  ImGui::GetIO().AddMousePosEvent(box.x + box.width / 2, box.y + box.height / 2);
  frame();
  frame();
}

void Screen::click_at(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  frame();
  frame();
  io.AddMouseButtonEvent(0, true);
  frame();
  io.AddMouseButtonEvent(0, false);
  frame();
  settle();
}

void Screen::click(std::string_view id) {
  const ui::Rect box = node(id).box;
  click_at(box.x + box.width / 2, box.y + box.height / 2);
}

void Screen::wheel(float notches) {
  ImGui::GetIO().AddMouseWheelEvent(0, notches);
  settle();
}

void Screen::key(ImGuiKey key, bool shift) {
  ImGuiIO& io = ImGui::GetIO();
  if (shift) {
    io.AddKeyEvent(ImGuiMod_Shift, true);
    io.AddKeyEvent(ImGuiKey_LeftShift, true);
  }
  io.AddKeyEvent(key, true);
  frame();
  io.AddKeyEvent(key, false);
  if (shift) {
    io.AddKeyEvent(ImGuiKey_LeftShift, false);
    io.AddKeyEvent(ImGuiMod_Shift, false);
  }
  settle();
}

void Screen::text(ui::TextEventKind kind, std::string_view words, std::string_view editor) {
  view_->on_text(kind, words, commands, editor);
  settle();
}

}  // namespace luping::ui_test
