// ui_preview OUT_DIR [--size 1366x768] [--ratio 1.25] [--font 125] [--only NAME]
// Draws every page from sample view models into PNG files, without a browser: for looking while designing.
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "raster.h"
#include "sample_model.h"
#include "ui/app_view.h"

namespace {

using namespace luping;

constexpr const char* kRegular = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr const char* kBold = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
constexpr unsigned int kSimplifiedChinese = 2;  // the face inside the collection

struct Options {
  std::string out = ".";
  std::string only;
  float width = 1366, height = 768, ratio = 1;
  int font = 100;
};

struct Scene {
  std::string name;
  std::function<ViewModel()> model;
  /// What happens before the picture: frames with input.
  std::function<void(ui::AppView&, const ViewModel&)> act = {};
};

Options parse(int argc, char** argv) {
  Options o;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    const char* next = i + 1 < argc ? argv[i + 1] : "";
    if (arg == "--size") {
      char* rest = nullptr;
      o.width = std::strtof(next, &rest);
      o.height = rest != nullptr && *rest == 'x' ? std::strtof(rest + 1, nullptr) : o.height;
      ++i;
    } else if (arg == "--ratio") {
      o.ratio = std::strtof(next, nullptr);
      ++i;
    } else if (arg == "--font") {
      o.font = std::atoi(next);
      ++i;
    } else if (arg == "--only") {
      o.only = next;
      ++i;
    } else {
      o.out = arg;
    }
  }
  return o;
}

ui::FrameOutput frame(ui::AppView& view, const ViewModel& model) {
  CommandQueue commands;
  ImGui::GetIO().DeltaTime = 0.25F;
  ImGui::NewFrame();
  ui::FrameOutput out = view.draw(model, commands);
  ImGui::Render();
  ui_preview::update_textures(*ImGui::GetDrawData());
  return out;
}

/// Point at the middle of a node, and press there when asked. Returns whether the node exists.
bool point(ui::AppView& view, const ViewModel& model, std::string_view id, bool press) {
  const ui::FrameOutput now = frame(view, model);
  for (const ui::SemanticNode& node : now.nodes) {
    if (node.id == id) {
      ImGuiIO& io = ImGui::GetIO();
      io.AddMousePosEvent(node.box.x + node.box.width / 2, node.box.y + node.box.height / 2);
      frame(view, model);
      frame(view, model);
      if (press) {
        io.AddMouseButtonEvent(0, true);
        frame(view, model);
        io.AddMouseButtonEvent(0, false);
        frame(view, model);
      }
      return true;
    }
  }
  std::fprintf(stderr, "no node %.*s\n", static_cast<int>(id.size()), id.data());
  return false;
}

std::function<void(ui::AppView&, const ViewModel&)> press(std::string id) {
  return [id = std::move(id)](ui::AppView& view, const ViewModel& model) { point(view, model, id, true); };
}

std::vector<Scene> scenes() {
  using namespace ui_test;
  const auto with = [](ViewModel (*make)(), std::function<void(ViewModel&)> change) {
    return [make, change = std::move(change)] {
      ViewModel model = make();
      change(model);
      return model;
    };
  };
  const auto scroll = [](float notches) {
    return [notches](ui::AppView& view, const ViewModel& model) {
      const ImVec2 size = ImGui::GetIO().DisplaySize;
      ImGui::GetIO().AddMousePosEvent(size.x * 0.4F, size.y * 0.6F);
      frame(view, model);
      ImGui::GetIO().AddMouseWheelEvent(0, notches);
      frame(view, model);
      frame(view, model);
    };
  };
  const auto scroll_pane = [](float notches) {
    return [notches](ui::AppView& view, const ViewModel& model) {
      const ImVec2 size = ImGui::GetIO().DisplaySize;
      ImGui::GetIO().AddMousePosEvent(size.x - 40, size.y * 0.6F);
      frame(view, model);
      ImGui::GetIO().AddMouseWheelEvent(0, notches);
      frame(view, model);
      frame(view, model);
    };
  };
  return {
      {"start", start_model, press("start/region/qt")},
      {"start_first", with(start_model, [](ViewModel& m) { m.start.drafts.clear(); })},
      {"start_year", start_model, press("start/year")},
      {"overview", overview_model},
      {"overview_lower", overview_model, scroll(-8)},
      {"overview_end", overview_model, scroll(-40)},
      {"fill", fill_model},
      {"fill_detail", detail_model},
      {"fill_edit", detail_model, press("fill/7.5.a/value")},
      {"fill_choice", fill_model, press("fill/1.1.c/value")},
      {"fill_group", fill_model, press("fill/group")},
      {"fill_empty", with(fill_model,
                          [](ViewModel& m) {
                            m.fill.rows.clear();
                            m.fill.empty = "没有符合条件的指标。换一个筛选条件，或选“全部”。";
                            m.search = "湿地";
                          })},
      {"detail_lower", detail_model, scroll_pane(-8)},
      {"detail_end", detail_model, scroll_pane(-40)},
      {"tasks", tasks_model},
      {"tasks_none", with(tasks_model, [](ViewModel& m) { m.task_detail.reset(); })},
      {"notice", with(fill_model,
                      [](ViewModel& m) {
                        m.notice = Notice{
                            NoticeKind::problem,
                            "文件没有打开：内容有 2 处错误，原来的自评没有改动。",
                            {"第 14 行第 20 列：“现状值”应为数字，文件中是 true。请在原来的程序里改正后重新保存。",
                             "第 88 行：没有编号为 7.9.a 的指标。可能是用别的指标体系填写的。"}};
                      })},
      {"notice_ok", with(overview_model,
                         [](ViewModel& m) {
                           m.notice = Notice{NoticeKind::success, "已保存：覃塘区-2023-自评-20241124-0930.json", {}};
                         })},
      {"prompt",
       with(
           overview_model,
           [](ViewModel& m) {
             m.prompt = Prompt{
                 "还有没保存的修改",
                 "打开另一份文件前，要先保存“覃塘区 · 2023 年自评”吗？草稿会留在这台电脑的浏览器里，但建议保存为文件。",
                 "先保存", "取消"};
           })},
      {"help", overview_model, press("top/help")},
      {"font_menu", overview_model, press("top/display")},
  };
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  for (const Scene& scene : scenes()) {
    if (!options.only.empty() && scene.name.find(options.only) == std::string::npos) {
      continue;
    }
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {options.width, options.height};
    io.DisplayFramebufferScale = {options.ratio, options.ratio};
    ImFontConfig config;
    config.FontNo = kSimplifiedChinese;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.SizePixels = -15;                             // negative: the em, as in CSS, and not the line
    config.GlyphMaxAdvanceX = -config.GlyphMaxAdvanceX;  // a limit is scaled by the size, sign included
    if (io.Fonts->AddFontFromFileTTF(kRegular, 0, &config) == nullptr ||
        io.Fonts->AddFontFromFileTTF(kBold, 0, &config) == nullptr) {
      std::fprintf(stderr, "Noto Sans CJK is needed (package fonts-noto-cjk).\n");
      return 1;
    }
    {
      ui::AppView view;
      view.apply_theme(options.font, false);
      ViewModel model = scene.model();
      model.font_percent = options.font;
      frame(view, model);
      frame(view, model);
      if (scene.act) {
        scene.act(view, model);
      }
      frame(view, model);
      frame(view, model);
      const std::string path = options.out + "/" + scene.name + ".png";
      if (!ui_preview::write_png(path, ui_preview::render(*ImGui::GetDrawData()))) {
        std::fprintf(stderr, "cannot write %s\n", path.c_str());
        return 1;
      }
    }
    ImGui::DestroyContext();
  }
  return 0;
}
