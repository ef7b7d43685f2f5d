// Reads the list once; see pronouns.h.
#include "sources/pronouns.h"

#include "base/word_list.h"

namespace sourcelight {

Pronouns::Pronouns(std::string_view lines) {
  for (const std::string_view entry : read_entries(lines)) {
    const std::size_t blank = entry.find(' ');
    if (blank == std::string_view::npos) continue;
    const std::string_view word = entry.substr(0, blank);
    const std::string_view means = entry.substr(blank + 1);
    if (means == "definite") definite_.insert(word);
    if (means == "relative") relative_.insert(word);
    if (means == "article") articles_.insert(word);
    const Pronoun pronoun = means == "male"      ? Pronoun::he
                            : means == "female"  ? Pronoun::she
                            : means == "several" ? Pronoun::they
                            : means == "thing"   ? Pronoun::it
                            : means == "speaker" ? Pronoun::speaker
                                                 : Pronoun::none;
    if (pronoun != Pronoun::none) pronouns_.emplace(word, pronoun);
  }
}

Pronoun Pronouns::of(std::string_view norm) const {
  const auto found = pronouns_.find(norm);
  return found == pronouns_.end() ? Pronoun::none : found->second;
}

}  // namespace sourcelight
