// One record of a batch reader on the short way. Part of BatchReader.
#pragma once

#include "io/batch_reader.h"
#include "io/json_scanner.h"

namespace luping {

class RecordParser {
 public:
  RecordParser(BatchReader& reader, JsonScanner& json) : reader_(reader), batch_(reader.batch_), json_(json) {}

  /// Reads one record into the batch; false: nothing was added, and it must go the long way.
  bool run();

  std::string_view region() const { return region_; }
  int year() const { return year_; }

 private:
  using Text = JsonScanner::Text;
  struct Declaration {
    bool in_force = false;
  };

  template <typename Field>
  bool members(const Field& field);
  bool once(unsigned bit);
  bool ignore_string();
  bool integer(int& number);
  bool figure(int slot);
  bool text(std::string_view& content);

  bool top_field(const Text& key);
  bool scheme();
  bool region_field();
  bool open_row();
  bool later(const char*& place);
  bool attributes();
  bool answers();
  bool answer(std::size_t index);
  bool answer_field(const Text& key, std::size_t index);
  bool value_field(std::size_t index);
  bool inputs(std::size_t index);
  bool history(const batch::Program& program);
  bool baseline(int slot);
  bool target(int slot);
  bool evidence(const batch::Program& program);
  bool not_applicable(bool& in_force);
  bool manual(const batch::Program& program);
  bool measures();
  bool measure(std::size_t index);
  bool empty_list();

  BatchReader& reader_;
  Batch& batch_;
  JsonScanner& json_;
  unsigned seen_ = 0;  ///< fields of the object being read
  bool open_ = false;
  bool has_scheme_ = false;
  bool has_format_ = false, has_version_ = false;
  bool has_year_ = false;
  std::string_view region_, id_;
  int year_ = 0;
  std::string_view entry_;
  const char* attributes_at_ = nullptr;
  const char* answers_at_ = nullptr;
  const char* measures_at_ = nullptr;
};

}  // namespace luping
