// What the application asks of the machine it runs on. The browser implements it (src/platform/web), tests fake it
// (src/platform/test). Nothing here blocks: what takes time comes back as a call on Session.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luping {

/// An unfinished document kept outside files, so that closing the tab loses nothing.
struct Draft {
  std::string id;     ///< the assessment's id, with something added where a draft of other work on it is kept already
  std::string title;  ///< 覃塘区 · 2023 年自评
  std::string saved_at;    ///< RFC 3339 with offset
  std::string assessment;  ///< the bytes of a luping-assessment file
  std::string scheme;      ///< the bytes of its scheme; empty: the built-in scheme of the assessment's scheme id
  std::string view;        ///< where in it the person was (app/draft_list.h); may be empty
  bool unsaved = true;     ///< holds changes that no file has yet
  /// False: the platform does not understand what is kept, and `assessment` is all that is left of it.
  bool readable = true;
};

/// Where a save goes.
enum class SaveWay {
  back,  ///< to the file the document came from or went to last, if that is still as it was left; else as elsewhere
  overwrite,  ///< to that file, whatever it holds by now
  elsewhere,  ///< under a name the person chooses, or as a download
};

class Platform {
 public:
  virtual ~Platform() = default;

  /// Local time as RFC 3339 with offset, to the second: "2026-11-24T09:30:00+08:00".
  virtual std::string now() = 0;
  /// Lower-case letters and digits, unpredictable enough to tell two documents apart; 10 characters.
  virtual std::string new_id() = 0;

  /// Let the person choose files; they come back through Session::open, together.
  virtual void choose_files() = 0;
  /// Hand a file over; the platform tells Session::saved(name) when it is done, or Session::save_stopped when it must not
  /// write where the document belongs. `document` is the same for every save of one document and of no other.
  virtual void save_file(std::string_view document, std::string_view name, std::string_view bytes, SaveWay way) = 0;
  /// The document was opened from this place (OpenedFile::place; empty: from none that can be written): SaveWay::back goes
  /// there from now on.
  virtual void set_place(std::string_view document, std::string_view place) = 0;

  /// Put a table on the clipboard, in both notations; the platform tells Session::copied whether it is there.
  virtual void copy_table(std::string_view tsv, std::string_view html) = 0;

  /// Keep (create or replace) a draft; failure comes back through Session::storage_failed.
  /// What failed is tried again by the platform, until it succeeds or a later draft replaces it.
  virtual void put_draft(const Draft& draft) = 0;
  virtual void remove_draft(std::string_view id) = 0;
  /// This window works on the draft from now on (empty: on none), and no longer on another. Where another window does so
  /// already, Session::draft_taken comes back, and Session::draft_free once that one has let go.
  virtual void hold_draft(std::string_view id) = 0;
  /// Read all drafts again; they come back through Session::set_drafts.
  virtual void reload_drafts() = 0;

  /// Keep how the person wants the screen (app/settings.h); it comes back through Session::set_settings at the next start.
  /// Where nothing can be kept, nothing happens.
  virtual void keep_settings(std::string_view text) = 0;

 protected:
  Platform() = default;
  Platform(const Platform&) = default;
  Platform& operator=(const Platform&) = default;
};

}  // namespace luping
