// A session on the shipped scheme and samples, driven by commands and read through its view model.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/session.h"
#include "assets/assets.h"
#include "io/files.h"
#include "platform/test/fake_platform.h"
#include "support/repository.h"

namespace luping::test {

inline std::vector<Shipped> shipped(std::span<const assets::Asset> files) {
  std::vector<Shipped> all;
  for (const assets::Asset& asset : files) all.push_back({asset.name, asset.bytes});
  return all;
}

class SessionTest : public testing::Test {
 protected:
  SessionTest()
      : session(std::make_unique<Session>(platform, shipped(assets::schemes()), shipped(assets::samples()))) {}

  /// Closes the tab and opens it again.
  void restart() {
    session = std::make_unique<Session>(platform, shipped(assets::schemes()), shipped(assets::samples()));
    session->set_drafts(platform.stored_drafts());
  }

  const ViewModel& view() { return session->view_model(); }

  template <typename... Commands>
  void apply(Commands... commands) {
    session->apply({Command(std::move(commands))...});
  }

  void start(std::string region = "450804", int year = 2023) { apply(StartAssessment{std::move(region), year}); }
  void open_gaps_sample() { apply(OpenSample{0}); }
  void open_good_sample() { apply(OpenSample{1}); }

  static FieldRef value(std::string indicator) { return {FieldKind::value, std::move(indicator), {}}; }
  static FieldRef input(std::string indicator, std::string name) {
    return {FieldKind::input, std::move(indicator), std::move(name)};
  }

  /// Type a text and leave the field.
  void type(FieldRef field, std::string text) { apply(Edit{std::move(field), std::move(text)}, EndEdit{}); }

  const FillRow* row(const std::string& indicator) {
    apply(GoTo{Page::fill}, ClearFilters{});
    for (const FillRow& one : view().fill.rows) {
      if (one.kind == FillRow::Kind::indicator && one.id == indicator) return &one;
    }
    return nullptr;
  }
  Result result(const std::string& indicator) {
    const FillRow* found = row(indicator);
    EXPECT_NE(found, nullptr) << indicator;
    return found == nullptr ? Result::error : found->chip.result;
  }
  std::string shown(const std::string& indicator) {
    const FillRow* found = row(indicator);
    return found == nullptr ? "?" : found->value;
  }
  const DetailModel& detail(const std::string& indicator) {
    apply(SelectIndicator{indicator});
    static const DetailModel kNone;
    EXPECT_TRUE(view().detail) << indicator;
    return view().detail ? *view().detail : kNone;
  }

  /// Saves; the bytes of the file.
  std::string save() {
    const std::size_t before = platform.saved.size();
    apply(SaveFile{});
    EXPECT_EQ(platform.saved.size(), before + 1);
    if (platform.saved.size() == before) return {};
    session->saved(platform.saved.back().name);
    return platform.saved.back().bytes;
  }

  std::string notice() { return view().notice ? view().notice->title : std::string(); }
  std::string notice_lines() {
    std::string lines;
    if (view().notice) {
      for (const std::string& line : view().notice->lines) lines += line + "\n";
    }
    return lines;
  }

  FakePlatform platform;
  std::unique_ptr<Session> session;
};

}  // namespace luping::test
