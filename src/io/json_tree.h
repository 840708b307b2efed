// A JSON text as a tree that knows where everything stood: byte ranges for diagnostics and for carrying unknown fields
// unread, number tokens as source text so that no digit passes through a double.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/diagnostic.h"

namespace luping {

struct JsonNode {
  enum class Kind { null, boolean, number, string, array, object };
  struct Member;

  Kind kind = Kind::null;
  bool truth = false;           ///< boolean
  std::string text;             ///< string: its content; number: its token
  std::vector<JsonNode> items;  ///< array
  std::vector<Member> members;  ///< object, in the order of the text
  std::size_t begin = 0;        ///< byte range in the text
  std::size_t end = 0;

  const JsonNode* find(std::string_view key) const;
};

struct JsonNode::Member {
  std::string key;
  std::size_t key_begin = 0;
  JsonNode value;
};

/// A parsed text. The text must outlive the tree.
struct JsonTree {
  std::string_view text;
  JsonNode root;
  std::vector<Diagnostic> diagnostics;  ///< syntax: at most the first error, and every duplicate field
};

/// Limits: 64 levels deep; the text must be UTF-8, a byte order mark is skipped. What cannot be one of our files at first sight
/// is reported as such.
JsonTree parse_json(std::string_view text);

/// Line and column (both from 1, columns in characters) of a byte offset.
struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;
};
TextPosition position_of(std::string_view text, std::size_t offset);

/// Fills in line and column of diagnostics that have a pointer only: the place of the value, or of the nearest object
/// above it that exists. Fills in `file` for all.
void locate(const JsonTree& tree, std::string_view file, std::vector<Diagnostic>& diagnostics);

}  // namespace luping
