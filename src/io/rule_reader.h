// Reads what an indicator of a scheme asks for: its rule, with thresholds, and formulas. docs/formats/scheme.md, "rule", "Thresholds".
#pragma once

#include <vector>

#include "core/model/rule.h"
#include "core/number/formula.h"
#include "io/object_reader.h"

namespace luping {

/// The rule whose fields `reader` stands on.
Rule read_rule(ObjectReader& reader);

/// The field `formula`; what is no formula is reported, and empty.
Formula read_formula(ObjectReader& reader, ObjectReader::Need need = ObjectReader::Need::optional);

/// The field `obligations`; an unknown word and an empty list are reported.
std::vector<Obligation> read_obligations(ObjectReader& reader, ObjectReader::Need need);

}  // namespace luping
