// The user guide as the help page shows it, read from docs/user-guide.zh.md. The file uses a small part of Markdown: one
// `#` title, `##` sections, `###` headings, paragraphs, `-` and `1.` lists of one level, tables, **bold**, `code`; a picture
// on a line of its own is passed over. Anything else is a problem, by line, so that the page never shows raw marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luping {

/// A piece of text of one look.
struct TextRun {
  std::string text;
  bool bold = false;
  bool code = false;  ///< a key or a file name
  bool hit = false;   ///< found by the search
  bool operator==(const TextRun&) const = default;
};
using RichText = std::vector<TextRun>;

struct GuideBlock {
  enum class Kind { heading, paragraph, bullet, step, table };
  Kind kind = Kind::paragraph;
  RichText text;                            ///< all but tables
  int number = 0;                           ///< step: counted from 1
  std::vector<std::vector<RichText>> rows;  ///< table: its head first, all rows of one length
};

struct GuideSection {
  std::string title;
  std::vector<GuideBlock> blocks;
};

struct Guide {
  std::string title;
  std::vector<GuideSection> sections;
};

struct GuideReading {
  Guide guide;
  std::vector<std::string> problems;  ///< what is outside the subset: "12: …"; the text is kept as it stands
};

GuideReading read_guide(std::string_view markdown);

/// The words without their looks.
std::string plain(const RichText& text);

/// Marks where `words` stand (ASCII letters of either case); returns how often. Blank words are found nowhere.
std::size_t mark_hits(RichText& text, std::string_view words);
std::size_t mark_hits(GuideBlock& block, std::string_view words);

}  // namespace luping
