// A scheme: a plan or indicator table as data (docs/formats/scheme.md). Plain values; ids link the parts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/extras.h"
#include "core/formula.h"
#include "core/rule.h"

namespace luping {

enum class RegionLevel { city, county };

struct Region {
  std::string id;  ///< GB/T 2260 code
  std::string name;
  RegionLevel level = RegionLevel::county;
  std::string type;    ///< 市辖区, 县, 县级市 …
  std::string parent;  ///< region id or empty
  std::map<std::string, std::string> attributes;
};

/// A unit of measurement (计量单位).
struct Unit {
  std::string id;
  std::string label;  ///< stands behind a number: %, 个, 平方米/人
  std::string name;
};

enum class OrganisationKind { department, government, group };

struct Organisation {
  std::string id;
  std::string name;
  OrganisationKind kind = OrganisationKind::department;
  std::string region;                ///< a government's region id, or empty
  std::vector<std::string> members;  ///< a group's organisation ids
  std::string note;
};

struct Group {
  std::string id;
  std::string number;  ///< （一）
  std::string title;
  std::string part;  ///< 二、重点任务
};

/// True when `regions` is empty or names the assessed region.
struct Condition {
  std::vector<std::string> regions;
  bool operator==(const Condition&) const = default;
};

struct Item {
  std::string id;
  std::string group;
  std::string number;
  std::string title;
  std::string text;
  std::vector<std::string> lead_units;
  std::vector<std::string> responsible_units;
  std::string units_quote;
  std::vector<std::string> context;
  Condition applies_when;
  std::vector<std::string> notes;
};

enum class ValueKind { number, status, measure, none };
enum class Direction { none, higher, lower };

struct Input {
  std::string id;
  std::string name;
  std::string unit;
  bool integer = false;
  bool lever = false;      ///< the one input practice can move
  bool last_year = false;  ///< a figure of the year before
  std::optional<Decimal> minimum, maximum;
};

struct ValueSpec {
  ValueKind kind = ValueKind::none;
  std::string unit;                         ///< number
  Direction direction = Direction::none;    ///< number: which way is better
  std::optional<Decimal> minimum, maximum;  ///< number: outside is impossible
  bool integer = false;                     ///< number: a count
  std::string example;
  Formula formula;
  std::vector<Input> inputs;
  std::vector<std::string> options;  ///< status
  std::string measure;               ///< measure id
};

struct Indicator {
  std::string id;
  std::string item;
  std::string name;
  std::string quote;
  std::string threshold_quote;
  Obligation obligation = Obligation::task;
  std::string obligation_word;
  std::string definition;
  ValueSpec value;
  Rule rule;
  Condition applies_when;
  std::string note;
};

/// A task one can report on (任务): an action clause of an item.
struct Measure {
  std::string id;
  std::string item;
  std::string quote;
  Condition applies_when;
};

/// How a phrase of the plan is read where its words leave a choice (口径).
struct Reading {
  std::string id;
  std::string title;
  std::string clause;
  std::string chosen;
  std::vector<std::string> alternatives;
  std::string reason;
  std::vector<std::string> indicators;
};

enum class GateKind { all_pass, at_least_pass };

/// One condition of the conclusion.
struct Gate {
  std::string id;
  std::string title;
  std::string quote;
  std::vector<Obligation> obligations;
  GateKind kind = GateKind::all_pass;
  int count = 0;  ///< at_least_pass
  bool required = true;
};

struct Scheme {
  std::string id;
  std::string version;
  std::string title;
  std::string short_title;
  std::string notice;
  std::vector<int> years;
  std::string document;  ///< source.document
  std::string basis;     ///< source.basis
  std::string preamble;
  std::string goal;
  std::vector<Region> regions;
  std::vector<Unit> units;
  std::vector<Organisation> organisations;
  std::vector<Group> groups;
  std::vector<Item> items;
  std::vector<Indicator> indicators;
  std::vector<Measure> measures;
  std::vector<Reading> readings;
  std::vector<Gate> gates;
};

// Look-ups by id; nullptr when there is none. The pointers live as long as the scheme does not change.
const Region* find_region(const Scheme& scheme, std::string_view id);
const Unit* find_unit(const Scheme& scheme, std::string_view id);
const Organisation* find_organisation(const Scheme& scheme, std::string_view id);
const Group* find_group(const Scheme& scheme, std::string_view id);
const Item* find_item(const Scheme& scheme, std::string_view id);
const Indicator* find_indicator(const Scheme& scheme, std::string_view id);
const Measure* find_measure(const Scheme& scheme, std::string_view id);
const Input* find_input(const Indicator& indicator, std::string_view id);

/// The label of a unit id; empty for none.
std::string_view unit_label(const Scheme& scheme, std::string_view unit);

/// Whether an indicator or a measure concerns a region: its own condition and its item's.
bool applies(const Scheme& scheme, const Indicator& indicator, std::string_view region);
bool applies(const Scheme& scheme, const Measure& measure, std::string_view region);

/// Names of organisations as seen by one region: a group with a member government of that region shows as that government.
std::vector<std::string> organisation_names(const Scheme& scheme, const std::vector<std::string>& ids,
                                            std::string_view region);

}  // namespace luping
