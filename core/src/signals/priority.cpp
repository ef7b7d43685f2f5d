// The weights of priority; see priority.h. They are set by hand after what fact-checkers choose
// (numbers, findings, accusations before dates and forecasts), in steps of 0.05.
#include "signals/priority.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "words/messages.h"

namespace sourcelight {
namespace {

using Named = std::pair<std::string_view, double>;

constexpr std::string_view kCheckWorthy = "check_worthy";

// What the probability counts, statuses (the weaker the source, the more a claim needs somebody to
// check it), signals. Added in this order.
constexpr std::array<Named, 19> kDefaults = {{{kCheckWorthy, 0.3},
                                              {"unsourced", 0.25},
                                              {"hidden", 0.25},
                                              {"unnamed", 0.2},
                                              {"named", 0.05},
                                              {"accusation", 0.25},
                                              {"casualties", 0.25},
                                              {"number", 0.2},
                                              {"science", 0.2},
                                              {"law", 0.15},
                                              {"ranking", 0.15},
                                              {"superlative", 0.15},
                                              {"comparison", 0.15},
                                              {"cause", 0.15},
                                              {"weasel", 0.1},
                                              {"quoted_words", 0.05},
                                              {"loaded", 0.05},
                                              {"date", 0.05},
                                              {"prediction", 0.05}}};

double weight_of(const Claim& claim, double check_worthy, const Weight& weight) {
  if (weight.name == kCheckWorthy) return weight.weight * check_worthy;
  const bool has =
      to_string(claim.status) == weight.name ||
      std::any_of(claim.signals.begin(), claim.signals.end(),
                  [&](const Signal& signal) { return to_string(signal.kind) == weight.name; });
  return has ? weight.weight : 0;
}

}  // namespace

std::vector<Weight> default_weights() {
  std::vector<Weight> weights;
  weights.reserve(kDefaults.size());
  for (const auto& [name, weight] : kDefaults) weights.push_back({std::string(name), weight});
  return weights;
}

std::variant<std::vector<Weight>, std::string> read_weights(const std::vector<Weight>& changes) {
  std::vector<Weight> weights = default_weights();
  for (const Weight& change : changes) {
    const auto known = std::find_if(weights.begin(), weights.end(),
                                    [&](const Weight& one) { return one.name == change.name; });
    if (known == weights.end()) return say(Message::no_weight, {change.name});
    if (!(change.weight >= 0 && change.weight <= 1)) {
      return say(Message::weight_out_of_range, {change.name});
    }
    known->weight = change.weight;
  }
  return weights;
}

double priority_of(const Claim& claim, double check_worthy, const std::vector<Weight>& weights) {
  if (claim.status == ClaimStatus::none) return 0;
  double sum = 0;
  for (const Weight& weight : weights) sum += weight_of(claim, check_worthy, weight);
  return std::min(sum, 1.0);
}

}  // namespace sourcelight
