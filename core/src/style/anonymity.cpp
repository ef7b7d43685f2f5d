// Contract in anonymity.h.
#include "style/anonymity.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sources/roles.h"
#include "style/text_rule.h"

namespace sourcelight::style {
namespace {

// How far before its verb a subject may begin, in tokens.
constexpr std::uint32_t kFar = 40;
// Names and nouns that are looked at, of one subject or one source: more than any has.
constexpr std::size_t kMost = 12;

// The first phrase that has a noun for its head, not a number or pronoun; nullptr if there is none.
const NounPhrase* first_noun(const Grammar& grammar, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t t = first; t < last; ++t) {
    const NounPhrase* noun = grammar.noun_at(t);
    if (noun && is_noun(grammar.tag(noun->head))) return noun;
  }
  return nullptr;
}

// Somebody who speaks for himself: "official", "survivors"; a spokesman speaks for his body.
bool is_person(const Language& language, std::string_view noun) {
  const auto& roles = language.of<Roles>();
  return (roles.anonymous_nouns.has(noun) || roles.is_role(noun) || roles.sounds_like_role(noun)) &&
         !roles.mouthpieces.has(noun);
}

// "official" of "a senior port official who asked not to be named"; empty if it has no noun.
Span head_of(const Grammar& grammar, Span mention) {
  const TokenRange tokens = grammar.tokens_in(mention);
  const NounPhrase* noun = first_noun(grammar, tokens.first, tokens.last);
  return noun ? grammar.document.tokens[noun->head].span : Span();
}

std::string_view noun_of(const Grammar& grammar, Span mention) {
  const Span head = head_of(grammar, mention);
  return head.empty() ? std::string_view() : grammar.norm(grammar.tokens_in(head).first);
}

// Who is quoted without a name: a mention, in order of the text.
struct Place {
  Span span;
  std::uint32_t source = 0;
};

std::vector<Place> anonymous_places(const Article& article) {
  std::vector<Place> places;
  for (const Source& source : article.sources.sources) {
    if (source.kind != SourceKind::anonymous) continue;
    for (const Span mention : source.mentions) places.push_back({mention, source.id});
    for (const Span words : source.justification) places.push_back({words, source.id});
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.span < b.span; });
  return places;
}

// Which words of the article may be the name of a body: "white house", or one noun, "ministry".
using Name = std::vector<std::string_view>;

// "Interior" of "the Interior Ministry" is no proper noun to every tagger.
bool is_name(const Grammar& grammar, std::uint32_t token) {
  const bool opens = token == grammar.sentence_of(token).first_token;
  return grammar.tag(token) == Tag::proper_noun ||
         (grammar.document.tokens[token].capitalized && !opens);
}

// Names, with the noun of a body behind them ("Norre bank"), and such nouns alone. What belongs to
// a body that stands behind the first noun is not it: "a user of Apple's service".
std::vector<Name> bodies_in(const Grammar& grammar, TokenRange tokens) {
  const auto& roles = grammar.language().of<Roles>();
  std::vector<Name> names;
  for (std::uint32_t t = tokens.first; t < tokens.last && names.size() < kMost; ++t) {
    Name name;
    std::uint32_t end = t;
    while (end < tokens.last && is_name(grammar, end)) {
      name.push_back(grammar.norm(end++));
    }
    if (end < tokens.last && roles.is_body_noun(grammar.norm(end), false)) {
      name.push_back(grammar.norm(end++));
    }
    if (name.empty()) continue;
    const NounPhrase* first = first_noun(grammar, tokens.first, tokens.last);
    const bool owner = grammar.tag(end) == Tag::possessive && first && t >= first->tokens.last;
    if (!owner) names.push_back(std::move(name));
    t = end - 1;
  }
  return names;
}

// "ministry" may mean the "coast ministry"; the "interior ministry" may not.
bool may_be_same(const Roles& roles, const Name& a, const Name& b) {
  return a == b || ((a.size() == 1 || b.size() == 1) && a.back() == b.back() &&
                    roles.is_body_noun(a.back(), false));
}

// The tokens before the verb that may tell who declines: of its clause.
TokenRange subject_before(const Grammar& grammar, std::uint32_t verb) {
  const Sentence& sentence = grammar.sentence_of(verb);
  std::uint32_t first = verb;
  while (first > sentence.first_token && verb - first < kFar) {
    const bool opens = first < verb && grammar.is(first, Role::clause_coordinator) &&
                       grammar.norm(first - 1) == ",";
    if (opens || grammar.is_any(first - 1, {";", "\"", ":"})) break;
    --first;
  }
  return {first, verb};
}

// Whether somebody refuses to comment in the sentence of the span.
bool is_refusal(const Grammar& grammar, Span span) {
  const std::uint32_t sentence = grammar.document.tokens[grammar.tokens_in(span).first].sentence;
  return !grammar.language()
              .of<Refusals>()
              .in(grammar, grammar.document.sentences[sentence].span)
              .empty();
}

// Which sources the article quotes itself: not only somebody in it, and not only as refusing to.
std::vector<bool> speaking(const Article& article) {
  std::vector<bool> speaks(article.sources.sources.size(), false);
  for (const Attribution& attribution : article.attributions) {
    const auto& source = article.sources.of[attribution.id];
    if (!source || attribution.parent || speaks[*source] || attribution.source.empty()) continue;
    speaks[*source] = !is_refusal(article.grammar, attribution.source.front());
  }
  return speaks;
}

struct Quoted {
  std::vector<Name> bodies;
  std::string_view noun;  // of the person: "official"
};

std::vector<Quoted> quoted_without_name(const Article& article) {
  const Grammar& grammar = article.grammar;
  const std::vector<bool> speaks = speaking(article);
  std::vector<Quoted> quoted;
  for (const Source& source : article.sources.sources) {
    if (source.kind != SourceKind::anonymous || !speaks[source.id]) continue;
    if (is_found_by_relation(article, source)) continue;
    Quoted& one = quoted.emplace_back();
    for (std::size_t i = 0; i < std::min(source.mentions.size(), kMost); ++i) {
      const TokenRange tokens = grammar.tokens_in(source.mentions[i]);
      for (Name& name : bodies_in(grammar, tokens)) one.bodies.push_back(std::move(name));
      if (one.noun.empty()) one.noun = noun_of(grammar, source.mentions[i]);
    }
  }
  return quoted;
}

// "A judge said ... Judge Ada Lind": within two sentences.
bool is_named_behind(const Grammar& grammar, Span mention, std::string_view noun) {
  const Document& document = grammar.document;
  std::uint32_t t = grammar.tokens_in(mention).last;
  if (noun.empty() || t == 0) return false;
  const std::size_t last_sentence =
      std::min<std::size_t>(document.tokens[t - 1].sentence + 2, document.sentences.size() - 1);
  for (const std::uint32_t end = document.sentences[last_sentence].last_token; t + 1 < end; ++t) {
    if (grammar.norm(t) == noun && document.tokens[t].capitalized &&
        grammar.tag(t + 1) == Tag::proper_noun) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_anonymous(const Source& source) {
  return source.kind == SourceKind::anonymous || source.kind == SourceKind::unnamed_group;
}

bool is_found_by_relation(const Article& article, const Source& source) {
  const Grammar& grammar = article.grammar;
  if (source.mentions.empty()) return false;
  const Span mention = source.mentions.front();
  const TokenRange tokens = grammar.tokens_in(mention);
  bool related = false;  // to somebody
  for (std::uint32_t t = tokens.first; t < tokens.last && !related; ++t) {
    related = is_name(grammar, t) || grammar.tag(t) == Tag::pronoun_possessive;
  }
  if (!related) return false;
  return !grammar.language().of<Relations>().in(grammar, head_of(grammar, mention)).empty();
}

Spans anonymous_without_reason(const Article& article) {
  const Grammar& grammar = article.grammar;
  const std::vector<Place> places = anonymous_places(article);
  Spans spans;
  if (places.empty()) return spans;
  std::vector<bool> excused(article.sources.sources.size(), false);
  std::set<std::string_view> nouns;  // "the pilot asked not to be named because ..."
  std::size_t before = 0;            // places that begin before the end of the sentence
  std::size_t several = 0;           // of those, that one sentence excuses together
  for (const Sentence& sentence : grammar.document.sentences) {
    const std::size_t first = before;
    while (before < places.size() && places[before].span.begin < sentence.span.end) ++before;
    if (grammar.language().of<ReasonsForAnonymity>().in(grammar, sentence.span).empty()) continue;
    for (std::size_t p = first; p < before; ++p) excused[places[p].source] = true;
    if (first == before && before > 0) excused[places[before - 1].source] = true;
    const NounPhrase* noun = first_noun(grammar, sentence.first_token, sentence.last_token);
    if (!noun) continue;
    nouns.insert(grammar.norm(noun->head));
    // "All three officials spoke on condition of anonymity because ...": all that were quoted.
    const std::uint32_t opening = noun->tokens.first;
    if (grammar.tag(noun->head) == Tag::noun_plural &&
        (grammar.is(opening, Role::definite_article) ||
         grammar.is(opening, Role::standalone_determiner))) {
      several = before;
    }
  }
  for (std::size_t p = 0; p < several; ++p) excused[places[p].source] = true;
  const std::vector<bool> speaks = speaking(article);
  for (const Source& source : article.sources.sources) {
    if (source.kind != SourceKind::anonymous || source.mentions.empty()) continue;
    if (excused[source.id] || !speaks[source.id] || is_found_by_relation(article, source)) continue;
    const Span mention = source.mentions.front();
    const std::string_view noun = noun_of(grammar, mention);
    // "The official" is one whom the article has told of before.
    const bool again = grammar.is(grammar.tokens_in(mention).first, Role::definite_article);
    if (!is_person(grammar.language(), noun) &&
        grammar.language().of<People>().in(grammar, head_of(grammar, mention)).empty())
      continue;
    if (again || nouns.contains(noun) || is_named_behind(grammar, mention, noun)) continue;
    spans.push_back(mention);
  }
  return spans;
}

Spans declined_to_comment_unnamed(const Article& article) {
  const Grammar& grammar = article.grammar;
  const std::vector<Quoted> quoted = quoted_without_name(article);
  Spans spans;
  if (quoted.empty()) return spans;
  for (const Paragraph& paragraph : grammar.document.paragraphs) {
    for (const Span refusal : grammar.language().of<Refusals>().in(grammar, paragraph.span)) {
      const std::uint32_t verb = grammar.tokens_in(refusal).first;
      const TokenRange subject = subject_before(grammar, verb);
      const std::vector<Name> bodies = bodies_in(grammar, subject);
      const NounPhrase* noun = nullptr;  // the last before the verb
      for (std::uint32_t t = subject.first; t < subject.last; ++t) {
        if (grammar.noun_at(t)) noun = grammar.noun_at(t);
      }
      const bool definite = noun && grammar.is(noun->tokens.first, Role::definite_article);
      const auto is_same = [&](const Quoted& one) {
        if (definite && bodies.empty() && grammar.norm(noun->head) == one.noun) return true;
        return std::any_of(bodies.begin(), bodies.end(), [&](const Name& a) {
          return std::any_of(one.bodies.begin(), one.bodies.end(), [&](const Name& b) {
            return may_be_same(grammar.language().of<Roles>(), a, b);
          });
        });
      };
      if (std::any_of(quoted.begin(), quoted.end(), is_same)) spans.push_back(refusal);
    }
  }
  return spans;
}

}  // namespace sourcelight::style
