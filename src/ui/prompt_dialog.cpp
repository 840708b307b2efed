#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "ui/overlay.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

bool key(ImGuiKey k) { return ImGui::IsKeyPressed(k, false); }

}  // namespace

void prompt_dialog(Ui& ui, const Prompt& prompt) {
  Overlay overlay(ui, "##prompt");
  const float width = std::max(ui.theme.grow(440), answers_width(ui, prompt.answers) + 2 * kGap5);
  const float inner = width - 2 * kGap5;
  const TextStyle title = ui.theme.style(ui.theme.section, Weight::bold, ui.theme.colour.text);
  const TextStyle words = ui.theme.text();
  const float height = kGap5 + paragraph_height(prompt.title, title, inner) + kGap2 +
                       paragraph_height(prompt.text, words, inner) + kGap5 + ui.theme.control + kGap5;
  const Rect box = overlay.panel(width, height);
  const Container dialog(ui, {"prompt", "dialog", prompt.title, prompt.text, "modal:true"}, box);
  const float x = box.x + kGap5;
  float y = box.y + kGap5;
  y += paragraph(ui, "prompt/title", {x, y}, box.width - 2 * kGap5, prompt.title, title, "heading") + kGap2;
  paragraph(ui, "prompt/text", {x, y}, box.width - 2 * kGap5, prompt.text, words);
  if (const std::optional<std::size_t> answer = answer_buttons(ui, "prompt", box, prompt.answers)) {
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
  const Container dialog(ui, {"help", "dialog", "帮助", {}, "modal:true"}, box);
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
