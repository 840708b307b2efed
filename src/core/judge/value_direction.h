// Which way of a figure is better, where the indicator itself does not say.
#pragma once

#include "core/model/scheme.h"

namespace luping {

/// The direction the indicator declares, else the one its rule's comparisons agree on (≥ and >: higher; ≤ and <: lower); none when they
/// do not, or when the rule wants a figure in between.
Direction direction_of(const Indicator& indicator);

}  // namespace luping
