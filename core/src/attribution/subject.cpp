// Finds subjects; see subject.h.
#include "attribution/subject.h"

#include "attribution/syntax.h"

namespace sourcelight {
namespace {

// The nearest finite verb before `token` in its sentence, outside quotations.
const VerbGroup* finite_verb_before(const Reading& r, std::uint32_t token) {
  const std::uint32_t floor = floor_of(r, token);
  for (std::uint32_t t = token; t > floor; --t) {
    const VerbGroup* verb = r.verb_at(t - 1);
    if (verb && verb->finite && !r.quoted(t - 1) && verb->tokens.last <= token) return verb;
  }
  return nullptr;
}

// The verb that one after "and" or a comma is coordinated with: the nearest cue of the same form,
// else the nearest verb of that form, else the nearest finite one.
const VerbGroup* coordinated_with(const Reading& r, const VerbGroup& verb) {
  const std::uint32_t floor = floor_of(r, verb.tokens.first);
  const VerbGroup* same_form = nullptr;
  for (std::uint32_t t = verb.tokens.first; t > floor; --t) {
    const VerbGroup* other = r.verb_at(t - 1);
    if (!other || !other->finite || r.quoted(t - 1) || form_of(r, *other) != form_of(r, verb))
      continue;
    if (r.verbs.find(r.norm(other->head))) return other;
    if (!same_form) same_form = other;
  }
  return same_form ? same_form : finite_verb_before(r, verb.tokens.first);
}

// The verb that a participle hangs on: after a comma the speaker goes on ("said it rained,
// adding"), so the last cue; else the nearest finite one.
const VerbGroup* main_verb_of(const Reading& r, const VerbGroup& verb) {
  const std::uint32_t first = verb.tokens.first;
  const std::uint32_t floor = floor_of(r, first);
  const bool after_comma = verb.gerund && first > floor && is_comma(r, first - 1);
  for (std::uint32_t t = first; after_comma && t > floor; --t) {
    const VerbGroup* other = r.verb_at(t - 1);
    const bool cue =
        other && other->finite && !r.quoted(t - 1) && r.verbs.find(r.norm(other->head));
    if (cue) return other;
  }
  return finite_verb_before(r, first);
}

// "Speaking in Ost, Lee ...": the subject of the clause that follows the comma.
std::optional<TokenRange> subject_after_comma(const Reading& r, std::uint32_t token) {
  const std::uint32_t ceiling = ceiling_of(r, token);
  for (std::uint32_t t = token; t + 1 < ceiling; ++t) {
    if (!is_comma(r, t) || r.quoted(t)) continue;
    const NounPhrase* noun = r.noun_at(t + 1);
    if (!noun || noun->temporal) continue;
    const auto phrase = noun_phrase_after(r, t + 1);
    if (phrase && r.verb_at(phrase->last) && r.verb_at(phrase->last)->finite) return phrase;
  }
  return std::nullopt;
}

std::optional<TokenRange> subject_of(const Reading& r, const VerbGroup& verb, int depth) {
  if (depth > 4) return std::nullopt;
  const std::uint32_t first = verb.tokens.first;
  const std::uint32_t floor = floor_of(r, first);
  if (verb.participle && first > floor) {
    // A past form taken for a participle: "Lee, who was there, said".
    if (const auto phrase = noun_phrase_before(r, first)) return phrase;
  }
  if (verb.gerund || verb.participle || verb.infinitive) {
    if (first > floor && verb.gerund) {
      // "a statement saying ...", "officials saying": the noun right before it speaks.
      const NounPhrase* noun = r.noun_at(first - 1);
      if (noun && !noun->temporal && !finite_verb_before(r, first)) {
        return noun_phrase_before(r, first);
      }
    }
    if (const VerbGroup* main = main_verb_of(r, verb)) return subject_of(r, *main, depth + 1);
    return subject_after_comma(r, first);
  }
  if (first == floor) return std::nullopt;
  const std::uint32_t before = first - 1;
  if (is_wh(r, before)) {
    // "who said": the relative pronoun stands for it; the resolver looks further.
    return TokenRange{before, first};
  }
  if (r.is(before, Role::relative_particle) && before > floor && r.noun_at(before - 1)) {
    return TokenRange{before, first};
  }
  if (const auto phrase = noun_phrase_before(r, first)) return phrase;
  if (r.tag(before) == Tag::conjunction || is_comma(r, before) || r.is_dash(before) ||
      r.tag(before) == Tag::adverb) {
    if (const VerbGroup* main = coordinated_with(r, verb)) {
      if (main->passive && main->tokens.last + 1 < first &&
          r.is(main->tokens.last, Role::agent_preposition)) {
        return std::nullopt;
      }
      return subject_of(r, *main, depth + 1);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<TokenRange> subject_of(const Reading& reading, const VerbGroup& verb) {
  return subject_of(reading, verb, 0);
}

Tag form_of(const Reading& r, const VerbGroup& verb) {
  const Tag tag = r.tag(verb.head);
  return verb.finite && tag == Tag::verb_participle ? Tag::verb_past : tag;
}

}  // namespace sourcelight
