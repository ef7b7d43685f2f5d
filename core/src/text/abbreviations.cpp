// Contract in abbreviations.h; held by tests/cases/text/sentences and tokens.
#include "text/abbreviations.h"

#include <cstdint>
#include <string>

#include "base/chars.h"
#include "base/word_list.h"

namespace sourcelight {
namespace {

// What stands after the last hyphen or slash: of "R-Wis" it is "Wis".
std::string_view last_part(std::string_view word) {
  const auto hyphen = word.find_last_of("-/");
  return hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
}

char32_t char_before(std::string_view text, std::size_t at) {
  return code_point_before(text, at).value;
}

// "21" as "00": lists say of numbers only how many digits they have.
std::string without_digits(std::string_view word) {
  std::string shape(word);
  for (char& c : shape) {
    if (is_digit(static_cast<unsigned char>(c))) c = '0';
  }
  return shape;
}

// ", Miss." and "R-Ind." are states; "the Miss." is not.
bool follows_comma_or_hyphen(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at > 0 && is_space(char_before(text, at))) at -= code_point_before(text, at).size;
  const char32_t mark = char_before(text, at);
  return mark == ',' || (at == begin && is_hyphen(mark));
}

// "Jay-Z" ends with no initial; "J.-P" does.
bool ends_hyphened_name(std::string_view text, std::size_t begin, std::size_t part,
                        std::size_t end) {
  const std::size_t hyphen = part - code_point_before(text, part).size;
  return part > begin && code_point_at(text, part).size == end - part && hyphen > begin &&
         text[hyphen - 1] != '.';
}

// "No. 5", "Vol. II"
bool number_follows(std::string_view text, std::size_t at) {
  while (is_space(code_point_at(text, at).value)) {
    const CodePoint c = code_point_at(text, at);
    if (c.size == 0) return false;
    at += c.size;
  }
  if (is_digit(code_point_at(text, at).value)) return true;
  const std::size_t begin = at;
  constexpr std::string_view roman = "IVXLC";
  while (at < text.size() && roman.find(text[at]) != std::string_view::npos) ++at;
  return at > begin && !is_alnum(code_point_at(text, at).value);
}

}  // namespace

std::size_t word_begin(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (end - begin < 24) {
    const CodePoint c = code_point_before(text, begin);
    if (c.size == 0) break;
    if (!is_alnum(c.value) && c.value != '.' && c.value != '/' && c.value != '&' &&
        !is_hyphen(c.value)) {
      break;
    }
    begin -= c.size;
  }
  return begin;
}

bool is_acronym(std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint letter = code_point_at(word, at);
    if (!is_letter(letter.value)) return false;
    at += letter.size;
    if (at == word.size()) return word.size() > letter.size || is_upper(letter.value);
    if (word[at] != '.') return false;
    ++at;
  }
  return false;
}

Stop read_stop(const Language& language, std::string_view text, std::size_t dot) {
  const std::size_t begin = word_begin(text, dot);
  const std::string_view word = last_part(text.substr(begin, dot - begin));
  const std::size_t part_begin = dot - word.size();
  if (word.empty() || ends_hyphened_name(text, begin, part_begin, dot)) return Stop::full;
  const auto known = [&](Lexicon list) { return language.words(list).has(word); };
  if (known(Lexicon::abbreviations_after_comma) && follows_comma_or_hyphen(text, part_begin)) {
    return Stop::either;
  }
  if (known(Lexicon::abbreviations_before_name)) return Stop::before_name;
  if (known(Lexicon::abbreviations_before_number)) {
    return number_follows(text, dot + 1) ? Stop::number : Stop::full;
  }
  if (known(Lexicon::abbreviations_time)) return Stop::time;
  return is_acronym(word) || language.words(Lexicon::abbreviations_either).has(without_digits(word))
             ? Stop::either
             : Stop::full;
}

bool is_clipped_word(const Language& language, std::string_view word) {
  const auto digit = [&](std::size_t i) { return is_digit(static_cast<unsigned char>(word[i])); };
  if (word.size() >= 2 && digit(0) && digit(1)) {
    return word.size() == 2 || (word.size() == 3 && word[2] == 's');
  }
  return word.size() < 8 && language.words(Lexicon::abbreviations_clipped).has(lower(word));
}

bool is_sentence_starter(const Language& language, std::string_view word) {
  return language.words(Lexicon::text_sentence_starters).has(word);
}

bool continues_time(const Language& language, std::string_view word) {
  return language.words(Lexicon::abbreviations_after_time).has(word);
}

}  // namespace sourcelight
