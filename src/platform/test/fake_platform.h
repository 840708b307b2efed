// The machine as tests see it: a clock that stands where it is put, ids in sequence, files and drafts kept in memory.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/platform.h"

namespace luping {

class FakePlatform final : public Platform {
 public:
  struct File {
    std::string name;
    std::string bytes;
  };

  std::string time = "2023-11-24T09:30:00+08:00";
  int files_asked_for = 0;
  std::vector<std::string> saved_documents;   ///< the document each of `saved` belongs to
  std::vector<SaveWay> saved_ways;            ///< likewise
  std::map<std::string, std::string> places;  ///< by document
  std::vector<File> saved;                    ///< in the order of saving; whoever tests calls Session::saved
  std::map<std::string, Draft> drafts;        ///< by id
  int drafts_put = 0;
  std::string held;  ///< the draft this window works on
  int reloads = 0;

  std::string settings;  ///< as last kept

  std::string copied_tsv;  ///< as last copied; whoever tests calls Session::copied
  std::string copied_html;

  std::string now() override { return time; }

  std::string new_id() override {
    std::string id = std::to_string(++ids_);
    return id.insert(0, 10 - id.size(), '0');
  }

  void choose_files() override { ++files_asked_for; }

  void save_file(std::string_view document, std::string_view name, std::string_view bytes, SaveWay way) override {
    saved_documents.emplace_back(document);
    saved_ways.push_back(way);
    saved.push_back({std::string(name), std::string(bytes)});
  }

  void copy_table(std::string_view tsv, std::string_view html) override {
    copied_tsv = tsv;
    copied_html = html;
  }
  void set_place(std::string_view document, std::string_view place) override { places[std::string(document)] = place; }

  void put_draft(const Draft& draft) override {
    ++drafts_put;
    drafts[draft.id] = draft;
  }

  void hold_draft(std::string_view id) override { held = id; }
  void reload_drafts() override { ++reloads; }

  void remove_draft(std::string_view id) override { drafts.erase(std::string(id)); }

  void keep_settings(std::string_view text) override { settings = text; }

  /// What the next start of the program finds.
  std::vector<Draft> stored_drafts() const {
    std::vector<Draft> all;
    for (const auto& [id, draft] : drafts) all.push_back(draft);
    return all;
  }

 private:
  int ids_ = 0;
};

}  // namespace luping
