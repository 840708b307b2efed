#include "platform/web/shell.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>
#include <utility>

#include "assets/assets.h"
#include "imgui.h"
#include "platform/web/glyphs.h"
#include "platform/web/input.h"

namespace luping::web {
namespace {

/// ImGui learns how long a page is by drawing it: its scrollbar comes a frame later, and what hangs on that another.
constexpr int kFramesToSettle = 2;

std::vector<Shipped> shipped(std::span<const assets::Asset> files) {
  std::vector<Shipped> list;
  for (const assets::Asset& file : files) {
    list.push_back({file.name, file.bytes});
  }
  return list;
}

std::optional<ui::TextEventKind> text_event(std::string_view name) {
  using enum ui::TextEventKind;
  constexpr std::array<std::pair<std::string_view, ui::TextEventKind>, 6> kKinds = {{{"changed", changed},
                                                                                     {"enter", enter},
                                                                                     {"tab", tab},
                                                                                     {"shift_tab", shift_tab},
                                                                                     {"escape", escape},
                                                                                     {"blur", blur}}};
  for (const auto& [text, kind] : kKinds) {
    if (text == name) {
      return kind;
    }
  }
  return std::nullopt;
}

/// The CSS length that times `ratio` is `pixels` and not a hair less: renderers cut off, and would lose a row.
float css_length(int pixels, float ratio) {
  float length = static_cast<float>(pixels) / ratio;
  while (static_cast<int>(length * ratio) < pixels) {
    length = std::nextafter(length, 1e9F);
  }
  return length;
}

/// Creates the ImGui context that everything after it in Shell needs.
std::unique_ptr<Renderer> start_drawing() {
  ImGui::CreateContext();
  ImGui::GetIO().BackendPlatformName = "page";
  use_page_fonts();
  const std::string wanted = host::renderer();
  std::unique_ptr<Renderer> renderer;
  if (wanted != "software") {
    renderer = make_webgl_renderer(wanted == "webgl");
  }
  return renderer ? std::move(renderer) : make_software_renderer();
}

}  // namespace

Shell::Shell()
    : renderer_(start_drawing()),
      session_(platform_, shipped(assets::schemes()), shipped(assets::samples()), assets::guides().front().bytes) {}

Shell::~Shell() {
  renderer_.reset();
  ImGui::DestroyContext();  // by now only the view's and the session's own memory is left
}

void Shell::resize(int width, int height, float ratio) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {css_length(width, ratio), css_length(height, ratio)};
  io.DisplayFramebufferScale = {ratio, ratio};
}

bool Shell::frame(double now) {
  ImGuiIO& io = ImGui::GetIO();
  if (io.DisplaySize.x < 1 || io.DisplaySize.y < 1) {
    return false;
  }
  // After a pause the clock has run on; nothing on screen should jump for that.
  io.DeltaTime = static_cast<float>(std::clamp((now - last_frame_) / 1000.0, 0.001, 0.1));
  last_frame_ = now;
  if (const Settings& wanted = session_.settings(); wanted != shown_) {
    shown_ = wanted;
    view_.apply_theme(wanted.font_percent, wanted.high_contrast);
    host::set_contrast(wanted.high_contrast);
  }
  renderer_->begin_frame();
  ImGui::NewFrame();
  const ui::FrameOutput output = view_.draw(session_.view_model(), commands_);
  ImGui::Render();
  renderer_->draw(*ImGui::GetDrawData());
  show(output);
  if (output.again || !commands_.empty() || input::busy()) {
    settling_ = kFramesToSettle;
  }
  apply_commands();
  if (settling_ == 0) {
    return false;
  }
  --settling_;
  return true;
}

void Shell::show(const ui::FrameOutput& output) {
  std::string editor = output.text ? editor_json(*output.text) : std::string();
  if (editor != editor_) {
    host::place_editor(editor);
    editor_ = std::move(editor);
  }
  if (output.nodes != nodes_) {
    host::mirror(nodes_json(output.nodes));
    nodes_ = output.nodes;
  }
  if (const char* cursor = input::cursor(); std::strcmp(cursor, cursor_) != 0) {
    host::set_cursor(cursor);
    cursor_ = cursor;
  }
}

void Shell::apply_commands() {
  if (!commands_.empty()) {
    const CommandQueue commands = std::exchange(commands_, {});
    session_.apply(commands);
  }
}

void Shell::text(std::string_view kind, std::string_view key, std::string_view text) {
  if (const std::optional<ui::TextEventKind> event = text_event(kind)) {
    view_.on_text(*event, text, commands_, key);
    apply_commands();
  }
}

void Shell::shortcut(std::string_view name) {
  if (name == "save") {
    commands_.emplace_back(SaveFile{});
  } else if (name == "save_as") {
    commands_.emplace_back(SaveFileAs{});
  } else if (name == "open") {
    commands_.emplace_back(ChooseFile{});
  } else if (name == "undo") {
    commands_.emplace_back(Undo{});
  } else if (name == "redo") {
    commands_.emplace_back(Redo{});
  } else if (name == "find") {
    view_.focus_search();
  } else if (name == "help") {
    commands_.emplace_back(GoTo{Page::help});
  }
  apply_commands();
}

void Shell::copy_selected() {
  commands_.emplace_back(CopyTable{.selected = true});
  apply_commands();
}

void Shell::paste(std::string_view text) {
  commands_.emplace_back(PasteCells{std::string(text)});
  apply_commands();
}

void Shell::lose_graphics() { renderer_->lose(); }

void Shell::restore_graphics() { renderer_->restore(); }

void Shell::use_software() {
  renderer_.reset();  // ImGui lets one renderer in at a time
  host::replace_canvas();
  renderer_ = make_software_renderer();
}

}  // namespace luping::web
