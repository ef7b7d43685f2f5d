// Contract in features.h.
#include "model/features.h"

#include <algorithm>

#include "grammar/features.h"

namespace sourcelight::model {
namespace {

enum Phrase : std::uint8_t {
  none,
  noun_begin,
  noun_inside,
  noun_head,
  time,
  verb_part,
  verb_finite,
  verb_passive,
  verb_infinitive,
  verb_other
};

Phrase phrase_of(const Grammar& grammar, std::uint32_t token) {
  if (const NounPhrase* noun = grammar.noun_at(token)) {
    if (noun->temporal) return time;
    if (token == noun->head) return noun_head;
    return token == noun->tokens.first ? noun_begin : noun_inside;
  }
  if (const VerbGroup* verb = grammar.verb_at(token)) {
    if (token != verb->head) return verb_part;
    if (verb->passive) return verb_passive;
    if (verb->finite) return verb_finite;
    return verb->infinitive ? verb_infinitive : verb_other;
  }
  return none;
}

// 0: outside. Else by the outermost quotation: 1 its first token, 2 inside, 3 its last token, +3 if
// it is never closed, +6 if its marks are single; 13: inside another quotation as well.
void read_quotations(const Document& document, std::vector<TokenFeatures>& features,
                     const Grammar& grammar) {
  for (const Quotation& q : document.quotations) {
    const TokenRange range = grammar.tokens_in(q.span);
    if (range.empty()) continue;
    if (q.depth > 0) {
      for (std::uint32_t t = range.first; t < range.last; ++t) features[t].small[quotation] = 13;
      continue;
    }
    const auto style = static_cast<std::uint16_t>((q.closed ? 0 : 3) + (q.single ? 6 : 0));
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const int place = t == range.first ? 1 : t + 1 == range.last ? 3 : 2;
      features[t].small[quotation] = static_cast<std::uint16_t>(place + style);
    }
  }
}

// The words of a sentence with a newsroom's own verbs as those that the labeller knows; none where
// it has no such verb.
std::vector<Token> as_known(const Grammar& grammar, std::span<const Token> sentence) {
  std::vector<Token> tokens;
  if (grammar.vocabulary == nullptr || grammar.vocabulary->verbs.empty()) return tokens;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const std::string_view known = known_form(grammar, sentence[i]);
    if (known.empty()) continue;
    if (tokens.empty()) tokens.assign(sentence.begin(), sentence.end());
    tokens[i].norm = known;
  }
  return tokens;
}

}  // namespace

std::string_view known_form(const Grammar& grammar, const Token& token) {
  if (grammar.vocabulary == nullptr || grammar.vocabulary->verbs.empty()) return {};
  const auto own = grammar.vocabulary->verbs.find(token.norm);
  return own == grammar.vocabulary->verbs.end() ? std::string_view() : own->second;
}

std::vector<TokenFeatures> read_features(const Grammar& grammar) {
  const Document& document = grammar.document;
  const std::span<const Token> tokens = document.tokens;
  std::vector<TokenFeatures> features(tokens.size());
  std::vector<tagger::Attributes> rows;
  for (const Sentence& sentence : document.sentences) {
    const std::uint32_t first = sentence.first_token;
    const std::span<const Token> written = tokens.subspan(first, sentence.last_token - first);
    const std::vector<Token> known = as_known(grammar, written);
    tagger::read_attributes(known.empty() ? written : known, rows);
    const auto kind = document.paragraphs[sentence.paragraph].kind;
    for (std::uint32_t t = first; t < sentence.last_token; ++t) {
      const tagger::Attributes& row = rows[tagger::padding + t - first];
      TokenFeatures& feature = features[t];
      feature.word = row[tagger::word];
      feature.prefix = row[tagger::head3];
      feature.suffix = row[tagger::end3];
      feature.small[shape] = static_cast<std::uint16_t>(row[tagger::shape]);
      feature.small[tag] = static_cast<std::uint16_t>(grammar.tags[t]);
      feature.small[phrase] = phrase_of(grammar, t);
      feature.small[paragraph] = static_cast<std::uint16_t>(kind);
    }
  }
  read_quotations(document, features, grammar);
  return features;
}

std::string to_json(const Grammar& grammar, std::span<const TokenFeatures> features) {
  const Document& document = grammar.document;
  std::string json = "{\"paragraphs\":[";
  std::uint32_t paragraph = UINT32_MAX;
  for (std::size_t t = 0; t < features.size(); ++t) {
    const Token& token = document.tokens[t];
    const TokenFeatures& feature = features[t];
    const std::uint32_t at = document.sentences[token.sentence].paragraph;
    if (at != paragraph) {
      json += t == 0 ? "[[" : "],[[";
    } else {
      json += ",[";
    }
    paragraph = at;
    const Span span = document.text.to_caller(token.span);
    json += std::to_string(span.begin) + ',' + std::to_string(span.end);
    for (const std::uint32_t hash : {feature.word, feature.prefix, feature.suffix}) {
      json += ',' + std::to_string(hash);
    }
    for (const std::uint16_t small : feature.small) json += ',' + std::to_string(small);
    json += ']';
  }
  json += features.empty() ? "]}" : "]]}";
  return json;
}

}  // namespace sourcelight::model
