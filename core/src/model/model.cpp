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

// Why there is no network; empty if there is one, which is put into `weights`.
template <typename Network>
std::string read_into(std::variant<Weights, EncoderWeights>& weights,
                      std::variant<Network, std::string> network) {
  if (auto* problem = std::get_if<std::string>(&network)) return std::move(*problem);
  weights = std::get<Network>(std::move(network));
  return {};
}

}  // namespace

std::variant<std::shared_ptr<const Model>, std::string> Model::read(
    std::vector<std::uint8_t> bytes) {
  const std::shared_ptr<Model> model(new Model);
  model->bytes_ = std::move(bytes);
  std::string problem = is_encoder(model->bytes_)
                            ? read_into(model->weights_, read_encoder(model->bytes_))
                            : read_into(model->weights_, read_weights(model->bytes_));
  if (!problem.empty()) return problem;
  return model;
}

Labels Model::label(const Grammar& grammar, Recall* recall, const Progress& on_progress) const {
  const std::vector<TokenFeatures> features = read_features(grammar);
  if (const auto* encoder = std::get_if<EncoderWeights>(&weights_)) {
    return label_by_encoder(*encoder, grammar, features, recall, on_progress);
  }
  return label_tokens(std::get<Weights>(weights_), grammar.document, features, recall, on_progress);
}

double Model::calibrated(double sureness) const {
  return std::visit([&](const auto& w) { return read_off(w.reliability, sureness); }, weights_);
}

double Model::calibrated_status(double sureness) const {
  return std::visit([&](const auto& w) { return read_off(w.status_reliability, sureness); },
                    weights_);
}

}  // namespace sourcelight::model
