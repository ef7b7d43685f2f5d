// Gathers whom a source phrase may mean; see choice.h. choice_signs.cpp looks at each.
#include "sources/choice.h"

#include <algorithm>
#include <utility>

#include "sources/choice_signs.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;
constexpr std::uint32_t kBack = 500;     // tokens looked at before the phrase
constexpr std::uint32_t kForward = 150;  // and behind it
constexpr std::size_t kNamed = 22;       // candidates with a name near the phrase
constexpr std::size_t kUnnamed = 8;      // without one

class Gatherer {
 public:
  Gatherer(const Discourse& discourse, const SourcePhrase& phrase) : d_(discourse), p_(phrase) {}

  std::vector<Choice> run(const Reference& by_rules, const Reference& as_written) {
    add(by_rules);
    for (std::uint32_t t = p_.tokens.first; t < p_.tokens.last; ++t)
      add_entity(d_.names.entity_at[t]);
    const Pronoun pronoun = d_.pronouns.of(d_.grammar.norm(p_.head));
    const auto size = static_cast<std::uint32_t>(d_.names.entity_at.size());
    const auto [first, last] = pronoun == Pronoun::none ? std::pair(0U, size) : d_.entry;
    const std::uint32_t floor =
        std::max(first, p_.tokens.first > kBack ? p_.tokens.first - kBack : 0);
    for (std::uint32_t t = p_.tokens.first; t > floor && choices_.size() < kNamed; --t) {
      add_entity(d_.names.entity_at[t - 1]);
    }
    add_entity(d_.last_person);
    add_entity(d_.last_body);
    const std::uint32_t ceiling = std::min(last, p_.tokens.last + kForward);
    for (std::uint32_t t = p_.tokens.last; t < ceiling && choices_.size() < kNamed + 4; ++t) {
      add_entity(d_.names.entity_at[t]);
    }
    for (std::uint32_t t = p_.tokens.first; t < p_.tokens.last; ++t) add_called(d_.grammar.norm(t));
    const std::size_t spoken = d_.recent.size();
    std::size_t unnamed = 0;
    for (std::size_t i = spoken; i > 0 && spoken - i < 12 && unnamed < kUnnamed; --i) {
      const std::uint32_t source = d_.recent[i - 1];
      if (d_.entity_of[source] == kNone && add(again(source))) ++unnamed;
    }
    // "he" alone is nobody.
    if (pronoun != Pronoun::he && pronoun != Pronoun::she) add(as_written);
    return std::move(choices_);
  }

 private:
  Reference again(std::uint32_t source) const {
    const Source& one = d_.table.sources[source];
    return {one.kind, one.name, one.title, kNone, source};
  }

  void add_entity(std::uint32_t entity) {
    if (entity != kNone) add(reference_to(d_, entity));
  }

  // Named anywhere by this word: "Lind", "WHO".
  void add_called(std::string_view word) {
    const auto found = d_.names.by_word.find(std::string(word));
    if (found == d_.names.by_word.end()) return;
    std::size_t added = 0;
    for (const std::uint32_t entity : found->second) {
      if (++added > 3) return;
      add_entity(entity);
    }
  }

  bool add(const Reference& reference) {
    for (const Choice& choice : choices_) {
      const Reference& known = choice.reference;
      if (reference.entity != kNone ? known.entity == reference.entity
          : reference.same_as != kNone
              ? known.same_as == reference.same_as
              : known.entity == kNone && known.same_as == kNone && known.name == reference.name &&
                    known.kind == reference.kind) {
        return false;
      }
    }
    choices_.push_back({reference, {}});
    return true;
  }

  const Discourse& d_;
  const SourcePhrase& p_;
  std::vector<Choice> choices_;
};

}  // namespace

std::vector<Choice> choices_of(const Discourse& discourse, const SourcePhrase& phrase,
                               const Reference& by_rules, const Reference& as_written,
                               const SourceLabels* labels) {
  std::vector<Choice> choices = Gatherer(discourse, phrase).run(by_rules, as_written);
  sign(discourse, phrase, by_rules, as_written, labels, choices);
  return choices;
}

}  // namespace sourcelight
