// The drafts that are there: listed, continued, exported, deleted, kept, and what happens when another window or the browser
// changes them.
#include <algorithm>

#include "app/draft_list.h"
#include "app/session_state.h"
#include "core/judge/evaluate.h"
#include "io/files.h"

namespace luping {

const Draft* Session::State::find_draft(const std::string& id) const {
  const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == id; });
  return found == drafts.end() ? nullptr : &*found;
}

void Session::State::set_drafts(std::vector<Draft> found) {
  for (const Draft& mine : drafts) {
    // The open one is ahead of what is stored; so is everything where nothing can be stored.
    const bool ahead = own_drafts.contains(mine.id) && ((document && mine.id == draft_id) || storage_broken);
    if (!ahead || mine.id == taking_over) continue;
    std::erase_if(found, [&](const Draft& draft) { return draft.id == mine.id; });
    found.push_back(mine);
  }
  std::stable_sort(found.begin(), found.end(), [](const Draft& a, const Draft& b) { return a.saved_at > b.saved_at; });
  drafts = std::move(found);
  summaries.clear();
  if (!taking_over.empty()) finish_taking_over();
}

void Session::State::run(const ContinueDraft& command) {
  const Draft* const found = find_draft(command.draft);
  if (found == nullptr || !found->readable) return;
  const Draft draft = *found;  // a copy: what follows may change the list
  std::shared_ptr<const Scheme> scheme;
  if (!draft.scheme.empty()) scheme = load_scheme("草稿所带的指标体系", draft.scheme);
  Parsed<Assessment> parsed = parse_for_any_scheme(draft.title, draft.assessment, scheme);
  if (!parsed.value) return tell_failure("草稿打不开", parsed.diagnostics);
  show_document(scheme, *std::move(parsed.value), draft.id);
  if (draft.unsaved) document->mark_saved({});
  restore_view(draft.view, document->scheme(), ui);
}

void Session::State::run(const DiscardDraft& command) {
  const Draft* const found = find_draft(command.draft);
  if (found == nullptr) return;
  auto discard = [this, id = command.draft] {
    std::erase_if(drafts, [&](const Draft& draft) { return draft.id == id; });
    own_drafts.erase(id);
    platform.remove_draft(id);
  };
  const std::string title = "“" + (found->title.empty() ? kNamelessDraft : found->title) + "”";
  ask({"删除这份草稿？",
       found->unsaved ? title + "的草稿还没有存成文件，删除后不能恢复。"
                      : title + "已存成文件。删除的只是本机的草稿，文件不受影响。",
       {"删除", "取消"}},
      {discard});
}

void Session::State::run(const ExportDraft& command) {
  const Draft* const found = find_draft(command.draft);
  if (found == nullptr) return;
  exporting = true;
  platform.save_file("draft " + found->id, export_name(*found), found->assessment, SaveWay::elsewhere);
}

std::vector<StartModel::DraftEntry> Session::State::list_drafts() {
  std::vector<StartModel::DraftEntry> entries;
  for (const Draft& draft : drafts) {
    auto known = summaries.find(draft.id);
    if (known == summaries.end()) {
      DraftSummary summary;
      std::shared_ptr<const Scheme> scheme;
      if (draft.readable && !draft.scheme.empty()) {
        Parsed<Scheme> own = parse_scheme(draft.scheme, draft.title);
        if (own.value) scheme = std::make_shared<const Scheme>(*std::move(own.value));
      }
      if (draft.readable && (scheme || draft.scheme.empty())) {
        const Parsed<Assessment> parsed = parse_for_any_scheme(draft.title, draft.assessment, scheme);
        if (parsed.value) summary = summary_of(*scheme, *parsed.value);
      }
      known = summaries.emplace(draft.id, summary).first;
    }
    entries.push_back(draft_entry(draft, known->second));
  }
  return entries;
}

std::string Session::State::free_draft_id() {
  const std::string& id = document->assessment().id;
  const bool taken =
      std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == id && draft.unsaved; });
  return taken ? id + "-" + platform.new_id() : id;
}

void Session::State::keep_draft() {
  if (!document || read_only() || document->assessment() == kept) return;
  put_draft(document->unsaved());
}

void Session::State::put_draft(bool is_unsaved) {
  Draft draft;
  draft.id = draft_id;
  draft.title = title();
  draft.saved_at = platform.now();
  draft.assessment = write_assessment(document->assessment());
  for (const LoadedScheme& one : loaded) {
    if (one.scheme == current) draft.scheme = one.bytes;
  }
  draft.view = view_words(ui);
  draft.unsaved = is_unsaved;
  own_drafts.insert(draft.id);
  summaries.erase(draft.id);
  std::erase_if(drafts, [&](const Draft& old) { return old.id == draft.id; });
  drafts.insert(drafts.begin(), draft);
  kept = document->assessment();
  platform.put_draft(draft);
}

void Session::State::keep_view() {
  if (!document || read_only()) return;
  const auto found =
      std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == draft_id; });
  // Only what this session writes anyway: looking at a draft must not stand in another window's way.
  if (found == drafts.end() || !own_drafts.contains(draft_id) || found->view == view_words(ui)) return;
  found->view = view_words(ui);
  platform.put_draft(*found);
}

void Session::State::keep_again() {
  for (const Draft& draft : drafts) {
    if (!draft.readable) continue;
    own_drafts.insert(draft.id);
    platform.put_draft(draft);
  }
  if (document && find_draft(draft_id) == nullptr && document->unsaved()) put_draft(true);
  tell({NoticeKind::warning,
        "浏览器保存的草稿被清除了",
        {"这个页面里的草稿已重新自动保存。请用“保存”把重要的自评存成文件，清除浏览数据时文件不受影响。"}});
}

void Session::State::give_way(const std::string& id, std::vector<Draft> theirs) {
  std::vector<Draft> mine;
  for (const Draft& draft : drafts) {
    if (draft.id == id) mine.push_back(draft);
  }
  std::erase_if(drafts, [&](const Draft& draft) { return draft.id == id; });
  drafts.insert(drafts.begin(), theirs.begin(), theirs.end());
  summaries.erase(id);
  own_drafts.erase(id);
  if (mine.empty() || (document && draft_id == id && read_only())) return;
  // The same work, kept by both.
  if (!theirs.empty() && theirs.front().assessment == mine.front().assessment) return;
  // Also when the document has been closed since: the list still holds what was typed last.
  Draft& copy = mine.front();
  copy.id += "-" + platform.new_id();
  if (document && draft_id == id) {
    draft_id = copy.id;
    platform.hold_draft(draft_id);
  }
  own_drafts.insert(copy.id);
  drafts.insert(drafts.begin(), copy);
  platform.put_draft(copy);
  tell({NoticeKind::warning,
        "这份自评在另一个窗口里也被修改了",
        {"您在这里填写的内容已另存为一份草稿，两份都在，互不覆盖。请关掉其中一个窗口，或把两份都保存成文件再核对。"}});
}

}  // namespace luping
