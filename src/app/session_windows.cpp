// Another window works on the same draft: read-only here, as a copy, or not at all.
#include <algorithm>

#include "app/session_state.h"

namespace luping {

void Session::State::draft_taken(const std::string& id) {
  if (!document || draft_id != id || read_only()) return;
  document->set_read_only();
  other_window_gone = false;
  ask({"这份自评正在另一个窗口里填写",
       "两个窗口同时填写会各成一份。可以只读打开查看；也可以作为副本另行填写，不影响那个窗口。",
       {"只读打开", "作为副本打开", "取消"}},
      {nullptr, [this] { go_on_as_copy(); }, [this] { run(CloseDocument{}); }});
}

void Session::State::go_on_as_copy() {
  if (!document) return;
  document->set_read_only(false);
  document->mark_saved({});
  draft_id += "-" + platform.new_id();
  platform.set_place(draft_id, {});  // the file, too, belongs to the other window
  platform.hold_draft(draft_id);
  put_draft(true);
}

void Session::State::run(const TakeOver&) {
  if (!read_only() || !other_window_gone) return;
  taking_over = draft_id;
  platform.reload_drafts();
}

void Session::State::finish_taking_over() {
  const std::string id = std::exchange(taking_over, {});
  if (!read_only() || draft_id != id) return;
  const UiState before = ui;
  if (find_draft(id) != nullptr) {
    run(ContinueDraft{id});
  } else {
    document->set_read_only(false);  // never changed there, or deleted: what is shown is all there is
    platform.hold_draft(id);
  }
  if (read_only()) return;  // it could not be read
  ui = before;
  notice.reset();
}

bool Session::State::refuse_when_read_only() {
  if (read_only()) tell({NoticeKind::warning, "这里是只读打开，没有改动任何内容", {}});
  return read_only();
}

}  // namespace luping
