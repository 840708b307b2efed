#include "core/carry_over/digest.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "core/carry_over/sha256.h"
#include "core/number/rational.h"
#include "core/stable_order.h"

namespace luping {
namespace {

constexpr std::size_t kDigits = 32;

// The words below are part of the canonical text: changing one would make every requirement look changed.

std::string_view word(Obligation obligation) {
  switch (obligation) {
    case Obligation::must:
      return "must";
    case Obligation::should:
      return "should";
    case Obligation::strive:
      return "strive";
    case Obligation::task:
      return "task";
  }
  return {};
}

std::string_view word(Comparison comparison) {
  switch (comparison) {
    case Comparison::at_least:
      return "atLeast";
    case Comparison::more_than:
      return "moreThan";
    case Comparison::at_most:
      return "atMost";
    case Comparison::less_than:
      return "lessThan";
    case Comparison::equals:
      return "equals";
  }
  return {};
}

std::string_view word(RuleKind kind) {
  switch (kind) {
    case RuleKind::informational:
      return "informational";
    case RuleKind::compare:
      return "compare";
    case RuleKind::between:
      return "between";
    case RuleKind::one_of:
      return "oneOf";
    case RuleKind::meets_target:
      return "meetsTarget";
    case RuleKind::change:
      return "change";
    case RuleKind::stable_or_improving:
      return "stableOrImproving";
    case RuleKind::all_of:
      return "allOf";
    case RuleKind::any_of:
      return "anyOf";
    case RuleKind::choose:
      return "choose";
    case RuleKind::summary:
      return "summary";
  }
  return {};
}

std::string_view word(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::baseline:
      return "baseline";
    case ReferenceKind::past_year:
      return "pastYear";
    case ReferenceKind::mean_of_past:
      return "meanOfPast";
    case ReferenceKind::target:
      return "target";
    case ReferenceKind::external:
      return "external";
    case ReferenceKind::input:
      return "input";
  }
  return {};
}

std::string_view word(ValueKind kind) {
  switch (kind) {
    case ValueKind::number:
      return "number";
    case ValueKind::status:
      return "status";
    case ValueKind::measure:
      return "measure";
    case ValueKind::none:
      return "none";
  }
  return {};
}

std::string_view word(Direction direction) {
  switch (direction) {
    case Direction::none:
      return "none";
    case Direction::higher:
      return "higher";
    case Direction::lower:
      return "lower";
  }
  return {};
}

std::string_view word(ChangeMeasure measure) { return measure == ChangeMeasure::percent ? "percent" : "absolute"; }
std::string_view word(bool truth) { return truth ? "true" : "false"; }

/// Named texts with their lengths, and groups of them: two different contents cannot give one text.
class Canonical {
 public:
  void field(std::string_view name, std::string_view text) {
    text_ += name;
    text_ += '=';
    text_ += std::to_string(text.size());
    text_ += ':';
    text_ += text;
    text_ += ';';
  }
  void open(std::string_view name) {
    text_ += name;
    text_ += '(';
  }
  void close() { text_ += ')'; }
  /// A list whose order and repetitions mean nothing.
  void set(std::string_view name, const std::vector<std::string>& texts) {
    const std::set<std::string_view> distinct(texts.begin(), texts.end());
    open(name);
    for (const std::string_view text : distinct) field("", text);
    close();
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class IndicatorText {
 public:
  explicit IndicatorText(const Scheme& scheme) : scheme_(scheme) {}

  std::string of(const Indicator& indicator) {
    out_.open("indicator-1");
    out_.field("quote", indicator.quote);
    out_.field("thresholdQuote", indicator.threshold_quote);
    out_.field("obligation", word(indicator.obligation));
    add_value(indicator.value);
    add_rule(indicator.rule);
    out_.field("method", method_of(scheme_, indicator) == ComparisonMethod::rounded ? "rounded" : "exact");
    add_conditions(indicator.applies_when, indicator.item);
    out_.close();
    return out_.text();
  }

 private:
  void add_limit(std::string_view name, const std::optional<Decimal>& limit) {
    if (limit) out_.field(name, limit->to_string());
  }

  // As a fraction in lowest terms: how it is written does not matter.
  static std::string size_of(const Unit& unit) {
    const Rational divisor(unit.divisor);
    if (divisor.is_zero()) return {};
    const Rational size = Rational(unit.factor) / divisor;
    return size.numerator().to_string() + "/" + size.denominator().to_string();
  }

  void add_unit(std::string_view id) {
    const Unit* unit = find_unit(scheme_, id);
    if (unit == nullptr) return out_.field("unit", id);
    out_.open("unit");
    out_.field("label", unit->label);
    if (!unit->quantity.empty()) {
      out_.field("quantity", unit->quantity);
      out_.field("one", size_of(*unit));
    }
    out_.close();
  }

  static std::string without_blanks(std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }),
               text.end());
    return text;
  }

  void add_inputs(const std::vector<Input>& all) {
    std::vector<const Input*> inputs;
    for (const Input& input : all) inputs.push_back(&input);
    stable_sort(inputs, [](const Input* a, const Input* b) { return a->id < b->id; });
    for (const Input* input : inputs) {
      out_.open("input");
      out_.field("id", input->id);
      add_unit(input->unit);
      out_.field("integer", word(input->integer));
      out_.field("lastYear", word(input->last_year));
      add_limit("minimum", input->minimum);
      add_limit("maximum", input->maximum);
      out_.close();
    }
  }

  void add_value(const ValueSpec& value) {
    out_.open("value");
    out_.field("kind", word(value.kind));
    switch (value.kind) {
      case ValueKind::number:
        add_unit(value.unit);
        out_.field("direction", word(value.direction));
        add_limit("minimum", value.minimum);
        add_limit("maximum", value.maximum);
        out_.field("integer", word(value.integer));
        out_.field("formula", without_blanks(value.formula.text()));
        break;
      case ValueKind::status:
        out_.set("options", value.options);
        break;
      case ValueKind::measure:
        add_measure(value.measure);
        break;
      case ValueKind::none:
        break;
    }
    add_inputs(value.inputs);
    out_.close();
  }

  void add_measure(std::string_view id) {
    const Measure* measure = find_measure(scheme_, id);
    if (measure == nullptr) return out_.field("measure", id);
    out_.open("measure");
    out_.field("quote", measure->quote);
    add_conditions(measure->applies_when, measure->item);
    out_.close();
  }

  void add_reference(const ReferenceValue& reference) {
    out_.open("reference");
    out_.field("id", reference.id);
    out_.field("kind", word(reference.kind));
    if (reference.kind == ReferenceKind::past_year || reference.kind == ReferenceKind::mean_of_past)
      out_.field("years", std::to_string(reference.years));
    if (reference.kind == ReferenceKind::external || reference.kind == ReferenceKind::input)
      out_.field("name", reference.name);
    if (reference.kind == ReferenceKind::external) {
      if (const External* external = find_external(scheme_, reference.name)) add_unit(external->unit);
    }
    out_.close();
  }

  void add_threshold(std::string_view name, const Threshold& threshold) {
    if (threshold.is_fixed()) return out_.field(name, threshold.value.to_string());
    out_.open(name);
    if (!threshold.formula.empty()) {
      out_.field("formula", without_blanks(threshold.formula.text()));
      std::vector<ReferenceValue> references = threshold.references;
      stable_sort(references, [](const ReferenceValue& a, const ReferenceValue& b) { return a.id < b.id; });
      for (const ReferenceValue& reference : references) add_reference(reference);
    } else {
      for (const auto& [year, figure] : threshold.by_year) out_.field(std::to_string(year), figure.to_string());
    }
    out_.close();
  }

  void add_rule(const Rule& rule) {
    out_.open("rule");
    out_.field("kind", word(rule.kind));
    if (!rule.of.empty()) out_.field("of", rule.of);
    switch (rule.kind) {
      case RuleKind::informational:
        break;
      case RuleKind::compare:
        out_.field("comparison", word(rule.comparison));
        add_threshold("threshold", rule.threshold);
        break;
      case RuleKind::between:
        add_threshold("minimum", rule.minimum);
        out_.field("strictMinimum", word(rule.strict_minimum));
        add_threshold("maximum", rule.maximum);
        out_.field("strictMaximum", word(rule.strict_maximum));
        break;
      case RuleKind::one_of:
        out_.set("values", rule.values);
        break;
      case RuleKind::meets_target:
        out_.field("source", rule.source == TargetSource::plan ? "plan" : "superior");
        if (!rule.of.empty()) out_.field("comparison", word(rule.comparison));
        break;
      case RuleKind::change:
        out_.field("against", rule.against == Reference::baseline ? "baseline" : "previousYear");
        out_.field("measure", word(rule.measure));
        out_.field("comparison", word(rule.comparison));
        add_threshold("threshold", rule.threshold);
        break;
      case RuleKind::stable_or_improving:
        out_.field("years", std::to_string(rule.years));
        out_.field("tolerance", rule.tolerance.to_string());
        out_.field("toleranceMeasure", word(rule.tolerance_measure));
        out_.field("gaps", rule.gaps == SeriesGaps::skip ? "skip" : "unknown");
        break;
      case RuleKind::choose:
        out_.field("attribute", rule.attribute);
        for (const std::vector<std::string>& values : rule.cases) out_.set("case", values);
        out_.field("otherwise", word(rule.has_otherwise));
        break;
      case RuleKind::summary: {
        std::vector<std::string> obligations;
        for (const Obligation obligation : rule.obligations) obligations.emplace_back(word(obligation));
        out_.set("obligations", std::move(obligations));
        out_.field("measures", word(rule.measures));
        break;
      }
      case RuleKind::all_of:
      case RuleKind::any_of:
        break;
    }
    for (const Rule& member : rule.rules) add_rule(member);
    out_.close();
  }

  void add_condition(const Condition& condition) {
    out_.open("appliesWhen");
    out_.set("regions", condition.regions);
    for (const auto& [attribute, values] : condition.attributes) {
      out_.field("attribute", attribute);
      out_.set("values", values);
    }
    out_.close();
  }

  void add_conditions(const Condition& own, std::string_view item_id) {
    add_condition(own);
    const Item* item = find_item(scheme_, item_id);
    add_condition(item == nullptr ? Condition{} : item->applies_when);
  }

  const Scheme& scheme_;
  Canonical out_;
};

}  // namespace

std::string indicator_digest(const Scheme& scheme, const Indicator& indicator) {
  return sha256_hex(IndicatorText(scheme).of(indicator)).substr(0, kDigits);
}

bool is_digest(const std::string& text) {
  return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void stamp_digests(Assessment& assessment, const Scheme& scheme) {
  const bool same_version = assessment.scheme_version.empty() || assessment.scheme_version == scheme.version;
  for (auto& [id, answer] : assessment.answers) {
    if (!answer.indicator_digest.empty() || is_empty(answer)) continue;
    const Indicator* indicator = find_indicator(scheme, id);
    if (indicator == nullptr) continue;
    answer.indicator_digest = same_version ? indicator_digest(scheme, *indicator) : kUnverifiedDigest;
  }
}

}  // namespace luping
