// Reading and writing the datum a FieldRef names.
#pragma once

#include <string>
#include <string_view>

#include "app/field.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

/// Whether the scheme has what the field belongs to.
bool exists(const Scheme& scheme, const FieldRef& field);

bool is_measure_field(FieldKind kind);
/// Whether it belongs to an indicator's answer.
bool is_answer_field(FieldKind kind);

/// The issuer of an external figure that was typed here and came with no target pack.
inline constexpr const char* kByHand = "手工填写";
bool is_by_hand(const ExternalValue& value);

/// The text of a field; empty when nothing is there.
std::string read_field(const Assessment& assessment, const FieldRef& field);

/// Sets a field. Emptied parts leave nothing behind, so that clearing what was typed restores an equal assessment.
void write_field(Assessment& assessment, const FieldRef& field, std::string_view text);

/// The text as it is kept once editing ends: a readable number in plain notation with the digits typed (`９５．０％` becomes
/// `95.0`), anything else as typed.
std::string settled_text(const Scheme& scheme, const FieldRef& field, std::string_view text);

/// Whether the field holds a number.
bool is_numeric(const Scheme& scheme, const FieldRef& field);

/// The unit label of a numeric field.
std::string_view unit_of(const Scheme& scheme, const FieldRef& field);

/// What editing it is called in the undo menu: 农村生活污水治理率 现状值.
std::string action_name(const Scheme& scheme, const FieldRef& field);

}  // namespace luping
