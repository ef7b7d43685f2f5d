// Holds attribution/attribution.h: the cases of all rules, nesting, order and confidence.
#include "attribution/attribution.h"

#include <catch2/catch.hpp>

#include "cases.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

TEST_CASE("attributions are found as the cases say") {
  for (const Case& each : read_cases("attribution")) {
    const Stages stages(each.input);
    const std::string printed = print_attributions(stages.document, stages.attributions);
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, printed));
    CHECK(printed == each.expected);
  }
}

TEST_CASE("ids count attributions in the order of the text") {
  const Stages stages(
      "The mayor said it rained. \"It will snow,\" said Peter Berg. Rain is expected. According to "
      "the report, the bridge will fall.");
  REQUIRE(stages.attributions.size() >= 4);
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < stages.attributions.size(); ++i) {
    const Attribution& each = stages.attributions[i];
    CHECK(each.id == i);
    std::uint32_t first = std::min(each.cue.front().begin, each.content.front().begin);
    if (!each.source.empty()) first = std::min(first, each.source.front().begin);
    CHECK(begin <= first);
    begin = first;
  }
}

TEST_CASE("confidence is more than nothing and at most certainty") {
  const Stages stages("The mayor said it rained. Rain is expected, according to the report.");
  REQUIRE_FALSE(stages.attributions.empty());
  for (const Attribution& each : stages.attributions) {
    CHECK(each.confidence > 0);
    CHECK(each.confidence <= 1);
  }
}

TEST_CASE("a parent is the nearest content around, not a farther one") {
  const Stages stages(
      "The mayor said the Herald reported that Peter Berg believed that it rained.");
  REQUIRE(stages.attributions.size() == 3);
  CHECK_FALSE(stages.attributions[0].parent);
  CHECK(stages.attributions[1].parent == 0U);
  CHECK(stages.attributions[2].parent == 1U);
}

TEST_CASE("attributions side by side have no parent") {
  const Stages stages("The mayor said it rained. The council said it snowed.");
  REQUIRE(stages.attributions.size() == 2);
  CHECK_FALSE(stages.attributions[0].parent);
  CHECK_FALSE(stages.attributions[1].parent);
}

TEST_CASE("following parents always comes to an end") {
  std::string text;
  for (int i = 0; i < 30; ++i) {
    text += "The mayor said the council believed that the Herald reported that it rained, ";
    text += "according to a report that said \"the mayor said it rained,\" he said. ";
  }
  const Stages stages(text);
  for (const Attribution& each : stages.attributions) {
    std::size_t steps = 0;
    for (auto parent = each.parent; parent; parent = stages.attributions[*parent].parent) {
      REQUIRE(++steps <= stages.attributions.size());
    }
  }
}

TEST_CASE("a text may break off after any word") {
  const std::string text =
      "Lind, who said \"it rained,\" told us that Moss is said to want, according to a report "
      "given "
      "in May, the claim by Berg that it is expected to be said said said";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const Stages stages(std::string_view(text).substr(0, length));
    CHECK(stages.sources.of.size() == stages.attributions.size());
  }
}

TEST_CASE("a text without words has no attributions") {
  for (const char* text : {"", "\n\n", "\"\"", "\"", "...", ":", "said", "\"said\"", "— said —"}) {
    INFO(text);
    CHECK(Stages(text).attributions.empty());
  }
}

}  // namespace
}  // namespace sourcelight::testing
