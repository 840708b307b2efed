#include "core/check/interval_check.h"
#include "core/stable_order.h"

#include <algorithm>

namespace luping {
namespace {

// Orders two low ends: the one that lets in more comes first.
bool starts_before(const IntervalEnd& a, const IntervalEnd& b) {
  if (!a.finite || !b.finite) return !a.finite && b.finite;
  if (a.number != b.number) return a.number < b.number;
  return a.included && !b.included;
}

// Orders two high ends: the one that lets in less comes first.
bool ends_before(const IntervalEnd& a, const IntervalEnd& b) {
  if (!a.finite || !b.finite) return a.finite && !b.finite;
  if (a.number != b.number) return a.number < b.number;
  return !a.included && b.included;
}

bool is_empty(const Interval& interval) {
  if (!interval.low.finite || !interval.high.finite) return false;
  if (interval.low.number != interval.high.number) return interval.low.number > interval.high.number;
  return !(interval.low.included && interval.high.included);
}

// Whether nothing lies between an interval that ends at `high` and one that begins at `low`, the first starting before the second.
bool touches(const IntervalEnd& high, const IntervalEnd& low) {
  if (!high.finite || !low.finite) return true;
  if (high.number != low.number) return low.number < high.number;
  return high.included || low.included;
}

// The least whole number an interval with this low end contains.
IntervalEnd whole_low(const IntervalEnd& end) {
  if (!end.finite) return end;
  Rational whole = round_to(end.number, 0, Rounding::up);
  if (whole == end.number && !end.included) whole = whole + Rational(1);
  return {whole, true};
}

IntervalEnd whole_high(const IntervalEnd& end) {
  if (!end.finite) return end;
  Rational whole = round_to(end.number, 0, Rounding::down);
  if (whole == end.number && !end.included) whole = whole - Rational(1);
  return {whole, true};
}

}  // namespace

NumberSet NumberSet::all(bool whole) { return of({}, whole); }

NumberSet NumberSet::of(const Interval& interval, bool whole) {
  NumberSet set(whole);
  set.add(interval);
  return set;
}

void NumberSet::add(Interval interval) {
  if (whole_) interval = {whole_low(interval.low), whole_high(interval.high)};
  if (!luping::is_empty(interval)) parts_.push_back(std::move(interval));
}

bool NumberSet::contains(const Rational& number) const {
  return std::any_of(parts_.begin(), parts_.end(), [&](const Interval& part) {
    const bool above = !part.low.finite || (part.low.included ? number >= part.low.number : number > part.low.number);
    const bool below =
        !part.high.finite || (part.high.included ? number <= part.high.number : number < part.high.number);
    return above && below;
  });
}

bool NumberSet::covers(const NumberSet& other) const { return intersection(complement(), other).is_empty(); }

NumberSet NumberSet::complement() const {
  NumberSet rest(whole_);
  IntervalEnd low;  // where the next gap begins
  for (const Interval& part : parts_) {
    if (part.low.finite) rest.add({low, {part.low.number, !part.low.included}});
    if (!part.high.finite) return rest;
    low = {part.high.number, !part.high.included};
  }
  rest.add({low, {}});
  return rest;
}

NumberSet intersection(const NumberSet& a, const NumberSet& b) {
  NumberSet both(a.whole_);
  for (const Interval& one : a.parts_) {
    for (const Interval& other : b.parts_) {
      both.add({starts_before(one.low, other.low) ? other.low : one.low,
                ends_before(one.high, other.high) ? one.high : other.high});
    }
  }
  return both;
}

NumberSet united(const NumberSet& a, const NumberSet& b) {
  std::vector<Interval> parts = a.parts_;
  parts.insert(parts.end(), b.parts_.begin(), b.parts_.end());
  stable_sort(parts, [](const Interval& x, const Interval& y) { return starts_before(x.low, y.low); });
  NumberSet either(a.whole_);
  for (const Interval& part : parts) {
    if (!either.parts_.empty() && touches(either.parts_.back().high, part.low)) {
      if (ends_before(either.parts_.back().high, part.high)) either.parts_.back().high = part.high;
    } else {
      either.parts_.push_back(part);
    }
  }
  return either;
}

SubjectDomain domain_of(const Scheme& scheme, const Indicator& indicator, std::string_view of) {
  const auto numbers = [&](bool whole, const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum) {
    Interval range;
    if (minimum) range.low = {Rational(*minimum), true};
    if (maximum) range.high = {Rational(*maximum), true};
    return SubjectDomain{NumberSet::of(range, whole), whole, method_of(scheme, indicator), {}};
  };
  if (!of.empty()) {
    const Input* input = find_input(indicator, of);
    return input == nullptr ? numbers(false, {}, {}) : numbers(input->integer, input->minimum, input->maximum);
  }
  const ValueSpec& value = indicator.value;
  if (value.kind == ValueKind::number) return numbers(value.integer, value.minimum, value.maximum);
  std::vector<std::string> options = value.options;
  if (value.kind == ValueKind::measure) options = {"未开始", "进行中", "完成"};
  if (options.empty()) return {NumberSet::all(true), true, ComparisonMethod::exact, {}};
  const auto last = static_cast<std::int64_t>(options.size()) - 1;
  return {NumberSet::of({{Rational(0), true}, {Rational(last), true}}, true), true, ComparisonMethod::exact,
          std::move(options)};
}

namespace {

Satisfied exactly(NumberSet set) { return {set, set}; }

Satisfied anything(bool whole) { return {NumberSet::all(whole), NumberSet(whole)}; }

// The numbers that compare so with a threshold. Under 修约值比较法 a number holds when its rounding does, so the end lies half a
// last digit of the threshold away, and belongs to the set when 四舍六入五成双 takes it to the holding side.
NumberSet holding(Comparison comparison, const Decimal& threshold, const SubjectDomain& domain) {
  const Rational exact(threshold);
  Rational half(0);
  if (domain.method == ComparisonMethod::rounded) {
    half = Rational(1) / Rational(2);
    for (int i = 0; i < threshold.scale; ++i) half = half / Rational(10);
  }
  const auto rounded = [&](const Rational& number) {
    return half.is_zero() ? number : round_to(number, threshold.scale, Rounding::half_even);
  };
  const Rational below = exact - half;
  const Rational above = exact + half;
  switch (comparison) {
    case Comparison::at_least:
      return NumberSet::of({{below, rounded(below) >= exact}, {}}, domain.whole);
    case Comparison::more_than:
      return NumberSet::of({{above, rounded(above) > exact}, {}}, domain.whole);
    case Comparison::at_most:
      return NumberSet::of({{}, {above, rounded(above) <= exact}}, domain.whole);
    case Comparison::less_than:
      return NumberSet::of({{}, {below, rounded(below) < exact}}, domain.whole);
    case Comparison::equals:
      return NumberSet::of({{below, rounded(below) == exact}, {above, rounded(above) == exact}}, domain.whole);
  }
  return NumberSet(domain.whole);
}

Satisfied compared(Comparison comparison, const Threshold& threshold, const SubjectDomain& domain, int year) {
  const Decimal* figure = threshold.formula.empty() ? figure_for(threshold, year) : nullptr;
  if (figure == nullptr) return anything(domain.whole);
  return exactly(holding(comparison, *figure, domain));
}

Satisfied both(const Satisfied& a, const Satisfied& b) {
  return {intersection(a.possibly, b.possibly), intersection(a.certainly, b.certainly)};
}

Satisfied one_of(const Rule& rule, const SubjectDomain& domain) {
  NumberSet positions(true);
  for (std::size_t i = 0; i < domain.options.size(); ++i) {
    if (std::find(rule.values.begin(), rule.values.end(), domain.options[i]) == rule.values.end()) continue;
    const IntervalEnd position{Rational(static_cast<std::int64_t>(i)), true};
    positions = united(positions, NumberSet::of({position, position}, true));
  }
  return exactly(positions);
}

}  // namespace

Satisfied satisfied_by(const Rule& rule, std::string_view of, const SubjectDomain& domain, int year) {
  const bool about_it = rule.of == of;
  switch (rule.kind) {
    case RuleKind::compare:
      if (about_it && domain.options.empty()) return compared(rule.comparison, rule.threshold, domain, year);
      break;
    case RuleKind::between:
      if (about_it && domain.options.empty()) {
        return both(
            compared(rule.strict_minimum ? Comparison::more_than : Comparison::at_least, rule.minimum, domain, year),
            compared(rule.strict_maximum ? Comparison::less_than : Comparison::at_most, rule.maximum, domain, year));
      }
      break;
    case RuleKind::one_of:
      if (about_it && !domain.options.empty()) return one_of(rule, domain);
      break;
    case RuleKind::all_of:
    case RuleKind::any_of: {
      if (rule.rules.empty()) break;
      Satisfied whole = satisfied_by(rule.rules.front(), of, domain, year);
      for (std::size_t i = 1; i < rule.rules.size(); ++i) {
        const Satisfied member = satisfied_by(rule.rules[i], of, domain, year);
        whole = rule.kind == RuleKind::all_of
                    ? both(whole, member)
                    : Satisfied{united(whole.possibly, member.possibly), united(whole.certainly, member.certainly)};
      }
      return whole;
    }
    case RuleKind::choose: {
      // The region decides which case holds; without its attribute none does.
      Satisfied whole{NumberSet(domain.whole), NumberSet(domain.whole)};
      for (const Rule& one : rule.rules)
        whole.possibly = united(whole.possibly, satisfied_by(one, of, domain, year).possibly);
      return whole;
    }
    default:
      break;
  }
  return anything(domain.whole);
}

}  // namespace luping
