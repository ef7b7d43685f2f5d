// Holds model/memory.h and Memory of the public header: with it a text that changes has the same
// Report as without, and what no text has any more is forgotten.
#include "model/memory.h"

#include <catch2/catch.hpp>
#include <iostream>
#include <random>

#include "cases.h"
#include "english.h"
#include "model/model.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight::model {
namespace {

std::shared_ptr<const Model> english() {
  return std::get<0>(Model::read(testing::english_model()));
}

std::vector<TokenFeatures> sequence_of(std::uint32_t word, std::size_t size = 3) {
  std::vector<TokenFeatures> features(size);
  for (TokenFeatures& token : features) token.word = word++;
  return features;
}

void keep(LabelMemory& memory, const std::vector<TokenFeatures>& features, Label label) {
  memory.keep(features, std::vector(features.size(), label), std::vector(features.size(), 0.5F));
}

// The label of what is known; nothing if it is not.
std::optional<Label> recalled(LabelMemory& memory, const std::vector<TokenFeatures>& features) {
  std::vector<Label> best(features.size());
  std::vector<float> probability(features.size());
  if (!memory.recall(features, best, probability)) return std::nullopt;
  CHECK(probability == std::vector(features.size(), 0.5F));
  return best.front();
}

TEST_CASE("a sequence is known where every feature is the same") {
  const auto model = english();
  LabelMemory memory;
  memory.begin(model);
  const auto one = sequence_of(1);
  CHECK_FALSE(recalled(memory, one));
  keep(memory, one, Label::cue_begin);
  CHECK(recalled(memory, one) == Label::cue_begin);
  for (std::size_t t = 0; t < one.size(); ++t) {
    auto other = one;
    ++other[t].word;
    CHECK_FALSE(recalled(memory, other));
    other = one;
    ++other[t].prefix;  // not in the hash, so that it is found in the same place
    CHECK_FALSE(recalled(memory, other));
    other = one;
    ++other[t].small[hint];
    CHECK_FALSE(recalled(memory, other));
  }
  CHECK_FALSE(recalled(memory, sequence_of(1, 2)));
  CHECK_FALSE(recalled(memory, sequence_of(1, 4)));
}

TEST_CASE("sequences are known for the text after, and forgotten where two texts had none") {
  const auto model = english();
  LabelMemory memory;
  constexpr std::uint32_t kMany = 500;
  memory.begin(model);
  for (std::uint32_t i = 0; i < kMany; ++i) keep(memory, sequence_of(10 * i), Label::content_begin);
  memory.begin(model);
  CHECK(recalled(memory, sequence_of(70)));
  memory.begin(model);
  CHECK(memory.size() == kMany);
  CHECK(recalled(memory, sequence_of(80)));
  memory.begin(model);
  CHECK(memory.size() == 2);
  CHECK(recalled(memory, sequence_of(70)));
  CHECK(recalled(memory, sequence_of(80)));
  CHECK_FALSE(recalled(memory, sequence_of(90)));
}

TEST_CASE("another model makes a memory forget, the same model again does not") {
  const auto model = english();
  LabelMemory memory;
  memory.begin(model);
  keep(memory, sequence_of(1), Label::none);
  memory.begin(model);
  CHECK(recalled(memory, sequence_of(1)));
  memory.begin(english());
  CHECK(memory.size() == 0);
  CHECK_FALSE(recalled(memory, sequence_of(1)));
}

// Edits as an editor makes them: a word more, less or other, paragraphs parted, joined, moved.
class Editor {
 public:
  explicit Editor(std::uint32_t seed) : random_(seed) {
    for (const char* folder : {"attribution", "claims", "sources"}) {
      for (const auto& one : testing::read_cases(folder)) spare_.push_back(one.input);
    }
    for (int i = 0; i < 12; ++i) paragraphs_.push_back(spare_[below(spare_.size())]);
  }

  void edit() {
    const std::size_t at = below(paragraphs_.size());
    std::string& text = paragraphs_[at];
    const std::size_t gap = std::min(text.find(' ', below(text.size() + 1)), text.size());
    switch (below(6)) {
      case 0:
        text.insert(gap, " said Monday");
        break;
      case 1:
        text.erase(gap, 1 + below(8));
        break;
      case 2:
        text.insert(gap, "\n\n");
        break;
      case 3:
        paragraphs_.push_back(spare_[below(spare_.size())]);
        paragraphs_.erase(paragraphs_.begin());
        break;
      case 4:
        std::swap(text, paragraphs_[below(paragraphs_.size())]);
        break;
      default:
        text = spare_[below(spare_.size())];
    }
  }

  [[nodiscard]] std::string text() const {
    std::string all;
    for (const std::string& paragraph : paragraphs_) all += paragraph + "\n\n";
    return all;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::mt19937 random_;
  std::vector<std::string> spare_;
  std::vector<std::string> paragraphs_;
};

TEST_CASE("over many edits a Report with memory equals the one without") {
  const auto engine = Engine::with_model(testing::english_model());
  REQUIRE(engine);
  const std::uint32_t seed = std::random_device()();
  std::cout << "edits of seed " << seed << '\n';
  INFO("seed " << seed);
  Editor editor(seed);
  Memory memory;
  for (int i = 0; i < 300; ++i) {
    editor.edit();
    const std::string text = editor.text();
    INFO("edit " << i << " of:\n" << text);
    const auto fresh = engine->analyze(text);
    const auto again = engine->analyze(text, {.memory = &memory});
    REQUIRE(*again == *fresh);
    if (i % 50 == 0) {
      Memory moved = std::move(memory);
      memory = std::move(moved);
    }
  }
}

TEST_CASE("a memory of one engine serves another, with a model or without") {
  const std::string text = "The mayor said on Monday that the bridge would reopen.";
  const auto one = Engine::with_model(testing::english_model());
  const auto other = Engine::with_model(testing::english_model());
  Memory memory;
  for (const Engine& engine : {*one, Engine(), *other, *one}) {
    CHECK(*engine.analyze(text, {.memory = &memory}) == *engine.analyze(text));
  }
}

}  // namespace
}  // namespace sourcelight::model
