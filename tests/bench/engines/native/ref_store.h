// The reference's scheme and its columns: for every indicator a column of doubles a field (NaN: missing), a row an
// assessment. It trusts the vocabulary of lib/scheme.mjs; a malformed scheme throws.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace reference {

using Byte = std::uint8_t;
using Json = nlohmann::json;

/// Fields of an item, in the order of their columns.
enum Field { kValue, kBaseline, kTarget, kHistory, kInputs = kHistory + 5, kFields = kInputs + 3 };
/// Verdict codes, as lib/oracle.mjs has them.
enum Verdict { kMet, kNotMet, kNoData, kNotApplicable };
/// Attributes of a county.
enum Attribute { kTerrain, kCitySize, kCoastal, kAttributes };

enum class Operator { at_least, above, at_most, below, equal };
enum class Kind { constant, assigned, baseline, by_attribute, input, trend, all_of, any_of };

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
/// The words of terrain and citySize; a word's place is the number that is stored.
inline constexpr std::string_view kWords[2][3] = {{"mountain", "hill", "plain"}, {"small", "medium", "large"}};

struct Rule {
  Kind kind = Kind::constant;
  Operator op = Operator::at_least;
  double thresholds[3] = {0, 0, 0};  ///< by_attribute: by word; trend: the factor; else the first
  int argument = 0;                  ///< input: its place; by_attribute: the attribute
  bool has_gap = true;               ///< false for yes and no
  std::vector<Rule> parts;
};

struct Formula {
  char op = 0;  ///< c: constant, i: input, + - * /
  double constant = 0;
  int input = -1;
  std::vector<Formula> operands;
};

struct Indicator {
  std::string id;
  Rule rule;
  bool is_computed = false;
  Formula formula;
  int condition_attribute = -1;  ///< applies only where this attribute has …
  int condition_value = 0;       ///< … this value
  int group = 0;
  bool required = true;
  std::vector<std::string> inputs;
};

/// The number of a word of terrain or citySize.
inline Byte word_number(int attribute, std::string_view text) {
  for (Byte i = 0; i < 3; ++i)
    if (text == kWords[attribute][i]) return i;
  return 0;
}

class SchemeReader {
 public:
  std::vector<Indicator> indicators;
  int groups = 0;

  SchemeReader(const char* text, std::size_t size) {
    const Json scheme = Json::parse(text, text + size);
    groups = static_cast<int>(scheme["groups"].size());
    for (const Json& json : scheme["indicators"]) indicators.push_back(indicator(json));
  }

 private:
  static Operator operator_of(const std::string& text) {
    if (text == ">=") return Operator::at_least;
    if (text == ">") return Operator::above;
    if (text == "<=") return Operator::at_most;
    return text == "<" ? Operator::below : Operator::equal;
  }

  static int attribute_of(const std::string& text) {
    if (text == "terrain") return kTerrain;
    return text == "citySize" ? kCitySize : kCoastal;
  }

  /// The place of an input among the indicator's.
  static int input_of(Indicator& indicator, const std::string& name) {
    auto& inputs = indicator.inputs;
    const auto found = std::find(inputs.begin(), inputs.end(), name);
    const auto place = found - inputs.begin();
    if (found == inputs.end()) inputs.push_back(name);
    return static_cast<int>(place);
  }

  static Rule rule(const Json& json, Indicator& indicator) {
    Rule rule;
    const std::string kind = json["kind"];
    if (json.contains("op")) rule.op = operator_of(json["op"]);
    if (kind == "cmp") {
      rule.thresholds[0] = json["threshold"];
    } else if (kind == "yes" || kind == "no") {
      rule.op = Operator::equal;
      rule.thresholds[0] = kind == "yes" ? 1 : 0;
      rule.has_gap = false;
    } else if (kind == "assigned") {
      rule.kind = Kind::assigned;
    } else if (kind == "baseline") {
      rule.kind = Kind::baseline;
      rule.op = json["dir"] == "up" ? Operator::at_least : Operator::at_most;
    } else if (kind == "inputCmp") {
      rule.kind = Kind::input;
      rule.thresholds[0] = json["threshold"];
      rule.argument = input_of(indicator, json["input"]);
    } else if (kind == "byAttr") {
      rule.kind = Kind::by_attribute;
      rule.argument = attribute_of(json["attr"]);
      for (int i = 0; i < 3; ++i) rule.thresholds[i] = json["thresholds"][std::string(kWords[rule.argument][i])];
    } else if (kind == "trend") {
      const bool up = json["dir"] == "up";
      const double tolerance = json["tol"];
      rule.kind = Kind::trend;
      rule.op = up ? Operator::at_least : Operator::at_most;
      rule.thresholds[0] = up ? 1 - tolerance : 1 + tolerance;
    } else {
      rule.kind = kind == "allOf" ? Kind::all_of : Kind::any_of;
      for (const Json& part : json["of"]) rule.parts.push_back(SchemeReader::rule(part, indicator));
    }
    return rule;
  }

  static Formula formula(const Json& json, Indicator& indicator) {
    Formula formula;
    if (json.is_number()) {
      formula.op = 'c';
      formula.constant = json;
    } else if (json.is_string()) {
      formula.op = 'i';
      formula.input = input_of(indicator, json);
    } else {
      formula.op = json[0].get<std::string>()[0];
      formula.operands.push_back(SchemeReader::formula(json[1], indicator));
      formula.operands.push_back(SchemeReader::formula(json[2], indicator));
    }
    return formula;
  }

  static Indicator indicator(const Json& json) {
    Indicator indicator;
    indicator.id = json["id"];
    indicator.rule = rule(json["rule"], indicator);
    if (json.contains("derive")) {
      indicator.is_computed = true;
      indicator.formula = formula(json["derive"], indicator);
    }
    if (json.contains("appliesIf")) {
      const Json& condition = json["appliesIf"];
      indicator.condition_attribute = attribute_of(condition["attr"]);
      indicator.condition_value = indicator.condition_attribute == kCoastal
                                      ? static_cast<int>(condition["eq"].get<bool>())
                                      : word_number(indicator.condition_attribute, condition["eq"].get<std::string>());
    }
    indicator.required = json["required"];
    indicator.group = json["group"].get<std::string>()[1] - '1';
    return indicator;
  }
};

/// What is read of the assessments, and what is found about them. All vectors are column after column.
struct Store {
  std::vector<Indicator> indicators;
  int width = 0;   ///< indicators
  int groups = 0;  ///< without the overall one
  std::size_t count = 0;
  std::size_t capacity = 0;

  std::vector<double> figures;
  std::vector<Byte> not_applicable;
  std::vector<Byte> attributes[kAttributes];
  std::vector<Byte> verdicts;
  std::vector<double> gaps;
  std::vector<Byte> group_verdicts;  ///< the overall one last

  Store() = default;
  Store(const std::string& scheme, std::size_t capacity) { open(scheme.data(), scheme.size(), capacity); }

  void open(const char* scheme, std::size_t size, std::size_t room) {
    SchemeReader reader(scheme, size);
    indicators = std::move(reader.indicators);
    width = static_cast<int>(indicators.size());
    groups = reader.groups;
    count = 0;
    capacity = room;
    const std::size_t cells = static_cast<std::size_t>(width) * capacity;
    figures.assign(cells * kFields, kMissing);
    not_applicable.assign(cells, 0);
    for (auto& attribute : attributes) attribute.assign(capacity, 0);
    verdicts.assign(cells, 0);
    gaps.assign(cells, kMissing);
    group_verdicts.assign(static_cast<std::size_t>(groups + 1) * capacity, 0);
  }

  double* column(int indicator, int field) {
    return figures.data() +
           (static_cast<std::size_t>(indicator) * kFields + static_cast<std::size_t>(field)) * capacity;
  }
  std::size_t cell(int indicator, std::size_t row) const {
    return static_cast<std::size_t>(indicator) * capacity + row;
  }
};

}  // namespace reference
