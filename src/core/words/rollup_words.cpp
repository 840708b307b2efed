#include <array>

#include "core/analysis/rollup.h"
#include "core/text.h"
#include "core/words/explain.h"
#include "core/words/phrases.h"

namespace luping {
namespace {

struct Words {
  std::string_view zh;
  std::string_view en;
  std::string_view in(Language language) const { return language == Language::zh ? zh : en; }
};

std::string name_of(const Scheme& scheme, const std::string& region) {
  const Region* found = find_region(scheme, region);
  return found == nullptr ? region : found->name;
}

class LineWords {
 public:
  LineWords(const Scheme& scheme, const RollupReport& report, std::size_t index, Language language)
      : scheme_(scheme),
        report_(report),
        line_(report.lines[index]),
        indicator_(scheme.indicators[index]),
        zh_(language == Language::zh),
        language_(language) {
    for (const RollupEntry& entry : line_.entries) {
      if (entry.part == RollupPart::counted) counted_.push_back(name_of(scheme, entry.region));
      if (entry.part == RollupPart::dropped) dropped_.push_back(name_of(scheme, entry.region));
      if (entry.part == RollupPart::missing) {
        missing_.push_back(format(zh_ ? "{0}（{1}）" : "{0} ({1})",
                                  {name_of(scheme, entry.region), label_of(entry.absence, language)}));
      }
    }
  }

  std::string run() const {
    const Outcome& outcome = line_.outcome;
    if (outcome.reason == Reason::set_by_hand)
      return say("人工认定为{0}。", "Set by hand: {0}.", {label_of(outcome.result, language_)}) + basis();
    return basis();
  }

 private:
  std::string say(std::string_view zh, std::string_view en,
                  std::initializer_list<std::string_view> arguments = {}) const {
    return format(zh_ ? zh : en, arguments);
  }

  std::string list(const std::vector<std::string>& names) const { return join(names, zh_ ? "、" : ", "); }

  std::string basis() const {
    const std::string here = name_of(scheme_, report_.region);
    const Outcome& outcome = line_.outcome;
    if (line_.method == RollupMethod::city_only) {
      return say("由{0}自己填报：", "Answered by {0} itself: ", {here}) +
             explain(scheme_, report_.parent, indicator_, outcome, language_);
    }
    const bool nowhere = line_.state == RollupState::complete && counted_.empty();
    if (outcome.computed == Result::notapplicable && !nowhere)
      return say("本项对{0}不适用。", "It does not apply to {0}.", {here});
    if (line_.state == RollupState::undeclared) {
      return say("指标体系没有规定这项指标怎样汇总，不作汇总。",
                 "The scheme does not say how this indicator is rolled up, so it is not.");
    }
    if (nowhere) return say("各县（市、区）都不适用。", "It applies to none of the counties.");
    if (line_.state == RollupState::empty)
      return say("没有可以汇总的数据，无法判定。", "There is nothing to roll up.") + left_out();
    return (line_.by_results ? of_results() : of_figure(here)) + left_out();
  }

  std::string left_out() const {
    std::string text;
    const std::string blank = zh_ ? "" : " ";
    if (!missing_.empty()) text += blank + say("缺：{0}。", "Missing: {0}.", {list(missing_)});
    if (!dropped_.empty())
      text += blank + say("不适用、不计入：{0}。", "Not applicable, left out: {0}.", {list(dropped_)});
    return text;
  }

  std::string names_with(Result result) const {
    std::vector<std::string> names;
    for (const RollupEntry& entry : line_.entries) {
      if (entry.part == RollupPart::counted && entry.result == result) names.push_back(name_of(scheme_, entry.region));
    }
    return list(names);
  }

  std::string of_results() const {
    const std::string all = std::to_string(counted_.size());
    const std::string passed = std::to_string(line_.passed);
    const std::string failed = std::to_string(line_.failed);
    const bool partial = line_.state == RollupState::partial;
    if (line_.method == RollupMethod::count_pass) {
      const std::string text =
          say("{0} 个县（市、区）中 {1} 个达标", "{1} of {0} counties meet it", {all, passed}) +
          (line_.failed == 0 ? std::string() : say("，未达标的有{0}", "; not met by {0}", {names_with(Result::fail)}));
      return text + say("（只计数，不作判定）。", " (a count, no verdict).") +
             (partial ? say("这只是部分县（市、区）的数。", " It is the count of a part.") : std::string());
    }
    if (line_.failed > 0) {
      const std::string text =
          say("{0} 个县（市、区）中 {1} 个未达标（{2}），因此未达标",
              "{1} of {0} counties do not meet it ({2}), so it is not met", {all, failed, names_with(Result::fail)});
      return text +
             (partial ? say("，其余县（市、区）不改变这一结果。", "; the others cannot change that.") : say("。", "."));
    }
    if (partial) {
      return say("已有结果的 {0} 个县（市、区）（{1}）都达标，但还不完整，无法判定。",
                 "The {0} counties with a verdict ({1}) meet it, but it is not complete.", {all, list(counted_)});
    }
    return say("{0} 个县（市、区）全部达标。", "All {0} counties meet it.", {all});
  }

  // 合计：完成治理的行政村数 124 个、行政村总数 243 个
  std::string sums() const {
    std::vector<std::string> parts;
    for (const Input& input : indicator_.value.inputs) {
      const auto sum = line_.sums.find(input.id);
      if (sum == line_.sums.end()) continue;
      parts.push_back(input.name + " " +
                      with_unit(figure(sum->second, {}, language_), unit_label(scheme_, input.unit)));
    }
    return list(parts);
  }

  std::string worst_names() const {
    std::vector<std::string> names;
    for (const RollupEntry& entry : line_.entries) {
      if (entry.part == RollupPart::counted && entry.number == line_.outcome.value.number)
        names.push_back(name_of(scheme_, entry.region));
    }
    return list(names);
  }

  std::string how(const std::string& value) const {
    const std::string shown = after_word(value, language_);
    switch (line_.method) {
      case RollupMethod::ratio_of_sums:
        return say("各项相加（{0}）后计算，得{1}", "summed up ({0}), that makes{1}", {sums(), shown});
      case RollupMethod::sum:
        return say("相加得{0}", "summed up, that makes{0}", {shown});
      case RollupMethod::weighted_mean: {
        const Input* weight = find_input(indicator_, indicator_.rollup.weight);
        return say("按“{0}”加权平均得{1}", "their mean weighted by {0} is{1}",
                   {weight == nullptr ? indicator_.rollup.weight : weight->name, shown});
      }
      default:
        return say("{2}最差的是{0}：{1}", "the worst is {0}:{1}",
                   {worst_names(), zh_ ? value : shown, line_.state == RollupState::complete ? "中" : ""});
    }
  }

  std::string of_figure(const std::string& here) const {
    const Outcome& outcome = line_.outcome;
    const std::string all = std::to_string(counted_.size());
    const std::string label(unit_label(scheme_, indicator_.value.unit));
    const std::string value = with_unit(value_text(indicator_, outcome, language_), label);
    std::string text;
    if (line_.state == RollupState::partial) {
      text = say("目前只有 {0} 个县（市、区）的数据（{1}）", "So far only {0} counties count ({1})",
                 {all, list(counted_)});
    } else {
      text = say("{0} 个县（市、区）", "Of {0} counties", {all});
    }
    if (outcome.value.number)
      text += (zh_ && line_.state != RollupState::partial ? "" : zh_ ? "，" : ", ") + how(value);
    if (line_.state == RollupState::partial)
      return text + say("；这不是{0}的结果，无法判定。", "; that is no result of {0} yet.", {here});
    switch (outcome.result) {
      case Result::pass:
      case Result::fail:
        return text + say("；要求：{0}，{1}。", "; required: {0}; {1}.",
                          {requirement_in_short(scheme_, report_.parent, indicator_, language_),
                           label_of(outcome.result, language_)});
      case Result::informational:
        return text + say("（仅供参考）。", " (for information).");
      default:
        return text +
               say("；{0}：{1}。", "; {0}: {1}.",
                   {label_of(outcome.result, language_), obstacle_in_words(scheme_, indicator_, outcome, language_)});
    }
  }

  const Scheme& scheme_;
  const RollupReport& report_;
  const RollupLine& line_;
  const Indicator& indicator_;
  bool zh_;
  Language language_;
  std::vector<std::string> counted_, dropped_, missing_;
};

}  // namespace

std::string_view label_of(RollupMethod method, Language language) {
  static constexpr std::array<Words, 8> kLabels = {{{"未规定", "not declared"},
                                                    {"各项相加后计算", "ratio of sums"},
                                                    {"相加", "sum"},
                                                    {"加权平均", "weighted mean"},
                                                    {"取最差", "worst"},
                                                    {"全部达标", "all must meet it"},
                                                    {"达标个数", "how many meet it"},
                                                    {"本级填报", "answered by the region itself"}}};
  return kLabels[static_cast<std::size_t>(method)].in(language);
}

std::string_view label_of(Absence absence, Language language) {
  static constexpr std::array<Words, 9> kLabels = {{{"", ""},
                                                    {"不适用", "not applicable"},
                                                    {"没有自评文件", "no file"},
                                                    {"未填报", "not filled in"},
                                                    {"没有填全计算用的各项数据", "no figures to sum up"},
                                                    {"没有可评的对象（0 ÷ 0）", "nothing to assess (0 ÷ 0)"},
                                                    {"目标未下达", "no target yet"},
                                                    {"数据错误", "data error"},
                                                    {"无法判定", "cannot be judged"}}};
  return kLabels[static_cast<std::size_t>(absence)].in(language);
}

std::string rollup_in_words(const Scheme& scheme, const RollupReport& report, std::size_t indicator,
                            Language language) {
  return LineWords(scheme, report, indicator, language).run();
}

std::string problem_in_words(const Scheme& scheme, const RollupReport& report, const RollupProblem& problem,
                             const std::vector<std::string>& names, std::string_view own, Language language) {
  const auto name = [&](std::size_t place) {
    if (place == RollupProblem::kOwn) return std::string(own);
    return place < names.size() ? names[place] : std::string();
  };
  const auto say = [&](std::string_view zh, std::string_view en, std::initializer_list<std::string_view> arguments) {
    return format(language == Language::zh ? zh : en, arguments);
  };
  const std::string region = name_of(scheme, report.region);
  const std::string year = std::to_string(report.year);
  const std::string first = name(problem.first);
  switch (problem.kind) {
    case RollupProblemKind::no_parts:
      return say("指标体系里没有归属“{0}”的县（市、区），无法汇总", "no county of the scheme belongs to {0}", {region});
    case RollupProblemKind::other_scheme:
      return say("{0}：不是按 {1} {2} 填报的，不能一起汇总", "{0}: not made under {1} {2}",
                 {first, scheme.id, scheme.version});
    case RollupProblemKind::other_year:
      return say("{0}：不是 {1} 年的自评，不能一起汇总", "{0}: not of the year {1}", {first, year});
    case RollupProblemKind::other_region:
      if (problem.first == RollupProblem::kOwn)
        return say("{0}：不是{1}自己的自评", "{0}: not the assessment of {1} itself", {first, region});
      return say("{0}：不是{1}下属县（市、区）的自评", "{0}: not of a county of {1}", {first, region});
    case RollupProblemKind::duplicate:
      return say("{0} 和 {1}：同一地区、同一年度有两份自评，请只留一份",
                 "{0} and {1}: two assessments of one region and year; keep one", {first, name(problem.second)});
  }
  return {};
}

}  // namespace luping
