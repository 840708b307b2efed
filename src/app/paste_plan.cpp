#include "app/paste_plan.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/fields.h"
#include "app/paste_columns.h"
#include "core/judge/quantity.h"
#include "core/text.h"

namespace luping {
namespace {

/// What a cell would put into a row.
struct Fit {
  std::string typed;  ///< to be typed
  std::string text;   ///< as kept
  std::string shown;  ///< as seen
  std::string why;    ///< not empty: it does not fit
};

Fit no_fit(std::string why) { return {{}, {}, {}, std::move(why)}; }

std::string label_of_choice(const FillRow& row, std::string_view value) {
  for (const Choice& choice : row.choices) {
    if (choice.value == value && !value.empty()) return choice.label;
  }
  return std::string(value);
}

Fit fit_choice(const FillRow& row, const std::string& text) {
  std::vector<std::string> labels;
  for (const Choice& choice : row.choices) {
    if (choice.value.empty()) continue;
    if (compact(choice.label) == compact(text)) return {choice.value, choice.value, choice.label, {}};
    labels.push_back("“" + choice.label + "”");
  }
  return no_fit("选项里没有这一项，可填" + join(labels, "、"));
}

Fit fit_number(const Scheme& scheme, const FillRow& row, const std::string& text, const std::string& unit) {
  const Indicator* indicator = find_indicator(scheme, row.id);
  if (indicator == nullptr) return no_fit("没有这项指标");
  const bool other_unit = !unit.empty() && compact(unit) != compact(row.unit);
  const std::string words = other_unit ? text + " " + unit : text;
  switch (read_quantity(scheme, words, indicator->value.unit).problem) {
    case DecimalProblem::none:
      break;
    case DecimalProblem::too_many_digits:
      return no_fit("位数太多，请核对");
    case DecimalProblem::empty:
    case DecimalProblem::not_a_number:
      if (other_unit && read_quantity(scheme, text, indicator->value.unit).ok())
        return no_fit("单位是“" + unit + "”，本项应为" + (row.unit.empty() ? "不带单位的数" : "“" + row.unit + "”"));
      return no_fit("不是数字");
  }
  const std::string kept = settled_text(scheme, row.field, words);
  return {words, kept, kept, {}};
}

Fit fit(const Scheme& scheme, const FillRow& row, const std::string& text, const std::string& unit) {
  switch (row.cell) {
    case CellKind::text:
      return fit_number(scheme, row, text, unit);
    case CellKind::choice:
      return fit_choice(row, text);
    case CellKind::computed:
      return no_fit("由几个数量算出，不能直接填；请在右边填写数量");
    case CellKind::none:
      return no_fit(row.chip.result == Result::notapplicable ? "已标为不适用" : "自动汇总，不用填写");
  }
  return no_fit("这里不能填写");
}

class Planner {
 public:
  Planner(const ViewSource& source, const FillModel& shown, const FillModel& all, const Cells& cells)
      : scheme_(source.scheme), shown_(shown), index_(all), cells_(cells) {
    columns_ = recognise_columns(cells, index_, [&](const FillRow& row, const std::string& text) {
      return says_what_is_there(row, text) || fit(scheme_, row, text, {}).why.empty();
    });
  }

  PastePlan plan() && {
    if (!columns_.value) {
      plan_.refused.push_back(
          {0, {}, {}, "看不出哪一列是现状值。请连同表头（序号、指标、现状值）一起复制，或只复制现状值那一列"});
    } else if (columns_.by_key()) {
      by_key();
    } else {
      downwards();
    }
    return std::move(plan_);
  }

 private:
  std::string at(std::size_t row, const std::optional<std::size_t>& column) const {
    return column && *column < cells_[row].size() ? cells_[row][*column] : std::string();
  }

  static bool says_what_is_there(const FillRow& row, const std::string& text) {
    return text == label_of_choice(row, row.value);
  }

  void put(const FillRow& row, std::size_t line) {
    const std::string text = at(line, columns_.value);
    if (text.empty()) {
      ++plan_.blank;
      return;
    }
    const bool editable = row.cell == CellKind::text || row.cell == CellKind::choice;
    if (!editable && says_what_is_there(row, text)) {
      ++plan_.same;
      return;
    }
    const Fit found = fit(scheme_, row, text, at(line, columns_.unit));
    if (!found.why.empty()) {
      plan_.refused.push_back({line + 1, row.name, text, found.why});
    } else if (found.text == row.value) {
      ++plan_.same;
    } else {
      plan_.steps.push_back({row.field, found.text, found.typed, row.id, row.number, row.name, row.unit,
                             label_of_choice(row, row.value), found.shown});
    }
  }

  void by_key() {
    plan_.way = columns_.number && columns_.name ? "按序号和指标名称对应"
                : columns_.number                ? "按序号对应"
                                                 : "按指标名称对应";
    std::set<const FillRow*> seen;
    for (std::size_t line = columns_.first_row; line < cells_.size(); ++line) {
      const std::string number = at(line, columns_.number);
      const std::string name = at(line, columns_.name);
      const std::string text = at(line, columns_.value);
      const FillRow* numbered = number.empty() ? nullptr : index_.by_number(number);
      const FillRow* named = name.empty() ? nullptr : index_.by_name(name);
      if (text.empty() && numbered == nullptr && named == nullptr) continue;  // a heading, a blank line
      const auto refuse = [&](std::string why) {
        if (!text.empty()) plan_.refused.push_back({line + 1, name.empty() ? number : name, text, std::move(why)});
      };
      const FillRow* row = numbered != nullptr ? numbered : named;
      const std::size_t bearers = index_.bearers(name);
      if (row == nullptr) {
        refuse(bearers > 1 ? "有 " + std::to_string(bearers) + " 项指标叫这个名称，请加上序号" : "表中没有这项指标");
      } else if (numbered != nullptr && !name.empty() && compact(name) != compact(numbered->name)) {
        refuse("序号 " + numbered->number + " 在表中是“" + numbered->name + "”，与名称对不上");
      } else if (!text.empty() && !seen.insert(row).second) {
        refuse("与前面的行重复");
      } else {
        put(*row, line);
      }
    }
  }

  void downwards() {
    std::vector<const FillRow*> rows;
    bool found = false;
    for (const FillRow& row : shown_.rows) {
      if (row.kind != FillRow::Kind::indicator) continue;
      found = found || row.selected;
      if (found) rows.push_back(&row);
    }
    if (rows.empty()) {
      plan_.refused.push_back({0, {}, {}, "请先在表中选中起始的一行，再粘贴"});
      return;
    }
    plan_.way = "从 " + rows.front()->number + "“" + rows.front()->name + "”起，按表中的顺序往下";
    std::size_t line = columns_.first_row;
    for (const FillRow* row : rows) {
      if (line == cells_.size()) break;
      put(*row, line++);
    }
    if (line < cells_.size()) {
      const std::string rest = std::to_string(cells_.size() - line);
      plan_.refused.push_back({line + 1, {}, {}, "已到表格末尾，从这一行起的 " + rest + " 行没有对应的指标"});
    }
    const auto beside = [&](const std::vector<std::string>& row) {
      for (std::size_t i = *columns_.value + 1; i < row.size(); ++i) {
        if (!row[i].empty()) return true;
      }
      return false;
    };
    if (std::any_of(cells_.begin(), cells_.end(), beside)) {
      plan_.refused.push_back({0, {}, {}, "只用了第一列；要按指标对应，请连同序号或指标名称一起复制"});
    }
  }

  const Scheme& scheme_;
  const FillModel& shown_;
  RowIndex index_;
  const Cells& cells_;
  PasteColumns columns_;
  PastePlan plan_;
};

}  // namespace

PastePlan plan_paste(const ViewSource& source, const FillModel& shown, const FillModel& all, const Cells& cells) {
  return Planner(source, shown, all, cells).plan();
}

}  // namespace luping
