// What the labeller looks at in each token: hashes of its letters and a few small classes. Training
// reads the same features from `sourcelight features`, so they are written once, here.
// tests/core/model/features_test.cpp holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"

namespace sourcelight::model {

// Classes of a token, each a small number below its limit.
enum SmallFeature : std::uint8_t {
  shape,      // capitals, digits, hyphen, opening of a clause, headline (tagger::shape)
  tag,        // part of speech
  quotation,  // where it stands to the quotation marks around it
  phrase,     // where it stands in its noun phrase or verb group
  paragraph,  // kind of its paragraph
  small_feature_count
};
inline constexpr std::array<std::uint32_t, small_feature_count> small_feature_limits = {512, 32, 16,
                                                                                        16, 8};

struct TokenFeatures {
  std::uint32_t word = 0;    // FNV-1a of the word in lower case, digits as 0
  std::uint32_t prefix = 0;  // of its first three bytes
  std::uint32_t suffix = 0;  // of its last three bytes
  std::array<std::uint16_t, small_feature_count> small{};
  std::uint16_t unused = 0;  // fills the word: features are compared byte by byte

  friend bool operator==(const TokenFeatures&, const TokenFeatures&) = default;
};

// One for each token of the document.
[[nodiscard]] std::vector<TokenFeatures> read_features(const Grammar& grammar);

// As which word a token is read that is of a newsroom's own verbs; empty: as it is written.
[[nodiscard]] std::string_view known_form(const Grammar& grammar, const Token& token);

// {"paragraphs": [[[begin, end, word, prefix, suffix, shape, tag, ...], ... a token], ...]}; begin
// and end in the unit of the document's text.
[[nodiscard]] std::string to_json(const Grammar& grammar, std::span<const TokenFeatures> features);

}  // namespace sourcelight::model
