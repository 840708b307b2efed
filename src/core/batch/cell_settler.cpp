#include "core/batch/cell_settler.h"

#include <algorithm>

#include "core/analysis/gap.h"
#include "core/batch/scheme_compiler.h"
#include "core/judge/evaluate.h"

namespace luping {

using namespace batch;

namespace batch {

std::optional<Fraction> fraction_of(double value) {
  constexpr double kMost = 1e15;
  constexpr int kMostDecimals = 18;
  double power = 1;  // exact up to 10^22
  std::int64_t denominator = 1;
  for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
    const double coefficient = std::nearbyint(value * power);
    if (!(std::abs(coefficient) < kMost)) return std::nullopt;
    if (coefficient / power == value) return Fraction{static_cast<std::int64_t>(coefficient), denominator};
    power *= 10;
    denominator *= 10;
  }
  return std::nullopt;
}

}  // namespace batch

namespace {

/// A figure that stands beside the value: blank is unknown.
Code as_reference(Byte state) { return state == kBlank ? kUnknown : static_cast<Code>(state); }

Code code_of(Result result) {
  switch (result) {
    case Result::pass:
      return kPass;
    case Result::fail:
      return kFail;
    case Result::unknown:
      return kUnknown;
    case Result::notchecked:
      return kNotChecked;
    case Result::notapplicable:
      return kNotApplicable;
    case Result::error:
      return kError;
    case Result::informational:
      break;
  }
  return kInformational;
}

double quotient(const Fraction& number) {
  return static_cast<double>(number.numerator) / static_cast<double>(number.denominator);
}

}  // namespace

CellSettler::CellSettler(const Batch& batch, std::size_t indicator)
    : batch_(batch),
      scheme_(batch.scheme_),
      program_(batch.scheme_.programs()[indicator]),
      indicator_(batch.scheme_.scheme().indicators[indicator]) {}

Byte CellSettler::state(int slot) const {
  return block_->states[static_cast<std::size_t>(slot) * kByteStride + row_ % kBlockRows];
}
double CellSettler::figure(int slot) const {
  return block_->figures[static_cast<std::size_t>(slot) * kFigureStride + row_ % kBlockRows];
}
Byte CellSettler::byte(int column) const {
  return block_->bytes[static_cast<std::size_t>(column) * kByteStride + row_ % kBlockRows];
}

CellSettler::Verdict CellSettler::settle(std::size_t row) {
  row_ = row;
  block_ = batch_.blocks_[row / kBlockRows].get();
  value_ = value();
  // Without a value a rule about it alone is not even tried.
  if (program_.about_value && program_.about_inputs.empty() && value_.code != kPass)
    return value_.code == kOpen ? exactly(row) : Verdict{value_.code};
  const Verdict verdict = run_node(program_.rule);
  return verdict.code == kOpen ? exactly(row) : verdict;
}

// ---- in fractions of machine words -------------------------------------------------------------------------------------

CellSettler::Subject CellSettler::subject_of(int slot) const {
  Subject subject;
  subject.code = static_cast<Code>(state(slot));
  if (subject.code != kPass) return subject;
  const std::optional<Fraction> number = fraction_of(figure(slot));
  if (!number) return {};
  subject.number = *number;
  return subject;
}

CellSettler::Subject CellSettler::value() const {
  if (!program_.about_value) return {kNotChecked, {}};
  switch (program_.source) {
    case Program::Source::figure:
      return subject_of(program_.value);
    case Program::Source::formula:
      break;
    case Program::Source::none:
      return {kNotChecked, {}};
    case Program::Source::word:
      return {byte(program_.value) == kBlankWord ? kNotChecked : byte(program_.value) == kBadWord ? kError : kPass, {}};
    case Program::Source::measure:
      return {(byte(program_.measure) & kStateMask) == 0 ? kNotChecked : kPass, {}};
  }
  if ((byte(program_.marks) & kFigureCounts) != 0) return subject_of(program_.value);
  bool any = false;
  for (const int slot : program_.formula_inputs) {
    if (state(slot) == kOpen) return {};
    any = any || state(slot) != kBlank;
  }
  for (const int slot : program_.formula_inputs) {
    if (state(slot) == kError) return {kError, {}};
  }
  if (!any) return {kNotChecked, {}};
  const Computed computed = run_steps(program_.formula, nullptr);
  if (computed.code != kPass) return {computed.code, {}};
  const auto beyond = [&](const Step& limit, int sign) -> std::optional<bool> {
    if (limit.denominator == 0) return std::nullopt;
    return sign * order(computed.number, {limit.numerator, limit.denominator}) > 0;
  };
  for (const auto& [has, limit, sign] : {std::tuple{program_.has_minimum, &program_.minimum, -1},
                                         std::tuple{program_.has_maximum, &program_.maximum, 1}}) {
    if (!has) continue;
    const std::optional<bool> outside = beyond(*limit, sign);
    if (!outside) return {};
    if (*outside) return {kError, {}};
  }
  return {kPass, computed.number};
}

// As Formula::evaluate: every part is computed, an impossible one decides before one without a value.
CellSettler::Computed CellSettler::run_steps(const std::vector<Step>& steps, const Fraction* subject) const {
  constexpr std::size_t kDeepest = 64;
  Computed stack[kDeepest];
  std::size_t depth = 0;
  for (const Step& step : steps) {
    switch (step.op) {
      case Op::number:
        if (step.denominator == 0) return {};
        stack[depth++] = {kPass, {step.numerator, step.denominator}};
        continue;
      case Op::slot: {
        Computed& top = stack[depth++];
        top = {as_reference(state(step.slot)), {}};
        if (top.code == kOpen) return {};
        if (top.code != kPass) continue;
        const std::optional<Fraction> number = fraction_of(figure(step.slot));
        if (!number) return {};
        top.number = *number;
        continue;
      }
      case Op::subject:
        stack[depth++] = {kPass, *subject};
        continue;
      case Op::negate:
        stack[depth - 1].number = negated(stack[depth - 1].number);
        continue;
      case Op::absolute:
        if (stack[depth - 1].number.numerator < 0) stack[depth - 1].number = negated(stack[depth - 1].number);
        continue;
      default:
        break;
    }
    const Computed& operand = stack[--depth];
    Computed& whole = stack[depth - 1];
    whole.code = std::max(whole.code, operand.code);
    if (whole.code != kPass) continue;
    const Fraction& right = operand.number;
    const Fraction& left = whole.number;
    std::optional<Fraction> result;
    switch (step.op) {
      case Op::add:
        result = add(left, right);
        break;
      case Op::subtract:
        result = add(left, negated(right));
        break;
      case Op::multiply:
        result = multiply(left, right);
        break;
      case Op::divide:
        if (right.numerator == 0) {
          whole.code = left.numerator == 0 ? kUnknown : kError;
          continue;
        }
        result = divide(left, right);
        break;
      case Op::minimum:
        result = order(right, left) < 0 ? right : left;
        break;
      default:
        result = order(right, left) > 0 ? right : left;
        break;
    }
    if (!result) return {};
    whole.number = *result;
  }
  return stack[0];
}

CellSettler::Verdict CellSettler::compared(Comparison comparison, const Fraction& left, const Fraction& right) const {
  const int sign = order(left, right);
  bool met = false;
  int upward = 1;
  switch (comparison) {
    case Comparison::at_least:
      met = sign >= 0;
      break;
    case Comparison::more_than:
      met = sign > 0;
      break;
    case Comparison::at_most:
      met = sign <= 0;
      upward = -1;
      break;
    case Comparison::less_than:
      met = sign < 0;
      upward = -1;
      break;
    case Comparison::equals:
      met = sign == 0;
      break;
  }
  Verdict verdict;
  verdict.code = met ? kPass : kFail;
  const std::optional<Fraction> difference = add(left, negated(right));
  verdict.gap = sign == 0 ? 0.0 : difference ? quotient(*difference) : quotient(left) - quotient(right);
  if (comparison == Comparison::equals) {
    verdict.gap = -std::abs(verdict.gap);
  } else {
    verdict.gap *= upward;
  }
  const double required = std::abs(quotient(right));
  verdict.relative = required == 0 ? std::abs(verdict.gap) : std::abs(verdict.gap) / required;
  return verdict;
}

CellSettler::Verdict CellSettler::run_compare(const Node& node) const {
  if (node.right.kind == Operand::Kind::by_choice && node.cases[byte(node.attribute)] == kNoCase) return {kUnknown};
  const Subject subject = node.subject == kValue ? value_ : subject_of(node.subject);
  if (subject.code != kPass) return {subject.code};
  if (node.rounded) return {};
  for (const int slot : node.guards) {
    if (state(slot) != kPass) return {as_reference(state(slot))};
  }
  Computed left{kPass, subject.number};
  if (node.left.kind == Operand::Kind::program) left = run_steps(node.left.steps, &subject.number);
  if (left.code != kPass) return {left.code};
  Code worst = kPass;
  for (const int slot : node.needs) worst = std::max(worst, as_reference(state(slot)));
  if (worst != kPass) return {worst};
  Computed right;
  const Step* step = nullptr;
  switch (node.right.kind) {
    case Operand::Kind::constant:
      step = &node.right.steps[0];
      break;
    case Operand::Kind::slot: {
      const Subject target = subject_of(node.right.slot);
      right = {target.code, target.number};
      break;
    }
    case Operand::Kind::program:
      right = run_steps(node.right.steps, &subject.number);
      break;
    case Operand::Kind::by_year:
      for (const auto& [from, figure] : node.right.years) {
        if (from <= batch_.heads_[row_].year) step = &figure;
      }
      if (step == nullptr) return {kUnknown};
      break;
    case Operand::Kind::by_choice:
      step = &node.right.steps[byte(node.attribute)];
      break;
    case Operand::Kind::subject:
      return {};
  }
  if (step != nullptr && step->denominator != 0) right = {kPass, {step->numerator, step->denominator}};
  if (right.code != kPass) return {right.code};
  return compared(node.comparison, left.number, right.number);
}

CellSettler::Verdict CellSettler::run_stable(const Node& node) const {
  const Subject subject = node.subject == kValue ? value_ : subject_of(node.subject);
  if (subject.code != kPass || node.tolerance.denominator == 0) return {subject.code == kPass ? kOpen : subject.code};
  const Fraction tolerance{node.tolerance.numerator, node.tolerance.denominator};
  Verdict whole;
  bool any = false;
  Subject later = subject;
  for (const int slot : node.past) {
    const Subject earlier = subject_of(slot);
    if (node.skip && earlier.code == kBlank) continue;
    Verdict step;
    if (earlier.code != kPass) {
      step.code = as_reference(earlier.code);
    } else if (later.code != kPass) {
      step.code = as_reference(later.code);
    } else {
      std::optional<Fraction> allowed = tolerance;
      if (node.percent) {
        Fraction size = earlier.number;
        if (size.numerator < 0) size = negated(size);
        allowed = multiply(tolerance, size);
        if (allowed) allowed = multiply(*allowed, {1, 100});
      }
      if (!allowed) return {};
      const std::optional<Fraction> limit = add(earlier.number, node.lower ? *allowed : negated(*allowed));
      if (!limit) return {};
      step = compared(node.comparison, later.number, *limit);
    }
    if (step.code == kOpen) return {};
    if (!any || step.code > whole.code) {
      whole = step;
    } else if (step.code == whole.code && step.gap == step.gap) {
      const bool better = step.code == kFail ? step.relative > whole.relative : step.relative < whole.relative;
      if (better) whole = step;
    }
    any = true;
    later = earlier;
  }
  if (!any) return {kUnknown};
  return whole;
}

CellSettler::Verdict CellSettler::run_members(const Node& node) const {
  const auto rank = [&](Code code) -> int {
    if (node.kind == Node::Kind::all_of) return code;
    return code == kPass ? kFail : code == kFail ? kPass : code;
  };
  Verdict whole;
  for (std::size_t i = 0; i < node.members.size(); ++i) {
    const Verdict member = run_node(node.members[i]);
    if (member.code == kOpen) return {};
    if (i == 0 || rank(member.code) > rank(whole.code)) {
      whole = member;
    } else if (member.code == whole.code && member.gap == member.gap) {
      const bool farthest = node.kind == Node::Kind::all_of && member.code == kFail;
      const bool better = farthest ? member.relative > whole.relative : member.relative < whole.relative;
      if (better || whole.gap != whole.gap) whole = member;
    }
  }
  return whole;
}

CellSettler::Verdict CellSettler::run_node(const Node& node) const {
  switch (node.kind) {
    case Node::Kind::compare:
      return run_compare(node);
    case Node::Kind::one_of:
      return {static_cast<Code>(
          node.words[byte(program_.source == Program::Source::word ? program_.value : program_.measure)])};
    case Node::Kind::stable:
      return run_stable(node);
    case Node::Kind::all_of:
    case Node::Kind::any_of:
      return run_members(node);
    case Node::Kind::choose: {
      const Byte chosen = node.cases[byte(node.attribute)];
      return chosen == kNoCase ? Verdict{kUnknown} : run_node(node.members[chosen]);
    }
    case Node::Kind::exact:
      break;
  }
  return {};
}

// ---- by the exact evaluator --------------------------------------------------------------------------------------------

const Batch::Kept* CellSettler::kept(int slot) const {
  const auto found = batch_.kept_.find(row_ * scheme_.figures().size() + static_cast<std::size_t>(slot));
  return found == batch_.kept_.end() ? nullptr : &found->second;
}

std::string CellSettler::text(int slot) const {
  if (slot == kNoSlot) return {};
  switch (state(slot)) {
    case kBlank:
      return {};
    case kOpen: {
      const Batch::Kept* const whole = kept(slot);
      return whole == nullptr ? std::string() : whole->text;
    }
    case kError:
      return "\x01";  // whatever was typed is no possible figure
    default:
      break;
  }
  const std::optional<Fraction> number = fraction_of(figure(slot));
  if (!number) return {};
  Decimal decimal{number->numerator, 0};
  for (std::int64_t power = 1; power < number->denominator; power *= 10) ++decimal.scale;
  return decimal.to_string();
}

Assessment CellSettler::rebuild(std::size_t row) const {
  const Scheme& scheme = scheme_.scheme();
  Assessment assessment;
  assessment.scheme_id = scheme.id;
  assessment.region = batch_.region(row);
  assessment.year = batch_.year(row);
  for (const auto& column : scheme_.attributes()) {
    const Byte word = byte(column.column);
    if (word == 0) continue;
    // A word no rule asks for: none of theirs.
    assessment.attributes[column.id] = word == kOtherWord ? std::string("\x01") : column.words[word - 1U];
  }
  Answer& answer = assessment.answers[indicator_.id];
  if (program_.value != kNoSlot && program_.source == Program::Source::word) {
    const Byte word = byte(program_.value);
    if (word != kBlankWord) answer.value = word == kBadWord ? std::string("\x01") : indicator_.value.options[word];
  } else {
    answer.value = text(program_.value);
  }
  for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
    const std::string typed = text(program_.inputs[i]);
    if (!typed.empty()) answer.inputs[indicator_.value.inputs[i].id] = typed;
  }
  if (program_.source == Program::Source::formula)
    answer.entry = (byte(program_.marks) & kFigureCounts) != 0 ? "value" : "inputs";
  answer.baseline.value = text(program_.baseline);
  for (std::size_t i = 0; i < program_.past.size(); ++i) {
    const std::string past = text(program_.past[i]);
    if (!past.empty()) answer.history[std::to_string(assessment.year - static_cast<int>(i) - 1)].value = past;
  }
  const auto add_target = [&](int slot, const std::string& input) {
    const std::string figure = text(slot);
    if (figure.empty()) return;
    Target target;
    target.region = assessment.region;
    target.indicator = indicator_.id;
    target.input = input;
    target.year = assessment.year;
    target.value = figure;
    const Batch::Kept* const whole = state(slot) == kOpen ? kept(slot) : nullptr;
    if (whole != nullptr) target.direction = whole->direction;
    assessment.targets.push_back(std::move(target));
  };
  add_target(program_.target, {});
  for (std::size_t i = 0; i < program_.input_targets.size(); ++i)
    add_target(program_.input_targets[i], indicator_.value.inputs[i].id);
  for (std::size_t i = 0; i < scheme.externals.size(); ++i) {
    const std::string figure = text(scheme_.externals()[i]);
    if (figure.empty()) continue;
    ExternalValue external;
    external.id = scheme.externals[i].id;
    external.year = assessment.year;
    external.value = figure;
    assessment.externals.push_back(std::move(external));
  }
  if (program_.measure != kNoSlot) {
    constexpr const char* kStates[] = {"", "notStarted", "inProgress", "done"};
    assessment.measures[indicator_.value.measure].state = kStates[byte(program_.measure) & kStateMask];
  }
  return assessment;
}

CellSettler::Verdict CellSettler::exactly(std::size_t row) const {
  const Outcome outcome = evaluate_indicator(scheme_.scheme(), rebuild(row), indicator_, nullptr);
  Verdict verdict;
  verdict.code = code_of(outcome.computed);
  if (const std::optional<Gap> gap = gap_of(indicator_.rule, outcome.trace)) verdict.gap = to_double(gap->distance);
  return verdict;
}

}  // namespace luping
