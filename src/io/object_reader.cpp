#include "io/object_reader.h"

#include <algorithm>

#include "core/check/check.h"

namespace luping {
namespace {

std::string_view name_of(JsonNode::Kind kind) {
  switch (kind) {
    case JsonNode::Kind::null:
      return "空值 null";
    case JsonNode::Kind::boolean:
      return "true/false";
    case JsonNode::Kind::number:
      return "数字";
    case JsonNode::Kind::string:
      return "文字";
    case JsonNode::Kind::array:
      return "列表 [ ]";
    case JsonNode::Kind::object:
      return "对象 { }";
  }
  return {};
}

bool is_id(std::string_view text) {
  constexpr std::size_t kMaxLength = 64;
  return !text.empty() && text.size() <= kMaxLength && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  return number(0, 4) >= 0 && number(5, 2) >= 1 && number(5, 2) <= 12 && number(8, 2) >= 1 && number(8, 2) <= 31;
}

std::optional<int> whole_number(const JsonNode& node) {
  if (node.kind != JsonNode::Kind::number) return std::nullopt;
  const DecimalParse parsed = parse_decimal(node.text);
  constexpr std::int64_t kLimit = 1'000'000'000;
  const std::int64_t value = parsed.value.coefficient;
  if (parsed.problem != DecimalProblem::none || parsed.value.scale != 0 || value < -kLimit || value > kLimit)
    return std::nullopt;
  return static_cast<int>(value);
}

}  // namespace

ObjectReader::ObjectReader(const JsonTree& tree, const JsonNode& node, std::string pointer,
                           std::vector<Diagnostic>& diagnostics)
    : tree_(tree), node_(node), pointer_(std::move(pointer)), diagnostics_(diagnostics) {
  if (node.kind != JsonNode::Kind::object) {
    const std::size_t slash = pointer_.rfind('/');
    wrong_type(slash == std::string::npos ? std::string_view("文件") : std::string_view(pointer_).substr(slash + 1),
               node, name_of(JsonNode::Kind::object), pointer_);
  }
}

std::string ObjectReader::pointer_to(std::string_view key) const { return pointer_ + pointer_step(key); }

void ObjectReader::report(DiagnosticCode code, std::string_view pointer, Arguments arguments) {
  diagnostics_.push_back(diagnostic_at(code, pointer, arguments));
}

void ObjectReader::wrong_type(std::string_view key, const JsonNode& node, std::string_view expected,
                              std::string_view pointer) {
  report(DiagnosticCode::wrong_type, pointer, {key, expected, name_of(node.kind)});
}

const JsonNode* ObjectReader::take_any(std::string_view key, Need need) {
  asked_.insert(std::string(key));
  const JsonNode* node = node_.find(key);
  if (node == nullptr && need == Need::required && node_.kind == JsonNode::Kind::object) {
    report(DiagnosticCode::missing_field, pointer_to(key), {key});
  }
  return node;
}

const JsonNode* ObjectReader::take(std::string_view key, JsonNode::Kind kind, Need need) {
  const JsonNode* node = take_any(key, need);
  if (node == nullptr || node->kind == kind) return node;
  wrong_type(key, *node, name_of(kind), pointer_to(key));
  return nullptr;
}

std::string ObjectReader::text(std::string_view key, Need need) {
  const JsonNode* node = take(key, JsonNode::Kind::string, need);
  return node == nullptr ? std::string() : node->text;
}

std::string ObjectReader::id(std::string_view key, Need need) {
  const JsonNode* node = take(key, JsonNode::Kind::string, need);
  if (node == nullptr) return {};
  if (!is_id(node->text)) report(DiagnosticCode::bad_id, pointer_to(key), {node->text});
  return node->text;
}

std::string ObjectReader::date(std::string_view key) {
  const std::string date = text(key);
  if (!date.empty() && !is_date(date)) report(DiagnosticCode::bad_date, pointer_to(key), {date});
  return date;
}

std::string ObjectReader::figure(std::string_view key, Need need) {
  const JsonNode* node = take_any(key, need);
  if (node == nullptr) return {};
  if (node->kind == JsonNode::Kind::string || node->kind == JsonNode::Kind::number) return node->text;
  wrong_type(key, *node, "数字或文字", pointer_to(key));
  return {};
}

std::optional<Decimal> ObjectReader::decimal(std::string_view key, Need need) {
  if (!has(key)) {
    take_any(key, need);
    return std::nullopt;
  }
  const std::string token = figure(key, need);
  const DecimalParse parsed = parse_decimal(token);
  if (parsed.problem == DecimalProblem::none) return parsed.value;
  if (parsed.problem == DecimalProblem::too_many_digits) {
    report(DiagnosticCode::too_many_digits, pointer_to(key), {token});
  } else {
    report(DiagnosticCode::bad_number, pointer_to(key), {token});
  }
  return std::nullopt;
}

int ObjectReader::integer(std::string_view key, Need need, int absent) {
  const JsonNode* node = take(key, JsonNode::Kind::number, need);
  if (node == nullptr) return absent;
  const std::optional<int> whole = whole_number(*node);
  if (!whole) report(DiagnosticCode::wrong_type, pointer_to(key), {key, "整数", node->text});
  return whole.value_or(absent);
}

int ObjectReader::integer_from(std::string_view key, int least, Need need, int absent) {
  if (!has(key)) return integer(key, need, absent);
  const std::size_t before = diagnostics_.size();
  const int number = integer(key, need, absent);
  if (diagnostics_.size() == before && number < least)
    report(DiagnosticCode::number_too_small, pointer_to(key), {key, std::to_string(least)});
  return std::max(number, least);
}

std::vector<int> ObjectReader::integers(std::string_view key, Need need) {
  std::vector<int> numbers;
  const JsonNode* node = take(key, JsonNode::Kind::array, need);
  for (std::size_t i = 0; node != nullptr && i < node->items.size(); ++i) {
    const std::optional<int> whole = whole_number(node->items[i]);
    if (whole) {
      numbers.push_back(*whole);
    } else {
      wrong_type(key, node->items[i], "整数", pointer_to(key) + "/" + std::to_string(i));
    }
  }
  return numbers;
}

bool ObjectReader::truth(std::string_view key, bool absent) {
  const JsonNode* node = take(key, JsonNode::Kind::boolean, Need::optional);
  return node == nullptr ? absent : node->truth;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, Need need) {
  std::vector<std::string> texts;
  const JsonNode* node = take(key, JsonNode::Kind::array, need);
  for (std::size_t i = 0; node != nullptr && i < node->items.size(); ++i) {
    const JsonNode& item = node->items[i];
    if (item.kind == JsonNode::Kind::string) {
      texts.push_back(item.text);
    } else {
      wrong_type(key, item, name_of(JsonNode::Kind::string), pointer_to(key) + "/" + std::to_string(i));
    }
  }
  return texts;
}

std::vector<std::string> ObjectReader::some_texts(std::string_view key, Need need) {
  std::vector<std::string> some = texts(key, need);
  const JsonNode* node = node_.find(key);
  if (node != nullptr && node->kind == JsonNode::Kind::array && node->items.empty())
    report(DiagnosticCode::empty_list, pointer_to(key), {key});
  return some;
}

bool ObjectReader::object(std::string_view key, FunctionRef<void(ObjectReader&)> read, Need need) {
  const JsonNode* node = take(key, JsonNode::Kind::object, need);
  if (node == nullptr) return false;
  ObjectReader reader(tree_, *node, pointer_to(key), diagnostics_);
  read(reader);
  return true;
}

void ObjectReader::object_or_figure(std::string_view key, FunctionRef<void(ObjectReader&)> read,
                                    FunctionRef<void(const std::string&)> read_bare, Need need) {
  const JsonNode* node = take_any(key, need);
  if (node == nullptr) return;
  switch (node->kind) {
    case JsonNode::Kind::object: {
      ObjectReader reader(tree_, *node, pointer_to(key), diagnostics_);
      read(reader);
      break;
    }
    case JsonNode::Kind::string:
    case JsonNode::Kind::number:
      read_bare(node->text);
      break;
    case JsonNode::Kind::null:
    case JsonNode::Kind::boolean:
    case JsonNode::Kind::array:
      wrong_type(key, *node, "数字、文字或对象 { }", pointer_to(key));
      break;
  }
}

void ObjectReader::objects(std::string_view key, FunctionRef<void(ObjectReader&)> read, Need need) {
  const JsonNode* node = take(key, JsonNode::Kind::array, need);
  for (std::size_t i = 0; node != nullptr && i < node->items.size(); ++i) {
    ObjectReader reader(tree_, node->items[i], pointer_to(key) + "/" + std::to_string(i), diagnostics_);
    if (node->items[i].kind == JsonNode::Kind::object) read(reader);
  }
}

void ObjectReader::entries(std::string_view key, FunctionRef<void(const std::string&, ObjectReader&)> read) {
  const JsonNode* node = take(key, JsonNode::Kind::object, Need::optional);
  if (node == nullptr) return;
  for (const JsonNode::Member& member : node->members) {
    ObjectReader reader(tree_, member.value, pointer_to(key) + pointer_step(member.key), diagnostics_);
    if (member.value.kind == JsonNode::Kind::object) read(member.key, reader);
  }
}

std::vector<std::string> ObjectReader::names() const {
  std::vector<std::string> names;
  for (const JsonNode::Member& member : node_.members) names.push_back(member.key);
  return names;
}

std::vector<std::pair<std::string, std::string>> ObjectReader::figures(std::string_view key) {
  std::vector<std::pair<std::string, std::string>> figures;
  object(key, [&](ObjectReader& reader) {
    for (const JsonNode::Member& member : reader.node_.members)
      figures.emplace_back(member.key, reader.figure(member.key));
  });
  return figures;
}

Extras ObjectReader::extras() const {
  Extras extras;
  for (const JsonNode::Member& member : node_.members) {
    if (asked_.find(member.key) != asked_.end()) continue;
    extras.push_back(
        {member.key, std::string(tree_.text.substr(member.value.begin, member.value.end - member.value.begin))});
  }
  return extras;
}

}  // namespace luping
