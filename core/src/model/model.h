// A weight file, of the labeller or of the encoder, with the bytes it is read from: what an Engine
// keeps.
// tests/core/model/model_test.cpp holds it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/encoder.h"
#include "model/labeller.h"

namespace sourcelight::model {

class Model {
 public:
  // The model, or why the bytes hold none.
  [[nodiscard]] static std::variant<std::shared_ptr<const Model>, std::string> read(
      std::vector<std::uint8_t> bytes);

  [[nodiscard]] Labels label(const Grammar& grammar, Recall* recall = nullptr,
                             const Progress& on_progress = {}) const;

  // Attributions and statuses that the labels are so sure of (0 to 1) are right how often (0 to 1)?
  [[nodiscard]] double calibrated(double sureness) const;
  [[nodiscard]] double calibrated_status(double sureness) const;

 private:
  Model() = default;

  std::vector<std::uint8_t> bytes_;
  std::variant<Weights, EncoderWeights> weights_;  // points into bytes_
};

}  // namespace sourcelight::model
