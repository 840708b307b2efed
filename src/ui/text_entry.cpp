#include "ui/text_entry.h"

#include <utility>

#include "ui/focus.h"

namespace luping::ui {
namespace {

const std::string kNone;

}  // namespace

const std::string& TextEntry::key() const { return open_ ? open_->start.key : kNone; }

const std::string& TextEntry::text_at_start() const { return open_ ? open_->start.text : kNone; }

void TextEntry::begin(Start start, CommandQueue& commands) {
  if (open_) {
    close(commands);
  }
  std::string last = start.text;
  open_ = Open{std::move(start), std::move(last), true};
}

void TextEntry::end(CommandQueue& commands) {
  if (open_) {
    close(commands);
  }
}

void TextEntry::close(CommandQueue& commands) {
  commands.emplace_back(EndEdit{});
  closed_ = std::exchange(open_, std::nullopt);
}

std::optional<TextEditor> TextEntry::end_frame(CommandQueue& commands) {
  if (open_ && !placed_ && !std::exchange(open_->fresh, false)) {
    close(commands);
  }
  if (open_) {
    open_->fresh = false;
  }
  return std::exchange(placed_, std::nullopt);
}

void TextEntry::push_text(Open& open, std::string_view text, CommandQueue& commands) {
  if (open.last != text) {
    open.last = text;
    commands.emplace_back(Edit{open.start.field, open.last});
  }
}

void TextEntry::on_text(TextEventKind kind, std::string_view text, std::string_view key, Focus& focus,
                        CommandQueue& commands) {
  if (!open_ || (!key.empty() && key != open_->start.key)) {
    // A report that comes after the field was left: keep the keystrokes.
    if (closed_ && (key.empty() || key == closed_->start.key) && kind != TextEventKind::escape &&
        closed_->last != text) {
      push_text(*closed_, text, commands);
      commands.emplace_back(EndEdit{});
    }
    return;
  }
  const std::uint32_t id = open_->start.id;
  const bool search = open_->start.field.kind == FieldKind::search;
  switch (kind) {
    case TextEventKind::changed:
      push_text(*open_, text, commands);
      focus.reveal(id);
      break;
    case TextEventKind::blur:
      push_text(*open_, text, commands);
      close(commands);
      break;
    case TextEventKind::escape:
      if (search) {
        push_text(*open_, {}, commands);
        close(commands);
      } else {
        commands.emplace_back(CancelEdit{});
        closed_.reset();
        open_.reset();
      }
      focus.set(id, true);
      focus.arrived();
      break;
    case TextEventKind::enter: {
      push_text(*open_, text, commands);
      if (search) {
        commands.emplace_back(EndEdit{});
        commands.emplace_back(StepSearch{});
        break;
      }
      const std::uint32_t below = focus.next_in_chain(id, +1);
      close(commands);
      focus.set(below != 0 ? below : id, true);
      if (below == 0) {
        focus.arrived();
      }
      break;
    }
    case TextEventKind::tab:
    case TextEventKind::shift_tab: {
      push_text(*open_, text, commands);
      close(commands);
      const int step = kind == TextEventKind::tab ? +1 : -1;
      const std::uint32_t field = focus.next_field(id, step);
      focus.set(field != 0 ? field : focus.next(id, step), true);
      break;
    }
  }
}

}  // namespace luping::ui
