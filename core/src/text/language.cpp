// Contract in language.h; held by tests/core/text/language_test.cpp.
#include "text/language.h"

#include <cstddef>

#include "base/chars.h"
#include "base/word_list.h"

namespace sourcelight {
namespace {

constexpr std::size_t few_letters = 40;     // say nothing of a script
constexpr std::size_t few_words = 25;       // say nothing of a language
constexpr std::size_t least_in_line = 6;    // running words; lists, tables and headings have fewer
constexpr std::size_t letters_of_word = 5;  // of other scripts, some of which set no words apart
constexpr std::size_t longest = 7;          // function word, in bytes

// Of words of two or more letters. Running ones begin small, or are of a script without capitals:
// names, titles and what is shouted have no grammar to be told by.
struct Counts {
  std::size_t latin = 0;  // letters
  std::size_t other = 0;  // letters
  std::size_t words = 0;  // Latin
  std::size_t small = 0;  // of these, begin with a small letter
  std::size_t function = 0;

  [[nodiscard]] std::size_t running() const { return small + other / letters_of_word; }
  [[nodiscard]] std::size_t all() const { return words + other / letters_of_word; }

  void add(const Counts& more) {
    latin += more.latin;
    other += more.other;
    words += more.words;
    small += more.small;
    function += more.function;
  }
};

// With the marks that stand on Latin letters.
bool is_latin(char32_t c) { return c < 0x370 || (c >= 0x1E00 && c < 0x1F00); }

void count(const Language& language, std::string_view word, Counts& counts) {
  std::size_t letters = 0;
  std::size_t other = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    if (!is_latin(c.value)) ++other;
  }
  counts.latin += letters - other;
  counts.other += other;
  if (letters < 2 || other > 0) return;
  ++counts.words;
  if (is_lower(code_point_at(word, 0).value)) ++counts.small;
  if (word.size() <= longest && language.words(Lexicon::text_function_words).has(lower(word)))
    ++counts.function;
}

// Takes the line from the front of the text.
Counts count_line(const Language& language, std::string_view& text) {
  Counts counts;
  std::size_t begin = 0;  // of a word
  std::size_t at = 0;
  char32_t c = 0;
  while (at < text.size() && !is_line_end(c)) {
    const CodePoint next = code_point_at(text, at);
    c = next.value;
    if (!is_letter(c)) {
      count(language, text.substr(begin, at - begin), counts);
      begin = at + next.size;
    }
    at += next.size;
  }
  count(language, text.substr(begin, at - begin), counts);
  text.remove_prefix(at);
  return counts;
}

}  // namespace

bool is_other_language(const Language& language, std::string_view utf8) {
  Counts all;
  Counts prose;  // in lines of running text
  while (!utf8.empty()) {
    const Counts line = count_line(language, utf8);
    all.add(line);
    if (line.running() >= least_in_line) prose.add(line);
  }
  if (prose.all() < few_words) return all.latin + all.other >= few_letters && all.latin < all.other;
  const bool mostly_names = 5 * prose.running() < 2 * prose.all();
  return !mostly_names && 20 * prose.function < prose.running();
}

}  // namespace sourcelight
