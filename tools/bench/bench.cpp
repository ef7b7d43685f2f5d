// Takes a weight file and files of UTF-8 text; gives for each text the processor's time of the
// quickest of several runs of analyze() and to_json() in milliseconds, one "FILE MILLISECONDS" a
// line. tools/bench/bench.mjs runs it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace {

double best_milliseconds(const sourcelight::Engine& engine, const std::string& text) {
  constexpr int enough_runs = 3;
  constexpr double enough_milliseconds = 1000;
  constexpr double most_milliseconds = 3000;
  double best = std::numeric_limits<double>::infinity();
  double total = 0;
  for (int run = 0; total < most_milliseconds; ++run) {
    if (run >= enough_runs && total >= enough_milliseconds) break;
    const std::clock_t begin = std::clock();
    const auto report = engine.analyze(std::string_view(text));
    const std::string json = report ? to_json(*report) : report.error().message;
    const auto ticks = static_cast<double>(std::clock() - begin);
    if (json.empty()) return 0;  // keeps the work from being optimised away
    const double time = ticks * 1000 / CLOCKS_PER_SEC;
    best = std::min(best, time);
    total += time;
  }
  return best;
}

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << path << ": cannot be read\n";
    std::exit(1);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::string bytes = read_file(argv[1]);
  const auto engine = sourcelight::Engine::with_model({bytes.begin(), bytes.end()});
  if (!engine) {
    std::cerr << argv[1] << ": " << engine.error().message << '\n';
    return 1;
  }
  for (int i = 2; i < argc; ++i) {
    std::cout << argv[i] << ' ' << best_milliseconds(*engine, read_file(argv[i])) << std::endl;
  }
}
