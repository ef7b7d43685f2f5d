// Contract in headings.h; held by tests/cases/text/paragraphs.
#include "text/headings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/chars.h"
#include "base/word_list.h"
#include "text/abbreviations.h"
#include "text/dateline.h"
#include "words/roles.h"

namespace sourcelight {
namespace {

constexpr std::size_t longest_headline = 25;  // words
constexpr std::size_t longest_crosshead = 10;
constexpr std::size_t longest_byline = 16;
constexpr std::size_t longest_line = 300;  // bytes
constexpr std::size_t longest_crosshead_line = 100;

bool is_mark(char32_t c) { return !is_alnum(c); }

// Without the marks around it: “Visit,” is Visit.
std::string_view bare(std::string_view word) {
  while (!word.empty() && is_mark(code_point_at(word, 0).value)) {
    word.remove_prefix(code_point_at(word, 0).size);
  }
  while (!word.empty() && is_mark(code_point_before(word, word.size()).value)) {
    word.remove_suffix(code_point_before(word, word.size()).size);
  }
  return word;
}

// The words between white space; none if the line is too long to be a heading.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  if (line.size() > longest_line) return words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (c.size == 0 || is_space(c.value)) {
      if (at > begin) words.push_back(line.substr(begin, at - begin));
      begin = at + c.size;
    }
    at += std::max(c.size, 1u);
  }
  return words;
}

bool is_capitalized(std::string_view word) { return is_upper(code_point_at(word, 0).value); }
bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// The mark that ends the line, closing quotation marks and brackets left out.
char32_t last_mark(std::string_view line) {
  while (true) {
    const CodePoint c = code_point_before(line, line.size());
    const bool closes = c.value == '"' || c.value == '\'' || c.value == ')' || c.value == ']' ||
                        c.value == 0x2019 || c.value == 0x201D || is_space(c.value);
    if (c.size == 0 || !closes) return c.value;
    line.remove_suffix(c.size);
  }
}

bool ends_like_sentence(std::string_view line) {
  const char32_t mark = last_mark(line);
  return mark == '.' || mark == '?' || mark == '!' || mark == 0x2026 || mark == ';' || mark == ',';
}

// One more sentence begins inside the line.
bool holds_sentence_end(const Language& language, std::string_view line) {
  for (std::size_t at = 0; at + 2 < line.size(); ++at) {
    const bool ends = line[at] == '?' || line[at] == '!' ||
                      (line[at] == '.' && read_stop(language, line, at) == Stop::full);
    std::size_t next = at + 1;
    while (next < line.size() && is_mark(code_point_at(line, next).value) && line[next] != ' ') {
      next += code_point_at(line, next).size;
    }
    if (ends && next + 1 < line.size() && line[next] == ' ' &&
        is_capitalized(line.substr(next + 1))) {
      return true;
    }
  }
  return false;
}

// A question that nobody is quoted with, nor asks in his turn ("Q: When then?").
bool asks(std::string_view line, std::string_view opening) {
  return is_question_mark(last_mark(line)) && is_capitalized(line) &&
         opening.find(':') == std::string_view::npos;
}

// Every word is capitalized, a number or one that titles leave in lower case.
bool is_title_case(const Language& language, const std::vector<std::string_view>& words,
                   std::size_t least) {
  std::size_t capitalized = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = bare(words[i]);
    if (word.empty() || has_digit(word) || language.words(Lexicon::text_small_words).has(word))
      continue;
    if (!is_capitalized(word)) return false;
    capitalized += i > 0 ? 1 : 0;
  }
  return capitalized >= least;
}

bool is_all_capitals(std::string_view line) {
  int letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_lower(c.value)) return false;
    letters += is_letter(c.value) ? 1 : 0;
    at += c.size;
  }
  return letters >= 3;
}

// "3 May 2024, 10:02 GMT": dates and times, nothing else.
bool is_date_line(const Language& language, const std::vector<std::string_view>& words) {
  bool dated = false;
  for (const std::string_view raw : words) {
    const std::string word = lower(bare(raw));
    const bool named = language.words(Lexicon::text_dates).has(word);
    const bool number = word.size() <= 10 && !word.empty() && has_digit(word.substr(0, 1));
    const bool timed = number && (word.find(':') != std::string::npos ||
                                  has_ending(language, word, Role::clock_ending));
    dated |= named || timed;
    if (!word.empty() && !named && !number && !is_role(language, word, Role::date_preposition))
      return false;
  }
  return dated && words.size() >= 2 && words.size() <= 12;
}

// "Published 3 May 2024", "Last updated: Monday at noon"
bool is_publication_line(const Language& language, const std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i < std::min<std::size_t>(2, words.size()); ++i) {
    if (!is_role(language, lower(bare(words[i])), Role::publication_verb)) continue;
    if (i + 1 == words.size()) return false;
    const std::string next = lower(bare(words[i + 1]));
    return words[i].ends_with(':') || has_digit(next) ||
           is_role(language, next, Role::date_preposition) ||
           language.words(Lexicon::text_dates).has(next);
  }
  return false;
}

// "By Jane Doe", "By JANE DOE, Associated Press", "by Jane Doe and John Roe"
bool is_by_name(const Language& language, const std::vector<std::string_view>& words) {
  std::string opening = lower(words[0]);
  if (opening.ends_with(':')) opening.pop_back();
  if (!is_role(language, opening, Role::byline_opening) || words.size() < 2) return false;
  const std::string_view first = bare(words[1]);
  if (language.words(Lexicon::text_dates).has(lower(first)) || has_digit(first)) return false;
  std::size_t names = 0;
  bool agency = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = bare(words[i]);
    agency |= is_agency(language, word);
    names += is_capitalized(word) ? 1 : 0;
    if (word.empty() || is_capitalized(word)) continue;
    if (i == 1 || (!language.words(Lexicon::text_small_words).has(word) &&
                   !language.words(Lexicon::text_byline_roles).has(word) &&
                   !is_role(language, word, Role::byline_extra))) {
      return false;
    }
  }
  return names >= 2 || agency;
}

// "Jane Doe, Staff Writer", "Jane Doe | Reuters": a name, a mark, a role or an agency.
bool is_name_and_role(const Language& language, const std::vector<std::string_view>& words) {
  std::size_t name = 0;
  bool parted = false;
  for (; name < words.size() && !parted; ++name) {
    if (words[name] == "|" || words[name] == "•" || words[name] == "·") break;
    if (!is_capitalized(words[name]) || has_digit(words[name])) return false;
    parted = words[name].ends_with(',');
  }
  if (name < 2 || name > 4 || name == words.size()) return false;
  const bool bar = !parted;
  for (std::size_t i = name; i < words.size(); ++i) {
    const std::string_view word = bare(words[i]);
    if (!word.empty() && !is_capitalized(word) &&
        !language.words(Lexicon::text_small_words).has(word) &&
        !language.words(Lexicon::text_byline_roles).has(word) && !has_digit(word)) {
      return false;
    }
    if (bar || language.words(Lexicon::text_byline_roles).has(lower(word)) ||
        is_agency(language, word))
      return true;
  }
  const std::string_view rest(
      words[name].data(),
      static_cast<std::size_t>(words.back().data() + words.back().size() - words[name].data()));
  return is_agency(language, rest);
}

}  // namespace

bool is_byline(const Language& language, std::string_view paragraph) {
  const auto words = words_of(paragraph);
  if (words.empty() || words.size() > longest_byline) return false;
  if (is_date_line(language, words)) return true;
  const bool stopped = ends_like_sentence(paragraph) || last_mark(paragraph) == ':';
  if (!stopped && is_publication_line(language, words)) return true;
  if (is_by_name(language, words)) return !stopped || words.size() <= 6;
  return !stopped && (is_name_and_role(language, words) || is_agency(language, paragraph));
}

bool is_headline(const Language& language, std::string_view paragraph) {
  const auto words = words_of(paragraph);
  if (words.size() < 2 || words.size() > longest_headline) return false;
  if (last_mark(paragraph) == ':' || holds_sentence_end(language, paragraph)) return false;
  const CodePoint first = code_point_at(bare(words[0]), 0);
  if (!is_upper(first.value) && !is_digit(first.value) &&
      !is_upper(code_point_at(words[0], 1).value)) {
    return false;
  }
  return !ends_like_sentence(paragraph) || asks(paragraph, words[0]) ||
         is_all_capitals(paragraph) || is_title_case(language, words, 3);
}

bool is_crosshead(const Language& language, std::string_view paragraph) {
  if (paragraph.size() > longest_crosshead_line) return false;
  const auto words = words_of(paragraph);
  if (words.empty() || words.size() > longest_crosshead) return false;
  if (is_date_line(language, words)) return true;
  if (asks(paragraph, paragraph)) return !holds_sentence_end(language, paragraph);
  if (last_mark(paragraph) == ':' || ends_like_sentence(paragraph)) return false;
  const char32_t first = code_point_at(paragraph, 0).value;
  if (is_hyphen(first) || is_dash(first)) return false;  // who said what stands above
  return is_all_capitals(paragraph) || is_title_case(language, words, 1);
}

}  // namespace sourcelight
