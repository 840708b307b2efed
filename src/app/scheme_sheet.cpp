#include "app/scheme_sheet.h"

#include <algorithm>

#include "app/build_view.h"
#include "app/needs.h"
#include "core/analysis/rollup.h"
#include "core/judge/gate.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/rule_words.h"

namespace luping {
namespace {

using Look = SchemeLine::Look;

std::string count(std::size_t number, std::string_view what) { return std::to_string(number) + std::string(what); }

/// A section that is left out when nothing was put into it.
class Section {
 public:
  Section(SchemeSheet& sheet, std::string title) : sheet_(sheet), section_{std::move(title), {}} {}
  ~Section() {
    if (!section_.lines.empty()) sheet_.sections.push_back(std::move(section_));
  }
  Section(const Section&) = delete;
  Section& operator=(const Section&) = delete;

  void add(std::string label, std::string text, Look look = Look::text) {
    if (!is_blank(text)) section_.lines.push_back({std::move(label), std::move(text), look});
  }
  void add_all(const std::string& label, const std::vector<std::string>& texts, Look look = Look::text) {
    for (const std::string& text : texts) add(&text == &texts.front() ? label : std::string(), text, look);
  }

 private:
  SchemeSheet& sheet_;
  SchemeSection section_;
};

std::string in_quotes(const std::string& text) { return text.empty() ? text : "“" + text + "”"; }

// %（百分比）; a unit without a sign by its name.
std::string unit_in_words(const Scheme& scheme, std::string_view id) {
  const Unit* unit = find_unit(scheme, id);
  if (unit == nullptr) return {};
  if (unit->label.empty()) return "没有计量单位（" + unit->name + "）";
  return unit->name.empty() || unit->name == unit->label ? unit->label : unit->label + "（" + unit->name + "）";
}

std::string range_in_words(const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum, bool integer) {
  std::string text;
  if (minimum && maximum) {
    text = minimum->to_string() + " 至 " + maximum->to_string();
  } else if (minimum) {
    text = "不小于 " + minimum->to_string();
  } else if (maximum) {
    text = "不大于 " + maximum->to_string();
  }
  if (integer) text += text.empty() ? "整数" : "，整数";
  return text;
}

std::string input_in_words(const Scheme& scheme, const Input& input) {
  std::vector<std::string> remarks;
  if (const std::string_view label = unit_label(scheme, input.unit); !label.empty()) remarks.emplace_back(label);
  if (input.integer) remarks.emplace_back("整数");
  if (input.last_year) remarks.emplace_back("上一年的数");
  if (input.lever) remarks.emplace_back("推算“还差多少”时以它为准");
  return remarks.empty() ? input.name : input.name + "（" + join(remarks, "，") + "）";
}

std::string obligations_in_words(const std::vector<Obligation>& obligations) {
  std::vector<std::string> words;
  for (const Obligation one : obligations) words.emplace_back(label_of(one, Language::zh));
  return join(words, "、") + "类";
}

// What stands behind a gate's title: ，共 35 项; ：争取类指标（7 项）中至少 2 项达标.
std::string gate_rule(const Scheme& scheme, const Gate& gate) {
  std::vector<std::string> names;
  std::size_t selected = 0;
  for (const Indicator& indicator : scheme.indicators) {
    if (!selects(scheme, gate, indicator)) continue;
    ++selected;
    names.push_back("“" + indicator.name + "”");
  }
  // Its title says so; only which ones they are may have to be told.
  if (gate.kind == GateKind::all_pass && gate.indicators.empty()) return "，共 " + count(selected, " 项");
  std::string subject = "：";
  for (const std::string& id : gate.groups) {
    const Group* group = find_group(scheme, id);
    if (group != nullptr) subject += group->number;
  }
  if (!gate.groups.empty()) subject += "组的";
  if (!gate.indicators.empty()) {
    // Named one by one, as far as that can be read.
    subject += names.size() <= 6 ? join(names, "、") : "指定的指标";
  } else {
    if (!gate.obligations.empty()) subject += obligations_in_words(gate.obligations);
    subject += gate.veto || gate.kind == GateKind::no_veto ? "一票否决指标" : "指标";
  }
  const std::string number = "（" + count(selected, " 项）");
  switch (gate.kind) {
    case GateKind::all_pass:
      return subject + number + "全部达标";
    case GateKind::at_least_pass:
      return subject + number + "中至少 " + std::to_string(gate.count) + " 项达标";
    case GateKind::share_pass:
      return subject + number + "中，适用的至少 " + gate.share.to_string() + "% 达标";
    case GateKind::no_veto:
      return subject + number + "没有一项未达标";
    case GateKind::evidence_complete:
      return subject + number + "凡要求佐证的，都附有佐证材料";
  }
  return {};
}

void add_gates(const Scheme& scheme, SchemeSheet& sheet) {
  Section section(sheet, "结论怎么得出");
  section.add("总结论", "以下各条中，“必须满足”的全部满足，才符合要求；不适用的指标不计。");
  for (const Gate& gate : scheme.gates) {
    std::string text = gate.title + gate_rule(scheme, gate);
    if (!gate.quote.empty()) text += "（原文“" + gate.quote + "”）";
    section.add(gate.required ? "必须满足" : "仅供参考", text + "。", gate.required ? Look::strong : Look::text);
  }
}

void add_regions(const Scheme& scheme, SchemeSheet& sheet) {
  Section section(sheet, "适用地区");
  std::vector<std::string> names;
  for (const Region& region : scheme.regions)
    names.push_back(region.type.empty() ? region.name : region.name + "（" + region.type + "）");
  section.add("地区",
              join(names, "、") + (scheme.open_regions ? (names.empty() ? "各地都可以用" : "；其他地区也可以用") : ""));
  for (const Attribute& attribute : scheme.attributes) section.add(attribute.name, join(attribute.values, "、"));
  std::vector<std::string> conditions;
  for (const Item& item : scheme.items) {
    // Where all are for the same levels there is nothing to tell apart.
    if (item.applies_when.regions.empty()) continue;
    conditions.push_back(group_label(*find_group(scheme, item.group)) + "：" +
                         condition_in_words(scheme, item.applies_when));
  }
  section.add_all("部分适用", conditions);
}

std::string size_in_words(const Scheme& scheme) {
  std::string text = count(scheme.groups.size(), " 组、") + count(scheme.items.size(), " 条、") +
                     count(scheme.indicators.size(), " 项指标");
  if (!scheme.measures.empty()) text += "、" + count(scheme.measures.size(), " 项任务");
  std::vector<std::string> kinds;
  for (const Obligation obligation : {Obligation::must, Obligation::should, Obligation::strive, Obligation::task}) {
    const auto number = std::count_if(scheme.indicators.begin(), scheme.indicators.end(),
                                      [&](const Indicator& one) { return one.obligation == obligation; });
    if (number > 0)
      kinds.push_back(std::string(label_of(obligation, Language::zh)) + "类 " +
                      count(static_cast<std::size_t>(number), " 项"));
  }
  return text + "。指标中" + join(kinds, "，");
}

void add_value(const Scheme& scheme, const Indicator& indicator, SchemeSheet& sheet) {
  Section section(sheet, "填什么、怎么算");
  const ValueSpec& value = indicator.value;
  section.add("定义", indicator.definition);
  switch (value.kind) {
    case ValueKind::number:
      section.add("填写", value.formula.empty() ? "填数" : "填数，或填写算式里的数量由程序计算");
      break;
    case ValueKind::status:
      section.add("填写", "从“" + join(value.options, "”、“") + "”中选");
      break;
    case ValueKind::measure: {
      const Measure* measure = find_measure(scheme, value.measure);
      section.add("填写", "填任务“" + (measure == nullptr ? value.measure : measure->quote) + "”的进展");
      break;
    }
    case ValueKind::none:
      section.add("填写", value.inputs.empty() ? "不用填，由其他指标和任务得出" : "填以下各数");
      break;
  }
  section.add("计量单位", unit_in_words(scheme, value.unit));
  section.add("怎么算", formula_in_words(indicator), Look::strong);
  std::vector<std::string> inputs;
  for (const Input& input : value.inputs) inputs.push_back(input_in_words(scheme, input));
  section.add_all(value.formula.empty() ? "各数" : "其中", inputs);
  section.add("可填范围", range_in_words(value.minimum, value.maximum, value.integer));
  if (value.direction != Direction::none)
    section.add("好坏方向", value.direction == Direction::higher ? "数值越大越好" : "数值越小越好");
  if (!value.example.empty()) section.add("示例", value.example + std::string(unit_label(scheme, value.unit)));

  const Needs needs = needs_of(scheme, indicator);
  std::vector<std::string> others;
  if (needs.target) others.emplace_back(needs.source == TargetSource::plan ? "年度计划目标" : "上级下达的目标");
  if (needs.baseline) others.emplace_back("基期值");
  if (needs.years_back == 1) others.emplace_back("上年值");
  if (needs.years_back > 1) others.push_back("前 " + std::to_string(needs.years_back) + " 年的值");
  for (const std::string& id : needs.externals) {
    const External* external = find_external(scheme, id);
    if (external != nullptr)
      others.push_back(external->note.empty() ? external->name : external->name + "（" + external->note + "）");
  }
  for (const std::string& id : needs.attributes)
    others.push_back("本地区的" + attribute_name(scheme, id, Language::zh));
  section.add("还要用到", join(others, "、"));
  if (indicator.evidence_required)
    section.add("佐证材料", indicator.evidence_note.empty() ? "必须附" : indicator.evidence_note);
}

void add_requirement(const Scheme& scheme, const Indicator& indicator, const Item& item, SchemeSheet& sheet) {
  Section section(sheet, "达标要求");
  section.add("要求", rule_in_words(scheme, indicator, Language::zh), Look::strong);
  section.add("门槛原文", in_quotes(indicator.threshold_quote), Look::quote);
  std::string kind = obligation_in_words(indicator);
  if (!indicator.obligation_word.empty()) kind += "，原文用词“" + indicator.obligation_word + "”";
  section.add("性质", kind);
  if (indicator.veto) section.add("一票否决", "这一项未达标，总结论就不符合要求");
  if (indicator.value.kind == ValueKind::number)
    section.add("比较方法", method_of(scheme, indicator) == ComparisonMethod::exact
                                ? "全数值比较法：按实际数值比，不修约"
                                : "修约值比较法：先修约到门槛的位数，再比");
  std::vector<std::string> conditions;
  for (const Condition* condition : {&item.applies_when, &indicator.applies_when}) {
    if (*condition != Condition{}) conditions.push_back(condition_in_words(scheme, *condition));
  }
  section.add("适用范围", conditions.empty() ? "所有地区" : join(conditions, "，并且"));
  if (indicator.rollup.method != RollupMethod::none)
    section.add("全市汇总", std::string(label_of(indicator.rollup.method, Language::zh)));
}

void add_readings(const Scheme& scheme, const Indicator& indicator, SchemeSheet& sheet) {
  for (const Reading& reading : scheme.readings) {
    const auto& about = reading.indicators;
    if (std::find(about.begin(), about.end(), indicator.id) == about.end()) continue;
    Section section(sheet, "口径：" + reading.title);
    section.add("原文", in_quotes(reading.clause), Look::quote);
    section.add("本表采用", reading.chosen, Look::strong);
    section.add_all("没有采用", reading.alternatives);
    section.add("理由", reading.reason);
  }
}

}  // namespace

std::string condition_in_words(const Scheme& scheme, const Condition& condition) {
  std::vector<std::string> parts;
  if (!condition.regions.empty()) {
    std::vector<std::string> names;
    for (const std::string& id : condition.regions) {
      const Region* region = find_region(scheme, id);
      names.push_back(region == nullptr ? id : region->name);
    }
    parts.push_back("只涉及" + join(names, "、"));
  }
  for (const auto& [attribute, values] : condition.attributes) {
    parts.push_back(attribute_name(scheme, attribute, Language::zh) + "为" +
                    attribute_values(attribute, values, Language::zh) + "的地区");
  }
  return parts.empty() ? "所有地区" : join(parts, "，并且");
}

SchemeSheet sheet_of(const Scheme& scheme) {
  SchemeSheet sheet;
  sheet.title = scheme.title;
  {
    Section section(sheet, "来源");
    section.add("请注意", scheme.notice, Look::warning);
    section.add("文件", scheme.document);
    section.add("依据", scheme.basis);
    section.add("版本", scheme.version);
    std::vector<std::string> years;
    for (const int year : scheme.years) years.push_back(std::to_string(year));
    if (!years.empty()) section.add("评估年度", join(years, "、") + " 年");
    if (scheme.target_year != 0) section.add("目标年", std::to_string(scheme.target_year) + " 年");
    section.add("内容", size_in_words(scheme));
    section.add("比较方法", scheme.comparison_method == ComparisonMethod::exact
                                ? "全数值比较法：按实际数值比，不修约；另有规定的写在各项指标里"
                                : "修约值比较法：先修约到门槛的位数，再比；另有规定的写在各项指标里");
  }
  add_gates(scheme, sheet);
  {
    Section section(sheet, "总的要求");
    section.add("前言", scheme.preamble, Look::quote);
    section.add("目标", scheme.goal, Look::quote);
  }
  add_regions(scheme, sheet);
  {
    Section section(sheet, "口径（" + count(scheme.readings.size(), " 处原文有不止一种理解，采用的是）"));
    for (const Reading& reading : scheme.readings) section.add(reading.title, reading.chosen);
  }
  return sheet;
}

SchemeSheet sheet_of(const Scheme& scheme, const Indicator& indicator) {
  SchemeSheet sheet;
  const Item& item = *find_item(scheme, indicator.item);
  sheet.id = indicator.id;
  sheet.title = indicator.name;
  sheet.place = group_label(*find_group(scheme, item.group));
  if (!item.title.empty()) sheet.place += " · " + (item.number.empty() ? "" : item.number + " ") + item.title;
  sheet.badges.emplace_back(label_of(indicator.obligation, Language::zh));
  // 约束性, 预期性, 参考性 is a kind of its own; 使, 坚决杜绝 only stand in a sentence.
  if (indicator.obligation_word.ends_with("性")) sheet.badges.push_back(indicator.obligation_word);
  if (indicator.veto) sheet.badges.emplace_back("一票否决");
  {
    Section section(sheet, "原文");
    section.add("指标", in_quotes(indicator.quote), Look::quote);
    if (item.text != indicator.quote) section.add("所在条款", item.text, Look::quote);
    section.add_all("不作要求", item.context, Look::quote);
  }
  add_requirement(scheme, indicator, item, sheet);
  add_value(scheme, indicator, sheet);
  add_readings(scheme, indicator, sheet);
  {
    Section section(sheet, "责任分工");
    const auto names = [&](const std::vector<std::string>& ids) {
      return join(organisation_names(scheme, ids, {}), "、");
    };
    const bool named = !item.lead_units.empty() || !item.responsible_units.empty();
    section.add("牵头单位", item.lead_units.empty() ? "原文未列牵头单位" : names(item.lead_units));
    if (named) section.add("责任单位", names(item.responsible_units));
    section.add("原文", in_quotes(item.units_quote), Look::quote);
  }
  {
    Section section(sheet, "说明");
    section.add("本项", indicator.note);
    section.add_all("本条", item.notes);
  }
  return sheet;
}

}  // namespace luping
