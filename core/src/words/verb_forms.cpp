// Contract in verb_forms.h.
#include "words/verb_forms.h"

#include <algorithm>

#include "base/word_list.h"
#include "lexicon_data.h"
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

bool letter_is(const char& c, Role role) { return is_role({&c, 1}, role); }

// "admit" doubles its last letter, "offer" and "deem" do not; of two syllables only some do.
bool doubles(std::string_view lemma) {
  const auto is_vowel = [](const char& c) { return letter_is(c, Role::vowel); };
  const std::size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || !is_vowel(lemma[n - 2]) || is_vowel(lemma[n - 3]) ||
      letter_is(lemma[n - 1], Role::undoubled_consonant)) {
    return false;
  }
  return std::count_if(lemma.begin(), lemma.end(), is_vowel) == 1 ||
         is_role(lemma, Role::doubling_verb);
}

// How a lemma ends, and what its forms have there instead.
struct Inflection {
  std::string_view ending, present, past, gerund;
};

const std::vector<Inflection>& inflections() {
  static const std::vector<Inflection> once = [] {
    std::vector<Inflection> read;
    for (std::string_view entry : read_entries(lexicon::verb_forms)) {
      const std::size_t mark = std::min(entry.find('>'), entry.size() - 1);
      Inflection& line = read.emplace_back();
      line.ending = entry.substr(0, mark);
      entry.remove_prefix(mark + 1);
      line.present = next_part(entry, " ");
      line.past = next_part(entry, " ");
      line.gerund = next_part(entry, " ");
    }
    return read;
  }();
  return once;
}

}  // namespace

std::vector<std::string> regular_forms(std::string_view lemma) {
  std::vector<std::string> forms = {std::string(lemma)};
  const auto& all = inflections();
  const auto fits = std::find_if(
      all.begin(), all.end(), [&](const Inflection& one) { return lemma.ends_with(one.ending); });
  if (fits == all.end()) return forms;
  const std::string stem(lemma.substr(0, lemma.size() - fits->ending.size()));
  const std::string doubled = doubles(lemma) ? stem + lemma.back() : stem;
  forms.push_back(stem + std::string(fits->present));
  forms.push_back(doubled + std::string(fits->past));
  forms.push_back(doubled + std::string(fits->gerund));
  return forms;
}

}  // namespace sourcelight
