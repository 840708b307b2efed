// Formulas of a scheme: `100 * treated / villages`, evaluated in exact rational arithmetic.
//
// Grammar: sum = product { (+|-) product }, product = factor { (*|/) factor }, factor = [-] primary,
// primary = number | input id | function ( sum {, sum} ) | ( sum ); functions: min max abs sum.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/function_ref.h"
#include "core/number/rational.h"

namespace luping {

class Formula {
 public:
  /// Why a text is no formula.
  struct Problem {
    enum class Kind {
      none,
      unexpected,
      unknown_function,
      wrong_argument_count,
      bad_number,
      too_deep,
      empty
    } kind = Kind::none;
    std::size_t position = 0;  ///< byte offset into the text
    std::string token;         ///< what stands there
  };
  struct Parsed;

  static Parsed parse(std::string_view text);

  const std::string& text() const { return text_; }
  /// The input ids it names, each once, in order of appearance.
  const std::vector<std::string>& inputs() const { return inputs_; }
  bool empty() const { return program_.empty(); }

  enum class Failure {
    none,
    missing_input,   ///< `input` has no value
    zero_over_zero,  ///< says nothing: the question has no subject this year
    divide_by_zero,  ///< something over nothing: impossible data
  };
  struct Outcome {
    Rational value;
    Failure failure = Failure::none;
    std::string input;  ///< for missing_input: the first one missing
  };
  using Lookup = FunctionRef<std::optional<Rational>(std::string_view input)>;
  Outcome evaluate(const Lookup& lookup) const;

  /// For people: `100 × (treated ÷ villages)` with each input id replaced by its name.
  std::string in_words(FunctionRef<std::string(std::string_view input)> name) const;

  enum class Op { number, input, add, subtract, multiply, divide, negate, minimum, maximum, absolute, sum };
  struct Step {
    Op op = Op::number;
    Rational number;          ///< Op::number
    std::size_t operand = 0;  ///< Op::input: index into inputs(); functions: number of arguments
  };
  /// The steps of a stack machine, in postfix order: for those who compute something else than numbers (units, words).
  const std::vector<Step>& program() const { return program_; }

  bool operator==(const Formula& other) const { return text_ == other.text_; }

 private:
  class Parser;

  std::string text_;
  std::vector<std::string> inputs_;
  std::vector<Step> program_;  // postfix
};

struct Formula::Parsed {
  Formula formula;
  Problem problem;
};

}  // namespace luping
