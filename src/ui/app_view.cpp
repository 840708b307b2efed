#include "ui/app_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {

struct AppView::State {
  Theme theme;
  Focus focus;
  TextEntry entry;
  Memory memory;
  Page page = Page::start;  ///< drawn last
};

namespace {

/// Where the arrow keys, Home, End and the page keys lead along a column; 0: nowhere.
std::uint32_t along_column(const Focus& focus, std::uint32_t at) {
  constexpr int kPage = 10;
  constexpr int kAll = 1 << 20;
  constexpr std::array<std::pair<ImGuiKey, int>, 6> kSteps = {{{ImGuiKey_DownArrow, 1},
                                                               {ImGuiKey_UpArrow, -1},
                                                               {ImGuiKey_PageDown, kPage},
                                                               {ImGuiKey_PageUp, -kPage},
                                                               {ImGuiKey_End, kAll},
                                                               {ImGuiKey_Home, -kAll}}};
  for (const auto& [key, steps] : kSteps) {
    if (ImGui::IsKeyPressed(key)) {
      return focus.next_in_chain(at, steps);
    }
  }
  return 0;
}

/// Tab and Shift+Tab over all stops; Ctrl+F6 and Ctrl+Shift+F6 over the parts of the window; the arrow keys along a column. While a
/// text is edited the platform has the keys.
void move_focus(Focus& focus, const TextEntry& entry, const Memory& memory) {
  if (entry.is_open() || memory.menu != 0) {
    return;
  }
  const std::uint32_t at = focus.current();
  if (ImGui::IsKeyPressed(ImGuiKey_Tab)) {
    focus.set(focus.next(at, ImGui::GetIO().KeyShift ? -1 : +1), true);
  } else if (ImGui::IsKeyPressed(ImGuiKey_F6)) {
    focus.set(focus.next_area(at, ImGui::GetIO().KeyShift ? -1 : +1), true);
  } else if (const std::uint32_t next = at == 0 ? 0 : along_column(focus, at); next != 0) {
    focus.set(next, true);
  } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    focus.clear();
  }
}

void layout(Ui& ui, const Rect& screen, const ViewModel& model) {
  const Theme& t = ui.theme;
  Rect rest = screen;
  ui.fill(screen, t.colour.ground);
  const Rect bar = take_top(rest, std::max(52.0F, t.grow(48)));
  {
    const Container banner(ui, {"top", "banner", "顶栏"}, bar);
    top_bar(ui, bar, model);
    if (model.read_only) {
      read_only_bar(ui, take_top(rest, read_only_height(ui, *model.read_only, rest.width)), *model.read_only);
    }
    if (model.notice) {
      notice_bar(ui, take_top(rest, notice_height(ui, *model.notice, rest.width)), *model.notice);
    }
  }
  if (model.page == Page::start) {
    const Container main(ui, {"main", "main", "首页"}, rest);
    start_page(ui, rest, model.start);
    return;
  }
  // The guide and the scheme are read without a document, too.
  if (!model.nav.empty()) {
    nav(ui, take_left(rest, nav_width(ui, rest.width)), model);
  }
  const float least = std::min(340.0F, std::round(screen.width * 0.33F));
  const float pane = std::clamp(std::round(screen.width * 0.29F), least, 480.0F);
  const auto in_main = [&](std::string_view name, const auto& draw) {
    const Container main(ui, {"main", "main", name}, rest);
    draw();
  };
  switch (model.page) {
    case Page::start:
    case Page::overview:
      in_main("总览", [&] { overview_page(ui, rest, model.overview); });
      break;
    case Page::help:
      in_main("帮助", [&] { help_page(ui, rest, model.help); });
      break;
    case Page::fill: {
      const Rect side = take_right(rest, pane);
      in_main("填报", [&] { fill_page(ui, rest, model.fill); });
      detail_pane(ui, side, model.detail ? &*model.detail : nullptr);
      break;
    }
    case Page::tasks: {
      const Rect side = take_right(rest, pane);
      in_main("任务", [&] { tasks_page(ui, rest, model.tasks); });
      task_detail(ui, side, model.task_detail ? &*model.task_detail : nullptr);
      break;
    }
    case Page::units: {
      const Rect side = take_right(rest, pane);
      in_main("单位", [&] { units_page(ui, rest, model.units); });
      unit_detail(ui, side, model.units);
      break;
    }
    case Page::scheme:
      in_main("指标体系", [&] { scheme_page(ui, rest, model.scheme); });
      break;
  }
}

}  // namespace

AppView::AppView() : state_(std::make_unique<State>()) {}
AppView::~AppView() = default;

void AppView::apply_theme(int font_percent, bool high_contrast) {
  state_->theme = make_theme(font_percent, high_contrast);
  apply_imgui_style(state_->theme);
}

FrameOutput AppView::draw(const ViewModel& model, CommandQueue& commands) {
  FrameOutput out;
  State& s = *state_;
  Ui ui(s.theme, s.focus, s.entry, s.memory, commands, out);
  s.focus.begin_frame();
  s.entry.begin_frame();
  s.memory.hint_seen = false;
  s.page = model.page;
  if (model.page == Page::help && !model.prompt && !s.entry.is_open() && s.memory.menu == 0 &&
      ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    ui.push(GoTo{model.help.back});
  }
  move_focus(s.focus, s.entry, s.memory);

  const ImVec2 display = ImGui::GetIO().DisplaySize;
  cover_screen();
  ImGui::Begin("##screen", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  // ImGui sets a font's pixel density when it is pushed; text here is drawn with the fonts directly.
  ImGui::PushFont(s.theme.bold, s.theme.body);
  ImGui::PopFont();
  ImGui::PushFont(s.theme.regular, s.theme.body);
  Ui::list()._FringeScale = 1.0F / pixel_ratio();
  if (model.prompt || model.paste) {
    s.entry.end(commands);
    ui.inert = true;
  }
  ui.frozen = model.read_only.has_value();
  layout(ui, {0, 0, display.x, display.y}, model);
  if (model.prompt) {
    prompt_dialog(ui, *model.prompt);
  } else if (model.paste) {
    paste_dialog(ui, *model.paste);
  }
  ImGui::PopFont();
  ImGui::End();

  if (!s.memory.hint_seen) {
    s.memory.hint = 0;
  }
  out.nodes.insert(out.nodes.end(), std::make_move_iterator(out.floating.begin()),
                   std::make_move_iterator(out.floating.end()));
  out.floating.clear();
  // Always there, so that a change of its text is read out.
  out.nodes.push_back({"announcement", "status", model.announcement, {}, {}, {0, 0, 1, 1}});
  out.text = s.entry.end_frame(commands);
  out.again = out.again || s.focus.pending();
  return out;
}

void AppView::on_text(TextEventKind kind, std::string_view text, CommandQueue& commands, std::string_view key) {
  state_->entry.on_text(kind, text, key, state_->focus, commands);
}

void AppView::focus_search() {
  state_->focus.set(hash_of(state_->page == Page::help ? "help/search" : "top/search"), true);
}

}  // namespace luping::ui
