#include "sample_model.h"

namespace luping::ui_test {

ViewModel scheme_model() {
  ViewModel m = tasks_model();
  m.page = Page::scheme;
  m.nav.push_back({Page::scheme, "指标体系", ""});
  SchemeModel& s = m.scheme;
  s.rows = {{SchemeRow::Kind::about, "", "", "关于本指标体系", "", false},
            {SchemeRow::Kind::group, "7", "（七）", "改善人居环境", "2 项", false},
            {SchemeRow::Kind::indicator, "7.3.a", "7.3.a", "农村生活污水治理率", "应当", true},
            {SchemeRow::Kind::indicator, "7.4.a", "7.4.a", "城镇生活垃圾无害化处理率", "确保", false}};
  SchemeSheet& sheet = s.sheet;
  sheet.id = "7.3.a";
  sheet.place = "（七）改善人居环境 · 3 加快农村生活污水处理设施建设";
  sheet.title = "农村生活污水治理率";
  sheet.badges = {"应当"};
  sheet.sections = {
      {"原文",
       {{"指标", "“使农村生活污水治理率≥50%”", SchemeLine::Look::quote},
        {"所在条款",
         "加快农村生活污水处理设施建设。坚持从实际出发，综合考虑村庄布局、人口规模、环境状况、自然条件、经济水平和农民"
         "生产"
         "生活习惯，科学确定农村生活污水治理模式，建设一批农村生活污水处理设施，使农村生活污水治理率≥50%。",
         SchemeLine::Look::quote}}},
      {"达标要求", {{"要求", "≥ 50%", SchemeLine::Look::strong}, {"适用范围", "所有地区"}}},
      {"填什么、怎么算",
       {{"怎么算", "100 × 完成生活污水治理的行政村 ÷ 行政村总数", SchemeLine::Look::strong},
        {"其中", "完成生活污水治理的行政村（个，整数）"},
        {"", "行政村总数（个，整数）"}}},
      {"说明", {{"这一行的名目比放它的地方长得多", "写在它的下面。", SchemeLine::Look::warning}}}};
  sheet.can_fill = true;
  return m;
}

}  // namespace luping::ui_test
