#include "io/batch_reader.h"

#include <algorithm>

#include "io/files.h"
#include "io/record_parser.h"

namespace luping {

BatchReader::BatchReader(Batch& batch) : batch_(batch) {
  const Scheme& scheme = batch.compiled().scheme();
  for (std::size_t i = 0; i < scheme.regions.size(); ++i) regions_.emplace(scheme.regions[i].id, i);
  for (std::size_t i = 0; i < scheme.indicators.size(); ++i) indicators_.emplace(scheme.indicators[i].id, i);
  for (std::size_t i = 0; i < scheme.measures.size(); ++i) measures_.emplace(scheme.measures[i].id, i);
  seen_indicators_.assign(scheme.indicators.size(), 0);
  seen_measures_.assign(scheme.measures.size(), 0);
}

bool BatchReader::knows_region(std::string_view region) const { return regions_.find(region) != regions_.end(); }

BatchReader::Read BatchReader::next(std::string_view& text, std::string_view file, bool lines) {
  if (lines) ++line_;
  diagnostics_.clear();
  while (!text.empty() &&
         (text.front() == '\n' || text.front() == ' ' || text.front() == '\r' || text.front() == '\t')) {
    if (text.front() == '\n' && lines) ++line_;
    if (text.front() == '\n' || lines) {
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    text = {};
    return Read::end;
  }
  if (!batch_.compiled().is_unusual()) {
    if (++serial_ == 0) {  // the numbers begin again
      std::fill(seen_indicators_.begin(), seen_indicators_.end(), 0U);
      std::fill(seen_measures_.begin(), seen_measures_.end(), 0U);
      serial_ = 1;
    }
    JsonScanner json(text.data(), lines);
    RecordParser parser(*this, json);
    if (parser.run()) {
      json.skip_blanks();
      const char* const end = text.data() + text.size();
      if (json.at() == end || (lines && json.at() < end && *json.at() == '\n')) {
        text.remove_prefix(static_cast<std::size_t>(json.at() - text.data()));
        if (!text.empty()) text.remove_prefix(1);
        if (!packs_.empty()) adopt_packs(parser.region(), parser.year());
        return Read::added;
      }
      batch_.drop_row();
    }
  }
  const std::size_t size = lines ? std::min(text.find('\n'), text.size()) : text.size();
  const std::string_view record = text.substr(0, size);
  text.remove_prefix(std::min(size + 1, text.size()));
  return the_long_way(record, file);
}

BatchReader::Read BatchReader::the_long_way(std::string_view record, std::string_view file) {
  ++long_way_;
  Parsed<Assessment> parsed = parse_assessment(record, file, batch_.compiled().scheme());
  diagnostics_ = std::move(parsed.diagnostics);
  for (Diagnostic& diagnostic : diagnostics_) {
    if (diagnostic.line != 0 && line_ > 1) diagnostic.line += line_ - 1;
  }
  if (!parsed.value) return Read::refused;
  for (const TargetPack& pack : packs_) adopt_targets(*parsed.value, pack);
  batch_.add(*parsed.value);
  return Read::added;
}

void BatchReader::adopt_packs(std::string_view region, int year) {
  const auto [found, is_new] = adopted_.try_emplace(std::string(region));
  Assessment& adopted = found->second;
  if (is_new) {
    adopted.region = region;
    for (const TargetPack& pack : packs_) adopt_targets(adopted, pack);
  }
  adopted.year = year;
  batch_.set_assigned(adopted);
}

}  // namespace luping
