// Tables out to the clipboard.
#include <utility>

#include "app/copied_table.h"
#include "app/session_state.h"

namespace luping {

void Session::State::run(const CopyTable& command) {
  if (!document || !questions.empty()) return;
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

}  // namespace luping
