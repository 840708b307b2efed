// The JSON reader against nlohmann/json: the shipped files and a great many damaged copies of them are taken or refused alike, and
// what is taken says the same.
#include "io/json_tree.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <set>
#include <string>

#include "support/repository.h"

namespace luping {
namespace {

bool same(const JsonNode& ours, const nlohmann::ordered_json& theirs) {
  switch (ours.kind) {
    case JsonNode::Kind::null:
      return theirs.is_null();
    case JsonNode::Kind::boolean:
      return theirs.is_boolean() && theirs.get<bool>() == ours.truth;
    case JsonNode::Kind::number:
      return theirs.is_number();
    case JsonNode::Kind::string:
      return theirs.is_string() && theirs.get_ref<const std::string&>() == ours.text;
    case JsonNode::Kind::array: {
      if (!theirs.is_array() || theirs.size() != ours.items.size()) return false;
      for (std::size_t i = 0; i < ours.items.size(); ++i) {
        if (!same(ours.items[i], theirs[i])) return false;
      }
      return true;
    }
    case JsonNode::Kind::object: {
      std::set<std::string> names;
      for (const JsonNode::Member& member : ours.members) {
        names.insert(member.key);
        const bool last = ours.find(member.key) == &member.value;  // of a repeated field they keep another one
        if (last && ours.members.size() == theirs.size() && !same(member.value, theirs.at(member.key))) return false;
      }
      return theirs.is_object() && theirs.size() == names.size();
    }
  }
  return false;
}

/// Whether the text is JSON; what else parse_json reports (a field given twice, too deep a nesting) is no matter of syntax.
bool is_json(const JsonTree& tree) {
  for (const Diagnostic& diagnostic : tree.diagnostics) {
    if (diagnostic.code != DiagnosticCode::json_duplicate_field) return false;
  }
  return true;
}

std::string damaged(std::string text, std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "{", "}",  "[",     "]",   ",",   ":",       "\"",  "\\", "\\u12", "\\ud83d", "\\udc00",
      "0", "-",  ".",     "e",   "E+",  "true",    "nul", "\n", "\t",    "\x01",    "国",
      "1", "01", "1.5e3", "\\n", "\\x", "\\u0041", "/",   "//", "\x7f",  "\"a\":1,"};
  for (auto times = 1 + random() % 3; times > 0; --times) {
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text.erase(at, 1 + random() % 3);
        break;
      case 1:
        text.resize(at);
        break;
      default:
        text.insert(at, kPieces[random() % std::size(kPieces)]);
        break;
    }
    if (text.empty()) text = " ";
  }
  return text;
}

TEST(JsonAgainstNlohmann, DamagedFiles) {
  std::mt19937 random(20231125);
  const std::string sources[] = {
      R"({"a":[1,-0,2.50,1e5,-3.25E-2,0],"b":{"c":"国\u56fd\ud83d\ude00\"\\\/\b\f\n\r\t","d":null,"":true},"e":[[],{},[{"f":false}]]})",
      R"({"format":"luping-assessment","answers":{"1.1.d":{"value":"95.0","x":{"y":[1,2,{"z":"𠮷"}]}}},"n":18})",
  };
  int taken = 0;
  constexpr int kCases = 200'000;
  const std::regex beyond_doubles(R"([eE]\+?\d{3})");  // which they refuse, and we keep as text
  for (int i = 0; i < kCases; ++i) {
    const std::string text = damaged(sources[i % 2], random);
    const JsonTree ours = parse_json(text);
    bool first_sight = false;  // no object, list or text: never one of our files
    for (const Diagnostic& diagnostic : ours.diagnostics) {
      first_sight |= diagnostic.code == DiagnosticCode::not_our_file || diagnostic.code == DiagnosticCode::file_empty;
    }
    if (first_sight || std::regex_search(text, beyond_doubles)) continue;
    const nlohmann::ordered_json theirs = nlohmann::ordered_json::parse(text, nullptr, false);
    ASSERT_EQ(is_json(ours), !theirs.is_discarded()) << text;
    if (theirs.is_discarded()) continue;
    ++taken;
    ASSERT_TRUE(same(ours.root, theirs)) << text;
  }
  EXPECT_GT(taken, kCases / 20);
}

TEST(JsonAgainstNlohmann, ShippedFiles) {
  for (const char* name : {"assets/schemes/guigang-2023.scheme.json", "assets/schemes/teaching.scheme.json",
                           "assets/samples/sample-450804-2023.assessment.json"}) {
    const std::string text = test::read_repository_file(name);
    const JsonTree ours = parse_json(text);
    ASSERT_TRUE(ours.diagnostics.empty()) << name;
    EXPECT_TRUE(same(ours.root, nlohmann::ordered_json::parse(text))) << name;
  }
}

}  // namespace
}  // namespace luping
