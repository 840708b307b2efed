// The sheets of 指标体系: all that a scheme says of itself, and of one indicator. Private to build_scheme.
#pragma once

#include "app/scheme_model.h"
#include "core/model/scheme.h"

namespace luping {

SchemeSheet sheet_of(const Scheme& scheme);
SchemeSheet sheet_of(const Scheme& scheme, const Indicator& indicator);

/// What a part is for: 所有地区; 港北区、港南区; 行政级别为县级.
std::string condition_in_words(const Scheme& scheme, const Condition& condition);

}  // namespace luping
