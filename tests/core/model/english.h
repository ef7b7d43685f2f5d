// The project's own weight file, and what reads by it, for tests.
#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <variant>
#include <vector>

#include "model/model.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight::testing {

// Its bytes.
inline std::vector<std::uint8_t> english_model() {
  std::ifstream file(SOURCELIGHT_MODEL, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " SOURCELIGHT_MODEL);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Read once.
inline const model::Model& english() {
  static const auto model =
      std::get<std::shared_ptr<const model::Model>>(model::Model::read(english_model()));
  return *model;
}

inline const Engine& english_engine() {
  static const Engine engine = *Engine::with_model(english_model());
  return engine;
}

}  // namespace sourcelight::testing
