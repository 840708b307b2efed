// What assistive technology is told after a change: the verdicts that became others, in words.
#pragma once

#include <string>
#include <vector>

#include "core/judge/evaluate.h"
#include "core/model/scheme.h"

namespace luping {

/// The verdicts last told of one document.
struct Heard {
  std::string document;  ///< its draft id; verdicts of two documents are not compared
  std::vector<Result> indicators;
  Result conclusion = Result::notchecked;
};

Heard heard_of(std::string document, const Evaluation& evaluation);

/// 农村生活污水治理率：由未达标变为达标。 The first few by name, the rest by number, the conclusion last; empty: nothing changed.
std::string changes_in_words(const Scheme& scheme, const Heard& before, const Heard& now);

}  // namespace luping
