// Saving to a file, and leaving a document.
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
  if (!document || refuse_when_read_only()) return;
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
                  {"另存为", "覆盖", "取消"}},
                 {elsewhere, overwrite});
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

void Session::State::run(const CloseDocument&) {
  keep_view();
  if (document && chosen) current = chosen;  // a sample of another scheme must not change what is started next
  document.reset();
  platform.hold_draft({});
  being_saved.reset();
  reset_view();
  // A changed text of a shipped scheme was meant for that document; the next one must not inherit it unseen.
  if (const LoadedScheme* shipped = shipped_scheme(current->id)) current = shipped->scheme;
}

bool Session::State::unsaved() const {
  if (document && document->unsaved()) return true;
  // What could not be kept is lost with the page, also when it is no longer on the screen.
  return storage_broken && std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
           return draft.unsaved && own_drafts.contains(draft.id);
         });
}

std::string Session::State::leaving_words() const {
  return storage_broken ? "当前自评有尚未保存到文件的修改，本机现在又不能自动保存草稿。建议先取消，保存成文件再打开。"
                        : "当前自评有尚未保存到文件的修改。草稿已自动保存在本机，之后可以在开始页继续。";
}

std::string Session::State::title() const { return title_of(document->scheme(), document->assessment()); }

}  // namespace luping
