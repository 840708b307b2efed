// A scheme: a plan or indicator table as data (docs/formats/scheme.md). Plain values; ids link the parts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/extras.h"
#include "core/model/rule.h"
#include "core/number/formula.h"

namespace luping {

enum class RegionLevel { province, city, county };

struct Region {
  std::string id;  ///< GB/T 2260 code
  std::string name;
  RegionLevel level = RegionLevel::county;
  std::string type;    ///< 市辖区, 县, 县级市 …
  std::string parent;  ///< region id or empty
  std::map<std::string, std::string> attributes;
};

/// A property of regions that conditions and `choose` rules ask for (地形, 城市规模). `level` (province, city, county) and `type`
/// (市辖区, 县 …) exist without being declared.
struct Attribute {
  std::string id;
  std::string name;
  std::vector<std::string> values;
};

/// A unit of measurement (计量单位). Units of one quantity convert into each other: 1 of it is `factor` of the quantity's base unit.
struct Unit {
  std::string id;
  std::string label;  ///< stands behind a number: %, 个, 平方米/人
  std::string name;
  std::string quantity{};  ///< area, mass, money …; empty: converts into nothing
  Decimal factor{1, 0};    ///< of the base unit; a fraction such as 亩 in hectares is factor 1 over `divisor` 15
  Decimal divisor{1, 0};
};

/// A figure from outside that thresholds may refer to (全区平均水平); its values come with the target packs.
struct External {
  std::string id;
  std::string name;
  std::string unit;
  std::string note;
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

/// True when every part of it holds: `regions` is empty or names the assessed region, and each attribute has one of the values.
struct Condition {
  std::vector<std::string> regions;
  std::map<std::string, std::vector<std::string>> attributes;  ///< attribute id: values allowed
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

/// How the counties' answers make the city's (汇总方法).
enum class RollupMethod {
  none,           ///< not declared
  ratio_of_sums,  ///< the formula over the summed inputs
  sum,
  weighted_mean,  ///< weighted by an input
  worst,          ///< the worst county's value
  all_pass,       ///< met when every county meets it
  count_pass,     ///< how many counties meet it; no verdict
  city_only,      ///< the city fills it in itself
};

struct Rollup {
  RollupMethod method = RollupMethod::none;
  std::string weight;  ///< weighted_mean: input id
  bool operator==(const Rollup&) const = default;
};

/// How a value is compared with a threshold (GB/T 8170-2008, 4.3).
enum class ComparisonMethod {
  exact,    ///< 全数值比较法: as it is
  rounded,  ///< 修约值比较法: rounded to the threshold's digits first
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
  std::optional<ComparisonMethod> comparison_method;  ///< unset: the scheme's
  Condition applies_when;
  Rollup rollup;
  bool evidence_required = false;
  std::string evidence_note;  ///< which document is asked for
  bool veto = false;          ///< 一票否决
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

enum class GateKind {
  all_pass,
  at_least_pass,      ///< `count` of them
  share_pass,         ///< `share` percent of the applicable ones, at least
  no_veto,            ///< none of them failed (一票否决)
  evidence_complete,  ///< each of them that requires evidence has some
};

/// One condition of the conclusion, over the indicators that every non-empty selector names.
struct Gate {
  std::string id;
  std::string title;
  std::string quote;
  std::vector<Obligation> obligations;
  std::vector<std::string> groups;      ///< group ids
  std::vector<std::string> indicators;  ///< indicator ids
  bool veto = false;                    ///< only indicators marked `veto`
  GateKind kind = GateKind::all_pass;
  int count = 0;  ///< at_least_pass
  Decimal share;  ///< share_pass: percent, 0 to 100
  bool required = true;
};

struct Scheme {
  std::string id;
  std::string version;
  std::string title;
  std::string short_title;
  std::string notice;
  std::vector<int> years;
  int target_year = 0;  ///< the year the goals are set for; 0: none
  ComparisonMethod comparison_method = ComparisonMethod::exact;
  bool open_regions = false;  ///< regions not listed may be assessed, too
  std::string document;       ///< source.document
  std::string basis;          ///< source.basis
  std::string preamble;
  std::string goal;
  std::vector<Region> regions;
  std::vector<Attribute> attributes;
  std::vector<External> externals;
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
const Attribute* find_attribute(const Scheme& scheme, std::string_view id);
const External* find_external(const Scheme& scheme, std::string_view id);
const Organisation* find_organisation(const Scheme& scheme, std::string_view id);
const Group* find_group(const Scheme& scheme, std::string_view id);
const Item* find_item(const Scheme& scheme, std::string_view id);
const Indicator* find_indicator(const Scheme& scheme, std::string_view id);
const Measure* find_measure(const Scheme& scheme, std::string_view id);
const Input* find_input(const Indicator& indicator, std::string_view id);

/// The label of a unit id; empty for none.
std::string_view unit_label(const Scheme& scheme, std::string_view unit);

/// The words of a region level in files and attributes: province, city, county.
std::string_view word_of(RegionLevel level);

/// The comparison method of an indicator: its own, else the scheme's.
ComparisonMethod method_of(const Scheme& scheme, const Indicator& indicator);

/// Names of organisations as seen by one region: a group with a member government of that region shows as that government.
std::vector<std::string> organisation_names(const Scheme& scheme, const std::vector<std::string>& ids,
                                            std::string_view region);

}  // namespace luping
