// What the measuring programs share: files and the clock.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// All bytes of a file; empty when it cannot be read.
inline std::string file_bytes(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// A call that stays a call: a WebAssembly engine puts better code in place of a function only from one call to the next.
template <class Action>
[[gnu::noinline]] void call(Action& action) {
  action();
}

/// How long `action` takes, in seconds: the median of some repetitions.
template <class Action>
double median_seconds(int repetitions, Action action) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> times;
  for (int i = 0; i < repetitions; ++i) {
    const auto start = Clock::now();
    call(action);
    times.push_back(std::chrono::duration<double>(Clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}
