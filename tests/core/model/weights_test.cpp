// The weight file: what is read from it, and what is refused with a reason.
#include "model/weights.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "english.h"

namespace sourcelight::model {
namespace {

using Bytes = std::vector<std::uint8_t>;
using testing::english_model;

void put_u32(Bytes& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i)
    bytes.at(at + i) = static_cast<std::uint8_t>(value >> (8 * i));
}

// As if whoever altered the bytes had known the format.
void put_checksum(Bytes& bytes) {
  std::uint32_t hash = 0x811C9DC5U;
  for (std::size_t i = 20; i < bytes.size(); ++i) hash = (hash ^ bytes[i]) * 0x01000193U;
  put_u32(bytes, 16, hash);
}

std::string refusal(const Bytes& bytes) {
  const auto read = read_weights(bytes);
  const auto* reason = std::get_if<std::string>(&read);
  return reason != nullptr ? *reason : "";
}

TEST_CASE("the project's own weights can be read, and are read in place") {
  const Bytes bytes = english_model();
  const auto read = read_weights(bytes);
  const auto* weights = std::get_if<Weights>(&read);
  REQUIRE(weights != nullptr);
  CHECK(weights->word.rows >= 4096);
  CHECK(weights->leave.rows == all_labels);
  const auto* first = reinterpret_cast<const std::uint8_t*>(weights->word.values.data());
  CHECK((first > bytes.data() && first < bytes.data() + bytes.size()));
}

TEST_CASE("a row's scale is a power of the fourth root of two") {
  const std::vector<std::uint8_t> steps = {160, 161, 162, 163, 164, 0, 255};
  Matrix matrix;
  matrix.steps = steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    CHECK(matrix.scale(i) == Approx(std::pow(2.0, steps[i] / 4.0 - 40)).epsilon(1e-6));
  }
}

TEST_CASE("a weight file cut anywhere is refused") {
  const Bytes whole = english_model();
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 40; ++i) {
    const std::size_t size = i < 29 ? static_cast<std::size_t>(i) : random() % whole.size();
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    INFO("cut to " << size << " bytes");
    CHECK_FALSE(refusal(cut).empty());
  }
  CHECK(refusal(Bytes(whole.begin(), whole.end() - 1)).find("was cut") != std::string::npos);
}

TEST_CASE("a weight file altered in one bit is refused") {
  Bytes bytes = english_model();
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 8; ++i) {
    const std::size_t at = 20 + random() % (bytes.size() - 20);
    bytes[at] ^= 1U;
    INFO("byte " << at);
    CHECK(refusal(bytes) == "The model was altered: its checksum is wrong.");
    bytes[at] ^= 1U;
  }
}

TEST_CASE("a weight file of another kind or version is refused by name") {
  Bytes bytes = english_model();
  bytes[8] = 9;
  CHECK(refusal(bytes) == "The model has version 9; this engine reads version 3.");
  CHECK(refusal(Bytes(100, 'x')) == "These bytes are no Sourcelight model.");
  CHECK(refusal({}) == "The model is shorter than its header.");
}

TEST_CASE("a weight file whose parts do not fit is refused, however good its checksum") {
  const Bytes whole = english_model();
  const std::uint32_t parts = whole[28];
  for (std::size_t part = 0; part < parts; ++part) {
    for (const std::size_t field : {0U, 4U, 8U, 12U}) {  // kind, rows, columns, offset
      for (const std::uint32_t value : {0U, 3U, 0xFFFFFFFFU}) {
        Bytes bytes = whole;
        put_u32(bytes, 32 + 16 * part + field, value);
        if (bytes == whole) continue;
        put_checksum(bytes);
        INFO("part " << part << " field " << field << " value " << value);
        // An offset may name other bytes of the file without contradiction.
        if (field != 12 || value == 0xFFFFFFFFU) CHECK_FALSE(refusal(bytes).empty());
      }
    }
  }
  for (const std::size_t count : {20U, 24U, 28U}) {  // layers, local layers, parts
    Bytes bytes = whole;
    put_u32(bytes, count, 0xFFFFFFFFU);
    put_checksum(bytes);
    CHECK(refusal(bytes) == "The model contradicts itself.");
  }
}

}  // namespace
}  // namespace sourcelight::model
