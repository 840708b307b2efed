#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

/// A window over everything that keeps the rest out of reach; draws a panel in its middle.
class Overlay {
 public:
  Overlay(Ui& ui, const char* name) : ui_(ui) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    cover_screen();
    ImGui::SetNextWindowFocus();
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav);
    Ui::list()._FringeScale = 1.0F / pixel_ratio();
    ui.fill({0, 0, display.x, display.y}, ui.theme.colour.shade);
    // What lies behind is inert: neither pressed nor read nor reached by Tab.
    ui.out.nodes.clear();
    ui.focus.restart();
    ui.inert = false;
  }
  ~Overlay() { ImGui::End(); }
  Overlay(const Overlay&) = delete;
  Overlay& operator=(const Overlay&) = delete;

  Rect panel(float width, float height) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float w = std::min(width, display.x - 2 * kGap4);
    const float h = std::min(height, display.y - 2 * kGap4);
    const Rect box{snap((display.x - w) * 0.5F), snap((display.y - h) * 0.4F), w, h};
    for (int ring = 8; ring >= 1; --ring) {
      const Rect r = inset({box.x, box.y + 4, box.width, box.height}, -static_cast<float>(ring) * 2,
                           -static_cast<float>(ring) * 2);
      Ui::list().AddRectFilled(top_left(r), bottom_right(r), ui_.theme.colour.shadow, 8 + static_cast<float>(ring) * 2);
    }
    ui_.frame(box, ui_.theme.colour.surface, ui_.theme.colour.hairline, 8);
    return box;
  }

 private:
  Ui& ui_;
};

bool key(ImGuiKey k) { return ImGui::IsKeyPressed(k, false); }

}  // namespace

void prompt_dialog(Ui& ui, const Prompt& prompt) {
  Overlay overlay(ui, "##prompt");
  // The answers stand in a row, the first at the right end, the way out at the left; the panel is as wide as they need.
  std::vector<ButtonSpec> buttons;
  std::vector<float> widths;
  float row = 0;
  for (const std::string& answer : prompt.answers) {
    buttons.push_back({.label = answer, .look = buttons.empty() ? ButtonLook::primary : ButtonLook::secondary});
    widths.push_back(std::max(ui.theme.grow(88), button_width(ui, buttons.back())));
    row += widths.back() + (buttons.size() == 1 ? 0 : kGap3);
  }
  const float width = std::max(ui.theme.grow(440), row + 2 * kGap5);
  const float inner = width - 2 * kGap5;
  const TextStyle title = ui.theme.style(ui.theme.section, Weight::bold, ui.theme.colour.text);
  const TextStyle words = ui.theme.text();
  const float height = kGap5 + paragraph_height(prompt.title, title, inner) + kGap2 +
                       paragraph_height(prompt.text, words, inner) + kGap5 + ui.theme.control + kGap5;
  const Rect box = overlay.panel(width, height);
  ui.record({"prompt", "dialog", prompt.title, prompt.text}, box);
  const float x = box.x + kGap5;
  float y = box.y + kGap5;
  y += paragraph(ui, "prompt/title", {x, y}, box.width - 2 * kGap5, prompt.title, title, "heading") + kGap2;
  paragraph(ui, "prompt/text", {x, y}, box.width - 2 * kGap5, prompt.text, words);
  const float control = ui.theme.control;
  std::optional<std::size_t> answer;
  bool on_button = false;
  float left = right(box) - kGap5 - row;
  for (std::size_t i = buttons.size(); i-- > 0;) {
    const Id id{"prompt/", std::to_string(i)};
    if (button(ui, id, {left, bottom(box) - kGap5 - control, widths[i], control}, buttons[i])) {
      answer = i;
    }
    on_button = on_button || ui.focus.has(id.hash());
    left += widths[i] + kGap3;
  }
  if (!answer && !on_button && key(ImGuiKey_Enter)) {
    answer = 0;
  }
  if (!answer && key(ImGuiKey_Escape)) {
    answer = prompt.answers.size() - 1;
  }
  if (answer) {
    ui.push(AnswerPrompt{*answer});
  }
}

void help_dialog(Ui& ui) {
  Overlay overlay(ui, "##help");
  const Theme& t = ui.theme;
  struct Line {
    std::string_view key, words;
  };
  constexpr std::array<Line, 8> kKeys = {{{"Enter", "确认，转到下一行的现状值"},
                                          {"Tab", "确认，转到下一个填写框；Shift+Tab 返回上一个"},
                                          {"Esc", "放弃这次填写，恢复原来的内容"},
                                          {"Ctrl+S", "保存到文件"},
                                          {"Ctrl+Shift+S", "另存为"},
                                          {"Ctrl+O", "打开文件"},
                                          {"Ctrl+Z / Ctrl+Y", "撤销 / 重做"},
                                          {"Ctrl+F", "搜索指标、单位、原文"}}};
  struct Meaning {
    Result result;
    std::string_view label, words;
  };
  constexpr std::array<Meaning, 6> kMeanings = {
      {{Result::pass, "达标", "数据齐全，符合要求"},
       {Result::fail, "未达标", "数据齐全，不符合要求"},
       {Result::unknown, "无法判定", "已填写，但缺少目标、基期或计算所需的数"},
       {Result::notchecked, "未填报", "还没有填写"},
       {Result::notapplicable, "不适用", "本地没有这项工作，须写明理由"},
       {Result::error, "数据错误", "填写的数不可能成立，须更正"}}};
  const float line = t.grow(30);
  const float width = t.grow(560);
  const float heading = t.section * kLineHeight;
  const float height = kGap5 + t.page * kLineHeight + kGap3 + heading + line * static_cast<float>(kMeanings.size()) +
                       kGap4 + heading + line * static_cast<float>(kKeys.size()) + kGap5 + t.control + kGap5;
  const Rect box = overlay.panel(width, height);
  ui.record({"help", "dialog", "帮助"}, box);
  {
    ScrollArea scroll("help/scroll", {box.x, box.y + kGap2, box.width, box.height - t.control - 2 * kGap4 - kGap2});
    const float x = box.x + kGap5;
    const float inner = box.width - 2 * kGap5;
    float y = scroll.top() + kGap4;
    const TextStyle title = t.style(t.page, Weight::bold, t.colour.text);
    text_line(ui, "help/title", {x, y, inner, line_height(title)}, "帮助", title, Align::left, "heading");
    y += line_height(title) + kGap2;
    y += section_heading(ui, "help/results", {x, y}, inner, "判定的含义");
    const float chips = t.grow(104);
    for (const Meaning& meaning : kMeanings) {
      chip(ui, Id{"help/", meaning.label}, {x, y, chips, line}, {meaning.result, std::string(meaning.label)});
      text_line(ui, Id{"help/", meaning.label, "/words"}, {x + chips, y, inner - chips, line}, meaning.words, t.text());
      y += line;
    }
    y += kGap4;
    y += section_heading(ui, "help/keys", {x, y}, inner, "快捷键");
    const float keys = t.grow(136);
    for (const Line& entry : kKeys) {
      text_line(ui, Id{"help/", entry.key}, {x, y, keys, line}, entry.key, t.strong());
      text_line(ui, Id{"help/", entry.key, "/words"}, {x + keys, y, inner - keys, line}, entry.words, t.text());
      y += line;
    }
    scroll.end_at(y + kGap2);
  }
  const ButtonSpec close{.label = "知道了", .look = ButtonLook::primary};
  const float wide = std::max(t.grow(88), button_width(ui, close));
  const bool pressed =
      button(ui, "help/close", {right(box) - kGap5 - wide, bottom(box) - kGap4 - t.control, wide, t.control}, close);
  const ImVec2 mouse = ImGui::GetMousePos();
  const bool outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
                       (mouse.x < box.x || mouse.y < box.y || mouse.x > right(box) || mouse.y > bottom(box));
  if (pressed || outside || key(ImGuiKey_Escape)) {
    ui.memory.help = false;
    ui.out.again = true;
  }
}

}  // namespace luping::ui
