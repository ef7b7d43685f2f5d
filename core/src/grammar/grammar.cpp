// Tags and phrases together; see grammar.h.
#include "grammar/grammar.h"

#include <algorithm>
#include <utility>

#include "base/chars.h"

namespace sourcelight {

std::string_view Grammar::norm(std::uint32_t token) const {
  return token < document.tokens.size() ? std::string_view(document.tokens[token].norm)
                                        : std::string_view();
}

Tag Grammar::tag(std::uint32_t token) const {
  return token < tags.size() ? tags[token] : Tag::punctuation;
}

const VerbGroup* Grammar::verb_at(std::uint32_t token) const {
  if (token >= phrases.verb_at.size() || phrases.verb_at[token] == kNone) return nullptr;
  return &phrases.verbs[phrases.verb_at[token]];
}

const NounPhrase* Grammar::noun_at(std::uint32_t token) const {
  if (token >= phrases.noun_at.size() || phrases.noun_at[token] == kNone) return nullptr;
  return &phrases.nouns[phrases.noun_at[token]];
}

bool Grammar::is(std::uint32_t token, Role role) const {
  return token < document.tokens.size() && document.tokens[token].is(role);
}

bool Grammar::is_any(std::uint32_t token, std::initializer_list<std::string_view> words) const {
  return std::find(words.begin(), words.end(), norm(token)) != words.end();
}

const Sentence& Grammar::sentence_of(std::uint32_t token) const {
  return document.sentences[document.tokens[token].sentence];
}

std::uint32_t Grammar::after_dateline(const Sentence& sentence) const {
  const Span dateline = document.paragraphs[sentence.paragraph].dateline;
  std::uint32_t first = sentence.first_token;
  while (first + 1 < sentence.last_token && document.tokens[first].span.begin < dateline.end)
    ++first;
  return first;
}

Span Grammar::span_of(TokenRange tokens) const {
  return {document.tokens[tokens.first].span.begin, document.tokens[tokens.last - 1].span.end};
}

TokenRange Grammar::tokens_in(Span span) const {
  const auto from = [&](std::uint32_t byte) {
    const std::size_t count = document.tokens.size();
    std::size_t token = byte / kStride < first_from.size() ? first_from[byte / kStride] : count;
    while (token < count && document.tokens[token].span.begin < byte) ++token;
    return static_cast<std::uint32_t>(token);
  };
  return {from(span.begin), from(span.end)};
}

bool Grammar::is_heading_that_asks(const Sentence& sentence) const {
  if (document.paragraphs[sentence.paragraph].kind != ParagraphKind::headline) return false;
  std::uint32_t t = sentence.last_token;
  while (t > sentence.first_token && !document.tokens[t - 1].word) {
    if (is_question_mark(code_point_at(norm(--t), 0).value)) return true;
  }
  return false;
}

namespace {

std::vector<std::uint32_t> read_first_from(const Document& document) {
  std::vector<std::uint32_t> first_from;
  for (std::uint32_t token = 0; token < document.tokens.size(); ++token) {
    const std::size_t places = document.tokens[token].span.begin / Grammar::kStride + 1;
    if (places > first_from.size()) first_from.resize(places, token);
  }
  return first_from;
}

}  // namespace

Grammar read_grammar(const Document& document, const Vocabulary* vocabulary, Recall* recall) {
  std::vector<Tag> tags = tag_words(document, recall);
  Phrases phrases = find_phrases(document, tags);
  return {document, std::move(tags), std::move(phrases), vocabulary, read_first_from(document)};
}

}  // namespace sourcelight
