// The weights of priority; see priority.h. They are set by hand after what fact-checkers choose
// (numbers, findings, accusations before dates and forecasts), in steps of 0.05.
#include "signals/priority.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sourcelight {
namespace {

// The weaker the source, the more a claim needs somebody to check it.
constexpr std::array<std::pair<ClaimStatus, double>, 4> kOfStatus = {
    {{ClaimStatus::unsourced, 0.25},
     {ClaimStatus::hidden, 0.25},
     {ClaimStatus::unnamed, 0.2},
     {ClaimStatus::named, 0.05}}};

constexpr std::array<std::pair<SignalKind, double>, 14> kOfSignal = {
    {{SignalKind::accusation, 0.25},
     {SignalKind::casualties, 0.25},
     {SignalKind::number, 0.2},
     {SignalKind::science, 0.2},
     {SignalKind::law, 0.15},
     {SignalKind::ranking, 0.15},
     {SignalKind::superlative, 0.15},
     {SignalKind::comparison, 0.15},
     {SignalKind::cause, 0.15},
     {SignalKind::weasel, 0.1},
     {SignalKind::quoted_words, 0.05},
     {SignalKind::loaded, 0.05},
     {SignalKind::date, 0.05},
     {SignalKind::prediction, 0.05}}};

constexpr double kOfWorth = 0.3;

}  // namespace

double priority_of(const Claim& claim, double check_worthy) {
  if (claim.status == ClaimStatus::none) return 0;
  double sum = kOfWorth * check_worthy;
  for (const auto& [status, weight] : kOfStatus) sum += claim.status == status ? weight : 0;
  for (const auto& [kind, weight] : kOfSignal) {
    const bool has = std::any_of(claim.signals.begin(), claim.signals.end(),
                                 [kind = kind](const Signal& s) { return s.kind == kind; });
    sum += has ? weight : 0;
  }
  return std::min(sum, 1.0);
}

}  // namespace sourcelight
