#include "cli/options.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace luping::cli {
namespace {

constexpr std::array<std::string_view, 8> kCommands = {"evaluate", "check",   "explain",  "scheme",
                                                       "rollup",   "what-if", "progress", "carry-over"};

constexpr std::array<std::string_view, 9> kOptions = {"--scheme", "--targets", "--format",    "--lang", "--region",
                                                      "--own",    "--set",     "--threshold", "--write"};

// What is wrong with the value; empty when nothing is.
std::string apply_option(Options& options, std::string_view name, const std::string& value) {
  if (name == "--scheme") options.scheme = value;
  if (name == "--targets") options.targets.push_back(value);
  if (name == "--region") options.region = value;
  if (name == "--own") options.own = value;
  if (name == "--write") options.write = value;
  if (name == "--set") options.sets.push_back(value);
  if (name == "--threshold") options.thresholds.push_back(value);
  if (name == "--format") {
    if (value == "table") {
      options.format = OutputFormat::table;
    } else if (value == "json") {
      options.format = OutputFormat::json;
    } else if (value == "csv") {
      options.format = OutputFormat::csv;
    } else if (value == "ndjson") {
      options.format = OutputFormat::ndjson;
    } else {
      return "--format 只能是 table、json、csv、ndjson，不能是“" + value +
             "” (--format takes table, json, csv or ndjson)";
    }
  }
  if (name == "--lang") {
    if (value == "zh") {
      options.language = Language::zh;
    } else if (value == "en") {
      options.language = Language::en;
    } else {
      return "--lang 只能是 zh、en，不能是“" + value + "” (--lang takes zh or en)";
    }
  }
  return {};
}

/// An option of another command would be passed over in silence.
std::string check_use(const Options& options) {
  if (options.command != "rollup" && !(options.region.empty() && options.own.empty()))
    return "--region、--own 只用于 luping rollup (--region and --own belong to rollup)";
  if (options.command != "what-if" && !(options.sets.empty() && options.thresholds.empty()))
    return "--set、--threshold 只用于 luping what-if (--set and --threshold belong to what-if)";
  if (options.command != "carry-over" && !options.write.empty())
    return "--write 只用于 luping carry-over (--write belongs to carry-over)";
  if (options.command != "evaluate" && options.format == OutputFormat::ndjson)
    return "--format ndjson 只用于 luping evaluate (--format ndjson belongs to evaluate)";
  const bool no_csv = options.command == "what-if" || options.command == "progress";
  if (no_csv && options.format == OutputFormat::csv)
    return "luping " + options.command + " 没有 csv 输出 (" + options.command + " has no csv output)";
  return {};
}

std::string check_operands(const Options& options) {
  const std::size_t count = options.operands.size();
  if (options.command == "evaluate" && count == 0) return "请写出要评价的自评文件 (evaluate needs at least one FILE)";
  if (options.command == "check" && count == 0) return "请写出要检查的文件 (check needs at least one FILE)";
  if (options.command == "explain" && count != 2)
    return "用法：luping explain 文件 指标编号 (explain needs FILE and INDICATOR)";
  if (options.command == "carry-over" && count != 1)
    return "用法：luping carry-over 文件 [--write 新文件] (carry-over needs one FILE)";
  if (options.command == "rollup" && count == 0) return "请写出要汇总的自评文件 (rollup needs at least one FILE)";
  if ((options.command == "what-if" || options.command == "progress") && count != 1)
    return "luping " + options.command + " 只能写一个自评文件 (" + options.command + " needs one FILE)";
  if (options.command == "scheme" &&
      !(count == 1 && (options.operands[0] == "list" || options.operands[0] == "show")) &&
      !(count == 2 && options.operands[0] == "show")) {
    return "用法：luping scheme list，或 luping scheme show [编号] (scheme list, or scheme show [ID])";
  }
  return {};
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments) {
  Options options;
  std::string answer;  // --help and --version need nothing else
  bool only_operands = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool option = !only_operands && argument.starts_with("-") && argument != "-";
    if (option && argument == "--") {
      only_operands = true;
    } else if (option && (argument == "--help" || argument == "-h")) {
      answer = "help";
    } else if (option && argument == "--version") {
      answer = "version";
    } else if (option) {
      const std::size_t equals = argument.find('=');
      const std::string name = argument.substr(0, equals);
      if (std::find(kOptions.begin(), kOptions.end(), name) == kOptions.end())
        return {std::nullopt, "没有“" + name + "”这个选项 (unknown option " + name + ")"};
      std::string value;
      if (equals != std::string::npos) {
        value = argument.substr(equals + 1);
      } else if (i + 1 < arguments.size()) {
        value = arguments[++i];
      } else {
        return {std::nullopt, "选项“" + name + "”后面缺少内容 (" + name + " needs a value)"};
      }
      if (std::string problem = apply_option(options, name, value); !problem.empty())
        return {std::nullopt, std::move(problem)};
    } else if (options.command.empty()) {
      if (std::find(kCommands.begin(), kCommands.end(), argument) == kCommands.end()) {
        return {std::nullopt, "没有“" + argument + "”这个命令 (unknown command " + argument + ")"};
      }
      options.command = argument;
    } else {
      options.operands.push_back(argument);
    }
  }
  if (!answer.empty()) {
    options.command = answer;
    return {options, {}};
  }
  if (options.command.empty()) return {std::nullopt, "请写出命令 (a command is needed)"};
  if (std::string problem = check_operands(options); !problem.empty()) return {std::nullopt, std::move(problem)};
  if (std::string problem = check_use(options); !problem.empty()) return {std::nullopt, std::move(problem)};
  return {options, {}};
}

std::string usage(Language language) {
  if (language == Language::en) {
    return R"(luping: self-assessment against an indicator scheme

  luping evaluate FILE... [--scheme F] [--targets F] [--format table|json|csv] [--lang zh|en]
                              judge assessment files
  luping evaluate --format ndjson FILE... | -
                              many assessments, one a line, as a stream
  luping check FILE...        look for mistakes in assessment, target or scheme files
  luping explain FILE INDICATOR
                              why one indicator came out as it did
  luping carry-over FILE [--write OUT]
                              which answers still fit the scheme at hand; OUT: the file under its version
  luping rollup FILE... [--region ID] [--own F] [--format table|json|csv]
                              the counties' assessments rolled up to their city
  luping what-if FILE [--set INDICATOR=VALUE] [--threshold INDICATOR=NUMBER] [--format table|json]
                              what other answers or thresholds would change, and what is nearest to passing
  luping progress FILE [--format table|json]
                              how far it is from baseline to goal
  luping scheme list          the shipped schemes
  luping scheme show [ID]     one scheme's indicators and rules
  luping --help, --version

  --scheme F     use this scheme file instead of the shipped ones
  --targets F    add a target pack; may be given several times
  --own F        the city's own assessment, for its targets and what it answers itself
  --set A=B      suppose: 7.3.a=50, an input 7.3.a.treated=60, a measure 1.1-m1=done; may be given several times
  --threshold A=B
                 suppose this threshold, of a rule with several: 3.1.a/rules/1=60; may be given several times
  --lang en      English output (file content stays as it is)

Exit status: 0 every conclusion reached and satisfied; 1 not satisfied; 2 bad input or usage.
)";
  }
  return R"(绿评 luping：对照指标体系自评

  luping evaluate 文件... [--scheme 文件] [--targets 文件] [--format table|json|csv] [--lang zh|en]
                              评价自评文件
  luping evaluate --format ndjson 文件... | -
                              成批评价，一行一份，边读边出结果
  luping check 文件...        检查自评文件、目标文件或指标体系文件有没有问题
  luping explain 文件 指标编号
                              说明一项指标为什么这样判定
  luping carry-over 文件 [--write 新文件]
                              按现用的指标体系，哪些填报仍然适用、哪些要核对；新文件记为现用版本
  luping rollup 文件... [--region 代码] [--own 文件] [--format table|json|csv]
                              把各县（市、区）的自评汇总到市
  luping what-if 文件 [--set 指标=数值] [--threshold 指标=数字] [--format table|json]
                              假设改动填报或门槛，看判定怎样变，哪些最接近达标
  luping progress 文件 [--format table|json]
                              从基期到目标走了多远
  luping scheme list          列出自带的指标体系
  luping scheme show [编号]   显示一个指标体系的指标和规则
  luping --help, --version

  --scheme 文件   改用这个指标体系文件
  --targets 文件  加入目标文件，可以写多次
  --own 文件      市本级的自评文件：它的目标，以及由它自己填报的指标
  --set 甲=乙     假设填报，可以写多次：7.3.a=50，数据项 7.3.a.treated=60，任务 1.1-m1=done
  --threshold 甲=乙
                  假设门槛，可以写多次；规则里有几个时写明位置：3.1.a/rules/1=60
  --lang en       以英文输出（文件内容不翻译）

退出码：0 得出结论且全部符合；1 不符合或尚无结论；2 输入文件或用法有误。
)";
}

}  // namespace luping::cli
