#include "oracle/maker.h"

#include <algorithm>
#include <array>

#include "oracle/judge.h"

namespace luping::oracle {
namespace {

Decimal whole(std::int64_t number) { return Decimal{number, 0}; }

Condition make_condition(Dice& dice) {
  Condition condition;
  if (dice.chance(30))
    condition.regions =
        dice.chance(70) ? std::vector<std::string>{"450802", "450804"} : std::vector<std::string>{"450881"};
  if (dice.chance(60))
    condition.attributes["terrain"] =
        dice.chance(50) ? std::vector<std::string>{"山区", "丘陵"} : std::vector<std::string>{"平原"};
  if (dice.chance(30)) condition.attributes["level"] = {dice.chance(70) ? "county" : "city"};
  if (dice.chance(15)) condition.attributes["type"] = {"市辖区"};
  if (dice.chance(15)) condition.attributes["size"] = {"大"};
  return condition;
}

void make_frame(Dice& dice, World& world) {
  Scheme& scheme = world.scheme;
  scheme.id = "s";
  scheme.years = {2023};
  scheme.comparison_method = dice.chance(50) ? ComparisonMethod::rounded : ComparisonMethod::exact;
  scheme.open_regions = true;
  for (const char* id : {"450802", "450804", "450881", "450800"}) {
    Region region;
    region.id = id;
    region.level = region.id == "450800" ? RegionLevel::city : RegionLevel::county;
    region.type = region.id < "450880" ? "市辖区" : "县级市";
    if (dice.chance(50)) region.attributes["terrain"] = dice.chance(50) ? "山区" : "平原";
    if (dice.chance(10)) region.attributes["level"] = "county";
    scheme.regions.push_back(region);
  }
  scheme.attributes = {{"terrain", "地形", {"山区", "丘陵", "平原"}}, {"size", "规模", {"大", "小"}}};
  scheme.units = {{"percent", "%", "百分比"},
                  {"count", "个", "个"},
                  {"bare", "", "无"},
                  {"hectare", "公顷", "公顷", "area", whole(10000), whole(1)},
                  {"mu", "亩", "亩", "area", whole(10000), whole(15)},
                  {"km2", "平方公里", "平方公里", "area", whole(1000000), whole(1)},
                  {"ton", "吨", "吨", "mass", whole(1), whole(1)},
                  {"wan_ton", "万吨", "万吨", "mass", whole(10000), whole(1)},
                  {"jin", "斤", "斤", "mass", Decimal{5, 4}, whole(1)}};
  scheme.groups = {{"g1", "（一）", "", ""}, {"g2", "（二）", "", ""}};
  for (const char* id : {"i1", "i2", "i3"}) {
    Item item;
    item.id = id;
    item.group = item.id == "i3" ? "g2" : "g1";
    if (dice.chance(15)) item.applies_when = make_condition(dice);
    scheme.items.push_back(item);
  }
  for (const char* unit : {"percent", "hectare", "mu", "ton"})
    scheme.externals.push_back({std::string("x-") + unit, "", unit, ""});
  Assessment& assessment = world.assessment;
  assessment.scheme_id = "s";
  assessment.region = dice.of(std::vector<std::string>{"450802", "450804", "450881", "450800", "450803", "450100"});
  assessment.year = 2023;
  if (dice.chance(40)) assessment.attributes["terrain"] = dice.of(std::vector<std::string>{"山区", "丘陵", "平原", ""});
  if (dice.chance(40)) assessment.attributes["size"] = dice.chance(50) ? "大" : "小";
  for (const External& external : scheme.externals) {
    const Decimal about = figure_near(dice, Number(dice.between(0, 200)));
    for (const char* region : {"450999", "", "450804", "450802"}) {
      if (!dice.chance(45)) continue;
      ExternalValue value;
      value.id = external.id;
      value.region = region;
      value.year = dice.chance(85) ? 2023 : 2022;
      value.value = dice.chance(4)
                        ? odd_text(dice)
                        : typed_figure(dice, figure_near(dice, number_of(about)), label_of(scheme, external.unit));
      const bool twice = std::any_of(assessment.externals.begin(), assessment.externals.end(), [&](const auto& one) {
        return one.id == value.id && one.region == value.region && one.year == value.year;
      });
      if (!twice) assessment.externals.push_back(value);
    }
  }
  for (int i = 0; i < 4; ++i) {
    Measure measure;
    measure.id = "m" + std::to_string(i);
    measure.item = dice.chance(50) ? "i1" : "i2";
    if (dice.chance(15)) measure.applies_when = make_condition(dice);
    scheme.measures.push_back(measure);
    if (!dice.chance(80)) continue;
    MeasureReport& report = assessment.measures[measure.id];
    report.state = dice.of(std::vector<std::string>{"", "notStarted", "inProgress", "done", "done", "done"});
    if (dice.chance(10)) report.not_applicable = {true, dice.chance(70) ? "无此项" : " ", {}};
  }
}

void make_gates(Dice& dice, World& world) {
  Scheme& scheme = world.scheme;
  const std::array kKinds = {GateKind::all_pass, GateKind::at_least_pass, GateKind::share_pass, GateKind::no_veto,
                             GateKind::evidence_complete};
  for (int i = 0; i < 6; ++i) {
    Gate gate;
    gate.id = "gate" + std::to_string(i);
    gate.kind = kKinds[static_cast<std::size_t>(dice.below(5))];
    if (dice.chance(40)) gate.obligations = {dice.chance(50) ? Obligation::must : Obligation::strive, Obligation::task};
    if (dice.chance(30)) gate.groups = {dice.chance(50) ? "g1" : "g2"};
    gate.veto = dice.chance(20);
    if (dice.chance(60)) {  // few, so that they can all pass
      for (int j = dice.below(5); j >= 0; --j) gate.indicators.push_back(dice.of(scheme.indicators).id);
    }
    gate.count = dice.below(6);
    gate.share =
        dice.chance(50) ? whole(dice.of(std::vector<int>{0, 25, 50, 60, 80, 100})) : Decimal{dice.between(0, 10000), 2};
    gate.required = dice.chance(60);
    scheme.gates.push_back(gate);
  }
}

}  // namespace

World make_world(Dice& dice, int indicators) {
  World world;
  make_frame(dice, world);
  world.scheme.indicators.reserve(static_cast<std::size_t>(indicators));
  const std::array kObligations = {Obligation::must, Obligation::should, Obligation::strive, Obligation::task};
  for (int i = 0; i < indicators; ++i) {
    Indicator indicator;
    indicator.id = "n" + std::to_string(i);
    indicator.item = dice.of(std::vector<std::string>{"i1", "i2", "i3"});
    indicator.obligation = kObligations[static_cast<std::size_t>(dice.below(4))];
    indicator.veto = dice.chance(20);
    if (dice.chance(8)) indicator.applies_when = make_condition(dice);
    if (dice.chance(30))
      indicator.comparison_method = dice.chance(60) ? ComparisonMethod::rounded : ComparisonMethod::exact;
    make_indicator(dice, world, indicator);
    world.scheme.indicators.push_back(std::move(indicator));
  }
  make_gates(dice, world);
  return world;
}

Decimal figure_near(Dice& dice, const Number& number) {
  const unsigned decimals = static_cast<unsigned>(dice.below(5));
  const Number scaled = number * Number(power_of_ten(decimals));
  Whole digits = numerator(scaled) / denominator(scaled);  // toward zero
  const int where = dice.below(10);
  if (where == 4 || where == 5) digits = digits / 10 * 10 + (digits < 0 ? -5 : 5);  // a tie one digit further up
  if (where == 0) ++digits;
  if (where == 1) --digits;
  if (where == 2) digits += number < 0 ? -1 : 1;
  if (where == 3) digits += dice.between(-20, 20);
  if (where >= 7) digits = numerator(rounded(scaled, 0));
  if (abs(digits) >= power_of_ten(18)) digits = 7;
  return Decimal{static_cast<std::int64_t>(digits), static_cast<std::uint8_t>(decimals)};
}

std::string typed_figure(Dice& dice, const Decimal& figure, const std::string& label) {
  const std::string digits =
      plain_text({figure.coefficient < 0 ? -figure.coefficient : figure.coefficient, figure.scale});
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string whole_part = digits.substr(0, point);
  const std::string fraction = digits.substr(point);
  if (dice.chance(15)) {
    for (std::size_t at = whole_part.size(); at > 3; at -= 3) whole_part.insert(at - 3, ",");
  }
  std::string text = (figure.coefficient < 0 ? "-" : "") + whole_part + fraction;
  if (dice.chance(6)) {
    std::string wide;
    for (const char c : text) {  // U+FF01 + (c - '!')
      const unsigned code = 0xFF01U + static_cast<unsigned>(c - '!');
      wide += static_cast<char>(0xE0U | (code >> 12));
      wide += static_cast<char>(0x80U | ((code >> 6) & 0x3FU));
      wide += static_cast<char>(0x80U | (code & 0x3FU));
    }
    text = wide;
  }
  if (!label.empty() && dice.chance(20)) text += (dice.chance(50) ? " " : "") + label;
  if (dice.chance(5)) text = " " + text + "　";
  return text;
}

std::string label_of(const Scheme& scheme, const std::string& unit) {
  const auto found =
      std::find_if(scheme.units.begin(), scheme.units.end(), [&](const Unit& one) { return one.id == unit; });
  return found == scheme.units.end() ? std::string() : found->label;
}

std::string plain_text(const Decimal& figure) {
  std::string digits = std::to_string(figure.coefficient < 0 ? -figure.coefficient : figure.coefficient);
  if (digits.size() <= figure.scale) digits.insert(0, figure.scale + 1U - digits.size(), '0');
  if (figure.scale > 0) digits.insert(digits.size() - figure.scale, 1, '.');
  return (figure.coefficient < 0 ? "-" : "") + digits;
}

std::string odd_text(Dice& dice) {
  static const std::vector<std::string> kOdd = {"",
                                                "\u00A0",
                                                " ",
                                                "　",
                                                "约95",
                                                "95.",
                                                ".5",
                                                "1e400",
                                                "1e-400",
                                                "9,5",
                                                "95,50",
                                                "1,2345",
                                                "--5",
                                                "五",
                                                "5 个左右",
                                                "1e2",
                                                "5E-3",
                                                "0e99",
                                                "%",
                                                "+7",
                                                "１２．５",
                                                "0x10",
                                                "NaN",
                                                "-0",
                                                "-0.0",
                                                "inf",
                                                "1e17",
                                                "12345678901234567890",
                                                "999999999999999999",
                                                "0.000000000000000001",
                                                "0.0000000000000000001",
                                                "1234567890123456789012345678901234567890",
                                                "0.0000000000000000000000000000001",
                                                "100.000",
                                                "3/4",
                                                "1 000"};
  return dice.of(kOdd);
}

}  // namespace luping::oracle
