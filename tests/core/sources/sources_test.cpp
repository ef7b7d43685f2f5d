// Holds sources/sources.h: who the sources are, how often and how much they speak.
#include "sources/sources.h"

#include <catch2/catch.hpp>

#include "attribution/attribution.h"
#include "cases.h"
#include "labelled_text.h"
#include "model/english.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

// By the words alone: what the labeller says of kinds and titles is left out. A text with the marks
// of labelled_text.h says itself who says what, else the labeller does.
std::string sources_in(const std::string& text) {
  if (text.find("C[") != std::string::npos) {
    LabelledText told(text, 1.0F);
    const auto attributions = attributions_by_labels(told.grammar, told.labels);
    return print_sources(told.document, resolve_sources(told.grammar, attributions).sources);
  }
  const Stages stages(text);
  return print_sources(stages.document,
                       resolve_sources(stages.grammar, stages.attributions).sources);
}

TEST_CASE("sources are resolved as the cases say") {
  for (const Case& each : read_cases("sources")) {
    const std::string printed = sources_in(each.input);
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, printed));
    CHECK(printed == each.expected);
  }
}

// A case that is read right again goes to the folder "sources".
TEST_CASE("sources that were lost with a smaller tagger are still lost, and are not forgotten") {
  for (const Case& each : read_cases("sources_not_yet")) {
    INFO(each.name << " is read as it should be: move it to tests/cases/sources");
    CHECK(sources_in(each.input) != each.expected);
  }
}

TEST_CASE("a title may begin with a participle, which is none of what leads to it") {
  const auto report = english_engine().analyze(
      "“We lose money on every trip,” managing director Jonas Rask told the Post. Several people, "
      "including director Ada Lind, said it was not so.");
  REQUIRE(report->sources.size() >= 2);
  CHECK(report->sources[0].title == "managing director");
  CHECK(report->sources[1].title == "director");
}

TEST_CASE("a source counts its statements and their words") {
  const Stages stages("Anna Moss said the bridge was safe. Moss said it would open in May.");
  REQUIRE(stages.sources.sources.size() == 1);
  CHECK(stages.sources.sources[0].statements == 2);
  CHECK(stages.sources.sources[0].words == 9);
}

TEST_CASE("words that stand in somebody else's statement are counted with the outer one") {
  const Stages stages("Anna Moss said Peter Berg said the bridge was safe.");
  REQUIRE(stages.sources.sources.size() == 2);
  CHECK(stages.sources.sources[0].words == 7);
  CHECK(stages.sources.sources[1].statements == 1);
  CHECK(stages.sources.sources[1].words == 0);
}

TEST_CASE("every attribution has its source, or none if nobody is given") {
  const Stages stages("The mayor said it rained. Rain is expected. The council said it snowed.");
  const auto& of = stages.sources.of;
  REQUIRE(of.size() == stages.attributions.size());
  REQUIRE(of.size() == 3);
  CHECK(of[0].has_value());
  CHECK_FALSE(of[1].has_value());
  CHECK(of[2].has_value());
  CHECK(of[0] != of[2]);
}

TEST_CASE("sources stand in the order in which they first speak") {
  const Stages stages("Peter Berg met Anna Moss. Moss said it rained. Berg said it snowed.");
  REQUIRE(stages.sources.sources.size() == 2);
  CHECK(stages.sources.sources[0].name == "Anna Moss");
  CHECK(stages.sources.sources[1].name == "Peter Berg");
}

TEST_CASE("ids are places in the list, and mentions stand in order") {
  const Stages stages(
      "Anna Moss said it rained. Peter Berg said it snowed. \"It hails,\" Moss said. He denied "
      "that "
      "it rained. Critics say it will snow, according to the Herald.");
  for (std::size_t i = 0; i < stages.sources.sources.size(); ++i) {
    const Source& source = stages.sources.sources[i];
    CHECK(source.id == i);
    CHECK(std::is_sorted(source.mentions.begin(), source.mentions.end()));
    CHECK_FALSE(source.mentions.empty());
  }
}

TEST_CASE("a pronoun that means nobody in the article does no harm") {
  for (const char* text : {"He said it rained.", "It said it rained.", "They said it rained.",
                           "Who said it rained?", "Her claim that it rained.", "That said so."}) {
    INFO(text);
    const Stages stages(text);
    CHECK(stages.sources.of.size() == stages.attributions.size());
  }
}

}  // namespace
}  // namespace sourcelight::testing
