// Words cut into pieces.
#include "model/pieces.h"

#include <catch2/catch.hpp>
#include <string>

#include "model/small_encoder.h"

namespace sourcelight::model {
namespace {

const EncoderWeights& weights() {
  static const std::vector<std::uint8_t> bytes = testing::SmallEncoder(1).file();
  static const auto read = std::get<EncoderWeights>(read_encoder(bytes));
  return read;
}

std::string pieces(std::string_view word) {
  std::string found;
  for (const std::uint32_t id : pieces_of(weights().pieces, word)) {
    for (const auto& [name, one] : weights().pieces.ids) {
      if (one == id) found += (found.empty() ? "" : " ") + std::string(name);
    }
  }
  return found;
}

TEST_CASE("a word is cut into the longest pieces, from its begin on") {
  CHECK(pieces("bridge") == "bridge");
  CHECK(pieces("abridge") == "a ##b ##ridge");
  CHECK(pieces("cab") == "c ##a ##b");
}

TEST_CASE("capitals and accents make no other piece") {
  CHECK(pieces("BRIDGE") == "bridge");
  CHECK(pieces("Bád") == "b ##a ##d");
  CHECK(pieces("Ba\u0301d") == "b ##a ##d");
  CHECK(pieces("\u0301") == "[UNK]");
}

TEST_CASE("a mark is a word of its own") {
  CHECK(pieces("a.b") == "a . b");
  CHECK(pieces("“bridge”") == "“ bridge ”");
}

TEST_CASE("a word with a letter that no piece has is unknown, what stands beside it is not") {
  CHECK(pieces("bridgex") == "[UNK]");
  CHECK(pieces("x.a") == "[UNK] . a");
  CHECK(pieces("дом") == "[UNK]");
  CHECK(pieces("") == "[UNK]");
}

TEST_CASE("a word has at most eight pieces, and one of over a hundred letters is unknown") {
  CHECK(pieces_of(weights().pieces, std::string(20, 'a')).size() == 8);
  CHECK(pieces(std::string(1'000'000, 'a')) == "[UNK]");
  CHECK(pieces_of(weights().pieces, std::string(1'000'000, '.')).size() == 8);
}

}  // namespace
}  // namespace sourcelight::model
