#include "app/session.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "app/build_view.h"
#include "app/document.h"
#include "app/fields.h"
#include "app/notice_lines.h"
#include "core/text.h"
#include "io/files.h"

namespace luping {
namespace {

struct LoadedScheme {
  std::shared_ptr<const Scheme> scheme;
  std::string bytes;  // empty for a scheme shipped inside the program
  std::string file;   // where it came from; empty likewise
};

constexpr int kSmallestFont = 90;
constexpr int kLargestFont = 150;

// "2026-11-24T09:30:00+08:00" as 11月24日 09:30; anything else as it is.
std::string day_and_time(const std::string& moment) {
  if (moment.size() < 16 || moment[4] != '-' || moment[10] != 'T') return moment;
  const auto without_zero = [](std::string digits) { return digits.front() == '0' ? digits.substr(1) : digits; };
  return without_zero(moment.substr(5, 2)) + "月" + without_zero(moment.substr(8, 2)) + "日 " + moment.substr(11, 5);
}

std::string file_name(std::string_view region, int year, const std::string& now) {
  std::string stamp;
  for (const char c : now.substr(0, 16)) {
    if (c >= '0' && c <= '9') stamp += c;
  }
  if (stamp.size() == 12) stamp.insert(8, 1, '-');
  return std::string(region) + "-" + std::to_string(year) + "-自评-" + stamp + ".json";
}

}  // namespace

struct Session::State {
  State(Platform& the_platform, const std::vector<Shipped>& schemes, const std::vector<Shipped>& shipped_samples)
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

  // ---- applying commands ----

  void run(const Edit& command) {
    if (command.field.kind == FieldKind::search) {
      ui.search = command.text;
      if (ui.page != Page::tasks && !is_blank(ui.search)) ui.page = Page::fill;
    } else if (document) {
      document->edit(command.field, command.text);
    }
  }
  void run(const EndEdit&) {
    if (document) document->end_edit(platform.now());
  }
  void run(const CancelEdit&) {
    if (document) document->cancel_edit();
  }
  void run(const AddEvidence& command) {
    if (document) document->add_evidence(command.indicator, "e-" + platform.new_id(), platform.now());
  }
  void run(const RemoveEvidence& command) {
    if (document) document->remove_evidence(command.indicator, command.evidence, platform.now());
  }
  void run(const MakeApplicable& command) {
    if (document) document->make_applicable(command.indicator, platform.now());
  }
  void run(const MakeMeasureApplicable& command) {
    if (document) document->make_measure_applicable(command.measure, platform.now());
  }
  void run(const Undo&) {
    if (document) document->undo();
  }
  void run(const Redo&) {
    if (document) document->redo();
  }

  void run(const StartAssessment& command) {
    if (!current || find_region(*current, command.region) == nullptr) return;
    Assessment assessment;
    assessment.id = "a-" + command.region + "-" + std::to_string(command.year) + "-" + platform.new_id();
    assessment.scheme_id = current->id;
    assessment.scheme_version = current->version;
    assessment.region = command.region;
    assessment.year = command.year;
    assessment.created_at = platform.now();
    assessment.review = "draft";
    show_document(current, std::move(assessment));
    ui.page = Page::fill;
    ui.indicator = current->indicators.empty() ? std::string() : current->indicators.front().id;
  }

  void run(const OpenSample& command) {
    if (command.index < samples.size())
      open_assessment(sample_labels[command.index], std::string(samples[command.index].bytes));
  }
  void run(const ChooseFile&) { platform.choose_files(); }

  void run(const SaveFile&) {
    if (!document) return;
    document->end_edit(platform.now());
    const Region* region = find_region(document->scheme(), document->assessment().region);
    const std::string name = file_name(region == nullptr ? document->assessment().region : region->name,
                                       document->assessment().year, platform.now());
    being_saved = document->assessment();
    platform.save_file(draft_id, name, write_assessment(document->assessment()));
  }

  void run(const ContinueDraft& command) {
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

  void run(const DiscardDraft& command) {
    const auto found =
        std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == command.draft; });
    if (found == drafts.end()) return;
    auto discard = [this, id = command.draft] {
      std::erase_if(drafts, [&](const Draft& draft) { return draft.id == id; });
      platform.remove_draft(id);
    };
    if (!found->unsaved) return discard();
    ask({"删除这份草稿？", "“" + found->title + "”的草稿还没有存成文件，删除后不能恢复。", "删除", "取消"}, discard);
  }

  void run(const CloseDocument&) {
    if (document && chosen) current = chosen;  // a sample of another scheme must not change what is started next
    document.reset();
    being_saved.reset();
    reset_view();
    // A changed text of a shipped scheme was meant for that document; the next one must not inherit it unseen.
    if (const LoadedScheme* shipped = shipped_scheme(current->id)) current = shipped->scheme;
  }

  void run(const ChooseScheme& command) {
    const std::vector<const LoadedScheme*> offered = offered_schemes();
    if (document || command.index >= offered.size()) return;
    current = offered[command.index]->scheme;
    notice.reset();
  }

  void run(const UseShippedScheme&) {
    const LoadedScheme* shipped = shipped_scheme(current->id);
    if (!document) {
      current = shipped == nullptr ? loaded.front().scheme : shipped->scheme;
      return notice.reset();
    }
    if (shipped != nullptr) change_scheme(*shipped, "自带的指标体系");
  }

  void run(const AnswerPrompt& command) {
    prompt.reset();
    const std::function<void()> action = std::move(on_accept);
    on_accept = nullptr;
    if (command.accepted && action) action();
    std::vector<OpenedFile> files = std::move(waiting);
    waiting.clear();
    if (command.accepted) return open(std::move(files));
    if (!files.empty())
      tell({NoticeKind::information, "已取消，另外 " + std::to_string(files.size()) + " 个文件也没有打开", {}});
  }
  void run(const DismissNotice&) { notice.reset(); }

  void run(const GoTo& command) {
    if (command.page != Page::start && !document) return;
    if (ui.page != command.page) ui.search.clear();  // a search is of the page it was typed on
    ui.page = command.page;
    if (ui.page == Page::fill && ui.indicator.empty()) ui.indicator = document->scheme().indicators.front().id;
    if (ui.page == Page::tasks && ui.measure.empty() && !document->scheme().measures.empty()) {
      ui.measure = document->scheme().measures.front().id;
    }
  }
  void run(const SelectIndicator& command) {
    if (!document || find_indicator(document->scheme(), command.indicator) == nullptr) return;
    ui.indicator = command.indicator;
    if (ui.page == Page::fill) return;
    // Coming from elsewhere the row must be there to be seen.
    ui.page = Page::fill;
    ui.fill_filter = FillFilter::all;
    ui.group.clear();
    ui.search.clear();
  }
  void run(const SelectMeasure& command) { ui.measure = command.measure; }
  void run(const SetFillFilter& command) { ui.fill_filter = command.filter; }
  void run(const SetGroupFilter& command) { ui.group = command.group; }
  void run(const SetTaskFilter& command) { ui.task_filter = command.filter; }
  void run(const SetFontScale& command) { ui.font_percent = std::clamp(command.percent, kSmallestFont, kLargestFont); }

  // ---- files ----

  void open(std::vector<OpenedFile> files) {
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
      if (prompt) {
        waiting.push_back(std::move(file));  // what it does depends on the answer
      } else {
        open_one(file.name, std::move(file.bytes));
      }
    }
  }

  void open_one(const std::string& name, std::string bytes) {
    const Identity identity = identify(bytes, name);
    switch (identity.kind) {
      case FileKind::assessment:
        return open_assessment(name, std::move(bytes));
      case FileKind::targets:
        return open_targets(name, bytes);
      case FileKind::scheme:
        return open_scheme(name, std::move(bytes));
      case FileKind::result:
        return tell({NoticeKind::problem,
                     "“" + name + "”是评价结果文件，不能当作自评打开",
                     {"结果文件只供查看。请打开自评文件，判定会重新计算。"}});
      case FileKind::unknown:
        return tell_failure("“" + name + "”打不开，当前内容没有改变", identity.diagnostics);
    }
  }

  /// Without a `scheme`, takes the current one if the file belongs to it, else another loaded one of the wanted id.
  Parsed<Assessment> parse_for_any_scheme(const std::string& name, const std::string& bytes,
                                          std::shared_ptr<const Scheme>& scheme) {
    const std::string wanted = identify(bytes, name).scheme;
    if (!scheme && !document && current->id == wanted) scheme = current;  // chosen on the start page
    for (const LoadedScheme& one : loaded) {
      if (!scheme && one.scheme->id == wanted) scheme = one.scheme;
    }
    if (!scheme) scheme = current;  // the parser then says which scheme is wanted
    return parse_assessment(bytes, name, *scheme);
  }

  void open_assessment(const std::string& name, std::string bytes) {
    std::shared_ptr<const Scheme> scheme;
    Parsed<Assessment> parsed = parse_for_any_scheme(name, bytes, scheme);
    if (!parsed.value) return tell_failure("“" + name + "”打不开，当前内容没有改变", parsed.diagnostics);
    const std::vector<Diagnostic> warnings = std::move(parsed.diagnostics);
    auto show = [this, scheme, name, warnings, assessment = *std::move(parsed.value)] {
      show_document(scheme, assessment);
      ui.page = Page::overview;
      if (!warnings.empty()) tell_warnings("已打开“" + name + "”，有几处请留意", warnings);
    };
    if (!unsaved()) return show();
    ask({"打开另一份自评？", "当前自评有尚未保存到文件的修改。草稿已自动保存在本机，之后可以在开始页继续。", "打开",
         "取消"},
        show);
  }

  void open_targets(const std::string& name, const std::string& bytes) {
    if (!current) return;
    const Parsed<TargetPack> parsed = parse_targets(bytes, name, document ? document->scheme() : *current);
    if (!parsed.value) return tell_failure("“" + name + "”打不开，当前内容没有改变", parsed.diagnostics);
    if (!document) {
      return tell({NoticeKind::information, "这是目标文件，请先选择地区和年份（或打开自评文件），再打开它", {}});
    }
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

  /// Adds a scheme's text to the loaded ones; null when it is not valid.
  std::shared_ptr<const Scheme> load_scheme(const std::string& name, const std::string& bytes) {
    Parsed<Scheme> parsed = parse_scheme(bytes, name);
    if (!parsed.value) return nullptr;
    auto scheme = std::make_shared<const Scheme>(*std::move(parsed.value));
    loaded.push_back({scheme, bytes, name});
    return scheme;
  }

  void open_scheme(const std::string& name, std::string bytes) {
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
    ask({"改用另一个指标体系？", "当前自评有尚未保存到文件的修改。草稿已自动保存在本机，之后可以在开始页继续。", "改用",
         "取消"},
        use);
  }

  const LoadedScheme* shipped_scheme(const std::string& id) const {
    const auto found = std::find_if(loaded.begin(), loaded.end(),
                                    [&](const LoadedScheme& one) { return one.file.empty() && one.scheme->id == id; });
    return found == loaded.end() ? nullptr : &*found;
  }

  /// What the start page lets one choose from: the shipped schemes, and what came from files, each text once.
  std::vector<const LoadedScheme*> offered_schemes() const {
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

  /// Another text under the name and version of a shipped scheme: a saved file cannot tell the two apart.
  const char* same_version_warning(const Scheme& scheme) const {
    const LoadedScheme* shipped = shipped_scheme(scheme.id);
    if (shipped == nullptr || shipped->scheme->version != scheme.version) return nullptr;
    return "它的编号和版本与自带的指标体系相同而内容可能不同，保存的自评在别处会按自带的指标体系判定。请改用新的版本号"
           "。";
  }

  /// Judges the open document by another text of its scheme, if its answers fit.
  void change_scheme(LoadedScheme to, const std::string& name) {
    const Parsed<Assessment> fits = parse_assessment(write_assessment(document->assessment()), name, *to.scheme);
    if (!fits.value) return tell_failure("当前自评不符合“" + name + "”，没有改变", fits.diagnostics);
    std::vector<std::string> lines = {to.scheme->title + "（版本 " + to.scheme->version + "）"};
    if (!to.file.empty()) {
      if (const char* warning = same_version_warning(*to.scheme)) lines.emplace_back(warning);
    }
    current = to.scheme;
    document->use_scheme(to.scheme);
    if (!to.file.empty()) loaded.push_back(std::move(to));
    put_draft(document->unsaved());
    const std::vector<std::string> review = notice_lines(to_review(fits.diagnostics));
    lines.insert(lines.end(), review.begin(), review.end());
    tell({review.empty() ? NoticeKind::success : NoticeKind::warning, "已改用“" + name + "”，全部指标已重新判定",
          std::move(lines)});
  }

  /// What is said wherever a scheme from a file is in use; empty for a shipped one.
  std::string scheme_badge() const {
    for (const LoadedScheme& one : loaded) {
      if (one.scheme == current && !one.file.empty()) return "外来指标体系：" + one.file;
    }
    return {};
  }

  void reset_view() {
    const int font = ui.font_percent;
    ui = {};
    ui.font_percent = font;
    notice.reset();
  }

  void show_document(std::shared_ptr<const Scheme> scheme, Assessment assessment) {
    if (assessment.id.empty())
      assessment.id = "a-" + assessment.region + "-" + std::to_string(assessment.year) + "-" + platform.new_id();
    if (!document) chosen = current;
    current = scheme;
    document.emplace(std::move(scheme), std::move(assessment));
    kept = document->assessment();
    draft_id = free_draft_id();
    being_saved.reset();
    reset_view();
    ui.page = Page::overview;
  }

  // ---- keeping ----

  bool unsaved() const { return document && document->unsaved(); }

  std::string title() const {
    const Region* region = find_region(document->scheme(), document->assessment().region);
    return (region == nullptr ? document->assessment().region : region->name) + " · " +
           std::to_string(document->assessment().year) + " 年自评";
  }

  /// Opening a file again must not overwrite what was typed into an earlier opening of it.
  std::string free_draft_id() {
    const std::string& id = document->assessment().id;
    const bool taken =
        std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.id == id && draft.unsaved; });
    return taken ? id + "-" + platform.new_id() : id;
  }

  void keep_draft() {
    if (!document || document->assessment() == kept) return;
    put_draft(document->unsaved());
  }

  void put_draft(bool is_unsaved) {
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

  // ---- telling ----

  void tell(Notice what) { notice = std::move(what); }

  void tell_failure(std::string what, const std::vector<Diagnostic>& diagnostics) {
    tell({NoticeKind::problem, std::move(what), notice_lines(diagnostics)});
  }
  void tell_warnings(std::string what, const std::vector<Diagnostic>& diagnostics) {
    tell({NoticeKind::warning, std::move(what), notice_lines(diagnostics)});
  }
  void ask(Prompt question, std::function<void()> action) {
    prompt = std::move(question);
    on_accept = std::move(action);
  }

  // ---- showing ----

  StartModel build_start() const {
    StartModel start;
    start.product = "绿评";
    start.claim = "生态文明建设示范创建 · 县级自评";
    start.privacy = "数据只保存在这台电脑上，不上传，不联网。";
    if (!current) return start;
    start.scheme = current->title;
    start.scheme_notice = current->notice;
    start.scheme_badge = scheme_badge();
    for (const LoadedScheme* one : offered_schemes()) {
      const std::string& name = one->scheme->short_title.empty() ? one->scheme->title : one->scheme->short_title;
      start.schemes.push_back({one->file.empty() ? name : name + "（" + one->file + "）", one->scheme == current});
    }
    offer_regions(*current, start);
    start.years = current->years;
    start.samples = sample_labels;
    for (const Draft& draft : drafts) {
      start.drafts.push_back(
          {draft.id, draft.title,
           day_and_time(draft.saved_at) + (draft.unsaved ? " 自动保存，尚未存成文件" : " 已存成文件")});
    }
    return start;
  }

  std::string sample_label(const Shipped& sample) const {
    for (const LoadedScheme& one : loaded) {
      const Parsed<Assessment> parsed = parse_assessment(sample.bytes, sample.name, *one.scheme);
      if (parsed.value) return parsed.value->title;
    }
    return std::string(sample.name);
  }

  void build() {
    model = {};
    model.page = document ? ui.page : Page::start;
    model.notice = notice;
    model.prompt = prompt;
    model.search = ui.search;
    model.font_percent = ui.font_percent;
    if (model.page == Page::start) {
      model.start = build_start();
      if (!document) return;
    }
    build_top();
    const ViewSource source{document->scheme(), document->assessment(), document->evaluation(), ui};
    model.overview = build_overview(source);
    model.nav = {{Page::overview, "总览", ""},
                 {Page::fill, "填报", percent(model.overview.filled, model.overview.fillable)},
                 {Page::tasks, "任务", percent(model.overview.measures_done, model.overview.measures_total)}};
    if (model.page == Page::fill) {
      model.fill = build_fill(source);
      for (std::size_t i = 0; i < source.scheme.indicators.size(); ++i) {
        const Indicator& indicator = source.scheme.indicators[i];
        if (indicator.id == ui.indicator)
          model.detail = build_detail(source, indicator, source.evaluation.indicators[i]);
      }
    }
    if (model.page == Page::tasks) {
      model.tasks = build_tasks(source);
      if (const Measure* measure = find_measure(source.scheme, ui.measure))
        model.task_detail = build_task_detail(source, *measure);
    }
  }

  void build_top() {
    TopBar& top = model.top;
    const History& history = document->history();
    top.title = title();
    top.unsaved = document->unsaved();
    top.sample = document->assessment().sample;
    top.scheme_badge = scheme_badge();
    top.state = top.unsaved ? "未保存" : "已保存";
    if (top.unsaved && storage_broken) top.state = "未保存（本机无法自动保存草稿）";
    if (!top.unsaved && document->assessment().modified_at.empty()) top.state.clear();
    top.can_undo = history.can_undo();
    top.can_redo = history.can_redo();
    if (top.can_undo) top.undo_label = "撤销：" + history.undo_name();
    if (top.can_redo) top.redo_label = "重做：" + history.redo_name();
  }

  Platform& platform;
  std::vector<Shipped> samples;
  std::vector<std::string> sample_labels;  // parallel to samples
  std::vector<LoadedScheme> loaded;
  std::shared_ptr<const Scheme> current;
  std::shared_ptr<const Scheme> chosen;  // on the start page, before the document was opened
  std::optional<Document> document;
  Assessment kept;  // what the draft in browser storage holds
  std::string draft_id;
  std::optional<Assessment> being_saved;
  std::vector<Draft> drafts;
  bool storage_broken = false;
  UiState ui;
  std::optional<Notice> notice;
  std::optional<Prompt> prompt;
  std::function<void()> on_accept;
  std::vector<OpenedFile> waiting;  // files that came while a question was open
  ViewModel model;
  std::uint64_t revision = 1;
  std::uint64_t built = 0;
};

Session::Session(Platform& platform, std::vector<Shipped> schemes, std::vector<Shipped> samples)
    : state_(std::make_unique<State>(platform, schemes, samples)) {}

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
  ++state_->revision;
}

void Session::open(std::vector<OpenedFile> files) {
  state_->run(EndEdit{});
  if (state_->prompt) {
    std::move(files.begin(), files.end(), std::back_inserter(state_->waiting));
  } else {
    state_->open(std::move(files));
  }
  state_->keep_draft();
  ++state_->revision;
}

void Session::saved(std::string_view file_name) {
  State& state = *state_;
  if (!state.document || !state.being_saved) return;
  state.document->mark_saved(*std::move(state.being_saved));
  state.being_saved.reset();
  state.put_draft(state.document->unsaved());
  state.tell({NoticeKind::success, "已保存为“" + std::string(file_name) + "”", {}});
  ++state.revision;
}

void Session::save_failed(std::string_view reason) {
  state_->being_saved.reset();
  if (reason.empty()) return;  // the person changed their mind
  state_->tell({NoticeKind::problem, "没有保存成功，您填写的内容还在", {std::string(reason)}});
  ++state_->revision;
}

void Session::set_drafts(std::vector<Draft> drafts) {
  std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.saved_at > b.saved_at; });
  state_->drafts = std::move(drafts);
  ++state_->revision;
}

void Session::storage_failed() {
  if (!state_->storage_broken) {
    state_->tell(
        {NoticeKind::warning, "浏览器不允许在本机自动保存草稿", {"请常用“保存”把自评存成文件，以免关闭页面后丢失。"}});
  }
  state_->storage_broken = true;
  ++state_->revision;
}

void Session::open_failed(std::string file_name, std::string_view reason) {
  state_->tell({NoticeKind::problem, "“" + file_name + "”打不开，当前内容没有改变", {std::string(reason)}});
  ++state_->revision;
}

bool Session::unsaved() const { return state_->unsaved(); }

std::uint64_t Session::revision() const { return state_->revision; }

int Session::font_percent() const { return state_->ui.font_percent; }

}  // namespace luping
