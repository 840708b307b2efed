// 指标体系: the scheme as it is, in the words the other pages use, all of it to be found.
#include <set>

#include "core/words/explain.h"
#include "session_fixture.h"

namespace luping::test {
namespace {

class SchemePage : public SessionTest {
 protected:
  const SchemeModel& page() {
    apply(GoTo{Page::scheme});
    return view().scheme;
  }
  const SchemeSheet& sheet(const std::string& indicator) {
    page();
    apply(SelectSchemeRow{indicator});
    return view().scheme.sheet;
  }
  void search(const std::string& text) {
    page();
    apply(Edit{{FieldKind::search, {}, {}}, text}, EndEdit{});
  }
  std::vector<SchemeRow> found() {
    std::vector<SchemeRow> rows = view().scheme.rows;
    std::erase_if(rows, [](const SchemeRow& row) { return row.kind != SchemeRow::Kind::indicator; });
    return rows;
  }
  std::string remark(const std::string& indicator) {
    for (const SchemeRow& row : found()) {
      if (row.id == indicator) return row.remark;
    }
    return "not found";
  }
};

/// The text under a label, of the section that begins with a title.
std::string line(const SchemeSheet& sheet, std::string_view section, std::string_view label) {
  for (const SchemeSection& one : sheet.sections) {
    if (!one.title.starts_with(section)) continue;
    for (const SchemeLine& text : one.lines) {
      if (text.label == label) return text.text;
    }
  }
  return {};
}

std::string all_of(const SchemeSheet& sheet) {
  std::string all;
  for (const SchemeSection& section : sheet.sections) {
    all += section.title + "\n";
    for (const SchemeLine& text : section.lines) all += text.label + "：" + text.text + "\n";
  }
  return all;
}

TEST_F(SchemePage, EverySheetSaysAllTheSchemeSays) {
  for (std::size_t index = 0; index < assets::schemes().size(); ++index) {
    apply(CloseDocument{}, ChooseScheme{index});
    const Parsed<Scheme> parsed = parse_scheme(assets::schemes()[index].bytes, "scheme");
    ASSERT_TRUE(parsed.value);
    const Scheme& scheme = *parsed.value;
    std::set<std::string> seen;
    for (const SchemeRow& row : page().rows) {
      if (row.kind == SchemeRow::Kind::indicator) {
        EXPECT_TRUE(seen.insert(row.id).second);
      }
    }
    EXPECT_EQ(seen.size(), scheme.indicators.size()) << scheme.title;
    for (const Indicator& indicator : scheme.indicators) {
      SCOPED_TRACE(scheme.id + " " + indicator.id);
      const SchemeSheet& one = sheet(indicator.id);
      const Item& item = *find_item(scheme, indicator.item);
      const std::string text = all_of(one);
      EXPECT_EQ(one.id, indicator.id);
      EXPECT_EQ(one.title, indicator.name);
      EXPECT_FALSE(one.place.empty());
      EXPECT_EQ(line(one, "原文", "指标"), "“" + indicator.quote + "”");
      EXPECT_EQ(line(one, "达标要求", "要求"), rule_in_words(scheme, indicator, Language::zh));
      EXPECT_NE(text.find(item.text), std::string::npos);
      EXPECT_NE(text.find(indicator.definition), std::string::npos);
      EXPECT_NE(text.find(indicator.note), std::string::npos);
      EXPECT_FALSE(line(one, "达标要求", "适用范围").empty());
      EXPECT_FALSE(line(one, "填什么", "填写").empty());
      EXPECT_FALSE(line(one, "责任分工", "牵头单位").empty());
      for (const Input& input : indicator.value.inputs) EXPECT_NE(text.find(input.name), std::string::npos);
      for (const std::string& option : indicator.value.options) EXPECT_NE(text.find(option), std::string::npos);
      for (const std::string& note : item.notes) EXPECT_NE(text.find(note), std::string::npos);
      for (const Reading& reading : scheme.readings) {
        const auto& about = reading.indicators;
        const bool here = std::find(about.begin(), about.end(), indicator.id) != about.end();
        EXPECT_EQ(text.find("口径：" + reading.title + "\n") != std::string::npos, here);
        if (!here) continue;
        EXPECT_NE(text.find(reading.chosen), std::string::npos);
        for (const std::string& other : reading.alternatives) EXPECT_NE(text.find(other), std::string::npos);
      }
      EXPECT_EQ(text.find("{"), std::string::npos) << "words, no placeholders";
      EXPECT_FALSE(one.can_fill) << "no document is open";
    }
  }
}

TEST_F(SchemePage, AnIndicatorInFull) {
  const SchemeSheet one = sheet("7.3.a");
  EXPECT_EQ(one.title, "农村生活污水治理率");
  EXPECT_EQ(one.badges, (std::vector<std::string>{"应当"}));
  EXPECT_EQ(line(one, "达标要求", "性质"), "应当达到，原文用词“使”");
  EXPECT_EQ(line(one, "达标要求", "适用范围"), "所有地区");
  EXPECT_EQ(line(one, "达标要求", "比较方法"), "全数值比较法：按实际数值比，不修约");
  EXPECT_EQ(line(one, "填什么", "计量单位"), "%（百分比）");
  EXPECT_EQ(line(one, "填什么", "可填范围"), "0 至 100");
  EXPECT_EQ(line(one, "填什么", "好坏方向"), "数值越大越好");
  start();
  EXPECT_EQ(line(one, "填什么", "怎么算"), detail("7.3.a").formula) << "the words of the detail pane";
}

TEST_F(SchemePage, WhatIsForSomeRegionsOnlySaysWhich) {
  EXPECT_EQ(line(sheet("10.a"), "达标要求", "适用范围"), "只涉及港北区、港南区、覃塘区");
  apply(ChooseScheme{1});
  EXPECT_EQ(line(sheet("1"), "达标要求", "适用范围"), "行政级别为市级、县级的地区");
  EXPECT_EQ(sheet("1").badges, (std::vector<std::string>{"确保", "约束性"}));
}

TEST_F(SchemePage, TheSheetAboutTheSchemeNamesSourceAndConclusion) {
  const SchemeSheet about = page().sheet;
  EXPECT_EQ(about.id, "");
  EXPECT_EQ(about.title, guigang().title);
  EXPECT_EQ(line(about, "来源", "文件"), guigang().document);
  EXPECT_EQ(line(about, "来源", "依据"), guigang().basis);
  EXPECT_EQ(line(about, "来源", "版本"), guigang().version);
  EXPECT_EQ(line(about, "来源", "请注意"), guigang().notice);
  EXPECT_TRUE(line(about, "来源", "内容").starts_with("11 组、32 条、74 项指标、120 项任务。指标中确保类 35 项"))
      << line(about, "来源", "内容");
  const std::string all = all_of(about);
  EXPECT_NE(all.find("必须满足：确保类指标全部达标，共 35 项"), std::string::npos) << all;
  EXPECT_NE(all.find("仅供参考：争取类指标全部达标（仅供参考），共 7 项"), std::string::npos);
  EXPECT_NE(all.find(guigang().preamble), std::string::npos);
  for (const Reading& reading : guigang().readings) EXPECT_NE(all.find(reading.chosen), std::string::npos);
}

TEST_F(SchemePage, EveryKindOfGateInWords) {
  apply(ChooseScheme{2});
  const std::string all = all_of(page().sheet);
  for (const std::string_view words :
       {"没有一项未达标", "中至少 2 项达标", "（一）（二）组的指标", "适用的至少 60% 达标", "都附有佐证材料"}) {
    EXPECT_NE(all.find(words), std::string::npos) << words << "\n" << all;
  }
}

TEST_F(SchemePage, SearchFindsNumbersNamesWordsAndUnits) {
  search("7.3.a");
  EXPECT_EQ(view().page, Page::scheme);
  EXPECT_EQ(view().scheme.found, "找到 1 项指标");
  EXPECT_EQ(view().scheme.sheet.id, "7.3.a") << "what is found is shown";
  search("污水");
  EXPECT_EQ(remark("7.3.a"), "名称");
  EXPECT_EQ(view().scheme.found, "找到 " + std::to_string(found().size()) + " 项指标");
  search("平方米/人");
  ASSERT_FALSE(found().empty());
  search("标准煤");
  EXPECT_FALSE(found().empty());
  search("市林业局");
  EXPECT_EQ(found().size(), 13U);
  EXPECT_EQ(found().front().remark, "牵头单位");
  search("覆盖率");
  for (const SchemeRow& row : found()) EXPECT_FALSE(row.remark.empty()) << row.id;
  search("鲸鱼");
  EXPECT_TRUE(view().scheme.rows.empty());
  EXPECT_EQ(view().scheme.empty, "没有找到“鲸鱼”。换个词试试，或清空搜索。");
  search("");
  EXPECT_EQ(found().size(), 74U);
  EXPECT_EQ(view().scheme.found, "");
}

TEST_F(SchemePage, WithoutADocumentAndBack) {
  page();
  EXPECT_EQ(view().page, Page::scheme);
  ASSERT_EQ(view().nav.size(), 2U);
  EXPECT_EQ(view().top.title, "");
  apply(SelectIndicator{"7.3.a"});
  EXPECT_EQ(view().page, Page::scheme) << "there is nothing to fill in yet";
  search("污水");
  EXPECT_EQ(view().page, Page::scheme);
  apply(GoTo{Page::start});
  EXPECT_EQ(view().page, Page::start);
  EXPECT_EQ(view().search, "");
  apply(GoTo{Page::units});
  EXPECT_EQ(view().page, Page::start);
}

TEST_F(SchemePage, WithADocumentItLeadsToTheRow) {
  open_gaps_sample();
  EXPECT_FALSE(page().sheet.can_fill) << "about the scheme there is nothing to fill in";
  EXPECT_TRUE(sheet("7.3.a").can_fill);
  apply(SelectIndicator{"7.3.a"});
  EXPECT_EQ(view().page, Page::fill);
  EXPECT_EQ(page().sheet.id, "7.3.a") << "the sheet stays chosen";
  search("林草覆盖率");
  apply(SelectIndicator{view().scheme.sheet.id});
  EXPECT_EQ(page().sheet.title, "林草覆盖率") << "also one that was shown for being found";
  apply(CloseDocument{});
  EXPECT_EQ(view().page, Page::start);
}

TEST_F(SchemePage, TheSchemeOfTheDocumentIsShown) {
  apply(ChooseScheme{1}, OpenSample{0});
  EXPECT_EQ(page().sheet.title, guigang().title) << "not the one chosen on the start page";
}

}  // namespace
}  // namespace luping::test
