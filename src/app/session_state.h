// The session's inside, private to the session_*.cpp files: what it owns, and one function a command. What belongs together
// stands in one of them; here is the whole list.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/announcement.h"
#include "app/document.h"
#include "app/draft_list.h"
#include "app/paste_plan.h"
#include "app/session.h"
#include "core/check/parsed.h"

namespace luping {

struct LoadedScheme {
  std::shared_ptr<const Scheme> scheme;
  std::string bytes;  // empty for a scheme shipped inside the program
  std::string file;   // where it came from; empty likewise
};

struct Session::State {
  // ---- session_editing.cpp: what changes the document ----

  void run(const Edit& command);
  void run(const EndEdit&);
  void run(const CancelEdit&);
  void run(const AddEvidence& command);
  void run(const RemoveEvidence& command);
  void run(const MakeApplicable& command);
  void run(const MakeMeasureApplicable& command);
  void run(const Undo& command);
  void run(const Redo&);
  void run(const StartAssessment& command);

  // ---- session_navigation.cpp: what is shown and selected; questions and their answers ----

  void run(const AnswerPrompt& command);
  void run(const DismissNotice&);
  void run(const GoTo& command);
  void run(const ShowHelpSection& command);
  void run(const SelectIndicator& command);
  void run(const SelectMeasure& command);
  void run(const SelectUnit& command);
  void run(const SelectSchemeRow& command);
  void run(const SetUnitsFilter& command);
  void run(const SetUnitsOrder& command);
  void run(const SetListQuery& command);
  void run(const ClearFilters&);
  void run(const UpdateList&);
  void run(const StepSearch& command);
  void run(const SetGroupFilter& command);
  void run(const SetUnitFilter& command);
  /// The one of the page that is shown: 任务, else 填报.
  Listing& listing() { return ui.page == Page::tasks ? ui.tasks : ui.fill; }
  /// Finds its rows if they are not known.
  void find_rows();
  /// Whether it has the row.
  bool lists(const std::string& id);
  /// The selected row is to be seen: drops the conditions, and then the search words, that leave it out.
  void reveal_row(const std::string& id);
  void forget_search();
  /// What the search finds on the page, in its order.
  std::vector<std::string> search_hits();
  void build_search();
  void run(const SetFontScale& command);
  void run(const SetHighContrast& command);
  void run(const PutAwayHint& command);
  void reset_view();
  void tell(Notice what);
  void tell_failure(std::string what, const std::vector<Diagnostic>& diagnostics);
  void tell_warnings(std::string what, const std::vector<Diagnostic>& diagnostics);
  /// `actions` belong to the answers in order; an answer without one only closes the question. Questions come one by one.
  void ask(Prompt question, std::vector<std::function<void()>> actions);

  // ---- session_clipboard.cpp: tables out ----

  void run(const CopyTable& command);
  void run(const PasteCells& command);
  void run(const AnswerPaste& command);
  PastePlan paste_plan();  ///< of `pasted`, as the document stands now
  void tell_copied(bool done);

  // ---- session_files.cpp: files that came from outside ----

  void run(const OpenSample& command);
  void run(const ChooseFile&);
  void open(std::vector<OpenedFile> files);
  void open_one(OpenedFile file);
  /// Without a `scheme`, takes the current one if the file belongs to it, else another loaded one of the wanted id.
  Parsed<Assessment> parse_for_any_scheme(const std::string& name, const std::string& bytes,
                                          std::shared_ptr<const Scheme>& scheme);
  void open_assessment(OpenedFile file);
  void open_targets(const std::string& name, const std::string& bytes);
  /// `draft`: the draft it is kept in; empty: one of its own.
  void show_document(std::shared_ptr<const Scheme> scheme, Assessment assessment, const std::string& draft = {});
  std::string sample_label(const Shipped& sample) const;

  // ---- session_schemes.cpp: which scheme is in use ----

  State(Platform& the_platform, const std::vector<Shipped>& schemes, const std::vector<Shipped>& shipped_samples);
  void run(const ChooseScheme& command);
  void run(const UseShippedScheme&);
  /// Adds a scheme's text to the loaded ones; null when it is not valid.
  std::shared_ptr<const Scheme> load_scheme(const std::string& name, const std::string& bytes);
  void open_scheme(const std::string& name, std::string bytes);
  const LoadedScheme* shipped_scheme(const std::string& id) const;
  /// What the start page lets one choose from: the shipped schemes, and what came from files, each text once.
  std::vector<const LoadedScheme*> offered_schemes() const;
  /// Another text under the name and version of a shipped scheme: a saved file cannot tell the two apart.
  const char* same_version_warning(const Scheme& scheme) const;
  /// Judges the open document by another text of its scheme, if its answers fit.
  void change_scheme(LoadedScheme to, const std::string& name);
  /// What is said wherever a scheme from a file is in use; empty for a shipped one.
  std::string scheme_badge() const;

  // ---- session_keeping.cpp: drafts in browser storage, and saving to a file ----

  void run(const SaveFile&);
  void run(const SaveFileAs&);
  void run(const CloseDocument&);
  void save(SaveWay way);
  void ask_after_stop(SaveStop why, const std::string& file_name);
  bool unsaved() const;
  /// What becomes of unsaved work when something else is opened.
  std::string leaving_words() const;
  std::string title() const;

  // ---- session_drafts.cpp: the drafts that are there ----

  void run(const ContinueDraft& command);
  void run(const DiscardDraft& command);
  void run(const ExportDraft& command);
  void set_drafts(std::vector<Draft> found);
  const Draft* find_draft(const std::string& id) const;
  /// Opening a file again must not overwrite what was typed into an earlier opening of it.
  std::string free_draft_id();
  void keep_draft();
  /// Leaving: the draft learns where the person was.
  void keep_view();
  void put_draft(bool is_unsaved);
  void keep_again();
  /// The start page's lines; what takes reading a draft is remembered.
  std::vector<StartModel::DraftEntry> list_drafts();
  /// The id is another window's from now on; what this one kept under it goes on under a new id.
  void give_way(const std::string& id, std::vector<Draft> theirs);

  // ---- session_windows.cpp: another window works on the same draft ----

  void run(const TakeOver&);
  bool read_only() const { return document && document->read_only(); }
  void draft_taken(const std::string& id);
  void go_on_as_copy();
  /// The draft as the other window left it, found or not.
  void finish_taking_over();
  /// Whether nothing may change, which is then said.
  bool refuse_when_read_only();

  // ---- session_view.cpp: the view model, and what is said beside it ----

  /// Notices which verdicts are others than when last asked; waits while a field is being typed in.
  void announce();

  StartModel build_start();
  void build();
  void build_top();

  // ---- what it owns ----

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
  std::size_t rows_being_copied = 0;
  std::optional<Cells> pasted;  // asked about
  std::vector<Draft> drafts;
  std::set<std::string> own_drafts;               // ids this session has written
  std::map<std::string, DraftSummary> summaries;  // by id; without those that changed
  bool exporting = false;
  bool other_window_gone = false;  // while read-only: no window works on it any more
  std::string taking_over;         // the draft that is read anew to go on with; empty: none
  bool storage_broken = false;
  bool typing = false;  // a field was changed and not left yet
  Heard heard;
  std::string announcement;
  Guide guide;
  UiState ui;
  Settings settings;
  std::optional<Notice> notice;
  struct Question {
    Prompt prompt;
    std::vector<std::function<void()>> actions;
  };
  std::deque<Question> questions;   // the first one is on the screen
  std::vector<OpenedFile> waiting;  // files that came while a question was open
  ViewModel model;
  std::uint64_t revision = 1;
  std::uint64_t built = 0;
};

}  // namespace luping
