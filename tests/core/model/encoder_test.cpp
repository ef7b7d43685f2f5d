// The encoder: its weight file, and the same labels however they are computed.
#include "model/encoder.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/recall.h"
#include "model/english.h"
#include "model/small_encoder.h"
#include "stages.h"

namespace sourcelight::model {
namespace {

using testing::SmallEncoder;
using testing::Stages;
using Bytes = std::vector<std::uint8_t>;

const EncoderWeights& small() {
  static const Bytes bytes = SmallEncoder(1).file();
  static const auto weights = std::get<EncoderWeights>(read_encoder(bytes));
  return weights;
}

std::string refusal(const Bytes& bytes) {
  const auto read = read_encoder(bytes);
  const auto* reason = std::get_if<std::string>(&read);
  return reason != nullptr ? *reason : "";
}

struct Text {
  explicit Text(std::string_view text) : stages(text), features(read_features(stages.grammar)) {}

  [[nodiscard]] Labels labels(Recall* recall = nullptr) const {
    return label_by_encoder(small(), stages.grammar, features, recall);
  }

  Stages stages;
  std::vector<TokenFeatures> features;
};

bool same(const Labels& a, const Labels& b) {
  for (std::size_t task = 0; task < task_count; ++task) {
    if (a.tasks[task].best != b.tasks[task].best) return false;
    if (a.tasks[task].probability != b.tasks[task].probability) return false;
  }
  return true;
}

// Of several sequences, with paragraphs longer and shorter than one.
std::string long_text() {
  std::string text;
  for (int paragraph = 0; paragraph < 30; ++paragraph) {
    for (int i = 0; i < 1 + paragraph * paragraph % 40; ++i)
      text += "“The bridge is bad,” a cab said. ";
    text += "\n\n";
  }
  return text;
}

TEST_CASE("four bits of a weight times its group's step are its value") {
  const EncoderWeights& w = small();
  CHECK(w.words.rows == 23);
  CHECK(w.words.columns == 64);
  CHECK(std::all_of(w.words.values.begin(), w.words.values.end(),
                    [](int value) { return value >= -8 && value <= 7; }));
  CHECK(w.layers.front().attend.rows == 192);
  CHECK(w.pieces.ids.at("##ridge") == 16);
}

TEST_CASE("an encoder's file cut anywhere, altered, or of another version is refused") {
  const Bytes whole = SmallEncoder(2).file();
  REQUIRE(refusal(whole).empty());
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 40; ++i) {
    const std::size_t size = i < 33 ? static_cast<std::size_t>(i) : random() % whole.size();
    INFO("cut to " << size << " bytes");
    CHECK_FALSE(refusal(Bytes(whole.begin(), whole.begin() + std::ptrdiff_t(size))).empty());
    Bytes altered = whole;
    altered[20 + random() % (whole.size() - 20)] ^= 1U;
    CHECK(refusal(altered) == "The model was altered: its checksum is wrong.");
  }
  Bytes other = whole;
  other[8] = 9;
  CHECK(refusal(other) == "The model has version 9; this engine reads version 1.");
  CHECK(refusal(testing::english_model()) == "These bytes are no Sourcelight model.");
}

TEST_CASE("an encoder's file whose parts do not fit is refused, however good its checksum") {
  const Bytes whole = SmallEncoder(3).file();
  const std::uint32_t parts = whole[28];
  for (std::size_t part = 0; part < parts; ++part) {
    for (const std::size_t field : {0U, 4U, 8U, 12U}) {  // kind, rows, columns, offset
      for (const std::uint32_t value : {0U, 3U, 64U, 0xFFFFFFFFU}) {
        Bytes bytes = whole;
        SmallEncoder::put(bytes, 32 + 16 * part + field, value);
        if (bytes == whole) continue;
        SmallEncoder::put_checksum(bytes);
        INFO("part " << part << " field " << field << " value " << value);
        const std::string reason = refusal(bytes);
        // An offset may name other bytes without contradiction, characters may be any, and what
        // the small features fill is padded.
        const bool columns = field == 8 && (part == 1 || (part >= 25 && part < 30));
        const bool may_be = field == 12 ? value != 0xFFFFFFFFU : columns;
        if (!may_be) CHECK(reason == "The model contradicts itself.");
      }
    }
  }
  for (const std::size_t at : {20U, 24U, 28U}) {  // layers, heads, parts
    for (const std::uint32_t value : {0U, 0xFFFFFFFFU}) {
      Bytes bytes = whole;
      SmallEncoder::put(bytes, at, value);
      SmallEncoder::put_checksum(bytes);
      CHECK(refusal(bytes) == "The model contradicts itself.");
    }
  }
}

TEST_CASE("every token has a label of each task by the encoder, and no span begins inside itself") {
  const Text text(long_text());
  const Labels labels = text.labels();
  for (std::size_t task = 0; task < task_count; ++task) {
    const TaskLabels& of = labels.tasks[task];
    REQUIRE(of.best.size() == text.stages.document.tokens.size());
    unsigned before = 0;
    for (std::size_t t = 0; t < of.best.size(); ++t) {
      const unsigned label = of.best[t];
      CHECK(label < label_counts[task]);
      CHECK((of.probability[t] > 0.0F && of.probability[t] <= 1.0001F));
      if (labels_spans(static_cast<Task>(task)) && label > 0 && label % 2 == 0) {
        CHECK((before == label || before + 1 == label));
      }
      before = label;
    }
  }
}

TEST_CASE("fast and plain kernels give the same labels by the encoder") {
  const Text text(long_text());
  const Labels plain = label_by_encoder_plainly(small(), text.stages.grammar, text.features);
  CHECK(same(text.labels(), plain));
}

TEST_CASE(
    "what the encoder recalls is what it would read, and most of an edited text is recalled") {
  const std::string before = long_text();
  const std::string after = before + "A cab said the bridge is bad.";
  Recall recall;
  recall.begin();
  CHECK(same(Text(before).labels(&recall), Text(before).labels()));
  const std::size_t once = recall.size();
  recall.begin();
  CHECK(same(Text(after).labels(&recall), Text(after).labels()));
  CHECK(recall.size() <= once + 2);
}

TEST_CASE("texts without paragraphs' ends, of single words and of nothing are labelled") {
  std::string endless;
  std::string words;
  for (int i = 0; i < 2000; ++i) {
    endless += "abcdeabcde, ";
    words += "Bridge\n\n";
  }
  for (const std::string& one : {endless, words, std::string()}) {
    const Text text(one);
    CHECK(text.labels().of(Task::outer).best.size() == text.stages.document.tokens.size());
  }
}

TEST_CASE("the project's own encoder reads, and by plain C++ alike") {
  static const Bytes bytes = testing::careful_model();
  const auto read = read_encoder(bytes);
  REQUIRE(std::holds_alternative<EncoderWeights>(read));
  const auto& weights = std::get<EncoderWeights>(read);
  const Text text(
      "“The bridge is safe,” said Mara Lind, who runs the ferry. It opened in 1950.\n\nIt will "
      "close "
      "in May, people close to the council say.");
  const Labels labels = label_by_encoder(weights, text.stages.grammar, text.features);
  CHECK(same(labels, label_by_encoder_plainly(weights, text.stages.grammar, text.features)));
  const auto engine = Engine::with_model(bytes);
  REQUIRE(engine);
  const auto report = engine->analyze(text.stages.document.text.utf8);
  REQUIRE(report);
  std::vector<ClaimStatus> statuses;
  for (const Claim& claim : report->claims) statuses.push_back(claim.status);
  CHECK(statuses == std::vector{ClaimStatus::named, ClaimStatus::unsourced, ClaimStatus::unnamed});
}

}  // namespace
}  // namespace sourcelight::model
