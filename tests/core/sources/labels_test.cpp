// What a network says of sources is heard, where there is one.
#include "sources/labels.h"

#include <catch2/catch.hpp>

#include "stages.h"

namespace sourcelight::testing {
namespace {

constexpr auto at(SourceKind kind) { return static_cast<std::size_t>(kind); }

// Every token of kind, with that chance.
SourceLabels all_of_kind(const Stages& stages, SourceKind kind, float chance) {
  SourceLabels labels;
  KindChances chances{};
  chances[at(kind)] = chance;
  chances[at(SourceKind::anonymous)] += 1 - chance;
  labels.kinds.assign(stages.document.tokens.size(), chances);
  return labels;
}

Source only_source(const Stages& stages, const SourceLabels& labels) {
  const SourceTable table = resolve_sources(stages.grammar, stages.attributions, &labels);
  REQUIRE(table.sources.size() == 1);
  return table.sources.front();
}

TEST_CASE("labels without any entries change nothing") {
  const Stages stages("Ada Lind said the bridge was closed.");
  const SourceTable table = resolve_sources(stages.grammar, stages.attributions, nullptr);
  const SourceLabels none;
  CHECK(resolve_sources(stages.grammar, stages.attributions, &none).sources == table.sources);
}

TEST_CASE("a kind that the labels are sure of is heard") {
  const Stages stages("The Vorrel said the bridge was closed.");
  CHECK(only_source(stages, all_of_kind(stages, SourceKind::document, 0.9F)).kind ==
        SourceKind::document);
}

TEST_CASE("a labelled title belongs to the name beside it") {
  const Stages stages("The bridge is closed, said Ada Lind, keeper of the keys.");
  SourceLabels labels;
  for (std::uint32_t t = 0; t < stages.document.tokens.size(); ++t) {
    if (stages.document.tokens[t].norm == "keeper") labels.titles.push_back({t, t + 4});
  }
  CHECK(only_source(stages, labels).title == "keeper of the keys");
}

}  // namespace
}  // namespace sourcelight::testing
