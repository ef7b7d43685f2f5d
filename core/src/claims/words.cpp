// Stems and quantities; see words.h.
#include "claims/words.h"

#include <array>
#include <charconv>
#include <utility>

namespace sourcelight {
namespace {

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() > end.size() + 2 && word.ends_with(end);
}

double scale_of(std::string_view word) {
  if (word == "hundred") return 1e2;
  if (word == "thousand" || word == "k") return 1e3;
  if (word == "million" || word == "m" || word == "mn") return 1e6;
  if (word == "billion" || word == "bn" || word == "b") return 1e9;
  if (word == "trillion" || word == "tn") return 1e12;
  return 0;
}

constexpr std::array<std::pair<std::string_view, int>, 21> kNumberWords = {
    {{"one", 1},      {"two", 2},     {"three", 3},     {"four", 4},      {"five", 5},
     {"six", 6},      {"seven", 7},   {"eight", 8},     {"nine", 9},      {"ten", 10},
     {"eleven", 11},  {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16}, {"twenty", 20}, {"thirty", 30},   {"forty", 40},    {"fifty", 50},
     {"sixty", 60}}};

// "40,170", "14.2m", "22": the value, or nothing for "2:10", "24-year-old", "1st".
std::optional<double> value_of(std::string_view norm) {
  for (const auto& [word, value] : kNumberWords) {
    if (norm == word) return value;
  }
  std::string digits;
  std::size_t at = 0;
  for (; at < norm.size() &&
         (norm[at] == ',' || norm[at] == '.' || (norm[at] >= '0' && norm[at] <= '9'));
       ++at) {
    if (norm[at] != ',') digits += norm[at];
  }
  if (digits.empty() || digits.front() == '.' || digits.size() > 15) return std::nullopt;
  while (digits.back() == '.') digits.pop_back();
  // By hand: std::from_chars for doubles is missing from older libraries.
  double value = 0;
  double place = 0;
  for (const char c : digits) {
    if (c == '.') {
      if (place > 0) return std::nullopt;
      place = 1;
    } else if (place > 0) {
      place /= 10;
      value += place * (c - '0');
    } else {
      value = value * 10 + (c - '0');
    }
  }
  if (at == norm.size()) return value;
  const double scale = scale_of(norm.substr(at));
  if (scale == 0) return std::nullopt;
  return value * scale;
}

bool is_year(std::string_view norm) {
  return norm.size() == 4 && (norm.starts_with("19") || norm.starts_with("20"));
}

bool is_currency(std::string_view norm) {
  return norm == "$" || norm == "£" || norm == "€" || norm == "¥";
}

bool is_percent(std::string_view norm) {
  return norm == "%" || norm == "percent" || norm == "per" || norm == "pc";
}

}  // namespace

std::string stem(std::string_view norm) {
  std::string word(norm);
  const auto cut = [&](std::size_t count) { word.resize(word.size() - count); };
  if (ends_with(word, "'s")) cut(2);
  if (ends_with(word, "ies") || ends_with(word, "ied")) {
    cut(3);
    return word + 'y';
  }
  if (ends_with(word, "sses")) {
    cut(2);
  } else if (ends_with(word, "s") && !ends_with(word, "ss") && !ends_with(word, "us")) {
    cut(1);
  }
  if (ends_with(word, "ing")) {
    cut(3);
  } else if (ends_with(word, "ed")) {
    cut(2);
  }
  if (ends_with(word, "e")) cut(1);
  const std::size_t size = word.size();
  if (size > 3 && word[size - 1] == word[size - 2] && word[size - 1] != 's') cut(1);
  return word;
}

bool bears_content(const Grammar& g, std::uint32_t t) {
  const Tag tag = g.tag(t);
  if (!g.document.tokens[t].word) return false;
  if (const NounPhrase* noun = g.noun_at(t); noun && noun->temporal) return false;
  if (is_noun(tag) || tag == Tag::number) return true;
  if (tag == Tag::adjective) {
    return !g.is_any(
        t, {"other", "such", "same", "many", "more", "most", "few", "last", "next", "own"});
  }
  return is_verb(tag) && !is_auxiliary(g.norm(t)) &&
         !g.is_any(t,
                   {"say", "said", "says", "saying", "get", "got", "make", "made", "take", "took"});
}

std::optional<Quantity> quantity_at(const Grammar& g, std::uint32_t t) {
  if (g.tag(t) != Tag::number && !(g.norm(t)[0] >= '0' && g.norm(t)[0] <= '9')) return std::nullopt;
  if (t > 0 && g.tag(t - 1) == Tag::number) return std::nullopt;
  std::optional<double> value = value_of(g.norm(t));
  if (!value) return std::nullopt;
  Quantity quantity{{t, t + 1}, *value, {}};
  if (const double scale = scale_of(g.norm(t + 1)); scale > 0) {
    quantity.value *= scale;
    ++quantity.tokens.last;
  }
  const std::uint32_t next = quantity.tokens.last;
  if (t > 0 && is_currency(g.norm(t - 1))) {
    quantity.tokens.first = t - 1;
    quantity.unit = g.norm(t - 1);
    return quantity;
  }
  if (is_percent(g.norm(next))) {
    quantity.unit = "%";
    return quantity;
  }
  const NounPhrase* noun = g.noun_at(t);
  if (!noun || noun->temporal || noun->head < next) return std::nullopt;
  // "the 24 teams": counted are the nouns after the number; "Route 9 bridge" counts nothing.
  if (t > noun->tokens.first && g.tag(t - 1) == Tag::proper_noun) return std::nullopt;
  if (g.tag(noun->head) == Tag::proper_noun) return std::nullopt;
  if (*value == 1 || is_year(g.norm(t))) return std::nullopt;
  quantity.unit = stem(g.norm(noun->head));
  return quantity;
}

}  // namespace sourcelight
