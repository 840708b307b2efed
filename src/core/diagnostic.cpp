#include "core/diagnostic.h"

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
    Term{"列表 [ ]", "an array"},
    Term{"对象 { }", "an object"},
    Term{"条目（item）", "item"},
    Term{"地区（region）", "region"},
    Term{"单位（organisation）", "organisation"},
    Term{"任务组（group）", "group"},
    Term{"计量单位（unit）", "unit"},
    Term{"任务（measure）", "measure"},
    Term{"指标（indicator）", "indicator"},
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
