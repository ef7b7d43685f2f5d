// The project's own weight file, for tests.
#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace sourcelight::testing {

// Its bytes.
inline std::vector<std::uint8_t> english_model() {
  std::ifstream file(SOURCELIGHT_MODEL, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " SOURCELIGHT_MODEL);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace sourcelight::testing
