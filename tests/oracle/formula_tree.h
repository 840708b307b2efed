// Formulas once more, from docs/formats/scheme.md: parsed into a tree and computed in the oracle's own numbers.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/exact.h"

namespace luping::oracle {

/// A number, or why there is none: something it needs is missing (0/0 counts as that), or impossible.
struct Value {
  enum class State { figure, unknown, error } state = State::figure;
  Number number;
  static Value unknown() { return {State::unknown, {}}; }
  static Value error() { return {State::error, {}}; }
  bool ok() const { return state == State::figure; }
};

class FormulaTree {
 public:
  /// REQUIRES: a formula the core accepts; anything else ends the program.
  static std::shared_ptr<const FormulaTree> of(const std::string& text);

  using Lookup = std::function<Value(std::string_view name)>;
  Value compute(const Lookup& lookup) const { return compute(root_, lookup); }
  /// Names in the order they stand in the text, each once.
  const std::vector<std::string>& names() const { return names_; }

 private:
  struct Node {
    char kind = '#';  // # number, x name, n minus, else + - * /, m min, M max, a abs, s sum
    Number number;
    std::string name;
    std::vector<Node> children;
  };
  class Reader;
  static Value compute(const Node& node, const Lookup& lookup);

  Node root_;
  std::vector<std::string> names_;
};

}  // namespace luping::oracle
