// The id of a widget: a short path such as "fill/7.6.a/value", built in place without allocation. It names the widget for
// assistive technology and tests, and its hash names it for focus and hit-testing.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "app/field.h"

namespace luping::ui {

/// 32-bit FNV-1a.
constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return hash == 0 ? 1 : hash;
}

class Id {
 public:
  template <typename... Parts>
  requires(sizeof...(Parts) > 0 && (std::convertible_to<Parts, std::string_view> && ...))
      Id(const Parts&... parts) {  // NOLINT(google-explicit-constructor): a literal is an id
    (append(parts), ...);
    text_[size_] = '\0';
  }

  const char* c_str() const { return text_.data(); }
  std::string_view view() const { return {text_.data(), size_}; }
  operator std::string_view() const { return view(); }  // NOLINT(google-explicit-constructor)
  std::uint32_t hash() const { return hash_of(view()); }

 private:
  void append(std::string_view part) {
    const std::size_t room = text_.size() - 1 - size_;
    const std::size_t n = part.size() < room ? part.size() : room;
    std::memcpy(text_.data() + size_, part.data(), n);
    size_ += n;
  }

  std::array<char, 160> text_{};
  std::size_t size_ = 0;
};

/// The id of the widget that edits `field` in a part of the screen ("fill", "detail" …).
Id field_id(std::string_view scope, const FieldRef& field);

}  // namespace luping::ui
