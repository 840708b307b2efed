// Every page at every type size in windows from small to large: nothing lies on something else, and whatever can be pressed
// or filled in can be reached and seen whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "headless.h"
#include "sample_model.h"

namespace luping {
namespace {

using ui::Rect;
using ui::SemanticNode;
using ui_test::Screen;

struct Window {
  float width, height;
};

/// In CSS pixels: a laptop, the smallest that counts, the same at 125 and 150 % of the system, and a large one.
constexpr std::array<Window, 6> kWindows = {
    {{1366, 768}, {1280, 720}, {1024, 768}, {1092, 614}, {910, 512}, {1920, 1080}}};
constexpr std::array kPercents = {90, 100, 125, 150};
constexpr float kTall = 6000;  ///< so high that nothing has to scroll

struct Place {
  const char* name;
  std::function<ViewModel()> make;
  std::function<void(Screen&)> prepare = [](Screen&) {};
};

/// The top bar as full as it gets, and a notice below it.
ViewModel crowded_model() {
  ViewModel model = ui_test::detail_model();
  model.top.title = "广西壮族自治区贵港市覃塘区 · 2023 年自评";
  model.top.state = "有修改未保存到文件，草稿已自动保存";
  model.top.unsaved = true;
  model.top.sample = true;
  model.top.scheme_badge = "外来指标体系：贵港市生态文明建设示范创建指标（改过门槛）.json";
  model.search = "农村生活污水治理率";
  return model;
}

ViewModel asking_model() {
  ViewModel model = ui_test::fill_model();
  model.prompt = Prompt{"这份自评正在另一个窗口里填写",
                        "两个窗口同时填写会各成一份。可以只读打开查看；也可以作为副本另行填写，不影响那个窗口。",
                        {"只读打开", "作为副本打开", "取消"}};
  return model;
}

/// The bar above the rows as full as it gets.
ViewModel limited_tasks_model() {
  ViewModel model = ui_test::tasks_model();
  model.tasks.menus[0].shown = "（一）完善目标责任体系与生态制度建设";
  model.tasks.menus[1].shown = "市住房城乡建设局";
  model.tasks.menus[2].shown = "未开始等 2 种";
  for (ListMenu& menu : model.tasks.menus) menu.active = true;
  model.tasks.filtered = true;
  model.tasks.figure = "符合 16 / 96 项";
  model.tasks.outdated = "有 1 项已不符合条件";
  model.tasks.sorting[1].state = SortState::ascending;
  return model;
}

std::vector<Place> places() {
  return {
      {"start", ui_test::start_model},
      {"overview", ui_test::overview_model},
      {"fill", ui_test::fill_model},
      {"detail", ui_test::detail_model},
      {"tasks", ui_test::tasks_model},
      {"limited tasks", limited_tasks_model},
      {"task menu", ui_test::tasks_model, [](Screen& screen) { screen.click("tasks/menu/0"); }},
      {"units", ui_test::units_model},
      {"scheme", ui_test::scheme_model},
      {"scheme", ui_test::scheme_model},
      {"crowded", crowded_model},
      {"asking", asking_model},
      {"help", ui_test::fill_model, [](Screen& screen) { screen.click("top/help"); }},
      {"display menu", ui_test::fill_model, [](Screen& screen) { screen.click("top/display"); }},
      {"group menu", ui_test::fill_model, [](Screen& screen) { screen.click("fill/menu/0"); }},
  };
}

/// Holds other widgets inside itself.
bool is_container(const std::vector<SemanticNode>& nodes, std::size_t i) {
  return i + 1 < nodes.size() && nodes[i + 1].depth > nodes[i].depth;
}

bool is_pressable(const SemanticNode& node) {
  static const std::set<std::string, std::less<>> kRoles = {"button",   "link",  "textbox", "searchbox", "combobox",
                                                            "checkbox", "radio", "option",  "switch",    "tab"};
  return kRoles.contains(node.role);
}

float overlap(const Rect& a, const Rect& b) {
  const float x = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const float y = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  return std::min(x, y);
}

bool holds(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x - 0.5F && inner.y >= outer.y - 0.5F &&
         inner.x + inner.width <= outer.x + outer.width + 0.5F &&
         inner.y + inner.height <= outer.y + outer.height + 0.5F;
}

/// Pairs of widgets that lie on each other. A text may lie on the one thing it belongs to; two things to press never touch.
std::vector<std::string> collisions(const std::vector<SemanticNode>& nodes) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      const SemanticNode& a = nodes[i];
      const SemanticNode& b = nodes[j];
      const bool over_the_page = (a.role == "option") != (b.role == "option");  // an open menu
      if (is_container(nodes, i) || is_container(nodes, j) || over_the_page || overlap(a.box, b.box) <= 1) {
        continue;
      }
      const bool inside = holds(a.box, b.box) || holds(b.box, a.box);
      if (!inside || (is_pressable(a) && is_pressable(b))) {
        found.push_back(a.id + " and " + b.id);
      }
    }
  }
  return found;
}

class Layout : public testing::TestWithParam<Window> {};

TEST_P(Layout, NothingLiesOnSomethingElse) {
  for (const Place& place : places()) {
    for (const int percent : kPercents) {
      for (const float height : {GetParam().height, kTall}) {
        Screen screen(place.make(), GetParam().width, height, percent);
        place.prepare(screen);
        for (const std::string& pair : collisions(screen.out.nodes)) {
          ADD_FAILURE() << place.name << " at " << percent << " %, " << GetParam().width << " × " << height << ": "
                        << pair;
        }
      }
    }
  }
}

TEST_P(Layout, EveryStopOfTheKeyboardIsSeenWhole) {
  for (const Place& place : places()) {
    for (const int percent : {100, 150}) {
      Screen whole(place.make(), GetParam().width, kTall, percent);
      place.prepare(whole);
      std::map<std::string, Rect> sizes;
      for (const SemanticNode& node : whole.out.nodes) {
        sizes[node.id] = node.box;
      }
      Screen screen(place.make(), GetParam().width, GetParam().height, percent);
      place.prepare(screen);
      std::set<std::string> seen;
      const SemanticNode* focused = nullptr;
      std::size_t judged = 0;
      const auto step = [&] {
        if (screen.out.text) {
          screen.text(ui::TextEventKind::tab, screen.out.text->text);
        } else {
          screen.key(ImGuiKey_Tab);
        }
        focused = nullptr;
        for (const SemanticNode& node : screen.out.nodes) {
          if ((" " + node.state + " ").find(" focused ") != std::string::npos) {
            focused = &node;
          }
        }
      };
      for (int i = 0; i < 400; ++i) {
        step();
        const std::string where =
            std::string(place.name) + " at " + std::to_string(percent) + " %, stop " + std::to_string(i);
        if (focused == nullptr) {
          ADD_FAILURE() << where << ": out of sight";
          continue;
        }
        if (!seen.insert(focused->id).second) {
          break;
        }
        const auto size = sizes.find(focused->id);
        if (size == sizes.end()) {
          continue;
        }
        const float room = GetParam().height * 0.6F;  // what is higher than the window cannot be seen whole
        ++judged;
        EXPECT_GE(focused->box.height, std::min(size->second.height, room) - 1) << where << ": " << focused->id;
        EXPECT_GE(focused->box.width, size->second.width - 20) << where << ": " << focused->id;  // a scrollbar more
      }
      EXPECT_GE(judged, 1U) << place.name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Windows, Layout, testing::ValuesIn(kWindows), [](const auto& window) {
  return std::to_string(static_cast<int>(window.param.width)) + "x" +
         std::to_string(static_cast<int>(window.param.height));
});

}  // namespace
}  // namespace luping
