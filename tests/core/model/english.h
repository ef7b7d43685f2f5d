// The project's own weight files, and what reads by them, for tests.
#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "model/model.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight::testing {

inline std::vector<std::uint8_t> bytes_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(std::string("cannot open ") + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Of the labeller.
inline std::vector<std::uint8_t> english_model() { return bytes_of(SOURCELIGHT_MODEL); }

// Of the encoder.
inline std::vector<std::uint8_t> careful_model() { return bytes_of(SOURCELIGHT_CAREFUL_MODEL); }

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
