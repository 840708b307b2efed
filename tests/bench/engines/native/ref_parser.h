// Reads neutral assessments, one a line, straight into the columns of a Store: no tree, no strings. Little validation;
// it is a yardstick, not a product. The byte after the text must be readable and NUL.
#pragma once

#include <cstdlib>

#include "ref_store.h"

namespace reference {

/// Whether a key is a word that is known beforehand; quicker than ==.
template <std::size_t N>
inline bool is(std::string_view key, const char (&word)[N]) {
  return key.size() == N - 1 && std::memcmp(key.data(), word, N - 1) == 0;
}

class Parser {
 public:
  explicit Parser(Store& store) : store_(store) {}

  /// Appends the assessments of a text to the store, as far as it has room. Returns how many the store holds then; 0
  /// when the text could not be read.
  std::size_t parse(const char* text, std::size_t size) {
    at_ = text;
    end_ = text + size;
    bad_ = false;
    skip_blanks();
    while (at_ < end_ && store_.count < store_.capacity && !bad_) {
      assessment(store_.count);
      ++store_.count;
      skip_blanks();
    }
    return bad_ ? 0 : store_.count;
  }

 private:
  void fail() {
    bad_ = true;
    at_ = end_;
  }

  void skip_blanks() {
    while (at_ < end_ && static_cast<Byte>(*at_) <= ' ') ++at_;
  }

  bool eat(char sign) {
    skip_blanks();
    if (at_ >= end_ || *at_ != sign) return false;
    ++at_;
    return true;
  }

  void need(char sign) {
    if (!eat(sign)) fail();
  }

  /// A string as it stands in the text, escapes and all.
  std::string_view string() {
    need('"');
    const char* start = at_;
    while (at_ < end_ && *at_ != '"') at_ += 1 + (*at_ == '\\');
    const std::string_view text(start, static_cast<std::size_t>(at_ - start));
    need('"');
    return text;
  }

  static bool is_digit(char sign) { return static_cast<unsigned>(sign - '0') < 10; }

  double number() {
    static const double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                     1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const char* start = at_;
    const bool negative = at_ < end_ && *at_ == '-';
    at_ += negative;
    std::uint64_t mantissa = 0;
    int decimals = 0;
    int digits = 0;
    const char* first = at_;
    while (at_ < end_ && is_digit(*at_)) {
      mantissa = mantissa * 10 + static_cast<std::uint64_t>(*at_++ - '0');
      ++digits;
    }
    if (at_ < end_ && *at_ == '.') {
      ++at_;
      while (at_ < end_ && is_digit(*at_)) {
        mantissa = mantissa * 10 + static_cast<std::uint64_t>(*at_++ - '0');
        ++digits;
        ++decimals;
      }
    }
    if (at_ == first) {
      fail();
      return kMissing;
    }
    const bool has_exponent = at_ < end_ && (*at_ | 32) == 'e';
    if (has_exponent || digits > 19 || mantissa > (1ull << 53) || decimals > 22) {  // rare
      char* rest = nullptr;
      const double value = std::strtod(start, &rest);
      at_ = rest;
      return value;
    }
    const double value =
        decimals > 0 ? static_cast<double>(mantissa) / kPowers[decimals] : static_cast<double>(mantissa);
    return negative ? -value : value;
  }

  /// A number; true is 1, false 0, null NaN.
  double scalar() {
    skip_blanks();
    if (at_ >= end_) {
      fail();
      return kMissing;
    }
    switch (*at_) {
      case 'n':
        at_ += 4;
        return kMissing;
      case 't':
        at_ += 4;
        return 1;
      case 'f':
        at_ += 5;
        return 0;
      default:
        return number();
    }
  }

  /// Calls `visit(key)` at each value of an object; it must consume the value.
  template <class Visit>
  void object(Visit visit) {
    need('{');
    if (eat('}')) return;
    do {
      const std::string_view key = string();
      need(':');
      visit(key);
    } while (eat(',') && at_ < end_);
    need('}');
  }

  /// Calls `visit()` at each value of an array.
  template <class Visit>
  void array(Visit visit) {
    need('[');
    if (eat(']')) return;
    do visit();
    while (eat(','));
    need(']');
  }

  void skip() {
    skip_blanks();
    if (at_ >= end_) return fail();
    switch (*at_) {
      case '"':
        string();
        return;
      case '{':
        return object([this](std::string_view) { skip(); });
      case '[':
        return array([this] { skip(); });
      default:
        scalar();
    }
  }

  /// The indicator of a key, or -1. Keys mostly come in the scheme's order.
  int indicator_of(std::string_view key) {
    for (int tried = 0, k = last_ + 1; tried < store_.width; ++tried, ++k) {
      if (k >= store_.width) k = 0;
      if (key == store_.indicators[static_cast<std::size_t>(k)].id) return last_ = k;
    }
    return -1;
  }

  void inputs(int k, std::size_t row) {
    const auto& names = store_.indicators[static_cast<std::size_t>(k)].inputs;
    object([&](std::string_view key) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (key != names[i]) continue;
        store_.column(k, kInputs + static_cast<int>(i))[row] = scalar();
        return;
      }
      skip();
    });
  }

  void item(int k, std::size_t row) {
    object([&](std::string_view key) {
      if (is(key, "value")) {
        store_.column(k, kValue)[row] = scalar();
      } else if (is(key, "baseline")) {
        store_.column(k, kBaseline)[row] = scalar();
      } else if (is(key, "target")) {
        store_.column(k, kTarget)[row] = scalar();
      } else if (is(key, "na")) {
        store_.not_applicable[store_.cell(k, row)] = scalar() == 1;
      } else if (is(key, "history")) {
        int year = 0;
        array([&] {
          const double figure = scalar();
          if (year < 5) store_.column(k, kHistory + year++)[row] = figure;
        });
      } else if (is(key, "inputs")) {
        inputs(k, row);
      } else {
        skip();
      }
    });
  }

  void attributes(std::size_t row) {
    object([&](std::string_view key) {
      if (is(key, "coastal")) {
        store_.attributes[kCoastal][row] = scalar() == 1;
        return;
      }
      const int attribute = is(key, "terrain") ? kTerrain : kCitySize;
      store_.attributes[attribute][row] = word_number(attribute, string());
    });
  }

  void assessment(std::size_t row) {
    last_ = -1;
    object([&](std::string_view key) {
      if (is(key, "items")) {
        object([&](std::string_view id) {
          const int k = indicator_of(id);
          if (k < 0) return skip();
          item(k, row);
        });
      } else if (is(key, "county")) {
        object([&](std::string_view field) {
          if (!is(field, "attrs")) return skip();
          attributes(row);
        });
      } else {
        skip();
      }
    });
  }

  Store& store_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  bool bad_ = false;
  int last_ = -1;
};

}  // namespace reference
