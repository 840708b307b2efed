// Reads the fields of one JSON object, reporting what is missing or of the wrong type, and remembers which fields were
// asked for so that the rest can be carried along unread.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/function_ref.h"
#include "core/model/extras.h"
#include "core/number/decimal.h"
#include "io/json_tree.h"

namespace luping {

/// A word of a file and the value it stands for.
template <typename T>
using Word = std::pair<std::string_view, T>;

class ObjectReader {
 public:
  /// `node` that is no object is reported; every field then counts as absent.
  ObjectReader(const JsonTree& tree, const JsonNode& node, std::string pointer, std::vector<Diagnostic>& diagnostics);

  enum class Need { optional, required };

  bool has(std::string_view key) const { return node_.find(key) != nullptr; }
  std::string text(std::string_view key, Need need = Need::optional);
  /// Text that must look like an id (docs/formats/README.md).
  std::string id(std::string_view key, Need need = Need::required);
  /// A number kept as text: a JSON string as it is, or a number token.
  std::string figure(std::string_view key, Need need = Need::optional);
  std::optional<Decimal> decimal(std::string_view key, Need need = Need::optional);
  int integer(std::string_view key, Need need = Need::optional, int absent = 0);
  /// A whole number of at least `least`.
  int integer_from(std::string_view key, int least, Need need = Need::optional, int absent = 0);
  bool truth(std::string_view key, bool absent = false);
  std::vector<std::string> texts(std::string_view key, Need need = Need::optional);
  /// Texts that may be left out, but not be an empty list: a list that narrows something down to nothing is a mistake.
  std::vector<std::string> some_texts(std::string_view key, Need need = Need::optional);
  /// Tokens of an array of whole numbers.
  std::vector<int> integers(std::string_view key, Need need = Need::optional);
  std::string date(std::string_view key);

  template <typename T, std::size_t N>
  T word(std::string_view key, const Word<T> (&words)[N], T absent, Need need = Need::optional) {
    const JsonNode* node = take(key, JsonNode::Kind::string, need);
    if (node == nullptr) return absent;
    for (const Word<T>& word : words) {
      if (word.first == node->text) return word.second;
    }
    std::string allowed;
    for (const Word<T>& word : words) (allowed += allowed.empty() ? "" : " / ") += word.first;
    report(DiagnosticCode::bad_word, pointer_to(key), {node->text, allowed});
    return absent;
  }

  /// Calls `read` for the object under `key`; returns whether there is one.
  bool object(std::string_view key, FunctionRef<void(ObjectReader&)> read, Need need = Need::optional);
  /// The same where a bare text or number may stand instead of the object; `read_bare` gets it.
  void object_or_figure(std::string_view key, FunctionRef<void(ObjectReader&)> read,
                        FunctionRef<void(const std::string&)> read_bare, Need need = Need::optional);
  /// Calls `read` for each object of the array under `key`.
  void objects(std::string_view key, FunctionRef<void(ObjectReader&)> read, Need need = Need::optional);
  /// Calls `read` for each member of the object under `key`, with its name.
  void entries(std::string_view key, FunctionRef<void(const std::string&, ObjectReader&)> read);
  /// The names of this object's fields, in the order of the file.
  std::vector<std::string> names() const;
  /// Members of the object under `key` that are texts or numbers, by name.
  std::vector<std::pair<std::string, std::string>> figures(std::string_view key);

  void report(DiagnosticCode code, std::string_view pointer, Arguments arguments);
  std::string pointer_to(std::string_view key) const;
  const std::string& pointer() const { return pointer_; }

  /// Everything not asked for so far.
  Extras extras() const;

 private:
  const JsonNode* take(std::string_view key, JsonNode::Kind kind, Need need);
  const JsonNode* take_any(std::string_view key, Need need);
  void wrong_type(std::string_view key, const JsonNode& node, std::string_view expected, std::string_view pointer);

  const JsonTree& tree_;
  const JsonNode& node_;
  std::string pointer_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace luping
