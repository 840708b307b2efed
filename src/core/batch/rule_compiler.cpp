// Rules to nodes. What has no node of its own becomes an exact one, which leaves the cell to evaluate_indicator().
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/batch/scheme_compiler.h"
#include "core/judge/evaluate.h"

namespace luping {

using namespace batch;

namespace {

Step slot_step(int slot) { return {.op = Op::slot, .slot = slot}; }
Step plain_step(Op op) { return {.op = op}; }

bool names_all(const Threshold& threshold) {
  const auto& names = threshold.formula.inputs();
  const auto is_named = [&](const ReferenceValue& one) {
    return std::find(names.begin(), names.end(), one.id) != names.end();
  };
  return names.size() == threshold.references.size() &&
         std::all_of(threshold.references.begin(), threshold.references.end(), is_named);
}

}  // namespace

// ---- columns of what a rule looks at -----------------------------------------------------------------------------------

void SchemeCompiler::reserve(const Threshold& threshold) {
  if (threshold.formula.empty()) return;
  std::vector<Step> steps;
  for (const ReferenceValue& reference : threshold.references) add_reference(reference, steps);
}

void SchemeCompiler::reserve(const Rule& rule) {
  if (!rule.of.empty()) input_slot(rule.of);
  switch (rule.kind) {
    case RuleKind::compare:
      reserve(rule.threshold);
      break;
    case RuleKind::between:
      reserve(rule.minimum);
      reserve(rule.maximum);
      break;
    case RuleKind::meets_target:
      target_slot(rule.of);
      break;
    case RuleKind::change:
      rule.against == Reference::baseline ? baseline_slot() : past_slot(1);
      reserve(rule.threshold);
      break;
    case RuleKind::stable_or_improving:
      for (int back = 1; back <= rule.years && !out_.unusual_; ++back) past_slot(back);
      break;
    case RuleKind::choose:
      for (const auto& words : rule.cases) attribute_column(rule.attribute, words);
      if (rule.cases.empty()) attribute_column(rule.attribute, {});
      break;
    default:
      break;
  }
  for (const Rule& member : rule.rules) reserve(member);
}

/// Appends the steps of a figure that a threshold names.
bool SchemeCompiler::add_reference(const ReferenceValue& reference, std::vector<Step>& steps) {
  int slot = kNoSlot;
  switch (reference.kind) {
    case ReferenceKind::baseline:
      slot = baseline_slot();
      break;
    case ReferenceKind::past_year:
      slot = past_slot(reference.years);
      break;
    case ReferenceKind::mean_of_past:
      for (int back = 1; back <= reference.years && !out_.unusual_; ++back) {
        steps.push_back(slot_step(past_slot(back)));
        if (back > 1) steps.push_back(plain_step(Op::add));
      }
      if (reference.years < 1) out_.unusual_ = true;
      if (out_.unusual_) return false;
      steps.push_back(number_step(Decimal{reference.years, 0}));
      steps.push_back(plain_step(Op::divide));
      return true;
    case ReferenceKind::target:
      slot = target_slot({});
      break;
    case ReferenceKind::external:
      slot = external_slot(reference.name);
      break;
    case ReferenceKind::input:
      slot = input_slot(reference.name);
      break;
  }
  if (slot == kNoSlot) out_.unusual_ = true;
  if (slot != kNoSlot) steps.push_back(slot_step(slot));
  return slot != kNoSlot;
}

// ---- nodes -------------------------------------------------------------------------------------------------------------

bool SchemeCompiler::subject_is_number(const Rule& rule) const {
  return !rule.of.empty() || indicator_->value.kind == ValueKind::number;
}

int SchemeCompiler::subject_of_rule(const Rule& rule) { return rule.of.empty() ? kValue : input_slot(rule.of); }

/// Whether the figures a threshold names may have to be brought to another unit.
bool SchemeCompiler::converts_units(const Threshold& threshold, const Node& node) const {
  const auto input_unit = [&](std::string_view id) {
    const Input* input = find_input(*indicator_, id);
    return input == nullptr ? std::string_view() : std::string_view(input->unit);
  };
  std::string_view wanted = indicator_->value.unit;
  for (std::size_t i = 0; i < program_->inputs.size(); ++i) {
    if (node.subject == program_->inputs[i]) wanted = indicator_->value.inputs[i].unit;
  }
  return std::any_of(threshold.references.begin(), threshold.references.end(), [&](const ReferenceValue& one) {
    std::string_view unit = indicator_->value.unit;
    if (one.kind == ReferenceKind::input) unit = input_unit(one.name);
    if (one.kind == ReferenceKind::external) {
      const External* external = find_external(scheme_, one.name);
      unit = external == nullptr ? std::string_view() : std::string_view(external->unit);
    }
    const Unit* found = find_unit(scheme_, unit);
    return unit != wanted && found != nullptr && !found->quantity.empty();
  });
}

bool SchemeCompiler::set_limit(Node& node, const Threshold& threshold) {
  const bool rounded = method_of(scheme_, *indicator_) == ComparisonMethod::rounded;
  if (!threshold.formula.empty()) {
    if (!names_all(threshold) || converts_units(threshold, node)) return false;
    for (const ReferenceValue& reference : threshold.references) {
      std::vector<Step> steps;
      if (!add_reference(reference, steps)) return false;
      for (const Step& step : steps) {
        if (step.op == Op::slot) node.needs.push_back(step.slot);
      }
    }
    node.right.kind = Operand::Kind::program;
    return formula_steps(threshold.formula, node.right.steps, [&](const std::string& id, std::vector<Step>& into) {
      const auto& all = threshold.references;
      return add_reference(*std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; }), into);
    });
  }
  if (!threshold.by_year.empty()) {
    if (rounded) return false;
    node.right.kind = Operand::Kind::by_year;
    for (const auto& [year, figure] : threshold.by_year) node.right.years.emplace_back(year, number_step(figure));
    return true;
  }
  node.rounded = rounded;
  node.decimals = threshold.value.scale;
  node.right.kind = Operand::Kind::constant;
  node.right.steps = {number_step(threshold.value)};
  return true;
}

Node SchemeCompiler::compare(const Rule& rule, Comparison comparison, const Threshold& threshold) {
  Node node;
  node.subject = subject_of_rule(rule);
  node.comparison = comparison;
  if (subject_is_number(rule) && set_limit(node, threshold)) node.kind = Node::Kind::compare;
  return node;
}

Node SchemeCompiler::one_of(const Rule& rule) {
  Node node;
  if (!rule.of.empty() || (program_->source != Program::Source::word && program_->source != Program::Source::measure))
    return node;
  const auto code_of = [&](std::string_view word) {
    return std::find(rule.values.begin(), rule.values.end(), word) == rule.values.end() ? kFail : kPass;
  };
  node.words.fill(kError);
  node.words[kBlankWord] = kNotChecked;
  if (program_->source == Program::Source::measure) {
    constexpr std::string_view kStates[] = {"notStarted", "inProgress", "done"};
    for (std::size_t mark = 0; mark < node.words.size(); ++mark) {
      const std::size_t state = mark & kStateMask;
      node.words[mark] = state == 0 ? Byte{kNotChecked} : Byte{code_of(measure_state_word(kStates[state - 1]))};
    }
  } else {
    const auto& options = indicator_->value.options;
    for (std::size_t i = 0; i < options.size(); ++i) node.words[i] = code_of(options[i]);
  }
  node.kind = Node::Kind::one_of;
  return node;
}

Node SchemeCompiler::meets_target(const Rule& rule) {
  Node node;
  const int slot = target_slot(rule.of);
  if (slot == kNoSlot || !subject_is_number(rule)) return node;
  const Direction asked = rule.comparison == Comparison::at_most ? Direction::lower : Direction::higher;
  const Direction wanted = rule.of.empty() ? indicator_->value.direction : asked;
  FigureColumn& column = out_.figures_[static_cast<std::size_t>(slot)];
  if (column.judged && column.wanted != wanted) {  // two rules that disagree about one target
    column.keep = true;
    column.plain = false;
    return node;
  }
  column.judged = true;
  column.wanted = wanted;
  // Rounding goes by the digits the target was typed with.
  if (method_of(scheme_, *indicator_) == ComparisonMethod::rounded) {
    column.keep = true;
    column.plain = false;
  }
  node.kind = Node::Kind::compare;
  node.subject = subject_of_rule(rule);
  node.comparison = wanted == Direction::lower ? Comparison::at_most : Comparison::at_least;
  node.right.kind = Operand::Kind::slot;
  node.right.slot = slot;
  node.guards = {slot};
  return node;
}

Node SchemeCompiler::change(const Rule& rule) {
  Node node;
  node.comparison = rule.comparison;
  const bool percent = rule.measure == ChangeMeasure::percent;
  // The order of what is missing: the earlier figure, a zero to divide by, the threshold.
  if (!subject_is_number(rule) || (percent && !rule.threshold.is_fixed())) return node;
  const int past = rule.against == Reference::baseline ? baseline_slot() : past_slot(1);
  node.guards = {past};
  // A change has the indicator's unit, whatever it is a change of.
  if (!set_limit(node, rule.threshold)) return node;
  node.subject = subject_of_rule(rule);
  node.left.kind = Operand::Kind::program;
  if (percent) node.left.steps.push_back(number_step(Decimal{100, 0}));
  node.left.steps.push_back(plain_step(Op::subject));
  node.left.steps.push_back(slot_step(past));
  node.left.steps.push_back(plain_step(Op::subtract));
  if (percent) {
    node.left.steps.push_back(plain_step(Op::multiply));
    node.left.steps.push_back(slot_step(past));
    node.left.steps.push_back(plain_step(Op::absolute));
    node.left.steps.push_back(plain_step(Op::divide));
  }
  node.kind = Node::Kind::compare;
  return node;
}

Node SchemeCompiler::stable(const Rule& rule) {
  Node node;
  if (!subject_is_number(rule) || rule.years < 1) return node;
  node.kind = Node::Kind::stable;
  node.subject = subject_of_rule(rule);
  for (int back = 1; back <= rule.years; ++back) node.past.push_back(past_slot(back));
  node.tolerance = number_step(rule.tolerance);
  node.percent = rule.tolerance_measure == ChangeMeasure::percent;
  node.lower = indicator_->value.direction == Direction::lower;
  node.comparison = node.lower ? Comparison::at_most : Comparison::at_least;
  node.skip = rule.gaps == SeriesGaps::skip;
  return node;
}

Node SchemeCompiler::composite(const Rule& rule) {
  Node node;
  for (const Rule& member : rule.rules) {
    if (member.kind == RuleKind::informational) return node;  // drops out
    node.members.push_back(compile(member));
  }
  if (rule.rules.empty()) return node;
  node.kind = rule.kind == RuleKind::all_of ? Node::Kind::all_of : Node::Kind::any_of;
  return node;
}

Node SchemeCompiler::choose(const Rule& rule) {
  Node node;
  if (rule.rules.empty() || rule.rules.size() >= kNoCase) return node;
  node.attribute = attribute_column(rule.attribute, {});
  const auto& column = *std::find_if(out_.attributes_.begin(), out_.attributes_.end(),
                                     [&](const auto& one) { return one.id == rule.attribute; });
  const auto case_of = [&](std::string_view word) {
    for (std::size_t i = 0; i < rule.cases.size() && i < rule.rules.size(); ++i) {
      if (std::find(rule.cases[i].begin(), rule.cases[i].end(), word) != rule.cases[i].end())
        return static_cast<Byte>(i);
    }
    // An attribute nobody gave is not "any other value".
    return rule.has_otherwise && !word.empty() ? static_cast<Byte>(rule.rules.size() - 1) : kNoCase;
  };
  node.cases.fill(rule.has_otherwise ? static_cast<Byte>(rule.rules.size() - 1) : kNoCase);
  node.cases[0] = case_of({});
  for (std::size_t i = 0; i < column.words.size(); ++i) node.cases[i + 1] = case_of(column.words[i]);
  for (const Rule& member : rule.rules) {
    if (member.kind == RuleKind::informational) return node;
    node.members.push_back(compile(member));
  }
  node.kind = Node::Kind::choose;
  // The usual case: one comparison with a figure that depends on the attribute.
  const Node& first = node.members.front();
  const bool alike = std::all_of(node.members.begin(), node.members.end(), [&](const Node& member) {
    return member.kind == Node::Kind::compare && member.subject == first.subject &&
           member.comparison == first.comparison && member.left.kind == Operand::Kind::subject &&
           member.right.kind == Operand::Kind::constant && member.right.steps[0].error == 0 && !member.rounded;
  });
  if (!alike) return node;
  Node merged;
  merged.kind = Node::Kind::compare;
  merged.subject = first.subject;
  merged.comparison = first.comparison;
  merged.attribute = node.attribute;
  merged.cases = node.cases;
  merged.right.kind = Operand::Kind::by_choice;
  merged.right.choices.assign(merged.cases.size(), std::numeric_limits<double>::quiet_NaN());
  merged.right.steps.resize(merged.cases.size());
  for (std::size_t word = 0; word < merged.cases.size(); ++word) {
    if (merged.cases[word] == kNoCase) continue;
    merged.right.steps[word] = node.members[merged.cases[word]].right.steps[0];
    merged.right.choices[word] = merged.right.steps[word].number;
  }
  return merged;
}

Node SchemeCompiler::compile(const Rule& rule) {
  switch (rule.kind) {
    case RuleKind::compare:
      return compare(rule, rule.comparison, rule.threshold);
    case RuleKind::between: {
      Node node;
      node.kind = Node::Kind::all_of;
      node.members.push_back(
          compare(rule, rule.strict_minimum ? Comparison::more_than : Comparison::at_least, rule.minimum));
      node.members.push_back(
          compare(rule, rule.strict_maximum ? Comparison::less_than : Comparison::at_most, rule.maximum));
      return node;
    }
    case RuleKind::one_of:
      return one_of(rule);
    case RuleKind::meets_target:
      return meets_target(rule);
    case RuleKind::change:
      return change(rule);
    case RuleKind::stable_or_improving:
      return stable(rule);
    case RuleKind::all_of:
    case RuleKind::any_of:
      return composite(rule);
    case RuleKind::choose:
      return choose(rule);
    case RuleKind::informational:
    case RuleKind::summary:
      break;
  }
  return {};
}

}  // namespace luping
