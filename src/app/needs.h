// What besides its value an indicator's verdict rests on, so that the detail pane can ask for exactly that.
#pragma once

#include <string>
#include <vector>

#include "core/model/scheme.h"

namespace luping {

struct Needs {
  bool target = false;
  TargetSource source = TargetSource::superior;
  bool baseline = false;
  int years_back = 0;                   ///< how many earlier years' values, 0: none
  std::vector<std::string> attributes;  ///< declared attributes of the region, each once
  std::vector<std::string> externals;   ///< external figures, each once
  bool conditional = false;             ///< an attribute decides whether the indicator applies at all
};

Needs needs_of(const Scheme& scheme, const Indicator& indicator);

}  // namespace luping
