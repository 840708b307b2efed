// What a person typed where the document keeps it in another notation: ９５．５％ is kept as 95.5. Remembered as long as the
// document is open, not in its file.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/field.h"

namespace luping {

class TypedTexts {
 public:
  /// Nothing is remembered where only blanks around it fell away.
  void remember(const FieldRef& field, std::string_view typed, std::string_view kept);

  /// The text typed for what the field holds now; null when it was typed just so.
  const std::string* of(const FieldRef& field, std::string_view now) const;

 private:
  struct Entry {
    FieldRef field;
    std::string typed;
    std::string kept;
  };
  std::vector<Entry> entries_;
};

}  // namespace luping
