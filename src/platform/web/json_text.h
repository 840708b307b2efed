// The few lines of JSON the page is told in. (The file formats have their own writer, in src/io.)
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace luping::web {

/// One JSON object or array, built left to right.
class JsonText {
 public:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  JsonText& key(std::string_view name);
  JsonText& text(std::string_view value);
  JsonText& number(float value);
  JsonText& truth(bool value);

  JsonText& field(std::string_view name, std::string_view value) { return key(name).text(value); }
  JsonText& field(std::string_view name, float value) { return key(name).number(value); }
  /// Only for bool: a pointer would quietly become one.
  template <std::same_as<bool> Bool>
  JsonText& field(std::string_view name, Bool value) {
    return key(name).truth(value);
  }

  std::string take() && { return std::move(out_); }

 private:
  void separate();
  void quote(std::string_view value);

  std::string out_;
};

}  // namespace luping::web
