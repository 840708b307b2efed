#include "io/json_tree.h"

#include <gtest/gtest.h>

#include <random>

namespace luping {
namespace {

using enum DiagnosticCode;

struct Problem {
  DiagnosticCode code = json_syntax;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string argument;
  bool operator==(const Problem&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Problem& problem) {
  return out << static_cast<int>(problem.code) << " at " << problem.line << ":" << problem.column << " "
             << problem.argument;
}

std::vector<Problem> problems(std::string_view text) {
  const JsonTree tree = parse_json(text);
  std::vector<Problem> found;
  for (const Diagnostic& one : tree.diagnostics)
    found.push_back({one.code, one.line, one.column, one.arguments.empty() ? std::string() : one.arguments[0]});
  return found;
}

using Problems = std::vector<Problem>;

std::string source(const JsonTree& tree, const JsonNode& node) {
  return std::string(tree.text.substr(node.begin, node.end - node.begin));
}

TEST(JsonTree, KnowsWhereEverythingStood) {
  const std::string text =
      " {\"a\" : 1.50e+2 ,\n\t\"b\":[ true,false , null,-0 ],\"\":{ },\"d\":\"\\u4e2d\\n\\\"\",\"甲\":[[]] } ";
  const JsonTree tree = parse_json(text);
  ASSERT_TRUE(tree.diagnostics.empty());
  EXPECT_EQ(source(tree, tree.root), text.substr(1, text.size() - 2));
  EXPECT_EQ(source(tree, *tree.root.find("a")), "1.50e+2");
  EXPECT_EQ(tree.root.find("a")->text, "1.50e+2");
  const JsonNode& list = *tree.root.find("b");
  EXPECT_EQ(source(tree, list), "[ true,false , null,-0 ]");
  EXPECT_EQ(source(tree, list.items[0]), "true");
  EXPECT_TRUE(list.items[0].truth);
  EXPECT_EQ(source(tree, list.items[1]), "false");
  EXPECT_EQ(list.items[2].kind, JsonNode::Kind::null);
  EXPECT_EQ(source(tree, list.items[3]), "-0");
  EXPECT_EQ(source(tree, *tree.root.find("")), "{ }");
  EXPECT_EQ(source(tree, *tree.root.find("d")), "\"\\u4e2d\\n\\\"\"");
  EXPECT_EQ(tree.root.find("d")->text, "中\n\"");
  EXPECT_EQ(source(tree, tree.root.find("甲")->items[0]), "[]");
  EXPECT_EQ(tree.root.find("nothing"), nullptr);
}

TEST(JsonTree, NumbersAreTheirSourceTextAndNoDouble) {
  for (const char* number :
       {"0", "-0", "12345678901234567890123456789012345678901234567890", "0.10", "1e400", "-1E-400",
        "1.7976931348623157e309", "9007199254740993", "18446744073709551616", "1e0000000000000000000001"}) {
    const std::string text = "{\"n\": " + std::string(number) + ", \"m\":[" + number + "]}";
    const JsonTree tree = parse_json(text);
    EXPECT_TRUE(tree.diagnostics.empty()) << number;
    ASSERT_NE(tree.root.find("n"), nullptr);
    EXPECT_EQ(tree.root.find("n")->text, number);
    ASSERT_NE(tree.root.find("m"), nullptr) << number;
    EXPECT_EQ(tree.root.find("m")->items[0].text, number);
  }
}

TEST(JsonTree, WhatLooksLikeANumberInATextIsLeftAlone) {
  const JsonTree tree = parse_json(R"({"1e400": "2e400 \" 3e5 \\", "b": "e9"})");
  EXPECT_EQ(tree.root.find("1e400")->text, "2e400 \" 3e5 \\");
  EXPECT_EQ(tree.root.find("b")->text, "e9");
}

TEST(JsonTree, SyntaxErrorsAreLocated) {
  EXPECT_EQ(problems("{\n  \"a\": 1,\n  \"乙\": x\n}"), (Problems{{json_syntax, 3, 8, "x"}}));
  EXPECT_EQ(problems("{\"a\" 1}"), (Problems{{json_syntax, 1, 6, "1"}}));
  EXPECT_EQ(problems("[1,]"), (Problems{{json_syntax, 1, 4, "]"}}));
  EXPECT_EQ(problems("{\"a\":1}}"), (Problems{{json_syntax, 1, 8, "}"}}));
  EXPECT_EQ(problems("[1，2]"), (Problems{{json_syntax, 1, 3, "，"}})) << "a full-width comma";
  EXPECT_EQ(problems("{“a”:1}"), (Problems{{json_syntax, 1, 2, "“"}}));
  EXPECT_EQ(problems("[\"a\nb\"]"), (Problems{{json_syntax, 1, 4, "换行"}}));
  EXPECT_EQ(problems("[01]").front().code, json_syntax);
  EXPECT_EQ(problems("[\"\\x\"]").front().code, json_syntax);
  EXPECT_EQ(problems("[\"\\ud800\"]").front().code, json_syntax);
  EXPECT_EQ(problems("{'a':1}").front().code, json_syntax);
  EXPECT_EQ(problems("[1] // remark").front().code, json_syntax);
}

TEST(JsonTree, ZeroBytesAreNeitherAnEndNorPrinted) {
  using namespace std::string_view_literals;
  EXPECT_EQ(problems("{\"a\":1}\0{\"b\":2}"sv), (Problems{{json_syntax, 1, 8, "U+0000"}}));
  EXPECT_EQ(problems("{\"a\":\0\0\0"sv), (Problems{{json_syntax, 1, 6, "U+0000"}}));
}

TEST(JsonTree, CutOff) {
  EXPECT_EQ(problems("{\"a\": [1, 2"), (Problems{{json_cut_off, 1, 12, ""}}));
  EXPECT_EQ(problems("{\n\"a\": \"中"), (Problems{{json_cut_off, 2, 8, ""}}));
  EXPECT_EQ(problems("{\"a\": tr"), (Problems{{json_cut_off, 1, 9, ""}}));
  EXPECT_EQ(problems("{\"a\": -"), (Problems{{json_cut_off, 1, 8, ""}}));
  EXPECT_EQ(problems("{\"a\": \"\\u4e"), (Problems{{json_cut_off, 1, 12, ""}}));
  EXPECT_EQ(problems("[1e"), (Problems{{json_cut_off, 1, 4, ""}}));
  EXPECT_EQ(problems("[1e400"), (Problems{{json_cut_off, 1, 7, ""}}));
  EXPECT_EQ(problems(std::string_view("{\"a\": \"中").substr(0, 9)), (Problems{{json_cut_off, 1, 8, ""}}))
      << "cut inside a character";
}

TEST(JsonTree, NotUtf8) {
  EXPECT_EQ(problems("{\"a\": \"\xD6\xD0\xCE\xC4\"}"), (Problems{{file_not_utf8, 1, 8, ""}})) << "GB18030";
  EXPECT_EQ(problems("{\n\"\xC0\x80\": 1}"), (Problems{{file_not_utf8, 2, 2, ""}})) << "an overlong form";
  EXPECT_EQ(problems("\"\xED\xA0\x80\"").front().code, file_not_utf8) << "a surrogate";
  EXPECT_EQ(problems("\"\xF4\x90\x80\x80\"").front().code, file_not_utf8) << "beyond Unicode";
  EXPECT_EQ(problems("\"\xE4\xB8\"").front().code, file_not_utf8) << "an incomplete character in the middle";
  EXPECT_EQ(problems(std::string_view("\xFF\xFE{\0}\0", 6)).front().code, file_not_utf8) << "UTF-16";
  EXPECT_EQ(problems("[\"\xF0\x9F\x8C\xBF\"]"), Problems{});
}

// What people drop by mistake: Excel, PDF, pictures, notes. Not a question of encoding.
TEST(JsonTree, OtherFiles) {
  for (const char* text : {"PK\x03\x04\x14\xD6\xD0", "%PDF-1.7\n%\xE2\xE3", "\xD0\xCF\x11\xE0", "\x89PNG\r\n", "hello",
                           "指标,数值\n", "5", "<html>", "\n\nx"})
    EXPECT_EQ(problems(text).front().code, not_our_file) << text;
}

TEST(JsonTree, Empty) {
  EXPECT_EQ(problems("").front().code, file_empty);
  EXPECT_EQ(problems(" \n\t").front().code, file_empty);
  EXPECT_EQ(problems("\xEF\xBB\xBF").front().code, file_empty);
}

TEST(JsonTree, AByteOrderMarkCountsAsNothing) {
  EXPECT_EQ(problems("\xEF\xBB\xBF{\"a\": x}"), (Problems{{json_syntax, 1, 7, "x"}}));
  EXPECT_TRUE(problems("\xEF\xBB\xBF{}").empty());
}

TEST(JsonTree, EveryDuplicateIsReported) {
  EXPECT_EQ(problems("{\"a\":1,\n\"a\":2,\"b\":{\"c\":1,\"\\u0063\":2}}"),
            (Problems{{json_duplicate_field, 2, 18, "c"}, {json_duplicate_field, 2, 1, "a"}}));
}

TEST(JsonTree, Depth) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(problems(nested(64)).empty());
  EXPECT_EQ(problems(nested(65)), (Problems{{json_too_deep, 1, 65, ""}}));
  EXPECT_EQ(problems(std::string(1'000'000, '[')).front().code, json_too_deep);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_EQ(problems(objects).front().code, json_too_deep);
}

TEST(JsonTree, RandomBytesNeverCrash) {
  std::mt19937 random(17);
  const std::string alphabet = "{}[]\",:0123456789.eE+- \n\\utrfalsn\xE4\xB8\xAD\xEF\xBB\xBF";
  for (int i = 0; i < 30'000; ++i) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += alphabet[random() % alphabet.size()];
    const JsonTree tree = parse_json(text);
    for (const Diagnostic& one : tree.diagnostics) {
      if (one.code != file_empty) {
        ASSERT_GE(one.line, 1U);
      }
    }
  }
}

TEST(Locate, TheNearestPlaceThatExists) {
  const std::string text = "{\"a/b\": {\"~\": [\n1, {\"c\": 2}]}}";
  const JsonTree tree = parse_json(text);
  const auto place = [&](std::string pointer) {
    std::vector<Diagnostic> diagnostics(1);
    diagnostics[0].pointer = std::move(pointer);
    locate(tree, "f.json", diagnostics);
    EXPECT_EQ(diagnostics[0].file, "f.json");
    return std::to_string(diagnostics[0].line) + ":" + std::to_string(diagnostics[0].column);
  };
  EXPECT_EQ(place(""), "1:1");
  EXPECT_EQ(place("/a~1b"), "1:9");
  EXPECT_EQ(place("/a~1b/~0"), "1:15");
  EXPECT_EQ(place("/a~1b/~0/1/c"), "2:10");
  EXPECT_EQ(place("/a~1b/~0/1/missing"), "2:4");
  EXPECT_EQ(place("/a~1b/~0/9"), "1:15");
  EXPECT_EQ(place("/a~1b/~0/x"), "1:15");
  EXPECT_EQ(place("/nothing/at/all"), "1:1");
}

}  // namespace
}  // namespace luping
