#include "io/indicator_reader.h"

#include "io/rule_reader.h"
#include "io/words.h"

namespace luping {
namespace {

using Need = ObjectReader::Need;

Input read_input(ObjectReader& reader) {
  Input input;
  input.id = reader.id("id");
  input.name = reader.text("name", Need::required);
  input.unit = reader.id("unit");
  input.integer = reader.truth("integer");
  input.lever = reader.truth("lever");
  input.last_year = reader.truth("lastYear");
  input.minimum = reader.decimal("minimum");
  input.maximum = reader.decimal("maximum");
  return input;
}

ValueSpec read_value(ObjectReader& reader) {
  ValueSpec value;
  value.kind = reader.word("kind", words::kValueKinds, ValueKind::none, Need::required);
  const std::string word = reader.text("kind");
  switch (value.kind) {
    case ValueKind::number:
      value.unit = reader.id("unit");
      value.direction = reader.word("direction", words::kDirections, Direction::none);
      value.minimum = reader.decimal("minimum");
      value.maximum = reader.decimal("maximum");
      value.integer = reader.truth("integer");
      value.example = reader.text("example");
      value.formula = read_formula(reader);
      break;
    case ValueKind::status:
      if (word == words::kEvent) {
        value.options = {std::string(words::kNotOccurred), std::string(words::kOccurred)};
      } else {
        value.options = reader.texts("options", Need::required);
      }
      break;
    case ValueKind::measure:
      value.measure = reader.id("measure");
      if (reader.has("inputs"))
        reader.report(DiagnosticCode::field_not_allowed, reader.pointer_to("inputs"), {"inputs", word});
      return value;
    case ValueKind::none:
      break;
  }
  // Words have no formula, but a rule may be about figures that go with them.
  reader.objects("inputs", [&](ObjectReader& inner) { value.inputs.push_back(read_input(inner)); });
  if (value.kind != ValueKind::number && reader.has("formula"))
    reader.report(DiagnosticCode::field_not_allowed, reader.pointer_to("formula"), {"formula", word});
  return value;
}

Rollup read_rollup(ObjectReader& reader) {
  Rollup rollup;
  reader.object("rollup", [&](ObjectReader& inner) {
    rollup.method = inner.word("method", words::kRollupMethods, RollupMethod::none, Need::required);
    if (rollup.method == RollupMethod::weighted_mean) {
      rollup.weight = inner.id("weight");
    } else if (inner.has("weight")) {
      inner.report(DiagnosticCode::field_not_allowed, inner.pointer_to("weight"), {"weight", inner.text("method")});
    }
  });
  return rollup;
}

}  // namespace

Condition read_condition(ObjectReader& reader) {
  Condition condition;
  reader.object("appliesWhen", [&](ObjectReader& inner) {
    // With neither of them it would hold everywhere: most likely a misspelt field.
    if (!inner.has("regions") && !inner.has("attributes"))
      inner.report(DiagnosticCode::missing_field, inner.pointer_to("regions"), {"regions"});
    condition.regions = inner.some_texts("regions");
    inner.object("attributes", [&](ObjectReader& attributes) {
      for (const std::string& name : attributes.names())
        condition.attributes.emplace(name, attributes.some_texts(name, Need::required));
    });
  });
  return condition;
}

Indicator read_indicator(ObjectReader& reader) {
  Indicator indicator;
  indicator.id = reader.id("id");
  indicator.item = reader.id("item");
  indicator.name = reader.text("name", Need::required);
  indicator.quote = reader.text("quote", Need::required);
  indicator.threshold_quote = reader.text("thresholdQuote");
  indicator.obligation = reader.word("obligation", words::kObligations, Obligation::task, Need::required);
  indicator.obligation_word = reader.text("obligationWord");
  indicator.definition = reader.text("definition");
  reader.object(
      "value", [&](ObjectReader& inner) { indicator.value = read_value(inner); }, Need::required);
  reader.object("rule", [&](ObjectReader& inner) { indicator.rule = read_rule(inner); });
  if (reader.has("comparisonMethod"))
    indicator.comparison_method = reader.word("comparisonMethod", words::kComparisonMethods, ComparisonMethod::exact);
  indicator.applies_when = read_condition(reader);
  indicator.rollup = read_rollup(reader);
  reader.object("evidence", [&](ObjectReader& inner) {
    indicator.evidence_required = inner.truth("required");
    indicator.evidence_note = inner.text("note");
  });
  indicator.veto = reader.truth("veto");
  indicator.note = reader.text("note");
  return indicator;
}

}  // namespace luping
