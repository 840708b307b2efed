// Every call the page can make (web/core.ts wraps them). Texts are UTF-8 as address and size, lent for the call.
#include <emscripten/em_macros.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/web/input.h"
#include "platform/web/main.h"
#include "platform/web/shell.h"

using luping::Draft;
using luping::OpenedFile;
using luping::SaveStop;
using luping::StorageFailure;
using luping::web::shell;
namespace input = luping::web::input;

namespace {

std::string_view view(const char* text, int size) { return {text, static_cast<std::size_t>(size)}; }

/// Cuts one text after the other from the front of a block.
class Pieces {
 public:
  explicit Pieces(const char* block) : at_(block) {}
  std::string next(int size) {
    std::string piece(view(at_, size));
    at_ += size;
    return piece;
  }

 private:
  const char* at_;
};

std::vector<Draft> drafts;      // arriving at start, one by one; later the one that is in the way
std::vector<OpenedFile> files;  // arriving together, one by one

}  // namespace

extern "C" {

// Memory the page fills before it calls.
EMSCRIPTEN_KEEPALIVE void* luping_allocate(int size) { return std::malloc(static_cast<std::size_t>(size)); }
EMSCRIPTEN_KEEPALIVE void luping_release(void* memory) { std::free(memory); }

// Drawing.
EMSCRIPTEN_KEEPALIVE void luping_resize(int width, int height, float ratio) { shell().resize(width, height, ratio); }
EMSCRIPTEN_KEEPALIVE int luping_frame(double now) { return shell().frame(now) ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void luping_graphics_lost() { shell().lose_graphics(); }
EMSCRIPTEN_KEEPALIVE void luping_graphics_restored() { shell().restore_graphics(); }
EMSCRIPTEN_KEEPALIVE void luping_use_software() { shell().use_software(); }
/// A text that ends with a zero byte.
EMSCRIPTEN_KEEPALIVE const char* luping_renderer() { return shell().renderer(); }

// Input.
EMSCRIPTEN_KEEPALIVE void luping_pointer_at(float x, float y, int touch) { input::pointer_at(x, y, touch != 0); }
EMSCRIPTEN_KEEPALIVE void luping_pointer_gone() { input::pointer_gone(); }
EMSCRIPTEN_KEEPALIVE void luping_pointer_button(int button, int down, int touch) {
  input::pointer_button(button, down != 0, touch != 0);
}
EMSCRIPTEN_KEEPALIVE void luping_scroll(float x, float y) { input::scroll(x, y); }
EMSCRIPTEN_KEEPALIVE void luping_modifiers(int control, int shift, int alt) {
  input::modifiers(control != 0, shift != 0, alt != 0);
}
EMSCRIPTEN_KEEPALIVE int luping_key(const char* name, int size, int down) {
  return input::key(view(name, size), down != 0) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void luping_window_focus(int focused) { input::window_focus(focused != 0); }
EMSCRIPTEN_KEEPALIVE void luping_shortcut(const char* name, int size) { shell().shortcut(view(name, size)); }
EMSCRIPTEN_KEEPALIVE void luping_text(const char* kind, int kind_size, const char* key, int key_size, const char* text,
                                      int text_size) {
  shell().text(view(kind, kind_size), view(key, key_size), view(text, text_size));
}

// The clipboard.
EMSCRIPTEN_KEEPALIVE void luping_copy() { shell().copy_selected(); }
EMSCRIPTEN_KEEPALIVE void luping_paste(const char* text, int size) { shell().paste(view(text, size)); }
EMSCRIPTEN_KEEPALIVE void luping_copied(int done) { shell().session().copied(done != 0); }

// Files. Opened together: each file, then the end of the list.
/// `place` comes back in Host.setPlace; empty where the file cannot be written.
EMSCRIPTEN_KEEPALIVE void luping_open(const char* name, int name_size, const char* bytes, int size, const char* place,
                                      int place_size) {
  files.push_back(
      {std::string(view(name, name_size)), std::string(view(bytes, size)), std::string(view(place, place_size))});
}
EMSCRIPTEN_KEEPALIVE void luping_open_end() { shell().session().open(std::exchange(files, {})); }
EMSCRIPTEN_KEEPALIVE void luping_open_failed(const char* name, int name_size, const char* reason, int reason_size) {
  shell().session().open_failed(std::string(view(name, name_size)), view(reason, reason_size));
}
EMSCRIPTEN_KEEPALIVE void luping_saved(const char* name, int size) { shell().session().saved(view(name, size)); }
EMSCRIPTEN_KEEPALIVE void luping_save_failed(const char* reason, int size) {
  shell().session().save_failed(view(reason, size));
}
/// `why`: changed, refused or gone (luping::SaveStop, by name).
EMSCRIPTEN_KEEPALIVE void luping_save_stopped(const char* why, int why_size, const char* name, int name_size) {
  const std::string_view word = view(why, why_size);
  const SaveStop stop = word == "changed" ? SaveStop::changed : word == "gone" ? SaveStop::gone : SaveStop::refused;
  shell().session().save_stopped(stop, view(name, name_size));
}
EMSCRIPTEN_KEEPALIVE int luping_unsaved() { return shell().session().unsaved() ? 1 : 0; }

// Drafts. At start: each draft, as its six texts end to end, then the end of the list.
EMSCRIPTEN_KEEPALIVE void luping_draft(const char* texts, int id, int title, int saved_at, int assessment, int scheme,
                                       int view, int unsaved, int readable) {
  Pieces pieces(texts);
  Draft draft;
  draft.id = pieces.next(id);
  draft.title = pieces.next(title);
  draft.saved_at = pieces.next(saved_at);
  draft.assessment = pieces.next(assessment);
  draft.scheme = pieces.next(scheme);
  draft.view = pieces.next(view);
  draft.unsaved = unsaved != 0;
  draft.readable = readable != 0;
  drafts.push_back(std::move(draft));
}
EMSCRIPTEN_KEEPALIVE void luping_drafts_end() { shell().session().set_drafts(std::exchange(drafts, {})); }
EMSCRIPTEN_KEEPALIVE void luping_settings(const char* text, int size, int machine_wants_contrast) {
  shell().session().set_settings(view(text, size), machine_wants_contrast != 0);
}
/// Another tab's draft stands under this id; it came just before, if it can be read.
EMSCRIPTEN_KEEPALIVE void luping_draft_conflict(const char* id, int size) {
  shell().session().draft_conflict(std::string(view(id, size)), std::exchange(drafts, {}));
}
EMSCRIPTEN_KEEPALIVE void luping_draft_taken(const char* id, int size) {
  shell().session().draft_taken(std::string(view(id, size)));
}
EMSCRIPTEN_KEEPALIVE void luping_draft_free(const char* id, int size) {
  shell().session().draft_free(std::string(view(id, size)));
}
EMSCRIPTEN_KEEPALIVE void luping_storage_failed(int full) {
  shell().session().storage_failed(full != 0 ? StorageFailure::full : StorageFailure::refused);
}
EMSCRIPTEN_KEEPALIVE void luping_storage_recovered() { shell().session().storage_recovered(); }
EMSCRIPTEN_KEEPALIVE void luping_storage_cleared() { shell().session().storage_cleared(); }

}  // extern "C"
