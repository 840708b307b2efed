// Writes JSON with two-space indentation, fields in the order of the calls: the same calls give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/extras.h"

namespace luping {

class JsonWriter {
 public:
  void begin_object(std::string_view key = {}) { open(key, '{'); }
  void end_object() { close('}'); }
  void begin_array(std::string_view key = {}) { open(key, '['); }
  void end_array() { close(']'); }

  /// A text field, always written; in an array the key is empty.
  void text(std::string_view key, std::string_view value);
  /// A text field, left out when empty.
  void text_if(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void integer(std::string_view key, std::int64_t value) { raw(key, std::to_string(value)); }
  void truth(std::string_view key, bool value) { raw(key, value ? "true" : "false"); }
  /// A value given as JSON source text.
  void raw(std::string_view key, std::string_view json);
  void extras(const Extras& extras);

  /// The finished text, with a newline at its end. REQUIRES: all containers closed.
  std::string finish() &&;

 private:
  void start_value(std::string_view key);
  void open(std::string_view key, char bracket);
  void close(char bracket);
  void quote(std::string_view text);

  std::string out_;
  struct Container {
    bool object = false;
    bool has_members = false;
  };
  std::vector<Container> open_;
};

}  // namespace luping
