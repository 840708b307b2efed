#include "sample_model.h"

namespace luping::ui_test {
namespace {

UnitRow heading(std::string id, std::string name, std::string figure) {
  UnitRow row;
  row.kind = UnitRow::Kind::heading;
  row.id = std::move(id);
  row.name = std::move(name);
  row.figure = std::move(figure);
  return row;
}

UnitRow unit(std::string id, std::string name, std::size_t not_met, std::size_t unfilled) {
  UnitRow row;
  row.id = std::move(id);
  row.name = std::move(name);
  row.counts.indicators = 11;
  row.counts.met = 11 - not_met - unfilled;
  row.counts.not_met = not_met;
  row.counts.unfilled = unfilled;
  row.progress = static_cast<double>(row.counts.met) / 11;
  row.lead_text = "11";
  row.responsible_text = "2";
  row.met_text = std::to_string(row.counts.met) + " / 11";
  row.not_met_text = std::to_string(not_met);
  row.unfilled_text = std::to_string(unfilled);
  row.doubtful_text = "0";
  row.tasks_text = "5 / 8";
  row.summary = "牵头指标 11 项，达标 " + std::to_string(row.counts.met) + " 项";
  return row;
}

}  // namespace

ViewModel units_model() {
  ViewModel m = tasks_model();
  m.page = Page::units;
  m.nav.push_back({Page::units, "单位", ""});
  UnitsModel& u = m.units;
  u.filters = {{UnitsFilter::all, "全部单位 3", true},
               {UnitsFilter::not_met, "有未达标 2", false},
               {UnitsFilter::unfilled, "有待填 1", false},
               {UnitsFilter::doubtful, "有待核实 0", false}};
  u.orders = {{UnitsOrder::open, "待办多的在前", true},
              {UnitsOrder::not_met, "未达标多的在前", false},
              {UnitsOrder::unfilled, "待填多的在前", false},
              {UnitsOrder::scheme, "按方案的顺序", false}};
  u.rows = {heading("lead", "牵头单位（按牵头的事项统计）", "2 个"), unit("city.environment", "市生态环境局", 2, 1),
            unit("city.urban", "市城市管理局", 1, 0), heading("responsible", "其他责任单位（按责任事项统计）", "1 个"),
            unit("gov", "覃塘区人民政府", 0, 0)};
  u.rows[2].selected = true;
  u.id = "city.urban";
  u.name = "市城市管理局";
  u.summary = "牵头 11 项、责任 2 项指标：达标 10 项，未达标 1 项，待填 0 项；任务完成 5 / 8 项。";
  u.indicators_title = "指标 2 项";
  u.tasks_title = "任务 1 项";
  u.indicators = {{"7.3.a", "农村生活污水治理率", {Result::fail, "未达标"}, "牵头 · 差 2.8 个百分点"},
                  {"7.4.a", "城镇生活垃圾无害化处理率", {Result::pass, "达标"}, "责任"}};
  u.tasks = {{"7-m1", "加快推进乡镇污水处理设施及配套管网建设", "inProgress", "进行中", "牵头", true}};
  u.can_filter = true;
  return m;
}

}  // namespace luping::ui_test
