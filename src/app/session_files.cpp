// Files that came from outside.
#include <algorithm>
#include <array>

#include "app/notice_lines.h"
#include "app/session_state.h"
#include "io/files.h"

namespace luping {

void Session::State::run(const OpenSample& command) {
  if (command.index < samples.size())
    open_assessment({sample_labels[command.index], std::string(samples[command.index].bytes)});
}

void Session::State::run(const ChooseFile&) { platform.choose_files(); }

void Session::State::open(std::vector<OpenedFile> files) {
  std::vector<std::pair<FileKind, OpenedFile>> known;
  std::size_t assessments = 0;
  for (OpenedFile& file : files) {
    const FileKind kind = identify(file.bytes, file.name).kind;
    if (kind == FileKind::assessment) ++assessments;
    known.emplace_back(kind, std::move(file));
  }
  if (assessments > 1) {
    return tell({NoticeKind::warning,
                 "一次只能打开一份自评，当前内容没有改变",
                 {"选中的文件里有 " + std::to_string(assessments) + " 份自评。请每次只打开一份。"}});
  }
  const auto rank = [](FileKind kind) {
    constexpr std::array kOrder = {FileKind::scheme, FileKind::assessment, FileKind::targets};
    return std::find(kOrder.begin(), kOrder.end(), kind) - kOrder.begin();
  };
  std::stable_sort(known.begin(), known.end(),
                   [&](const auto& a, const auto& b) { return rank(a.first) < rank(b.first); });
  for (auto& [kind, file] : known) {
    if (!questions.empty()) {
      waiting.push_back(std::move(file));  // what it does depends on the answer
    } else {
      open_one(std::move(file));
    }
  }
}

void Session::State::open_one(OpenedFile file) {
  const std::string name = file.name;
  const Identity identity = identify(file.bytes, name);
  switch (identity.kind) {
    case FileKind::assessment:
      return open_assessment(std::move(file));
    case FileKind::targets:
      return open_targets(name, file.bytes);
    case FileKind::scheme:
      return open_scheme(name, std::move(file.bytes));
    case FileKind::result:
      return tell({NoticeKind::problem,
                   "“" + name + "”是评价结果文件，不能当作自评打开",
                   {"结果文件只供查看。请打开自评文件，判定会重新计算。"}});
    case FileKind::unknown:
      return tell_failure("“" + name + "”打不开，当前内容没有改变", identity.diagnostics);
  }
}

Parsed<Assessment> Session::State::parse_for_any_scheme(const std::string& name, const std::string& bytes,
                                                        std::shared_ptr<const Scheme>& scheme) {
  const std::string wanted = identify(bytes, name).scheme;
  if (!scheme && !document && current->id == wanted) scheme = current;  // chosen on the start page
  for (const LoadedScheme& one : loaded) {
    if (!scheme && one.scheme->id == wanted) scheme = one.scheme;
  }
  if (!scheme) scheme = current;  // the parser then says which scheme is wanted
  return parse_assessment(bytes, name, *scheme);
}

void Session::State::open_assessment(OpenedFile file) {
  const std::string& name = file.name;
  std::shared_ptr<const Scheme> scheme;
  Parsed<Assessment> parsed = parse_for_any_scheme(name, file.bytes, scheme);
  if (!parsed.value) return tell_failure("“" + name + "”打不开，当前内容没有改变", parsed.diagnostics);
  const std::vector<Diagnostic> warnings = std::move(parsed.diagnostics);
  auto show = [this, scheme, name, place = file.place, warnings, sample = parsed.value->sample,
               assessment = *std::move(parsed.value)] {
    show_document(scheme, assessment);
    platform.set_place(draft_id, place);
    ui.page = Page::overview;
    // What a made-up sample shows on purpose greets nobody; in a file of the person's own it is worth a look.
    if (!warnings.empty() && !sample) tell_warnings("已打开“" + name + "”，有几处请留意", warnings);
  };
  if (!unsaved()) return show();
  ask({"打开另一份自评？", leaving_words(), {"打开", "取消"}}, {show});
}

void Session::State::open_targets(const std::string& name, const std::string& bytes) {
  if (!current) return;
  const Parsed<TargetPack> parsed = parse_targets(bytes, name, document ? document->scheme() : *current);
  if (!parsed.value) return tell_failure("“" + name + "”打不开，当前内容没有改变", parsed.diagnostics);
  if (!document) {
    return tell({NoticeKind::information, "这是目标文件，请先选择地区和年份（或打开自评文件），再打开它", {}});
  }
  if (refuse_when_read_only()) return;
  const TargetPack& pack = *parsed.value;
  const auto here =
      static_cast<std::size_t>(std::count_if(pack.targets.begin(), pack.targets.end(), [&](const Target& target) {
        return target.region == document->assessment().region && target.year == document->assessment().year;
      }));
  const auto figures = static_cast<std::size_t>(
      std::count_if(pack.externals.begin(), pack.externals.end(), [&](const ExternalValue& value) {
        return (value.region.empty() || value.region == document->assessment().region) &&
               value.year == document->assessment().year;
      }));
  if (here + figures == 0) {
    return tell({NoticeKind::warning,
                 "“" + name + "”里没有本地区本年度的目标，没有改动任何内容",
                 {"请核对目标文件的年份和地区。"}});
  }
  document->adopt(pack, platform.now());
  std::string what = std::to_string(here) + " 项目标";
  if (figures != 0) what += "、" + std::to_string(figures) + " 项外部数据";
  Notice done{NoticeKind::success, "已从“" + name + "”导入 " + what, {}};
  if (!pack.document_number.empty()) done.lines.push_back("文号：" + pack.document_number + "。可用“撤销”取消导入。");
  tell(std::move(done));
}

void Session::State::show_document(std::shared_ptr<const Scheme> scheme, Assessment assessment,
                                   const std::string& draft) {
  if (assessment.id.empty())
    assessment.id = "a-" + assessment.region + "-" + std::to_string(assessment.year) + "-" + platform.new_id();
  if (!document) chosen = current;
  current = scheme;
  document.emplace(std::move(scheme), std::move(assessment));
  kept = document->assessment();
  draft_id = draft.empty() ? free_draft_id() : draft;
  other_window_gone = false;
  taking_over.clear();
  platform.hold_draft(draft_id);
  being_saved.reset();
  reset_view();
  ui.page = Page::overview;
}

std::string Session::State::sample_label(const Shipped& sample) const {
  for (const LoadedScheme& one : loaded) {
    const Parsed<Assessment> parsed = parse_assessment(sample.bytes, sample.name, *one.scheme);
    if (parsed.value) return parsed.value->title;
  }
  return std::string(sample.name);
}

}  // namespace luping
