#include "grammar/features.h"

#include <algorithm>

#include "base/chars.h"

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

// Addresses of pages and mail, and names behind an @.
bool is_address(std::string_view norm) {
  return norm.find('@') != std::string_view::npos || norm.find("://") != std::string_view::npos ||
         norm.starts_with("www.");
}

// 0: no digit; 1: some; 2: nothing but digits and the marks that numbers have; 3: an address.
std::uint32_t kind_of(std::string_view norm) {
  constexpr std::string_view marks = ".,:/-'";
  if (is_address(norm)) return 3;
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

template <std::size_t size>
bool is_one_of(std::string_view norm, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), norm) != words.end();
}

// Does the word's case tell a headline? Not if it has no letter in front, and Title Case leaves
// small words as they are.
bool tells_headline(const Token& token) {
  return token.norm.size() >= 3 && is_letter(code_point_at(token.norm, 0).value) &&
         !token.is(Role::headline_small);
}

// 0: running text; 1: every word but small ones begins with a capital; 2: most are all capitals.
std::uint32_t headline_class(std::span<const Token> sentence) {
  std::size_t words = 0;
  std::size_t capitalized = 0;
  std::size_t all_caps = 0;
  for (const Token& token : sentence) {
    if (!tells_headline(token)) continue;
    ++words;
    if (letter_case(token) > 0) ++capitalized;
    if (letter_case(token) == 2) ++all_caps;
  }
  if (words < 3) return 0;
  if (all_caps * 3 >= words * 2) return 2;
  return capitalized == words ? 1 : 0;
}

// After these a capital says nothing, as at the begin of a sentence.
bool opens(std::string_view norm) {
  constexpr std::array<std::string_view, 12> openers = {"\"", ":", "-", "--", "–", "—",
                                                        "(",  ";", ".", "?",  "!", "'"};
  return is_one_of(norm, openers);
}

// A clause begins after these if they are tagged as marks or prepositions.
bool parts_clauses(const Token& token) {
  constexpr std::array<std::string_view, 8> marks = {".", ";", "?", "!", ":", "(", ")", "\""};
  return token.is(Role::clause_boundary) || is_one_of(token.norm, marks);
}

}  // namespace

void read_attributes(std::span<const Token> sentence, std::vector<Attributes>& rows) {
  constexpr std::uint32_t no_shape = 0xFFFF;
  Attributes empty{};
  std::fill(empty.begin(), empty.begin() + shape, fnv_begin);
  empty[shape] = no_shape;
  empty[label] = no_label;
  empty[verb] = fnv_begin;
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
    row[shape] = letter_case(token) | kind_of(norm) << 2U | hyphen << 4U | opening << 5U |
                 headline << 6U | (token.word ? 0U : 1U) << 8U;
    opening = opens(norm) ? 1 : 0;
  }
}

void Clause::read(const Token& token, std::uint32_t word_hash, Tag tag) {
  switch (tag) {
    case Tag::wh_adverb:
    case Tag::wh_pronoun:
    case Tag::wh_possessive:
      *this = {};
      break;
    case Tag::punctuation:
    case Tag::preposition:
      if (parts_clauses(token)) *this = {};
      break;
    case Tag::modal:
    case Tag::verb_base:
    case Tag::verb_gerund:
    case Tag::verb_participle:
    case Tag::verb_past:
    case Tag::verb_present:
    case Tag::verb_present_s:
      state = 2 * (static_cast<std::uint32_t>(tag) + 1);
      verb = word_hash;
      break;
    case Tag::noun:
    case Tag::noun_plural:
    case Tag::pronoun:
    case Tag::proper_noun:
      state |= 1U;
      break;
    default:
      break;
  }
}

}  // namespace sourcelight::tagger
