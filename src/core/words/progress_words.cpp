#include <array>

#include "core/analysis/progress.h"
#include "core/text.h"
#include "core/words/phrases.h"

namespace luping {
namespace {

struct Words {
  std::string_view zh;
  std::string_view en;
  std::string_view in(Language language) const { return language == Language::zh ? zh : en; }
};

constexpr std::array<Words, 12> kObstacles = {
    {{"", ""},
     {"不是数值指标", "it is not a figure"},
     {"不适用", "it does not apply"},
     {"没有现状值", "there is no present figure"},
     {"现状值有误", "the present figure is impossible"},
     {"没有目标", "there is no goal"},
     {"目标值有误或方向不符", "the goal is impossible or contradicts the direction"},
     {"没有说明越高越好还是越低越好", "it does not say which way is better"},
     {"没有基期值", "there is no baseline"},
     {"基期值有误", "the baseline is impossible"},
     {"没有写明基期年份", "the baseline has no year"},
     {"没有写明目标年份", "the goal has no year"}}};

class ProgressWords {
 public:
  ProgressWords(const Scheme& scheme, const Indicator& indicator, const Progress& progress, Language language)
      : p_(progress),
        label_(unit_label(scheme, indicator.value.unit)),
        language_(language),
        zh_(language == Language::zh) {}

  std::string run() const {
    std::vector<std::string> figures;
    if (p_.baseline)
      figures.push_back(dated(zh_ ? "基期" : "baseline", p_.baseline_year, p_.baseline, p_.baseline_typed));
    if (p_.current)
      figures.push_back((zh_ ? "现状" : "now") + after_word(number(*p_.current, p_.current_typed), language_));
    if (p_.goal) figures.push_back(goal());
    std::vector<std::string> findings;
    if (p_.share) findings.push_back(way());
    // That all is well needs no word.
    if (p_.state != ProgressState::unknown && p_.state != ProgressState::on_course)
      findings.emplace_back(label_of(p_.state, language_));
    if (p_.state == ProgressState::unknown) {
      findings.push_back(format(zh_ ? "{0}，无法判断进度" : "no course can be given: {0}",
                                {kObstacles[static_cast<std::size_t>(p_.obstacle)].in(language_)}));
    }
    if (p_.pace_needed && !p_.pace_needed->is_zero() && p_.state != ProgressState::achieved) findings.push_back(step());
    const std::string comma = zh_ ? "，" : ", ";
    return join(figures, comma) + (figures.empty() ? "" : zh_ ? "：" : ": ") + join(findings, zh_ ? "；" : "; ");
  }

 private:
  // Every figure of the sentence stays on its side of the others.
  std::vector<Rational> others_than(const Rational& exact) const {
    std::vector<Rational> all;
    for (const auto& one : {p_.baseline, p_.current, p_.goal}) {
      if (one && *one != exact) all.push_back(*one);
    }
    return all;
  }

  std::string number(const Rational& exact, const std::optional<Decimal>& typed) const {
    return with_unit(typed ? typed->to_string() : figure(exact, others_than(exact), language_), label_);
  }

  // 基期（2020 年）41.0%
  std::string dated(const std::string& word, int year, const std::optional<Rational>& exact,
                    const std::optional<Decimal>& typed) const {
    const std::string shown = number(*exact, typed);
    if (year == 0) return word + after_word(shown, language_);
    return format(zh_ ? "{0}（{1} 年）{2}" : "{0} ({1}) {2}", {word, std::to_string(year), shown});
  }

  // 目标 50%（2025 年）
  std::string goal() const {
    const bool strict = p_.comparison == Comparison::more_than || p_.comparison == Comparison::less_than;
    const std::string sign = strict ? std::string(sign_of(p_.comparison)) + " " : std::string();
    const std::string shown = sign + number(*p_.goal, p_.goal_typed);
    const std::string text = (zh_ ? "目标" : "goal") + after_word(shown, language_);
    if (p_.goal_year == 0) return text;
    return format(zh_ ? "{0}（{1} 年）" : "{0} ({1})", {text, std::to_string(p_.goal_year)});
  }

  std::string way() const {
    const Rational hundred(100);
    std::vector<Rational> limits = {Rational(0), hundred};
    if (p_.course && *p_.course != *p_.share) limits.push_back(*p_.course * hundred);
    const std::string shown = with_unit(figure(*p_.share * hundred, limits, language_), "%");
    return (zh_ ? "已走完" : "done of the way:") + after_word(shown, language_);
  }

  std::string step() const {
    const bool up = !p_.pace_needed->is_negative();
    std::vector<Rational> limits = {Rational(0)};
    if (p_.pace && p_.pace->abs() != p_.pace_needed->abs()) limits.push_back(p_.pace->abs());
    const std::string shown =
        with_unit(figure(p_.pace_needed->abs(), limits, language_), difference_unit(label_, language_));
    if (zh_) return (up ? "还需每年提高" : "还需每年降低") + after_word(shown, language_);
    return format(up ? "still to rise by {0} a year" : "still to fall by {0} a year", {shown});
  }

  const Progress& p_;
  std::string_view label_;
  Language language_;
  bool zh_;
};

}  // namespace

std::string_view label_of(ProgressState state, Language language) {
  static constexpr std::array<Words, 5> kLabels = {{{"已达目标", "goal reached"},
                                                    {"进度正常", "on course"},
                                                    {"进度落后", "behind"},
                                                    {"比基期倒退", "worse than the baseline"},
                                                    {"无法判断进度", "no course"}}};
  return kLabels[static_cast<std::size_t>(state)].in(language);
}

std::string progress_in_words(const Scheme& scheme, const Indicator& indicator, const Progress& progress,
                              Language language) {
  return ProgressWords(scheme, indicator, progress, language).run();
}

}  // namespace luping
