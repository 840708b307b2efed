#include "oracle/reproduce.h"

#include <array>
#include <sstream>
#include <vector>

#include "core/model/result.h"

namespace luping::oracle {
namespace {

using Edit = std::function<void(World&)>;

/// Ways to make a rule smaller: one of its members, or without one of them; no threshold that is computed.
void rule_edits(const Rule& rule, const std::function<Rule&(World&)>& at, std::vector<Edit>& edits) {
  for (std::size_t i = 0; i < rule.rules.size(); ++i) {
    edits.push_back([at, i](World& world) {
      const Rule member = at(world).rules[i];
      at(world) = member;
    });
    if (rule.kind != RuleKind::choose)
      edits.push_back([at, i](World& world) {
        auto& members = at(world).rules;
        members.erase(members.begin() + static_cast<std::ptrdiff_t>(i));
      });
    rule_edits(
        rule.rules[i], [at, i](World& world) -> Rule& { return at(world).rules[i]; }, edits);
  }
  if (rule.kind == RuleKind::stable_or_improving && rule.years > 1)
    edits.push_back([at](World& world) { --at(world).years; });
}

std::vector<Edit> edits_of(const World& world) {
  std::vector<Edit> edits;
  const Scheme& scheme = world.scheme;
  for (std::size_t i = scheme.indicators.size(); i-- > 0;) {
    if (scheme.indicators.size() > 1)
      edits.push_back([i](World& one) {
        one.assessment.answers.erase(one.scheme.indicators[i].id);
        one.scheme.indicators.erase(one.scheme.indicators.begin() + static_cast<std::ptrdiff_t>(i));
      });
  }
  const auto erase_each = [&edits](std::size_t count, auto list) {
    for (std::size_t i = count; i-- > 0;)
      edits.push_back([list, i](World& one) { list(one).erase(list(one).begin() + static_cast<std::ptrdiff_t>(i)); });
  };
  erase_each(
      scheme.gates.size(), [](World & one) -> auto& { return one.scheme.gates; });
  erase_each(
      scheme.measures.size(), [](World & one) -> auto& { return one.scheme.measures; });
  erase_each(
      scheme.items.size(), [](World & one) -> auto& { return one.scheme.items; });
  erase_each(
      world.assessment.targets.size(), [](World & one) -> auto& { return one.assessment.targets; });
  erase_each(
      world.assessment.externals.size(), [](World & one) -> auto& { return one.assessment.externals; });
  if (scheme.indicators.size() > 4) return edits;  // first the other indicators
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
    rule_edits(
        scheme.indicators[i].rule, [i](World& one) -> Rule& { return one.scheme.indicators[i].rule; }, edits);
    edits.push_back([i](World& one) { one.scheme.indicators[i].applies_when = {}; });
    edits.push_back([i](World& one) { one.scheme.indicators[i].value.minimum.reset(); });
    edits.push_back([i](World& one) { one.scheme.indicators[i].value.maximum.reset(); });
  }
  for (const auto& [id, answer] : world.assessment.answers) {
    const auto edit = [&edits, key = id](auto change) {
      edits.push_back([key, change](World& one) { change(one.assessment.answers[key]); });
    };
    for (const auto& [year, past] : answer.history) edit([which = year](Answer& one) { one.history.erase(which); });
    for (const auto& [input, text] : answer.inputs) edit([which = input](Answer& one) { one.inputs.erase(which); });
    edit([](Answer& one) { one.baseline = {}; });
    edit([](Answer& one) { one.target = {}; });
    edit([](Answer& one) { one.manual = {}; });
    edit([](Answer& one) { one.not_applicable = {}; });
    edit([](Answer& one) { one.evidence.clear(); });
    edit([](Answer& one) { one.value.clear(); });
    edit([](Answer& one) { one.entry.clear(); });
  }
  return edits;
}

constexpr std::array kSigns = {"≥", ">", "≤", "<", "="};
constexpr std::array kRules = {"informational", "compare", "between", "oneOf",  "meetsTarget", "change",
                               "series",        "allOf",   "anyOf",   "choose", "summary"};
constexpr std::array kReferences = {"baseline", "pastYear", "meanOfPast", "target", "external", "input"};

void describe(std::ostream& out, const Threshold& threshold) {
  if (!threshold.formula.text().empty()) {
    out << "{" << threshold.formula.text();
    for (const ReferenceValue& one : threshold.references)
      out << "; " << one.id << "=" << kReferences[static_cast<std::size_t>(one.kind)] << " " << one.years << " "
          << one.name;
    out << "}";
  } else if (!threshold.by_year.empty()) {
    out << "{";
    for (const auto& [year, figure] : threshold.by_year) out << year << ": " << plain_text(figure) << " ";
    out << "}";
  } else {
    out << plain_text(threshold.value);
  }
}

void describe(std::ostream& out, const Rule& rule, const std::string& indent) {
  out << indent << kRules[static_cast<std::size_t>(rule.kind)];
  if (!rule.of.empty()) out << " of " << rule.of;
  switch (rule.kind) {
    case RuleKind::change:
      out << (rule.against == Reference::baseline ? " baseline" : " previousYear")
          << (rule.measure == ChangeMeasure::percent ? " percent" : "");
      [[fallthrough]];
    case RuleKind::compare:
    case RuleKind::meets_target:
      out << " " << kSigns[static_cast<std::size_t>(rule.comparison)] << " ";
      describe(out, rule.threshold);
      break;
    case RuleKind::between:
      out << (rule.strict_minimum ? " (" : " [");
      describe(out, rule.minimum);
      out << ", ";
      describe(out, rule.maximum);
      out << (rule.strict_maximum ? ")" : "]");
      break;
    case RuleKind::stable_or_improving:
      out << " years " << rule.years << " tolerance " << plain_text(rule.tolerance)
          << (rule.tolerance_measure == ChangeMeasure::percent ? "%" : "")
          << (rule.gaps == SeriesGaps::skip ? " skip" : "");
      break;
    case RuleKind::one_of:
      for (const std::string& word : rule.values) out << " " << word;
      break;
    case RuleKind::choose:
      out << " by " << rule.attribute << (rule.has_otherwise ? " with otherwise" : "");
      break;
    case RuleKind::summary:
      for (const Obligation one : rule.obligations) out << " " << static_cast<int>(one);
      out << (rule.measures ? " measures" : "");
      break;
    default:
      break;
  }
  out << "\n";
  for (const Rule& member : rule.rules) describe(out, member, indent + "  ");
}

void describe(std::ostream& out, const Condition& condition, const std::string& of) {
  for (const std::string& region : condition.regions) out << "  " << of << " region " << region << "\n";
  for (const auto& [attribute, values] : condition.attributes) {
    out << "  " << of << " " << attribute << ":";
    for (const std::string& value : values) out << " " << value;
    out << "\n";
  }
}

void describe(std::ostream& out, const Answer& answer) {
  out << "  value \"" << answer.value << "\" entry \"" << answer.entry << "\"\n";
  for (const auto& [input, text] : answer.inputs) out << "  input " << input << " = \"" << text << "\"\n";
  for (const auto& [year, past] : answer.history) out << "  " << year << " = \"" << past.value << "\"\n";
  if (!answer.baseline.value.empty()) out << "  baseline = \"" << answer.baseline.value << "\"\n";
  if (!answer.target.value.empty())
    out << "  target = \"" << answer.target.value << "\" " << answer.target.direction << "\n";
  if (answer.not_applicable.declared) out << "  not applicable: \"" << answer.not_applicable.reason << "\"\n";
  if (!answer.manual.result.empty()) out << "  by hand: " << answer.manual.result << "\n";
  out << "  evidence: " << answer.evidence.size() << "\n";
}

}  // namespace

World shrink(World world, const std::function<bool(const World&)>& differs) {
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (const Edit& edit : edits_of(world)) {
      World trial = world;
      edit(trial);
      if (trial.assessment == world.assessment && trial.scheme.indicators.size() == world.scheme.indicators.size() &&
          describe(trial) == describe(world))
        continue;
      if (!differs(trial)) continue;
      world = std::move(trial);
      smaller = true;
      break;
    }
  }
  return world;
}

std::string describe(const World& world) {
  std::ostringstream out;
  const auto& [scheme, assessment] = world;
  out << "region " << assessment.region << " year " << assessment.year
      << (scheme.comparison_method == ComparisonMethod::rounded ? " rounded" : "") << "\n";
  for (const auto& [id, word] : assessment.attributes) out << "attribute " << id << " = " << word << "\n";
  for (const Item& item : scheme.items) describe(out, item.applies_when, "item " + item.id);
  for (const Measure& measure : scheme.measures) {
    const auto report = assessment.measures.find(measure.id);
    out << "measure " << measure.id << " of " << measure.item << ": "
        << (report == assessment.measures.end() ? "-" : report->second.state) << "\n";
    describe(out, measure.applies_when, measure.id);
  }
  for (const Target& one : assessment.targets)
    out << "target " << one.indicator << " " << one.input << " " << one.region << " " << one.year << " = \""
        << one.value << "\" " << one.direction << "\n";
  for (const ExternalValue& one : assessment.externals)
    out << "external " << one.id << " " << one.region << " " << one.year << " = \"" << one.value << "\"\n";
  for (const Gate& gate : scheme.gates)
    out << "gate " << gate.id << " kind " << static_cast<int>(gate.kind) << " count " << gate.count << " share "
        << plain_text(gate.share) << " indicators " << gate.indicators.size() << " groups " << gate.groups.size()
        << " obligations " << gate.obligations.size() << (gate.veto ? " veto" : "")
        << (gate.required ? " required" : "") << "\n";
  for (const Indicator& indicator : scheme.indicators) {
    const ValueSpec& spec = indicator.value;
    out << "indicator " << indicator.id << " kind " << static_cast<int>(spec.kind) << " unit " << spec.unit
        << (spec.direction == Direction::lower ? " lower" : "") << (spec.integer ? " integer" : "")
        << (indicator.evidence_required ? " evidence" : "");
    if (indicator.comparison_method)
      out << (*indicator.comparison_method == ComparisonMethod::rounded ? " rounded" : " exact");
    if (spec.minimum) out << " min " << plain_text(*spec.minimum);
    if (spec.maximum) out << " max " << plain_text(*spec.maximum);
    if (!spec.formula.text().empty()) out << " formula " << spec.formula.text();
    for (const Input& input : spec.inputs)
      out << " [" << input.id << " " << input.unit << (input.integer ? " whole" : "") << "]";
    out << "\n";
    describe(out, indicator.applies_when, indicator.id);
    describe(out, indicator.rule, "  ");
    const auto answer = assessment.answers.find(indicator.id);
    if (answer != assessment.answers.end()) describe(out, answer->second);
  }
  return out.str();
}

}  // namespace luping::oracle
