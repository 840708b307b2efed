#include "core/batch/scheme_compiler.h"
#include "core/batch/powers.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/judge/gate.h"
#include "core/judge/quantity.h"
#include "core/judge/rule_evaluator.h"

namespace luping {

using namespace batch;

namespace {

constexpr std::int64_t kShort = 1'000'000'000'000'000;  // 10^15

/// A label that could be part of a number would be cut off it.
bool is_plain_label(std::string_view label) {
  return label.find_first_not_of("0123456789.-") != std::string_view::npos || label.empty();
}

bool has_nested_summary(const Rule& rule) {
  return std::any_of(rule.rules.begin(), rule.rules.end(),
                     [](const Rule& member) { return member.kind == RuleKind::summary || has_nested_summary(member); });
}

}  // namespace

bool is_short(const Decimal& decimal) { return decimal.coefficient < kShort && decimal.coefficient > -kShort; }

double exact_double(const Decimal& decimal) {
  return static_cast<double>(decimal.coefficient) / kExactPowers[decimal.scale];
}

double to_double(const Rational& number) {
  // Nineteen significant digits of the quotient, so that nothing but the last rounding shows.
  const BigInteger magnitude = number.numerator().abs();
  if (magnitude.is_zero()) return 0;
  const auto digits = [](const BigInteger& one) { return static_cast<int>(one.to_string().size()); };
  const int shift = 19 - (digits(magnitude) - digits(number.denominator()));
  const auto power = [](int exponent) {
    return BigInteger::power_of_ten(static_cast<unsigned>(std::max(exponent, 0)));
  };
  const BigInteger quotient = BigInteger::divide(magnitude * power(shift), number.denominator() * power(-shift)).first;
  double value = 0;
  for (const char digit : quotient.to_string()) value = value * 10 + (digit - '0');
  value = shift >= 0 ? value / power_of_ten(static_cast<unsigned>(shift))
                     : value * power_of_ten(static_cast<unsigned>(-shift));
  return number.is_negative() ? -value : value;
}

Step number_step(const Decimal& decimal) {
  Step step;
  step.number = exact_double(decimal);
  // The quotient of two exact doubles is rounded once; a coefficient beyond 2^53 once more.
  step.error = is_short(decimal) ? 0 : std::abs(step.number) * 0x1p-51;
  if (is_short(decimal)) {
    step.numerator = decimal.coefficient;
    step.denominator = 1;
    for (int i = 0; i < decimal.scale; ++i) step.denominator *= 10;
  }
  return step;
}

Step number_step(const Rational& number) {
  constexpr unsigned kMostDecimals = 18;
  for (unsigned scale = 0; scale <= kMostDecimals; ++scale) {
    if (!is_exact(number, scale)) continue;
    const DecimalParse parsed = parse_decimal(to_text(number, scale, Rounding::down));
    if (parsed.problem == DecimalProblem::none && is_short(parsed.value)) return number_step(parsed.value);
    break;
  }
  Step step;
  step.number = to_double(number);
  step.error = std::abs(step.number) * 0x1p-40;
  constexpr std::size_t kSmallBits = 50;
  if (number.numerator().bit_count() <= kSmallBits && number.denominator().bit_count() <= kSmallBits) {
    const auto whole = [](const BigInteger& big) { return parse_decimal(big.to_string()).value.coefficient; };
    step.numerator = whole(number.numerator());
    step.denominator = whole(number.denominator());
  }
  return step;
}

// ---- columns -----------------------------------------------------------------------------------------------------------

int SchemeCompiler::add_byte(Byte initial) {
  out_.defaults_.push_back(initial);
  return static_cast<int>(out_.defaults_.size()) - 1;
}

int SchemeCompiler::add_figure(std::string_view unit, const std::optional<Decimal>& minimum,
                               const std::optional<Decimal>& maximum, bool integer) {
  FigureColumn column;
  column.unit = unit;
  column.minimum = minimum ? exact_double(*minimum) : -std::numeric_limits<double>::infinity();
  column.maximum = maximum ? exact_double(*maximum) : std::numeric_limits<double>::infinity();
  column.integer = integer;
  column.plain = is_plain_label(unit_label(scheme_, unit));
  column.keep = (minimum && !is_short(*minimum)) || (maximum && !is_short(*maximum));
  column.plain = column.plain && !column.keep;
  out_.figures_.push_back(std::move(column));
  return static_cast<int>(out_.figures_.size()) - 1;
}

int SchemeCompiler::value_figure(bool integer) {
  const ValueSpec& spec = indicator_->value;
  return add_figure(spec.unit, spec.minimum, spec.maximum, integer);
}

int SchemeCompiler::input_slot(std::string_view input) {
  const auto& inputs = indicator_->value.inputs;
  const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const Input& one) { return one.id == input; });
  if (found == inputs.end()) return kNoSlot;
  int& slot = program_->inputs[static_cast<std::size_t>(found - inputs.begin())];
  if (slot == kNoSlot) slot = add_figure(found->unit, found->minimum, found->maximum, found->integer);
  return slot;
}

int SchemeCompiler::baseline_slot() {
  if (program_->baseline == kNoSlot) program_->baseline = value_figure(false);
  return program_->baseline;
}

int SchemeCompiler::past_slot(int years) {
  constexpr int kMostYears = 64;
  if (years < 1 || years > kMostYears) {
    out_.unusual_ = true;
    return kNoSlot;
  }
  const auto index = static_cast<std::size_t>(years - 1);
  if (program_->past.size() <= index) program_->past.resize(index + 1, kNoSlot);
  if (program_->past[index] == kNoSlot) program_->past[index] = value_figure(false);
  return program_->past[index];
}

int SchemeCompiler::target_slot(std::string_view input) {
  const ValueSpec& spec = indicator_->value;
  if (input.empty()) {
    if (program_->target == kNoSlot) program_->target = value_figure(false);
    return program_->target;
  }
  const auto found =
      std::find_if(spec.inputs.begin(), spec.inputs.end(), [&](const Input& one) { return one.id == input; });
  if (found == spec.inputs.end()) return kNoSlot;
  program_->input_targets.resize(spec.inputs.size(), kNoSlot);
  int& slot = program_->input_targets[static_cast<std::size_t>(found - spec.inputs.begin())];
  if (slot == kNoSlot) slot = add_figure(found->unit, found->minimum, found->maximum, false);
  return slot;
}

int SchemeCompiler::external_slot(std::string_view external) {
  const auto& all = scheme_.externals;
  const auto found = std::find_if(all.begin(), all.end(), [&](const External& one) { return one.id == external; });
  if (found == all.end()) return kNoSlot;
  int& slot = out_.externals_[static_cast<std::size_t>(found - all.begin())];
  if (slot == kNoSlot) slot = add_figure(found->unit, {}, {}, false);
  return slot;
}

int SchemeCompiler::attribute_column(std::string_view attribute, const std::vector<std::string>& words) {
  auto& all = out_.attributes_;
  auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == attribute; });
  if (found == all.end()) {
    all.push_back({std::string(attribute), {}, add_byte(0)});
    found = std::prev(all.end());
  }
  for (const std::string& word : words) {
    if (std::find(found->words.begin(), found->words.end(), word) == found->words.end()) found->words.push_back(word);
  }
  if (found->words.size() > kMostWords) out_.unusual_ = true;
  return found->column;
}

// ---- conditions --------------------------------------------------------------------------------------------------------

void SchemeCompiler::add_terms(const Condition& condition, std::vector<Term>& terms) {
  if (!condition.regions.empty()) {
    auto& all = out_.regions_;
    auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.regions == condition.regions; });
    if (found == all.end()) {
      all.push_back({condition.regions, add_byte(kNo)});
      found = std::prev(all.end());
    }
    Term term;
    term.column = found->column;
    term.holds.fill(kNo);
    term.holds[kYes] = kYes;
    terms.push_back(term);
  }
  for (const auto& [attribute, words] : condition.attributes) {
    Term term;
    term.column = attribute_column(attribute, words);
    if (out_.unusual_) return;
    const auto& column = *std::find_if(out_.attributes_.begin(), out_.attributes_.end(),
                                       [&, id = attribute](const auto& one) { return one.id == id; });
    term.holds.fill(kNo);
    term.holds[0] = kPerhaps;
    for (std::size_t i = 0; i < column.words.size(); ++i) {
      if (std::find(words.begin(), words.end(), column.words[i]) != words.end()) term.holds[i + 1] = kYes;
    }
    terms.push_back(term);
  }
}

// Its own condition and its item's: the stricter answer counts.
template <typename Part>
std::vector<Term> SchemeCompiler::terms_of(const Part& part) {
  std::vector<Term> terms;
  add_terms(part.applies_when, terms);
  if (const Item* item = find_item(scheme_, part.item)) add_terms(item->applies_when, terms);
  return terms;
}

// ---- values ------------------------------------------------------------------------------------------------------------

void SchemeCompiler::compile_formula() {
  const ValueSpec& spec = indicator_->value;
  program_->source = Program::Source::formula;
  program_->value = value_figure(spec.integer);
  const FormulaUnits units = formula_units(scheme_, *indicator_);
  bool known = !spec.formula.inputs().empty();
  for (const std::string& input : spec.formula.inputs()) {
    const int slot = input_slot(input);
    known = known && slot != kNoSlot;
    program_->formula_inputs.push_back(slot);
  }
  std::vector<Step> steps;
  known = known && formula_steps(spec.formula, steps, [&](const std::string& input, std::vector<Step>& into) {
            Step step;
            step.op = Op::slot;
            step.slot = input_slot(input);
            into.push_back(step);
            const Rational factor = units.factor_of(input);
            if (factor == Rational(1)) return true;
            into.push_back(number_step(factor));
            into.push_back({.op = Op::multiply});
            return true;
          });
  if (!known) {
    out_.unusual_ = true;
    return;
  }
  program_->formula = std::move(steps);
  program_->has_minimum = spec.minimum.has_value();
  program_->has_maximum = spec.maximum.has_value();
  program_->limited = program_->has_minimum || program_->has_maximum;
  if (spec.minimum) program_->minimum = number_step(*spec.minimum);
  if (spec.maximum) program_->maximum = number_step(*spec.maximum);
}

void SchemeCompiler::compile_value() {
  const ValueSpec& spec = indicator_->value;
  switch (spec.kind) {
    case ValueKind::number:
      if (!spec.formula.empty()) return compile_formula();
      program_->source = Program::Source::figure;
      program_->value = value_figure(spec.integer);
      return;
    case ValueKind::status:
      program_->source = Program::Source::word;
      program_->value = add_byte(kBlankWord);
      if (spec.options.size() > kMostWords) out_.unusual_ = true;
      return;
    case ValueKind::measure:
      program_->source = Program::Source::measure;
      break;
    case ValueKind::none:
      break;
  }
}

void SchemeCompiler::compile_indicator(const Indicator& indicator) {
  indicator_ = &indicator;
  program_ = &out_.programs_[static_cast<std::size_t>(&indicator - scheme_.indicators.data())];
  program_->marks = add_byte(0);
  program_->inputs.assign(indicator.value.inputs.size(), kNoSlot);
  program_->terms = terms_of(indicator);
  program_->informational = indicator.rule.kind == RuleKind::informational;
  program_->summary = indicator.rule.kind == RuleKind::summary;
  program_->needs_evidence = indicator.evidence_required;
  if (indicator.value.kind == ValueKind::measure) {
    const Measure* measure = find_measure(scheme_, indicator.value.measure);
    if (measure == nullptr) {
      out_.unusual_ = true;
      return;
    }
    // Also tells whether it was declared not applicable.
    program_->measure = out_.measures_[static_cast<std::size_t>(measure - scheme_.measures.data())];
  }
  if (has_nested_summary(indicator.rule)) out_.unusual_ = true;
  if (program_->informational || program_->summary) return;
  const RuleSubjects subjects = subjects_of(indicator.rule);
  program_->about_value = subjects.value;
  if (subjects.value) compile_value();
  for (const std::string& input : subjects.inputs) {
    const int slot = input_slot(input);
    if (slot == kNoSlot) out_.unusual_ = true;
    program_->about_inputs.push_back(slot);
  }
  reserve(indicator.rule);
  if (!out_.unusual_) program_->rule = compile(indicator.rule);
}

// ---- conclusions -------------------------------------------------------------------------------------------------------

void SchemeCompiler::compile_gates() {
  for (const Gate& gate : scheme_.gates) {
    GateProgram program;
    for (std::size_t i = 0; i < scheme_.indicators.size(); ++i) {
      if (selects(scheme_, gate, scheme_.indicators[i])) program.indicators.push_back(i);
    }
    for (std::size_t count = 0; count <= program.indicators.size(); ++count)
      program.needed.push_back(needed(gate, count));
    out_.gates_.push_back(std::move(program));
  }
}

void SchemeCompiler::compile_summaries() {
  for (std::size_t i = 0; i < scheme_.indicators.size(); ++i) {
    const Rule& rule = scheme_.indicators[i].rule;
    if (rule.kind != RuleKind::summary) continue;
    SummaryProgram program{i, {}, rule.measures};
    for (std::size_t k = 0; k < scheme_.indicators.size(); ++k) {
      const Indicator& other = scheme_.indicators[k];
      const bool counts =
          std::find(rule.obligations.begin(), rule.obligations.end(), other.obligation) != rule.obligations.end();
      if (counts && other.rule.kind != RuleKind::summary) program.others.push_back(k);
    }
    out_.summaries_.push_back(std::move(program));
  }
}

CompiledScheme SchemeCompiler::run() {
  out_.externals_.assign(scheme_.externals.size(), kNoSlot);
  out_.programs_.resize(scheme_.indicators.size());
  for (const Measure& measure : scheme_.measures) {
    out_.measures_.push_back(add_byte(0));
    out_.measure_terms_.push_back(terms_of(measure));
  }
  for (const Indicator& indicator : scheme_.indicators) compile_indicator(indicator);
  compile_gates();
  compile_summaries();
  return std::move(out_);
}

CompiledScheme CompiledScheme::compile(const Scheme& scheme) { return SchemeCompiler(scheme).run(); }

}  // namespace luping
