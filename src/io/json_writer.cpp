#include "io/json_writer.h"

#include <nlohmann/json.hpp>

namespace luping {

void JsonWriter::quote(std::string_view text) {
  // Text may hold bytes no file could bring (a paste, a test); they are replaced rather than written as broken UTF-8.
  out_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void JsonWriter::start_value(std::string_view key) {
  if (open_.empty()) return;
  if (open_.back().has_members) out_ += ',';
  open_.back().has_members = true;
  out_ += '\n';
  out_.append(open_.size() * 2, ' ');
  if (open_.back().object) {
    quote(key);
    out_ += ": ";
  }
}

void JsonWriter::open(std::string_view key, char bracket) {
  start_value(key);
  out_ += bracket;
  open_.push_back({bracket == '{', false});
}

void JsonWriter::close(char bracket) {
  const bool had_members = open_.back().has_members;
  open_.pop_back();
  if (had_members) {
    out_ += '\n';
    out_.append(open_.size() * 2, ' ');
  }
  out_ += bracket;
}

void JsonWriter::text(std::string_view key, std::string_view value) {
  start_value(key);
  quote(value);
}

void JsonWriter::raw(std::string_view key, std::string_view json) {
  start_value(key);
  out_ += json;
}

void JsonWriter::extras(const Extras& extras) {
  for (const Extra& extra : extras) raw(extra.key, extra.json);
}

std::string JsonWriter::finish() && { return std::move(out_) + "\n"; }

}  // namespace luping
