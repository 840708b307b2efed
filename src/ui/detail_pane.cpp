#include <array>
#include <cmath>
#include <string>

#include "ui/charts.h"
#include "ui/form.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace luping::ui {
namespace {

/// Lays parts of the pane one under another.
struct Column {
  Ui& ui;
  float x;
  float y;
  float width;

  ImVec2 at() const { return {x, y}; }
  void space(float gap) { y += gap; }
  void heading(const Id& id, std::string_view text) {
    const TextStyle style = ui.theme.strong();
    text_line(ui, id, {x, y, width, line_height(style)}, text, style, Align::left, "heading");
    y += line_height(style) + kGap1;
  }
  void divide() {
    y += kGap4;
    ui.hline(x, y, width);
    y += kGap4;
  }
};

void title(Column& c, const DetailModel& model) {
  Ui& ui = c.ui;
  const float chip_room = chip_width(ui, model.chip) + kGap3;
  const TextStyle name = ui.theme.style(ui.theme.section, Weight::bold, ui.theme.colour.text);
  text_line(ui, "detail/place", {c.x, c.y, c.width, line_height(ui.theme.quiet())}, model.place, ui.theme.quiet());
  c.y += line_height(ui.theme.quiet()) + 2;
  chip(ui, "detail/chip", {c.x + c.width - chip_room + kGap3, c.y, chip_room, line_height(name)}, model.chip);
  c.y += paragraph(ui, "detail/name", c.at(), c.width - chip_room, model.name, name, "heading");
  if (!model.obligation.empty()) {
    c.y += kGap1;
    badge(ui, {c.x, c.y, c.width, ui.theme.grow(20)}, model.obligation, ui.theme.colour.badge);
    c.y += ui.theme.grow(20);
  }
}

/// The verdict in words on the verdict's ground: the first thing to read.
void verdict(Column& c, const DetailModel& model) {
  Ui& ui = c.ui;
  if (model.verdict.empty() && model.remedy.empty()) {
    return;
  }
  const ChipColours& colours = ui.theme.chip(model.chip.result);
  const TextStyle said = ui.theme.text();
  TextStyle remedy = ui.theme.strong();
  remedy.colour = colours.text;
  const float inner = c.width - 2 * kGap3;
  const float first = model.verdict.empty() ? 0 : paragraph_height(model.verdict, said, inner);
  const float second =
      model.remedy.empty() ? 0 : paragraph_height(model.remedy, remedy, inner) + (first > 0 ? kGap1 : 0);
  const Rect box{c.x, c.y, c.width, first + second + 2 * (kGap2 + 2)};
  ui.tag(box, colours, kCorner);
  float y = box.y + kGap2 + 2;
  y += paragraph(ui, "detail/verdict", {c.x + kGap3, y}, inner, model.verdict, said);
  if (second > 0) {
    y += first > 0 ? kGap1 : 0;
    paragraph(ui, "detail/remedy", {c.x + kGap3, y}, inner, model.remedy, remedy);
  }
  c.y += box.height;
}

void quote(Column& c, const DetailModel& model) {
  if (model.quote.empty()) {
    return;
  }
  Ui& ui = c.ui;
  const TextStyle style = ui.theme.text();
  const float inner = c.width - kGap3;
  const float height = paragraph_height(model.quote, style, inner);
  ui.fill({c.x, c.y + 2, 3, height - 4}, ui.theme.colour.hairline, 1.5F);
  paragraph(ui, "detail/quote", {c.x + kGap3, c.y}, inner, model.quote, style);
  c.y += height;
}

void rule(Column& c, const DetailModel& model) {
  const std::array<std::pair<std::string_view, const std::string*>, 4> parts = {
      {{"怎么判", &model.rule}, {"怎么算", &model.formula}, {"指标解释", &model.definition}, {"", nullptr}}};
  for (const auto& [label, text] : parts) {
    if (text != nullptr && !text->empty()) {
      c.space(kGap2);
      c.y += titled_text(c.ui, Id{"detail/", label}, c.at(), c.width, label, *text);
    }
  }
  // How the clause is read decides the verdict, so it is always on screen; why, and how else, is a press away.
  for (std::size_t i = 0; i < model.readings.size(); ++i) {
    const Id id{"detail/read/", std::to_string(i)};
    const std::string& chosen = model.readings[i].chosen;
    c.space(i == 0 ? kGap2 : kGap1);
    c.y += i == 0 ? titled_text(c.ui, id, c.at(), c.width, "口径", chosen)
                  : paragraph(c.ui, id, c.at(), c.width, chosen, c.ui.theme.text());
  }
  for (std::size_t i = 0; i < model.notes.size(); ++i) {
    c.space(kGap1);
    c.y +=
        paragraph(c.ui, Id{"detail/remark/", std::to_string(i)}, c.at(), c.width, model.notes[i], c.ui.theme.quiet());
  }
}

void evidence(Column& c, const DetailModel& model) {
  Ui& ui = c.ui;
  const ButtonSpec add{.label = "添加佐证", .icon = Icon::plus, .look = ButtonLook::quiet, .disabled = ui.frozen};
  const float width = button_width(ui, add);
  const float line = ui.theme.grow(28);
  text_line(ui, "detail/evidence", {c.x, c.y, c.width - width, line}, "佐证材料", ui.theme.strong(), Align::left,
            "heading");
  if (button(ui, "detail/evidence/add", {c.x + c.width - width + kGap2, c.y, width, line}, add)) {
    ui.push(AddEvidence{model.id});
  }
  c.y += line + kGap1;
  if (!model.evidence_wanted.empty()) {
    TextStyle wanted = ui.theme.quiet();
    if (model.evidence_missing) {
      wanted.colour = ui.theme.chip(Result::fail).text;
    }
    c.y += paragraph(ui, "detail/evidence/wanted", c.at(), c.width, model.evidence_wanted, wanted) + kGap1;
  }
  if (model.evidence.empty()) {
    c.y += paragraph(ui, "detail/evidence/none", c.at(), c.width,
                     "还没有佐证。把支撑这项结论的文件、台账或报表登记在这里。", ui.theme.quiet());
    return;
  }
  for (const DetailModel::EvidenceRow& row : model.evidence) {
    const float top = c.y;
    const float inner = c.width - 2 * kGap3;
    const Id scope{"detail/evidence/", row.id};
    c.y += kGap2;
    // The ground goes under the fields, whose height is known only afterwards: a channel below.
    ImDrawListSplitter splitter;
    splitter.Split(&Ui::list(), 2);
    splitter.SetCurrentChannel(&Ui::list(), 1);
    const float corner_button = ui.theme.grow(24);
    if (button(ui, Id{scope, "/remove"},
               {c.x + c.width - corner_button - kGap2, top + kGap1, corner_button, corner_button},
               {.label = {},
                .icon = Icon::trash,
                .look = ButtonLook::quiet,
                .disabled = ui.frozen,
                .hint = "删除这条佐证"})) {
      ui.push(RemoveEvidence{model.id, row.id});
    }
    c.y += form_fields(ui, scope, {c.x + kGap3, c.y}, inner, row.fields);
    c.y += kGap3;
    splitter.SetCurrentChannel(&Ui::list(), 0);
    ui.frame({c.x, top, c.width, c.y - top}, ui.theme.colour.ground, ui.theme.colour.hairline);
    splitter.Merge(&Ui::list());
    c.y += kGap2;
  }
  c.y -= kGap2;
}

/// 不适用 with its reason, for an indicator or a measure. Returns whether it shall apply again.
template <typename Model>
bool not_applicable(Column& c, const Model& model, std::string_view back_label) {
  Ui& ui = c.ui;
  bool pressed = false;
  if (model.marked_not_applicable) {
    c.heading("detail/na", "不适用");
    c.y += form_field(ui, "detail", c.at(), c.width, model.not_applicable) + kGap2;
    const ButtonSpec back{.label = back_label, .disabled = ui.frozen};
    pressed = button(ui, "detail/na/back", {c.x, c.y, button_width(ui, back), ui.theme.control}, back);
    c.y += ui.theme.control;
  } else if (model.can_mark_not_applicable) {
    const bool open = disclosure(ui, Id{"detail/na/", model.id}, {c.x, c.y, c.width, ui.theme.control}, "本项不适用");
    c.y += ui.theme.control;
    if (open) {
      c.space(kGap1);
      c.y += form_field(ui, "detail", c.at(), c.width, model.not_applicable);
    }
  }
  return pressed;
}

/// 人工认定: folded away until somebody uses it.
void override_result(Column& c, const DetailModel& model) {
  Ui& ui = c.ui;
  if (!model.can_override) {
    return;
  }
  if (model.overridden) {
    c.space(kGap2);
    c.heading("detail/override", "人工认定");
  } else {
    const bool open =
        disclosure(ui, Id{"detail/override/", model.id}, {c.x, c.y, c.width, ui.theme.control}, "人工认定");
    c.y += ui.theme.control;
    if (!open) {
      return;
    }
    c.y += paragraph(ui, "detail/override/about", c.at(), c.width,
                     "经审核认定的结果与计算结果不同时填写。两种结果会同时保留和显示。", ui.theme.quiet()) +
           kGap2;
  }
  c.y += form_fields(ui, "detail", c.at(), c.width, model.override_fields);
  c.space(kGap2);
}

void readings(Column& c, const DetailModel& model) {
  Ui& ui = c.ui;
  if (model.readings.empty()) {
    return;
  }
  const bool open =
      disclosure(ui, Id{"detail/readings/", model.id}, {c.x, c.y, c.width, ui.theme.control}, "口径的理由和其他理解");
  c.y += ui.theme.control;
  if (!open) {
    return;
  }
  for (std::size_t i = 0; i < model.readings.size(); ++i) {
    const DetailModel::Reading& reading = model.readings[i];
    const Id id{"detail/reading/", std::to_string(i)};
    c.space(kGap2);
    c.y += paragraph(ui, Id{id, "/title"}, c.at(), c.width, reading.title, ui.theme.strong());
    c.y += titled_text(ui, Id{id, "/chosen"}, c.at(), c.width, "采用", reading.chosen);
    c.y += titled_text(ui, Id{id, "/reason"}, c.at(), c.width, "理由", reading.reason);
    for (std::size_t k = 0; k < reading.alternatives.size(); ++k) {
      c.y += titled_text(ui, Id{id, "/other/", std::to_string(k)}, c.at(), c.width, k == 0 ? "其他理解" : "",
                         reading.alternatives[k]);
    }
  }
}

void units(Column& c, const DetailModel& model) {
  const std::array<std::pair<std::string_view, const std::string*>, 2> rows = {
      {{"牵头单位", &model.lead}, {"责任单位", &model.responsible}}};
  const TextStyle quiet = c.ui.theme.quiet();
  const float label = std::ceil(text_width(quiet, "牵头单位")) + kGap3;
  for (const auto& [name, text] : rows) {
    if (!text->empty()) {
      draw_text(Ui::list(), {c.x, c.y, label, line_height(quiet)}, name, quiet);
      TextStyle style = quiet;
      style.colour = c.ui.theme.colour.text;
      c.y += paragraph(c.ui, Id{"detail/", name}, {c.x + label, c.y}, c.width - label, *text, style) + 2;
    }
  }
}

}  // namespace

void detail_pane(Ui& ui, const Rect& box, const DetailModel* model) {
  ui.fill(box, ui.theme.colour.surface);
  ui.vline(box.x, box.y, box.height);
  if (model == nullptr) {
    empty_state(ui, "detail/empty", box, Icon::fill, "在左边选一项指标，这里显示原文、算法、判定和佐证。");
    return;
  }
  const Container landmark(ui, {"detail", "complementary", model->name}, box);
  ScrollArea scroll("detail/scroll", {box.x + 1, box.y, box.width - 1, box.height});
  const std::uint32_t shown = hash_of(model->id);
  if (ui.memory.detail_shown != shown) {
    ui.memory.detail_shown = shown;
    ImGui::SetScrollY(0);
  }
  Column c{ui, box.x + kGap4 + kGap1, scroll.top() + kGap4, box.width - 2 * (kGap4 + kGap1)};
  title(c, *model);
  c.space(kGap3);
  verdict(c, *model);
  if (!model->progress.empty()) {
    c.space(kGap2);
    c.y += titled_text(ui, "detail/progress", c.at(), c.width, "进展", model->progress);
  }
  if (model->trend) {
    c.space(kGap2);
    c.y += trend_line(ui, "detail/trend", c.at(), c.width, *model->trend);
  }
  for (std::size_t i = 0; i < model->sections.size(); ++i) {
    const DetailModel::Section& section = model->sections[i];
    c.space(kGap4);
    if (!section.title.empty()) {
      c.heading(Id{"detail/section/", std::to_string(i)}, section.title);
    }
    c.y += form_fields(ui, "detail", c.at(), c.width, section.fields);
  }
  c.divide();
  c.heading("detail/basis", "原文与判定依据");
  quote(c, *model);
  rule(c, *model);
  c.divide();
  evidence(c, *model);
  c.space(kGap4);
  c.y += form_field(ui, "detail", c.at(), c.width, model->note);
  c.space(kGap2);
  if (not_applicable(c, *model, "恢复评估")) {
    ui.push(MakeApplicable{model->id});
  }
  override_result(c, *model);
  readings(c, *model);
  c.divide();
  units(c, *model);
  scroll.end_at(c.y + kGap5);
}

void task_detail(Ui& ui, const Rect& box, const TaskDetailModel* model) {
  ui.fill(box, ui.theme.colour.surface);
  ui.vline(box.x, box.y, box.height);
  if (model == nullptr) {
    empty_state(ui, "detail/empty", box, Icon::tasks, "在左边选一条任务，这里填写进展、完成日期和说明。");
    return;
  }
  const Container landmark(ui, {"detail", "complementary", model->text}, box);
  ScrollArea scroll("detail/scroll", {box.x + 1, box.y, box.width - 1, box.height});
  const std::uint32_t shown = hash_of(model->id);
  if (ui.memory.detail_shown != shown) {
    ui.memory.detail_shown = shown;
    ImGui::SetScrollY(0);
  }
  Column c{ui, box.x + kGap4 + kGap1, scroll.top() + kGap4, box.width - 2 * (kGap4 + kGap1)};
  text_line(ui, "detail/place", {c.x, c.y, c.width, line_height(ui.theme.quiet())}, model->place, ui.theme.quiet());
  c.y += line_height(ui.theme.quiet()) + 2;
  c.y += paragraph(ui, "detail/name", c.at(), c.width, model->text, ui.theme.strong(), "heading");
  c.space(kGap4);
  const std::array<DetailField, 2> short_fields = {model->state, model->date};
  c.y += form_fields(ui, "detail", c.at(), c.width, short_fields);
  c.space(kGap3);
  c.y += form_field(ui, "detail", c.at(), c.width, model->note);
  c.space(kGap2);
  if (not_applicable(c, *model, "恢复填报")) {
    ui.push(MakeMeasureApplicable{model->id});
  }
  c.divide();
  if (!model->item_text.empty()) {
    c.heading("detail/basis", "原文");
    const TextStyle style = ui.theme.text();
    const float inner = c.width - kGap3;
    const float height = paragraph_height(model->item_text, style, inner);
    ui.fill({c.x, c.y + 2, 3, height - 4}, ui.theme.colour.hairline, 1.5F);
    paragraph(ui, "detail/quote", {c.x + kGap3, c.y}, inner, model->item_text, style);
    c.y += height;
    c.divide();
  }
  DetailModel both;
  both.lead = model->lead;
  both.responsible = model->responsible;
  units(c, both);
  scroll.end_at(c.y + kGap5);
}

}  // namespace luping::ui
