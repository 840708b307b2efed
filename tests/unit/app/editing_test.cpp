// Typing, verdicts at once, settling, undo and redo.
#include "session_fixture.h"

namespace luping::test {
namespace {

using Editing = SessionTest;

TEST_F(Editing, AVerdictFollowsEveryKeystroke) {
  start();
  EXPECT_EQ(result("7.2.b"), Result::notchecked);
  apply(Edit{value("7.2.b"), "9"});
  EXPECT_EQ(result("7.2.b"), Result::fail);
  apply(Edit{value("7.2.b"), "95"});
  EXPECT_EQ(result("7.2.b"), Result::pass);
  apply(Edit{value("7.2.b"), "950"});
  EXPECT_EQ(result("7.2.b"), Result::error);
  apply(Edit{value("7.2.b"), ""});
  EXPECT_EQ(result("7.2.b"), Result::notchecked);
}

TEST_F(Editing, OneGestureIsOneUndoStep) {
  start();
  apply(Edit{value("7.2.b"), "9"}, Edit{value("7.2.b"), "94"}, Edit{value("7.2.b"), "94.96"}, EndEdit{});
  type(value("8.1.a"), "12.5");
  EXPECT_EQ(view().top.undo_label, "撤销：公共交通出行分担率 现状值");
  apply(Undo{});
  EXPECT_EQ(shown("8.1.a"), "");
  EXPECT_EQ(shown("7.2.b"), "94.96");
  apply(Undo{});
  EXPECT_EQ(shown("7.2.b"), "");
  EXPECT_FALSE(view().top.can_undo);
  EXPECT_FALSE(view().top.unsaved);
  apply(Undo{}, Redo{}, Redo{}, Redo{});
  EXPECT_EQ(shown("7.2.b"), "94.96");
  EXPECT_EQ(shown("8.1.a"), "12.5");
  EXPECT_FALSE(view().top.can_redo);
}

TEST_F(Editing, AnotherFieldStartsAnotherStep) {
  start();
  apply(Edit{value("7.2.b"), "9"}, Edit{value("8.1.a"), "8"}, Edit{value("7.2.b"), "95"}, EndEdit{});
  apply(Undo{});
  EXPECT_EQ(shown("7.2.b"), "9");
  apply(Undo{});
  EXPECT_EQ(shown("8.1.a"), "");
  EXPECT_EQ(shown("7.2.b"), "9");
}

TEST_F(Editing, AGestureThatChangesNothingLeavesNoStep) {
  open_good_sample();
  apply(Edit{value("7.2.b"), "9"}, Edit{value("7.2.b"), "95.0"}, EndEdit{});
  EXPECT_FALSE(view().top.can_undo);
  EXPECT_FALSE(view().top.unsaved);
  apply(EndEdit{}, CancelEdit{});
  EXPECT_FALSE(view().top.unsaved);
}

TEST_F(Editing, CancelRestores) {
  open_good_sample();
  apply(Edit{value("7.2.b"), "1"}, Edit{value("7.2.b"), "12"}, CancelEdit{});
  EXPECT_EQ(shown("7.2.b"), "95.0");
  EXPECT_FALSE(view().top.can_undo);
  EXPECT_FALSE(view().top.unsaved);
}

TEST_F(Editing, AnAbandonedEditKeepsWhatCanBeRedone) {
  start();
  type(value("7.2.b"), "95");
  apply(Undo{}, Edit{value("8.1.a"), "5"}, CancelEdit{});
  EXPECT_TRUE(view().top.can_redo);
  apply(Redo{});
  EXPECT_EQ(shown("7.2.b"), "95");
  apply(Undo{});
  type(value("8.1.a"), "5");
  EXPECT_FALSE(view().top.can_redo) << "another edit starts another line";
}

TEST_F(Editing, UndoInTheMiddleOfAGesture) {
  start();
  type(value("7.2.b"), "95");
  apply(Edit{value("7.2.b"), "951"}, Undo{});
  EXPECT_EQ(shown("7.2.b"), "95");
  apply(Edit{value("7.2.b"), "96"}, EndEdit{}, Undo{});
  EXPECT_EQ(shown("7.2.b"), "95");
  apply(Undo{});
  EXPECT_EQ(shown("7.2.b"), "");
}

TEST_F(Editing, NumbersSettleWhenEditingEnds) {
  start();
  apply(Edit{value("7.2.b"), "　９５．００％ "});
  EXPECT_EQ(shown("7.2.b"), "　９５．００％ ") << "never while typing";
  EXPECT_EQ(result("7.2.b"), Result::pass);
  apply(EndEdit{});
  EXPECT_EQ(shown("7.2.b"), "95.00");
  type(input("6.1.a", "energy"), "2,976,000 吨标准煤");
  type(input("6.1.a", "gdp"), "２４０００００");
  EXPECT_EQ(shown("6.1.a"), "1.24");
  type(value("8.1.a"), "95,5");
  EXPECT_EQ(shown("8.1.a"), "95,5") << "what is no number stays as typed";
  type(value("8.1.a"), "   ");
  EXPECT_EQ(shown("8.1.a"), "");
}

TEST_F(Editing, TextIsNotSettled) {
  start();
  type({FieldKind::note, "7.2.b", {}}, "　９５％ ");
  EXPECT_EQ(detail("7.2.b").note.text, "　９５％ ");
}

TEST_F(Editing, ClearingWhatWasTypedRestoresAnEqualDocument) {
  start();
  const std::string before = save();
  const FieldRef fields[] = {value("7.2.b"),
                             input("7.3.a", "treated"),
                             {FieldKind::baseline_value, "5.1.a", {}},
                             {FieldKind::baseline_year, "5.1.a", {}},
                             {FieldKind::baseline_source, "5.1.a", {}},
                             {FieldKind::history_value, "8.2.a", "2022"},
                             {FieldKind::history_source, "8.2.a", "2022"},
                             {FieldKind::target_value, "2.1.b", {}},
                             {FieldKind::target_document, "2.1.b", {}},
                             {FieldKind::note, "7.2.b", {}},
                             {FieldKind::measure_state, "1.1-m1", {}},
                             {FieldKind::measure_note, "1.1-m1", {}},
                             {FieldKind::measure_date, "1.1-m1", {}}};
  for (const FieldRef& field : fields) {
    apply(Edit{field, "1"});
    EXPECT_TRUE(session->unsaved()) << static_cast<int>(field.kind);
    apply(Edit{field, ""}, EndEdit{});
    EXPECT_FALSE(session->unsaved()) << static_cast<int>(field.kind);
  }
  EXPECT_FALSE(view().top.can_undo);
  EXPECT_EQ(save(), before);
}

TEST_F(Editing, FieldsOfNothingAreRefused) {
  start();
  apply(Edit{value("99.z"), "1"}, Edit{input("7.3.a", "neu"), "1"}, Edit{input("99.z", "treated"), "1"},
        Edit{{FieldKind::measure_state, "m", {}}, "done"}, Edit{{FieldKind::evidence_title, "7.3.a", "e9"}, "x"},
        EndEdit{}, AddEvidence{"99.z"}, RemoveEvidence{"7.3.a", "e9"}, MakeApplicable{"99.z"},
        MakeMeasureApplicable{"m"});
  EXPECT_FALSE(session->unsaved());
  EXPECT_FALSE(view().top.can_undo);
}

TEST_F(Editing, EditsAreStamped) {
  start();
  platform.time = "2023-11-25T10:00:00+08:00";
  type(value("7.2.b"), "95");
  platform.time = "2023-11-26T10:00:00+08:00";
  type(value("7.2.b"), "96");
  const Parsed<Assessment> saved = parse_assessment(save(), "f", guigang());
  ASSERT_TRUE(saved.value);
  EXPECT_EQ(saved.value->modified_at, "2023-11-26T10:00:00+08:00");
  EXPECT_EQ(saved.value->answers.at("7.2.b").modified_at, "2023-11-26T10:00:00+08:00");
  EXPECT_EQ(saved.value->answers.at("7.2.b").revision, 2);
  EXPECT_EQ(saved.value->created_at, "2023-11-24T09:30:00+08:00");
}

TEST_F(Editing, EveryChangeIsStampedAndNotOnlyTyping) {
  const auto modified = [&] {
    const Parsed<Assessment> saved = parse_assessment(save(), "f", guigang());
    EXPECT_TRUE(saved.value) << lines_of(saved.diagnostics);
    return saved.value ? saved.value->modified_at : std::string();
  };
  open_gaps_sample();
  platform.time = "2024-01-01T00:00:01+08:00";
  apply(AddEvidence{"7.2.b"});
  EXPECT_EQ(modified(), platform.time);
  platform.time = "2024-01-01T00:00:02+08:00";
  apply(RemoveEvidence{"7.3.a", "e1"});
  EXPECT_EQ(modified(), platform.time);
  platform.time = "2024-01-01T00:00:03+08:00";
  apply(MakeApplicable{"1.4.a"});
  EXPECT_EQ(modified(), platform.time);
  platform.time = "2024-01-01T00:00:04+08:00";
  apply(MakeMeasureApplicable{"9-m3"});
  EXPECT_EQ(modified(), platform.time);
}

TEST_F(Editing, Evidence) {
  start();
  apply(AddEvidence{"7.3.a"});
  ASSERT_EQ(detail("7.3.a").evidence.size(), 1U);
  const std::string id = detail("7.3.a").evidence[0].id;
  type({FieldKind::evidence_title, "7.3.a", id}, "台账");
  type({FieldKind::evidence_document, "7.3.a", id}, "〔2023〕1号");
  apply(AddEvidence{"7.3.a"});
  ASSERT_EQ(detail("7.3.a").evidence.size(), 2U);
  EXPECT_NE(detail("7.3.a").evidence[1].id, id);
  EXPECT_EQ(detail("7.3.a").evidence[0].fields[0].text, "台账");
  apply(RemoveEvidence{"7.3.a", id});
  EXPECT_EQ(detail("7.3.a").evidence.size(), 1U);
  apply(Undo{});
  EXPECT_EQ(detail("7.3.a").evidence[0].fields[1].text, "〔2023〕1号");
  apply(Undo{}, Undo{}, Undo{}, Undo{});
  EXPECT_TRUE(detail("7.3.a").evidence.empty());
  EXPECT_FALSE(session->unsaved());
}

TEST_F(Editing, AChangeOfTheDocumentSettlesTheFieldBeingTyped) {
  start();
  apply(Edit{value("7.3.a"), "５０％"}, AddEvidence{"7.3.a"});
  EXPECT_EQ(shown("7.3.a"), "50");
  apply(Undo{});
  EXPECT_EQ(shown("7.3.a"), "50");
  apply(Undo{});
  EXPECT_EQ(shown("7.3.a"), "");
}

TEST_F(Editing, ValueOrCounts) {
  start();
  type(value("7.3.a"), "48");
  EXPECT_EQ(row("7.3.a")->cell, CellKind::text);
  type({FieldKind::entry, "7.3.a", {}}, "inputs");
  EXPECT_EQ(row("7.3.a")->cell, CellKind::computed);
  EXPECT_EQ(result("7.3.a"), Result::notchecked);
  type(input("7.3.a", "treated"), "63");
  EXPECT_EQ(result("7.3.a"), Result::unknown);
  type(input("7.3.a", "villages"), "125");
  EXPECT_EQ(result("7.3.a"), Result::pass);
  EXPECT_EQ(shown("7.3.a"), "50.4");
  type({FieldKind::entry, "7.3.a", {}}, "value");
  EXPECT_EQ(result("7.3.a"), Result::fail);
  EXPECT_EQ(shown("7.3.a"), "48");
}

TEST_F(Editing, TargetBaselineAndHistory) {
  start();
  type(value("2.1.b"), "93");
  EXPECT_EQ(result("2.1.b"), Result::unknown);
  EXPECT_EQ(row("2.1.b")->target, "目标未下达");
  type({FieldKind::target_value, "2.1.b", {}}, "９３．５");
  EXPECT_EQ(result("2.1.b"), Result::fail);
  EXPECT_EQ(row("2.1.b")->target, "≥ 93.5%");
  type(value("5.1.a"), "186.35");
  EXPECT_EQ(result("5.1.a"), Result::unknown);
  type({FieldKind::baseline_value, "5.1.a", {}}, "186.35");
  EXPECT_EQ(result("5.1.a"), Result::pass);
  type(value("8.2.a"), "38");
  type({FieldKind::history_value, "8.2.a", "2022"}, "38.0");
  EXPECT_EQ(result("8.2.a"), Result::fail);
}

// ---- 不适用 ----

TEST_F(Editing, NotApplicableFlow) {
  open_gaps_sample();
  ASSERT_EQ(result("7.2.b"), Result::fail);
  const FieldRef reason{FieldKind::not_applicable, "7.2.b", {}};
  apply(Edit{reason, ""});
  EXPECT_TRUE(detail("7.2.b").marked_not_applicable);
  EXPECT_TRUE(detail("7.2.b").not_applicable.problem);
  EXPECT_EQ(result("7.2.b"), Result::fail) << "no reason, no effect";
  apply(Edit{reason, "没有污水处理厂"}, EndEdit{});
  EXPECT_EQ(result("7.2.b"), Result::notapplicable);
  EXPECT_FALSE(detail("7.2.b").not_applicable.problem);
  EXPECT_NE(view().detail->verdict.find("没有污水处理厂"), std::string::npos);
  apply(MakeApplicable{"7.2.b"});
  EXPECT_EQ(result("7.2.b"), Result::fail) << "the answer was kept";
  apply(Undo{});
  EXPECT_EQ(result("7.2.b"), Result::notapplicable);
  apply(Undo{});
  EXPECT_EQ(result("7.2.b"), Result::fail);
  EXPECT_FALSE(detail("7.2.b").marked_not_applicable);
}

TEST_F(Editing, NotApplicableOfAMeasureAndItsIndicator) {
  open_gaps_sample();
  ASSERT_EQ(result("9.a"), Result::notapplicable);
  EXPECT_EQ(detail("9.a").not_applicable.field.kind, FieldKind::measure_inapplicable);
  apply(MakeApplicable{"9.a"});
  EXPECT_EQ(result("9.a"), Result::notchecked);
  type({FieldKind::measure_state, "9-m3", {}}, "done");
  EXPECT_EQ(result("9.a"), Result::pass);
  type({FieldKind::measure_inapplicable, "9-m3", {}}, "市里统一安排");
  EXPECT_EQ(result("9.a"), Result::notapplicable);
  apply(GoTo{Page::tasks}, SelectMeasure{"9-m3"});
  EXPECT_TRUE(view().task_detail->marked_not_applicable);
}

TEST_F(Editing, ExcludedByTheSchemeCannotBeMarked) {
  open_good_sample();
  EXPECT_FALSE(detail("10.a").can_mark_not_applicable);
  EXPECT_TRUE(detail("10.a").sections.empty());
  EXPECT_EQ(row("10.a")->cell, CellKind::none);
}

TEST_F(Editing, LongHistory) {
  start();
  for (int i = 0; i < 300; ++i) type(value("7.2.b"), std::to_string(i % 2 == 0 ? 10 : 20) + "." + std::to_string(i));
  int undone = 0;
  while (view().top.can_undo) {
    apply(Undo{});
    ++undone;
  }
  EXPECT_EQ(undone, 200);
  for (int i = 0; i < undone; ++i) apply(Redo{});
  EXPECT_EQ(shown("7.2.b"), "20.299");
}

TEST_F(Editing, StepsAreListedByNameAndTakenBackTogether) {
  start();
  type(value("7.2.b"), "95");
  type({FieldKind::note, "7.2.b", {}}, "已核对");
  type(input("7.3.a", "treated"), "63");
  apply(AddEvidence{"7.3.a"});
  type({FieldKind::measure_state, "1.1-m1", {}}, "done");
  ASSERT_EQ(view().top.undo_steps.size(), 5U);
  EXPECT_EQ(view().top.undo_steps[1], "农村生活污水治理率 增加佐证");
  EXPECT_EQ(view().top.undo_steps[2], "农村生活污水治理率 完成生活污水治理的行政村");
  EXPECT_EQ(view().top.undo_steps[3], "城镇污水处理率 说明");
  EXPECT_EQ(view().top.undo_steps[4], "城镇污水处理率 现状值");
  EXPECT_TRUE(view().top.undo_steps[0].ends_with("” 进展")) << view().top.undo_steps[0];
  EXPECT_EQ(view().top.undo_label, "撤销：" + view().top.undo_steps[0]);
  apply(Undo{4});
  EXPECT_EQ(view().top.undo_steps, std::vector<std::string>{"城镇污水处理率 现状值"});
  EXPECT_EQ(view().top.redo_label, "重做：城镇污水处理率 说明");
  EXPECT_EQ(detail("7.2.b").note.text, "");
  EXPECT_EQ(shown("7.2.b"), "95");
  apply(Redo{}, Redo{});
  EXPECT_EQ(view().top.undo_steps.size(), 3U);
  apply(Undo{99});
  EXPECT_FALSE(session->unsaved());
  EXPECT_TRUE(view().top.undo_steps.empty());
}

TEST_F(Editing, OnlyTheLastStepsAreListed) {
  start();
  for (int i = 1; i <= 20; ++i) type(value("7.2.b"), std::to_string(i));
  EXPECT_EQ(view().top.undo_steps.size(), 12U);
}

TEST_F(Editing, WhatWasTypedStaysInViewWhereItIsKeptOtherwise) {
  start();
  const auto hint = [&](const std::string& indicator) {
    for (const auto& section : detail(indicator).sections) {
      for (const DetailField& field : section.fields) {
        if (field.field == value(indicator)) return field.hint;
      }
    }
    return std::string("?");
  };
  apply(Edit{value("7.2.b"), "９５．５％"});
  EXPECT_EQ(hint("7.2.b"), "按 95.5 计（原输入：９５．５％）") << "while it is typed";
  apply(EndEdit{});
  EXPECT_EQ(shown("7.2.b"), "95.5");
  EXPECT_EQ(hint("7.2.b"), "按 95.5 计（原输入：９５．５％）");
  type(value("7.2.b"), "96");
  EXPECT_EQ(hint("7.2.b"), "");
  apply(Undo{});
  EXPECT_EQ(hint("7.2.b"), "按 95.5 计（原输入：９５．５％）");
  type(value("7.2.b"), " 95.5 ");
  EXPECT_EQ(shown("7.2.b"), "95.5");
  type(value("8.1.a"), "1,234");
  EXPECT_TRUE(hint("8.1.a").find("原输入：1,234") != std::string::npos || hint("8.1.a").starts_with("超出"));
  type(value("8.1.a"), " 12 ");
  EXPECT_EQ(hint("8.1.a"), "") << "blanks around a number are no other notation";
  type(value("8.1.a"), "十二％");
  EXPECT_EQ(hint("8.1.a"), "不是数字，请只填数字");
  // Pasted figures as well.
  apply(GoTo{Page::fill}, SelectIndicator{"7.4.a"}, PasteCells{"９６％"}, AnswerPaste{true});
  EXPECT_EQ(hint("7.4.a"), "按 96 计（原输入：９６％）");
  EXPECT_EQ(save().find("９"), std::string::npos) << "the file has the number";
}

}  // namespace
}  // namespace luping::test
