#include <algorithm>

#include "app/build_view.h"
#include "app/fields.h"
#include "app/needs.h"
#include "app/pasted_cells.h"
#include "app/short_text.h"
#include "core/analysis/progress.h"
#include "core/check/plausibility.h"
#include "core/judge/applicability.h"
#include "core/judge/quantity.h"
#include "core/text.h"
#include "core/words/explain.h"

namespace luping {
namespace {

class DetailBuilder {
 public:
  DetailBuilder(const ViewSource& source, const Indicator& indicator, const Outcome& outcome)
      : source_(source), indicator_(indicator), outcome_(outcome) {
    const auto found = source.assessment.answers.find(indicator.id);
    if (found != source.assessment.answers.end()) answer_ = found->second;
    needs_ = needs_of(source.scheme, indicator);
  }

  std::vector<DetailModel::Section> sections() const {
    std::vector<DetailModel::Section> all;
    const bool excluded = outcome_.computed_reason == Reason::excluded_by_scheme;
    if (!needs_.attributes.empty() && (!excluded || needs_.conditional)) all.push_back(attributes());
    if (excluded) return all;
    switch (indicator_.value.kind) {
      case ValueKind::number:
        all.push_back(figures());
        break;
      case ValueKind::status:
        all.push_back(
            {"现状",
             {choice({FieldKind::value, indicator_.id, {}}, "现在的情况", option_choices(indicator_.value.options))}});
        if (!indicator_.value.inputs.empty()) all.push_back(other_inputs());
        break;
      case ValueKind::measure:
        all.push_back(
            {"现状", {choice({FieldKind::measure_state, indicator_.value.measure, {}}, "任务进展", state_choices())}});
        break;
      case ValueKind::none:
        if (!indicator_.value.inputs.empty()) all.push_back(other_inputs());
        break;
    }
    for (const std::string& id : needs_.externals) all.push_back(external(id));
    if (needs_.target) all.push_back(target());
    if (needs_.years_back > 0) all.push_back(history());
    if (needs_.baseline) all.push_back(baseline());
    return all;
  }

  /// 人工认定.
  std::vector<DetailField> override_fields() const {
    std::vector<Choice> results = {{"", "（不认定，以计算为准）"}};
    for (const Result result : {Result::pass, Result::fail, Result::unknown, Result::notapplicable})
      results.push_back({std::string(token_of(result)), std::string(label_of(result, Language::zh))});
    std::vector<DetailField> fields = {choice({FieldKind::override_result, indicator_.id, {}}, "认定结果", results),
                                       text(FieldKind::override_reason, "理由", "如 以省级核定的数据为准"),
                                       text(FieldKind::override_authority, "依据", "如 专题会议纪要〔2023〕5 号"),
                                       text(FieldKind::override_author, "认定人", "如 李明（市生态环境局）"),
                                       text(FieldKind::override_date, "日期", "如 2023-12-31")};
    fields[1].multiline = true;
    if (answer_.manual.result.empty()) return fields;
    for (const std::size_t needed : {std::size_t{1}, std::size_t{3}}) {
      if (!is_blank(fields[needed].text)) continue;
      fields[needed].problem = true;
      fields[needed].hint = needed == 1 ? "请写明理由，否则不作数" : "请写明认定人，否则不作数";
    }
    return fields;
  }
  bool overridden() const { return answer_.manual != Override{}; }

  DetailField text(FieldKind kind, std::string label, std::string placeholder, std::string sub = {}) const {
    DetailField field;
    field.field = {kind, indicator_.id, std::move(sub)};
    field.label = std::move(label);
    field.placeholder = std::move(placeholder);
    field.text = read_field(source_.assessment, field.field);
    return field;
  }

  std::vector<DetailModel::EvidenceRow> evidence() const {
    std::vector<DetailModel::EvidenceRow> rows;
    for (const Evidence& one : answer_.evidence) {
      rows.push_back({one.id,
                      {text(FieldKind::evidence_title, "名称", "如 2023 年污水处理运行报表", one.id),
                       text(FieldKind::evidence_document, "文号", "如 贵环〔2023〕12 号", one.id),
                       text(FieldKind::evidence_issuer, "出具单位", "如 市生态环境局", one.id),
                       text(FieldKind::evidence_date, "日期", "如 2023-06-30", one.id),
                       text(FieldKind::evidence_file, "文件名", "如 运行报表.pdf，只记文件名", one.id)}});
    }
    return rows;
  }

 private:
  DetailField number(FieldKind kind, std::string label, const std::string& unit, std::string sub = {}) const {
    DetailField field = text(kind, std::move(label), number_example(source_.scheme, unit, false), std::move(sub));
    as_number(field, unit);
    return field;
  }

  /// In the unit of the indicator itself: its example is one for these, too.
  DetailField own_number(FieldKind kind, std::string label, std::string sub = {}) const {
    DetailField field = number(kind, std::move(label), unit(), std::move(sub));
    field.placeholder = number_example(source_.scheme, indicator_.value);
    return field;
  }

  // `unit` is a unit id.
  void as_number(DetailField& field, const std::string& unit) const {
    field.unit = unit_label(source_.scheme, unit);
    field.numeric = true;
    const DecimalProblem problem = read_quantity(source_.scheme, field.text, unit).problem;
    field.problem = problem == DecimalProblem::not_a_number || problem == DecimalProblem::too_many_digits;
    if (problem == DecimalProblem::not_a_number) field.hint = "不是数字，请只填数字";
    if (problem == DecimalProblem::too_many_digits) field.hint = "位数太多，请核对";
  }

  DetailField choice(FieldRef ref, std::string label, std::vector<Choice> choices) const {
    DetailField field;
    field.text = read_field(source_.assessment, ref);
    field.field = std::move(ref);
    field.label = std::move(label);
    field.choices = std::move(choices);
    return field;
  }

  const std::string& unit() const { return indicator_.value.unit; }

  bool in_formula(const Input& input) const {
    const auto& named = indicator_.value.formula.inputs();
    return std::find(named.begin(), named.end(), input.id) != named.end();
  }

  DetailField input_field(const Input& input) const {
    DetailField field = number(FieldKind::input, input.name, input.unit, input.id);
    field.placeholder = number_example(source_.scheme, input.unit, input.integer);
    if (input.last_year) field.hint = field.hint.empty() ? "填上一年的数" : field.hint;
    mark_problem(field, input.id);
    question(field, input.id, false);
    return field;
  }

  /// Figures that rules look at beside the value.
  DetailModel::Section other_inputs() const {
    DetailModel::Section section{"相关数据", {}};
    for (const Input& input : indicator_.value.inputs) {
      if (!in_formula(input)) section.fields.push_back(input_field(input));
    }
    return section;
  }

  DetailModel::Section attributes() const {
    DetailModel::Section section{"地区属性", {}};
    for (const std::string& id : needs_.attributes) {
      const Attribute& attribute = *find_attribute(source_.scheme, id);
      DetailField field = choice({FieldKind::attribute, id, {}}, attribute.name, option_choices(attribute.values));
      field.text = attribute_of(source_.scheme, source_.assessment, id);
      if (field.text.empty()) field.hint = "各项指标共用；标准按它选定";
      section.fields.push_back(std::move(field));
    }
    return section;
  }

  DetailModel::Section external(const std::string& id) const {
    const External* declared = find_external(source_.scheme, id);
    DetailField field;
    field.field = {FieldKind::external_value, id, {}};
    field.label = declared == nullptr ? id : declared->name;
    field.text = read_field(source_.assessment, field.field);
    const std::string unit = declared == nullptr ? std::string() : declared->unit;
    as_number(field, unit);
    field.placeholder = number_example(source_.scheme, unit, false);
    const ExternalValue* value = external_value(source_.assessment, id);
    if (value != nullptr && !is_by_hand(*value)) {
      field.read_only = true;
      std::vector<std::string> origin = {"来自目标文件"};
      for (const std::string& part : {value->document_number, value->issuer, value->date}) {
        if (!part.empty()) origin.push_back(part);
      }
      field.hint = join(origin, "，");
    } else if (field.text.empty()) {
      field.hint = "随目标文件下达；可打开目标文件导入，或在此手工填写";
    }
    return {"外部数据", {std::move(field)}};
  }

  DetailModel::Section figures() const {
    DetailModel::Section section{"现状值", {}};
    const ValueSpec& spec = indicator_.value;
    const bool by_inputs = uses_inputs(indicator_, answer_);
    if (!spec.formula.empty()) {
      DetailField entry = choice({FieldKind::entry, indicator_.id, {}}, "填法",
                                 {{"value", "直接填写结果"}, {"inputs", "填写数量，自动计算"}});
      entry.text = by_inputs ? "inputs" : "value";
      section.fields.push_back(std::move(entry));
    }
    if (!by_inputs) {
      DetailField value = own_number(FieldKind::value, "现状值");
      mark_problem(value, {});
      question(value, {}, false);
      section.fields.push_back(std::move(value));
      for (const Input& input : spec.inputs) {
        if (!in_formula(input)) section.fields.push_back(input_field(input));
      }
      return section;
    }
    for (const Input& input : spec.inputs) section.fields.push_back(input_field(input));
    DetailField computed = number(FieldKind::value, "计算结果", unit());
    computed.text = value_text(indicator_, outcome_, Language::zh);
    computed.read_only = true;
    computed.problem = false;
    computed.hint = computed.text.empty() ? "填齐以上数量后自动算出" : "";
    question(computed, {}, true);
    section.fields.push_back(std::move(computed));
    return section;
  }

  /// A figure that is possible but looks like a slip is asked about under its field.
  void question(DetailField& field, std::string_view input, bool computed) const {
    if (field.problem) return;
    for (const Implausible& one : implausible(source_.scheme, source_.assessment, indicator_)) {
      if (one.input != input || one.computed != computed) continue;
      const bool fraction = one.kind == ImplausibleKind::fraction_for_percent;
      const std::string reference = one.kind == ImplausibleKind::far_from_baseline ? "基期" : "上年";
      field.hint = fraction ? "是不是 " + one.other + "%？请核对小数点"
                            : "与" + reference + "的 " + one.other + " 相差约十倍或更多，请核对单位和小数点";
    }
  }

  // Besides unreadable text: what evaluation found impossible.
  void mark_problem(DetailField& field, std::string_view input) const {
    if (field.problem || outcome_.value.result != Result::error || outcome_.value.subject != input) return;
    if (outcome_.reason == Reason::out_of_range) field.hint = "超出可能的范围，请核对";
    if (outcome_.reason == Reason::not_whole) field.hint = "应为整数";
    field.problem = outcome_.reason == Reason::out_of_range || outcome_.reason == Reason::not_whole;
  }

  DetailModel::Section target() const {
    const bool plan = needs_.source == TargetSource::plan;
    DetailModel::Section section{plan ? "年度计划目标" : "上级下达目标", {}};
    DetailField value = own_number(FieldKind::target_value, "目标值");
    const Target* assigned = assigned_target(source_.assessment, indicator_.id);
    if (assigned != nullptr) {
      value.text = assigned->value;
      value.read_only = true;
      value.problem = false;
      std::vector<std::string> origin = {"来自目标文件"};
      for (const std::string& part : {assigned->document_number, assigned->issuer, assigned->date}) {
        if (!part.empty()) origin.push_back(part);
      }
      value.hint = join(origin, "，");
      section.fields.push_back(std::move(value));
      return section;
    }
    if (value.text.empty()) value.hint = plan ? "按年度审核计划填写" : "尚未下达；可打开目标文件导入，或在此手工填写";
    section.fields.push_back(std::move(value));
    const bool by_hand = !is_blank(section.fields.front().text);
    section.fields.push_back(text(FieldKind::target_document, "依据文号", "如 贵政办发〔2023〕5 号"));
    if (by_hand && is_blank(section.fields.back().text)) section.fields.back().hint = "手工填写的目标，请注明依据";
    return section;
  }

  DetailModel::Section history() const {
    DetailModel::Section section{needs_.years_back == 1 ? "上年值" : "历年值", {}};
    for (int back = 1; back <= needs_.years_back; ++back) {
      const std::string year = std::to_string(source_.assessment.year - back);
      section.fields.push_back(own_number(FieldKind::history_value, year + " 年", year));
      section.fields.push_back(text(FieldKind::history_source, "数据来源", "如 统计年鉴", year));
    }
    return section;
  }

  DetailModel::Section baseline() const {
    DetailField year = text(FieldKind::baseline_year, "基期年份", "如 2020");
    return {"基期",
            {own_number(FieldKind::baseline_value, "基期值"), std::move(year),
             text(FieldKind::baseline_source, "数据来源", "如 2020 年国土调查")}};
  }

  const ViewSource& source_;
  const Indicator& indicator_;
  const Outcome& outcome_;
  Answer answer_;
  Needs needs_;
};

/// A number that counts otherwise than it was typed says so.
void tell_typed(const ViewSource& source, DetailField& field) {
  if (!field.numeric || field.read_only || field.problem) return;
  const std::string kept = settled_text(source.scheme, field.field, field.text);
  const std::string now = trimmed(field.text);
  const std::string* typed = now == kept ? source.typed.of(field.field, kept) : &now;
  if (typed == nullptr || kept.empty()) return;
  const std::string words = "按 " + kept + " 计（原输入：" + in_short(*typed, 30) + "）";
  field.hint = field.hint.empty() ? words : words + "；" + field.hint;
}

}  // namespace

DetailModel build_detail(const ViewSource& source, const Indicator& indicator, const Outcome& outcome) {
  const DetailBuilder builder(source, indicator, outcome);
  const Item& item = *find_item(source.scheme, indicator.item);
  DetailModel model;
  model.id = indicator.id;
  model.name = indicator.name;
  model.chip = chip_of(outcome);
  model.obligation = obligation_in_words(indicator);
  model.place = group_label(*find_group(source.scheme, item.group)) + (item.number.empty() ? "" : " · " + item.number);
  model.quote = indicator.quote;
  model.rule = rule_in_words(source.scheme, indicator, Language::zh);
  model.definition = indicator.definition;
  model.formula = formula_in_words(indicator);
  model.verdict = explain(source.scheme, source.assessment, indicator, outcome, Language::zh);
  model.remedy = lever_in_words(source.scheme, source.assessment, indicator, Language::zh);
  const Progress progress = progress_of(source.scheme, source.assessment, indicator);
  if (progress.baseline && progress.state != ProgressState::unknown)
    model.progress = progress_in_words(source.scheme, indicator, progress, Language::zh);
  model.trend = trend_of(source.scheme, source.assessment, indicator, progress);
  model.sections = builder.sections();
  for (DetailModel::Section& section : model.sections) {
    for (DetailField& field : section.fields) tell_typed(source, field);
  }
  model.evidence = builder.evidence();
  for (const Reading& reading : source.scheme.readings) {
    if (std::find(reading.indicators.begin(), reading.indicators.end(), indicator.id) == reading.indicators.end())
      continue;
    model.readings.push_back({reading.title, reading.chosen, reading.reason, reading.alternatives});
  }
  if (!indicator.note.empty()) model.notes.push_back(indicator.note);
  model.notes.insert(model.notes.end(), item.notes.begin(), item.notes.end());
  model.lead = item.lead_units.empty() ? "原文未列牵头单位" : lead_of(source, item);
  model.responsible = responsible_of(source, item);
  model.can_mark_not_applicable = outcome.computed_reason != Reason::excluded_by_scheme && has_fields(indicator);
  model.marked_not_applicable = declaration_of(source.assessment, indicator).declared;
  const bool by_measure = indicator.value.kind == ValueKind::measure;
  model.not_applicable =
      inapplicable_field(source, by_measure ? FieldRef{FieldKind::measure_inapplicable, indicator.value.measure, {}}
                                            : FieldRef{FieldKind::not_applicable, indicator.id, {}});
  model.can_override = indicator.rule.kind != RuleKind::informational;
  model.overridden = builder.overridden();
  model.override_fields = builder.override_fields();
  if (indicator.evidence_required)
    model.evidence_wanted = indicator.evidence_note.empty() ? "本项须提供佐证" : "须提供：" + indicator.evidence_note;
  model.evidence_missing = outcome.evidence_missing;
  model.note = builder.text(FieldKind::note, "说明", "如 数据口径、特殊情况");
  model.note.multiline = true;
  return model;
}

}  // namespace luping
