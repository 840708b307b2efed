// Assessments as JSON, one after another, straight into the columns of a batch: no tree is built on the way.
//
// A record takes the short way only where parse_assessment() is certain to accept it without an error and to find the same data in
// it; everything else (an unknown or repeated field, a wrong type, another version, targets of its own …) goes through
// parse_assessment(), whose diagnostics are this reader's. So both refuse the same records. Warnings do not change verdicts and are
// given for the records that went the long way; for all of them: parse_assessment().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/batch/batch.h"
#include "core/check/diagnostic.h"
#include "core/model/assessment.h"

namespace luping {

class BatchReader {
 public:
  /// Bytes that must be readable behind a text; the first of them is zero.
  static constexpr std::size_t kPadding = 16;

  explicit BatchReader(Batch& batch);
  BatchReader(const BatchReader&) = delete;
  BatchReader& operator=(const BatchReader&) = delete;

  /// Target packs for all records; they take the place of what a record has for the same indicator and year.
  void set_packs(std::vector<TargetPack> packs) { packs_ = std::move(packs); }

  enum class Read {
    end,      ///< nothing but blanks
    added,    ///< the batch has one row more
    refused,  ///< diagnostics() says why
  };
  /// The next line of `text` (with `lines` false: all of it), which is cut off it. Blank lines are passed over. REQUIRES: kPadding.
  Read next(std::string_view& text, std::string_view file, bool lines);

  /// The line next() read from, from 1; set_line(0) begins a file.
  std::size_t line() const { return line_; }
  void set_line(std::size_t line) { line_ = line; }
  /// Of the last record, errors and warnings.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  /// How many records went the long way.
  std::size_t long_way() const { return long_way_; }

 private:
  friend class RecordParser;

  Read the_long_way(std::string_view record, std::string_view file);
  void adopt_packs(std::string_view region, int year);
  bool knows_region(std::string_view region) const;

  Batch& batch_;
  std::unordered_map<std::string_view, std::size_t> regions_, indicators_, measures_;
  std::vector<std::uint32_t> seen_indicators_, seen_measures_;  ///< by the serial number of the record
  std::uint32_t serial_ = 0;
  std::vector<TargetPack> packs_;
  std::unordered_map<std::string, Assessment> adopted_;  ///< what the packs have for a region
  std::vector<Diagnostic> diagnostics_;
  std::string scratch_, id_;
  std::size_t line_ = 0;
  std::size_t long_way_ = 0;
};

}  // namespace luping
