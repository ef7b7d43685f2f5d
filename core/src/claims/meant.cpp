// Contract in meant.h. A pronoun is written out where one person only can be meant: what stands
// near names nobody else of that gender, and nobody without a name.
#include "claims/meant.h"

#include <algorithm>

#include "base/chars.h"
#include "sources/pronouns.h"
#include "sources/roles.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;
constexpr double kSure = 0.85;       // how sure it must be whom a source of one word means
constexpr std::uint32_t kFar = 300;  // tokens in which a name is looked for
constexpr std::uint32_t kMore = 2;   // sentences before it in which nobody else may stand

}  // namespace

MeantReader::MeantReader(const Article& article)
    : article_(article),
      g_(article.grammar),
      names_(article.sources.names),
      said_by_(article.grammar.tags.size(), kNone) {
  const SourceTable& sources = article.sources;
  for (const Attribution& attribution : article.attributions) {
    const auto source = sources.of[attribution.id];
    if (!source || *source >= sources.entity_of.size() || attribution.source.size() != 1) continue;
    if (sources.sureness[attribution.id] < kSure) continue;
    const TokenRange tokens = g_.tokens_in(attribution.source.front());
    if (tokens.last - tokens.first == 1) said_by_[tokens.first] = sources.entity_of[*source];
  }
}

bool MeantReader::may_be(std::uint32_t entity, Gender gender) const {
  const Entity& one = names_.entities[entity];
  return one.person && (one.gender == gender || one.gender == Gender::unknown);
}

// "a pilot", "the man"; none in apposition to a name, and none that the person is said to be.
bool MeantReader::nameless_person(std::uint32_t t, std::uint32_t entity) const {
  const NounPhrase* noun = g_.noun_at(t);
  if (!noun || noun->head != t || g_.tag(t) != Tag::noun) return false;
  const auto& roles = g_.language().of<Roles>();
  const std::string_view norm = g_.norm(t);
  if (!roles.is_role(norm) && !roles.anonymous_nouns.has(norm)) return false;
  const auto near = [&](std::uint32_t at) {
    return at < names_.entity_at.size() && names_.entity_at[at] != kNone;
  };
  for (std::uint32_t at = noun->tokens.first; at < noun->tokens.last; ++at) {
    if (near(at)) return false;
  }
  const std::uint32_t before = noun->tokens.first;
  if (near(t + 1) || (g_.norm(t + 1) == "," && near(t + 2))) return false;
  if (before > 1 && g_.norm(before - 1) == "," && near(before - 2)) return false;
  return entity == kNone || names_.entities[entity].title.find(norm) == std::string::npos;
}

std::uint32_t MeantReader::person_at(std::uint32_t at, const Attribution* speaker) const {
  if (said_by_[at] != kNone) return said_by_[at];
  const Pronoun pronoun = g_.language().of<Pronouns>().of(g_.norm(at));
  if (pronoun != Pronoun::he && pronoun != Pronoun::she) return kNone;
  const Gender gender = pronoun == Pronoun::he ? Gender::male : Gender::female;
  const bool quoted = names_.quoted[at];
  // Who speaks is "I" between quotation marks, and likely "she" outside of them.
  std::uint32_t speaking = kNone;
  if (speaker) {
    const auto source = article_.sources.of[speaker->id];
    if (source && *source < article_.sources.entity_of.size() &&
        article_.sources.sureness[speaker->id] >= kSure) {
      speaking = article_.sources.entity_of[*source];
    }
  }
  const std::uint32_t here = g_.document.tokens[at].sentence;
  const std::uint32_t floor = g_.document.entry_of(at).first;
  if (speaking != kNone && !quoted && may_be(speaking, gender)) {
    for (std::uint32_t t = g_.sentence_of(at).first_token; t < at; ++t) {
      const std::uint32_t other = names_.entity_at[t];
      if (other != kNone && other != speaking && may_be(other, gender)) return kNone;
      if (nameless_person(t, speaking)) return kNone;
    }
    return speaking;
  }
  std::uint32_t found = kNone;
  std::uint32_t found_in = here;  // sentence
  for (std::uint32_t t = at; t > floor && at - t < kFar; --t) {
    const std::uint32_t sentence = g_.document.tokens[t - 1].sentence;
    if (found != kNone && sentence + kMore < found_in) break;
    std::uint32_t one = names_.entity_at[t - 1];
    if (one == kNone) one = said_by_[t - 1];
    if (one != kNone && one != found && !(quoted && one == speaking)) {
      const bool unnamed =
          g_.document.paragraphs[g_.sentence_of(t - 1).paragraph].kind == ParagraphKind::byline;
      if (unnamed || !may_be(one, gender)) continue;
      if (found != kNone) return kNone;
      found = one;
      found_in = sentence;
      continue;
    }
    if (nameless_person(t - 1, found)) {
      // Before the name is found nobody knows whether the person is meant by it.
      const bool titled = speaking != kNone && !nameless_person(t - 1, speaking);
      if (!titled) return kNone;
    }
  }
  const bool known = found != kNone && names_.entities[found].gender == gender;
  return known ? found : kNone;
}

// "Lind" of "Mara Lind", "BBS" of "Bureau of Better Streets": of one token.
std::optional<TokenRange> MeantReader::short_name(std::uint32_t t) const {
  const std::uint32_t entity = names_.entity_at[t];
  const auto same = [&](std::uint32_t at) {
    return at < names_.entity_at.size() && names_.entity_at[at] == entity;
  };
  if ((t > 0 && same(t - 1)) || same(t + 1)) return std::nullopt;
  const auto part_of_name = [&](std::uint32_t at) {
    const Tag tag = g_.tag(at);
    return tag == Tag::proper_noun && g_.document.tokens[at].capitalized;
  };
  if (part_of_name(t + 1)) return std::nullopt;
  const Entity& one = names_.entities[entity];
  const std::string_view word = g_.document.at(g_.document.tokens[t].span);
  const std::size_t blank = one.name.find(' ');
  const std::string first_word = lower(std::string_view(one.name).substr(0, blank));
  if (blank == std::string::npos || g_.language().of<Pronouns>().is_article(first_word))
    return std::nullopt;
  if (one.person) {
    if (!one.certain || !one.name.ends_with(" " + std::string(word))) return std::nullopt;
    // "de Lind" of "Ada de Lind": the particle is no part of the name that was found.
    std::uint32_t first = t;
    std::string written(word);
    while (first > 0 && one.name != written) {
      const std::string longer =
          std::string(g_.document.at(g_.document.tokens[first - 1].span)) + " " + written;
      if (!one.name.ends_with(longer)) break;
      written = longer;
      --first;
    }
    return one.name == written ? std::nullopt : std::optional(TokenRange{first, t + 1});
  }
  if (!g_.document.tokens[t].all_caps) return std::nullopt;
  std::string letters;
  bool begins = true;
  for (const char c : one.name) {
    if (begins && c >= 'A' && c <= 'Z') letters += c;
    begins = c == ' ';
  }
  return letters == word ? std::optional(TokenRange{t, t + 1}) : std::nullopt;
}

std::vector<Edit> MeantReader::names_told(const std::vector<TokenRange>& ranges,
                                          const Attribution* speaker) const {
  std::vector<Edit> edits;
  std::vector<std::uint32_t> told;
  const auto is_told = [&](std::uint32_t entity) {
    return std::find(told.begin(), told.end(), entity) != told.end();
  };
  for (const TokenRange range : ranges) {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const std::uint32_t named = names_.entity_at[t];
      const Span span = g_.document.tokens[t].span;
      if (named != kNone) {
        if (const auto name = short_name(t); name && !is_told(named)) {
          edits.push_back({g_.span_of(*name), say(g_.language(), Message::in_brackets,
                                                  {names_.entities[named].name})});
        }
        told.push_back(named);
        continue;
      }
      const Tag tag = g_.tag(t);
      if (tag != Tag::pronoun && tag != Tag::pronoun_possessive) continue;
      const std::uint32_t person = person_at(t, speaker);
      if (person == kNone || is_told(person)) continue;
      told.push_back(person);
      const std::string& name = names_.entities[person].name;
      const bool owns = tag == Tag::pronoun_possessive;
      edits.push_back({span, say(g_.language(), Message::in_brackets,
                                 {owns ? say(g_.language(), Message::of_person, {name}) : name})});
    }
  }
  return edits;
}

std::optional<Edit> MeantReader::relative_told(TokenRange range) const {
  const std::uint32_t t = range.first;
  if (!g_.is(t, Role::relative_opening)) return std::nullopt;
  const Span span = g_.document.tokens[t].span;
  const std::uint32_t comma = t > 0 ? t - 1 : 0;
  if (comma == 0 || g_.norm(comma) != "," || !g_.is(t, Role::person_relative)) return std::nullopt;
  const std::uint32_t entity = names_.entity_at[comma - 1];
  if (entity == kNone || !names_.entities[entity].person) return std::nullopt;
  const std::string& name = names_.entities[entity].name;
  const bool owns = g_.tag(t) == Tag::wh_possessive;
  return Edit{span, say(g_.language(), Message::in_brackets,
                        {owns ? say(g_.language(), Message::of_person, {name}) : name})};
}

}  // namespace sourcelight
