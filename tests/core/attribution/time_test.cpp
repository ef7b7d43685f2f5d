// Work grows linearly with the text: four times the length may not take much more than four
// times as long, on texts that tempt every stage to look far.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>

#include "stages.h"

namespace sourcelight::testing {
namespace {

std::string repeated(std::string_view words, std::size_t times) {
  std::string text;
  text.reserve(words.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += words;
  return text;
}

// Labels without rhyme or reason, so that every stage behind the labeller has much to do.
model::Labels any_labels(std::size_t tokens) {
  model::Labels labels;
  std::uint32_t seed = 1;
  for (std::size_t task = 0; task < model::task_count; ++task) {
    model::TaskLabels& made = labels.tasks[task];
    made.probability.assign(tokens, 0.9F);
    for (std::size_t t = 0; t < tokens; ++t) {
      seed = seed * 1664525 + 1013904223;
      made.best.push_back(static_cast<std::uint8_t>((seed >> 24) % model::label_counts[task]));
    }
  }
  return labels;
}

// Processor time for all stages but the labeller, which would hide the others' (analyze_test.cpp
// has it too); the best of three runs: other work on the machine adds to it.
double seconds_for(const std::string& text) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    const Document document = read_document(read_utf8(text, OffsetUnit::utf8));
    const Grammar grammar = read_grammar(document);
    model::Labels labels = any_labels(document.tokens.size());
    const auto attributions = attributions_by_labels(grammar, labels);
    const SourceLabels words = source_labels(labels);
    const SourceTable sources = resolve_sources(grammar, attributions, &words);
    (void)find_claims(grammar, attributions, sources, labels.of(model::Task::status));
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST_CASE("time grows linearly with a text that never ends a sentence") {
  constexpr std::size_t kWords = 5000;
  for (const char* words : {
           "the old bridge fell and ",
           "Lind said that Moss, who knew the river, and ",
           "the claim of the mayor of the town of the river ",
           "said said said said ",
           "the mayor, the pilot, the farmer, ",
           "according to according to ",
           "she who which that ",
           "Lind, who which, fell, leaving, ",
           "and the mill closed, and the river rose, ",
           "it is expected to be said to be ",
           "( [ ( ; : — ",
           "Anna Moss, Peter Moss, Moss, Mr. Moss, ",
       }) {
    INFO(words);
    const std::size_t each =
        static_cast<std::size_t>(std::count(words, words + std::string_view(words).size(), ' '));
    const double once = seconds_for(repeated(words, kWords / each));
    const double four_times = seconds_for(repeated(words, 4 * kWords / each));
    CHECK(four_times < 8 * once + 0.05);
  }
}

TEST_CASE("time grows linearly with the number of quotation marks") {
  constexpr std::size_t kMarks = 5000;
  for (const char* words : {"\"", "\" ", "“", "“it rained” ", "\"It rained,\" ", "'", "‘ ", "«",
                            "\"It rained,\" Lind said.\n\n", "\"It rained.\n\n"}) {
    INFO(words);
    const double once = seconds_for(repeated(words, kMarks));
    const double four_times = seconds_for(repeated(words, 4 * kMarks));
    CHECK(four_times < 8 * once + 0.05);
  }
}

TEST_CASE("time grows linearly with an article of many speakers") {
  const auto article = [](std::size_t speakers) {
    std::string text;
    for (std::size_t i = 0; i < speakers; ++i) {
      std::string name = "Ber";
      for (std::size_t n = i; n > 0; n /= 26) name += static_cast<char>('a' + n % 26);
      text += "Anna " + name + " said the bridge was safe. She said the report was wrong. ";
    }
    return text;
  };
  const double once = seconds_for(article(500));
  const double four_times = seconds_for(article(2000));
  CHECK(four_times < 8 * once + 0.05);
}

TEST_CASE("time grows linearly with an article whose paragraphs say nearly the same") {
  const auto article = [](std::size_t paragraphs) {
    std::string text;
    for (std::size_t i = 0; i < paragraphs; ++i) {
      const std::string many = std::to_string(20 + i);
      text += "Anna Moss said the ferry to Ostby carried " + many + " people in the storm. ";
      text += "The ferry to Ostby carried " + many + " people in the storm last winter.\n\n";
    }
    return text;
  };
  const double once = seconds_for(article(500));
  const double four_times = seconds_for(article(2000));
  CHECK(four_times < 8 * once + 0.05);
}

}  // namespace
}  // namespace sourcelight::testing
