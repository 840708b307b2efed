#include "io/record_parser.h"

#include <algorithm>

#include "core/text.h"

namespace luping {

using namespace batch;

namespace {

bool is(const JsonScanner::Text& text, const std::string& word) { return !text.escaped && text.raw() == word; }

template <std::size_t kSize>
bool is(const JsonScanner::Text& text, const char (&word)[kSize]) {
  return text.size == kSize - 1 && std::memcmp(text.begin, word, kSize - 1) == 0 && !text.escaped;
}

// As ids of files: docs/formats/README.md.
bool is_id(std::string_view text) {
  constexpr std::size_t kMaxLength = 64;
  return !text.empty() && text.size() <= kMaxLength && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

}  // namespace

// ---- pieces ------------------------------------------------------------------------------------------------------------

/// The members of an object, its opening brace not read yet: calls `field` with each key, the colon read.
template <typename Field>
bool RecordParser::members(const Field& field) {
  if (!json_.take('{')) return false;
  if (json_.take('}')) return true;
  do {
    Text key;
    if (!json_.string(key) || key.escaped || !json_.take(':') || !field(key)) return false;
  } while (json_.take(','));
  return json_.take('}');
}

/// False when the field came before.
bool RecordParser::once(unsigned bit) {
  const unsigned flag = 1U << bit;
  if ((seen_ & flag) != 0) return false;
  seen_ |= flag;
  return true;
}

bool RecordParser::ignore_string() {
  Text ignored;
  return json_.string(ignored);
}

bool RecordParser::text(std::string_view& content) {
  Text text;
  if (!json_.string(text)) return false;
  content = JsonScanner::content(text, reader_.scratch_);
  return true;
}

bool RecordParser::integer(int& number) {
  constexpr std::size_t kMostDigits = 9;
  Text token;
  if (!json_.number(token) || token.size > kMostDigits || token.raw().find_first_of(".-") != std::string_view::npos)
    return false;
  number = 0;
  for (const char digit : token.raw()) number = number * 10 + (digit - '0');
  return true;
}

/// A text or a number; without a column only looked at.
bool RecordParser::figure(int slot) {
  json_.skip_blanks();
  Text text;
  if (json_.peek() != '"') {
    if (!json_.number(text)) return false;
    if (slot != kNoSlot) batch_.set_figure(slot, text.raw());
    return true;
  }
  json_.advance();
  if (slot == kNoSlot) return json_.rest_of_string(text);
  std::int64_t coefficient = 0;
  std::size_t decimals = 0;
  const char* const end = Batch::read_plain(json_.at(), coefficient, decimals);
  if (end != nullptr && *end == '"' && batch_.store_figure(slot, coefficient, decimals)) {
    json_.move_to(end + 1);
    return true;
  }
  if (!json_.rest_of_string(text)) return false;
  batch_.set_figure(slot, JsonScanner::content(text, reader_.scratch_));
  return true;
}

// ---- the record --------------------------------------------------------------------------------------------------------

bool RecordParser::run() {
  const bool whole =
      members([&](const Text& key) { return top_field(key); }) && has_format_ && has_version_ && open_row();
  const auto deferred = [&](const char* place, bool (RecordParser::*read)()) {
    if (place == nullptr) return true;
    const char* const after = json_.at();
    json_.move_to(place);
    const bool good = (this->*read)();
    json_.move_to(after);
    return good;
  };
  if (whole && deferred(attributes_at_, &RecordParser::attributes) && deferred(answers_at_, &RecordParser::answers) &&
      deferred(measures_at_, &RecordParser::measures)) {
    batch_.close_row(id_);
    return true;
  }
  if (open_) batch_.drop_row();
  return false;
}

/// The row can be opened once scheme, region and year are known.
bool RecordParser::open_row() {
  if (open_) return true;
  if (!has_scheme_ || region_.empty() || !has_year_) return false;
  batch_.open_row(region_, year_);
  open_ = true;
  return true;
}

/// Keeps a value for when the row is open.
bool RecordParser::later(const char*& place) {
  json_.skip_blanks();
  place = json_.at();
  return json_.skip_value();
}

bool RecordParser::top_field(const Text& key) {
  const auto list = [&](bool (RecordParser::*read)(), const char*& place) {
    const unsigned outer = seen_;
    const bool good = open_row() ? (this->*read)() : later(place);
    seen_ = outer;
    return good;
  };
  if (is(key, "answers")) return once(0) && list(&RecordParser::answers, answers_at_);
  if (is(key, "format")) {
    Text format;
    has_format_ = true;
    return once(1) && json_.string(format) && is(format, "luping-assessment");
  }
  if (is(key, "formatVersion")) {
    Text version;
    has_version_ = true;
    return once(2) && json_.number(version) && version.raw() == "1";
  }
  if (is(key, "id")) {
    Text id;
    if (!once(3) || !json_.string(id) || id.escaped) return false;
    id_ = id.raw();
    return true;
  }
  if (is(key, "scheme")) {
    if (!once(4)) return false;
    const unsigned outer = seen_;
    seen_ = 0;
    const bool good = scheme();
    seen_ = outer;
    has_scheme_ = good;
    return good;
  }
  if (is(key, "region")) return once(5) && region_field();
  if (is(key, "year")) {
    constexpr int kFirstYear = 1949;
    constexpr int kLastYear = 2200;
    has_year_ = true;
    return once(6) && integer(year_) && year_ >= kFirstYear && year_ <= kLastYear;
  }
  if (is(key, "attributes")) return once(7) && list(&RecordParser::attributes, attributes_at_);
  if (is(key, "measures")) return once(8) && list(&RecordParser::measures, measures_at_);
  if (is(key, "sample")) {
    if (!once(9)) return false;
    json_.skip_blanks();
    for (const std::string_view word : {std::string_view("true"), std::string_view("false")}) {
      if (std::strncmp(json_.at(), word.data(), word.size()) != 0) continue;
      json_.move_to(json_.at() + word.size());
      return true;
    }
    return false;
  }
  if (is(key, "title")) return once(10) && ignore_string();
  if (is(key, "note")) return once(11) && ignore_string();
  if (is(key, "createdAt")) return once(12) && ignore_string();
  if (is(key, "modifiedAt")) return once(13) && ignore_string();
  if (is(key, "review")) return once(14) && ignore_string();
  if (is(key, "targets")) return once(15) && empty_list();
  if (is(key, "externals")) return once(16) && empty_list();
  return false;
}

bool RecordParser::empty_list() { return json_.take('[') && json_.take(']'); }

bool RecordParser::scheme() {
  const Scheme& scheme = batch_.compiled().scheme();
  bool has_id = false;
  return members([&](const Text& key) {
           Text word;
           if (is(key, "id")) {
             has_id = true;
             return once(0) && json_.string(word) && is(word, scheme.id) && is_id(scheme.id);
           }
           // Another version may hold what this one does not have.
           return is(key, "version") && once(1) && json_.string(word) && is(word, scheme.version);
         }) &&
         has_id;
}

bool RecordParser::region_field() {
  Text region;
  if (!json_.string(region) || region.escaped || !is_id(region.raw()) || !reader_.knows_region(region.raw()))
    return false;
  region_ = region.raw();
  return true;
}

bool RecordParser::attributes() {
  const std::vector<Attribute>& declared = batch_.compiled().scheme().attributes;
  constexpr std::size_t kMost = 32;
  if (declared.size() > kMost) return false;
  seen_ = 0;
  return members([&](const Text& key) {
    const auto found =
        std::find_if(declared.begin(), declared.end(), [&](const Attribute& one) { return is(key, one.id); });
    std::string_view value;
    if (found == declared.end() || !once(static_cast<unsigned>(found - declared.begin())) || !text(value)) return false;
    if (!value.empty() && std::find(found->values.begin(), found->values.end(), value) == found->values.end())
      return false;
    batch_.set_attribute(found->id, value);
    return true;
  });
}

// ---- answers -----------------------------------------------------------------------------------------------------------

bool RecordParser::answers() {
  const std::vector<luping::Indicator>& indicators = batch_.compiled().scheme().indicators;
  std::size_t next = 0;  // they mostly come in the order of the scheme
  return members([&](const Text& key) {
    std::size_t index = next;
    if (index >= indicators.size() || indicators[index].id != key.raw()) {
      const auto found = reader_.indicators_.find(key.raw());
      if (found == reader_.indicators_.end()) return false;
      index = found->second;
    }
    next = index + 1;
    if (reader_.seen_indicators_[index] == reader_.serial_) return false;
    reader_.seen_indicators_[index] = reader_.serial_;
    return answer(index);
  });
}

bool RecordParser::answer(std::size_t index) {
  const Program& program = batch_.compiled().programs()[index];
  seen_ = 0;
  entry_ = {};
  if (!members([&](const Text& key) { return answer_field(key, index); })) return false;
  if (program.source == Program::Source::formula) batch_.settle_entry(program, entry_);
  return true;
}

bool RecordParser::answer_field(const Text& key, std::size_t index) {
  const Program& program = batch_.compiled().programs()[index];
  const auto nested = [&](const auto& read) {
    const unsigned outer = seen_;
    seen_ = 0;
    const bool good = read();
    seen_ = outer;
    return good;
  };
  switch (key.size) {
    case 4:
      return is(key, "note") && once(0) && ignore_string();
    case 5:
      if (is(key, "value")) return once(1) && value_field(index);
      if (!is(key, "entry") || !once(2)) return false;
      {
        Text entry;
        if (!json_.string(entry) || !(is(entry, "value") || is(entry, "inputs"))) return false;
        entry_ = entry.raw();
        return true;
      }
    case 6:
      if (is(key, "target")) return once(3) && nested([&] { return target(program.target); });
      if (is(key, "inputs")) return once(4) && nested([&] { return inputs(index); });
      return is(key, "author") && once(5) && ignore_string();
    case 7:
      return is(key, "history") && once(6) && nested([&] { return history(program); });
    case 8:
      if (is(key, "baseline")) return once(7) && nested([&] { return baseline(program.baseline); });
      if (is(key, "evidence")) return once(8) && nested([&] { return evidence(program); });
      if (is(key, "override")) return once(9) && nested([&] { return manual(program); });
      {
        int ignored = 0;
        return is(key, "revision") && once(10) && integer(ignored);
      }
    case 10:
      return is(key, "modifiedAt") && once(11) && ignore_string();
    case 13: {
      bool in_force = false;
      if (!is(key, "notApplicable") || !once(12) || !nested([&] { return not_applicable(in_force); })) return false;
      if (in_force) batch_.mark(program.marks, kDeclared);
      return true;
    }
    case 15:
      return is(key, "indicatorDigest") && once(13) && ignore_string();
    default:
      return false;
  }
}

bool RecordParser::value_field(std::size_t index) {
  const Program& program = batch_.compiled().programs()[index];
  if (program.source != Program::Source::word) return figure(program.value);
  std::string_view word;
  if (!text(word)) return false;
  batch_.set_word(program.value, batch_.compiled().scheme().indicators[index].value.options, word);
  return true;
}

bool RecordParser::inputs(std::size_t index) {
  const Program& program = batch_.compiled().programs()[index];
  const std::vector<Input>& declared = batch_.compiled().scheme().indicators[index].value.inputs;
  constexpr std::size_t kMost = 32;
  if (declared.size() > kMost) return false;
  return members([&](const Text& key) {
    const auto found =
        std::find_if(declared.begin(), declared.end(), [&](const Input& one) { return one.id == key.raw(); });
    if (found == declared.end()) return false;
    const std::size_t at = static_cast<std::size_t>(found - declared.begin());
    return once(static_cast<unsigned>(at)) && figure(program.inputs[at]);
  });
}

bool RecordParser::history(const Program& program) {
  int last = 0;
  return members([&](const Text& key) {
    // In rising order no year can come twice.
    constexpr std::size_t kDigits = 4;
    if (key.size != kDigits) return false;
    int year = 0;
    for (const char digit : key.raw()) {
      if (digit < '0' || digit > '9') return false;
      year = year * 10 + (digit - '0');
    }
    constexpr int kFourDigits = 1000;
    if (year <= last || year < kFourDigits) return false;
    last = year;
    const int back = year_ - year;
    const bool needed = back >= 1 && static_cast<std::size_t>(back) <= program.past.size();
    const int slot = needed ? program.past[static_cast<std::size_t>(back) - 1] : kNoSlot;
    json_.skip_blanks();
    if (json_.peek() != '{') return figure(slot);
    seen_ = 0;
    return members([&](const Text& inner) {
      if (is(inner, "value")) return once(0) && figure(slot);
      return is(inner, "source") && once(1) && ignore_string();
    });
  });
}

bool RecordParser::baseline(int slot) {
  json_.skip_blanks();
  if (json_.peek() != '{') return figure(slot);
  return members([&](const Text& key) {
    if (is(key, "value")) return once(0) && figure(slot);
    if (is(key, "year")) return once(1) && figure(kNoSlot);
    return is(key, "source") && once(2) && ignore_string();
  });
}

bool RecordParser::target(int slot) {
  json_.skip_blanks();
  if (json_.peek() != '{') return figure(slot);
  std::string value;
  std::string_view direction;
  const bool good = members([&](const Text& key) {
    if (is(key, "value")) {
      if (!once(0)) return false;
      json_.skip_blanks();
      Text figure;
      if (json_.peek() == '"' ? !json_.string(figure) : !json_.number(figure)) return false;
      value = JsonScanner::content(figure, reader_.scratch_);
      return true;
    }
    if (is(key, "direction")) {
      Text word;
      if (!once(1) || !json_.string(word) || !(is(word, "atLeast") || is(word, "atMost"))) return false;
      direction = word.raw();
      return true;
    }
    if (is(key, "documentNumber")) return once(2) && ignore_string();
    if (is(key, "date")) return once(3) && ignore_string();
    return is(key, "issuer") && once(4) && ignore_string();
  });
  if (good && slot != kNoSlot) batch_.set_target(slot, value, direction);
  return good;
}

bool RecordParser::evidence(const Program& program) {
  if (!json_.take('[')) return false;
  if (json_.take(']')) return true;
  do {
    seen_ = 0;
    bool has_id = false;
    const bool good = members([&](const Text& key) {
      std::string_view content;
      if (is(key, "id")) {
        has_id = true;
        return once(0) && text(content) && is_id(content);
      }
      const unsigned field = is(key, "title") ? 1U : is(key, "documentNumber") ? 2U : is(key, "fileName") ? 3U : 0U;
      if (field != 0) {
        if (!once(field) || !text(content)) return false;
        if (!is_blank(content)) batch_.mark(program.marks, kHasEvidence);
        return true;
      }
      if (is(key, "issuer")) return once(4) && ignore_string();
      if (is(key, "date")) return once(5) && ignore_string();
      return is(key, "sha256") && once(6) && ignore_string();
    });
    if (!good || !has_id) return false;
  } while (json_.take(','));
  return json_.take(']');
}

bool RecordParser::not_applicable(bool& in_force) {
  return members([&](const Text& key) {
    std::string_view reason;
    if (!is(key, "reason") || !once(0) || !text(reason)) return false;
    in_force = !is_blank(reason);
    return true;
  });
}

bool RecordParser::manual(const Program& program) {
  std::optional<Result> result;
  bool has_reason = false;
  bool has_author = false;
  const bool good = members([&](const Text& key) {
    std::string_view content;
    if (is(key, "result")) {
      if (!once(0) || !text(content)) return false;
      result = verdict_from_token(content);
      return true;
    }
    if (is(key, "reason")) {
      if (!once(1) || !text(content)) return false;
      has_reason = !is_blank(content);
      return true;
    }
    if (is(key, "author")) {
      if (!once(2) || !text(content)) return false;
      has_author = !is_blank(content);
      return true;
    }
    if (is(key, "authority")) return once(3) && ignore_string();
    return is(key, "date") && once(4) && ignore_string();
  });
  if (good && result && has_reason && has_author)
    batch_.mark(program.marks, static_cast<Byte>(static_cast<unsigned>(*result) + 1));
  return good;
}

// ---- measures ----------------------------------------------------------------------------------------------------------

bool RecordParser::measures() {
  return members([&](const Text& key) {
    const auto found = reader_.measures_.find(key.raw());
    if (found == reader_.measures_.end() || reader_.seen_measures_[found->second] == reader_.serial_) return false;
    reader_.seen_measures_[found->second] = reader_.serial_;
    return measure(found->second);
  });
}

bool RecordParser::measure(std::size_t index) {
  const int column = batch_.compiled().measures()[index];
  seen_ = 0;
  return members([&](const Text& key) {
    if (is(key, "state")) {
      Text state;
      if (!once(0) || !json_.string(state)) return false;
      const Byte step = is(state, "notStarted") ? 1 : is(state, "inProgress") ? 2 : is(state, "done") ? 3 : 0;
      if (step != 0) batch_.mark(column, step);
      return step != 0;
    }
    if (is(key, "note")) return once(1) && ignore_string();
    if (is(key, "date")) return once(2) && ignore_string();
    if (!is(key, "notApplicable") || !once(3)) return false;
    const unsigned outer = seen_;
    seen_ = 0;
    bool in_force = false;
    if (!not_applicable(in_force)) return false;
    seen_ = outer;
    if (in_force) batch_.mark(column, kMeasureDeclared);
    return true;
  });
}

}  // namespace luping
