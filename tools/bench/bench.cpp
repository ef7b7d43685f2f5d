// Takes files of UTF-8 text; gives for each the best of several runs of analyze() and to_json()
// in milliseconds, one "FILE MILLISECONDS" a line. tools/bench/bench.mjs runs it.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>

#include "sourcelight/sourcelight.h"

namespace {

using Clock = std::chrono::steady_clock;

double best_milliseconds(const sourcelight::Engine& engine, const std::string& text) {
  constexpr int least_runs = 3;
  constexpr double enough_milliseconds = 1000;
  double best = std::numeric_limits<double>::infinity();
  double total = 0;
  for (int run = 0; run < least_runs || total < enough_milliseconds; ++run) {
    const auto begin = Clock::now();
    const auto report = engine.analyze(std::string_view(text));
    const std::string json = report ? to_json(*report) : report.error().message;
    const std::chrono::duration<double, std::milli> time = Clock::now() - begin;
    if (json.empty()) return 0;  // keeps the work from being optimised away
    best = std::min(best, time.count());
    total += time.count();
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  const sourcelight::Engine engine;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 1;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::cout << argv[i] << ' ' << best_milliseconds(engine, text) << std::endl;
  }
}
