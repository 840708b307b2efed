// Random indicators of every kind, their answers and the figures around them.
#include <algorithm>
#include <array>

#include "oracle/judge.h"
#include "oracle/maker.h"

namespace luping::oracle {
namespace {

const std::vector<std::string> kUnits = {"percent", "percent", "percent", "percent", "hectare", "mu",  "km2",
                                         "ton",     "wan_ton", "jin",     "count",   "count",   "bare"};
const std::vector<std::string> kWords = {"建立", "未建立", "不明显"};

Formula formula(const std::string& text) { return Formula::parse(text).formula; }

/// An expression over inputs a to d, nested up to `depth`.
std::string make_expression(Dice& dice, int depth) {
  const auto inner = [&] { return make_expression(dice, depth - 1); };
  if (depth == 0 || dice.chance(15)) {
    if (dice.chance(25)) return plain_text(Decimal{dice.between(0, 300), static_cast<std::uint8_t>(dice.below(3))});
    return std::string(1, static_cast<char>('a' + dice.below(4)));
  }
  switch (dice.below(10)) {
    case 0:
      return "min(" + inner() + ", " + inner() + ")";
    case 1:
      return "max(" + inner() + "," + inner() + ", " + inner() + ")";
    case 2:
      return "abs(" + inner() + " - " + inner() + ")";
    case 3:
      return "sum(" + inner() + ", " + inner() + ", " + inner() + ")";
    case 4:
      return "-(" + inner() + ")";
    case 5:
      return "(" + inner() + " + " + inner() + ") * " + inner();
    case 6:
      return inner() + " - " + inner();
    case 7:
      return inner() + " / (" + inner() + ")";
    case 8:
      return "-" + std::string(1, static_cast<char>('a' + dice.below(4))) + " * " + inner();
    default:
      return inner() + " + " + inner() + " / " + std::to_string(dice.between(1, 16));
  }
}

const std::vector<std::string> kUsual = {
    "100 * a / b", "100*a/b",      "100 * (a + c) / (b + d)",     "100 * (a - b) / b",
    "a / b",       "a + b + c",    "100 * min(a, b) / max(a, b)", "sum(a, b, c) / 3",
    "a - b",       "1000 * a / b", "100 - 100 * a / b",           "(a * 2 + b * 3) / 5"};

void make_inputs(Dice& dice, World& world, Indicator& indicator, Answer& answer) {
  ValueSpec& spec = indicator.value;
  spec.formula = formula(dice.chance(60) ? dice.of(kUsual) : make_expression(dice, 1 + dice.below(3)));
  const bool counts = dice.chance(45);
  std::vector<std::string> names = spec.formula.inputs();
  if (dice.chance(15)) names.push_back("extra");
  const bool absurd = dice.chance(3);
  const std::vector<std::int64_t> nice = {8, 16, 40, 100, 125, 200, 400, 1000, 3, 7, 9, 6000};
  const std::int64_t total = dice.chance(60) ? dice.of(nice) : dice.between(1, 5000);
  for (const std::string& name : names) {
    Input input;
    input.id = name;
    input.unit = counts ? "count" : dice.of(kUnits);
    input.integer = counts && dice.chance(80);
    if (dice.chance(40)) input.minimum = Decimal{0, 0};
    if (dice.chance(10)) input.maximum = Decimal{dice.between(100, 5000), 0};
    spec.inputs.push_back(input);
    if (dice.chance(6)) continue;
    Decimal figure{dice.between(0, total), 0};
    if (name == "b" || name == "d") figure.coefficient = total;
    if (!input.integer && dice.chance(50)) figure = figure_near(dice, number_of(figure));
    if (dice.chance(3)) figure = Decimal{0, 0};
    if (dice.chance(3)) figure.coefficient = -figure.coefficient;
    if (absurd)
      figure =
          Decimal{dice.chance(50) ? 999'999'999'999'999'999 : 1, static_cast<std::uint8_t>(dice.chance(50) ? 18 : 0)};
    answer.inputs[name] =
        dice.chance(3) ? odd_text(dice) : typed_figure(dice, figure, label_of(world.scheme, input.unit));
  }
  if (dice.chance(25)) answer.entry = dice.chance(70) ? "inputs" : "value";
}

/// A figure near the value, in the indicator's unit or in another one of its quantity.
std::string make_neighbour(Dice& dice, const World& world, const std::string& unit, const Number& number) {
  if (dice.chance(3)) return odd_text(dice);
  if (dice.chance(10)) {
    const std::string other = dice.of(kUnits);
    if (const auto factor = units_per(world.scheme, unit, other))
      return typed_figure(dice, figure_near(dice, number * *factor), {}) + label_of(world.scheme, other);
  }
  return typed_figure(dice, figure_near(dice, number), label_of(world.scheme, unit));
}

std::string make_direction(Dice& dice, bool lower) {
  if (dice.chance(60)) return {};
  return lower != dice.chance(15) ? "atMost" : "atLeast";
}

void make_number(Dice& dice, World& world, Indicator& indicator, Answer& answer) {
  ValueSpec& spec = indicator.value;
  spec.kind = ValueKind::number;
  spec.unit = dice.of(kUnits);
  spec.direction = dice.chance(60) ? Direction::higher : Direction::lower;
  if (dice.chance(30)) spec.minimum = Decimal{0, 0};
  if (dice.chance(20)) spec.maximum = Decimal{1000, 1};
  const bool by_formula = dice.chance(50);
  spec.integer = !by_formula && dice.chance(15);
  const Decimal about =
      spec.integer ? Decimal{dice.between(0, 120), 0} : figure_near(dice, Number(dice.between(-5, 110)));
  if (by_formula) make_inputs(dice, world, indicator, answer);
  if (!by_formula || dice.chance(15)) {
    if (dice.chance(93)) answer.value = typed_figure(dice, about, label_of(world.scheme, spec.unit));
    if (dice.chance(4)) answer.value = odd_text(dice);
    if (dice.chance(6)) answer.value = make_neighbour(dice, world, spec.unit, number_of(about));
  }
  world.assessment.answers[indicator.id] = answer;
  const Number value = number_of_value(world.scheme, world.assessment, indicator).value_or(number_of(about));
  for (int year = 2023; year >= 2017; --year) {
    if (dice.chance(80)) answer.history[std::to_string(year)].value = make_neighbour(dice, world, spec.unit, value);
    if (dice.chance(10)) answer.history[std::to_string(year)].value = "0";
  }
  if (dice.chance(80)) answer.baseline.value = make_neighbour(dice, world, spec.unit, value);
  const bool lower = spec.direction == Direction::lower;
  if (dice.chance(50))
    answer.target = {make_neighbour(dice, world, spec.unit, value), make_direction(dice, lower), "", "", "", {}};
  for (const char* region : {"450802", "450804", "450803"}) {
    for (int year = 2022; year <= 2023; ++year) {
      if (!dice.chance(40)) continue;
      Target target;
      target.region = region;
      target.indicator = indicator.id;
      target.year = year;
      target.direction = make_direction(dice, lower);
      Number near = value;
      std::string unit = spec.unit;
      if (!spec.inputs.empty() && dice.chance(40)) {
        const Input& input = dice.of(spec.inputs);
        target.input = input.id;
        unit = input.unit;
        target.direction = make_direction(dice, dice.chance(50));
        near = number_of_input(world.scheme, world.assessment, indicator, input.id).value_or(value);
      }
      target.value = make_neighbour(dice, world, unit, near);
      if (target.value.find_first_not_of(" ") == std::string::npos) target.value = "1";  // packs hold no blank targets
      world.assessment.targets.push_back(target);
    }
  }
}

void decorate(Dice& dice, Indicator& indicator, Answer& answer) {
  if (dice.chance(4)) answer.not_applicable = {true, dice.chance(70) ? "无此项" : "　", {}};
  if (dice.chance(5)) {
    answer.manual.result = dice.of(std::vector<std::string>{"pass", "fail", "unknown", "error", "notapplicable",
                                                            "informational", "notchecked", "Pass", ""});
    answer.manual.reason = dice.chance(85) ? "现场核查" : " ";
    answer.manual.author = dice.chance(85) ? "审核人" : "";
  }
  indicator.evidence_required = dice.chance(30);
  if (dice.chance(50)) {
    Evidence evidence;
    (dice.chance(50) ? evidence.title : evidence.file_name) = dice.chance(80) ? "监测报告" : " ";
    answer.evidence.push_back(evidence);
  }
}

}  // namespace

void make_indicator(Dice& dice, World& world, Indicator& indicator) {
  Answer answer;
  const int kind = dice.below(100);
  if (kind < 80) {
    make_number(dice, world, indicator, answer);
  } else if (kind < 88) {
    indicator.value.kind = ValueKind::status;
    indicator.value.options = kWords;
    if (dice.chance(90)) answer.value = dice.chance(92) ? dice.of(kWords) : "别的";
  } else if (kind < 94) {
    indicator.value.kind = ValueKind::measure;
    indicator.value.measure = dice.of(world.scheme.measures).id;
  }
  decorate(dice, indicator, answer);
  if (dice.chance(2)) {
    world.assessment.answers.erase(indicator.id);
  } else {
    world.assessment.answers[indicator.id] = answer;
  }
  if (kind < 94 && !dice.chance(2)) {
    indicator.rule = make_rule(dice, world, indicator, 0);
  } else if (dice.chance(50)) {
    Rule summary;
    summary.kind = RuleKind::summary;
    summary.measures = dice.chance(50);
    summary.obligations = {dice.chance(50) ? Obligation::must : Obligation::should, Obligation::strive};
    indicator.rule = summary;
    if (dice.chance(30)) {
      indicator.rule = Rule{};
      indicator.rule.kind = dice.chance(50) ? RuleKind::any_of : RuleKind::all_of;
      indicator.rule.rules = {summary, summary};
      indicator.rule.rules.back().obligations = {Obligation::task};
    }
  }
}

}  // namespace luping::oracle
