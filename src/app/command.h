// What a view may ask for. Views push commands while drawing; the session applies them after the frame.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "app/field.h"
#include "app/ui_state.h"

namespace luping {

/// Set one field to a text. Successive edits of one field up to the next EndEdit are one undo step.
struct Edit {
  FieldRef field;
  std::string text;
};
/// The gesture of editing is over (Enter, Tab, focus lost): the next edit starts a new undo step.
struct EndEdit {};
/// Escape: the field returns to what it was before the gesture; no undo step remains.
struct CancelEdit {};
struct AddEvidence {
  std::string indicator;
};
struct RemoveEvidence {
  std::string indicator;
  std::string evidence;
};
/// Take back 不适用 for an indicator.
struct MakeApplicable {
  std::string indicator;
};
/// Take back 不适用 for a measure.
struct MakeMeasureApplicable {
  std::string measure;
};
/// Take back the last steps (TopBar::undo_steps lists them).
struct Undo {
  std::size_t steps = 1;
};
struct Redo {};

/// Start an empty assessment of a region and year under the current scheme.
struct StartAssessment {
  std::string region;
  int year = 0;
};
struct OpenSample {
  std::size_t index = 0;  ///< into StartModel::samples
};
/// Ask the platform for a file; its bytes come back through Session::open.
struct ChooseFile {};
/// Save where the document was opened from or saved before, else where the person says.
struct SaveFile {};
/// Save under a name the person chooses.
struct SaveFileAs {};
struct ContinueDraft {
  std::string draft;
};
struct DiscardDraft {
  std::string draft;
};
/// Hand the bytes of a draft that cannot be opened over as a file.
struct ExportDraft {
  std::string draft;
};
/// Go on with what is open for reading only, now that no other window works on it.
struct TakeOver {};
/// Leave the open document for the start page (the draft stays in browser storage).
struct CloseDocument {};
/// The answer to ViewModel::prompt.
struct AnswerPrompt {
  std::size_t answer = 0;  ///< into Prompt::answers
};
struct DismissNotice {};
/// Put the table of the page on the clipboard, or its selected row alone. Nothing happens on a page without one.
struct CopyTable {
  bool selected = false;
};

struct GoTo {
  Page page = Page::overview;
};
/// Read another section of the guide, by its position.
struct ShowHelpSection {
  std::size_t section = 0;
};
/// Show an indicator (fills the detail pane); from another page also go to 填报.
struct SelectIndicator {
  std::string indicator;
};
/// The same for a measure and 任务.
struct SelectMeasure {
  std::string measure;
};
/// Show a unit's duties in 单位.
struct SelectUnit {
  std::string unit;
};
/// Show an indicator's sheet in 指标体系; empty: the one about the scheme.
struct SelectSchemeRow {
  std::string indicator;
};
struct SetUnitsFilter {
  UnitsFilter filter = UnitsFilter::all;
};
struct SetUnitsOrder {
  UnitsOrder order = UnitsOrder::open;
};
// Three commands about the table of 任务 while that is shown, else of 填报.

/// Set all of what it is asked for; the view model offers the queries one step away.
struct SetListQuery {
  ListQuery query;
};
/// Show all rows again, the search words gone, too; the order stays.
struct ClearFilters {};
/// Find the rows anew: what was filled in since may have changed which they are.
struct UpdateList {};
/// Go on to the next (+1) or the one before (-1) of what the search finds: from a page that does not show it to the one that does.
struct StepSearch {
  int step = +1;
};
/// Show in 填报 only this group's indicators. Does not go there.
struct SetGroupFilter {
  std::string group;  ///< empty: all groups
};
/// Show in 填报 only what this unit leads or is responsible for. Does not go there.
struct SetUnitFilter {
  std::string unit;               ///< as the view model names it
  std::set<Result> results = {};  ///< of these only the ones with such a result; empty: all
};
/// Start under another scheme.
struct ChooseScheme {
  std::size_t index = 0;  ///< into StartModel::schemes
};
/// Judge by the scheme shipped inside the program again.
struct UseShippedScheme {};
struct SetFontScale {
  int percent = 100;  ///< 90 to 150
};
/// The hint on 填报 has been read.
struct PutAwayHint {};
struct SetHighContrast {
  bool on = false;
};

/// Cells from a spreadsheet (lines, tabs between cells) for the table of 填报: asked about in ViewModel::paste.
struct PasteCells {
  std::string text;
};
/// The answer to ViewModel::paste.
struct AnswerPaste {
  bool accepted = false;
};

using Command =
    std::variant<Edit, EndEdit, CancelEdit, AddEvidence, RemoveEvidence, MakeApplicable, MakeMeasureApplicable, Undo,
                 Redo, StartAssessment, OpenSample, ChooseFile, SaveFile, ContinueDraft, DiscardDraft, CloseDocument,
                 AnswerPrompt, DismissNotice, GoTo, ShowHelpSection, SelectIndicator, SelectMeasure, SelectUnit,
                 SelectSchemeRow, SetUnitsFilter, SetUnitsOrder, SetListQuery, ClearFilters, UpdateList, StepSearch,
                 SetGroupFilter, SetUnitFilter, ChooseScheme, UseShippedScheme, SetFontScale, SetHighContrast,
                 PutAwayHint, CopyTable, SaveFileAs, ExportDraft, TakeOver, PasteCells, AnswerPaste>;

using CommandQueue = std::vector<Command>;

}  // namespace luping
