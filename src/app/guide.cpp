#include "app/guide.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/text.h"

namespace luping {
namespace {

bool is_word(char c) {
  return static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// The number of a list entry, and what follows it.
std::optional<std::pair<int, std::string_view>> step_of(std::string_view line) {
  std::size_t digits = 0;
  int number = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9')
    number = number * 10 + (line[digits++] - '0');
  if (digits == 0 || !starts(line.substr(digits), ". ")) return std::nullopt;
  return std::pair(number, line.substr(digits + 2));
}

class Reader {
 public:
  GuideReading read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    finish();
    return std::move(out_);
  }

 private:
  void problem(std::string_view what) { out_.problems.push_back(std::to_string(line_) + ": " + std::string(what)); }

  void line(std::string_view raw) {
    const std::string_view text = trimmed(raw);
    if (text.empty()) return finish();
    if (starts(raw, " ")) return go_on(raw, text);
    if (starts(text, "![")) {
      finish();
      if (text.back() != ')' || text.find("](") == std::string_view::npos)
        problem("a picture stands on a line of its own");
      return;
    }
    if (text.front() == '#') return heading(text);
    if (text.front() == '|') return table_row(text);
    if (starts(text, "- ")) return begin(GuideBlock::Kind::bullet, text.substr(2));
    if (const auto step = step_of(text)) {
      const int expected = last_kind() == GuideBlock::Kind::step ? last_number() + 1 : 1;
      begin(GuideBlock::Kind::step, step->second);
      number_ = expected;
      if (step->first != expected) problem("steps are counted from 1 without a gap");
      return;
    }
    if (starts(text, "```") || starts(text, ">") || starts(text, "* ") || starts(text, "+ ") || starts(text, "---") ||
        starts(text, "***") || starts(text, "===") || starts(text, "<"))
      problem("outside the subset");
    if (open_ && kind_ != GuideBlock::Kind::paragraph) problem("a list entry goes on with an indent");
    if (!open_) begin(GuideBlock::Kind::paragraph, {});
    append(text);
  }

  /// An indented line belongs to the list entry above.
  void go_on(std::string_view raw, std::string_view text) {
    if (!open_ || (kind_ != GuideBlock::Kind::bullet && kind_ != GuideBlock::Kind::step))
      problem("only list entries have indented lines");
    if (starts(raw, "    ") || starts(text, "- ") || step_of(text)) problem("lists have one level");
    if (!open_) begin(GuideBlock::Kind::paragraph, {});
    append(text);
  }

  void heading(std::string_view text) {
    finish();
    const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
    const std::string_view words = trimmed(text.substr(level));
    if (level > 3 || words.empty() || text[level] != ' ') return problem("outside the subset");
    if (level == 1) {
      if (!out_.guide.title.empty() || !out_.guide.sections.empty()) problem("one title, before everything else");
      out_.guide.title = words;
    } else if (level == 2) {
      out_.guide.sections.push_back({std::string(words), {}});
    } else {
      begin(GuideBlock::Kind::heading, words);
      finish();
    }
  }

  void table_row(std::string_view text) {
    if (open_) finish();
    std::vector<RichText> cells;
    if (text.back() != '|' || text.size() < 2) return problem("a row of a table ends with |");
    std::string_view rest = text.substr(1);
    bool rule = true;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      const std::string_view cell = trimmed(rest.substr(0, end));
      rule = rule && !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
      cells.push_back(inline_text(cell));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!in_table_) {
      if (GuideSection* section = place()) section->blocks.push_back({GuideBlock::Kind::table, {}, 0, {}});
      in_table_ = true;
      rows_ = 0;
    }
    ++rows_;
    if (rule != (rows_ == 2)) problem("a table has its head, a line of -, and rows");
    if (rule || out_.guide.sections.empty()) return;
    std::vector<std::vector<RichText>>& rows = out_.guide.sections.back().blocks.back().rows;
    if (!rows.empty() && rows.front().size() != cells.size()) {
      problem("the rows of a table have the same number of cells");
      cells.resize(rows.front().size());
    }
    rows.push_back(std::move(cells));
  }

  void begin(GuideBlock::Kind kind, std::string_view text) {
    finish();
    open_ = true;
    kind_ = kind;
    number_ = 0;
    text_ = text;
  }

  /// Chinese lines join without a blank.
  void append(std::string_view text) {
    if (!text_.empty() && (is_word(text_.back()) && is_word(text.front()))) text_ += ' ';
    text_ += text;
  }

  void finish() {
    in_table_ = false;
    if (!open_) return;
    open_ = false;
    if (GuideSection* section = place()) section->blocks.push_back({kind_, inline_text(text_), number_, {}});
    text_.clear();
  }

  GuideSection* place() {
    if (!out_.guide.sections.empty()) return &out_.guide.sections.back();
    problem("text belongs to a section");
    return nullptr;
  }

  const GuideBlock* last() const {
    return out_.guide.sections.empty() || out_.guide.sections.back().blocks.empty()
               ? nullptr
               : &out_.guide.sections.back().blocks.back();
  }
  GuideBlock::Kind last_kind() const {
    if (open_) return kind_;
    return last() == nullptr ? GuideBlock::Kind::paragraph : last()->kind;
  }
  int last_number() const { return open_ ? number_ : last()->number; }

  RichText inline_text(std::string_view text) {
    RichText runs;
    TextRun now;
    const auto next = [&] {
      if (!now.text.empty()) runs.push_back(now);
      now.text.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '`') {
        next();
        now.code = !now.code;
      } else if (now.code) {
        now.text += text[i];
      } else if (starts(text.substr(i), "**")) {
        next();
        now.bold = !now.bold;
        ++i;
      } else {
        const bool tag = text[i] == '<' && i + 1 < text.size() && (is_word(text[i + 1]) || text[i + 1] == '/');
        if (tag || std::string_view("*_\\[]&~").find(text[i]) != std::string_view::npos)
          problem("outside the subset: " + std::string(1, text[i]));
        now.text += text[i];
      }
    }
    if (now.bold || now.code) problem("** or ` is not closed");
    next();
    return runs;
  }

  GuideReading out_;
  int line_ = 0;
  bool open_ = false;
  GuideBlock::Kind kind_ = GuideBlock::Kind::paragraph;
  int number_ = 0;
  std::string text_;
  bool in_table_ = false;
  int rows_ = 0;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

GuideReading read_guide(std::string_view markdown) { return Reader().read(markdown); }

std::string plain(const RichText& text) {
  std::string words;
  for (const TextRun& run : text) words += run.text;
  return words;
}

std::size_t mark_hits(RichText& text, std::string_view words) {
  words = trimmed(words);
  if (is_blank(words)) return 0;
  std::string folded = plain(text);
  std::string wanted(words);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  std::transform(wanted.begin(), wanted.end(), wanted.begin(), lower);
  std::vector<bool> inside(folded.size(), false);
  std::size_t count = 0;
  for (std::size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + wanted.size())) {
    std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(at), wanted.size(), true);
    ++count;
  }
  if (count == 0) return 0;
  RichText marked;
  std::size_t at = 0;
  for (const TextRun& run : text) {
    for (std::size_t i = 0; i < run.text.size(); ++i, ++at) {
      if (i == 0 || inside[at] != inside[at - 1]) marked.push_back({{}, run.bold, run.code, inside[at]});
      marked.back().text += run.text[i];
    }
  }
  text = std::move(marked);
  return count;
}

std::size_t mark_hits(GuideBlock& block, std::string_view words) {
  std::size_t count = mark_hits(block.text, words);
  for (std::vector<RichText>& row : block.rows) {
    for (RichText& cell : row) count += mark_hits(cell, words);
  }
  return count;
}

}  // namespace luping
