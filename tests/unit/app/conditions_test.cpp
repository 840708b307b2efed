// What a verdict rests on besides the value, filled in on screen: attributes of the region, external figures, inputs that rules
// look at, a result set by hand, required evidence. On the teaching scheme, which uses them all.
#include "session_fixture.h"

namespace luping::test {
namespace {

class Conditions : public SessionTest {
 protected:
  Conditions() {
    session->open({{"teaching", read_repository_file("assets/samples/teaching-990101-2023.assessment.json")}});
  }

  const DetailField* field(const DetailModel& detail, FieldKind kind, const std::string& id = {}) {
    for (const DetailModel::Section& section : detail.sections) {
      for (const DetailField& one : section.fields) {
        if (one.field.kind == kind && (id.empty() || one.field.id == id || one.field.sub == id)) return &one;
      }
    }
    return nullptr;
  }
};

TEST_F(Conditions, AnAttributeDecidesWhetherAnIndicatorApplies) {
  ASSERT_EQ(result("6.9"), Result::unknown) << "nobody said whether there is mining";
  const DetailField* mining = field(detail("6.9"), FieldKind::attribute, "mining");
  ASSERT_NE(mining, nullptr);
  EXPECT_EQ(mining->choices.size(), 3U) << "not given, and the two words of the scheme";

  type({FieldKind::attribute, "mining", {}}, "无矿区");
  EXPECT_EQ(result("6.9"), Result::notapplicable);
  ASSERT_NE(field(detail("6.9"), FieldKind::attribute), nullptr) << "the way back stays on screen";
  EXPECT_EQ(field(detail("6.9"), FieldKind::value), nullptr);
  const std::string saved = save();
  EXPECT_NE(saved.find("\"80\""), std::string::npos) << "the answer stays in the file";

  type({FieldKind::attribute, "mining", {}}, "有矿区");
  EXPECT_EQ(result("6.9"), Result::pass);
  apply(Undo{}, Undo{});
  EXPECT_EQ(result("6.9"), Result::unknown);
}

TEST_F(Conditions, AnExternalFigureOfAPackIsShownAndNotEdited) {
  const DetailField* average = field(detail("2.1"), FieldKind::external_value);
  ASSERT_NE(average, nullptr);
  EXPECT_EQ(average->text, "61.3");
  EXPECT_TRUE(average->read_only);
  type({FieldKind::external_value, "province-average", {}}, "70");
  EXPECT_EQ(field(detail("2.1"), FieldKind::external_value)->text, "61.3");
}

TEST_F(Conditions, AnExternalFigureMayBeTypedByHand) {
  apply(CloseDocument{});
  session->open({{"teaching.json", read_repository_file("assets/schemes/teaching.scheme.json")}});
  start("990102");
  type(value("2.1"), "60");
  ASSERT_EQ(result("2.1"), Result::unknown);
  ASSERT_FALSE(field(detail("2.1"), FieldKind::external_value)->read_only);
  type({FieldKind::external_value, "province-average", {}}, "60.0%");
  EXPECT_EQ(field(detail("2.1"), FieldKind::external_value)->text, "60.0");
  EXPECT_EQ(result("2.1"), Result::pass);
  type({FieldKind::external_value, "province-average", {}}, "");
  EXPECT_EQ(result("2.1"), Result::unknown);
  EXPECT_EQ(save().find("externals"), std::string::npos) << "nothing is left behind";
}

TEST_F(Conditions, InputsThatARuleLooksAtAreFields) {
  const DetailField* spent = field(detail("2.5"), FieldKind::input, "spent");
  ASSERT_NE(spent, nullptr);
  EXPECT_EQ(spent->unit, "万元");
  EXPECT_EQ(row("2.5")->cell, CellKind::computed) << "filled in on the right";
}

TEST_F(Conditions, AFigureInAnotherUnitIsTaken) {
  type(input("2.5", "budget"), "1亿元");
  const DetailField* budget = field(detail("2.5"), FieldKind::input, "budget");
  ASSERT_NE(budget, nullptr);
  EXPECT_EQ(budget->text, "1亿元");
  EXPECT_FALSE(budget->problem) << budget->hint;
  EXPECT_NE(result("2.5"), Result::error);
}

TEST_F(Conditions, AResultSetByHandCountsOnlyWhenItIsComplete) {
  ASSERT_EQ(result("1.2"), Result::fail);
  type({FieldKind::override_result, "1.2", {}}, "pass");
  EXPECT_EQ(result("1.2"), Result::fail) << "no reason and no name yet";
  EXPECT_TRUE(detail("1.2").override_fields[1].problem);
  type({FieldKind::override_reason, "1.2", {}}, "现场复核");
  type({FieldKind::override_author, "1.2", {}}, "审核组");
  EXPECT_EQ(result("1.2"), Result::pass);
  EXPECT_EQ(detail("1.2").chip.label, "认定达标");
  EXPECT_NE(detail("1.2").verdict.find("未达标"), std::string::npos) << "both results: " << detail("1.2").verdict;
  type({FieldKind::override_result, "1.2", {}}, "");
  EXPECT_EQ(result("1.2"), Result::fail);
}

TEST_F(Conditions, AFigureThatLooksLikeASlipIsAskedAbout) {
  type(value("1.2"), "0.55");
  const DetailField* asked = field(detail("1.2"), FieldKind::value);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->hint, "是不是 55%？请核对小数点");
  EXPECT_FALSE(asked->problem) << "possible, so only a question";
  type(value("1.2"), "55");
  EXPECT_EQ(field(detail("1.2"), FieldKind::value)->hint, "");
}

TEST_F(Conditions, ProgressIsShownWhereThereIsABaseline) {
  EXPECT_NE(detail("2.4").progress.find("基期"), std::string::npos) << detail("2.4").progress;
  EXPECT_EQ(detail("1.1").progress, "");
}

TEST_F(Conditions, RequiredEvidenceIsAskedFor) {
  EXPECT_TRUE(detail("1.3").evidence_missing);
  EXPECT_NE(detail("1.3").evidence_wanted.find("空气质量监测年报"), std::string::npos);
  apply(AddEvidence{"1.3"});
  EXPECT_TRUE(detail("1.3").evidence_missing) << "an empty row is no evidence";
  const std::string id = detail("1.3").evidence.front().id;
  type({FieldKind::evidence_title, "1.3", id}, "2023 年空气质量监测年报");
  EXPECT_FALSE(detail("1.3").evidence_missing);
}

}  // namespace
}  // namespace luping::test
