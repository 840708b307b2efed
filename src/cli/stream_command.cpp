#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/load.h"
#include "core/batch/batch.h"
#include "io/batch_reader.h"
#include "io/files.h"
#include "io/json_scanner.h"

namespace luping::cli {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr std::size_t kLongestRecord = std::size_t{50} << 20;

void append_text(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte / 16U];
      out += kHex[byte % 16U];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_field(std::string& out, std::string_view key, std::string_view text) {
  append_text(out, key);
  out += ':';
  append_text(out, text);
}

/// A scheme with what judges its records.
struct Pipeline {
  explicit Pipeline(const Scheme& one) : compiled(CompiledScheme::compile(one)), batch(compiled), reader(batch) {}

  CompiledScheme compiled;
  Batch batch;
  BatchReader reader;
};

class Stream {
 public:
  explicit Stream(const Options& options) : options_(options), loader_(options) {}

  int run() {
    for (const std::string& path : options_.operands) {
      if (!read_file(path)) return kBadInput;
    }
    return refused_ ? kBadInput : satisfied_ ? kSatisfied : kNotSatisfied;
  }

 private:
  struct FileCloser {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };

  /// A record of the chunk: a row of the batch, or the line that stands for a refused one.
  struct Record {
    std::size_t line = 0;
    std::string refusal;
  };

  // False when nothing can go on: no scheme, or no target pack.
  bool read_file(const std::string& path) {
    const std::unique_ptr<std::FILE, FileCloser> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) {
      Diagnostic diagnostic;
      diagnostic.code = DiagnosticCode::file_unreadable;
      diagnostic.file = path;
      diagnostic.arguments = {std::strerror(errno)};
      refuse(path, 0, {diagnostic});
      return flush(path);
    }
    line_ = 0;
    std::string text;
    std::size_t kept = 0;
    bool first = true;
    bool lines = true;
    for (bool ended = false; !ended;) {
      text.resize(kept + kChunk + BatchReader::kPadding);
      const std::size_t got = std::fread(text.data() + kept, 1, kChunk, file.get());
      ended = got == 0;
      const std::size_t size = kept + got;
      if (first && size > 0) {
        text[size] = '\0';
        lines = !is_one_document({text.data(), size});
        first = false;
      }
      // Up to the last whole line; of a document over many lines, all of it.
      std::size_t whole = size;
      if (!ended) {
        const std::size_t last = lines ? std::string_view(text.data(), size).rfind('\n') : std::string_view::npos;
        whole = last == std::string_view::npos ? 0 : last + 1;
        if (whole == 0 && size > kLongestRecord) {
          Diagnostic diagnostic;
          diagnostic.code = DiagnosticCode::file_too_large;
          diagnostic.file = path;
          diagnostic.arguments = {std::to_string(kLongestRecord >> 20)};
          refuse(path, line_ + 1, {diagnostic});
          return flush(path);
        }
      }
      if (whole > 0) {
        std::memset(text.data() + size, 0, BatchReader::kPadding);
        const char after = text[whole];
        text[whole] = '\0';
        if (!read_chunk({text.data(), whole}, path, lines)) return false;
        text[whole] = after;
      }
      kept = size - whole;
      std::memmove(text.data(), text.data() + whole, kept);
    }
    return true;
  }

  /// One JSON text over several lines: its first line is not one, and what follows does not begin a record.
  static bool is_one_document(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    JsonScanner json(text.data(), true);
    if (json.skip_value()) return false;
    const std::size_t next = text.find_first_not_of(" \t\r\n", std::min(text.find('\n'), text.size()));
    return next != std::string_view::npos && !text.substr(next).starts_with("{\"");
  }

  bool use_scheme(const std::string& id, const std::string& path) {
    const Scheme* scheme = loader_.scheme(id);
    if (scheme == nullptr) return false;
    std::unique_ptr<Pipeline>& pipeline = pipelines_[scheme];
    if (pipeline == nullptr) {
      pipeline = std::make_unique<Pipeline>(*scheme);
      auto packs = loader_.packs(*scheme);
      if (!packs) return false;
      pipeline->reader.set_packs(*std::move(packs));
    }
    if (current_ != nullptr && current_ != pipeline.get() && !flush(path)) return false;
    current_ = pipeline.get();
    return true;
  }

  bool read_chunk(std::string_view rest, const std::string& path, bool lines) {
    if (current_ == nullptr && !use_scheme(identify(first_record(rest, lines), path).scheme, path)) return false;
    while (true) {
      const std::string_view before = rest;
      current_->reader.set_line(line_);
      BatchReader::Read read = current_->reader.next(rest, path, lines);
      if (read == BatchReader::Read::refused && is_of_other_scheme()) {
        const std::string id = identify(first_record(before, lines), path).scheme;
        Pipeline* const previous = current_;
        if (!use_scheme(id, path)) return false;
        if (current_ != previous) {
          rest = before;
          continue;
        }
      }
      line_ = current_->reader.line();
      if (read == BatchReader::Read::end) break;
      if (read == BatchReader::Read::added) {
        records_.push_back({std::max<std::size_t>(line_, 1), {}});
      } else {
        refuse(path, std::max<std::size_t>(line_, 1), current_->reader.diagnostics());
      }
    }
    if (lines && line_ > 0) --line_;  // the end of the chunk was counted as a line
    return flush(path);
  }

  static std::string_view first_record(std::string_view text, bool lines) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return lines ? text.substr(0, text.find('\n')) : text;
  }

  bool is_of_other_scheme() const {
    for (const Diagnostic& diagnostic : current_->reader.diagnostics()) {
      if (diagnostic.code == DiagnosticCode::unknown_scheme) return true;
    }
    return false;
  }

  void refuse(const std::string& path, std::size_t line, const std::vector<Diagnostic>& diagnostics) {
    refused_ = true;
    std::string out = "{";
    append_field(out, "file", path);
    out += ",\"line\":" + std::to_string(line) + ",\"error\":[";
    bool first = true;
    for (const Diagnostic& one : diagnostics) {
      if (one.severity != Severity::error) continue;
      std::cerr << to_line(one, options_.language) << "\n";
      out += first ? "{" : ",{";
      first = false;
      append_field(out, "message", message_of(one, options_.language));
      out += ',';
      append_field(out, "pointer", one.pointer);
      out += ",\"line\":" + std::to_string(one.line) + ",\"column\":" + std::to_string(one.column) + "}";
    }
    out += "]}\n";
    records_.push_back({line, std::move(out)});
  }

  void append_row(std::string& out, const std::string& path, std::size_t line, std::size_t row) {
    const Batch& batch = current_->batch;
    const Scheme& scheme = batch.compiled().scheme();
    out += '{';
    append_field(out, "file", path);
    out += ",\"line\":" + std::to_string(line) + ",";
    append_field(out, "id", batch.id(row));
    out += ",\"scheme\":{";
    append_field(out, "id", scheme.id);
    out += ',';
    append_field(out, "version", scheme.version);
    out += "},";
    append_field(out, "region", batch.region(row));
    out += ",\"year\":" + std::to_string(batch.year(row)) + ",";
    append_field(out, "conclusion", token_of(batch.conclusion(row)));
    out += ",\"gates\":{";
    for (std::size_t i = 0; i < scheme.gates.size(); ++i) {
      if (i > 0) out += ',';
      append_field(out, scheme.gates[i].id, token_of(batch.gate(row, i)));
    }
    out += "},\"results\":{";
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      if (i > 0) out += ',';
      append_field(out, scheme.indicators[i].id, token_of(batch.result(row, i)));
    }
    out += "},\"gaps\":{";
    bool first = true;
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      const double gap = batch.gap(row, i);
      if (!std::isfinite(gap)) continue;
      if (!first) out += ',';
      first = false;
      append_text(out, scheme.indicators[i].id);
      char number[40];
      std::snprintf(number, sizeof number, ":%.12g", gap == 0 ? 0.0 : gap);
      out += number;
    }
    out += "}}\n";
    satisfied_ = satisfied_ && batch.conclusion(row) == Result::pass;
  }

  /// Writes the records read so far, in their order.
  bool flush(const std::string& path) {
    std::string out;
    std::size_t row = 0;
    if (current_ != nullptr) current_->batch.evaluate(true);
    for (const Record& record : records_) {
      if (record.refusal.empty()) {
        append_row(out, path, record.line, row++);
      } else {
        out += record.refusal;
      }
    }
    std::cout << out;
    records_.clear();
    if (current_ != nullptr) current_->batch.clear();
    return true;
  }

  const Options& options_;
  Loader loader_;
  std::map<const Scheme*, std::unique_ptr<Pipeline>> pipelines_;
  Pipeline* current_ = nullptr;
  std::vector<Record> records_;
  std::size_t line_ = 0;
  bool refused_ = false;
  bool satisfied_ = true;
};

}  // namespace

int run_stream(const Options& options) { return Stream(options).run(); }

}  // namespace luping::cli
