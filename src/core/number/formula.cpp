#include "core/number/formula.h"

#include <algorithm>
#include <array>
#include <utility>

namespace luping {
namespace {

constexpr int kMaxDepth = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

class Formula::Parser {
 public:
  explicit Parser(Formula& formula) : formula_(formula), text_(formula.text_) {}

  Problem run() {
    skip_blanks();
    if (at_end()) return {Problem::Kind::empty, 0, {}};
    sum(0);
    if (ok() && !at_end()) unexpected();
    return problem_;
  }

 private:
  bool ok() const { return problem_.kind == Problem::Kind::none; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  void skip_blanks() {
    while (peek() == ' ') ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    skip_blanks();
    return true;
  }
  void fail(Problem::Kind kind, std::size_t position, std::string token) {
    if (ok()) problem_ = {kind, position, std::move(token)};
  }
  void unexpected() { fail(Problem::Kind::unexpected, at_, at_end() ? std::string() : std::string(text_.substr(at_))); }
  void emit(Op op, std::size_t operand = 0) { formula_.program_.push_back({op, {}, operand}); }

  void sum(int depth) {
    if (depth > kMaxDepth) return fail(Problem::Kind::too_deep, at_, {});
    product(depth);
    while (ok()) {
      if (take('+')) {
        product(depth);
        emit(Op::add);
      } else if (take('-')) {
        product(depth);
        emit(Op::subtract);
      } else {
        return;
      }
    }
  }

  void product(int depth) {
    factor(depth);
    while (ok()) {
      if (take('*')) {
        factor(depth);
        emit(Op::multiply);
      } else if (take('/')) {
        factor(depth);
        emit(Op::divide);
      } else {
        return;
      }
    }
  }

  void factor(int depth) {
    if (take('-')) {
      primary(depth);
      emit(Op::negate);
    } else {
      primary(depth);
    }
  }

  void primary(int depth) {
    if (take('(')) {
      sum(depth + 1);
      if (ok() && !take(')')) unexpected();
    } else if (is_digit(peek())) {
      number();
    } else if (is_letter(peek())) {
      name(depth);
    } else {
      unexpected();
    }
  }

  void number() {
    const std::size_t begin = at_;
    while (is_digit(peek()) || peek() == '.') ++at_;
    const std::string token(text_.substr(begin, at_ - begin));
    const DecimalParse parsed = parse_decimal(token);
    if (parsed.problem != DecimalProblem::none) return fail(Problem::Kind::bad_number, begin, token);
    formula_.program_.push_back({Op::number, Rational(parsed.value), 0});
    skip_blanks();
  }

  void name(int depth) {
    const std::size_t begin = at_;
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    const std::string word(text_.substr(begin, at_ - begin));
    skip_blanks();
    if (peek() == '(') return function(word, begin, depth);
    auto& inputs = formula_.inputs_;
    auto found = std::find(inputs.begin(), inputs.end(), word);
    if (found == inputs.end()) found = inputs.insert(inputs.end(), word);
    emit(Op::input, static_cast<std::size_t>(found - inputs.begin()));
  }

  void function(const std::string& word, std::size_t begin, int depth) {
    static constexpr std::array<std::pair<std::string_view, Op>, 4> kFunctions = {
        {{"min", Op::minimum}, {"max", Op::maximum}, {"abs", Op::absolute}, {"sum", Op::sum}}};
    const auto* found =
        std::find_if(kFunctions.begin(), kFunctions.end(), [&](const auto& f) { return f.first == word; });
    if (found == kFunctions.end()) return fail(Problem::Kind::unknown_function, begin, word);
    take('(');
    std::size_t count = 0;
    do {
      sum(depth + 1);
      ++count;
    } while (ok() && take(','));
    if (ok() && !take(')')) unexpected();
    if (found->second == Op::absolute && count != 1) return fail(Problem::Kind::wrong_argument_count, begin, word);
    emit(found->second, count);
  }

  Formula& formula_;
  std::string_view text_;
  std::size_t at_ = 0;
  Problem problem_;
};

Formula::Parsed Formula::parse(std::string_view text) {
  Parsed parsed;
  parsed.formula.text_ = text;
  parsed.problem = Parser(parsed.formula).run();
  if (parsed.problem.kind != Problem::Kind::none) {
    parsed.formula.program_.clear();
    parsed.formula.inputs_.clear();
  }
  return parsed;
}

Formula::Outcome Formula::evaluate(const Lookup& lookup) const {
  // Every part is computed, so that no verdict rests on the order in which a formula is written: an impossible part makes the
  // whole impossible, else the first part without a value leaves it open.
  std::vector<Outcome> stack;
  const auto pop = [&stack] {
    Outcome top = std::move(stack.back());
    stack.pop_back();
    return top;
  };
  const auto both = [](Outcome& left, const Outcome& right) {
    if (left.failure == Failure::none && right.failure == Failure::none) return true;
    if (left.failure == Failure::none || (right.failure == Failure::divide_by_zero && left.failure != right.failure))
      left = right;
    return false;
  };
  for (const Step& step : program_) {
    switch (step.op) {
      case Op::number:
        stack.push_back({step.number, Failure::none, {}});
        break;
      case Op::input: {
        std::optional<Rational> value = lookup(inputs_[step.operand]);
        if (value) {
          stack.push_back({*std::move(value), Failure::none, {}});
        } else {
          stack.push_back({{}, Failure::missing_input, inputs_[step.operand]});
        }
        break;
      }
      case Op::negate:
        stack.back().value = -stack.back().value;
        break;
      case Op::absolute:
        stack.back().value = stack.back().value.abs();
        break;
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide: {
        const Outcome operand = pop();
        if (!both(stack.back(), operand)) break;
        const Rational& right = operand.value;
        Rational& left = stack.back().value;
        if (step.op == Op::add) left = left + right;
        if (step.op == Op::subtract) left = left - right;
        if (step.op == Op::multiply) left = left * right;
        if (step.op == Op::divide) {
          if (right.is_zero()) {
            stack.back().failure = left.is_zero() ? Failure::zero_over_zero : Failure::divide_by_zero;
          } else {
            left = left / right;
          }
        }
        break;
      }
      case Op::minimum:
      case Op::maximum:
      case Op::sum:
        for (std::size_t i = 1; i < step.operand; ++i) {
          const Outcome operand = pop();
          if (!both(stack.back(), operand)) continue;
          const Rational& right = operand.value;
          Rational& left = stack.back().value;
          if (step.op == Op::minimum && right < left) left = right;
          if (step.op == Op::maximum && right > left) left = right;
          if (step.op == Op::sum) left = left + right;
        }
        break;
    }
  }
  return stack.empty() ? Outcome() : pop();
}

std::string Formula::in_words(FunctionRef<std::string(std::string_view)> name) const {
  std::string words;
  for (std::size_t i = 0; i < text_.size();) {
    const char c = text_[i];
    if (is_letter(c)) {
      std::size_t end = i;
      while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
      const std::string word = text_.substr(i, end - i);
      const bool is_input = std::find(inputs_.begin(), inputs_.end(), word) != inputs_.end();
      words += is_input ? name(word) : word;
      i = end;
      continue;
    }
    if (c == '*') {
      words += "×";
    } else if (c == '/') {
      words += "÷";
    } else if (c == '-') {
      words += "−";
    } else {
      words += c;
    }
    ++i;
  }
  return words;
}

}  // namespace luping
