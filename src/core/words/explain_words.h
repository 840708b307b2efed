// The parts an explanation is made of: one file a concern, all of them told from one context. Internal to explain.cpp.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/judge/evaluate.h"
#include "core/language.h"

namespace luping {

/// Whom a sentence is about, and in which language.
struct Telling {
  Telling(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator, const Outcome& outcome,
          Language language);

  const Scheme& scheme;
  const Assessment& assessment;
  const Indicator& indicator;
  const Outcome& outcome;
  Language language;
  bool zh;
  const Answer* answer = nullptr;  ///< null: there is none
  Result result;                   ///< as the rule has it, whatever a person set
  Reason reason;

  std::string say(std::string_view chinese, std::string_view english,
                  std::initializer_list<std::string_view> arguments = {}) const;
  std::string_view comma() const { return zh ? "，" : ", "; }

  /// The unit of the value, or of the input `of` names.
  std::string_view label(std::string_view of = {}) const;

  /// What was typed for an input, or for the value.
  std::string typed_text(std::string_view input) const;

  /// A figure somebody typed, in the digits and the unit typed: `3.5 万吨（= 35000 吨）`.
  std::string typed_figure(std::string_view text, std::string_view unit) const;

  /// （原文“≥95%”）
  std::string quoted() const;
};

// ---- explain_value.cpp ----

/// 现状值 47.2%（100 × 59 ÷ 125）. REQUIRES: there is a value.
std::string value_in_words(const Telling& telling);

/// What stands before a rule of an input: “能源消费总量” 120 万吨，; empty for a rule of the value.
std::string input_in_words(const Telling& telling, const Rule& rule, const Trace& trace);

/// The figure a comparison held against its threshold, before any rounding.
std::string compared_figure(const Telling& telling, const Rule& rule, const Trace& trace);

/// Why a value or an input cannot be judged, as a clause: “total”填的“x”不是数字.
std::string problem_in_words(const Telling& telling, Reason reason, std::string_view input);

/// The whole answer where the rule was never reached: nothing filled in, not applicable, a data error.
std::string unjudged_in_words(const Telling& telling);

// ---- explain_threshold.cpp ----

/// `≥ 95%`, `2025 年起 ≥ 90%`, `高于上年（2022 年 41.0%）`, `< 0.5 × 全区平均水平（61.3%）= 30.65%`.
std::string threshold_in_words(const Telling& telling, Comparison comparison, const Threshold& threshold,
                               const Trace& trace, std::string_view label);

/// Why there is no threshold, as a clause: “全区平均水平”还没有下达（…）.
std::string threshold_problem_in_words(const Telling& telling, const Threshold& threshold, const Trace& trace);

/// Whether a reason speaks of the threshold rather than of what is held against it.
bool is_about_threshold(Reason reason);

// ---- explain_leaf.cpp ----

/// One comparison: what is required, where from, and by how much it is met or missed.
std::string leaf_in_words(const Telling& telling, const Rule& rule, const Trace& trace);

/// 按修约值比较法（GB/T 8170-2008），89.96% 修约到 90.0%，; empty where nothing was rounded.
std::string rounding_in_words(const Telling& telling, const std::string& figure, const Trace& trace,
                              std::string_view label);

/// （按全数值比较法比较，不修约）, where rounding would have turned the verdict; else empty.
std::string no_rounding_in_words(const Telling& telling, const Trace& trace);

// ---- explain_change.cpp ----

/// The same for change and stable_or_improving, which look at other years.
std::string change_in_words(const Telling& telling, const Rule& rule, const Trace& trace);
std::string series_in_words(const Telling& telling, const Rule& rule, const Trace& trace);

// ---- conclusion_words.cpp ----

/// 还有 3 项指标没有达标: what keeps a summary open.
std::string summary_in_words(const Trace& trace, Language language);

// ---- explain_rule.cpp ----

/// The rule as it came out, from the value to the verdict.
std::string judged_in_words(const Telling& telling);

}  // namespace luping
