// Contract in model.h.
#include "model/model.h"

#include <algorithm>

namespace sourcelight::model {
namespace {

double read_off(Vector curve, double sureness) {
  const double place = std::clamp(sureness, 0.0, 1.0) * (reliability_points - 1);
  const auto below = std::min(static_cast<std::size_t>(place), reliability_points - 2);
  const double share = place - static_cast<double>(below);
  return (1 - share) * static_cast<double>(curve[below]) +
         share * static_cast<double>(curve[below + 1]);
}

}  // namespace

std::variant<std::shared_ptr<const Model>, std::string> Model::read(
    std::vector<std::uint8_t> bytes) {
  auto weights = read_weights(bytes);
  if (auto* problem = std::get_if<std::string>(&weights)) return std::move(*problem);
  const std::shared_ptr<Model> model(new Model);
  model->bytes_ = std::move(bytes);  // moving keeps the bytes where they are
  model->weights_ = std::get<Weights>(std::move(weights));
  return model;
}

Labels Model::label(const Grammar& grammar, Recall* recall, const Progress& on_progress) const {
  return label_tokens(weights_, grammar.document, read_features(grammar), recall, on_progress);
}

double Model::calibrated(double sureness) const { return read_off(weights_.reliability, sureness); }

double Model::calibrated_status(double sureness) const {
  return read_off(weights_.status_reliability, sureness);
}

}  // namespace sourcelight::model
