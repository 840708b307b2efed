#include "io/json_tree.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "core/text.h"

namespace luping {
namespace {

constexpr std::size_t kMaxDepth = 64;

// Tells the handler how far the lexer has read: nlohmann's SAX interface gives values without places. It also shows the digits
// of an exponent as 0: numbers are kept as their text here, and the lexer would refuse a file for a 1e400 in any field.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const {
    static constexpr char kZero = '0';
    return in_exponent_ && *at_ >= '0' && *at_ <= '9' ? kZero : *at_;
  }
  CountingIterator& operator++() {
    pass(*at_);
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  void pass(char c) {
    if (in_string_) {
      if (c == '"' && !escaped_) in_string_ = false;
      escaped_ = c == '\\' && !escaped_;
      return;
    }
    in_string_ = c == '"';
    in_exponent_ = c == 'e' || c == 'E' || (in_exponent_ && (c == '+' || c == '-' || (c >= '0' && c <= '9')));
  }

  const char* at_;
  const char** reached_;
  bool in_string_ = false;
  bool escaped_ = false;
  bool in_exponent_ = false;
};

class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(JsonTree& tree, const char* const* reached) : tree_(tree), reached_(reached) {}

  bool null() override { return scalar(JsonNode::Kind::null) != nullptr; }
  bool boolean(bool value) override {
    scalar(JsonNode::Kind::boolean)->truth = value;
    return true;
  }
  bool number_integer(number_integer_t /*value*/) override { return number(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return number(); }
  bool number_float(number_float_t /*value*/, const string_t& /*token*/) override { return number(); }
  bool string(string_t& value) override {
    scalar(JsonNode::Kind::string)->text = std::move(value);
    return true;
  }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(JsonNode::Kind::object); }
  bool start_array(std::size_t /*size*/) override { return open(JsonNode::Kind::array); }
  bool end_object() override {
    report_duplicates(*stack_.back());
    return close();
  }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    JsonNode::Member member;
    member.key = std::move(name);
    member.key_begin = token_begin();
    last_end_ = reached();
    stack_.back()->members.push_back(std::move(member));
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    Diagnostic diagnostic;
    const std::string_view text = tree_.text;
    constexpr int kNumberOverflow = 406;
    if (error.id == kNumberOverflow) {
      const std::size_t begin = token_begin();
      report(DiagnosticCode::too_many_digits, begin, {std::string(number_token(begin))});
    } else if (position > text.size()) {
      report(DiagnosticCode::json_cut_off, text.size(), {});
    } else {
      const std::size_t at = position == 0 ? 0 : position - 1;
      report(DiagnosticCode::json_syntax, at, {character_at(at)});
    }
    return false;
  }

  /// The lexer takes a zero byte for the end of the text.
  void expect_end() {
    const std::size_t rest = tree_.text.find_first_not_of(" \t\r\n", tree_.root.end);
    if (rest != std::string_view::npos) report(DiagnosticCode::json_syntax, rest, {character_at(rest)});
  }

 private:
  std::size_t reached() const { return static_cast<std::size_t>(*reached_ - tree_.text.data()); }

  // Between two tokens stand only blanks, commas and colons.
  std::size_t token_begin() const {
    const std::size_t begin = tree_.text.find_first_not_of(" \t\r\n,:", last_end_);
    return begin == std::string_view::npos ? tree_.text.size() : begin;
  }

  std::string_view number_token(std::size_t begin) const {
    const std::size_t end = std::min(tree_.text.find_first_not_of("+-0123456789.eE", begin), tree_.text.size());
    return tree_.text.substr(begin, end - begin);
  }

  std::string character_at(std::size_t offset) const {
    if (offset >= tree_.text.size()) return {};
    std::size_t begin = offset;
    while (begin > 0 && (static_cast<unsigned char>(tree_.text[begin]) & 0xC0U) == 0x80U) --begin;
    std::size_t end = begin + 1;
    while (end < tree_.text.size() && (static_cast<unsigned char>(tree_.text[end]) & 0xC0U) == 0x80U) ++end;
    const std::string_view character = tree_.text.substr(begin, end - begin);
    if (character == "\n" || character == "\r") return "换行";
    const auto code = static_cast<unsigned char>(character.front());
    if (code < 0x20 || code == 0x7F) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      return std::string("U+00") + kDigits[code / 16U] + kDigits[code % 16U];
    }
    return std::string(character);
  }

  void report(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    const TextPosition position = position_of(tree_.text, offset);
    diagnostic.line = position.line;
    diagnostic.column = position.column;
    diagnostic.arguments = std::move(arguments);
    tree_.diagnostics.push_back(std::move(diagnostic));
  }

  JsonNode* place(JsonNode::Kind kind) {
    JsonNode* node = &tree_.root;
    if (!stack_.empty()) {
      JsonNode& parent = *stack_.back();
      node = parent.kind == JsonNode::Kind::object ? &parent.members.back().value : &parent.items.emplace_back();
    }
    node->kind = kind;
    node->begin = token_begin();
    return node;
  }

  JsonNode* scalar(JsonNode::Kind kind) {
    JsonNode* node = place(kind);
    node->end = reached();
    last_end_ = node->end;
    return node;
  }

  // The lexer has read one character past a number, so its end is found from its text.
  bool number() {
    JsonNode* node = place(JsonNode::Kind::number);
    node->text = number_token(node->begin);
    node->end = node->begin + node->text.size();
    last_end_ = node->end;
    return true;
  }

  bool open(JsonNode::Kind kind) {
    if (stack_.size() >= kMaxDepth) {
      report(DiagnosticCode::json_too_deep, token_begin(), {});
      return false;
    }
    JsonNode* node = place(kind);
    last_end_ = reached();
    stack_.push_back(node);
    return true;
  }

  bool close() {
    stack_.back()->end = reached();
    last_end_ = reached();
    stack_.pop_back();
    return true;
  }

  void report_duplicates(const JsonNode& object) {
    std::set<std::string_view> seen;
    for (const JsonNode::Member& member : object.members) {
      if (!seen.insert(member.key).second) report(DiagnosticCode::json_duplicate_field, member.key_begin, {member.key});
    }
  }

  JsonTree& tree_;
  const char* const* reached_;
  std::size_t last_end_ = 0;
  std::vector<JsonNode*> stack_;  // open containers; a parent's vector does not grow while a child is open
};

/// The offset of the first byte that is not UTF-8 (RFC 3629); npos when all is well.
std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U; };
    const unsigned lead = byte(0);
    std::size_t length = 1;
    if (lead >= 0x80) {
      const unsigned second = byte(1);
      if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
      } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return i;
      } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return i;
      } else {
        return i;
      }
      for (std::size_t k = 1; k < length; ++k) {
        if ((byte(k) & 0xC0U) != 0x80U) return i;
      }
    }
    i += length;
  }
  return std::string_view::npos;
}

/// Whether nothing but the first bytes of one character stands from `offset` to the end: a copy that broke off there.
bool is_cut_character(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  const auto lead = static_cast<unsigned char>(rest.front());
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  return rest.size() < length && std::all_of(rest.begin() + 1, rest.end(),
                                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

void report_at(JsonTree& tree, DiagnosticCode code, std::size_t offset) {
  const TextPosition position = position_of(tree.text, offset);
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.line = position.line;
  diagnostic.column = position.column;
  tree.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [key](const Member& member) { return member.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

JsonTree parse_json(std::string_view text) {
  JsonTree tree;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  tree.text = text;
  // A spreadsheet, a PDF, a picture: its encoding is beside the point. (FF and FE begin a text in UTF-16.)
  const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  constexpr std::string_view kStarts = "{[\"\xFF\xFE";
  if (start < text.size() && kStarts.find(text[start]) == std::string_view::npos) {
    report_at(tree, DiagnosticCode::not_our_file, start);
    return tree;
  }
  const std::size_t invalid = first_invalid_utf8(text);
  if (invalid != std::string_view::npos) {
    const bool cut = is_cut_character(text, invalid);
    report_at(tree, cut ? DiagnosticCode::json_cut_off : DiagnosticCode::file_not_utf8, invalid);
    return tree;
  }
  if (start == text.size()) {
    tree.diagnostics.emplace_back().code = DiagnosticCode::file_empty;
    return tree;
  }
  const char* reached = text.data();
  TreeBuilder builder(tree, &reached);
  const bool whole = nlohmann::json::sax_parse(CountingIterator(text.data(), &reached),
                                               CountingIterator(text.data() + text.size(), &reached), &builder);
  if (whole) builder.expect_end();
  return tree;
}

TextPosition position_of(std::string_view text, std::size_t offset) {
  TextPosition position;
  for (std::size_t i = 0; i < std::min(offset, text.size()); ++i) {
    if (text[i] == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++position.column;
    }
  }
  return position;
}

void locate(const JsonTree& tree, std::string_view file, std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    diagnostic.file = file;
    if (diagnostic.line != 0) continue;
    const JsonNode* node = &tree.root;
    std::string_view rest = diagnostic.pointer;
    while (!rest.empty()) {
      rest.remove_prefix(1);
      const std::size_t end = std::min(rest.find('/'), rest.size());
      std::string step(rest.substr(0, end));
      rest.remove_prefix(end);
      for (const auto& [escaped, plain] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}}) {
        for (std::size_t at = step.find(escaped); at != std::string::npos; at = step.find(escaped, at + 1))
          step.replace(at, 2, plain);
      }
      const JsonNode* next = nullptr;
      if (node->kind == JsonNode::Kind::object) next = node->find(step);
      if (node->kind == JsonNode::Kind::array && !step.empty() &&
          step.find_first_not_of("0123456789") == std::string::npos && step.size() < 9) {
        const auto index = static_cast<std::size_t>(std::stoul(step));
        if (index < node->items.size()) next = &node->items[index];
      }
      if (next == nullptr) break;
      node = next;
    }
    const TextPosition position = position_of(tree.text, node->begin);
    diagnostic.line = position.line;
    diagnostic.column = position.column;
  }
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
}

}  // namespace luping
