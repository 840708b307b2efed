#include "core/batch/block_evaluator.h"

#include <algorithm>
#include <cstring>

#include "core/batch/cell_settler.h"
#include "core/batch/powers.h"
#include "core/batch/scheme_compiler.h"

namespace luping {

using namespace batch;

namespace {

constexpr std::uint64_t kEach = 0x0101010101010101;

/// A blank figure that a rule refers to is unknown, where a blank subject is not filled in.
Bytes as_reference(Bytes states) { return states + (equal(states, kBlank) & all(1)); }

bool any(const Byte* bytes, std::size_t row, std::uint64_t mask) {
  return (load<std::uint64_t>(bytes + row) & mask) != 0;
}

double error_of(const Step& number) { return number.error == 0 ? std::abs(number.number) * kUnit : number.error; }

/// Results by code; internal codes are ranks.
Bytes results_of(Bytes codes) {
  Bytes results = equal(codes, kFail) & all(static_cast<Byte>(Result::fail));
  const auto put = [&](Code code, Result result) { results |= equal(codes, code) & all(static_cast<Byte>(result)); };
  put(kNotChecked, Result::notchecked);
  put(kUnknown, Result::unknown);
  put(kError, Result::error);
  put(kNotApplicable, Result::notapplicable);
  put(kInformational, Result::informational);
  return results;
}

}  // namespace

BlockEvaluator::BlockEvaluator(Batch& batch) : batch_(batch), hundred_(number_step(Decimal{100, 0})) {}

const double* BlockEvaluator::figure(int slot) const {
  return block_->figures.data() + static_cast<std::size_t>(slot) * kFigureStride + first_;
}
const Byte* BlockEvaluator::state(int slot) const {
  return block_->states.data() + static_cast<std::size_t>(slot) * kByteStride + first_;
}
const Byte* BlockEvaluator::byte(int column) const {
  return block_->bytes.data() + static_cast<std::size_t>(column) * kByteStride + first_;
}

double* BlockEvaluator::scratch() {
  if (scratch_used_ == scratch_.size()) scratch_.push_back(std::make_unique<double[]>(kBlockRows));
  return scratch_[scratch_used_++].get();
}

void BlockEvaluator::run(std::size_t block, std::size_t first, std::size_t count, bool with_gaps, std::size_t only) {
  block_ = batch_.blocks_[block].get();
  block_index_ = block;
  first_ = first;
  count_ = count;
  rows_ = (count + kStrip - 1) / kStrip * kStrip;
  const std::size_t width = batch_.scheme_.programs().size();
  if (with_gaps && block_->gaps.empty()) block_->gaps.resize(width * kFigureStride);
  for (std::size_t i = 0; i < width; ++i) {
    if (batch_.scheme_.programs()[i].summary || (only != kAll && i != only)) continue;
    judge(i, block_->results.data() + i * kByteStride + first_,
          with_gaps ? block_->gaps.data() + i * kFigureStride + first_ : nullptr);
  }
  for (const SummaryProgram& summary : batch_.scheme_.summaries()) {
    if (with_gaps) {
      double* gaps = block_->gaps.data() + summary.indicator * kFigureStride + first_;
      std::fill(gaps, gaps + rows_, std::numeric_limits<double>::quiet_NaN());
    }
    summarize(summary);
  }
  conclude();
}

// ---- values ------------------------------------------------------------------------------------------------------------

BlockEvaluator::Subject BlockEvaluator::value_of(const Program& program) {
  static const std::vector<Byte> kNothing(kBlockRows, kBlank);
  switch (program.source) {
    case Program::Source::figure:
      return {{figure(program.value)}, state(program.value)};
    case Program::Source::formula:
      return formula_value(program);
    case Program::Source::word: {
      Byte* states = reinterpret_cast<Byte*>(scratch());
      const Byte* words = byte(program.value);
      for (std::size_t row = 0; row < rows_; row += kStrip) {
        const Bytes word = load<Bytes>(words + row);
        store(states + row,
              static_cast<Bytes>((equal(word, kBlankWord) & all(kNotChecked)) | (equal(word, kBadWord) & all(kError))));
      }
      return {{}, states};
    }
    case Program::Source::measure: {
      Byte* states = reinterpret_cast<Byte*>(scratch());
      const Byte* marks = byte(program.measure);
      for (std::size_t row = 0; row < rows_; ++row) states[row] = (marks[row] & kStateMask) == 0 ? kNotChecked : kPass;
      return {{}, states};
    }
    case Program::Source::none:
      break;
  }
  return {{}, kNothing.data()};
}

BlockEvaluator::Subject BlockEvaluator::formula_value(const Program& program) {
  const Figures computed = run_steps(program.formula, {});
  Byte* states = reinterpret_cast<Byte*>(scratch());
  double* value = scratch();
  double* error = scratch();
  const Byte* marks = byte(program.marks);
  const Byte* figure_states = state(program.value);
  for (std::size_t row = 0; row < rows_; row += kStrip) {
    Bytes worst{};
    Bytes blank_everywhere = all(0xFF);
    Bytes blank_somewhere{};
    for (const int slot : program.formula_inputs) {
      const Bytes one = load<Bytes>(state(slot) + row);
      const Bytes blank = equal(one, kBlank);
      const Bytes filled = ~blank & one;
      worst = select(as<Bytes>(filled > worst), filled, worst);
      blank_everywhere &= blank;
      blank_somewhere |= blank;
    }
    // Some but not all: whether a part is impossible or merely missing is settled cell by cell.
    Bytes code = select(is_zero(worst), blank_somewhere & all(kOpen), worst);
    code = select(blank_everywhere, all(kNotChecked), code);
    std::memcpy(value + row, computed.value + (computed.constant ? 0 : row), kStrip * sizeof(double));
    if (computed.error != nullptr) {
      std::memcpy(error + row, computed.error + (computed.constant ? 0 : row), kStrip * sizeof(double));
    } else {
      for (std::size_t i = row; i < row + kStrip; ++i) error[i] = std::abs(value[i]) * kUnit;
    }
    // Divided by what may be zero.
    Longs finite[8];
    for (std::size_t i = 0; i < 8; ++i)
      finite[i] = as<Longs>(load<Doubles>(error + row + 2 * i) < both(__builtin_inf()));
    code = select(is_zero(code), ~narrow(finite) & all(kOpen), code);
    const Bytes by_figure = as<Bytes>((load<Bytes>(marks + row) & all(kFigureCounts)) != Bytes{});
    code = select(by_figure, load<Bytes>(figure_states + row), code);
    store(states + row, code);
    for (std::size_t i = row; i < row + kStrip; i += 8) {
      if (!any(marks, i, kEach * kFigureCounts)) continue;
      for (std::size_t k = i; k < i + 8; ++k) {
        if ((marks[k] & kFigureCounts) == 0) continue;
        value[k] = figure(program.value)[k];
        error[k] = std::abs(value[k]) * kUnit;
      }
    }
  }
  if (program.limited) {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (states[row] != kPass || (marks[row] & kFigureCounts) != 0) continue;
      const auto outside = [&](double beyond, double bound) {  // by how much it is beyond the limit
        if (beyond > bound) states[row] = kError;
        if (!(beyond < -bound) && !(beyond > bound)) states[row] = kOpen;
      };
      if (program.has_minimum)
        outside(program.minimum.number - value[row], (error[row] + error_of(program.minimum)) * kSlack);
      if (program.has_maximum && states[row] == kPass)
        outside(value[row] - program.maximum.number, (error[row] + error_of(program.maximum)) * kSlack);
    }
  }
  return {{value, error}, states};
}

Figures BlockEvaluator::run_steps(const std::vector<Step>& steps, const Figures& subject) {
  constexpr std::size_t kDeepest = 64;
  Figures stack[kDeepest];
  std::size_t depth = 0;
  for (const Step& step : steps) {
    switch (step.op) {
      case Op::number:
        stack[depth++] = {&step.number, step.error == 0 ? nullptr : &step.error, true};
        continue;
      case Op::slot:
        stack[depth++] = {figure(step.slot)};
        continue;
      case Op::subject:
        stack[depth++] = subject;
        continue;
      case Op::negate:
      case Op::absolute: {
        const Figures top = stack[depth - 1];
        double* value = scratch();
        const FigureReader tops(top);
        for (std::size_t row = 0; row < rows_; row += 2)
          store(value + row,
                step.op == Op::negate ? static_cast<Doubles>(-tops.value(row)) : magnitude(tops.value(row)));
        double* error = top.error == nullptr ? nullptr : scratch();
        for (std::size_t row = 0; error != nullptr && row < rows_; row += 2)
          store(error + row, tops.error(row, tops.value(row)));
        stack[depth - 1] = {value, error};
        continue;
      }
      default:
        break;
    }
    const Figures right = stack[--depth];
    const Figures left = stack[depth - 1];
    double* value = scratch();
    double* error = scratch();
    switch (step.op) {
      case Op::add:
        apply_columns<Op::add>(left, right, rows_, value, error);
        break;
      case Op::subtract:
        apply_columns<Op::subtract>(left, right, rows_, value, error);
        break;
      case Op::multiply:
        apply_columns<Op::multiply>(left, right, rows_, value, error);
        break;
      case Op::divide:
        apply_columns<Op::divide>(left, right, rows_, value, error);
        break;
      case Op::minimum:
        apply_columns<Op::minimum>(left, right, rows_, value, error);
        break;
      default:
        apply_columns<Op::maximum>(left, right, rows_, value, error);
        break;
    }
    stack[depth - 1] = {value, error};
  }
  return stack[0];
}

Figures BlockEvaluator::operand(const Operand& operand, const Node& node, const Figures& subject, Byte* missing) {
  switch (operand.kind) {
    case Operand::Kind::subject:
      break;
    case Operand::Kind::constant:
      return {&operand.steps[0].number, operand.steps[0].error == 0 ? nullptr : &operand.steps[0].error, true};
    case Operand::Kind::slot:
      return {figure(operand.slot)};
    case Operand::Kind::program:
      return run_steps(operand.steps, subject);
    case Operand::Kind::by_year: {
      double* value = scratch();
      double* error = scratch();
      bool is_short = true;
      for (std::size_t row = 0; row < rows_; ++row) {
        value[row] = 0;
        error[row] = 0;
        missing[row] = kUnknown;
        if (row >= count_) continue;
        const int year = batch_.heads_[block_index_ * kBlockRows + first_ + row].year;
        for (const auto& [from, figure] : operand.years) {
          if (from > year) break;
          value[row] = figure.number;
          error[row] = error_of(figure);
          missing[row] = kPass;
          is_short = is_short && figure.error == 0;
        }
      }
      return {value, is_short ? nullptr : error};
    }
    case Operand::Kind::by_choice: {
      double* value = scratch();
      const Byte* words = byte(node.attribute);
      for (std::size_t row = 0; row < rows_; ++row) {
        value[row] = operand.choices[words[row]];
        missing[row] = node.cases[words[row]] == kNoCase ? kUnknown : kPass;
      }
      return {value};
    }
  }
  return subject;
}

// ---- rules -------------------------------------------------------------------------------------------------------------

void BlockEvaluator::compare(Comparison comparison, const Figures& left, const Figures& right, double widen,
                             Byte* codes) {
  const bool exact = left.error == nullptr && right.error == nullptr && widen == 0 && !left.constant;
  with_comparison(comparison, [&]<Comparison kComparison>() {
    if (!exact) {
      compare_bounded<kComparison>(left, right, widen, rows_, codes);
    } else if (right.constant) {
      compare_exact<kComparison, true>(left.value, right.value, rows_, codes);
    } else {
      compare_exact<kComparison, false>(left.value, right.value, rows_, codes);
    }
  });
}

void BlockEvaluator::guard(int slot, Byte* codes) const {
  const Byte* states = state(slot);
  for (std::size_t row = 0; row < rows_; row += kStrip) {
    const Bytes one = load<Bytes>(states + row);
    store(codes + row, select(is_zero(one), load<Bytes>(codes + row), as_reference(one)));
  }
}

void BlockEvaluator::cover(const Byte* states, Byte* codes) const {
  for (std::size_t row = 0; row < rows_; row += kStrip) {
    const Bytes one = load<Bytes>(states + row);
    store(codes + row, select(is_zero(one), load<Bytes>(codes + row), one));
  }
}

void BlockEvaluator::clear_gaps(const Byte* codes, double* gaps) const {
  for (std::size_t row = 0; row < rows_; row += 8) {
    if (!any(codes, row, kEach * 3)) continue;  // only kPass and kFail have neither bit
    for (std::size_t i = row; i < row + 8; ++i) {
      if ((codes[i] & 3) != 0) gaps[i] = std::numeric_limits<double>::quiet_NaN();
    }
  }
}

void BlockEvaluator::measure_gaps(const Node& node, const Figures& left, const Figures& right, const Byte* codes,
                                  double* gaps, double* relative) const {
  if (gaps == nullptr) return;
  if (node.rounded) {
    // The distance of the value as compared, that is after rounding; for a display.
    const double power = power_of_ten(static_cast<unsigned>(node.decimals));
    for (std::size_t row = 0; row < rows_; ++row) {
      const double held = std::nearbyint(left.value[left.constant ? 0 : row] * power) / power;
      const double required = right.value[right.constant ? 0 : row];
      gaps[row] = held - required;
      if (node.comparison == Comparison::at_most || node.comparison == Comparison::less_than) gaps[row] = -gaps[row];
      if (node.comparison == Comparison::equals) gaps[row] = -std::abs(gaps[row]);
    }
  } else {
    with_comparison(node.comparison,
                    [&]<Comparison kComparison>() { distances<kComparison>(left, right, rows_, gaps); });
  }
  clear_gaps(codes, gaps);
  if (relative == nullptr) return;
  for (std::size_t row = 0; row < rows_; ++row) {
    const double required = std::abs(right.value[right.constant ? 0 : row]);
    relative[row] = required == 0 ? std::abs(gaps[row]) : std::abs(gaps[row]) / required;
  }
}

void BlockEvaluator::run_compare(const Node& node, const Subject& value, Byte* codes, double* gaps, double* relative) {
  const Subject subject = node.subject == kValue ? value : Subject{{figure(node.subject)}, state(node.subject)};
  Codes missing;
  const Figures left = operand(node.left, node, subject.figures, missing);
  const Figures right = operand(node.right, node, subject.figures, missing);
  // Rounding moves the value by at most half a unit of the last digit.
  const double widen = node.rounded ? 0.5 * kSlack / power_of_ten(static_cast<unsigned>(node.decimals)) : 0;
  compare(node.comparison, left, right, widen, codes);
  if (node.right.kind == Operand::Kind::by_year) cover(missing, codes);
  if (!node.needs.empty()) {
    for (std::size_t row = 0; row < rows_; row += kStrip) {
      Bytes worst{};
      for (const int slot : node.needs) {
        const Bytes one = as_reference(load<Bytes>(state(slot) + row));
        worst = select(as<Bytes>(one > worst), one, worst);
      }
      store(codes + row, select(is_zero(worst), load<Bytes>(codes + row), worst));
    }
  }
  for (const int slot : node.guards) guard(slot, codes);
  cover(subject.states, codes);
  // Where no case fits there is no rule, whatever was entered.
  if (node.right.kind == Operand::Kind::by_choice) cover(missing, codes);
  measure_gaps(node, left, right, codes, gaps, relative);
}

void BlockEvaluator::run_one_of(const Node& node, const Subject& value, Byte* codes, double* gaps, double* relative) {
  // The states of a word are its column; see judge().
  const Byte* words = reinterpret_cast<const Byte*>(value.figures.value);
  for (std::size_t row = 0; row < rows_; ++row) codes[row] = node.words[words[row]];
  if (gaps != nullptr) std::fill(gaps, gaps + rows_, std::numeric_limits<double>::quiet_NaN());
  if (relative != nullptr) std::fill(relative, relative + rows_, 0.0);
}

void BlockEvaluator::run_stable(const Node& node, const Subject& value, Byte* codes, double* gaps, double* relative) {
  const Subject subject = node.subject == kValue ? value : Subject{{figure(node.subject)}, state(node.subject)};
  Gaps step_relative;
  Figures later = subject.figures;
  double* const own_relative = relative != nullptr ? relative : gaps != nullptr ? step_relative : nullptr;
  Codes step_codes;
  for (std::size_t step = 0; step < node.past.size(); ++step) {
    const int slot = node.past[step];
    Figures right{figure(slot)};
    if (node.tolerance.number != 0) {
      std::vector<Step>& steps = stable_steps_;
      steps.clear();
      steps.push_back({.op = Op::slot, .slot = slot});
      steps.push_back(node.tolerance);
      if (node.percent) {
        steps.push_back({.op = Op::slot, .slot = slot});
        steps.push_back({.op = Op::absolute});
        steps.push_back({.op = Op::multiply});
        steps.push_back(hundred_);
        steps.push_back({.op = Op::divide});
      }
      steps.push_back({.op = node.lower ? Op::add : Op::subtract});
      right = run_steps(steps, {});
    }
    Byte* into = step == 0 ? codes : step_codes;
    compare(node.comparison, later, right, 0, into);
    if (step > 0) guard(node.past[step - 1], into);
    guard(slot, into);
    Gaps distance;
    Gaps proportion;
    if (step == 0) {
      measure_gaps(node, later, right, into, gaps, own_relative);
    } else {
      if (gaps != nullptr) measure_gaps(node, later, right, into, distance, proportion);
      combine(true, codes, gaps, own_relative, into, distance, proportion);
    }
    later = {figure(slot)};
  }
  for (std::size_t row = 0; row < rows_; row += kStrip) {
    Bytes code = load<Bytes>(codes + row);
    if (node.skip) {  // a gap in the series: settled cell by cell
      for (const int slot : node.past) code = select(equal(load<Bytes>(state(slot) + row), kBlank), all(kOpen), code);
    }
    const Bytes one = load<Bytes>(subject.states + row);
    store(codes + row, select(is_zero(one), code, one));
  }
  if (gaps != nullptr) clear_gaps(codes, gaps);
}

// Kleene logic: allOf takes the greatest code, anyOf the same with pass and fail changing places. Of the members that came out as
// the whole did, the gap is that of the farthest off (a failing allOf) or of the nearest.
void BlockEvaluator::combine(bool all_of, Byte* codes, double* gaps, double* relative, const Byte* other,
                             const double* other_gaps, const double* other_relative) const {
  Codes whole;
  for (std::size_t row = 0; row < rows_; row += kStrip) {
    Bytes a = load<Bytes>(codes + row);
    Bytes b = load<Bytes>(other + row);
    const auto exchange = [](Bytes code) {
      return static_cast<Bytes>(code ^ ((is_zero(code) | equal(code, kFail)) & all(kFail)));
    };
    if (!all_of) {
      a = exchange(a);
      b = exchange(b);
    }
    Bytes both_codes = select(as<Bytes>(a > b), a, b);
    if (!all_of) both_codes = exchange(both_codes);
    store(whole + row, both_codes);
  }
  if (gaps != nullptr) {
    for (std::size_t row = 0; row < rows_; ++row) {
      const bool first = codes[row] == whole[row] && gaps[row] == gaps[row];
      const bool second = other[row] == whole[row] && other_gaps[row] == other_gaps[row];
      const bool farthest = all_of && whole[row] == kFail;
      const bool better = farthest ? other_relative[row] > relative[row] : other_relative[row] < relative[row];
      if (second && (!first || better)) {
        gaps[row] = other_gaps[row];
        relative[row] = other_relative[row];
      } else if (!first) {
        gaps[row] = std::numeric_limits<double>::quiet_NaN();
      }
    }
  }
  std::memcpy(codes, whole, rows_);
}

void BlockEvaluator::run_composite(const Node& node, const Subject& value, Byte* codes, double* gaps,
                                   double* relative) {
  Gaps own_relative;
  if (gaps != nullptr && relative == nullptr) relative = own_relative;
  run_node(node.members[0], value, codes, gaps, relative);
  for (std::size_t i = 1; i < node.members.size(); ++i) {
    Codes other;
    Gaps distance;
    Gaps proportion;
    run_node(node.members[i], value, other, gaps == nullptr ? nullptr : distance,
             gaps == nullptr ? nullptr : proportion);
    combine(node.kind == Node::Kind::all_of, codes, gaps, relative, other, distance, proportion);
  }
}

void BlockEvaluator::run_choose(const Node& node, const Subject& value, Byte* codes, double* gaps, double* relative) {
  const Byte* words = byte(node.attribute);
  std::fill(codes, codes + rows_, kUnknown);
  if (gaps != nullptr) std::fill(gaps, gaps + rows_, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < node.members.size(); ++i) {
    Codes other;
    Gaps distance;
    Gaps proportion;
    run_node(node.members[i], value, other, gaps == nullptr ? nullptr : distance,
             gaps == nullptr ? nullptr : proportion);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (node.cases[words[row]] != i) continue;
      codes[row] = other[row];
      if (gaps != nullptr) gaps[row] = distance[row];
      if (relative != nullptr) relative[row] = proportion[row];
    }
  }
}

void BlockEvaluator::run_node(const Node& node, const Subject& value, Byte* codes, double* gaps, double* relative) {
  const std::size_t before = scratch_used_;
  switch (node.kind) {
    case Node::Kind::compare:
      run_compare(node, value, codes, gaps, relative);
      break;
    case Node::Kind::one_of:
      run_one_of(node, value, codes, gaps, relative);
      break;
    case Node::Kind::stable:
      run_stable(node, value, codes, gaps, relative);
      break;
    case Node::Kind::all_of:
    case Node::Kind::any_of:
      run_composite(node, value, codes, gaps, relative);
      break;
    case Node::Kind::choose:
      run_choose(node, value, codes, gaps, relative);
      break;
    case Node::Kind::exact:
      std::fill(codes, codes + rows_, kOpen);
      if (gaps != nullptr) std::fill(gaps, gaps + rows_, std::numeric_limits<double>::quiet_NaN());
      if (relative != nullptr) std::fill(relative, relative + rows_, 0.0);
      break;
  }
  scratch_used_ = before;
}

// ---- indicators --------------------------------------------------------------------------------------------------------

void BlockEvaluator::holds(const std::vector<Term>& terms, Byte* answers) const {
  std::fill(answers, answers + rows_, kYes);
  for (const Term& term : terms) {
    const Byte* words = byte(term.column);
    for (std::size_t row = 0; row < rows_; ++row) answers[row] = std::max(answers[row], term.holds[words[row]]);
  }
}

void BlockEvaluator::judge(std::size_t indicator, Byte* results, double* gaps) {
  const Program& program = batch_.scheme_.programs()[indicator];
  scratch_used_ = 0;
  Codes codes;
  if (program.informational) {
    std::fill(codes, codes + rows_, kInformational);
    if (gaps != nullptr) std::fill(gaps, gaps + rows_, std::numeric_limits<double>::quiet_NaN());
    return finish(indicator, codes, results, gaps);
  }
  Subject value;
  if (program.about_value) value = value_of(program);
  // A word has no figure: its column stands there, for run_one_of.
  if (program.source == Program::Source::word)
    value.figures.value = reinterpret_cast<const double*>(byte(program.value));
  if (program.source == Program::Source::measure)
    value.figures.value = reinterpret_cast<const double*>(byte(program.measure));
  run_node(program.rule, value, codes, gaps, nullptr);
  if (program.about_inputs.empty()) {
    if (program.about_value) cover(value.states, codes);  // without a value the rule is not even tried
  } else {                                                // nothing it looks at was entered
    for (std::size_t row = 0; row < rows_; row += kStrip) {
      Bytes untouched = all(0xFF);
      if (program.about_value) untouched &= equal(load<Bytes>(value.states + row), kNotChecked);
      for (const int slot : program.about_inputs) untouched &= equal(load<Bytes>(state(slot) + row), kBlank);
      store(codes + row, select(untouched, all(kNotChecked), load<Bytes>(codes + row)));
    }
  }
  if (gaps != nullptr) clear_gaps(codes, gaps);
  finish(indicator, codes, results, gaps);
}

void BlockEvaluator::finish(std::size_t indicator, Byte* codes, Byte* results, double* gaps) {
  const Program& program = batch_.scheme_.programs()[indicator];
  const Byte* marks = byte(program.marks);
  if (!program.terms.empty()) {
    Codes answers;
    holds(program.terms, answers);
    for (std::size_t row = 0; row < rows_; row += kStrip) {
      const Bytes answer = load<Bytes>(answers + row);
      Bytes code = load<Bytes>(codes + row);
      code = select(equal(answer, kPerhaps), all(kUnknown), code);
      store(codes + row, select(equal(answer, kNo), all(kNotApplicable), code));
    }
  }
  const Byte* measure = program.measure == kNoSlot ? nullptr : byte(program.measure);
  Byte open = 0;
  Byte by_hand = 0;
  for (std::size_t row = 0; row < rows_; row += kStrip) {
    Bytes declared = load<Bytes>(marks + row) & all(kDeclared);
    if (measure != nullptr) declared = load<Bytes>(measure + row) & all(kMeasureDeclared);
    const Bytes code = select(is_zero(declared), load<Bytes>(codes + row), all(kNotApplicable));
    store(codes + row, code);
    const auto fold = [](Bytes bytes) {
      const Longs halves = as<Longs>(bytes);
      return static_cast<Byte>((halves[0] | halves[1]) != 0);
    };
    open = static_cast<Byte>(open | fold(equal(code, kOpen)));
    by_hand = static_cast<Byte>(by_hand | fold(load<Bytes>(marks + row) & all(kByHandMask)));
  }
  if (gaps != nullptr) clear_gaps(codes, gaps);
  if (open != 0) settle(indicator, codes, gaps);
  for (std::size_t row = 0; row < rows_; row += kStrip) store(results + row, results_of(load<Bytes>(codes + row)));
  if (by_hand == 0) return;
  for (std::size_t row = 0; row < rows_; ++row) {
    if ((marks[row] & kByHandMask) != 0) results[row] = static_cast<Byte>((marks[row] & kByHandMask) - 1);
  }
}

void BlockEvaluator::settle(std::size_t indicator, Byte* codes, double* gaps) {
  CellSettler settler(batch_, indicator);
  for (std::size_t row = 0; row < count_; row += 8) {
    if (!any(codes, row, kEach)) continue;  // kOpen is odd
    for (std::size_t i = row; i < std::min(row + 8, count_); ++i) {
      if (codes[i] != kOpen) continue;
      const CellSettler::Verdict verdict = settler.settle(block_index_ * kBlockRows + first_ + i);
      codes[i] = verdict.code;
      if (gaps != nullptr) gaps[i] = verdict.gap;
    }
  }
}

}  // namespace luping
