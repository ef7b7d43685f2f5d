// Contract in labels.h.
#include "sources/labels.h"

#include <algorithm>

namespace sourcelight {

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

NameKind name_kind(const SourceLabels* labels, std::uint32_t token) {
  return labels && token < labels->names.size() ? labels->names[token] : NameKind::none;
}

}  // namespace sourcelight
