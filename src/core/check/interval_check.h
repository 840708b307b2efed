// Sets of numbers as unions of intervals, exact: what comparisons with fixed thresholds leave of a value's range. The checks
// use them to find rules that can never hold, always hold, or contain a part that changes nothing.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/scheme.h"
#include "core/number/rational.h"

namespace luping {

/// One end of an interval.
struct IntervalEnd {
  IntervalEnd() = default;  ///< at infinity
  IntervalEnd(Rational at, bool is_included) : number(std::move(at)), finite(true), included(is_included) {}

  Rational number;
  bool finite = false;
  bool included = false;
};

struct Interval {
  IntervalEnd low, high;
};

/// A set of numbers: disjoint intervals in rising order. Over whole numbers (`whole`) every finite end is a whole number that
/// belongs to the set.
class NumberSet {
 public:
  explicit NumberSet(bool whole) : whole_(whole) {}
  static NumberSet all(bool whole);
  static NumberSet of(const Interval& interval, bool whole);

  bool is_empty() const { return parts_.empty(); }
  bool contains(const Rational& number) const;
  /// Whether every number of `other` is in this set.
  bool covers(const NumberSet& other) const;
  NumberSet complement() const;

  friend NumberSet intersection(const NumberSet& a, const NumberSet& b);
  friend NumberSet united(const NumberSet& a, const NumberSet& b);

 private:
  void add(Interval interval);

  bool whole_;
  std::vector<Interval> parts_;
};

NumberSet intersection(const NumberSet& a, const NumberSet& b);
NumberSet united(const NumberSet& a, const NumberSet& b);

/// What a rule says about one subject: an input, or the indicator's value. Where the rule also depends on other things (a
/// target, another year, another subject) the two sets differ.
struct Satisfied {
  NumberSet possibly;   ///< outside of it the rule cannot hold
  NumberSet certainly;  ///< inside of it the rule holds, whatever the rest
};

/// What a subject is compared by.
struct SubjectDomain {
  NumberSet possible;  ///< the numbers it can be at all; a status: the positions of its options
  bool whole = false;  ///< only whole numbers
  ComparisonMethod method = ComparisonMethod::exact;
  std::vector<std::string> options;  ///< of a status
};

/// The subject `of` of an indicator: an input id, or empty for its value.
SubjectDomain domain_of(const Scheme& scheme, const Indicator& indicator, std::string_view of);

/// What `rule` says about the subject `of` in a year. REQUIRES: the rule's parts have as many members as their kind needs.
Satisfied satisfied_by(const Rule& rule, std::string_view of, const SubjectDomain& domain, int year);

}  // namespace luping
