// Reads one indicator of a scheme (docs/formats/scheme.md, "value"), and the condition that items and measures have, too.
#pragma once

#include "core/model/scheme.h"
#include "io/object_reader.h"

namespace luping {

/// The indicator whose fields `reader` stands on.
Indicator read_indicator(ObjectReader& reader);

/// The field `appliesWhen`.
Condition read_condition(ObjectReader& reader);

}  // namespace luping
