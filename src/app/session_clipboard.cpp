// Tables out to the clipboard, cells in from it.
#include <utility>

#include "app/copied_table.h"
#include "app/paste_model.h"
#include "app/session_state.h"

namespace luping {
namespace {

/// Far above any table of this app; a whole sheet was copied by mistake.
constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

}  // namespace

void Session::State::run(const CopyTable& command) {
  if (!document || !questions.empty() || pasted) return;
  build();  // commands before this one may have changed what is shown
  const CopiedRows which = command.selected ? CopiedRows::selected : CopiedRows::all;
  CopiedTable table;
  if (model.page == Page::fill) table = copied_table(model.fill, which);
  if (model.page == Page::tasks) table = copied_table(model.tasks, which);
  if (table.rows.empty()) return;
  rows_being_copied = table.rows.size();
  platform.copy_table(as_tsv(table), as_html(table));
}

void Session::State::tell_copied(bool done) {
  if (rows_being_copied == 0) return;
  const std::string rows = std::to_string(std::exchange(rows_being_copied, 0));
  if (done) return tell({NoticeKind::success, "已复制 " + rows + " 行，可以粘贴到 Excel、WPS 表格里", {}});
  tell({NoticeKind::problem, "没有复制成功", {"浏览器不让本页使用剪贴板。请先点一下表格，再按一次 Ctrl+C。"}});
}

PastePlan Session::State::paste_plan() {
  const Evaluation& evaluation = document->evaluation();
  UiState everything;
  everything.indicator = ui.indicator;
  const FillModel all =
      build_fill({document->scheme(), document->assessment(), evaluation, everything, document->typed()});
  const ViewSource source{document->scheme(), document->assessment(), evaluation, ui, document->typed()};
  return plan_paste(source, build_fill(source), all, *pasted);
}

void Session::State::run(const PasteCells& command) {
  if (!document || !questions.empty() || pasted) return;
  if (refuse_when_read_only()) return;
  document->end_edit(platform.now());
  if (ui.page != Page::fill)
    return tell({NoticeKind::information, "表格内容请在“填报”里粘贴", {"先在“填报”里选中起始的一行，再按 Ctrl+V。"}});
  if (command.text.size() > kMostBytes)
    return tell({NoticeKind::problem, "粘贴的内容太多，表格没有改变", {"请只复制要填的那几行。"}});
  Cells cells = parse_cells(command.text);
  if (cells.empty()) return tell({NoticeKind::information, "剪贴板里没有可以粘贴的内容", {}});
  pasted = std::move(cells);
  const PastePlan plan = paste_plan();
  if (!plan.steps.empty()) return;
  pasted.reset();
  if (plan.refused.empty()) return tell({NoticeKind::information, "粘贴的内容与表中相同，没有要改的", {}});
  tell({NoticeKind::problem, "粘贴的内容放不进表格，表格没有改变", refusal_lines(plan)});
}

void Session::State::run(const AnswerPaste& command) {
  if (!document || !pasted) return;
  const PastePlan plan = paste_plan();
  pasted.reset();
  if (!command.accepted || plan.steps.empty() || refuse_when_read_only()) return;
  std::vector<Document::FieldText> fields;
  for (const PastePlan::Step& step : plan.steps) fields.emplace_back(step.field, step.typed);
  document->set_fields(paste_name(plan), fields, platform.now());
  tell({NoticeKind::success, "已粘贴 " + std::to_string(fields.size()) + " 项，按“撤销”可一次全部取回", {}});
}

}  // namespace luping
