// What stands above the rows of 填报 and 任务, pressed and read by its words.
#pragma once

#include "session_fixture.h"

namespace luping::test {

class ListTest : public SessionTest {
 protected:
  /// Of the page under test.
  virtual const ListHead& head() = 0;

  ListMenu menu(const std::string& name) {
    for (const ListMenu& one : head().menus) {
      if (one.name == name) return one;
    }
    ADD_FAILURE() << "no choice " << name;
    return {};
  }
  void choose(const std::string& name, const std::string& label) {
    for (const ListMenu::Entry& entry : menu(name).entries) {
      if (entry.label == label) return apply(SetListQuery{entry.query});
    }
    FAIL() << name << " offers no " << label;
  }
  void press_chip(const std::string& word) {
    for (const auto& chip : head().chips) {
      if (chip.label.starts_with(word)) return apply(SetListQuery{chip.filter});
    }
    FAIL() << "no chip " << word;
  }
  std::string chip(const std::string& word) {
    for (const auto& one : head().chips) {
      if (one.label.starts_with(word)) return one.label + (one.active ? " *" : "");
    }
    return {};
  }
  void sort_by(RowOrder by) {
    for (const Sorting& column : head().sorting) {
      if (column.by == by) return apply(SetListQuery{column.query});
    }
    FAIL() << "no such column";
  }
  SortState state(RowOrder by) {
    for (const Sorting& column : head().sorting) {
      if (column.by == by) return column.state;
    }
    return SortState::none;
  }
};

}  // namespace luping::test
