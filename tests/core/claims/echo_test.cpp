// Holds claims/echo.h and claims/words.h: the same said twice, and numbers that do not agree.
#include "claims/echo.h"

#include <catch2/catch.hpp>

#include "cases.h"
#include "claims/words.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

Echoes echoes_in(const Stages& stages) {
  return find_echoes(stages.grammar, stages.sources, stages.claims);
}

// "1 = 3: words == words", claims counted from 1, then "number | number" for contradictions.
std::string print_echoes(const Document& document, const Echoes& echoes) {
  std::string lines;
  const auto line = [&](const std::string& text) { lines += (lines.empty() ? "" : "\n") + text; };
  for (std::size_t i = 0; i < echoes.claims.size(); ++i) {
    for (const std::uint32_t other : echoes.claims[i].echoes) {
      if (other < i) continue;
      line(std::to_string(i + 1) + " = " + std::to_string(other + 1) + ": " +
           words_at(document, echoes.claims[i].spans) +
           " == " + words_at(document, echoes.claims[other].spans));
    }
  }
  for (const Contradiction& each : echoes.contradictions) {
    line(words_at(document, each.span) + " | " + words_at(document, each.other_span));
  }
  return lines;
}

TEST_CASE("echoes and contradictions are found as the cases say") {
  for (const Case& each : read_cases("echo")) {
    const Stages stages(each.input);
    const std::string printed = print_echoes(stages.document, echoes_in(stages));
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, printed));
    CHECK(printed == each.expected);
  }
}

TEST_CASE("an echo points both ways, and the article's own claim says who is given for it") {
  const Stages stages(
      "The old bridge will close for repairs in May.\n\nTraffic was light.\n\nThe old bridge will "
      "close for repairs in May, Ada Lind said.");
  const Echoes echoes = echoes_in(stages);
  REQUIRE(echoes.claims.size() == 3);
  CHECK(echoes.claims[0].echoes == std::vector<std::uint32_t>{2});
  CHECK(echoes.claims[2].echoes == std::vector<std::uint32_t>{0});
  CHECK(echoes.claims[0].why ==
        "Stated in the article’s own voice; Ada Lind is given for it in paragraph 3.");
}

const Language& english = Language::built_in();

TEST_CASE("a stem is the same for the regular forms of a word") {
  CHECK(stem(english, "killed") == stem(english, "kill"));
  CHECK(stem(english, "killing") == stem(english, "kills"));
  CHECK(stem(english, "cases") == stem(english, "case"));
  CHECK(stem(english, "studies") == stem(english, "study"));
  CHECK(stem(english, "stopped") == stem(english, "stop"));
  CHECK(stem(english, "bus") == "bus");
  CHECK(stem(english, "was") == "was");
}

TEST_CASE("a quantity has its scale and what it counts") {
  const Stages stages("The bridge cost £14.2 million and 2,000 workers built it in 1990.");
  std::vector<Quantity> quantities;
  for (std::uint32_t t = 0; t < stages.grammar.tags.size(); ++t) {
    if (auto quantity = quantity_at(stages.grammar, t)) quantities.push_back(*quantity);
  }
  REQUIRE(quantities.size() == 2);
  CHECK(quantities[0].value == Approx(14.2e6));
  CHECK(quantities[0].unit == "£");
  CHECK(quantities[1].value == 2000);
  CHECK(quantities[1].unit == stem(english, "workers"));
}

}  // namespace
}  // namespace sourcelight::testing
