// What an indicator's rule is compiled to: columns it reads, and a tree of comparisons over them.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/batch/layout.h"
#include "core/model/rule.h"
#include "core/model/scheme.h"
#include "core/number/decimal.h"

namespace luping::batch {

inline constexpr int kNoSlot = -1;
/// Instead of a slot: the indicator's value.
inline constexpr int kValue = -2;

using Table = std::array<Byte, 256>;

enum class Op : Byte { number, slot, subject, add, subtract, multiply, divide, negate, minimum, maximum, absolute };

/// A step of a stack machine in postfix order. A number is there three times: as a double with the distance it may be off, and as
/// a fraction where that is small enough.
struct Step {
  Op op = Op::number;
  int slot = kNoSlot;
  double number = 0;
  double error = 0;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;  ///< 0: the number is no small fraction
};

struct Operand {
  enum class Kind {
    subject,   ///< what the rule is about
    constant,  ///< steps[0]
    slot,
    program,    ///< steps
    by_year,    ///< years[i].second from years[i].first on; none before
    by_choice,  ///< steps[choices[attribute word]]
  };
  Kind kind = Kind::subject;
  int slot = kNoSlot;
  std::vector<Step> steps;
  std::vector<std::pair<int, Step>> years;
  std::vector<double> choices;  ///< by_choice: the same as doubles, by attribute word; not a number: none
};

inline constexpr Byte kNoCase = 255;

struct Node {
  enum class Kind { compare, one_of, stable, all_of, any_of, choose, exact };
  Kind kind = Kind::exact;
  int subject = kValue;  ///< or the slot of the input the rule is about
  Comparison comparison = Comparison::at_least;
  Operand left, right;      ///< compare
  std::vector<int> guards;  ///< compare: the figure it is measured from or against
  std::vector<int>
      needs;  ///< compare: what a computed threshold names; one that is impossible decides before one that is missing
  bool rounded = false;  ///< compare: 修约值比较法, to `decimals`
  unsigned decimals = 0;
  Table words{};          ///< one_of: word to code
  std::vector<int> past;  ///< stable: slots of the years before, newest first
  Step tolerance;         ///< stable
  bool percent = false, lower = false, skip = false;
  int attribute = kNoSlot;  ///< choose, by_choice: a byte column
  Table cases{};            ///< word to member, kNoCase for none
  std::vector<Node> members;
};

/// A column of figures.
struct FigureColumn {
  std::string unit;
  double minimum = 0, maximum = 0;  ///< what is possible; infinite where there is no limit
  bool integer = false;
  bool plain = true;  ///< digits alone are a figure of it that need not be kept as text
  bool keep = false;  ///< every figure is kept aside as text
  Direction wanted = Direction::none;
  bool judged = false;  ///< a target that a rule compares with, so that its direction matters
};

/// A part of a condition: the byte column it looks at, and what each byte means (Holds).
struct Term {
  int column = kNoSlot;
  Table holds{};
};

/// Where the parts of an indicator's answer go, and how it is judged.
struct Program {
  enum class Source { none, figure, word, measure, formula };
  Source source = Source::none;
  int value = kNoSlot;              ///< figure column, or byte column of words
  int measure = kNoSlot;            ///< byte column of the measure whose state is the value
  std::vector<int> inputs;          ///< parallel to ValueSpec::inputs; kNoSlot: no rule needs it
  std::vector<int> formula_inputs;  ///< slots the formula names
  std::vector<Step> formula;        ///< empty with Source::formula: left to the exact evaluator
  bool limited = false;             ///< a computed value must lie between `minimum` and `maximum`
  Step minimum, maximum;
  bool has_minimum = false, has_maximum = false;
  int baseline = kNoSlot;
  std::vector<int> past;  ///< slot of the value so many years before, from one
  int target = kNoSlot;
  std::vector<int> input_targets;  ///< parallel to ValueSpec::inputs; empty: none
  int marks = kNoSlot;

  std::vector<Term> terms;  ///< applicability: the greatest decides
  bool informational = false;
  bool summary = false;
  bool about_value = false;       ///< the rule looks at the value
  std::vector<int> about_inputs;  ///< and at these inputs
  Node rule;
  bool needs_evidence = false;
};

struct GateProgram {
  std::vector<std::size_t> indicators;
  std::vector<std::size_t> needed;  ///< by the number of applicable indicators: how many must pass
};

/// Of a summary rule.
struct SummaryProgram {
  std::size_t indicator = 0;
  std::vector<std::size_t> others;
  bool measures = false;
};

}  // namespace luping::batch
