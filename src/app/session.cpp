#include "app/session.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/session_state.h"

namespace luping {

Session::Session(Platform& platform, std::vector<Shipped> schemes, std::vector<Shipped> samples, std::string_view guide)
    : state_(std::make_unique<State>(platform, schemes, samples)) {
  state_->guide = read_guide(guide).guide;
}

Session::~Session() = default;

const ViewModel& Session::view_model() {
  if (state_->built != state_->revision) {
    state_->build();
    state_->built = state_->revision;
  }
  return state_->model;
}

void Session::apply(const CommandQueue& commands) {
  if (commands.empty()) return;
  for (const Command& command : commands) {
    std::visit([this](const auto& one) { state_->run(one); }, command);
    state_->keep_draft();
  }
  state_->announce();
  ++state_->revision;
}

void Session::open(std::vector<OpenedFile> files) {
  state_->run(EndEdit{});
  if (!state_->questions.empty()) {
    std::move(files.begin(), files.end(), std::back_inserter(state_->waiting));
  } else {
    state_->open(std::move(files));
  }
  state_->keep_draft();
  state_->announce();
  ++state_->revision;
}

void Session::saved(std::string_view file_name) {
  State& state = *state_;
  if (std::exchange(state.exporting, false)) {
    state.tell({NoticeKind::success, "草稿的内容已导出为“" + std::string(file_name) + "”", {}});
    ++state.revision;
    return;
  }
  if (!state.document || !state.being_saved) return;
  state.document->mark_saved(*std::move(state.being_saved));
  state.being_saved.reset();
  state.put_draft(state.document->unsaved());
  state.tell({NoticeKind::success, "已保存为“" + std::string(file_name) + "”", {}});
  ++state.revision;
}

void Session::save_failed(std::string_view reason) {
  state_->being_saved.reset();
  const bool was_export = std::exchange(state_->exporting, false);
  if (reason.empty()) return;  // the person changed their mind
  state_->tell({NoticeKind::problem,
                was_export ? "没有导出成功，草稿还在" : "没有保存成功，您填写的内容还在",
                {std::string(reason)}});
  ++state_->revision;
}

void Session::copied(bool done) {
  state_->tell_copied(done);
  ++state_->revision;
}

void Session::save_stopped(SaveStop why, std::string_view file_name) {
  if (!state_->document || !state_->being_saved) return;  // of a document that was closed meanwhile
  state_->being_saved.reset();
  state_->ask_after_stop(why, std::string(file_name));
  ++state_->revision;
}

void Session::set_drafts(std::vector<Draft> drafts) {
  state_->set_drafts(std::move(drafts));
  ++state_->revision;
}

void Session::draft_conflict(const std::string& id, std::vector<Draft> theirs) {
  state_->give_way(id, std::move(theirs));
  ++state_->revision;
}

void Session::draft_taken(const std::string& id) {
  state_->draft_taken(id);
  ++state_->revision;
}

void Session::draft_free(const std::string& id) {
  if (!state_->read_only() || state_->draft_id != id) return;
  state_->other_window_gone = true;
  ++state_->revision;
}

void Session::storage_failed(StorageFailure why) {
  if (!state_->storage_broken) {
    state_->tell(
        {NoticeKind::warning,
         why == StorageFailure::full ? "本机的存储空间已满，草稿没有自动保存" : "浏览器不允许在本机自动保存草稿",
         {"可以照常填写。请常用“保存”把自评存成文件，以免关闭页面后丢失。"}});
  }
  state_->storage_broken = true;
  ++state_->revision;
}

void Session::storage_recovered() {
  if (!state_->storage_broken) return;
  state_->storage_broken = false;
  state_->tell({NoticeKind::success, "本机自动保存已恢复，填写的内容已存为草稿", {}});
  ++state_->revision;
}

void Session::storage_cleared() {
  state_->keep_again();
  ++state_->revision;
}

void Session::open_failed(std::string file_name, std::string_view reason) {
  state_->tell({NoticeKind::problem, "“" + file_name + "”打不开，当前内容没有改变", {std::string(reason)}});
  ++state_->revision;
}

bool Session::unsaved() const { return state_->unsaved(); }

std::uint64_t Session::revision() const { return state_->revision; }

void Session::set_settings(std::string_view kept, bool machine_wants_contrast) {
  Settings defaults;
  defaults.high_contrast = machine_wants_contrast;
  state_->settings = read_settings(kept, defaults);
  ++state_->revision;
}

const Settings& Session::settings() const { return state_->settings; }

}  // namespace luping
