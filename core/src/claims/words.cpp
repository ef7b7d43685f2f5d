// Stems and quantities; see words.h.
#include "claims/words.h"

#include <algorithm>
#include <unordered_map>

#include "base/word_list.h"

namespace sourcelight {
namespace {

// What number words are worth, by what those behind a number multiply it, and which mark parts
// tenths.
struct Numbers {
  explicit Numbers(const Language& language) {
    for (const std::string_view entry : read_entries(language.file(Lexicon::numbers))) {
      const std::size_t last = entry.rfind(' ');
      if (entry[last - 1] == '/') {
        decimal = entry.front();
        continue;
      }
      double value = 0;
      for (const char c : entry.substr(last + 1)) value = value * 10 + (c - '0');
      auto& words = entry[last - 1] == '*' ? scales : values;
      words[entry.substr(0, entry.find(' '))] = value;
    }
  }

  std::unordered_map<std::string_view, double> values;
  std::unordered_map<std::string_view, double> scales;
  char decimal = '.';
};

double scale_of(const Numbers& numbers, std::string_view word) {
  const auto found = numbers.scales.find(word);
  return found == numbers.scales.end() ? 0 : found->second;
}

// How many digits stand there.
std::size_t digits_at(std::string_view norm, std::size_t at) {
  std::size_t count = 0;
  while (at + count < norm.size() && norm[at + count] >= '0' && norm[at + count] <= '9') ++count;
  return count;
}

// "40,170", "14.2m", "22": the value, or nothing for "2:10", "24-year-old", "1st".
std::optional<double> value_of(const Numbers& numbers, std::string_view norm) {
  const auto word = numbers.values.find(norm);
  if (word != numbers.values.end()) return word->second;
  const bool is_comma_decimal = numbers.decimal == ',';
  std::string digits;
  std::size_t at = 0;
  for (; at < norm.size() &&
         (norm[at] == ',' || norm[at] == '.' || (norm[at] >= '0' && norm[at] <= '9'));
       ++at) {
    const char c = norm[at];
    if (!is_comma_decimal) {
      if (c != ',') digits += c;
      continue;
    }
    // "2.800" has a stop before each three digits; "3.5.2024" is a date, "3." an ordinal.
    if (c == ',') digits += '.';
    if (c != ',' && c != '.') digits += c;
    const std::size_t group = c == '.' ? digits_at(norm, at + 1) : 3;
    if (group != 3 && at + 1 < norm.size()) return std::nullopt;
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
  const double scale = scale_of(numbers, norm.substr(at));
  if (scale == 0) return std::nullopt;
  return value * scale;
}

bool is_year(std::string_view norm) {
  return norm.size() == 4 && (norm.starts_with("19") || norm.starts_with("20"));
}

bool is_currency(std::string_view norm) {
  return norm == "$" || norm == "£" || norm == "€" || norm == "¥";
}

// One of the regular endings, and what stands in its place.
struct Ending {
  std::string_view ending;
  std::string_view instead;
  bool last = false;  // nothing more is cut off
};

struct Stemming {
  explicit Stemming(const Language& language) {
    for (std::string_view line : read_entries(language.file(Lexicon::stem))) {
      constexpr std::string_view kDouble = "double ";
      if (line.starts_with(kDouble)) {
        stays_double = line.substr(kDouble.size());
        continue;
      }
      auto& step = steps.emplace_back();
      while (!line.empty()) {
        std::string_view rule = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(rule.size() + 1, line.size()));
        const bool last = rule.ends_with('!');
        if (last) rule.remove_suffix(1);
        const std::size_t sign = rule.find('>');
        step.push_back({rule.substr(0, sign), rule.substr(sign + 1), last});
      }
    }
  }

  std::vector<std::vector<Ending>> steps;
  std::string_view stays_double;  // letters
};

}  // namespace

std::string stem(const Language& language, std::string_view norm) {
  const auto& stemming = language.of<Stemming>();
  std::string word(norm);
  for (const auto& step : stemming.steps) {
    for (const auto& [ending, instead, last] : step) {
      if (word.size() <= ending.size() + 2 || !word.ends_with(ending)) continue;
      word.resize(word.size() - ending.size());
      word += instead;
      if (last) return word;
      break;
    }
  }
  const std::size_t size = word.size();
  if (size > 3 && word[size - 1] == word[size - 2] &&
      stemming.stays_double.find(word[size - 1]) == std::string_view::npos) {
    word.pop_back();
  }
  return word;
}

bool bears_content(const Grammar& g, std::uint32_t t) {
  const Tag tag = g.tag(t);
  if (!g.document.tokens[t].word) return false;
  if (const NounPhrase* noun = g.noun_at(t); noun && noun->temporal) return false;
  if (is_noun(tag) || tag == Tag::number) return true;
  if (tag == Tag::adjective) return !g.is(t, Role::empty_adjective);
  return is_verb(tag) && !g.is(t, Role::auxiliary) && !g.is(t, Role::empty_verb);
}

std::optional<Quantity> quantity_at(const Grammar& g, std::uint32_t t) {
  const auto& numbers = g.language().of<Numbers>();
  if (g.tag(t) != Tag::number && !(g.norm(t)[0] >= '0' && g.norm(t)[0] <= '9')) return std::nullopt;
  if (t > 0 && g.tag(t - 1) == Tag::number) return std::nullopt;
  std::optional<double> value = value_of(numbers, g.norm(t));
  if (!value) return std::nullopt;
  Quantity quantity{{t, t + 1}, *value, {}};
  if (const double scale = scale_of(numbers, g.norm(t + 1)); scale > 0) {
    quantity.value *= scale;
    ++quantity.tokens.last;
  }
  const std::uint32_t next = quantity.tokens.last;
  if (t > 0 && is_currency(g.norm(t - 1))) {
    quantity.tokens.first = t - 1;
    quantity.unit = g.norm(t - 1);
    return quantity;
  }
  if (g.norm(next) == "%" || g.is(next, Role::percent)) {
    quantity.unit = "%";
    return quantity;
  }
  const NounPhrase* noun = g.noun_at(t);
  if (!noun || noun->temporal || noun->head < next) return std::nullopt;
  // "the 24 teams": counted are the nouns after the number; "Route 9 bridge" counts nothing.
  if (t > noun->tokens.first && g.tag(t - 1) == Tag::proper_noun) return std::nullopt;
  if (g.tag(noun->head) == Tag::proper_noun) return std::nullopt;
  if (*value == 1 || is_year(g.norm(t))) return std::nullopt;
  quantity.unit = stem(g.language(), g.norm(noun->head));
  return quantity;
}

}  // namespace sourcelight
