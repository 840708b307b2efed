// Drafts in browser storage, and saving to a file.
#include <algorithm>

#include "app/session_state.h"
#include "io/files.h"

namespace luping {
namespace {

std::string file_name(std::string_view region, int year, const std::string& now) {
  std::string stamp;
  for (const char c : now.substr(0, 16)) {
    if (c >= '0' && c <= '9') stamp += c;
  }
  if (stamp.size() == 12) stamp.insert(8, 1, '-');
  return std::string(region) + "-" + std::to_string(year) + "-自评-" + stamp + ".json";
}

}  // namespace

void Session::State::run(const SaveFile&) { save(SaveWay::back); }

void Session::State::run(const SaveFileAs&) { save(SaveWay::elsewhere); }

void Session::State::save(SaveWay way) {
  if (!document) return;
  document->end_edit(platform.now());
  const Region* region = find_region(document->scheme(), document->assessment().region);
  const std::string name = file_name(region == nullptr ? document->assessment().region : region->name,
                                     document->assessment().year, platform.now());
  being_saved = document->assessment();
  platform.save_file(draft_id, name, write_assessment(document->assessment()), way);
}

void Session::State::ask_after_stop(SaveStop why, const std::string& file_name) {
  const std::string file = "“" + file_name + "”";
  const auto overwrite = [this] { save(SaveWay::overwrite); };
  const auto elsewhere = [this] { save(SaveWay::elsewhere); };
  switch (why) {
    case SaveStop::changed:
      return ask({"文件已被别人改过",
                  file + "在您打开之后被其他人或其他程序改过。覆盖会丢掉那些改动；另存为则两份都留下。",
                  {"覆盖", "另存为", "取消"}},
                 {overwrite, elsewhere});
    case SaveStop::refused:
      return ask({"没有得到写入许可",
                  "浏览器没有允许写入" + file + "。可以再试一次并选择允许，也可以另存为一个文件。",
                  {"再试一次", "另存为", "取消"}},
                 {overwrite, elsewhere});
    case SaveStop::gone:
      return ask({"原来的文件找不到了",
                  file + "可能已被移走、改名或删除。您填写的内容还在，请另存为一个文件。",
                  {"另存为", "取消"}},
                 {elsewhere});
  }
}

void Session::State::run(const ContinueDraft& command) {
  const auto found =
      std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == command.draft; });
  if (found == drafts.end()) return;
  const Draft draft = *found;  // a copy: what follows may change the list
  std::shared_ptr<const Scheme> scheme;
  if (!draft.scheme.empty()) scheme = load_scheme("草稿所带的指标体系", draft.scheme);
  Parsed<Assessment> parsed = parse_for_any_scheme(draft.title, draft.assessment, scheme);
  if (!parsed.value) return tell_failure("草稿打不开", parsed.diagnostics);
  show_document(scheme, *std::move(parsed.value));
  draft_id = draft.id;
  if (draft.unsaved) document->mark_saved({});
  ui.page = Page::overview;
}

void Session::State::run(const DiscardDraft& command) {
  const auto found =
      std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == command.draft; });
  if (found == drafts.end()) return;
  auto discard = [this, id = command.draft] {
    std::erase_if(drafts, [&](const Draft& draft) { return draft.id == id; });
    platform.remove_draft(id);
  };
  if (!found->unsaved) return discard();
  ask({"删除这份草稿？", "“" + found->title + "”的草稿还没有存成文件，删除后不能恢复。", {"删除", "取消"}}, {discard});
}

void Session::State::run(const CloseDocument&) {
  if (document && chosen) current = chosen;  // a sample of another scheme must not change what is started next
  document.reset();
  being_saved.reset();
  reset_view();
  // A changed text of a shipped scheme was meant for that document; the next one must not inherit it unseen.
  if (const LoadedScheme* shipped = shipped_scheme(current->id)) current = shipped->scheme;
}

bool Session::State::unsaved() const { return document && document->unsaved(); }

std::string Session::State::title() const {
  const Region* region = find_region(document->scheme(), document->assessment().region);
  return (region == nullptr ? document->assessment().region : region->name) + " · " +
         std::to_string(document->assessment().year) + " 年自评";
}

std::string Session::State::free_draft_id() {
  const std::string& id = document->assessment().id;
  const bool taken =
      std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == id && draft.unsaved; });
  return taken ? id + "-" + platform.new_id() : id;
}

void Session::State::keep_draft() {
  if (!document || document->assessment() == kept) return;
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
  draft.unsaved = is_unsaved;
  std::erase_if(drafts, [&](const Draft& old) { return old.id == draft.id; });
  drafts.insert(drafts.begin(), draft);
  kept = document->assessment();
  platform.put_draft(draft);
}

void Session::State::give_way(const std::string& id, std::vector<Draft> theirs) {
  std::vector<Draft> mine;
  for (const Draft& draft : drafts) {
    if (draft.id == id) mine.push_back(draft);
  }
  std::erase_if(drafts, [&](const Draft& draft) { return draft.id == id; });
  drafts.insert(drafts.begin(), theirs.begin(), theirs.end());
  if (mine.empty()) return;
  // Also when the document has been closed since: the list still holds what was typed last.
  Draft& copy = mine.front();
  copy.id += "-" + platform.new_id();
  if (document && draft_id == id) draft_id = copy.id;
  drafts.insert(drafts.begin(), copy);
  platform.put_draft(copy);
  tell({NoticeKind::warning,
        "这份自评在另一个窗口里也被修改了",
        {"您在这里填写的内容已另存为一份草稿，两份都在，互不覆盖。请关掉其中一个窗口，或把两份都保存成文件再核对。"}});
}

}  // namespace luping
