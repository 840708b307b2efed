#include "sample_model.h"

#include <string_view>

namespace luping::ui_test {
namespace {

struct GroupData {
  std::string_view id, number, title;
};
struct RowData {
  std::string_view group, id, name, unit;
  CellKind cell;
  std::string_view value, target;
  Result result;
  std::string_view obligation, lead;
};
struct MeasureData {
  std::string_view group, item, number, title, id, text, lead;
};

// clang-format off
constexpr GroupData kGroups[] = {
    {"1", "（一）", "完善目标责任体系与生态制度建设"},
    {"2", "（二）", "改善生态环境质量"},
    {"3", "（三）", "推进生态系统保护"},
    {"4", "（四）", "防范生态环境风险"},
    {"5", "（五）", "优化空间格局"},
    {"6", "（六）", "推广资源节约与利用"},
    {"7", "（七）", "改善人居环境"},
    {"8", "（八）", "推动生活方式绿色化发展"},
    {"9", "（九）", "普及生态文明观念意识"},
    {"10", "（十）", "推进广西生态文明建设示范创建工作"},
};

constexpr RowData kRows[] = {
    {"1", "1.1.a", "考核评价和责任追究制度", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市委组织部"},
    {"1", "1.1.b", "生态环境损害责任追究等制度落实", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市委组织部"},
    {"1", "1.1.c", "生态文明建设工作纳入年度考核", "", CellKind::choice, "", "已落实", Result::notchecked, "任务", "市委组织部"},
    {"1", "1.1.d", "生态文明建设工作占党政实绩考核的比例", "%", CellKind::text, "22", "≥ 20", Result::pass, "确保", "市委组织部"},
    {"1", "1.2.a", "河长制", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市河长办"},
    {"1", "1.2.b", "河湖水域及其岸线管理保护", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市河长办"},
    {"1", "1.2.c", "总河长、河长事项与河长会议部署落实", "", CellKind::choice, "", "已落实", Result::notchecked, "任务", "市河长办"},
    {"1", "1.3.a", "生态环境信息公开率", "%", CellKind::text, "100", "≥ 100", Result::pass, "确保", "市生态环境局"},
    {"1", "1.4.a", "依法开展规划环境影响评价率", "%", CellKind::text, "100", "≥ 100", Result::pass, "确保", "市生态环境局"},
    {"2", "2.1.a", "环境空气质量持续改善", "", CellKind::choice, "已落实", "改善", Result::pass, "任务", "市生态环境局"},
    {"2", "2.1.b", "环境空气质量优良天数比例", "%", CellKind::text, "96.2", "目标未下达", Result::unknown, "确保", "市生态环境局"},
    {"2", "2.1.c", "PM2.5浓度下降幅度", "%", CellKind::text, "3.1", "目标未下达", Result::unknown, "确保", "市生态环境局"},
    {"2", "2.2.a", "水质达到或优于Ⅲ类比例提高幅度", "%", CellKind::text, "100", "上级目标且不变差", Result::pass, "确保", "市生态环境局"},
    {"2", "2.2.b", "劣Ⅴ类水体比例下降幅度", "%", CellKind::text, "100", "上级目标且不变差", Result::pass, "确保", "市生态环境局"},
    {"2", "2.2.c", "黑臭水体消除比例", "%", CellKind::text, "", "上级目标且不变差", Result::notchecked, "确保", "市生态环境局"},
    {"2", "2.2.d", "水体污染现象", "", CellKind::choice, "已落实", "改善", Result::pass, "任务", "市生态环境局"},
    {"3", "3.1.a", "林草覆盖率", "%", CellKind::computed, "47.85", "≥ 46.5", Result::pass, "确保", "市林业局"},
    {"3", "3.2.a", "外来物种入侵防控协调机制", "", CellKind::choice, "已落实", "已建立", Result::pass, "任务", "市林业局"},
    {"3", "3.2.b", "外来物种入侵", "", CellKind::choice, "", "不明显", Result::notchecked, "确保", "市林业局"},
    {"3", "3.2.c", "特有性或指示性水生物种保持率", "%", CellKind::text, "100", "不低于基期", Result::pass, "应当", "市林业局"},
    {"3", "3.2.d", "国家重点保护野生动植物保护率", "%", CellKind::text, "96", "≥ 95", Result::pass, "确保", "市林业局"},
    {"4", "4.1.a", "洋垃圾入境", "", CellKind::choice, "已落实", "未发生", Result::pass, "确保", "市生态环境局"},
    {"4", "4.1.b", "危险废物规范化管理评估", "", CellKind::choice, "", "已落实", Result::notchecked, "任务", "市生态环境局"},
    {"4", "4.1.c", "危险废物利用处置率", "%", CellKind::text, "100", "≥ 100", Result::pass, "确保", "市生态环境局"},
    {"4", "4.1.d", "一般工业固体废物综合利用率提高幅度", "%", CellKind::text, "1.2", "不劣于上年", Result::pass, "应当", "市生态环境局"},
    {"4", "4.2.a", "建设用地土壤污染风险管控和修复名录制度", "", CellKind::choice, "已落实", "已建立", Result::pass, "任务", "市生态环境局"},
    {"4", "4.2.b", "重点监管单位土壤污染隐患排查“回头看”", "", CellKind::choice, "", "已落实", Result::notchecked, "任务", "市生态环境局"},
    {"4", "4.2.c", "镉等重金属重点行业企业现场排查", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市生态环境局"},
    {"4", "4.3.a", "突发生态环境事件应急管理机制", "", CellKind::choice, "已落实", "已建立", Result::pass, "任务", "市生态环境局"},
    {"4", "4.3.b", "突发生态环境事件应急演练", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市生态环境局"},
    {"4", "4.3.c", "重、特大突发环境事件或生态破坏事件", "起", CellKind::text, "0", "＝ 0", Result::pass, "确保", "市生态环境局"},
    {"5", "5.1.a", "生态保护红线：面积", "", CellKind::choice, "已落实", "不低于基期", Result::pass, "确保", "市自然资源局"},
    {"5", "5.1.b", "生态保护红线：性质", "", CellKind::choice, "已落实", "不改变", Result::pass, "确保", "市自然资源局"},
    {"5", "5.1.c", "生态保护红线：生态功能", "", CellKind::choice, "已落实", "不低于基期", Result::pass, "确保", "市自然资源局"},
    {"5", "5.1.d", "自然保护地：面积", "", CellKind::choice, "", "不低于基期", Result::notchecked, "确保", "市自然资源局"},
    {"5", "5.1.e", "自然保护地：性质", "", CellKind::choice, "已落实", "不改变", Result::pass, "确保", "市自然资源局"},
    {"5", "5.1.f", "自然保护地：生态功能", "", CellKind::choice, "已落实", "不低于基期", Result::pass, "确保", "市自然资源局"},
    {"5", "5.1.g", "生态保护红线制度", "", CellKind::choice, "已落实", "已建立", Result::pass, "任务", "市自然资源局"},
    {"5", "5.1.h", "“绿盾”专项行动", "", CellKind::choice, "", "已落实", Result::notchecked, "任务", "市自然资源局"},
    {"5", "5.2.a", "河湖岸线保护率", "%", CellKind::text, "88.4", "≥ 46.5", Result::pass, "确保", "市水利局"},
    {"5", "5.2.b", "非法侵占河道、非法采砂", "", CellKind::choice, "已落实", "未发生", Result::pass, "确保", "市水利局"},
    {"6", "6.1.a", "单位地区生产总值能耗", "吨标准煤/万元", CellKind::text, "0.412", "上级目标且不变差", Result::pass, "确保", "市发展改革委"},
    {"6", "6.2.a", "用水总量控制", "", CellKind::choice, "", "已落实", Result::notchecked, "任务", "市水利局"},
    {"6", "6.2.b", "单位地区生产总值用水量", "立方米/万元", CellKind::text, "105.3", "上级目标且不变差", Result::pass, "确保", "市水利局"},
    {"6", "6.3.a", "单位国内生产总值建设用地使用面积下降率", "%", CellKind::text, "4.3", "≥ 4.5", Result::fail, "确保", "市自然资源局"},
    {"6", "6.4.a", "大气污染物和碳排放强度", "", CellKind::choice, "已落实", "改善", Result::pass, "任务", "市生态环境局"},
    {"6", "6.4.b", "第三产业增加值比重", "", CellKind::choice, "", "改善", Result::notchecked, "任务", "市生态环境局"},
    {"6", "6.4.c", "单位地区生产总值二氧化碳排放", "吨/万元", CellKind::text, "", "上级目标且不变差", Result::notchecked, "确保", "市生态环境局"},
    {"6", "6.5.a", "应当实施强制性清洁生产企业通过审核的比例", "%", CellKind::text, "100", "年度计划", Result::pass, "确保", "市生态环境局"},
    {"7", "7.1.a", "饮用水水源地环境安全专项检查", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市生态环境局"},
    {"7", "7.1.b", "集中式饮用水水源地水质优良比例", "%", CellKind::text, "100", "≥ 100", Result::pass, "确保", "市生态环境局"},
    {"7", "7.2.a", "污水达标排放", "", CellKind::choice, "已落实", "已落实", Result::pass, "确保", "县级人民政府"},
    {"7", "7.2.b", "城镇污水处理率", "%", CellKind::text, "97.31", "≥ 95", Result::pass, "争取", "县级人民政府"},
    {"7", "7.3.a", "农村生活污水治理率", "%", CellKind::computed, "47.2", "≥ 50", Result::fail, "应当", "市生态环境局"},
    {"7", "7.4.a", "城镇生活垃圾无害化处理率", "%", CellKind::text, "100", "≥ 95", Result::pass, "确保", "市城市管理局"},
    {"7", "7.4.b", "农村生活垃圾无害化处理村占比", "%", CellKind::text, "104", "≥ 80", Result::error, "确保", "市城市管理局"},
    {"7", "7.4.c", "生活垃圾分类减量化行动", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市城市管理局"},
    {"7", "7.5.a", "城镇人均公园绿地面积", "平方米/人", CellKind::text, "14.62", "≥ 15", Result::fail, "争取", "市城市管理局"},
    {"7", "7.6.a", "城镇新建绿色建筑比例", "%", CellKind::text, "", "≥ 50", Result::notchecked, "争取", "市住房城乡建设局"},
    {"8", "8.1.a", "公共交通出行分担率", "%", CellKind::text, "12.6", "≥ 50", Result::fail, "争取", "市交通运输局"},
    {"8", "8.2.a", "一次性消费品人均使用量", "", CellKind::choice, "已落实", "低于上年", Result::pass, "任务", "市市场监管局"},
    {"8", "8.2.b", "节能家电市场占有率", "%", CellKind::text, "", "＞ 50", Result::notchecked, "争取", "市市场监管局"},
    {"8", "8.2.c", "在售用水器具中节水型器具占比", "%", CellKind::text, "", "≥ 100", Result::notchecked, "争取", "市市场监管局"},
    {"8", "8.3.a", "绿色采购制度扩展至国有企业", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市财政局"},
    {"8", "8.3.b", "节能节水产品优先采购和强制采购", "", CellKind::choice, "已落实", "已落实", Result::pass, "任务", "市财政局"},
    {"8", "8.3.c", "政府绿色采购比例", "%", CellKind::text, "", "＞ 80", Result::notchecked, "争取", "市财政局"},
    {"9", "9.a", "生态文明内容列入市县党校必修课和选修课", "", CellKind::choice, "", "已落实", Result::notchecked, "任务", "县级人民政府"},
    {"9", "9.b", "党政领导干部参加生态文明培训的人数比例", "%", CellKind::text, "100", "≥ 100", Result::pass, "应当", "县级人民政府"},
    {"10", "10.a", "开展广西生态文明建设示范区创建工作", "", CellKind::none, "", "已落实", Result::notapplicable, "任务", "县级人民政府"},
    {"10", "10.b", "辖区生态文明建设示范区规划", "", CellKind::choice, "已落实", "已建立", Result::pass, "任务", "县级人民政府"},
};

constexpr MeasureData kMeasures[] = {
    {"1", "1.1", "1", "落实领导干部生态文明建设责任制", "1.1.m1", "落实领导干部生态文明建设责任制。", "市委组织部"},
    {"1", "1.1", "1", "落实领导干部生态文明建设责任制", "1.1.m2", "严格执行考核评价和责任追究制度，认真落实生态环境损害责任追究、领导干部自然资源资产离任审计、自然资源资产负债表、生态环境损害赔偿、“三线一单”等制度，将生态文明制度建设和体制改革、生态环境保护、资源能源节约、绿色发展等生态文明建设工作纳入领导班子和领导干部年度考核工作中，确保生态文明建设工作占党政实绩考核的比例≥20%。", "市委组织部"},
    {"1", "1.1", "1", "落实领导干部生态文明建设责任制", "1.1.m3", "（牵头单位：市委组织部、市纪委监委机关。", "市委组织部"},
    {"1", "1.1", "1", "落实领导干部生态文明建设责任制", "1.1.m4", "责任单位：市审计局、市自然资源局、市生态环境局，各县（市、区）人民政府）。", "市委组织部"},
    {"1", "1.2", "2", "全面实施河长制", "1.2.m1", "持续做好全市河湖水域及其岸线管理、保护和综合利用等工作。", "市河长办"},
    {"1", "1.2", "2", "全面实施河长制", "1.2.m2", "贯彻落实总河长、河长确定的事项和河长会议作出的工作部署，切实履行工作职责。", "市河长办"},
    {"1", "1.2", "2", "全面实施河长制", "1.2.m3", "（牵头单位：市河长办。", "市河长办"},
    {"1", "1.2", "2", "全面实施河长制", "1.2.m4", "责任单位：市河长会议成员单位，各县（市、区）人民政府）。", "市河长办"},
    {"1", "1.3", "3", "落实生态环境信息公开制度", "1.3.m1", "落实生态环境信息公开制度。", "市生态环境局"},
    {"1", "1.3", "3", "落实生态环境信息公开制度", "1.3.m2", "根据《中华人民共和国政府信息公开条例》（国务院令第711号）、《企事业单位环境信息公开办法》（环境保护部令第31号）等相关要求，做好生态环境信息和企业强制性生态环境信息公开工作，确保生态环境信息公开率达到100%。", "市生态环境局"},
    {"1", "1.3", "3", "落实生态环境信息公开制度", "1.3.m3", "（牵头单位：市生态环境局。", "市生态环境局"},
    {"1", "1.3", "3", "落实生态环境信息公开制度", "1.3.m4", "责任单位：各县（市、区）人民政府）。", "市生态环境局"},
    {"1", "1.4", "4", "落实规划环境影响评价制度", "1.4.m1", "落实规划环境影响评价制度。", "市生态环境局"},
    {"1", "1.4", "4", "落实规划环境影响评价制度", "1.4.m2", "在组织编制土地利用有关规划和区域、流域的建设、开发利用规划，以及工业、农业、畜牧业、林业、能源、水利、交通、城市建设、旅游、自然资源开发等有关专项规划时，应当进行环境影响评价，确保依法开展规划环境影响评价率达到100%。", "市生态环境局"},
    {"1", "1.4", "4", "落实规划环境影响评价制度", "1.4.m3", "（牵头单位：市生态环境局。", "市生态环境局"},
    {"1", "1.4", "4", "落实规划环境影响评价制度", "1.4.m4", "责任单位：各有关单位，各县（市、区）人民政府）。", "市生态环境局"},
    {"2", "2.1", "1", "深入开展大气污染防治工作", "2.1.m1", "深入开展大气污染防治工作。", "市生态环境局"},
    {"2", "2.1", "1", "深入开展大气污染防治工作", "2.1.m2", "加强臭氧和PM2.5协同控制，全面开展源头治理，抓好园区集中供热改造、城市扬尘综合治理、柴油货车管控、秸秆禁烧和城区烟花爆竹禁放，开展区域性臭氧污染防治，推动环境空气质量持续改善，确保完成上级下达的优良天数比例及PM2.5浓度下降幅度的考核任务。", "市生态环境局"},
    {"2", "2.1", "1", "深入开展大气污染防治工作", "2.1.m3", "（牵头单位：市生态环境局。", "市生态环境局"},
    {"2", "2.1", "1", "深入开展大气污染防治工作", "2.1.m4", "责任单位：大气污染防治攻坚行动指挥部成员单位）。", "市生态环境局"},
    {"2", "2.2", "2", "开展水污染防治工作", "2.2.m1", "开展水污染防治工作。", "市生态环境局"},
    {"2", "2.2", "2", "开展水污染防治工作", "2.2.m2", "开展国控、区控地表水断面周边入河排污口排查整治工作，加大对城区重点支流水体的治理力度，逐步消除水体污染现象，确保水质达到或优于Ⅲ类比例提高幅度、劣Ⅴ类水体比例下降幅度、黑臭水体消除比例完成上级规定的考核任务，保持稳定或持续改善。", "市生态环境局"},
    {"2", "2.2", "2", "开展水污染防治工作", "2.2.m3", "（牵头单位：市生态环境局、市城市管理局。", "市生态环境局"},
    {"2", "2.2", "2", "开展水污染防治工作", "2.2.m4", "责任单位：市水利局，各县（市、区）人民政府）。", "市生态环境局"},
    {"3", "3.1", "1", "开展国土绿化和义务植树造林活动", "3.1.m1", "开展国土绿化和义务植树造林活动，强化森林资源保护，严厉打击破坏森林资源行为，确保林草覆盖率完成上级考核目标。", "市林业局"},
    {"3", "3.1", "1", "开展国土绿化和义务植树造林活动", "3.1.m2", "（牵头单位：市林业局。", "市林业局"},
    {"3", "3.1", "1", "开展国土绿化和义务植树造林活动", "3.1.m3", "责任单位：各县（市、区）人民政府）。", "市林业局"},
    {"3", "3.2", "2", "开展生物多样性保护", "3.2.m1", "开展生物多样性保护。", "市林业局"},
    {"3", "3.2", "2", "开展生物多样性保护", "3.2.m2", "严格执行《中华人民共和国生物安全法》和《外来入侵物种管理办法》，完善外来物种入侵防控协调机制，强化对外来入侵物种的监测预警及防控，防止外来物种入侵，确保外来物种入侵不明显。", "市林业局"},
    {"3", "3.2", "2", "开展生物多样性保护", "3.2.m3", "实施河流综合整治工程，改善河流水质和水生态状况，使特有性或指示性水生物种保持率不降低。", "市林业局"},
    {"3", "3.2", "2", "开展生物多样性保护", "3.2.m4", "加强自然保护地管理，依法保护国家一、二级野生动、植物，保证国家重点保护野生动植物保护率≥95%。", "市林业局"},
    {"4", "4.1", "1", "加强危险废物和一般固体废物的规范化管理", "4.1.m1", "加强危险废物和一般固体废物的规范化管理。", "市生态环境局"},
    {"4", "4.1", "1", "加强危险废物和一般固体废物的规范化管理", "4.1.m2", "加强危险废物产生、转移、贮存和利用处置全过程监管，严肃查处涉固体废物污染环境、非法转移倾倒、洋垃圾走私违法行为，全面禁止洋垃圾入境。", "市生态环境局"},
    {"4", "4.1", "1", "加强危险废物和一般固体废物的规范化管理", "4.1.m3", "持续开展危险废物规范化管理评估，强化日常监管，充分应用信息系统实行动态监管，确保危险废物利用处置率达到100%。", "市生态环境局"},
    {"4", "4.1", "1", "加强危险废物和一般固体废物的规范化管理", "4.1.m4", "稳步推进固体废物利用、处置能力建设，大力推进大宗固体废弃物综合利用，使一般工业固体废物综合利用率提高幅度保持稳定或持续改善。", "市生态环境局"},
    {"4", "4.2", "2", "开展土壤污染防治行动", "4.2.m1", "开展土壤污染防治行动。", "市生态环境局"},
    {"4", "4.2", "2", "开展土壤污染防治行动", "4.2.m2", "建立完善建设用地土壤污染风险管控和修复名录制度，对重点监管单位土壤污染隐患排查开展“回头看”，对镉等重金属重点行业企业开展现场排查检查，及时、准确识别污染源、污染物和污染途径，督促相关责任单位采取措施消除环境污染隐患，因地制宜做好污染源头治理，严厉打击非法排放重金属污染物行为。", "市生态环境局"},
    {"4", "4.2", "2", "开展土壤污染防治行动", "4.2.m3", "（牵头单位：市生态环境局。", "市生态环境局"},
    {"4", "4.2", "2", "开展土壤污染防治行动", "4.2.m4", "责任单位：市自然资源局、市工业和信息化局，各县（市、区）人民政府）。", "市生态环境局"},
    {"4", "4.3", "3", "建立突发生态环境事件应急管理机制", "4.3.m1", "建立突发生态环境事件应急管理机制。", "市生态环境局"},
    {"4", "4.3", "3", "建立突发生态环境事件应急管理机制", "4.3.m2", "督促重点企业落实环境应急演练及相关风险防控措施，完善突发环境事件应急管理体系建设。", "市生态环境局"},
    {"4", "4.3", "3", "建立突发生态环境事件应急管理机制", "4.3.m3", "组织突发生态环境事件应急演练，完善环境应急装备和物资储备，提升环境突发事件应急处置能力。", "市生态环境局"},
    {"4", "4.3", "3", "建立突发生态环境事件应急管理机制", "4.3.m4", "坚决杜绝重、特大突发环境事件或生态破坏事件发生。", "市生态环境局"},
    {"5", "5.1", "1", "保护自然生态空间", "5.1.m1", "建立健全生态保护红线制度，落实生态保护红线管控措施，做好生态保护红线与空间规划体系、生态保护补偿等制度改革的统筹衔接，严守生态保护红线。", "市自然资源局"},
    {"5", "5.1", "1", "保护自然生态空间", "5.1.m2", "持续开展“绿盾”专项行动，全面排查自然保护地内违法违规行为，确保生态保护红线、自然保护地面积不减少，性质不改变，生态功能不降低。", "市自然资源局"},
    {"5", "5.1", "1", "保护自然生态空间", "5.1.m3", "（牵头单位：市自然资源局、市生态环境局、市林业局。", "市自然资源局"},
    {"5", "5.1", "1", "保护自然生态空间", "5.1.m4", "责任单位：各县（市、区）人民政府）。", "市自然资源局"},
};

// clang-format on

std::string text(std::string_view s) { return std::string(s); }

std::string label_of(Result result) {
  switch (result) {
    case Result::pass:
      return "达标";
    case Result::fail:
      return "未达标";
    case Result::unknown:
      return "无法判定";
    case Result::notchecked:
      return "未填报";
    case Result::notapplicable:
      return "不适用";
    case Result::error:
      return "数据错误";
    case Result::informational:
      return "仅供参考";
  }
  return {};
}

Chip chip_of(Result result) { return {result, label_of(result)}; }

std::vector<Choice> status_choices() { return {{"", "未填报"}, {"已落实", "已落实"}, {"未落实", "未落实"}}; }

std::vector<Choice> state_choices() {
  return {{"", "未填报"}, {"notStarted", "未开始"}, {"inProgress", "进行中"}, {"done", "已完成"}};
}

std::vector<TreeEntry> tree() {
  std::vector<TreeEntry> entries{{"", "全部任务组", "62 / 74", true}};
  for (const GroupData& group : kGroups) {
    entries.push_back({text(group.id), text(group.number) + text(group.title), "5 / 8", false});
  }
  return entries;
}

DetailField field(FieldKind kind, std::string sub, std::string label, std::string unit, std::string value,
                  bool numeric) {
  DetailField f;
  f.field = {kind, "7.3.a", std::move(sub)};
  f.label = std::move(label);
  f.unit = std::move(unit);
  f.text = std::move(value);
  f.numeric = numeric;
  return f;
}

}  // namespace

ViewModel start_model() {
  ViewModel m;
  m.page = Page::start;
  StartModel& s = m.start;
  s.product = "绿评";
  s.claim = "国家生态文明建设示范创建自评：填一次，当场看到达标没有、差多少、还要做什么。";
  s.scheme = "依据《贵港市2023年国家生态文明建设示范市创建工作方案》，74 项指标、96 项任务";
  s.regions = {{"gb", "港北区", "市辖区"},
               {"gn", "港南区", "市辖区"},
               {"qt", "覃塘区", "市辖区"},
               {"pn", "平南县", "县"},
               {"gp", "桂平市", "县级市"}};
  s.region_label = "县（市、区）";
  s.schemes = {{"贵港 2023 示范市创建", true}, {"国家 2019 指标表（未经核对）"}};
  s.years = {2023, 2022, 2021};
  s.samples = {"示例：覃塘区（有差距）", "示例：平南县（全部达标）"};
  s.drafts = {{"d1", "覃塘区 · 2023 年自评", "11月24日 09:30，尚未存成文件", "已填报 62 / 72 项（86%）", true, true},
              {"d2", "桂平市 · 2022 年自评", "11月20日 17:02，已存成文件", "已填报 72 / 72 项（100%）", false, true},
              {"d3", "无法识别的草稿", "", "读不出来，可以导出原样内容", true, false}};
  s.privacy = "数据只留在这台电脑上：本页面不联网，不上传任何内容。填完请保存为文件，再用邮件或U盘报送。";
  return m;
}

namespace {

ViewModel open_model(Page page) {
  ViewModel m = start_model();
  m.page = page;
  m.top.title = "覃塘区 · 2023 年自评";
  m.top.state = "● 未保存";
  m.top.unsaved = true;
  m.top.sample = true;
  m.top.can_undo = true;
  m.top.undo_label = "撤销：农村生活污水治理率 现状值";
  m.top.undo_steps = {"农村生活污水治理率 现状值", "公共交通出行分担率 说明", "粘贴 3 项现状值"};
  m.nav = {{Page::overview, "总览", ""}, {Page::fill, "填报", "62%"}, {Page::tasks, "任务", "83%"}};
  return m;
}

}  // namespace

ViewModel overview_model() {
  ViewModel m = open_model(Page::overview);
  OverviewModel& o = m.overview;
  o.conclusion = chip_of(Result::fail);
  o.sentence = "尚不能认定为达标：4 项未达标，其中 1 项为“确保”类；另有 3 项无法判定。";
  o.basis = "依据《贵港市2023年国家生态文明建设示范市创建工作方案》，74 项指标，其中 2 项不适用。";
  o.figure = "48 / 72";
  o.figure_label = "项适用指标已达标";
  o.gates = {
      {chip_of(Result::fail), "“确保”类指标全部达标", "35 项中 29 项达标，1 项未达标，2 项无法判定，3 项未填报", true},
      {chip_of(Result::pass), "未发生重、特大突发环境事件", "填报为 0 起", true},
      {chip_of(Result::notchecked), "三项工作要求全部落实", "3 项中 1 项已落实，2 项未填报", true},
      {chip_of(Result::fail), "“争取”类指标", "7 项中 1 项达标，2 项未达标，4 项未填报", false}};
  o.segments = {{Result::pass, "达标", 48},         {Result::fail, "未达标", 4},
                {Result::error, "数据错误", 1},     {Result::unknown, "无法判定", 2},
                {Result::notchecked, "未填报", 17}, {Result::notapplicable, "不适用", 2}};
  o.filled = 62;
  o.fillable = 72;
  o.completeness = "已填报 62 / 72（86%）";
  o.measures_done = 80;
  o.measures_total = 96;
  o.measures = "任务完成 80 / 96（83%）";
  std::size_t n = 0;
  for (const GroupData& group : kGroups) {
    OverviewModel::Group g;
    g.id = text(group.id);
    g.number = text(group.number);
    g.title = text(group.title);
    g.total = 6 + n % 4;
    g.met = g.total - (n * 3) % 5;
    g.counts[0] = g.met;
    g.counts[1] = (g.total - g.met) / 3;
    g.counts[2] = (g.total - g.met) / 4;
    g.counts[3] = g.total - g.met - g.counts[1] - g.counts[2];
    g.figure = std::to_string(g.met) + " / " + std::to_string(g.total) + " 达标";
    o.groups.push_back(g);
    ++n;
  }
  OverviewModel::Group requirements;
  requirements.id = "R";
  requirements.number = "三、";
  requirements.title = "工作要求";
  requirements.total = 3;
  requirements.met = 1;
  requirements.counts[0] = 1;
  requirements.counts[3] = 2;
  requirements.figure = "1 / 3 达标";
  o.groups.push_back(requirements);
  o.gaps = {{"6.3.a", "单位国内生产总值建设用地使用面积下降率", chip_of(Result::fail), "确保", "差 0.2 个百分点", "",
             "市自然资源局", "（六）推广资源节约与利用"},
            {"7.4.b", "农村生活垃圾无害化处理村占比", chip_of(Result::error), "确保", "填报 104%，占比不会超过 100%",
             "请核对村数", "市城市管理局", "（七）改善人居环境"},
            {"7.3.a", "农村生活污水治理率", chip_of(Result::fail), "应当", "差 2.8 个百分点", "还需治理 12 个行政村",
             "市生态环境局", "（七）改善人居环境"},
            {"7.5.a", "城镇人均公园绿地面积", chip_of(Result::fail), "争取", "差 0.38 平方米/人",
             "还需新增公园绿地 6.1 公顷", "市城市管理局", "（七）改善人居环境"},
            {"8.1.a", "公共交通出行分担率", chip_of(Result::fail), "争取", "差 37.4 个百分点", "", "市交通运输局",
             "（八）推动生活方式绿色化发展"},
            {"2.1.b", "环境空气质量优良天数比例", chip_of(Result::unknown), "确保", "目标未下达", "", "市生态环境局",
             "（二）改善生态环境质量"}};
  o.missing = {{"市住房城乡建设局", 1, {{"7.6.a", "城镇新建绿色建筑比例"}}},
               {"市市场监管局", 2, {{"8.2.b", "节能家电市场占有率"}, {"8.2.c", "在售用水器具中节水型器具占比"}}},
               {"市生态环境局",
                4,
                {{"4.1.b", "危险废物规范化管理评估"},
                 {"4.2.b", "重点监管单位土壤污染隐患排查“回头看”"},
                 {"6.4.c", "单位地区生产总值二氧化碳排放"},
                 {"6.4.a", "大气污染物和碳排放强度"}}},
               {"市财政局", 1, {{"8.3.c", "政府绿色采购比例"}}}};
  return m;
}

ViewModel fill_model() {
  ViewModel m = open_model(Page::fill);
  FillModel& f = m.fill;
  const auto asked = [](std::string group, std::set<Result> results, std::set<Obligation> obligations) {
    return ListQuery{std::move(group), {}, std::move(results), std::move(obligations)};
  };
  f.chips = {{asked({}, {Result::notchecked}, {}), "未填报 17", false},
             {asked({}, {Result::fail}, {}), "未达标 4", false},
             {asked({}, {Result::unknown, Result::error}, {}), "待核实 3", false},
             {asked({}, {}, {Obligation::must}), "确保类 35", false},
             {asked({}, {}, {Obligation::strive}), "争取类 7", false}};
  f.menus = {
      {"任务组", "全部任务组", false, {}},
      {"责任单位", "全部单位", false, {{"全部单位", "74", true, {}}, {"市水利局", "6", false, {{}, "市水利局"}}}},
      {"判定",
       "全部判定",
       false,
       {{"全部判定", "74", true, {}}, {"未达标", "4", false, asked({}, {Result::fail}, {})}}},
      {"类别", "全部类别", false, {{"全部类别", "74", true, {}}}}};
  for (const TreeEntry& entry : tree()) {
    f.menus[0].entries.push_back({entry.label, entry.figure, entry.active, asked(entry.group, {}, {})});
  }
  for (const RowOrder by : {RowOrder::number, RowOrder::name, RowOrder::standing, RowOrder::lead}) {
    f.sorting.push_back({by, SortState::none, {{}, {}, {}, {}, {}, by}, "排序"});
  }
  f.figure = "共 74 项";
  std::string_view group;
  for (const RowData& data : kRows) {
    if (data.group != group) {
      group = data.group;
      for (const GroupData& g : kGroups) {
        if (g.id == group) {
          FillRow row;
          row.kind = FillRow::Kind::group;
          row.id = text(g.id);
          row.number = text(g.number);
          row.name = text(g.title);
          row.figure = "已填 5 / 8";
          row.progress = 0.625;
          f.rows.push_back(row);
        }
      }
    }
    FillRow row;
    row.id = text(data.id);
    row.number = text(data.id);
    row.name = text(data.name);
    row.obligation = text(data.obligation);
    row.unit = text(data.unit);
    row.field = {FieldKind::value, row.id, {}};
    row.cell = data.cell;
    row.value = text(data.value);
    row.placeholder = data.cell == CellKind::choice ? "请选择" : "";
    if (data.cell == CellKind::choice) {
      row.choices = status_choices();
    }
    row.target = text(data.target);
    row.chip = chip_of(data.result);
    row.lead = text(data.lead);
    f.rows.push_back(row);
  }
  return m;
}

ViewModel detail_model() {
  ViewModel m = fill_model();
  for (FillRow& row : m.fill.rows) {
    row.selected = row.id == "7.3.a";
  }
  DetailModel d;
  d.id = "7.3.a";
  d.name = "农村生活污水治理率";
  d.chip = chip_of(Result::fail);
  d.obligation = "应当（结果性要求）";
  d.place = "（七）改善人居环境 · 3";
  d.quote = "“加快农村生活污水处理设施建设……使农村生活污水治理率≥50%。”";
  d.rule = "现状值达到或超过 50 %，即为达标。";
  d.formula = "100 × 已完成生活污水治理的行政村数 ÷ 行政村总数";
  d.definition = "行政区域内完成生活污水治理的行政村数量占行政村总数的比例。";
  d.verdict = "47.2 % ＜ 50 %，未达标，差 2.8 个百分点。";
  d.remedy = "在行政村总数不变的情况下，还需治理 12 个行政村。";
  DetailModel::Section value{"现状值", {}};
  DetailField entry = field(FieldKind::entry, "", "填报方式", "", "inputs", false);
  entry.choices = {{"inputs", "填写计算所需的数"}, {"value", "直接填写结果"}};
  value.fields = {entry, field(FieldKind::input, "done", "已治理行政村数", "个", "201", true),
                  field(FieldKind::input, "all", "行政村总数", "个", "426", true)};
  DetailModel::Section history{"上年值与基期", {}};
  DetailField year = field(FieldKind::history_value, "2022", "2022 年", "%", "４４．１", true);
  year.hint = "按 44.1 计";
  DetailField bad = field(FieldKind::baseline_value, "", "基期（2020 年）", "%", "四十", true);
  bad.problem = true;
  bad.hint = "请填写数字，例如 41.5";
  history.fields = {year, bad,
                    field(FieldKind::history_source, "2022", "数据来源", "", "2022 年农村环境整治台账", false)};
  DetailModel::Section target{"目标", {field(FieldKind::target_value, "", "下达目标", "%", "", true)}};
  target.fields[0].placeholder = "如有下达，填这里";
  target.fields.push_back(field(FieldKind::target_document, "", "文号", "", "", false));
  target.fields[1].placeholder = "例如 贵环发〔2023〕12号";
  d.sections = {value, history, target};
  d.evidence = {{"e1",
                 {field(FieldKind::evidence_title, "e1", "名称", "", "覃塘区农村生活污水治理台账（2023年12月）", false),
                  field(FieldKind::evidence_document, "e1", "文号", "", "覃环〔2023〕48号", false),
                  field(FieldKind::evidence_issuer, "e1", "出具单位", "", "覃塘生态环境局", false),
                  field(FieldKind::evidence_date, "e1", "日期", "", "2023-12-20", false),
                  field(FieldKind::evidence_file, "e1", "附件", "", "台账.xlsx", false)}}};
  d.readings = {
      {"“治理率”按村还是按户", "按行政村计算。", "国家指标解释以行政村为统计单位。", {"按农户数计算：结果通常偏低。"}}};
  d.notes = {"原文没有写“确保”，为结果性要求。"};
  d.lead = "市生态环境局";
  d.responsible = "市住房城乡建设局、市农业农村局、市乡村振兴局，各县（市、区）人民政府";
  d.note = field(FieldKind::note, "", "说明", "", "", false);
  d.note.multiline = true;
  d.note.placeholder = "需要说明的情况";
  d.not_applicable = field(FieldKind::not_applicable, "", "不适用的理由", "", "", false);
  d.not_applicable.placeholder = "写明理由后，本项不参与评估";
  d.not_applicable.multiline = true;
  m.detail = d;
  return m;
}

ViewModel tasks_model() {
  ViewModel m = open_model(Page::tasks);
  TasksModel& t = m.tasks;
  const auto asked = [](std::string group, std::set<TaskState> states) {
    return ListQuery{std::move(group), {}, {}, {}, std::move(states)};
  };
  t.chips = {
      {asked({}, {TaskState::unset, TaskState::not_started, TaskState::in_progress}), "未完成 16", false},
      {asked({}, {TaskState::unset}), "未填 6", false},
      {asked({}, {TaskState::not_started}), "未开始 3", false},
      {asked({}, {TaskState::in_progress}), "进行中 7", false},
      {asked({}, {TaskState::done}), "完成 80", false},
  };
  t.menus = {
      {"任务组", "全部任务组", false, {}},
      {"责任单位", "全部单位", false, {{"全部单位", "96", true, {}}, {"市水利局", "6", false, {{}, "市水利局"}}}},
      {"进展", "全部进展", false, {{"全部进展", "96", true, {}}, {"未填", "6", false, asked({}, {TaskState::unset})}}}};
  for (const TreeEntry& entry : tree()) {
    t.menus[0].entries.push_back({entry.label, entry.figure, entry.active, asked(entry.group, {})});
  }
  for (const RowOrder by : {RowOrder::name, RowOrder::standing, RowOrder::date, RowOrder::lead}) {
    t.sorting.push_back({by, SortState::none, {{}, {}, {}, {}, {}, by}, "排序"});
  }
  t.figure = "共 96 项";
  std::string_view group;
  std::string_view item;
  std::size_t n = 0;
  for (const MeasureData& data : kMeasures) {
    if (data.group != group) {
      group = data.group;
      for (const GroupData& g : kGroups) {
        if (g.id == group) {
          TaskRow row;
          row.kind = TaskRow::Kind::group;
          row.id = text(g.id);
          row.number = text(g.number);
          row.text = text(g.title);
          row.figure = "完成 7 / 9";
          row.progress = 0.78;
          t.rows.push_back(row);
        }
      }
    }
    if (data.item != item) {
      item = data.item;
      TaskRow row;
      row.kind = TaskRow::Kind::item;
      row.id = text(data.item);
      row.number = text(data.number) + ".";
      row.text = text(data.title);
      row.figure = "完成 2 / 3";
      row.progress = 0.67;
      t.rows.push_back(row);
    }
    TaskRow row;
    row.id = text(data.id);
    row.text = text(data.text);
    row.field = {FieldKind::measure_state, row.id, {}};
    row.choices = state_choices();
    const Choice& state = row.choices[(n * 7 + 3) % 4];
    row.state = state.value;
    row.state_label = state.label;
    row.lead = text(data.lead);
    row.date = row.state == "done" ? "2023-11-30" : "";
    t.rows.push_back(row);
    ++n;
  }
  t.rows[4].selected = true;
  TaskDetailModel d;
  d.id = t.rows[4].id;
  d.text = t.rows[4].text;
  d.place = "（一）完善目标责任体系与生态制度建设 · 1";
  d.item_text =
      "落实领导干部生态文明建设责任制。严格执行考核评价和责任追究制度，认真落实生态环境损害责任追究、领导干部自然资源资"
      "产离任审计等制度。";
  d.lead = "市委组织部、市纪委监委机关";
  d.responsible = "市审计局、市自然资源局、市生态环境局，各县（市、区）人民政府";
  d.state = field(FieldKind::measure_state, "", "进展", "", "inProgress", false);
  d.state.field.id = d.id;
  d.state.choices = state_choices();
  d.date = field(FieldKind::measure_date, "", "完成日期", "", "", false);
  d.date.field.id = d.id;
  d.date.placeholder = "2023-12-31";
  d.note = field(FieldKind::measure_note, "", "说明", "", "", false);
  d.note.field.id = d.id;
  d.note.multiline = true;
  d.note.placeholder = "做到哪一步，还缺什么";
  d.not_applicable = field(FieldKind::measure_inapplicable, "", "不适用的理由", "", "", false);
  d.not_applicable.field.id = d.id;
  d.not_applicable.multiline = true;
  m.task_detail = d;
  return m;
}

}  // namespace luping::ui_test
