// What assets/samples/EXPECTED.md says of one sample: results worked out by hand, without this program.
#pragma once

#include <map>
#include <regex>
#include <sstream>
#include <string>

#include "support/repository.h"

namespace luping::test {

struct Hand {
  std::map<std::string, std::string> verdicts;  ///< indicator: result token
  std::map<std::string, std::string> why;       ///< indicator: the working
  std::map<std::string, std::size_t> counts;    ///< result token: how many
  std::string conclusion;
};

/// The part of the page whose heading names the file.
inline Hand by_hand(const std::string& file) {
  std::istringstream page(read_repository_file("assets/samples/EXPECTED.md"));
  Hand hand;
  bool here = false;
  const std::regex row(R"(\| ([0-9A-Za-z.]+) \| ([a-z]+) \| (.*) \|)");
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) here = line.find(file) != std::string::npos;
    if (!here) continue;
    std::smatch match;
    if (std::regex_match(line, match, row) && match[1] != "indicator") {
      hand.verdicts[match[1]] = match[2];
      hand.why[match[1]] = match[3];
    }
    if (line.starts_with("Counts: ")) {
      const std::regex count("([a-z]+) ([0-9]+)");
      for (std::sregex_iterator it(line.begin(), line.end(), count), end; it != end; ++it)
        hand.counts[(*it)[1]] = std::stoul((*it)[2]);
    }
    if (line.starts_with("Conclusion: ")) hand.conclusion = line.substr(12, line.find('.') - 12);
  }
  return hand;
}

}  // namespace luping::test
