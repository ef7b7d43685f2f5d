// Contract in verb_forms.h.
#include "words/verb_forms.h"

#include <algorithm>

#include "base/word_list.h"
#include "words/roles.h"

namespace sourcelight {
namespace {

std::string_view next_part(std::string_view& text, std::string_view separators) {
  const std::size_t begin = std::min(text.find_first_not_of(separators), text.size());
  const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
  const std::string_view part = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return part;
}

// "admit" doubles its last letter, "offer" and "deem" do not; of two syllables only some do.
bool doubles(const Language& language, std::string_view lemma) {
  const auto letter_is = [&](const char& c, Role role) { return is_role(language, {&c, 1}, role); };
  const auto is_vowel = [&](const char& c) { return letter_is(c, Role::vowel); };
  const std::size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || !is_vowel(lemma[n - 2]) || is_vowel(lemma[n - 3]) ||
      letter_is(lemma[n - 1], Role::undoubled_consonant)) {
    return false;
  }
  return std::count_if(lemma.begin(), lemma.end(), is_vowel) == 1 ||
         is_role(language, lemma, Role::doubling_verb);
}

// How a lemma ends, and what its forms have there instead.
struct Inflection {
  std::string_view ending, present, past, gerund;
};

struct Inflections {
  explicit Inflections(const Language& language) {
    for (std::string_view entry : read_entries(language.file(Lexicon::verb_forms))) {
      const std::size_t mark = std::min(entry.find('>'), entry.size() - 1);
      Inflection& line = all.emplace_back();
      line.ending = entry.substr(0, mark);
      entry.remove_prefix(mark + 1);
      line.present = next_part(entry, " ");
      line.past = next_part(entry, " ");
      line.gerund = next_part(entry, " ");
    }
  }

  std::vector<Inflection> all;
};

}  // namespace

std::vector<std::string> regular_forms(const Language& language, std::string_view lemma) {
  std::vector<std::string> forms = {std::string(lemma)};
  const auto& all = language.of<Inflections>().all;
  const auto fits = std::find_if(
      all.begin(), all.end(), [&](const Inflection& one) { return lemma.ends_with(one.ending); });
  if (fits == all.end()) return forms;
  const std::string stem(lemma.substr(0, lemma.size() - fits->ending.size()));
  const std::string doubled = doubles(language, lemma) ? stem + lemma.back() : stem;
  forms.push_back(stem + std::string(fits->present));
  forms.push_back(doubled + std::string(fits->past));
  forms.push_back(doubled + std::string(fits->gerund));
  return forms;
}

}  // namespace sourcelight
