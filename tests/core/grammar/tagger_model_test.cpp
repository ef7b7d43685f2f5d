// The weight file: what is read from it, and what is refused with a reason.
#include "grammar/tagger_model.h"

#include <catch2/catch.hpp>

#include "words/language.h"

namespace sourcelight::tagger {
namespace {

using Bytes = std::vector<std::uint8_t>;

void put_u32(Bytes& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) {
    bytes.at(at + i) = static_cast<std::uint8_t>(value >> (8 * i));
  }
}

void put_checksum(Bytes& bytes) {
  std::uint32_t hash = 0x811C9DC5U;
  for (std::size_t i = 24; i < bytes.size(); ++i) hash = (hash ^ bytes[i]) * 0x01000193U;
  put_u32(bytes, 20, hash);
}

// 64 buckets, two of them used: bucket 1 has +3 for tag 4 and -2 for tag 9, bucket 63 +7 for tag 0.
Bytes small_model() {
  Bytes bytes = {'S', 'L', 'T', 'A', 'G', 0, 0, 3};
  bytes.resize(24);
  put_u32(bytes, 8, 6);
  put_u32(bytes, 12, 2);
  put_u32(bytes, 16, 3);
  const Bytes body = {2, 0, 0, 0, 0, 0, 0, 128, 2, 1, 4, 9, 0, 3, 254, 7};
  bytes.insert(bytes.end(), body.begin(), body.end());
  put_checksum(bytes);
  return bytes;
}

std::string refusal(const Bytes& bytes) {
  const auto read = read_model(bytes);
  const auto* reason = std::get_if<std::string>(&read);
  return reason != nullptr ? *reason : "";
}

Bytes english() {
  const auto bytes = Language::built_in().tagger();
  return {bytes.begin(), bytes.end()};
}

TEST_CASE("the embedded weights can be read") {
  const auto read = read_model(Language::built_in().tagger());
  const auto* model = std::get_if<Model>(&read);
  REQUIRE(model != nullptr);
  CHECK(model->rows() > 10'000);
  CHECK(model->weights() > model->rows());
}

TEST_CASE("a row's weights are added to the scores of their tags") {
  const auto read = read_model(small_model());
  const auto* model = std::get_if<Model>(&read);
  REQUIRE(model != nullptr);
  Scores scores{};
  model->add(0x04000000U, scores);  // bucket 1
  model->add(0x07FFFFFFU, scores);  // bucket 1
  model->add(0xFFFFFFFFU, scores);  // bucket 63
  model->add(0x08000000U, scores);  // bucket 2: no row
  Scores wanted{};
  wanted[4] = 6;
  wanted[9] = -4;
  wanted[0] = 7;
  CHECK(scores == wanted);
}

TEST_CASE("a model without weights adds nothing") {
  Scores scores{};
  Model{}.add(0xFFFFFFFFU, scores);
  CHECK(scores == Scores{});
}

TEST_CASE("a file cut anywhere is refused") {
  const Bytes whole = small_model();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK(refusal({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)}) != "");
  }
  Bytes cut = english();
  cut.resize(cut.size() / 2);
  CHECK(refusal(cut) == "The tagger's model was cut: its length is wrong.");
}

TEST_CASE("a file with any byte altered is refused") {
  const Bytes whole = small_model();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes altered = whole;
    altered[at] ^= 0x40U;
    CHECK(refusal(altered) != "");
  }
  Bytes altered = english();
  altered[altered.size() / 3] ^= 1U;
  CHECK(refusal(altered) == "The tagger's model was altered: its checksum is wrong.");
}

TEST_CASE("a file of another kind or version is refused") {
  Bytes other = small_model();
  other[7] = 9;
  CHECK(refusal(other) == "These bytes are no tagger model, or one of another version.");
}

TEST_CASE("a size beyond what the tagger uses is refused before anything is allocated") {
  Bytes huge = small_model();
  put_u32(huge, 8, 31);
  CHECK(refusal(huge) == "The tagger's model has an unknown size.");
  put_u32(huge, 8, 6);
  put_u32(huge, 16, 0xFFFFFFFFU);
  CHECK(refusal(huge) == "The tagger's model was cut: its length is wrong.");
}

TEST_CASE("counts that do not fit together and unknown tags are refused, checksum or not") {
  Bytes odd = small_model();
  odd[24 + 8] = 3;  // rows with 3 + 1 weights, where 3 stand
  put_checksum(odd);
  CHECK(refusal(odd) == "The tagger's model contradicts itself.");
  odd = small_model();
  odd[24] = 3;  // three buckets in use, where two rows stand
  put_checksum(odd);
  CHECK(refusal(odd) == "The tagger's model contradicts itself.");
  odd = small_model();
  odd[24 + 10] = 32;
  put_checksum(odd);
  CHECK(refusal(odd) == "The tagger's model names an unknown tag.");
}

}  // namespace
}  // namespace sourcelight::tagger
