// Whatever a scheme asks and whatever is entered, there are words for it: whole, in both languages, and for the verdict given.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "core/words/explain.h"
#include "support/scheme_builder.h"

namespace luping {
namespace {

using test::decimal;
using test::World;

ReferenceValue reference(std::string id, ReferenceKind kind, int years = 1, std::string name = {}) {
  ReferenceValue value;
  value.id = std::move(id);
  value.kind = kind;
  value.years = years;
  value.name = std::move(name);
  return value;
}

class AnyScheme {
 public:
  explicit AnyScheme(unsigned seed) : random_(seed) {
    Scheme& scheme = world_.scheme;
    scheme.units.push_back({"t", "吨", "吨", "mass", {1, 0}, {1, 0}});
    scheme.units.push_back({"wt", "万吨", "万吨", "mass", {10000, 0}, {1, 0}});
    scheme.units.push_back({"mu", "亩", "亩", "mass", {7, 0}, {3, 0}});  // a factor that ends nowhere
    scheme.externals = {{"average", "全区平均水平", "percent", ""}};
    scheme.attributes = {{"terrain", "地形", {"山区", "平原地区"}}};
    world_.measure("m");
  }

  World& make() {
    world_.scheme.indicators.clear();
    world_.scheme.comparison_method = coin() ? ComparisonMethod::exact : ComparisonMethod::rounded;
    const unsigned kind = pick(10);
    if (kind == 0) {
      world_.status("x", {"未发生", "发生"}, test::one_of({coin() ? "未发生" : "发生"}));
    } else if (kind == 1) {
      Indicator& indicator = world_.status("x", {}, test::one_of({"完成"}));
      indicator.value.kind = ValueKind::measure;
      indicator.value.measure = "m";
    } else {
      Indicator& indicator = world_.share("x", rule(0));
      indicator.value.direction = coin() ? Direction::higher : Direction::lower;
      if (coin()) indicator.value.maximum.reset();
      for (Input& input : indicator.value.inputs) {
        if (coin()) input.unit = "t";
        input.integer = coin();
      }
      if (pick(4) == 0) indicator.value.formula = {};
      if (pick(4) == 0) indicator.value.unit = "t";
    }
    Indicator& indicator = world_.scheme.indicators.front();
    indicator.evidence_required = coin();
    if (coin()) indicator.evidence_note = "监测报告";
    if (coin()) indicator.threshold_quote = "≥5%";
    if (pick(8) == 0) indicator.applies_when.attributes["terrain"] = {"山区"};
    if (pick(12) == 0) indicator.applies_when.attributes["level"] = {"city"};
    if (pick(12) == 0) indicator.applies_when.regions = {"450881"};
    fill();
    return world_;
  }

 private:
  unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }
  bool coin() { return pick(2) == 0; }
  std::string figure() {
    const char* figures[] = {"50", "0", "-3", "33.333333", "49.96", "50.04", "100", "7.5"};
    return figures[pick(std::size(figures))];
  }
  std::string text() {
    const char* texts[] = {"", "x", "1e400", "50", "0", "-3", "33.333", "49.96", "3 万吨", "2 亩", "5", "50.5", "51"};
    return texts[pick(std::size(texts))];
  }
  Comparison comparison() { return static_cast<Comparison>(pick(5)); }

  Threshold threshold() {
    Threshold made;
    made.value = decimal(figure());
    if (pick(3) == 0) made.by_year = {{2020 + static_cast<int>(pick(6)), decimal(figure())}, {2026, decimal(figure())}};
    if (pick(3) == 0) {
      made.by_year.clear();
      made.references = {reference("a", ReferenceKind::baseline),
                         reference("b", ReferenceKind::past_year, 1 + static_cast<int>(pick(2))),
                         reference("c", ReferenceKind::mean_of_past, 2),
                         reference("d", ReferenceKind::target),
                         reference("e", ReferenceKind::external, 1, "average"),
                         reference("f", ReferenceKind::input, 1, "total")};
      std::swap(made.references[0], made.references[pick(6)]);
      made.references.resize(1 + pick(2));
      const std::string& one = made.references[0].id;
      const std::string& other = made.references.back().id;
      const std::string formulas[] = {one, "0.5 * " + one, one + " / " + other, "max(" + one + ", " + other + ") / 3"};
      made.formula = test::formula(formulas[pick(4)]);
    }
    return made;
  }

  Rule rule(int depth) {
    Rule made;
    const RuleKind kinds[] = {
        RuleKind::compare, RuleKind::between, RuleKind::change, RuleKind::meets_target, RuleKind::stable_or_improving,
        RuleKind::all_of,  RuleKind::any_of,  RuleKind::choose, RuleKind::informational};
    made.kind = kinds[pick(depth < 3 ? 9 : 5)];
    made.comparison = comparison();
    made.threshold = threshold();
    made.minimum = threshold();
    made.maximum = threshold();
    made.strict_minimum = coin();
    made.against = coin() ? Reference::baseline : Reference::previous_year;
    made.measure = coin() ? ChangeMeasure::absolute : ChangeMeasure::percent;
    made.source = coin() ? TargetSource::superior : TargetSource::plan;
    made.years = 1 + static_cast<int>(pick(3));
    made.tolerance = decimal(coin() ? "0" : "0.5");
    made.tolerance_measure = coin() ? ChangeMeasure::absolute : ChangeMeasure::percent;
    made.gaps = coin() ? SeriesGaps::unknown : SeriesGaps::skip;
    const bool may_be_of_input =
        made.kind == RuleKind::compare || made.kind == RuleKind::between || made.kind == RuleKind::meets_target;
    if (may_be_of_input && pick(3) == 0) made.of = coin() ? "treated" : "total";
    if (made.kind == RuleKind::all_of || made.kind == RuleKind::any_of || made.kind == RuleKind::choose) {
      for (unsigned i = 0; i < 2; ++i) made.rules.push_back(rule(depth + 1));
    }
    if (made.kind == RuleKind::choose) {
      made.attribute = coin() ? "terrain" : "level";
      made.cases = {{made.attribute == "level" ? "county" : "山区"}};
      made.has_otherwise = coin();
      if (!made.has_otherwise) made.cases.push_back({"平原地区"});
    }
    return made;
  }

  void fill() {
    Assessment& assessment = world_.assessment;
    assessment.answers.clear();
    assessment.targets.clear();
    assessment.externals.clear();
    assessment.attributes.clear();
    assessment.measures.clear();
    if (coin()) assessment.attributes["terrain"] = coin() ? "山区" : "平原地区";
    const char* states[] = {"", "done", "notStarted", "inProgress"};
    if (coin()) assessment.measures["m"].state = states[pick(4)];
    if (pick(10) == 0) return;
    Answer& answer = world_.answer("x");
    answer.value =
        world_.scheme.indicators.front().value.kind == ValueKind::status ? (coin() ? "发生" : "未发生") : text();
    if (coin()) answer.inputs = {{"treated", text()}, {"total", text()}};
    if (coin()) answer.baseline.value = text();
    if (coin()) answer.baseline.year = "2020";
    for (const char* year : {"2022", "2021", "2020"}) {
      if (coin()) answer.history[year].value = text();
    }
    if (coin()) answer.target.value = text();
    if (pick(3) == 0) world_.target("x", text(), coin() ? "atMost" : "");
    if (coin()) {
      world_.target("x", text());
      assessment.targets.back().input = "treated";
    }
    if (coin()) {
      ExternalValue external;
      external.id = "average";
      external.year = test::kYear;
      external.value = text();
      assessment.externals = {external};
    }
    if (pick(12) == 0) answer.not_applicable = {true, "没有对象", {}};
    if (pick(8) == 0) {
      answer.manual = {std::string(token_of(kAllResults[pick(7)])), "理由", coin() ? "纪要" : "", "张三", "", {}};
    }
  }

  std::mt19937 random_;
  World world_;
};

void expect_whole(const std::string& text, const std::string& what) {
  for (const char* broken : {"{", "}", "  ", "，，", "。。", "，。", "；。", "，；", "（）", "()", "“”", "：，", ", ,",
                             "  ", " ，", "，因此，"})
    EXPECT_EQ(text.find(broken), std::string::npos) << what << " holds '" << broken << "': " << text;
}

TEST(Words, AreWholeAndAgreeWithTheVerdict) {
  AnyScheme schemes(20231);
  std::set<std::pair<RuleKind, Result>> rules_seen;
  std::set<Reason> reasons_seen;
  for (int round = 0; round < 12'000 && !::testing::Test::HasFailure(); ++round) {
    const World& world = schemes.make();
    const Indicator& indicator = world.scheme.indicators.front();
    const Outcome outcome = world.outcome("x");
    rules_seen.emplace(indicator.rule.kind, outcome.computed);
    reasons_seen.insert(outcome.reason);
    for (const Language language : {Language::zh, Language::en}) {
      const bool zh = language == Language::zh;
      const std::string text = explain(world.scheme, world.assessment, indicator, outcome, language);
      ASSERT_FALSE(text.empty());
      expect_whole(text, "the explanation");
      const std::string label(label_of(outcome.computed, language));
      const bool by_hand = outcome.reason == Reason::set_by_hand;
      if (by_hand) {
        EXPECT_NE(text.find(std::string(zh ? "人工认定为" : "Set by hand: ") +
                            std::string(label_of(outcome.result, language))),
                  std::string::npos)
            << text;
      }
      // The verdict a judged sentence ends in is the one computed, and no other.
      const std::string therefore = zh ? "因此" : ": ";
      const bool judged = outcome.trace.reason != Reason::none && outcome.trace.result == outcome.computed;
      if (judged) {
        EXPECT_NE(text.find(therefore + label + (zh ? "。" : ".")), std::string::npos) << text << " is " << label;
      }
      for (const Result other : kAllResults) {
        if (!zh || other == outcome.computed) continue;
        EXPECT_EQ(text.find("因此" + std::string(label_of(other, language)) + "。"), std::string::npos)
            << text << " is " << label;
      }
      const std::string short_of = shortfall_in_words(world.scheme, indicator, outcome, language);
      expect_whole(short_of, "the shortfall");
      EXPECT_TRUE(short_of.empty() || outcome.result == Result::fail) << short_of;
      const std::string obstacle = obstacle_in_words(world.scheme, indicator, outcome, language);
      expect_whole(obstacle, "the obstacle");
      EXPECT_EQ(obstacle.empty(), outcome.result != Result::unknown && outcome.result != Result::error) << obstacle;
      const std::string in_short = requirement_in_short(world.scheme, world.assessment, indicator, language);
      ASSERT_FALSE(in_short.empty());
      expect_whole(in_short, "the requirement in short");
      const std::string in_full = rule_in_words(world.scheme, indicator, language);
      ASSERT_FALSE(in_full.empty());
      expect_whole(in_full, "the rule");
      expect_whole(lever_in_words(world.scheme, world.assessment, indicator, language), "the lever");
    }
  }
  // The rounds reached what they are for.
  for (const RuleKind kind : {RuleKind::compare, RuleKind::between, RuleKind::change, RuleKind::meets_target,
                              RuleKind::stable_or_improving, RuleKind::all_of, RuleKind::any_of, RuleKind::choose}) {
    for (const Result result : {Result::pass, Result::fail, Result::unknown, Result::error})
      EXPECT_TRUE(rules_seen.contains({kind, result})) << static_cast<int>(kind) << " " << token_of(result);
  }
  for (int reason = static_cast<int>(Reason::comparison); reason <= static_cast<int>(Reason::set_by_hand); ++reason) {
    const auto one = static_cast<Reason>(reason);
    const bool elsewhere = one == Reason::not_an_option;
    EXPECT_TRUE(elsewhere || reasons_seen.contains(one)) << token_of(one);
  }
}

}  // namespace
}  // namespace luping
