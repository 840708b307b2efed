#include <algorithm>

#include "io/document_reader.h"
#include "io/words.h"

namespace luping {
namespace {

using Need = ObjectReader::Need;

Condition read_condition(ObjectReader& reader) {
  Condition condition;
  reader.object("appliesWhen",
                [&](ObjectReader& inner) { condition.regions = inner.texts("regions", Need::required); });
  return condition;
}

std::vector<Obligation> read_obligations(ObjectReader& reader) {
  std::vector<Obligation> obligations;
  const std::vector<std::string> named = reader.texts("obligations", Need::required);
  for (std::size_t i = 0; i < named.size(); ++i) {
    const auto* found = std::find_if(std::begin(words::kObligations), std::end(words::kObligations),
                                     [&](const auto& word) { return word.first == named[i]; });
    if (found == std::end(words::kObligations)) {
      reader.report(DiagnosticCode::bad_word, reader.pointer_to("obligations") + "/" + std::to_string(i),
                    {named[i], "must / should / strive / task"});
    } else {
      obligations.push_back(found->second);
    }
  }
  if (obligations.empty()) reader.report(DiagnosticCode::empty_list, reader.pointer_to("obligations"), {"obligations"});
  return obligations;
}

Decimal required_decimal(ObjectReader& reader, std::string_view key) {
  return reader.decimal(key, Need::required).value_or(Decimal{});
}

Rule read_rule(ObjectReader& reader);

void read_choice(ObjectReader& reader, Rule& rule) {
  rule.attribute = reader.text("attribute", Need::required);
  reader.objects(
      "cases",
      [&](ObjectReader& one) {
        rule.cases.push_back(one.texts("values", Need::required));
        Rule chosen;
        one.object(
            "rule", [&](ObjectReader& inner) { chosen = read_rule(inner); }, Need::required);
        rule.rules.push_back(std::move(chosen));
      },
      Need::required);
  rule.has_otherwise = reader.object("otherwise", [&](ObjectReader& inner) { rule.rules.push_back(read_rule(inner)); });
}

Rule read_rule(ObjectReader& reader) {
  Rule rule;
  rule.kind = reader.word("kind", words::kRuleKinds, RuleKind::informational, Need::required);
  switch (rule.kind) {
    case RuleKind::informational:
      break;
    case RuleKind::compare:
      rule.comparison = reader.word("kind", words::kComparisons, Comparison::at_least);
      rule.threshold = required_decimal(reader, "threshold");
      break;
    case RuleKind::between:
      rule.minimum = required_decimal(reader, "minimum");
      rule.maximum = required_decimal(reader, "maximum");
      rule.strict_minimum = reader.truth("strictMinimum");
      rule.strict_maximum = reader.truth("strictMaximum");
      break;
    case RuleKind::one_of:
      rule.values = reader.texts("values", Need::required);
      break;
    case RuleKind::meets_target:
      rule.source = reader.word("source", words::kTargetSources, TargetSource::superior);
      break;
    case RuleKind::change:
      rule.against = reader.word("against", words::kReferences, Reference::baseline, Need::required);
      rule.measure = reader.word("measure", words::kChangeMeasures, ChangeMeasure::absolute, Need::required);
      rule.comparison = reader.word("comparison", words::kComparisons, Comparison::at_least, Need::required);
      rule.threshold = required_decimal(reader, "threshold");
      break;
    case RuleKind::stable_or_improving:
      rule.years = std::max(1, reader.integer("years", Need::optional, 1));
      rule.tolerance = reader.decimal("tolerance").value_or(Decimal{});
      break;
    case RuleKind::all_of:
    case RuleKind::any_of:
      reader.objects(
          "rules", [&](ObjectReader& inner) { rule.rules.push_back(read_rule(inner)); }, Need::required);
      if (rule.rules.empty()) reader.report(DiagnosticCode::empty_list, reader.pointer_to("rules"), {"rules"});
      break;
    case RuleKind::choose:
      read_choice(reader, rule);
      break;
    case RuleKind::summary:
      rule.obligations = read_obligations(reader);
      rule.measures = reader.truth("measures", true);
      break;
  }
  rule.extras = reader.extras();
  return rule;
}

Formula read_formula(ObjectReader& reader) {
  const std::string text = reader.text("formula");
  if (text.empty()) return {};
  Formula::Parsed parsed = Formula::parse(text);
  using Kind = Formula::Problem::Kind;
  if (parsed.problem.kind == Kind::unknown_function || parsed.problem.kind == Kind::wrong_argument_count) {
    reader.report(DiagnosticCode::formula_unknown_function, reader.pointer_to("formula"), {parsed.problem.token});
  } else if (parsed.problem.kind != Kind::none) {
    reader.report(DiagnosticCode::formula_syntax, reader.pointer_to("formula"),
                  {std::to_string(parsed.problem.position + 1), parsed.problem.token});
  }
  return std::move(parsed.formula);
}

ValueSpec read_value(ObjectReader& reader) {
  ValueSpec value;
  value.kind = reader.word("kind", words::kValueKinds, ValueKind::none, Need::required);
  switch (value.kind) {
    case ValueKind::number:
      value.unit = reader.id("unit");
      value.direction = reader.word("direction", words::kDirections, Direction::none);
      value.minimum = reader.decimal("minimum");
      value.maximum = reader.decimal("maximum");
      value.integer = reader.truth("integer");
      value.example = reader.text("example");
      value.formula = read_formula(reader);
      reader.objects("inputs", [&](ObjectReader& inner) {
        Input input;
        input.id = inner.id("id");
        input.name = inner.text("name", Need::required);
        input.unit = inner.id("unit");
        input.integer = inner.truth("integer");
        input.lever = inner.truth("lever");
        input.last_year = inner.truth("lastYear");
        input.minimum = inner.decimal("minimum");
        input.maximum = inner.decimal("maximum");
        value.inputs.push_back(std::move(input));
      });
      break;
    case ValueKind::status:
      value.options = reader.texts("options", Need::required);
      break;
    case ValueKind::measure:
      value.measure = reader.id("measure");
      break;
    case ValueKind::none:
      break;
  }
  return value;
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
  indicator.applies_when = read_condition(reader);
  indicator.note = reader.text("note");
  return indicator;
}

Item read_item(ObjectReader& reader) {
  Item item;
  item.id = reader.id("id");
  item.group = reader.id("group");
  item.number = reader.text("number");
  item.title = reader.text("title", Need::required);
  item.text = reader.text("text", Need::required);
  item.lead_units = reader.texts("leadUnits", Need::required);
  item.responsible_units = reader.texts("responsibleUnits", Need::required);
  item.units_quote = reader.text("unitsQuote");
  item.context = reader.texts("context");
  item.applies_when = read_condition(reader);
  item.notes = reader.texts("notes");
  return item;
}

void read_parties(ObjectReader& reader, Scheme& scheme) {
  reader.objects(
      "regions",
      [&](ObjectReader& inner) {
        Region region;
        region.id = inner.id("id");
        region.name = inner.text("name", Need::required);
        region.level = inner.word("level", words::kRegionLevels, RegionLevel::county, Need::required);
        region.type = inner.text("type");
        region.parent = inner.text("parent");
        for (auto& [name, value] : inner.figures("attributes"))
          region.attributes.emplace(std::move(name), std::move(value));
        scheme.regions.push_back(std::move(region));
      },
      Need::required);
  reader.objects("units", [&](ObjectReader& inner) {
    Unit unit;
    unit.id = inner.id("id");
    unit.label = inner.text("label", Need::required);
    unit.name = inner.text("name");
    scheme.units.push_back(std::move(unit));
  });
  reader.objects("organisations", [&](ObjectReader& inner) {
    Organisation organisation;
    organisation.id = inner.id("id");
    organisation.name = inner.text("name", Need::required);
    organisation.kind = inner.word("kind", words::kOrganisationKinds, OrganisationKind::department, Need::required);
    organisation.region = inner.text("region");
    organisation.members = inner.texts("members");
    organisation.note = inner.text("note");
    scheme.organisations.push_back(std::move(organisation));
  });
}

void read_readings(ObjectReader& reader, Scheme& scheme) {
  reader.objects("readings", [&](ObjectReader& inner) {
    Reading reading;
    reading.id = inner.id("id");
    reading.title = inner.text("title", Need::required);
    reading.clause = inner.text("clause");
    reading.chosen = inner.text("chosen", Need::required);
    reading.alternatives = inner.texts("alternatives");
    reading.reason = inner.text("reason");
    reading.indicators = inner.texts("indicators");
    scheme.readings.push_back(std::move(reading));
  });
}

void read_gates(ObjectReader& reader, Scheme& scheme) {
  reader.objects("gates", [&](ObjectReader& inner) {
    Gate gate;
    gate.id = inner.id("id");
    gate.title = inner.text("title", Need::required);
    gate.quote = inner.text("quote");
    gate.obligations = read_obligations(inner);
    gate.kind = inner.word("kind", words::kGateKinds, GateKind::all_pass, Need::required);
    if (gate.kind == GateKind::at_least_pass) gate.count = inner.integer("count", Need::required);
    gate.required = inner.truth("required", true);
    scheme.gates.push_back(std::move(gate));
  });
}

Scheme read_scheme(ObjectReader& reader) {
  Scheme scheme;
  scheme.id = reader.id("id");
  scheme.version = reader.text("version", Need::required);
  scheme.title = reader.text("title", Need::required);
  scheme.short_title = reader.text("shortTitle");
  scheme.notice = reader.text("notice");
  scheme.years = reader.integers("years", Need::required);
  reader.object("source", [&](ObjectReader& inner) {
    scheme.document = inner.text("document");
    scheme.basis = inner.text("basis");
  });
  scheme.preamble = reader.text("preamble");
  scheme.goal = reader.text("goal");
  read_parties(reader, scheme);
  reader.objects(
      "groups",
      [&](ObjectReader& inner) {
        scheme.groups.push_back(
            {inner.id("id"), inner.text("number"), inner.text("title", Need::required), inner.text("part")});
      },
      Need::required);
  reader.objects(
      "items", [&](ObjectReader& inner) { scheme.items.push_back(read_item(inner)); }, Need::required);
  reader.objects(
      "indicators", [&](ObjectReader& inner) { scheme.indicators.push_back(read_indicator(inner)); }, Need::required);
  reader.objects("measures", [&](ObjectReader& inner) {
    Measure measure;
    measure.id = inner.id("id");
    measure.item = inner.id("item");
    measure.quote = inner.text("quote", Need::required);
    measure.applies_when = read_condition(inner);
    scheme.measures.push_back(std::move(measure));
  });
  read_readings(reader, scheme);
  read_gates(reader, scheme);
  return scheme;
}

}  // namespace

Parsed<Scheme> parse_scheme(std::string_view bytes, std::string_view file) {
  return parse_document<Scheme>(bytes, file, FileKind::scheme, read_scheme,
                                [](const Scheme& scheme) { return check(scheme); });
}

}  // namespace luping
