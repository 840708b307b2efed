// What an answer and the figures around it say, for one indicator: read, converted, computed and held to their limits.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/model/assessment.h"
#include "core/model/result.h"
#include "core/model/scheme.h"
#include "oracle/exact.h"
#include "oracle/formula_tree.h"

namespace luping::oracle {

bool blank(const std::string& text);

template <typename List, typename Item>
bool holds(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// A figure, nothing entered, something missing, or impossible; a word for status values.
struct Entry {
  enum class State { figure, word, blank, unknown, error } state = State::blank;
  Number number;
  std::string word;
  std::optional<unsigned> decimals;  ///< written with so many, in the unit asked for
  bool present() const { return state == State::figure || state == State::word; }
  Result why() const {
    if (state == State::blank) return Result::notchecked;
    return state == State::unknown ? Result::unknown : Result::error;
  }
};

class Figures {
 public:
  Figures(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator);

  Entry value() const;
  Entry input(const std::string& id) const;
  /// The value, or the input `of`.
  Entry subject(const std::string& of) const { return of.empty() ? value() : input(of); }

  Entry baseline() const { return like_value(answer_->baseline.value); }
  Entry past(int year) const;

  struct Target {
    Entry figure;
    std::string direction;
  };
  /// The target for the value, or for the input `of`.
  Target target(const std::string& of) const;

  /// A threshold of a rule about `of`.
  Value threshold(const Threshold& threshold, const std::string& of) const;
  /// The figure somebody wrote down for the assessment's year. REQUIRES: no formula.
  std::optional<Decimal> written_threshold(const Threshold& threshold) const;

 private:
  Entry figure(const std::string& text, const std::string& unit, bool integer, const std::optional<Decimal>& minimum,
               const std::optional<Decimal>& maximum) const;
  Entry like_value(const std::string& text) const;
  bool by_inputs() const;
  Entry computed() const;
  Entry external(const std::string& id, std::string& unit) const;
  Entry mean_of_past(int years) const;
  Entry reference(const ReferenceValue& reference, std::string& unit) const;
  Value computed_threshold(const Threshold& threshold, const std::string& of) const;
  std::string unit_of(const std::string& of) const;
  std::string quantity_of(const std::string& unit) const;
  std::map<std::string, Number> factors(const std::vector<std::string>& names,
                                        const std::map<std::string, std::string>& units, const std::string& own) const;

  const Scheme& scheme_;
  const Assessment& assessment_;
  const Indicator& indicator_;
  const Answer* answer_;
};

}  // namespace luping::oracle
