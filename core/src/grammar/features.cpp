#include "grammar/features.h"

#include <algorithm>

namespace sourcelight::tagger {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Numbers differ by length only: "2016" and "1999" are one word to the tagger.
std::uint32_t hash_text(std::string_view text) {
  std::uint32_t hash = fnv_begin;
  for (const char c : text) {
    hash = fnv_step(hash, static_cast<std::uint8_t>(is_digit(c) ? '0' : c));
  }
  return hash;
}

std::string_view last(std::string_view text, std::size_t count) {
  return text.substr(text.size() - std::min(text.size(), count));
}

// 0: no digit; 1: some; 2: nothing but digits and the marks that numbers have.
std::uint32_t digit_class(std::string_view norm) {
  constexpr std::string_view marks = ".,:/-'";
  const auto digits = std::count_if(norm.begin(), norm.end(), is_digit);
  if (digits == 0) return 0;
  const bool number = std::all_of(norm.begin(), norm.end(), [&](char c) {
    return is_digit(c) || marks.find(c) != std::string_view::npos;
  });
  return number ? 2 : 1;
}

std::uint32_t letter_case(const Token& token) {
  if (token.all_caps) return 2;
  return token.capitalized ? 1 : 0;
}

// 0: running text; 1: most long words begin with a capital; 2: most are all capitals.
std::uint32_t headline_class(std::span<const Token> sentence) {
  constexpr std::size_t long_word = 4;
  std::size_t words = 0;
  std::size_t capitalized = 0;
  std::size_t all_caps = 0;
  for (const Token& token : sentence) {
    if (!token.word || token.norm.size() < long_word) continue;
    ++words;
    if (letter_case(token) > 0) ++capitalized;
    if (letter_case(token) == 2) ++all_caps;
  }
  if (words < 2) return 0;
  if (all_caps * 3 >= words * 2) return 2;
  return capitalized * 3 >= words * 2 ? 1 : 0;
}

// After these a capital says nothing, as at the begin of a sentence.
bool opens(std::string_view norm) {
  constexpr std::array<std::string_view, 12> openers = {"\"", ":", "-", "--", "–", "—",
                                                        "(",  ";", ".", "?",  "!", "'"};
  return std::find(openers.begin(), openers.end(), norm) != openers.end();
}

}  // namespace

void read_attributes(std::span<const Token> sentence, std::vector<Attributes>& rows) {
  constexpr std::uint32_t no_shape = 0xFFFF;
  Attributes empty{};
  std::fill(empty.begin(), empty.begin() + shape, fnv_begin);
  empty[shape] = no_shape;
  empty[label] = no_label;
  rows.assign(sentence.size() + 2 * padding, empty);
  const std::uint32_t headline = headline_class(sentence);
  std::uint32_t opening = 1;
  std::size_t at = padding;
  for (const Token& token : sentence) {
    const std::string_view norm = token.norm;
    const std::uint32_t hyphen =
        norm.size() > 1 && norm.find('-') != std::string_view::npos ? 1U : 0U;
    Attributes& row = rows[at++];
    row[word] = hash_text(norm);
    for (std::size_t n = 1; n <= 4; ++n) row[end1 + n - 1] = hash_text(last(norm, n));
    row[head2] = hash_text(norm.substr(0, 2));
    row[head3] = hash_text(norm.substr(0, 3));
    row[shape] = letter_case(token) | digit_class(norm) << 2U | hyphen << 4U | opening << 5U |
                 headline << 6U | (token.word ? 0U : 1U) << 8U;
    opening = opens(norm) ? 1 : 0;
  }
}

}  // namespace sourcelight::tagger
