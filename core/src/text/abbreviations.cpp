// Contract in abbreviations.h; held by tests/cases/text/sentences and tokens.
#include "text/abbreviations.h"

#include "base/chars.h"
#include "base/word_list.h"
#include "lexicon_data.h"

namespace sourcelight {
namespace {

const WordList& before_name() {
  static const WordList list(lexicon::abbreviations_before_name);
  return list;
}

const WordList& before_number() {
  static const WordList list(lexicon::abbreviations_before_number);
  return list;
}

const WordList& either() {
  static const WordList list(lexicon::abbreviations_either);
  return list;
}

// What stands after the last hyphen: "R-Wis" is "Wis".
std::string_view last_part(std::string_view word) {
  const auto hyphen = word.find_last_of("-/");
  return hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
}

}  // namespace

bool is_initial(std::string_view word) {
  const CodePoint c = code_point_at(word, 0);
  return c.size == word.size() && is_upper(c.value);
}

bool is_single_letter_end(std::string_view word) {
  const CodePoint last = code_point_before(word, word.size());
  if (last.size == 0 || !is_letter(last.value)) return false;
  const char32_t before = code_point_before(word, word.size() - last.size).value;
  return before == 0 || before == '.' || is_hyphen(before);
}

StopKind stop_kind(std::string_view word) {
  const std::string_view part = last_part(word);
  if (before_name().has(part)) return StopKind::before_name;
  if (before_number().has(part)) return StopKind::before_number;
  if (either().has(part) || is_single_letter_end(part)) return StopKind::either;
  return StopKind::ends_sentence;
}

bool ends_with_abbreviation(std::string_view word) {
  return stop_kind(word) != StopKind::ends_sentence;
}

bool is_clipped_word(std::string_view word) {
  static const WordList list(lexicon::abbreviations_clipped);
  if (word.size() >= 2 && is_digit(static_cast<unsigned char>(word[0])) &&
      is_digit(static_cast<unsigned char>(word[1]))) {
    return word.size() == 3 && word[2] == 's';
  }
  return list.has(lower(word));
}

bool is_sentence_starter(std::string_view word) {
  static const WordList list(lexicon::text_sentence_starters);
  return list.has(word);
}

}  // namespace sourcelight
