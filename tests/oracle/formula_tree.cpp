#include "oracle/formula_tree.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

namespace luping::oracle {

class FormulaTree::Reader {
 public:
  Reader(const std::string& text, std::vector<std::string>& names) : text_(text), names_(names) {}

  Node whole() {
    Node node = expression(0);
    if (peek() != '\0') stop();
    return node;
  }

 private:
  [[noreturn]] void stop() const {
    std::fprintf(stderr, "oracle: no formula: %s\n", text_.c_str());
    std::abort();
  }
  char peek() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  static int rank(char c) { return c == '+' || c == '-' ? 1 : c == '*' || c == '/' ? 2 : 0; }

  // Precedence climbing: operators of at least `least`, the ones of a rank from left to right.
  Node expression(int least) {
    Node left = operand();
    while (true) {
      const char sign = peek();
      if (rank(sign) == 0 || rank(sign) < least) return left;
      ++at_;
      Node right = expression(rank(sign) + 1);
      Node both;
      both.kind = sign;
      both.children.push_back(std::move(left));
      both.children.push_back(std::move(right));
      left = std::move(both);
    }
  }

  Node operand() {
    const char c = peek();
    Node node;
    if (c == '-') {
      ++at_;
      node.kind = 'n';
      node.children.push_back(operand());
    } else if (c == '(') {
      ++at_;
      node = expression(0);
      expect(')');
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      std::string digits;
      unsigned decimals = 0;
      bool point = false;
      for (; at_ < text_.size() && (std::isdigit(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '.');
           ++at_) {
        if (text_[at_] == '.') {
          point = true;
        } else {
          digits.push_back(text_[at_]);
          if (point) ++decimals;
        }
      }
      digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
      node.number = Number(Whole(digits), power_of_ten(decimals));
    } else {
      std::string word;
      while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_'))
        word.push_back(text_[at_++]);
      if (word.empty()) stop();
      if (peek() == '(') return call(word);
      node.kind = 'x';
      node.name = word;
      if (std::find(names_.begin(), names_.end(), word) == names_.end()) names_.push_back(word);
    }
    return node;
  }

  Node call(const std::string& word) {
    static const std::map<std::string, char> kKinds = {{"min", 'm'}, {"max", 'M'}, {"abs", 'a'}, {"sum", 's'}};
    const auto kind = kKinds.find(word);
    if (kind == kKinds.end()) stop();
    Node node;
    node.kind = kind->second;
    do {
      ++at_;  // ( or ,
      node.children.push_back(expression(0));
    } while (peek() == ',');
    expect(')');
    return node;
  }

  void expect(char c) {
    if (peek() != c) stop();
    ++at_;
  }

  const std::string& text_;
  std::vector<std::string>& names_;
  std::size_t at_ = 0;
};

std::shared_ptr<const FormulaTree> FormulaTree::of(const std::string& text) {
  static std::map<std::string, std::shared_ptr<const FormulaTree>> known;
  if (known.size() > 20'000) known.clear();
  auto& tree = known[text];
  if (!tree) {
    auto fresh = std::make_shared<FormulaTree>();
    fresh->root_ = Reader(text, fresh->names_).whole();
    tree = std::move(fresh);
  }
  return tree;
}

// Every part is computed, so that the order in which a formula is written decides nothing: an impossible part makes the whole
// impossible, else a missing part leaves it open.
Value FormulaTree::compute(const Node& node, const Lookup& lookup) {
  if (node.kind == '#') return {Value::State::figure, node.number};
  if (node.kind == 'x') return lookup(node.name);
  std::vector<Number> parts;
  bool error = false;
  bool unknown = false;
  for (const Node& child : node.children) {
    const Value part = compute(child, lookup);
    error = error || part.state == Value::State::error;
    unknown = unknown || part.state == Value::State::unknown;
    parts.push_back(part.number);
  }
  if (error) return Value::error();
  if (unknown) return Value::unknown();
  Number result = parts.front();
  switch (node.kind) {
    case 'n':
      result = -result;
      break;
    case 'a':
      result = magnitude(result);
      break;
    case '+':
      result += parts[1];
      break;
    case '-':
      result -= parts[1];
      break;
    case '*':
      result *= parts[1];
      break;
    case '/':
      if (parts[1] == 0) return parts[0] == 0 ? Value::unknown() : Value::error();
      result /= parts[1];
      break;
    case 'm':
      result = *std::min_element(parts.begin(), parts.end());
      break;
    case 'M':
      result = *std::max_element(parts.begin(), parts.end());
      break;
    default:
      for (std::size_t i = 1; i < parts.size(); ++i) result += parts[i];
      break;
  }
  return {Value::State::figure, result};
}

}  // namespace luping::oracle
