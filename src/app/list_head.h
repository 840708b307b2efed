// What 填报 and 任务 have around their rows: conditions to choose from, orders, and what holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/chip.h"
#include "app/list_query.h"

namespace luping {

/// One kind of condition (任务组, 单位 …): what holds now, and the queries a choice leads to.
struct ListMenu {
  struct Entry {
    std::string label;
    std::string figure;  ///< how many rows it would give
    bool selected = false;
    ListQuery query;
  };
  std::string name;   ///< 任务组
  std::string shown;  ///< 全部任务组, （一）目标责任与制度, 未达标等 2 种
  bool active = false;
  std::vector<Entry> entries;
};

enum class SortState { none, ascending, descending };

/// What a column's head does.
struct Sorting {
  RowOrder by = RowOrder::plan;
  SortState state = SortState::none;
  ListQuery query;   ///< after a press
  std::string hint;  ///< 按判定排序
};

struct ListHead {
  std::vector<ListMenu> menus;
  std::vector<FilterChip<ListQuery>> chips;  ///< a press on the active one takes it back
  std::vector<Sorting> sorting;              ///< the columns that can be sorted by
  std::string figure;                        ///< 符合 12 / 74 项; 共 74 项
  std::string search;                        ///< the search words in force; empty: none
  bool filtered = false;                     ///< something is left out: offer 清除筛选
  std::string outdated;                      ///< why the rows are not what the query would give now; empty: they are
  std::string empty;                         ///< what to say when there is no row
  std::uint32_t list = 0;                    ///< another number: another list, shown from its top
  std::uint32_t reveal = 0;                  ///< another number: the selected row is to be seen
};

}  // namespace luping
