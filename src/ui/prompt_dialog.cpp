#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "ui/overlay.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {

void prompt_dialog(Ui& ui, const Prompt& prompt) {
  Overlay overlay(ui, "##prompt");
  const float width = std::max(ui.theme.grow(440), answers_width(ui, prompt.answers) + 2 * kGap5);
  const float inner = width - 2 * kGap5;
  const TextStyle title = ui.theme.style(ui.theme.section, Weight::bold, ui.theme.colour.text);
  const TextStyle words = ui.theme.text();
  const float height = kGap5 + paragraph_height(prompt.title, title, inner) + kGap2 +
                       paragraph_height(prompt.text, words, inner) + kGap5 + ui.theme.control + kGap5;
  const Rect box = overlay.panel(width, height);
  const std::string state = dialog_state(ui, "prompt", prompt.answers.size());
  const Container dialog(ui, {"prompt", "dialog", prompt.title, prompt.text, state}, box);
  const float x = box.x + kGap5;
  float y = box.y + kGap5;
  y += paragraph(ui, "prompt/title", {x, y}, box.width - 2 * kGap5, prompt.title, title, "heading") + kGap2;
  paragraph(ui, "prompt/text", {x, y}, box.width - 2 * kGap5, prompt.text, words);
  if (const std::optional<std::size_t> answer = answer_buttons(ui, "prompt", box, prompt.answers)) {
    ui.push(AnswerPrompt{*answer});
  }
}

}  // namespace luping::ui
