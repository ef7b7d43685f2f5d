// What the rules tell the labeller of each token.
#include "attribution/hints.h"

#include <catch2/catch.hpp>

#include "attribution/rules.h"
#include "stages.h"

namespace sourcelight {
namespace {

std::vector<int> hints_of(std::string_view text) {
  const testing::Stages stages(text);
  const auto hints = rule_hints(stages.grammar, attributions_by_rules(stages.grammar));
  return {hints.begin(), hints.end()};
}

TEST_CASE("a quotation with a speaker gives sure hints: content, cue, source") {
  // “ It rains , ” said Mara Lind .
  CHECK(hints_of("“It rains,” said Mara Lind.") == std::vector<int>{5, 6, 6, 6, 6, 3, 1, 2, 0});
}

TEST_CASE("where nobody says anything there is no hint") {
  CHECK(hints_of("It rained.") == std::vector<int>{0, 0, 0});
  CHECK(hints_of("").empty());
}

TEST_CASE("an attribution inside another's content gives hints of its own") {
  const auto hints = hints_of("Lind said that Mr Holm had claimed that it rained.");
  CHECK(std::count(hints.begin(), hints.end(), 19) == 2);
  CHECK(std::count(hints.begin(), hints.end(), 20) >= 1);
}

}  // namespace
}  // namespace sourcelight
