// Fields of a file this version does not know: carried from open to save unread.
#pragma once

#include <string>
#include <vector>

namespace luping {

struct Extra {
  std::string key;
  std::string json;  ///< the value's source text, byte for byte
  bool operator==(const Extra&) const = default;
};

/// In the order of the file.
using Extras = std::vector<Extra>;

}  // namespace luping
