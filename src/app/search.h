// Search by words. Every word must occur somewhere in the texts searched; letter case, full and half width and blanks make
// no difference (ｐｍ２．５ finds “PM2.5 浓度”).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace luping {

/// A text as it is compared: half width, lower case, without blanks.
std::string fold(std::string_view text);

class SearchWords {
 public:
  explicit SearchWords(std::string_view text);

  /// Nothing asked for: everything matches.
  bool empty() const { return words_.empty(); }

  bool match(std::initializer_list<std::string_view> texts) const;
  /// Over texts already folded, one after the other with line breaks between them.
  bool match_folded(std::string_view folded) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace luping
