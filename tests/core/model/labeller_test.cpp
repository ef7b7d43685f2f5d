// The labeller as a whole: the same labels however they are computed, whatever stands around a
// paragraph, and in time that grows with the text.
#include "model/labeller.h"

#include <catch2/catch.hpp>

#include "attribution/hints.h"
#include "attribution/rules.h"
#include "cases.h"
#include "english.h"
#include "stages.h"

namespace sourcelight::model {
namespace {

using testing::read_cases;
using testing::Stages;

struct Labelled {
  explicit Labelled(std::string_view text)
      : stages(text),
        features(read_features(
            stages.grammar, rule_hints(stages.grammar, attributions_by_rules(stages.grammar)))) {}

  Stages stages;
  std::vector<TokenFeatures> features;
};

const Weights& english() {
  static const std::vector<std::uint8_t> bytes = testing::english_model();
  static const auto weights = std::get<Weights>(read_weights(bytes));
  return weights;
}

Labels labels_of(const Labelled& text) {
  return label_tokens(english(), text.stages.document, text.features);
}

TEST_CASE("every token has a label and a probability, and no span begins inside itself") {
  for (const auto& one : read_cases("attribution")) {
    const Labelled text(one.input);
    const Labels labels = labels_of(text);
    REQUIRE(labels.best.size() == text.stages.document.tokens.size());
    REQUIRE(labels.probability.size() == labels.best.size());
    Label before = Label::none;
    for (std::size_t t = 0; t < labels.best.size(); ++t) {
      const Label label = labels.best[t];
      const bool inside = label != Label::none && static_cast<int>(label) % 2 == 0;
      if (inside) {
        const auto begin = static_cast<Label>(static_cast<int>(label) - 1);
        CHECK((before == begin || before == label));
      }
      CHECK((labels.probability[t] > 0.0F && labels.probability[t] <= 1.0001F));
      before = label;
    }
  }
}

TEST_CASE("fast and plain kernels give the same labels and probabilities on every case") {
  for (const char* folder : {"attribution", "claims", "sources"}) {
    for (const auto& one : read_cases(folder)) {
      const Labelled text(one.input);
      const Labels fast = labels_of(text);
      const Labels plain = label_tokens_plainly(english(), text.stages.document, text.features);
      INFO(one.name);
      CHECK(fast.best == plain.best);
      CHECK(fast.probability == plain.probability);
    }
  }
}

TEST_CASE("a paragraph is labelled the same whatever stands around it") {
  const std::string one = "The mayor said on Monday that the bridge would reopen.";
  const std::string other = "“Nobody asked us,” said Mara Lind, who runs the ferry.";
  const Labels alone = labels_of(Labelled(one));
  const Labels between = labels_of(Labelled(other + "\n\n" + one + "\n\n" + other));
  const Labels before = labels_of(Labelled(other));
  const std::size_t offset = before.best.size();
  REQUIRE(between.best.size() == 2 * offset + alone.best.size());
  for (std::size_t t = 0; t < alone.best.size(); ++t) {
    CHECK(between.best[offset + t] == alone.best[t]);
    CHECK(between.probability[offset + t] == alone.probability[t]);
  }
}

TEST_CASE("a paragraph without an end is labelled to its last token") {
  std::string endless = "Lind said";
  for (int i = 0; i < 1000; ++i) endless += " it rained and";
  const Labelled text(endless);
  CHECK(labels_of(text).best.size() == text.stages.document.tokens.size());
}

TEST_CASE("no text has no labels") { CHECK(labels_of(Labelled("")).best.empty()); }

}  // namespace
}  // namespace sourcelight::model
