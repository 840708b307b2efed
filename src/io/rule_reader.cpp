#include "io/rule_reader.h"

#include <algorithm>
#include <optional>

#include "io/words.h"

namespace luping {
namespace {

using Need = ObjectReader::Need;

std::optional<int> year_of(const std::string& text) {
  if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return std::stoi(text);
}

void read_by_year(ObjectReader& reader, Threshold& threshold) {
  reader.object("byYear", [&](ObjectReader& inner) {
    const std::vector<std::string> years = inner.names();
    if (years.empty()) inner.report(DiagnosticCode::empty_list, inner.pointer(), {"byYear"});
    for (const std::string& text : years) {
      const std::optional<int> year = year_of(text);
      if (!year) inner.report(DiagnosticCode::unknown_year, inner.pointer_to(text), {text});
      const std::optional<Decimal> figure = inner.decimal(text, Need::required);
      if (year && figure) threshold.by_year.emplace(*year, *figure);
    }
  });
}

ReferenceValue read_reference(ObjectReader& reader) {
  ReferenceValue reference;
  reference.id = reader.id("id");
  reference.kind = reader.word("kind", words::kReferenceKinds, ReferenceKind::past_year, Need::required);
  switch (reference.kind) {
    case ReferenceKind::past_year:
      reference.years = reader.integer_from("years", 1, Need::optional, 1);
      break;
    case ReferenceKind::mean_of_past:
      reference.years = reader.integer_from("years", 1, Need::required, 1);
      break;
    case ReferenceKind::external:
    case ReferenceKind::input:
      reference.name = reader.id("name");
      break;
    case ReferenceKind::baseline:
    case ReferenceKind::target:
      break;
  }
  return reference;
}

Threshold read_threshold(ObjectReader& reader, std::string_view key) {
  Threshold threshold;
  const auto read_object = [&](ObjectReader& inner) {
    if (inner.has("byYear") == inner.has("formula")) {
      inner.report(DiagnosticCode::exactly_one_field, inner.pointer(), {"byYear, formula"});
    } else if (inner.has("byYear")) {
      read_by_year(inner, threshold);
    } else {
      threshold.formula = read_formula(inner, Need::required);
      inner.objects("references", [&](ObjectReader& one) { threshold.references.push_back(read_reference(one)); });
    }
  };
  const auto read_bare = [&](const std::string&) { threshold.value = reader.decimal(key).value_or(Decimal{}); };
  reader.object_or_figure(key, read_object, read_bare, Need::required);
  return threshold;
}

void read_choice(ObjectReader& reader, Rule& rule) {
  rule.attribute = reader.text("attribute", Need::required);
  reader.objects(
      "cases",
      [&](ObjectReader& one) {
        rule.cases.push_back(one.some_texts("values", Need::required));
        Rule chosen;
        one.object(
            "rule", [&](ObjectReader& inner) { chosen = read_rule(inner); }, Need::required);
        rule.rules.push_back(std::move(chosen));
      },
      Need::required);
  rule.has_otherwise = reader.object("otherwise", [&](ObjectReader& inner) { rule.rules.push_back(read_rule(inner)); });
}

// `of` on a rule that cannot be about an input would be judged as if it were not there.
void read_of(ObjectReader& reader, Rule& rule) {
  if (!reader.has("of")) return;
  const bool allowed =
      rule.kind == RuleKind::compare || rule.kind == RuleKind::between || rule.kind == RuleKind::meets_target;
  if (allowed) {
    rule.of = reader.id("of");
  } else {
    reader.report(DiagnosticCode::field_not_allowed, reader.pointer_to("of"), {"of", reader.text("kind")});
  }
}

void read_target_rule(ObjectReader& reader, Rule& rule) {
  rule.source = reader.word("source", words::kTargetSources, TargetSource::superior);
  if (!rule.of.empty()) {
    // An input has no direction that could say it.
    rule.comparison = reader.word("comparison", words::kTargetComparisons, Comparison::at_least, Need::required);
  } else if (reader.has("comparison")) {
    reader.report(DiagnosticCode::missing_field, reader.pointer_to("of"), {"of"});
  }
}

void read_series_rule(ObjectReader& reader, Rule& rule) {
  rule.years = reader.integer_from("years", 1, Need::optional, 1);
  rule.tolerance = reader.decimal("tolerance").value_or(Decimal{});
  if (rule.tolerance.coefficient < 0)
    reader.report(DiagnosticCode::number_too_small, reader.pointer_to("tolerance"), {"tolerance", "0"});
  rule.tolerance_measure = reader.word("toleranceMeasure", words::kChangeMeasures, ChangeMeasure::absolute);
  rule.gaps = reader.word("gaps", words::kSeriesGaps, SeriesGaps::unknown);
}

}  // namespace

Rule read_rule(ObjectReader& reader) {
  Rule rule;
  rule.kind = reader.word("kind", words::kRuleKinds, RuleKind::informational, Need::required);
  read_of(reader, rule);
  switch (rule.kind) {
    case RuleKind::informational:
      break;
    case RuleKind::compare:
      rule.comparison = reader.word("kind", words::kComparisons, Comparison::at_least);
      rule.threshold = read_threshold(reader, "threshold");
      break;
    case RuleKind::between:
      rule.minimum = read_threshold(reader, "minimum");
      rule.maximum = read_threshold(reader, "maximum");
      rule.strict_minimum = reader.truth("strictMinimum");
      rule.strict_maximum = reader.truth("strictMaximum");
      break;
    case RuleKind::one_of:
      if (reader.text("kind") == words::kMustNotOccur) {
        rule.values = {std::string(words::kNotOccurred)};
      } else {
        rule.values = reader.some_texts("values", Need::required);
      }
      break;
    case RuleKind::meets_target:
      read_target_rule(reader, rule);
      break;
    case RuleKind::change:
      rule.against = reader.word("against", words::kReferences, Reference::baseline, Need::required);
      rule.measure = reader.word("measure", words::kChangeMeasures, ChangeMeasure::absolute, Need::required);
      rule.comparison = reader.word("comparison", words::kComparisons, Comparison::at_least, Need::required);
      rule.threshold = read_threshold(reader, "threshold");
      break;
    case RuleKind::stable_or_improving:
      read_series_rule(reader, rule);
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
      rule.obligations = read_obligations(reader, Need::required);
      rule.measures = reader.truth("measures", true);
      break;
  }
  rule.extras = reader.extras();
  return rule;
}

Formula read_formula(ObjectReader& reader, ObjectReader::Need need) {
  const std::string text = reader.text("formula", need);
  if (text.empty() && need == Need::optional) return {};
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

std::vector<Obligation> read_obligations(ObjectReader& reader, ObjectReader::Need need) {
  std::vector<Obligation> obligations;
  if (need == Need::optional && !reader.has("obligations")) return obligations;
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

}  // namespace luping
