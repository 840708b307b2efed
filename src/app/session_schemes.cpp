// Which scheme is in use.
#include <algorithm>

#include "app/notice_lines.h"
#include "app/session_state.h"
#include "io/files.h"

namespace luping {

Session::State::State(Platform& the_platform, const std::vector<Shipped>& schemes,
                      const std::vector<Shipped>& shipped_samples)
    : platform(the_platform) {
  for (const Shipped& sample : shipped_samples) {
    if (identify(sample.bytes, sample.name).kind == FileKind::assessment) samples.push_back(sample);
  }
  for (const Shipped& shipped : schemes) {
    Parsed<Scheme> parsed = parse_scheme(shipped.bytes, shipped.name);
    if (parsed.value) loaded.push_back({std::make_shared<const Scheme>(*std::move(parsed.value)), {}, {}});
  }
  current = loaded.empty() ? nullptr : loaded.front().scheme;
  for (const Shipped& sample : samples) sample_labels.push_back(sample_label(sample));
}

void Session::State::run(const ChooseScheme& command) {
  const std::vector<const LoadedScheme*> offered = offered_schemes();
  if (document || command.index >= offered.size()) return;
  current = offered[command.index]->scheme;
  notice.reset();
}

void Session::State::run(const UseShippedScheme&) {
  const LoadedScheme* shipped = shipped_scheme(current->id);
  if (!document) {
    current = shipped == nullptr ? loaded.front().scheme : shipped->scheme;
    return notice.reset();
  }
  if (shipped != nullptr) change_scheme(*shipped, "自带的指标体系");
}

std::shared_ptr<const Scheme> Session::State::load_scheme(const std::string& name, const std::string& bytes) {
  Parsed<Scheme> parsed = parse_scheme(bytes, name);
  if (!parsed.value) return nullptr;
  auto scheme = std::make_shared<const Scheme>(*std::move(parsed.value));
  loaded.push_back({scheme, bytes, name});
  return scheme;
}

void Session::State::open_scheme(const std::string& name, std::string bytes) {
  Parsed<Scheme> parsed = parse_scheme(bytes, name);
  if (!parsed.value) return tell_failure("“" + name + "”打不开，当前内容没有改变", parsed.diagnostics);
  auto scheme = std::make_shared<const Scheme>(*std::move(parsed.value));
  const std::string title = scheme->title;
  // Another text of the scheme in use: keep the answers and judge them by it, if they fit.
  if (document && document->scheme().id == scheme->id) return change_scheme({scheme, std::move(bytes), name}, name);
  auto use = [this, scheme, title, name, text = std::move(bytes)] {
    run(CloseDocument{});
    loaded.push_back({scheme, text, name});
    current = scheme;
    std::vector<std::string> lines = {"请选择地区和年份开始填报。"};
    if (const char* warning = same_version_warning(*scheme)) lines.emplace_back(warning);
    tell({NoticeKind::success, "已载入指标体系：" + title, std::move(lines)});
  };
  if (!unsaved()) return use();
  ask({"改用另一个指标体系？", leaving_words(), {"改用", "取消"}}, {use});
}

const LoadedScheme* Session::State::shipped_scheme(const std::string& id) const {
  const auto found = std::find_if(loaded.begin(), loaded.end(),
                                  [&](const LoadedScheme& one) { return one.file.empty() && one.scheme->id == id; });
  return found == loaded.end() ? nullptr : &*found;
}

std::vector<const LoadedScheme*> Session::State::offered_schemes() const {
  std::vector<const LoadedScheme*> offered;
  for (const LoadedScheme& one : loaded) {
    const bool in_use = one.scheme == current;
    // A changed text of a shipped scheme is for the document it was opened with, unless it was just chosen.
    if (!in_use && !one.file.empty() && shipped_scheme(one.scheme->id) != nullptr) continue;
    const auto same = std::find_if(offered.begin(), offered.end(), [&](const LoadedScheme* other) {
      return !one.file.empty() && other->bytes == one.bytes;
    });
    if (same == offered.end()) {
      offered.push_back(&one);
    } else if (in_use) {
      *same = &one;
    }
  }
  return offered;
}

const char* Session::State::same_version_warning(const Scheme& scheme) const {
  const LoadedScheme* shipped = shipped_scheme(scheme.id);
  if (shipped == nullptr || shipped->scheme->version != scheme.version) return nullptr;
  return "它的编号和版本与自带的指标体系相同而内容可能不同，保存的自评在别处会按自带的指标体系判定。请改用新的版本号"
         "。";
}

void Session::State::change_scheme(LoadedScheme to, const std::string& name) {
  if (refuse_when_read_only()) return;
  const Parsed<Assessment> fits = parse_assessment(write_assessment(document->assessment()), name, *to.scheme);
  if (!fits.value) return tell_failure("当前自评不符合“" + name + "”，没有改变", fits.diagnostics);
  std::vector<std::string> lines = {to.scheme->title + "（版本 " + to.scheme->version + "）"};
  if (!to.file.empty()) {
    if (const char* warning = same_version_warning(*to.scheme)) lines.emplace_back(warning);
  }
  current = to.scheme;
  document->use_scheme(to.scheme);
  for (Listing* listing : {&ui.fill, &ui.tasks}) {
    listing->query = {};
    listing->rows.reset();
  }
  if (!to.file.empty()) loaded.push_back(std::move(to));
  put_draft(document->unsaved());
  const std::vector<std::string> review = notice_lines(to_review(fits.diagnostics));
  lines.insert(lines.end(), review.begin(), review.end());
  tell({review.empty() ? NoticeKind::success : NoticeKind::warning, "已改用“" + name + "”，全部指标已重新判定",
        std::move(lines)});
}

std::string Session::State::scheme_badge() const {
  for (const LoadedScheme& one : loaded) {
    if (one.scheme == current && !one.file.empty()) return "外来指标体系：" + one.file;
  }
  return {};
}

}  // namespace luping
