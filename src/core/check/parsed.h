// What a parser returns: the thing, unless a diagnostic is an error; and everything there is to say about the bytes.
#pragma once

#include <optional>
#include <vector>

#include "core/check/diagnostic.h"

namespace luping {

template <typename T>
struct Parsed {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;  ///< in the order of the file
};

}  // namespace luping
