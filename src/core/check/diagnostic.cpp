#include "core/check/diagnostic.h"

#include <algorithm>
#include <array>

#include "core/check/diagnostic_wording.h"
#include "core/text.h"

namespace luping {
namespace {

using enum DiagnosticCode;

constexpr std::array kWordings = {
    Wording{file_unreadable, "文件打不开（{0}）。请检查文件名和路径是否正确。"},
    Wording{file_empty, "文件是空的。请换一份文件，或请发件人重新发送。"},
    Wording{file_not_utf8, "文件的文字编码不是 UTF-8，无法读取。请用“另存为”选择 UTF-8 编码后再打开。"},
    Wording{file_too_large, "文件超过 {0} MB，不像是本软件的数据文件。请检查是否选错了文件。"},
    Wording{json_cut_off,
            "文件不完整：内容到这里突然中断，可能是下载或拷贝时没有完成。请重新拷贝，或请发件人重新发送。"},
    Wording{json_syntax, "文件格式有误：这里的“{0}”不该出现。文件可能被改坏了，请恢复原文件，或请发件人重新发送。"},
    Wording{json_duplicate_field, "字段“{0}”出现了两次，无法判断以哪个为准。请删去其中一个。"},
    Wording{json_too_deep, "内容嵌套过深，不像是本软件的数据文件。"},
    Wording{not_our_file, "这不是绿评的数据文件（没有可识别的 format 字段）。请选择自评文件、目标文件或指标体系文件。"},
    Wording{unexpected_format, "这是{0}，而这里需要{1}。请换一份文件。"},
    Wording{unsupported_version,
            "文件格式版本为 {0}，本软件只能读版本 {1}。请用与文件配套的绿评打开，或请发件人按版本 {1} 保存。"},
    Wording{missing_field, "缺少必需的字段“{0}”。请补上后再打开。"},
    Wording{wrong_type, "字段“{0}”应为{1}，现为{2}。请改正后再打开。"},
    Wording{bad_number, "“{0}”不是数字。请只填数字，例如 95.5。"},
    Wording{too_many_digits, "“{0}”位数太多（最多 18 位有效数字、18 位小数）。请核对是否多输了数字。"},
    Wording{bad_word, "“{0}”不在可选范围内，只能是：{1}。"},
    Wording{bad_id, "编号“{0}”不合规则：只能用英文字母、数字和 . _ -，最多 64 个字符。"},
    Wording{bad_date, "“{0}”不是日期。请写成 2023-06-30 的样子。"},
    Wording{number_too_small, "字段“{0}”不能小于 {1}。请改正。"},
    Wording{exactly_one_field, "{0} 这几个字段要写一个，也只能写一个。请补上或删去多余的。"},
    Wording{field_not_allowed, "“{1}”不能带字段“{0}”，写了也不起作用。请删去它，或换一种写法。"},
    Wording{unknown_scheme, "这份文件属于指标体系“{0}”，现在打开的是“{1}”。请先打开与它配套的指标体系文件。"},
    Wording{other_scheme_version,
            "这份文件按指标体系版本 {0} 填写，现用版本 {1}。判定按现用版本重新计算，请留意指标有无变化。"},
    Wording{unknown_region, "地区代码“{0}”不在指标体系中。请核对地区代码。"},
    Wording{unknown_indicator, "指标“{0}”不在指标体系中。可能是编号写错，或文件属于另一个指标体系；请核对后再打开。"},
    Wording{unknown_input, "指标“{1}”没有名为“{0}”的计算项。请核对编号。"},
    Wording{unknown_measure, "任务“{0}”不在指标体系中。请核对编号。"},
    Wording{unknown_year, "年份“{0}”不合理。请写四位数的年份，例如 2023。"},
    Wording{year_not_in_scheme, "年份 {0} 不在这个指标体系的年度（{1}）之内，门槛未必适用。请核对年份。"},
    Wording{duplicate_target, "地区“{1}”指标“{0}”同一年有两个目标，无法判断以哪个为准。请删去其中一个。"},
    Wording{direction_conflict,
            "指标“{0}”的目标方向与指标体系相反（一个越高越好，一个越低越好），该指标将无法判定。请与下达单位核对。"},
    Wording{value_not_a_number, "指标“{1}”填的“{0}”不是数字，按数据错误处理。请改为数字。"},
    Wording{value_not_an_option, "指标“{1}”填的“{0}”不在选项内（{2}），按数据错误处理。"},
    Wording{entries_disagree, "指标“{0}”直接填写的 {1} 与按数量算出的 {2} 不一致。请核对，或只保留一种填法。"},
    Wording{reason_missing, "指标“{0}”标为不适用但没有写理由，不作数。请补写理由。"},
    Wording{indicator_changed, "指标“{0}”的要求在填报之后有了变化，原来填的内容保留。请对照现在的要求核对一遍。"},
    Wording{indicator_unverified,
            "指标“{0}”是按另一版本的指标体系填的，无法确认要求有没有变化，原来填的内容保留。请核对一遍。"},
    Wording{answer_without_indicator, "现用的指标体系没有指标“{0}”：填的内容留在文件里，不参加判定。"},
    Wording{answer_without_input, "指标“{1}”现在没有名为“{0}”的计算项：填的数留在文件里，不参加计算。"},
    Wording{answer_without_measure, "现用的指标体系没有任务“{0}”：填的进度留在文件里，不参加判定。"},
    Wording{override_incomplete, "指标“{0}”的人工认定不完整（要有认定结果、理由和认定人），不作数。请补全，或删去。"},
    Wording{override_unknown_result, "人工认定的结果“{0}”不是可用的结果，不作数。只能是：{1}。"},
    Wording{answer_ignored, "指标“{0}”的结果来自任务进展，这里单独填的内容不作数。请到对应的任务里填报。"},
    Wording{evidence_missing, "指标“{0}”要求附佐证材料{1}，还没有登记。"},
    Wording{sha256_malformed, "“{0}”不是 SHA-256 校验值（应为 64 位十六进制字符）。请重新计算，或留空。"},
    Wording{attribute_unknown, "指标体系没有名为“{0}”的地区属性，这一项不起作用。请核对。"},
    Wording{attribute_word_unknown,
            "地区属性“{1}”填的“{0}”不在可选范围内（{2}），有关指标可能无法判定或判错。请改正。"},
    Wording{unknown_external, "外部数据“{0}”不在指标体系中，不起作用。请核对编号。"},
    Wording{duplicate_external, "外部数据“{0}”在 {1} 年有两个数，无法判断以哪个为准。请删去其中一个。"},
    Wording{past_year_not_past, "年份 {0} 不早于填报年度 {1}，不能作为往年数据。请核对年份。"},
    Wording{looks_like_fraction,
            "“{0}”填的 {1} 像是把百分数写成了小数。单位是 %，如果实际是 {2}%，请填 {2}；如果确实是 {1}%，不必改。"},
    Wording{far_from_last_year,
            "“{0}”本年 {1} 与上年 {2} 相差约十倍或更多，可能小数点错位或单位不同。请核对；确实如此则不必改。"},
    Wording{far_from_baseline,
            "“{0}”本年 {1} 与基期 {2} 相差约十倍或更多，可能小数点错位或单位不同。请核对；确实如此则不必改。"},
    Wording{duplicate_id, "编号“{0}”重复。请改用不同的编号。"},
    Wording{unknown_reference, "“{0}”不存在：指标体系里没有这个{1}。请核对编号。"},
    Wording{formula_syntax, "公式第 {0} 个字符起有误（“{1}”）。请检查括号和运算符。"},
    Wording{formula_unknown_function, "公式里的函数“{0}”用得不对。只能用 min、max、abs（一个参数）、sum。"},
    Wording{formula_unknown_input, "公式里的“{0}”不是本指标的计算项。请在 inputs 里加上它，或改正拼写。"},
    Wording{input_unused, "计算项“{0}”没有在公式中用到。请检查公式，或删去它。"},
    Wording{rule_needs_number, "指标“{0}”的规则要比较数值，但它填的不是数值。请改规则或改 value。"},
    Wording{rule_needs_status, "指标“{0}”的规则要看状态选项，但它填的不是选项。请改规则或改 value。"},
    Wording{rule_needs_direction, "指标“{0}”的规则要知道越高越好还是越低越好。请在 value 里写明 direction。"},
    Wording{status_not_an_option, "规则里的“{0}”不在该指标的选项中，永远不会满足。请核对。"},
    Wording{threshold_out_of_range, "门槛 {0} 在该指标可能的取值范围之外。请核对。"},
    Wording{must_be_positive, "“{0}”应大于 0，现为 {1}。请改正。"},
    Wording{must_not_be_negative, "“{0}”不能小于 0，现为 {1}。请改正。"},
    Wording{range_reversed, "下限 {0} 大于上限 {1}，没有数能填。请对调或改正。"},
    Wording{target_year_past, "目标年 {0} 早于指标体系的年度。请核对。"},
    Wording{word_twice, "“{0}”列了两次。请删去一个。"},
    Wording{attribute_undeclared, "地区属性“{0}”没有在 attributes 中声明，写错字也查不出来。请补上声明和可选的值。"},
    Wording{attribute_value_unknown, "“{0}”不是地区属性“{1}”的值，永远不会出现。可选的值：{2}。"},
    Wording{condition_never_met,
            "没有地区能满足这个适用条件，这一条永远不适用。请检查 appliesWhen，也看看所属条目的适用条件。"},
    Wording{case_twice, "“{0}”已在前面的情形中出现，这里的永远轮不到。请删去其中一个。"},
    Wording{case_never_occurs, "适用的地区中不会出现“{0}”，这一情形永远轮不到。请核对或删去。"},
    Wording{case_missing, "地区属性“{0}”的这些值没有对应的情形：{1}。这些地区将无法判定。请补上情形，或写 otherwise。"},
    Wording{otherwise_never_occurs, "各情形已包括地区属性“{0}”的所有值，otherwise 永远轮不到。请核对或删去。"},
    Wording{rule_of_not_allowed, "这种规则不能针对计算项“{0}”：of 只能用于数值比较、区间和上级目标。请改规则。"},
    Wording{target_comparison, "计算项“{0}”对上级目标只能用 atLeast（不低于）或 atMost（不超过）。请改 comparison。"},
    Wording{no_threshold_in_year, "这些年度还没有门槛：{0}，将无法判定。请在 byYear 中补上。"},
    Wording{reference_unused, "门槛公式没有用到“{0}”，缺了它却会无法判定。请检查公式，或删去它。"},
    Wording{formula_without_reference, "门槛公式里的“{0}”没有说明来源。请在 references 里加上它，或改正拼写。"},
    Wording{never_holds, "“{0}”可能的取值都不满足这一规则，永远不会达标。请核对门槛和取值范围。"},
    Wording{always_holds, "“{0}”可能的取值全都满足这一规则，等于没有要求。请核对门槛和取值范围。"},
    Wording{between_reversed, "“{0}”区间的下限大于上限，永远不会达标。请对调 minimum 和 maximum。"},
    Wording{members_contradict,
            "对“{0}”的第 {1} 条要求互相矛盾，不可能同时满足。请核对门槛；若是满足其一即可，请用 anyOf。"},
    Wording{member_redundant, "第 {0} 条要求不起作用：第 {1} 条已经决定了结果。请核对门槛和 allOf、anyOf。"},
    Wording{units_do_not_add, "公式把单位不同的数相加减或比较：“{0}”与“{1}”。请检查公式和各项的单位。"},
    Wording{formula_unit_mismatch, "按各项单位推算，公式的结果是“{0}”，与指标的单位“{1}”不符。请检查公式和单位。"},
    Wording{threshold_unit_mismatch, "门槛公式的结果是“{0}”，要比较的数是“{1}”，不是同一种量。请检查公式和单位。"},
    Wording{factor_hundred_missing, "公式是两个同类量之比，指标的单位是 {0}，可能漏乘 {1}。请核对公式。"},
    Wording{unit_without_quantity, "计量单位“{0}”写了换算系数，却没有写属于哪种量（quantity），不会换算。请补上。"},
    Wording{unit_label_ambiguous,
            "“{0}”同时是计量单位 {1} 和 {2} 的写法，但大小不同，填报时无法分辨。请改用不同的写法。"},
    Wording{share_out_of_range, "比例 {0} 应在 0 到 100 之间（百分数）。请改正。"},
    Wording{gate_selects_nothing,
            "结论条件“{0}”没有选中任何要判定的指标。请检查 obligations、groups、indicators 和 veto。"},
    Wording{gate_without_evidence,
            "结论条件“{0}”要求佐证齐全，但所选指标都没有要求佐证。请给指标加上 evidence，或删去这一条件。"},
    Wording{gate_count_too_large, "要求至少 {0} 项达标，但只选中了 {1} 项，永远无法满足。请改小 count 或放宽范围。"},
    Wording{veto_gate_open,
            "结论条件“{0}”是一票否决，却没有限定指标，任何一项不达标都会否决。请写明 veto 为 true，或列出指标。"},
    Wording{veto_without_gate, "指标“{0}”标为一票否决，但没有结论条件会因它而否决。请加一个 noVeto 条件。"},
    Wording{rollup_needs_number, "指标“{0}”填的不是数值，不能这样汇总。请改用 worst、allPass、countPass 或 cityOnly。"},
    Wording{rollup_needs_formula, "指标“{0}”没有公式，不能用 ratioOfSums 汇总。请加上公式和计算项，或改用别的方法。"},
    Wording{rollup_needs_weight, "指标“{0}”用加权平均汇总，但没有写按哪个计算项加权（weight）。请补上。"},
    Wording{rollup_needs_direction,
            "指标“{0}”取最差的县汇总，要知道越高越好还是越低越好。请在 value 里写明 direction。"},
    Wording{rollup_sums_shares, "汇总时会把“{0}”的百分数直接相加，没有意义。请改用分子分母求和，或换一种汇总方法。"},
    Wording{empty_list, "“{0}”至少要有一项。"},
};

}  // namespace

Diagnostic diagnostic_at(DiagnosticCode code, std::string_view pointer, Arguments arguments) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = pointer;
  for (const std::string_view argument : arguments) diagnostic.arguments.emplace_back(argument);
  return diagnostic;
}

std::string filled(std::string_view wording, const std::vector<std::string>& arguments) {
  const auto argument = [&](std::size_t i) {
    return i < arguments.size() ? std::string_view(arguments[i]) : std::string_view();
  };
  return wording.empty() ? std::string() : format(wording, {argument(0), argument(1), argument(2)});
}

std::string message_in_chinese(const Diagnostic& diagnostic) {
  return filled(wording_of(kWordings, diagnostic.code), diagnostic.arguments);
}

std::string line_in_chinese(const Diagnostic& diagnostic) {
  std::string line = diagnostic.file;
  if (diagnostic.line != 0) {
    line += format(" 第 {0} 行第 {1} 列", {std::to_string(diagnostic.line), std::to_string(diagnostic.column)});
  }
  if (!diagnostic.pointer.empty()) line += "（" + diagnostic.pointer + "）";
  line += diagnostic.severity == Severity::error ? "：" : "：提醒：";
  return line + message_in_chinese(diagnostic);
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

}  // namespace luping
