// Contract in language.h.
#include "words/language.h"

#include <optional>

#include "language_tagger.h"

namespace sourcelight {
namespace {

struct WordLists {
  explicit WordLists(const Language& /*language*/) {}

  struct Made {
    std::once_flag once;
    std::optional<WordList> words;
  };
  mutable std::array<Made, lexicon_names.size()> lists;
};

}  // namespace

const Language& Language::built_in() {
  static const Language language(
      {SOURCELIGHT_LANGUAGE, embedded::lexicon, embedded::rules, embedded::language_tagger()});
  return language;
}

const WordList& Language::words(Lexicon name) const {
  WordLists::Made& made = of<WordLists>().lists[static_cast<std::size_t>(name)];
  std::call_once(made.once, [&] { made.words.emplace(file(name)); });
  return *made.words;
}

const void* Language::table(std::size_t index, Make make, Drop drop) const {
  Made& made = tables_.at(index);
  std::call_once(made.once, [&] { made.table = {make(*this), drop}; });
  return made.table.get();
}

std::size_t Language::next_table() {
  static std::atomic<std::size_t> tables = 0;
  return tables++;
}

}  // namespace sourcelight
