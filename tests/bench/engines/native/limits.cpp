// Physical limits: how fast memory is, and how fast general JSON parsers read the same bytes, line by line.
//
//   limits DATA [REPETITIONS]       prints one line of JSON
#include <rapidjson/document.h>
#include <rapidjson/reader.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>
#ifndef __EMSCRIPTEN__
#include <simdjson.h>
#endif

#include "timing.h"

namespace {

/// What is computed goes here, so that it must be.
volatile double sink;

void print(const char* key, const char* format, double figure) {
  static const char* separator = "{";
  std::printf("%s\"%s\":", separator, key);
  std::printf(format, figure);
  separator = ",";
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// ---- memory ------------------------------------------------------------------------------------------------------------

void measure_memory(int repetitions) {
  constexpr std::size_t kBytes = std::size_t{128} << 20;
  constexpr std::size_t kCount = kBytes / sizeof(double);
  std::vector<double> a(kCount, 1);
  std::vector<double> b(kCount, 2);
  const double copy = median_seconds(repetitions, [&] { std::memcpy(b.data(), a.data(), kBytes); });
  const double read = median_seconds(repetitions, [&] {
    double sums[8] = {};
    for (std::size_t i = 0; i < kCount; i += 8) {
      for (std::size_t k = 0; k < 8; ++k) sums[k] += a[i + k];
    }
    sink = sums[0] + sums[1] + sums[2] + sums[3] + sums[4] + sums[5] + sums[6] + sums[7];
  });
  const double triad = median_seconds(repetitions, [&] {
    for (std::size_t i = 0; i < kCount; ++i) b[i] = a[i] * 1.5 + b[i];
    sink = b[kCount / 2];
  });
  print("memcpy_gb_per_s", "%.1f", kBytes / copy / 1e9);
  print("read_gb_per_s", "%.1f", kBytes / read / 1e9);
  print("triad_gb_per_s", "%.1f", 3.0 * kBytes / triad / 1e9);
}

// ---- parsers -----------------------------------------------------------------------------------------------------------

/// Sums the numbers it is told of.
struct Summing : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Summing> {
  double sum = 0;
  bool add(double number) {
    sum += number;
    return true;
  }
  bool Double(double number) { return add(number); }
  bool Int(int number) { return add(number); }
  bool Uint(unsigned number) { return add(number); }
};

void measure_parsers(const std::string& data, int repetitions) {
  const auto lines = lines_of(data);
  const auto report = [&](const char* key, auto action) {
    print(key, "%.0f", static_cast<double>(data.size()) / median_seconds(repetitions, action) / 1e6);
  };
  report("nlohmann_dom_mb_per_s", [&] {
    std::size_t sum = 0;
    for (const auto line : lines) sum += nlohmann::json::parse(line).size();
    sink = static_cast<double>(sum);
  });
  report("nlohmann_sax_mb_per_s", [&] {
    std::size_t sum = 0;
    for (const auto line : lines) sum += nlohmann::json::accept(line);
    sink = static_cast<double>(sum);
  });
  report("rapidjson_dom_mb_per_s", [&] {
    std::size_t sum = 0;
    for (const auto line : lines) {
      rapidjson::Document document;
      document.Parse(line.data(), line.size());
      sum += document.MemberCount();
    }
    sink = static_cast<double>(sum);
  });
  report("rapidjson_sax_mb_per_s", [&] {
    Summing summing;
    for (const auto line : lines) {
      rapidjson::MemoryStream stream(line.data(), line.size());
      rapidjson::Reader reader;
      reader.Parse<rapidjson::kParseDefaultFlags>(stream, summing);
    }
    sink = summing.sum;
  });
}

#ifndef __EMSCRIPTEN__
/// The sum of an item's figures.
double sum_of_item(simdjson::ondemand::object item) {
  double sum = 0;
  double number = 0;
  for (auto field : item) {
    const std::string_view key = field.unescaped_key();
    auto value = field.value();
    if (key == "history") {
      for (auto figure : value.get_array()) {
        if (!figure.get_double().get(number)) sum += number;
      }
    } else if (key == "value" || key == "baseline" || key == "target") {
      if (!value.get_double().get(number)) sum += number;
    }
  }
  return sum;
}

void measure_simdjson(const std::string& data, int repetitions) {
  std::vector<simdjson::padded_string> lines;
  for (const auto line : lines_of(data)) lines.emplace_back(line.data(), line.size());
  simdjson::dom::parser tree;
  simdjson::ondemand::parser on_demand;
  const double bytes = static_cast<double>(data.size());
  const double dom = median_seconds(repetitions, [&] {
    std::size_t sum = 0;
    for (const auto& line : lines) sum += tree.parse(line).get_object().size();
    sink = static_cast<double>(sum);
  });
  const double demand = median_seconds(repetitions, [&] {
    double sum = 0;
    for (const auto& line : lines) {
      auto document = on_demand.iterate(line);
      for (auto item : document["items"].get_object()) sum += sum_of_item(item.value().get_object());
    }
    sink = sum;
  });
  print("simdjson_dom_mb_per_s", "%.0f", bytes / dom / 1e6);
  print("simdjson_ondemand_mb_per_s", "%.0f", bytes / demand / 1e6);
  std::printf(",\"simdjson_kernel\":\"%s\"", simdjson::get_active_implementation()->name().c_str());
}
#endif

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: limits DATA [REPETITIONS]\n", stderr);
    return 2;
  }
  const std::string data = file_bytes(argv[1]);
  const int repetitions = argc > 2 ? std::atoi(argv[2]) : 5;
  measure_memory(repetitions);
  measure_parsers(data, repetitions);
#ifndef __EMSCRIPTEN__
  measure_simdjson(data, repetitions);
#endif
  std::puts("}");
  return 0;
}
