#include "core/check/diagnostic.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace luping {
namespace {

struct Wording {
  DiagnosticCode code;
  std::string_view zh;
  std::string_view en;
};

using enum DiagnosticCode;

constexpr std::array kWordings = {
    Wording{file_unreadable, "文件打不开（{0}）。请检查文件名和路径是否正确。",
            "cannot read the file ({0}); check its name and path"},
    Wording{file_empty, "文件是空的。请换一份文件，或请发件人重新发送。",
            "the file is empty; ask the sender for it again"},
    Wording{file_not_utf8, "文件的文字编码不是 UTF-8，无法读取。请用“另存为”选择 UTF-8 编码后再打开。",
            "the text is not UTF-8; save it again as UTF-8"},
    Wording{file_too_large, "文件超过 {0} MB，不像是本软件的数据文件。请检查是否选错了文件。",
            "the file is larger than {0} MB; probably not one of ours"},
    Wording{json_cut_off,
            "文件不完整：内容到这里突然中断，可能是下载或拷贝时没有完成。请重新拷贝，或请发件人重新发送。",
            "the file ends too early, probably an incomplete copy; get it again"},
    Wording{json_syntax, "文件格式有误：这里的“{0}”不该出现。文件可能被改坏了，请恢复原文件，或请发件人重新发送。",
            "malformed JSON at '{0}'; restore the original file"},
    Wording{json_duplicate_field, "字段“{0}”出现了两次，无法判断以哪个为准。请删去其中一个。",
            "field '{0}' is given twice; remove one"},
    Wording{json_too_deep, "内容嵌套过深，不像是本软件的数据文件。", "nested too deeply to be one of our files"},
    Wording{not_our_file, "这不是绿评的数据文件（没有可识别的 format 字段）。请选择自评文件、目标文件或指标体系文件。",
            "not one of our files (no known 'format'); choose an assessment, a target pack or a scheme"},
    Wording{unexpected_format, "这是{0}，而这里需要{1}。请换一份文件。", "this is {0}, but {1} is needed here"},
    Wording{unsupported_version,
            "文件格式版本为 {0}，本软件只能读版本 {1}。请用与文件配套的绿评打开，或请发件人按版本 {1} 保存。",
            "format version {0}, only {1} can be read; open it with the matching release"},
    Wording{missing_field, "缺少必需的字段“{0}”。请补上后再打开。", "field '{0}' is missing"},
    Wording{wrong_type, "字段“{0}”应为{1}，现为{2}。请改正后再打开。", "field '{0}' must be {1}, found {2}"},
    Wording{bad_number, "“{0}”不是数字。请只填数字，例如 95.5。", "'{0}' is not a number"},
    Wording{too_many_digits, "“{0}”位数太多（最多 18 位有效数字、18 位小数）。请核对是否多输了数字。",
            "'{0}' has too many digits (at most 18 significant and 18 decimals)"},
    Wording{bad_word, "“{0}”不在可选范围内，只能是：{1}。", "'{0}' is not one of: {1}"},
    Wording{bad_id, "编号“{0}”不合规则：只能用英文字母、数字和 . _ -，最多 64 个字符。",
            "id '{0}' must be 1 to 64 characters of A-Z a-z 0-9 . _ -"},
    Wording{bad_date, "“{0}”不是日期。请写成 2023-06-30 的样子。", "'{0}' is not a date (YYYY-MM-DD)"},
    Wording{number_too_small, "字段“{0}”不能小于 {1}。请改正。", "field '{0}' must be at least {1}"},
    Wording{exactly_one_field, "{0} 这几个字段要写一个，也只能写一个。请补上或删去多余的。",
            "exactly one of {0} is needed"},
    Wording{field_not_allowed, "“{1}”不能带字段“{0}”，写了也不起作用。请删去它，或换一种写法。",
            "field '{0}' does not go with '{1}'"},
    Wording{unknown_scheme, "这份文件属于指标体系“{0}”，现在打开的是“{1}”。请先打开与它配套的指标体系文件。",
            "made for scheme '{0}', but '{1}' is at hand; give its scheme first"},
    Wording{other_scheme_version,
            "这份文件按指标体系版本 {0} 填写，现用版本 {1}。判定按现用版本重新计算，请留意指标有无变化。",
            "made under scheme version {0}, judged under {1}"},
    Wording{unknown_region, "地区代码“{0}”不在指标体系中。请核对地区代码。", "region '{0}' is not in the scheme"},
    Wording{unknown_indicator, "指标“{0}”不在指标体系中。可能是编号写错，或文件属于另一个指标体系；请核对后再打开。",
            "indicator '{0}' is not in the scheme"},
    Wording{unknown_input, "指标“{1}”没有名为“{0}”的计算项。请核对编号。", "indicator '{1}' has no input '{0}'"},
    Wording{unknown_measure, "任务“{0}”不在指标体系中。请核对编号。", "measure '{0}' is not in the scheme"},
    Wording{unknown_year, "年份“{0}”不合理。请写四位数的年份，例如 2023。", "'{0}' is not a plausible year"},
    Wording{year_not_in_scheme, "年份 {0} 不在这个指标体系的年度（{1}）之内，门槛未必适用。请核对年份。",
            "year {0} is not among the scheme's years ({1})"},
    Wording{duplicate_target, "地区“{1}”指标“{0}”同一年有两个目标，无法判断以哪个为准。请删去其中一个。",
            "two targets for indicator '{0}' in region '{1}' in one year"},
    Wording{direction_conflict,
            "指标“{0}”的目标方向与指标体系相反（一个越高越好，一个越低越好），该指标将无法判定。请与下达单位核对。",
            "the target's direction contradicts indicator '{0}', which cannot be judged"},
    Wording{value_not_a_number, "指标“{1}”填的“{0}”不是数字，按数据错误处理。请改为数字。",
            "'{0}' for '{1}' is not a number; judged as an error"},
    Wording{value_not_an_option, "指标“{1}”填的“{0}”不在选项内（{2}），按数据错误处理。",
            "'{0}' for '{1}' is none of: {2}; judged as an error"},
    Wording{entries_disagree, "指标“{0}”直接填写的 {1} 与按数量算出的 {2} 不一致。请核对，或只保留一种填法。",
            "'{0}': the finished figure {1} and the computed {2} disagree"},
    Wording{reason_missing, "指标“{0}”标为不适用但没有写理由，不作数。请补写理由。",
            "'{0}' is declared not applicable without a reason; ignored"},
    Wording{indicator_changed, "指标“{0}”的要求在填报之后有了变化，原来填的内容保留。请对照现在的要求核对一遍。",
            "the requirement of '{0}' changed after it was answered; the answer is kept, review it"},
    Wording{indicator_unverified,
            "指标“{0}”是按另一版本的指标体系填的，无法确认要求有没有变化，原来填的内容保留。请核对一遍。",
            "'{0}' was answered under another version; whether it changed is not known, review it"},
    Wording{answer_without_indicator, "现用的指标体系没有指标“{0}”：填的内容留在文件里，不参加判定。",
            "indicator '{0}' is no longer in the scheme; its answer stays in the file, unjudged"},
    Wording{answer_without_input, "指标“{1}”现在没有名为“{0}”的计算项：填的数留在文件里，不参加计算。",
            "indicator '{1}' no longer has an input '{0}'; the figure stays in the file, unused"},
    Wording{answer_without_measure, "现用的指标体系没有任务“{0}”：填的进度留在文件里，不参加判定。",
            "measure '{0}' is no longer in the scheme; its report stays in the file, unjudged"},
    Wording{override_incomplete, "指标“{0}”的人工认定不完整（要有认定结果、理由和认定人），不作数。请补全，或删去。",
            "the result set by hand for '{0}' lacks its result, reason or author; ignored"},
    Wording{override_unknown_result, "人工认定的结果“{0}”不是可用的结果，不作数。只能是：{1}。",
            "'{0}' is no result and is ignored; it must be one of: {1}"},
    Wording{answer_ignored, "指标“{0}”的结果来自任务进展，这里单独填的内容不作数。请到对应的任务里填报。",
            "'{0}' takes its value from a measure; what is entered here is ignored"},
    Wording{evidence_missing, "指标“{0}”要求附佐证材料{1}，还没有登记。",
            "'{0}' requires evidence{1} and has none yet"},
    Wording{sha256_malformed, "“{0}”不是 SHA-256 校验值（应为 64 位十六进制字符）。请重新计算，或留空。",
            "'{0}' is no SHA-256 (64 hexadecimal digits)"},
    Wording{attribute_unknown, "指标体系没有名为“{0}”的地区属性，这一项不起作用。请核对。",
            "the scheme has no attribute '{0}'; it has no effect"},
    Wording{attribute_word_unknown, "地区属性“{1}”填的“{0}”不在可选范围内（{2}），有关指标可能无法判定或判错。请改正。",
            "'{0}' is no word of attribute '{1}' ({2}); verdicts that ask for it may be wrong"},
    Wording{unknown_external, "外部数据“{0}”不在指标体系中，不起作用。请核对编号。",
            "external figure '{0}' is not in the scheme"},
    Wording{duplicate_external, "外部数据“{0}”在 {1} 年有两个数，无法判断以哪个为准。请删去其中一个。",
            "two figures of '{0}' for {1}; remove one"},
    Wording{past_year_not_past, "年份 {0} 不早于填报年度 {1}，不能作为往年数据。请核对年份。",
            "year {0} is not before the assessment's year {1}"},
    Wording{looks_like_fraction,
            "“{0}”填的 {1} 像是把百分数写成了小数。单位是 %，如果实际是 {2}%，请填 {2}；如果确实是 {1}%，不必改。",
            "'{0}': {1} looks like a fraction; the unit is %, so enter {2} if that is meant"},
    Wording{far_from_last_year,
            "“{0}”本年 {1} 与上年 {2} 相差约十倍或更多，可能小数点错位或单位不同。请核对；确实如此则不必改。",
            "'{0}': {1} is off from last year's {2} by a power of ten; check the decimal point and the unit"},
    Wording{far_from_baseline,
            "“{0}”本年 {1} 与基期 {2} 相差约十倍或更多，可能小数点错位或单位不同。请核对；确实如此则不必改。",
            "'{0}': {1} is off from the baseline {2} by a power of ten; check the decimal point and the unit"},
    Wording{duplicate_id, "编号“{0}”重复。请改用不同的编号。", "id '{0}' is used twice"},
    Wording{unknown_reference, "“{0}”不存在：指标体系里没有这个{1}。请核对编号。", "'{0}' names no {1} of the scheme"},
    Wording{formula_syntax, "公式第 {0} 个字符起有误（“{1}”）。请检查括号和运算符。",
            "formula error at character {0} ('{1}')"},
    Wording{formula_unknown_function, "公式里的函数“{0}”用得不对。只能用 min、max、abs（一个参数）、sum。",
            "'{0}' is no function or has the wrong number of arguments (min, max, abs, sum)"},
    Wording{formula_unknown_input, "公式里的“{0}”不是本指标的计算项。请在 inputs 里加上它，或改正拼写。",
            "'{0}' is no input of the indicator"},
    Wording{input_unused, "计算项“{0}”没有在公式中用到。请检查公式，或删去它。",
            "input '{0}' is not used by the formula"},
    Wording{rule_needs_number, "指标“{0}”的规则要比较数值，但它填的不是数值。请改规则或改 value。",
            "the rule of '{0}' compares numbers, its value is none"},
    Wording{rule_needs_status, "指标“{0}”的规则要看状态选项，但它填的不是选项。请改规则或改 value。",
            "the rule of '{0}' needs a status value"},
    Wording{rule_needs_direction, "指标“{0}”的规则要知道越高越好还是越低越好。请在 value 里写明 direction。",
            "the rule of '{0}' needs value.direction"},
    Wording{status_not_an_option, "规则里的“{0}”不在该指标的选项中，永远不会满足。请核对。",
            "'{0}' is no option of the indicator"},
    Wording{threshold_out_of_range, "门槛 {0} 在该指标可能的取值范围之外。请核对。",
            "threshold {0} lies outside the indicator's range"},
    Wording{must_be_positive, "“{0}”应大于 0，现为 {1}。请改正。", "'{0}' must be greater than 0, found {1}"},
    Wording{must_not_be_negative, "“{0}”不能小于 0，现为 {1}。请改正。", "'{0}' must not be negative, found {1}"},
    Wording{range_reversed, "下限 {0} 大于上限 {1}，没有数能填。请对调或改正。",
            "the minimum {0} is above the maximum {1}"},
    Wording{target_year_past, "目标年 {0} 早于指标体系的年度。请核对。",
            "the target year {0} lies before the scheme's years"},
    Wording{word_twice, "“{0}”列了两次。请删去一个。", "'{0}' is listed twice"},
    Wording{attribute_undeclared, "地区属性“{0}”没有在 attributes 中声明，写错字也查不出来。请补上声明和可选的值。",
            "attribute '{0}' is not declared in 'attributes'"},
    Wording{attribute_value_unknown, "“{0}”不是地区属性“{1}”的值，永远不会出现。可选的值：{2}。",
            "'{0}' is no value of attribute '{1}' ({2})"},
    Wording{condition_never_met,
            "没有地区能满足这个适用条件，这一条永远不适用。请检查 appliesWhen，也看看所属条目的适用条件。",
            "no region can meet this condition; check it together with the item's"},
    Wording{case_twice, "“{0}”已在前面的情形中出现，这里的永远轮不到。请删去其中一个。",
            "'{0}' stands in an earlier case already; this one is never reached"},
    Wording{case_never_occurs, "适用的地区中不会出现“{0}”，这一情形永远轮不到。请核对或删去。",
            "'{0}' never occurs among the regions concerned; the case is never reached"},
    Wording{case_missing, "地区属性“{0}”的这些值没有对应的情形：{1}。这些地区将无法判定。请补上情形，或写 otherwise。",
            "no case for these values of attribute '{0}': {1}; add cases or 'otherwise'"},
    Wording{otherwise_never_occurs, "各情形已包括地区属性“{0}”的所有值，otherwise 永远轮不到。请核对或删去。",
            "the cases cover every value of attribute '{0}'; 'otherwise' is never reached"},
    Wording{rule_of_not_allowed, "这种规则不能针对计算项“{0}”：of 只能用于数值比较、区间和上级目标。请改规则。",
            "this kind of rule cannot be about input '{0}'"},
    Wording{target_comparison, "计算项“{0}”对上级目标只能用 atLeast（不低于）或 atMost（不超过）。请改 comparison。",
            "a target of input '{0}' needs the comparison atLeast or atMost"},
    Wording{no_threshold_in_year, "这些年度还没有门槛：{0}，将无法判定。请在 byYear 中补上。",
            "no threshold in these years of the scheme: {0}"},
    Wording{reference_unused, "门槛公式没有用到“{0}”，缺了它却会无法判定。请检查公式，或删去它。",
            "the threshold's formula does not use '{0}'"},
    Wording{formula_without_reference, "门槛公式里的“{0}”没有说明来源。请在 references 里加上它，或改正拼写。",
            "'{0}' in the threshold's formula is no reference"},
    Wording{never_holds, "“{0}”可能的取值都不满足这一规则，永远不会达标。请核对门槛和取值范围。",
            "no possible value of '{0}' meets this rule"},
    Wording{always_holds, "“{0}”可能的取值全都满足这一规则，等于没有要求。请核对门槛和取值范围。",
            "every possible value of '{0}' meets this rule"},
    Wording{between_reversed, "“{0}”区间的下限大于上限，永远不会达标。请对调 minimum 和 maximum。",
            "the range required of '{0}' has its minimum above its maximum"},
    Wording{members_contradict,
            "对“{0}”的第 {1} 条要求互相矛盾，不可能同时满足。请核对门槛；若是满足其一即可，请用 anyOf。",
            "requirements {1} on '{0}' cannot hold together; check them, or use anyOf"},
    Wording{member_redundant, "第 {0} 条要求不起作用：第 {1} 条已经决定了结果。请核对门槛和 allOf、anyOf。",
            "requirement {0} never matters: requirement {1} decides"},
    Wording{units_do_not_add, "公式把单位不同的数相加减或比较：“{0}”与“{1}”。请检查公式和各项的单位。",
            "the formula adds or compares different units: '{0}' and '{1}'"},
    Wording{formula_unit_mismatch, "按各项单位推算，公式的结果是“{0}”，与指标的单位“{1}”不符。请检查公式和单位。",
            "the formula's result is in '{0}', which does not fit the indicator's unit '{1}'"},
    Wording{threshold_unit_mismatch, "门槛公式的结果是“{0}”，要比较的数是“{1}”，不是同一种量。请检查公式和单位。",
            "the threshold is in '{0}', but is compared with '{1}', another quantity"},
    Wording{factor_hundred_missing, "公式是两个同类量之比，指标的单位是 {0}，可能漏乘 {1}。请核对公式。",
            "the formula is a plain ratio and the unit is {0}: the factor {1} may be missing"},
    Wording{unit_without_quantity, "计量单位“{0}”写了换算系数，却没有写属于哪种量（quantity），不会换算。请补上。",
            "unit '{0}' has a factor but no quantity; it converts into nothing"},
    Wording{unit_label_ambiguous,
            "“{0}”同时是计量单位 {1} 和 {2} 的写法，但大小不同，填报时无法分辨。请改用不同的写法。",
            "'{0}' is the label of both {1} and {2}, which differ in size"},
    Wording{share_out_of_range, "比例 {0} 应在 0 到 100 之间（百分数）。请改正。",
            "the share {0} must lie between 0 and 100 (percent)"},
    Wording{gate_selects_nothing,
            "结论条件“{0}”没有选中任何要判定的指标。请检查 obligations、groups、indicators 和 veto。",
            "gate '{0}' selects no indicator that is judged"},
    Wording{gate_without_evidence,
            "结论条件“{0}”要求佐证齐全，但所选指标都没有要求佐证。请给指标加上 evidence，或删去这一条件。",
            "gate '{0}' is about evidence, but no indicator it selects requires any"},
    Wording{gate_count_too_large, "要求至少 {0} 项达标，但只选中了 {1} 项，永远无法满足。请改小 count 或放宽范围。",
            "at least {0} must pass, but only {1} are selected"},
    Wording{veto_gate_open,
            "结论条件“{0}”是一票否决，却没有限定指标，任何一项不达标都会否决。请写明 veto 为 true，或列出指标。",
            "veto gate '{0}' is about every indicator; set its veto to true or list indicators"},
    Wording{veto_without_gate, "指标“{0}”标为一票否决，但没有结论条件会因它而否决。请加一个 noVeto 条件。",
            "'{0}' is marked veto, but no required gate turns on it"},
    Wording{rollup_needs_number, "指标“{0}”填的不是数值，不能这样汇总。请改用 worst、allPass、countPass 或 cityOnly。",
            "'{0}' is no number and cannot be rolled up so"},
    Wording{rollup_needs_formula, "指标“{0}”没有公式，不能用 ratioOfSums 汇总。请加上公式和计算项，或改用别的方法。",
            "'{0}' has no formula; ratioOfSums needs one"},
    Wording{rollup_needs_weight, "指标“{0}”用加权平均汇总，但没有写按哪个计算项加权（weight）。请补上。",
            "the weighted mean of '{0}' needs its weight"},
    Wording{rollup_needs_direction,
            "指标“{0}”取最差的县汇总，要知道越高越好还是越低越好。请在 value 里写明 direction。",
            "the worst of '{0}' needs value.direction"},
    Wording{rollup_sums_shares, "汇总时会把“{0}”的百分数直接相加，没有意义。请改用分子分母求和，或换一种汇总方法。",
            "rolling up would add the shares of '{0}'"},
    Wording{empty_list, "“{0}”至少要有一项。", "'{0}' needs at least one entry"},
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

Diagnostic diagnostic_at(DiagnosticCode code, std::string_view pointer, Arguments arguments) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = pointer;
  for (const std::string_view argument : arguments) diagnostic.arguments.emplace_back(argument);
  return diagnostic;
}

std::string message_of(const Diagnostic& diagnostic, Language language) {
  const auto* wording =
      std::find_if(kWordings.begin(), kWordings.end(), [&](const Wording& one) { return one.code == diagnostic.code; });
  if (wording == kWordings.end()) return {};
  const auto argument = [&](std::size_t i) {
    if (i >= diagnostic.arguments.size()) return std::string_view();
    return language == Language::en ? in_english(diagnostic, i) : std::string_view(diagnostic.arguments[i]);
  };
  return format(language == Language::zh ? wording->zh : wording->en, {argument(0), argument(1), argument(2)});
}

std::string place_of(const Diagnostic& diagnostic, Language language) {
  if (diagnostic.line == 0) return {};
  return format(language == Language::zh ? "第 {0} 行第 {1} 列" : "{0}:{1}",
                {std::to_string(diagnostic.line), std::to_string(diagnostic.column)});
}

std::string to_line(const Diagnostic& diagnostic, Language language) {
  const bool zh = language == Language::zh;
  std::string line = diagnostic.file;
  const std::string place = place_of(diagnostic, language);
  if (!place.empty()) line += (zh ? " " : ":") + place;
  if (!diagnostic.pointer.empty()) line += zh ? "（" + diagnostic.pointer + "）" : " (" + diagnostic.pointer + ")";
  const bool error = diagnostic.severity == Severity::error;
  if (zh) {
    line += error ? "：" : "：提醒：";
  } else {
    line += error ? ": error: " : ": warning: ";
  }
  return line + message_of(diagnostic, language);
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

}  // namespace luping
