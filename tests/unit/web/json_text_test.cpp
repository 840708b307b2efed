#include "platform/web/json_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>

namespace luping::web {
namespace {

TEST(JsonText, ObjectsAndArrays) {
  JsonText json;
  json.open('{').field("name", "覃塘区").field("open", true).field("width", 12.0F);
  json.key("list").open('[').text("a").number(1.5F).truth(false).open('[').close(']').close(']').close('}');
  EXPECT_EQ(std::move(json).take(), R"({"name":"覃塘区","open":true,"width":12,"list":["a",1500e-3,false,[]]})");
}

TEST(JsonText, TextsAreEscaped) {
  JsonText json;
  json.open('[').text(std::string("\"\\\n\x01\0/", 6)).close(']');
  EXPECT_EQ(std::move(json).take(), "[\"\\\"\\\\\\u000a\\u0001\\u0000/\"]");
}

TEST(JsonText, NumbersAreNumbers) {
  JsonText json;
  json.open('[').number(-0.25F).number(0).number(std::numeric_limits<float>::quiet_NaN()).number(1366.4F).close(']');
  EXPECT_EQ(std::move(json).take(), "[-250e-3,0,0,1366400e-3]");
}

}  // namespace
}  // namespace luping::web
