// Whom a source phrase may mean, what tells so, and how it is weighed.
#include "sources/choice.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "sources/choice_json.h"
#include "sources/choice_scorer.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

// The choices of the last source phrase.
std::vector<Choice> choices_in(std::string_view text) {
  const Stages stages(text);
  const auto told = tell_choices(stages.grammar, stages.attributions);
  REQUIRE_FALSE(told.empty());
  return told.back().choices;
}

const Choice* choice_called(const std::vector<Choice>& choices, std::string_view name) {
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
    return choice.reference.name == name;
  });
  return found == choices.end() ? nullptr : &*found;
}

float value_of(const Choice* choice, Sign sign) {
  REQUIRE(choice != nullptr);
  return choice->signs[static_cast<std::size_t>(sign)];
}

// Weights of one hidden unit: 64 for the sign, nothing else.
std::string weights_for(Sign sign) {
  std::string lines;
  for (std::size_t i = 0; i < sign_count; ++i) {
    lines += "sign " + std::to_string(i == static_cast<std::size_t>(sign) ? 64 : 0) + "\n";
  }
  return lines + "bias 0\nout 64\nright 0 16 32 32 32 32 32 32 32 32 64\n";
}

TEST_CASE("a pronoun may mean all who were named before, and who are named soon after") {
  const auto choices = choices_in(
      "Peter Berg met Anna Moss at the harbour. He said the bridge was closed. Karl Voss was "
      "late.");
  CHECK(choice_called(choices, "Peter Berg"));
  CHECK(choice_called(choices, "Anna Moss"));
  CHECK(choice_called(choices, "Karl Voss"));
  CHECK(value_of(choice_called(choices, "Peter Berg"), Sign::same_gender) == 1);
  CHECK(value_of(choice_called(choices, "Anna Moss"), Sign::other_gender) == 1);
  CHECK(value_of(choice_called(choices, "Karl Voss"), Sign::never_before) == 1);
}

TEST_CASE("a phrase may always mean what it says by itself") {
  const auto choices = choices_in("A retired pilot said the bridge was closed.");
  CHECK(value_of(choice_called(choices, "A retired pilot"), Sign::as_written) == 1);
}

TEST_CASE("somebody without a name who spoke may speak again") {
  const auto choices =
      choices_in("A retired pilot said the bridge was closed. He said it would stay so.");
  const Choice* pilot = choice_called(choices, "A retired pilot");
  CHECK(value_of(pilot, Sign::spoke_last) == 1);
  CHECK(value_of(pilot, Sign::is_unnamed) == 1);
}

TEST_CASE("letters may stand for a name") {
  const auto choices = choices_in(
      "The Norre Water Board closed the bridge on Monday. NWB said it would open in May.");
  bool meant = false;
  for (const Choice& choice : choices) {
    meant |= choice.reference.name.find("Norre Water Board") != std::string::npos;
  }
  CHECK(meant);
}

TEST_CASE("choices are few, however many are named") {
  std::string text;
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (const char* last : {"osten", "ister", "under", "ambert"}) {
      text += "Anna " + std::string(1, first) + last + " met the council. ";
    }
  }
  CHECK(choices_in(text + "She said it was late.").size() <= 40);
}

TEST_CASE("the choice with the most weight is taken, of several the first") {
  std::vector<Choice> choices(3);
  choices[1].signs[static_cast<std::size_t>(Sign::spoke)] = 1;
  choices[2].signs[static_cast<std::size_t>(Sign::spoke)] = 1;
  const std::string lines = weights_for(Sign::spoke);
  const ChoiceScorer scorer(lines);
  REQUIRE_FALSE(scorer.empty());
  CHECK(scorer.best_of(choices).index == 1);
}

TEST_CASE("a choice is the surer, the farther it is ahead") {
  std::vector<Choice> choices(2);
  const std::string lines = weights_for(Sign::spoke);
  const ChoiceScorer scorer(lines);
  const auto sureness = [&](float ahead) {
    choices[0].signs[static_cast<std::size_t>(Sign::spoke)] = ahead;
    return scorer.best_of(choices).sureness;
  };
  CHECK(sureness(0) == 0);
  CHECK(sureness(0.25F) > 0.25);  // a ninth of the way: between none and a quarter at a tenth
  CHECK(sureness(0.25F) < 0.5);
  CHECK(sureness(2) == Approx(0.5));  // half the way
  choices.resize(1);
  CHECK(scorer.best_of(choices).sureness == 1);
}

TEST_CASE("a scorer of lines that are none of weights goes by the rules") {
  std::vector<Choice> choices(2);
  choices[1].signs[static_cast<std::size_t>(Sign::by_rules)] = 1;
  for (const char* lines : {"", "he 1 2\n", "he one\n"}) {
    const ChoiceScorer scorer(lines);
    CHECK(scorer.empty());
    CHECK(scorer.best_of(choices).index == 1);
  }
}

TEST_CASE("the weights built in are whole") {
  CHECK_FALSE(Language::built_in().of<ChoiceScorer>().empty());
}

TEST_CASE("what is known of choices can be told as JSON") {
  const Stages stages("Ada Lind said the bridge was closed.");
  const std::string json = choices_json(stages.grammar, stages.attributions);
  CHECK(json.find("{\"phrases\":[{\"attribution\":0,\"chosen\":") == 0);
  CHECK(json.find("{\"name\":\"Ada Lind\",\"kind\":\"named_person\"") != std::string::npos);
}

}  // namespace
}  // namespace sourcelight::testing
