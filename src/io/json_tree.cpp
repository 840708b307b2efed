#include "io/json_tree.h"

#include <algorithm>
#include <set>

#include "core/stable_order.h"
#include "core/text.h"
#include "io/json_scanner.h"

namespace luping {
namespace {

constexpr std::size_t kMaxDepth = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void report_at(JsonTree& tree, DiagnosticCode code, std::size_t offset, Arguments arguments = {}) {
  Diagnostic diagnostic = diagnostic_at(code, {}, arguments);
  const TextPosition position = position_of(tree.text, offset);
  diagnostic.line = position.line;
  diagnostic.column = position.column;
  tree.diagnostics.push_back(std::move(diagnostic));
}

std::string character_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  const std::string_view character = text.substr(offset, end - offset);
  if (character == "\n" || character == "\r") return "换行";
  const auto code = static_cast<unsigned char>(character.front());
  if (code < 0x20 || code == 0x7F) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return std::string("U+00") + kDigits[code / 16U] + kDigits[code % 16U];
  }
  return std::string(character);
}

// RFC 8259, one function a production. Each is false when the text is not JSON; the first that finds it out has reported it.
// REQUIRES: the text is UTF-8.
class TreeParser {
 public:
  explicit TreeParser(JsonTree& tree) : tree_(tree), text_(tree.text) {}

  void run() {
    if (!value(tree_.root, 0)) return;
    skip_blanks();
    if (at_ < text_.size()) unexpected();
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  bool unexpected() {
    if (at_ >= text_.size()) {
      report_at(tree_, DiagnosticCode::json_cut_off, text_.size());
    } else {
      report_at(tree_, DiagnosticCode::json_syntax, at_, {character_at(text_, at_)});
    }
    return false;
  }

  bool expect(char c) {
    skip_blanks();
    if (peek() != c) return unexpected();
    ++at_;
    return true;
  }

  /// Whether another element follows; none after the closing bracket `end`.
  bool more(char end, bool& more) {
    skip_blanks();
    more = peek() == ',';
    return more || peek() == end ? (++at_, true) : unexpected();
  }

  bool value(JsonNode& node, std::size_t depth) {
    skip_blanks();
    node.begin = at_;
    const bool good = content(node, depth);
    node.end = at_;
    return good;
  }

  bool content(JsonNode& node, std::size_t depth) {
    const char first = peek();
    if (first == '{' || first == '[') {
      if (depth >= kMaxDepth) {
        report_at(tree_, DiagnosticCode::json_too_deep, at_);
        return false;
      }
      ++at_;
      return first == '{' ? object(node, depth + 1) : array(node, depth + 1);
    }
    if (first == '"') {
      node.kind = JsonNode::Kind::string;
      return string(node.text);
    }
    if (first == '-' || is_digit(first)) return number(node);
    if (first == 't' || first == 'f') {
      node.kind = JsonNode::Kind::boolean;
      node.truth = first == 't';
      return word(node.truth ? "true" : "false");
    }
    node.kind = JsonNode::Kind::null;
    return word("null");
  }

  bool object(JsonNode& node, std::size_t depth) {
    node.kind = JsonNode::Kind::object;
    skip_blanks();
    if (peek() == '}') return ++at_, true;
    for (bool another = true; another;) {
      JsonNode::Member& member = node.members.emplace_back();
      skip_blanks();
      member.key_begin = at_;
      if (peek() != '"') return unexpected();
      if (!string(member.key) || !expect(':') || !value(member.value, depth) || !more('}', another)) return false;
    }
    report_duplicates(node);
    return true;
  }

  bool array(JsonNode& node, std::size_t depth) {
    node.kind = JsonNode::Kind::array;
    skip_blanks();
    if (peek() == ']') return ++at_, true;
    for (bool another = true; another;) {
      if (!value(node.items.emplace_back(), depth) || !more(']', another)) return false;
    }
    return true;
  }

  bool word(std::string_view expected) {
    for (const char c : expected) {
      if (peek() != c) return unexpected();
      ++at_;
    }
    return true;
  }

  bool digits() {
    if (!is_digit(peek())) return unexpected();
    while (is_digit(peek())) ++at_;
    return true;
  }

  /// Kept as its token: no digit passes through a double, and an exponent beyond any double is no error of the file's.
  bool number(JsonNode& node) {
    node.kind = JsonNode::Kind::number;
    const std::size_t begin = at_;
    if (peek() == '-') ++at_;
    if (peek() == '0') {
      ++at_;
    } else if (!digits()) {
      return false;
    }
    if (peek() == '.') {
      ++at_;
      if (!digits()) return false;
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!digits()) return false;
    }
    node.text = text_.substr(begin, at_ - begin);
    return true;
  }

  bool string(std::string& content) {
    JsonScanner::Text raw;
    raw.begin = text_.data() + ++at_;
    while (peek() != '"') {
      if (static_cast<unsigned char>(peek()) < 0x20) return unexpected();
      if (peek() == '\\') {
        raw.escaped = true;
        if (!escape()) return false;
      } else {
        ++at_;
      }
    }
    raw.size = static_cast<std::size_t>(text_.data() + at_ - raw.begin);
    ++at_;
    std::string scratch;
    content = JsonScanner::content(raw, scratch);
    return true;
  }

  bool escape() {
    ++at_;
    if (peek() == 'u') {
      const int unit = code_unit();
      if (unit < 0) return false;
      if (unit < 0xD800 || unit > 0xDFFF) return true;
      // Half a character: the other half must follow.
      if (unit > 0xDBFF) return --at_, unexpected();
      if (peek() != '\\') return unexpected();
      ++at_;
      if (peek() != 'u') return unexpected();
      const int other = code_unit();
      return other >= 0 && ((other >= 0xDC00 && other <= 0xDFFF) || (--at_, unexpected()));
    }
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    if (at_ >= text_.size() || kEscapes.find(text_[at_]) == std::string_view::npos) return unexpected();
    ++at_;
    return true;
  }

  /// The four digits after a u; -1: reported.
  int code_unit() {
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
      ++at_;
      const int digit = hex_digit(peek());
      if (digit < 0) return unexpected(), -1;
      unit = unit * 16 + digit;
    }
    ++at_;
    return unit;
  }

  void report_duplicates(const JsonNode& object) {
    std::set<std::string_view> seen;
    for (const JsonNode::Member& member : object.members) {
      if (!seen.insert(member.key).second)
        report_at(tree_, DiagnosticCode::json_duplicate_field, member.key_begin, {member.key});
    }
  }

  JsonTree& tree_;
  std::string_view text_;
  std::size_t at_ = 0;
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
  TreeParser(tree).run();
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
        std::size_t index = 0;
        for (const char digit : step) index = index * 10 + static_cast<std::size_t>(digit - '0');
        if (index < node->items.size()) next = &node->items[index];
      }
      if (next == nullptr) break;
      node = next;
    }
    const TextPosition position = position_of(tree.text, node->begin);
    diagnostic.line = position.line;
    diagnostic.column = position.column;
  }
  stable_sort(diagnostics, [](const Diagnostic& a, const Diagnostic& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
}

}  // namespace luping
