// The English wordings, and what chooses between the two languages: a host that speaks Chinese alone carries none of it.
#include <algorithm>
#include <array>

#include "core/check/diagnostic.h"
#include "core/check/diagnostic_wording.h"
#include "core/text.h"

namespace luping {
namespace {

using enum DiagnosticCode;

constexpr std::array kWordings = {
    Wording{file_unreadable, "cannot read the file ({0}); check its name and path"},
    Wording{file_empty, "the file is empty; ask the sender for it again"},
    Wording{file_not_utf8, "the text is not UTF-8; save it again as UTF-8"},
    Wording{file_too_large, "the file is larger than {0} MB; probably not one of ours"},
    Wording{json_cut_off, "the file ends too early, probably an incomplete copy; get it again"},
    Wording{json_syntax, "malformed JSON at '{0}'; restore the original file"},
    Wording{json_duplicate_field, "field '{0}' is given twice; remove one"},
    Wording{json_too_deep, "nested too deeply to be one of our files"},
    Wording{not_our_file, "not one of our files (no known 'format'); choose an assessment, a target pack or a scheme"},
    Wording{unexpected_format, "this is {0}, but {1} is needed here"},
    Wording{unsupported_version, "format version {0}, only {1} can be read; open it with the matching release"},
    Wording{missing_field, "field '{0}' is missing"},
    Wording{wrong_type, "field '{0}' must be {1}, found {2}"},
    Wording{bad_number, "'{0}' is not a number"},
    Wording{too_many_digits, "'{0}' has too many digits (at most 18 significant and 18 decimals)"},
    Wording{bad_word, "'{0}' is not one of: {1}"},
    Wording{bad_id, "id '{0}' must be 1 to 64 characters of A-Z a-z 0-9 . _ -"},
    Wording{bad_date, "'{0}' is not a date (YYYY-MM-DD)"},
    Wording{number_too_small, "field '{0}' must be at least {1}"},
    Wording{exactly_one_field, "exactly one of {0} is needed"},
    Wording{field_not_allowed, "field '{0}' does not go with '{1}'"},
    Wording{unknown_scheme, "made for scheme '{0}', but '{1}' is at hand; give its scheme first"},
    Wording{other_scheme_version, "made under scheme version {0}, judged under {1}"},
    Wording{unknown_region, "region '{0}' is not in the scheme"},
    Wording{unknown_indicator, "indicator '{0}' is not in the scheme"},
    Wording{unknown_input, "indicator '{1}' has no input '{0}'"},
    Wording{unknown_measure, "measure '{0}' is not in the scheme"},
    Wording{unknown_year, "'{0}' is not a plausible year"},
    Wording{year_not_in_scheme, "year {0} is not among the scheme's years ({1})"},
    Wording{duplicate_target, "two targets for indicator '{0}' in region '{1}' in one year"},
    Wording{direction_conflict, "the target's direction contradicts indicator '{0}', which cannot be judged"},
    Wording{value_not_a_number, "'{0}' for '{1}' is not a number; judged as an error"},
    Wording{value_not_an_option, "'{0}' for '{1}' is none of: {2}; judged as an error"},
    Wording{entries_disagree, "'{0}': the finished figure {1} and the computed {2} disagree"},
    Wording{reason_missing, "'{0}' is declared not applicable without a reason; ignored"},
    Wording{indicator_changed, "the requirement of '{0}' changed after it was answered; the answer is kept, review it"},
    Wording{indicator_unverified,
            "'{0}' was answered under another version; whether it changed is not known, review it"},
    Wording{answer_without_indicator,
            "indicator '{0}' is no longer in the scheme; its answer stays in the file, unjudged"},
    Wording{answer_without_input, "indicator '{1}' no longer has an input '{0}'; the figure stays in the file, unused"},
    Wording{answer_without_measure, "measure '{0}' is no longer in the scheme; its report stays in the file, unjudged"},
    Wording{override_incomplete, "the result set by hand for '{0}' lacks its result, reason or author; ignored"},
    Wording{override_unknown_result, "'{0}' is no result and is ignored; it must be one of: {1}"},
    Wording{answer_ignored, "'{0}' takes its value from a measure; what is entered here is ignored"},
    Wording{evidence_missing, "'{0}' requires evidence{1} and has none yet"},
    Wording{sha256_malformed, "'{0}' is no SHA-256 (64 hexadecimal digits)"},
    Wording{attribute_unknown, "the scheme has no attribute '{0}'; it has no effect"},
    Wording{attribute_word_unknown, "'{0}' is no word of attribute '{1}' ({2}); verdicts that ask for it may be wrong"},
    Wording{unknown_external, "external figure '{0}' is not in the scheme"},
    Wording{duplicate_external, "two figures of '{0}' for {1}; remove one"},
    Wording{past_year_not_past, "year {0} is not before the assessment's year {1}"},
    Wording{looks_like_fraction, "'{0}': {1} looks like a fraction; the unit is %, so enter {2} if that is meant"},
    Wording{far_from_last_year,
            "'{0}': {1} is off from last year's {2} by a power of ten; check the decimal point and the unit"},
    Wording{far_from_baseline,
            "'{0}': {1} is off from the baseline {2} by a power of ten; check the decimal point and the unit"},
    Wording{duplicate_id, "id '{0}' is used twice"},
    Wording{unknown_reference, "'{0}' names no {1} of the scheme"},
    Wording{formula_syntax, "formula error at character {0} ('{1}')"},
    Wording{formula_unknown_function, "'{0}' is no function or has the wrong number of arguments (min, max, abs, sum)"},
    Wording{formula_unknown_input, "'{0}' is no input of the indicator"},
    Wording{input_unused, "input '{0}' is not used by the formula"},
    Wording{rule_needs_number, "the rule of '{0}' compares numbers, its value is none"},
    Wording{rule_needs_status, "the rule of '{0}' needs a status value"},
    Wording{rule_needs_direction, "the rule of '{0}' needs value.direction"},
    Wording{status_not_an_option, "'{0}' is no option of the indicator"},
    Wording{threshold_out_of_range, "threshold {0} lies outside the indicator's range"},
    Wording{must_be_positive, "'{0}' must be greater than 0, found {1}"},
    Wording{must_not_be_negative, "'{0}' must not be negative, found {1}"},
    Wording{range_reversed, "the minimum {0} is above the maximum {1}"},
    Wording{target_year_past, "the target year {0} lies before the scheme's years"},
    Wording{word_twice, "'{0}' is listed twice"},
    Wording{attribute_undeclared, "attribute '{0}' is not declared in 'attributes'"},
    Wording{attribute_value_unknown, "'{0}' is no value of attribute '{1}' ({2})"},
    Wording{condition_never_met, "no region can meet this condition; check it together with the item's"},
    Wording{case_twice, "'{0}' stands in an earlier case already; this one is never reached"},
    Wording{case_never_occurs, "'{0}' never occurs among the regions concerned; the case is never reached"},
    Wording{case_missing, "no case for these values of attribute '{0}': {1}; add cases or 'otherwise'"},
    Wording{otherwise_never_occurs, "the cases cover every value of attribute '{0}'; 'otherwise' is never reached"},
    Wording{rule_of_not_allowed, "this kind of rule cannot be about input '{0}'"},
    Wording{target_comparison, "a target of input '{0}' needs the comparison atLeast or atMost"},
    Wording{no_threshold_in_year, "no threshold in these years of the scheme: {0}"},
    Wording{reference_unused, "the threshold's formula does not use '{0}'"},
    Wording{formula_without_reference, "'{0}' in the threshold's formula is no reference"},
    Wording{never_holds, "no possible value of '{0}' meets this rule"},
    Wording{always_holds, "every possible value of '{0}' meets this rule"},
    Wording{between_reversed, "the range required of '{0}' has its minimum above its maximum"},
    Wording{members_contradict, "requirements {1} on '{0}' cannot hold together; check them, or use anyOf"},
    Wording{member_redundant, "requirement {0} never matters: requirement {1} decides"},
    Wording{units_do_not_add, "the formula adds or compares different units: '{0}' and '{1}'"},
    Wording{formula_unit_mismatch, "the formula's result is in '{0}', which does not fit the indicator's unit '{1}'"},
    Wording{threshold_unit_mismatch, "the threshold is in '{0}', but is compared with '{1}', another quantity"},
    Wording{factor_hundred_missing, "the formula is a plain ratio and the unit is {0}: the factor {1} may be missing"},
    Wording{unit_without_quantity, "unit '{0}' has a factor but no quantity; it converts into nothing"},
    Wording{unit_label_ambiguous, "'{0}' is the label of both {1} and {2}, which differ in size"},
    Wording{share_out_of_range, "the share {0} must lie between 0 and 100 (percent)"},
    Wording{gate_selects_nothing, "gate '{0}' selects no indicator that is judged"},
    Wording{gate_without_evidence, "gate '{0}' is about evidence, but no indicator it selects requires any"},
    Wording{gate_count_too_large, "at least {0} must pass, but only {1} are selected"},
    Wording{veto_gate_open, "veto gate '{0}' is about every indicator; set its veto to true or list indicators"},
    Wording{veto_without_gate, "'{0}' is marked veto, but no required gate turns on it"},
    Wording{rollup_needs_number, "'{0}' is no number and cannot be rolled up so"},
    Wording{rollup_needs_formula, "'{0}' has no formula; ratioOfSums needs one"},
    Wording{rollup_needs_weight, "the weighted mean of '{0}' needs its weight"},
    Wording{rollup_needs_direction, "the worst of '{0}' needs value.direction"},
    Wording{rollup_sums_shares, "rolling up would add the shares of '{0}'"},
    Wording{empty_list, "'{0}' needs at least one entry"},
};

// Arguments that are words of this program and not of the file stand in Chinese; here is their English.
struct Term {
  std::string_view zh;
  std::string_view en;
};

constexpr std::array kTerms = {
    Term{"指标体系文件", "a scheme"},
    Term{"自评文件", "an assessment"},
    Term{"目标文件", "a target pack"},
    Term{"评价结果文件", "a result file"},
    Term{"空值 null", "null"},
    Term{"数字", "a number"},
    Term{"整数", "a whole number"},
    Term{"文字", "a text"},
    Term{"数字或文字", "a number or a text"},
    Term{"数字、文字或对象 { }", "a number, a text or an object"},
    Term{"列表 [ ]", "an array"},
    Term{"对象 { }", "an object"},
    Term{"条目（item）", "item"},
    Term{"地区（region）", "region"},
    Term{"单位（organisation）", "organisation"},
    Term{"任务组（group）", "group"},
    Term{"计量单位（unit）", "unit"},
    Term{"任务（measure）", "measure"},
    Term{"指标（indicator）", "indicator"},
    Term{"计算项（input）", "input"},
    Term{"外部数据（external）", "external figure"},
    Term{"换行", "a line break"},
};

std::string_view in_english(const Diagnostic& diagnostic, std::size_t index) {
  const std::string_view argument = diagnostic.arguments[index];
  const bool may_be_term = diagnostic.code == unexpected_format || diagnostic.code == json_syntax ||
                           (diagnostic.code == wrong_type && index > 0) ||
                           (diagnostic.code == unknown_reference && index == 1);
  const auto* term = std::find_if(kTerms.begin(), kTerms.end(), [&](const Term& one) { return one.zh == argument; });
  return may_be_term && term != kTerms.end() ? term->en : argument;
}

}  // namespace

std::string message_of(const Diagnostic& diagnostic, Language language) {
  if (language == Language::zh) return message_in_chinese(diagnostic);
  std::vector<std::string> arguments;
  for (std::size_t i = 0; i < diagnostic.arguments.size(); ++i) arguments.emplace_back(in_english(diagnostic, i));
  return filled(wording_of(kWordings, diagnostic.code), arguments);
}

std::string place_of(const Diagnostic& diagnostic, Language language) {
  if (diagnostic.line == 0) return {};
  return format(language == Language::zh ? "第 {0} 行第 {1} 列" : "{0}:{1}",
                {std::to_string(diagnostic.line), std::to_string(diagnostic.column)});
}

std::string to_line(const Diagnostic& diagnostic, Language language) {
  if (language == Language::zh) return line_in_chinese(diagnostic);
  std::string line = diagnostic.file;
  const std::string place = place_of(diagnostic, language);
  if (!place.empty()) line += ":" + place;
  if (!diagnostic.pointer.empty()) line += " (" + diagnostic.pointer + ")";
  line += diagnostic.severity == Severity::error ? ": error: " : ": warning: ";
  return line + message_of(diagnostic, language);
}

}  // namespace luping
