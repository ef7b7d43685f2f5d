// The labeller as a whole: the same labels however they are computed, whatever stands around a
// paragraph, and in time that grows with the text.
#include "model/labeller.h"

#include <catch2/catch.hpp>

#include "cases.h"
#include "english.h"
#include "stages.h"

namespace sourcelight::model {
namespace {

using testing::read_cases;
using testing::Stages;

struct Labelled {
  explicit Labelled(std::string_view text)
      : stages(text), features(read_features(stages.grammar)) {}

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

TEST_CASE("every token has a label of each task, and no span begins inside itself") {
  for (const auto& one : read_cases("attribution")) {
    const Labelled text(one.input);
    const Labels labels = labels_of(text);
    for (std::size_t task = 0; task < task_count; ++task) {
      const TaskLabels& of = labels.tasks[task];
      const bool spans = task != std::size_t(Task::status) && task != std::size_t(Task::kind);
      REQUIRE(of.best.size() == text.stages.document.tokens.size());
      REQUIRE(of.probability.size() == of.best.size());
      unsigned before = 0;
      for (std::size_t t = 0; t < of.best.size(); ++t) {
        const unsigned label = of.best[t];
        CHECK(label < label_counts[task]);
        if (spans && label != 0 && label % 2 == 0) CHECK((before == label - 1 || before == label));
        CHECK((of.probability[t] > 0.0F && of.probability[t] <= 1.0001F));
        before = label;
      }
    }
  }
}

bool same(const Labels& a, const Labels& b) {
  for (std::size_t task = 0; task < task_count; ++task) {
    if (a.tasks[task].best != b.tasks[task].best) return false;
    if (a.tasks[task].probability != b.tasks[task].probability) return false;
  }
  return true;
}

TEST_CASE("fast and plain kernels give the same labels and probabilities on every case") {
  for (const char* folder : {"attribution", "claims", "sources"}) {
    for (const auto& one : read_cases(folder)) {
      const Labelled text(one.input);
      INFO(one.name);
      CHECK(same(labels_of(text),
                 label_tokens_plainly(english(), text.stages.document, text.features)));
    }
  }
}

// The labels of the tokens from `first` on.
Labels part_of(Labels labels, std::size_t first, std::size_t count) {
  const auto cut = [&](auto& list) {
    list.erase(list.begin(), list.begin() + std::ptrdiff_t(first));
    list.resize(count);
  };
  for (TaskLabels& task : labels.tasks) {
    cut(task.best);
    cut(task.probability);
  }
  return labels;
}

TEST_CASE("a paragraph hears of the two before it, and of no other") {
  const std::string one = "The mayor said on Monday that the bridge would reopen.";
  const std::string other = "“Nobody asked us,” said Mara Lind, who runs the ferry.";
  const std::string third = "Rain fell on the harbour for nine days.";
  const auto size_of = [](const std::string& text) {
    return Labelled(text).stages.document.tokens.size();
  };
  const std::size_t count = size_of(one);
  const std::size_t offset = size_of(other) + size_of(third);
  const Labels near = labels_of(Labelled(other + "\n\n" + third + "\n\n" + one));
  const Labels behind = labels_of(Labelled(other + "\n\n" + third + "\n\n" + one + "\n\n" + other));
  const Labels far = labels_of(Labelled(third + "\n\n" + other + "\n\n" + third + "\n\n" + one));
  CHECK(same(part_of(near, offset, count), part_of(behind, offset, count)));
  CHECK(same(part_of(near, offset, count), part_of(far, offset + size_of(third), count)));
  CHECK_FALSE(same(part_of(near, offset, count), labels_of(Labelled(one))));
}

TEST_CASE("a paragraph without an end is labelled to its last token") {
  std::string endless = "Lind said";
  for (int i = 0; i < 1000; ++i) endless += " it rained and";
  const Labelled text(endless);
  CHECK(labels_of(text).of(Task::outer).best.size() == text.stages.document.tokens.size());
}

TEST_CASE("no text has no labels") { CHECK(labels_of(Labelled("")).of(Task::outer).best.empty()); }

}  // namespace
}  // namespace sourcelight::model
