#include "oracle/figures.h"

#include <algorithm>

namespace luping::oracle {
namespace {

Entry entry_of(Entry::State state) {
  Entry entry;
  entry.state = state;
  return entry;
}

bool outside(const Number& number, const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum) {
  return (minimum && number < number_of(*minimum)) || (maximum && number > number_of(*maximum));
}

Entry word(const std::string& text, bool known) {
  if (blank(text)) return {};
  Entry entry = entry_of(known ? Entry::State::word : Entry::State::error);
  entry.word = text;
  return entry;
}

const Input* input_named(const Indicator& indicator, const std::string& id) {
  for (const Input& one : indicator.value.inputs) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

}  // namespace

bool blank(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text.compare(i, 3, "　") == 0) {
      i += 3;
    } else if (text.compare(i, 2, "\u00A0") == 0) {
      i += 2;
    } else if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

Figures::Figures(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator)
    : scheme_(scheme), assessment_(assessment), indicator_(indicator) {
  static const Answer kNothing;
  const auto found = assessment.answers.find(indicator.id);
  answer_ = found == assessment.answers.end() ? &kNothing : &found->second;
}

Entry Figures::value() const {
  const ValueSpec& spec = indicator_.value;
  switch (spec.kind) {
    case ValueKind::number:
      return by_inputs() ? computed() : figure(answer_->value, spec.unit, spec.integer, spec.minimum, spec.maximum);
    case ValueKind::status:
      return word(answer_->value, holds(spec.options, answer_->value));
    case ValueKind::measure: {
      static const std::map<std::string, std::string> kWords = {
          {"notStarted", "未开始"}, {"inProgress", "进行中"}, {"done", "完成"}};
      const auto report = assessment_.measures.find(spec.measure);
      if (report == assessment_.measures.end() || kWords.count(report->second.state) == 0) return {};
      return word(kWords.at(report->second.state), true);
    }
    case ValueKind::none:
      break;
  }
  return {};
}

Entry Figures::input(const std::string& id) const {
  const Input* spec = input_named(indicator_, id);
  const auto typed = answer_->inputs.find(id);
  if (spec == nullptr || typed == answer_->inputs.end()) return {};
  return figure(typed->second, spec->unit, spec->integer, spec->minimum, spec->maximum);
}

Entry Figures::figure(const std::string& text, const std::string& unit, bool integer,
                      const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum) const {
  if (blank(text)) return {};
  const Reading read = read_typed(scheme_, text, unit);
  if (read.state != Reading::State::figure || outside(read.number, minimum, maximum) ||
      (integer && denominator(read.number) != 1))
    return entry_of(Entry::State::error);
  Entry entry = entry_of(Entry::State::figure);
  entry.number = read.number;
  if (read.own_unit) entry.decimals = read.decimals;
  return entry;
}

// Of another year, of the baseline, assigned: held to the limits of the value.
Entry Figures::like_value(const std::string& text) const {
  return figure(text, indicator_.value.unit, false, indicator_.value.minimum, indicator_.value.maximum);
}

Entry Figures::past(int year) const {
  const auto found = answer_->history.find(std::to_string(year));
  return found == answer_->history.end() ? Entry{} : like_value(found->second.value);
}

bool Figures::by_inputs() const {
  const Formula& formula = indicator_.value.formula;
  if (formula.text().empty() || answer_->entry == "value") return false;
  if (answer_->entry == "inputs") return true;
  const auto tree = FormulaTree::of(formula.text());
  return std::any_of(answer_->inputs.begin(), answer_->inputs.end(),
                     [&](const auto& one) { return holds(tree->names(), one.first) && !blank(one.second); });
}

std::string Figures::unit_of(const std::string& of) const {
  const Input* input = input_named(indicator_, of);
  return input == nullptr ? indicator_.value.unit : input->unit;
}

std::string Figures::quantity_of(const std::string& unit) const {
  for (const Unit& one : scheme_.units) {
    if (one.id == unit) return one.quantity;
  }
  return {};
}

// What each named figure is multiplied with: figures of one quantity are brought to the unit of the first of them, and `own` is
// always the first of its quantity.
std::map<std::string, Number> Figures::factors(const std::vector<std::string>& names,
                                               const std::map<std::string, std::string>& units,
                                               const std::string& own) const {
  std::map<std::string, std::string> common;
  if (!quantity_of(own).empty()) common[quantity_of(own)] = own;
  std::map<std::string, Number> result;
  for (const std::string& name : names) {
    result[name] = 1;
    const auto unit = units.find(name);
    if (unit == units.end() || quantity_of(unit->second).empty()) continue;
    const std::string& target = common.emplace(quantity_of(unit->second), unit->second).first->second;
    if (const auto factor = units_per(scheme_, unit->second, target)) result[name] = *factor;
  }
  return result;
}

Entry Figures::computed() const {
  const auto tree = FormulaTree::of(indicator_.value.formula.text());
  std::map<std::string, Entry> entries;
  std::map<std::string, std::string> units;
  bool any = false;
  for (const Input& one : indicator_.value.inputs) {
    if (!holds(tree->names(), one.id)) continue;
    units[one.id] = one.unit;
    const Entry read = input(one.id);
    if (read.state == Entry::State::error) return read;
    any = any || read.state != Entry::State::blank;
    entries[one.id] = read;
  }
  if (!any) return {};
  const auto factor = factors(tree->names(), units, indicator_.value.unit);
  const Value value = tree->compute([&](std::string_view name) {
    const auto found = entries.find(std::string(name));
    if (found == entries.end() || found->second.state != Entry::State::figure) return Value::unknown();
    return Value{Value::State::figure, found->second.number * factor.at(found->first)};
  });
  if (value.state == Value::State::unknown) return entry_of(Entry::State::unknown);
  if (value.state == Value::State::error || outside(value.number, indicator_.value.minimum, indicator_.value.maximum))
    return entry_of(Entry::State::error);
  Entry entry = entry_of(Entry::State::figure);
  entry.number = value.number;
  return entry;
}

Figures::Target Figures::target(const std::string& of) const {
  std::string text;
  Target target;
  if (of.empty()) {
    text = answer_->target.value;
    target.direction = answer_->target.direction;
  }
  for (const luping::Target& one : assessment_.targets) {  // comes before one typed by hand
    if (one.region != assessment_.region || one.year != assessment_.year || one.indicator != indicator_.id ||
        one.input != of)
      continue;
    text = one.value;
    target.direction = one.direction;
  }
  const Input* input = input_named(indicator_, of);
  target.figure =
      input == nullptr ? like_value(text) : figure(text, input->unit, false, input->minimum, input->maximum);
  return target;
}

Entry Figures::external(const std::string& id, std::string& unit) const {
  for (const External& one : scheme_.externals) {
    if (one.id == id) unit = one.unit;
  }
  for (const std::string& region : {assessment_.region, std::string()}) {
    for (const ExternalValue& one : assessment_.externals) {
      if (one.id == id && one.year == assessment_.year && one.region == region)
        return figure(one.value, unit, false, {}, {});
    }
  }
  return {};
}

Entry Figures::mean_of_past(int years) const {
  Number sum = 0;
  Entry::State worst = Entry::State::figure;
  for (int back = 1; back <= years; ++back) {
    const Entry one = past(assessment_.year - back);
    if (one.state == Entry::State::error) worst = one.state;
    if (one.state == Entry::State::blank && worst == Entry::State::figure) worst = one.state;
    sum += one.number;
  }
  Entry entry = entry_of(worst);
  entry.number = sum / years;
  return entry;
}

Entry Figures::reference(const ReferenceValue& reference, std::string& unit) const {
  switch (reference.kind) {
    case ReferenceKind::baseline:
      return baseline();
    case ReferenceKind::past_year:
      return past(assessment_.year - reference.years);
    case ReferenceKind::mean_of_past:
      return mean_of_past(reference.years);
    case ReferenceKind::target:
      return target({}).figure;
    case ReferenceKind::external:
      return external(reference.name, unit);
    case ReferenceKind::input:
      unit = unit_of(reference.name);
      return input(reference.name);
  }
  return {};
}

Value Figures::computed_threshold(const Threshold& threshold, const std::string& of) const {
  std::map<std::string, Number> numbers;
  std::map<std::string, std::string> units;
  bool error = false;
  for (const ReferenceValue& one : threshold.references) {
    units[one.id] = indicator_.value.unit;
    const Entry entry = reference(one, units[one.id]);
    error = error || entry.state == Entry::State::error;
    if (entry.state == Entry::State::figure) numbers[one.id] = entry.number;
  }
  // What is impossible is so whether or not the formula gets to it, what is missing likewise.
  if (error) return Value::error();
  if (numbers.size() != units.size()) return Value::unknown();
  const auto tree = FormulaTree::of(threshold.formula.text());
  const auto factor = factors(tree->names(), units, unit_of(of));
  return tree->compute([&](std::string_view name) {
    const auto found = numbers.find(std::string(name));
    if (found == numbers.end()) return Value::unknown();
    return Value{Value::State::figure, found->second * factor.at(found->first)};
  });
}

std::optional<Decimal> Figures::written_threshold(const Threshold& threshold) const {
  if (threshold.by_year.empty()) return threshold.value;
  std::optional<Decimal> latest;
  for (const auto& [from, figure] : threshold.by_year) {
    if (from <= assessment_.year) latest = figure;
  }
  return latest;
}

Value Figures::threshold(const Threshold& threshold, const std::string& of) const {
  if (!threshold.formula.text().empty()) return computed_threshold(threshold, of);
  const std::optional<Decimal> written = written_threshold(threshold);
  return written ? Value{Value::State::figure, number_of(*written)} : Value::unknown();
}

}  // namespace luping::oracle
