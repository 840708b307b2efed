// The running application: the open document, its history, what is on screen. Applies commands, answers with a view model.
//
// Works the same under the browser and under tests; everything outside goes through Platform.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/platform.h"
#include "app/settings.h"
#include "app/view_model.h"

namespace luping {

/// A file shipped inside the program.
struct Shipped {
  std::string_view name;
  std::string_view bytes;
};

/// A file a person chose or dropped.
struct OpenedFile {
  std::string name;
  std::string bytes;
  std::string place =
      {};  ///< the platform's word for where it can be written back (Platform::set_place); empty: nowhere
};

/// Why a file was not written back.
enum class SaveStop {
  changed,  ///< someone else has written it since it was opened or saved here
  refused,  ///< the person or the browser did not allow it
  gone,     ///< moved, renamed or deleted
};

enum class StorageFailure { full, refused };

class Session {
 public:
  /// `schemes` (at least one valid; the first is the default) and `samples` must outlive the session. `guide` is the text of
  /// the user guide (app/guide.h).
  Session(Platform& platform, std::vector<Shipped> schemes, std::vector<Shipped> samples, std::string_view guide = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// What to draw; rebuilt only when something changed since the last call.
  const ViewModel& view_model();

  /// Apply what the views asked for, in order.
  void apply(const CommandQueue& commands);

  /// Files arrived together (button or drop). Told apart by their `format`: schemes first, then the assessment (at most one),
  /// then targets. What fails to load leaves everything as it was. While a question is open they wait for its answer.
  void open(std::vector<OpenedFile> files);
  /// The platform finished saving the file of this name.
  void saved(std::string_view file_name);
  /// The platform could not save; the work stays unsaved and the person is told why.
  void save_failed(std::string_view reason);
  /// Whether the table that was to be copied is on the clipboard.
  void copied(bool done);
  /// The platform did not write the file of this name; the person is asked what to do instead.
  void save_stopped(SaveStop why, std::string_view file_name);
  /// Drafts found in browser storage, at start and whenever they are read again. What this session keeps itself stays.
  void set_drafts(std::vector<Draft> drafts);
  /// How the person wanted the screen at the last start (empty: never said), and whether this machine asks for high contrast,
  /// which counts until the person says otherwise.
  void set_settings(std::string_view kept, bool machine_wants_contrast);
  /// A draft was not kept, because another window has written under its id: `theirs` (none: nothing is known of it). What was to be
  /// kept becomes a draft of its own, and the person is told.
  void draft_conflict(const std::string& id, std::vector<Draft> theirs);
  /// Another window works on this draft: what is open becomes read-only, and the person is asked.
  void draft_taken(const std::string& id);
  /// That window has let go.
  void draft_free(const std::string& id);
  /// Drafts cannot be kept: no room, or not allowed. The work goes on without.
  void storage_failed(StorageFailure why);
  /// They can again, and what could not be kept is.
  void storage_recovered();
  /// All that was kept has been deleted behind the session's back: what it knows is kept again.
  void storage_cleared();
  /// A file could not be handed over by the platform (too large, unreadable).
  void open_failed(std::string file_name, std::string_view reason);

  /// Changes that no file has yet.
  bool unsaved() const;
  /// Grows with every change of anything shown.
  std::uint64_t revision() const;
  const Settings& settings() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace luping
