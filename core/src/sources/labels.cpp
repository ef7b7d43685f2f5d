// Contract in labels.h.
#include "sources/labels.h"

#include <algorithm>

namespace sourcelight {
namespace {

// Labels of a task of spans: 0 is none, then begin and inside of each kind.
bool begins(std::uint8_t label) { return label % 2 == 1; }

// The likeliest kind has what it is sure of, the others share the rest. Label 0 is no source.
KindChances chances_of(std::uint8_t label, float probability) {
  KindChances chances{};
  if (label == 0) return chances;
  chances.fill((1 - probability) / static_cast<float>(chances.size() - 1));
  chances[label - 1U] = probability;
  return chances;
}

}  // namespace

SourceLabels source_labels(const model::Labels& labels) {
  SourceLabels found;
  const model::TaskLabels& kinds = labels.of(model::Task::kind);
  for (std::size_t t = 0; t < kinds.best.size(); ++t) {
    found.kinds.push_back(chances_of(kinds.best[t], kinds.probability[t]));
  }
  const std::vector<std::uint8_t>& titles = labels.of(model::Task::title).best;
  for (std::uint32_t t = 0; t < titles.size(); ++t) {
    if (titles[t] == 0) continue;
    if (begins(titles[t]) || found.titles.empty() || found.titles.back().last != t) {
      found.titles.push_back({t, t});
    }
    found.titles.back().last = t + 1;
  }
  return found;
}

KindChances kind_chances(const SourceLabels* labels, TokenRange phrase) {
  KindChances chances{};
  if (!labels || labels->kinds.empty()) return chances;
  float all = 0;
  const auto size = static_cast<std::uint32_t>(labels->kinds.size());
  for (std::uint32_t t = phrase.first; t < std::min(phrase.last, size); ++t) {
    for (std::size_t kind = 0; kind < chances.size(); ++kind) {
      chances[kind] += labels->kinds[t][kind];
      all += labels->kinds[t][kind];
    }
  }
  if (all <= 0) return KindChances{};
  for (float& chance : chances) chance /= all;
  return chances;
}

}  // namespace sourcelight
