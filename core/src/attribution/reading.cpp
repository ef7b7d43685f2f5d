// Prepares the document for the rules; see reading.h.
#include "attribution/reading.h"

#include <algorithm>

#include "lexicon_data.h"

namespace sourcelight {
namespace {

std::uint32_t token_from(const Document& document, std::uint32_t byte) {
  const auto found = std::lower_bound(
      document.tokens.begin(), document.tokens.end(), byte,
      [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
  return static_cast<std::uint32_t>(found - document.tokens.begin());
}

void find_quotes(const Document& document, Reading& reading) {
  reading.quote_at.assign(document.tokens.size(), Reading::kNone);
  std::vector<std::uint32_t> index(document.quotations.size(), Reading::kNone);
  for (std::size_t i = 0; i < document.quotations.size(); ++i) {
    const Quotation& quotation = document.quotations[i];
    if (quotation.depth > 0) continue;
    Quote quote;
    quote.tokens = {token_from(document, quotation.span.begin),
                    token_from(document, quotation.span.end)};
    if (quote.tokens.first >= quote.tokens.last) continue;
    quote.paragraph = document.sentences[document.tokens[quote.tokens.first].sentence].paragraph;
    quote.closed = quotation.closed;
    if (quotation.continues) quote.continues = index[*quotation.continues];
    index[i] = static_cast<std::uint32_t>(reading.quotes.size());
    for (std::uint32_t t = quote.tokens.first; t < quote.tokens.last; ++t) {
      quote.words += document.tokens[t].word ? 1 : 0;
      reading.quote_at[t] = index[i];
    }
    reading.quotes.push_back(quote);
  }
}

}  // namespace

std::string_view Reading::norm(std::uint32_t token) const {
  return token < document.tokens.size() ? std::string_view(document.tokens[token].norm)
                                        : std::string_view();
}

Tag Reading::tag(std::uint32_t token) const {
  return token < tags.size() ? tags[token] : Tag::punctuation;
}

const Sentence& Reading::sentence_of(std::uint32_t token) const {
  return document.sentences[document.tokens[token].sentence];
}

const VerbGroup* Reading::verb_at(std::uint32_t token) const {
  if (token >= phrases.verb_at.size() || phrases.verb_at[token] == kNone) return nullptr;
  return &phrases.verbs[phrases.verb_at[token]];
}

const NounPhrase* Reading::noun_at(std::uint32_t token) const {
  if (token >= phrases.noun_at.size() || phrases.noun_at[token] == kNone) return nullptr;
  return &phrases.nouns[phrases.noun_at[token]];
}

bool Reading::is_dash(std::uint32_t token) const {
  return is_any(token, {"--", "---", "—", "–", "-"});
}

bool Reading::is_any(std::uint32_t token, std::initializer_list<std::string_view> words) const {
  return std::find(words.begin(), words.end(), norm(token)) != words.end();
}

Reading read_for_attribution(const Document& document, const std::vector<Tag>& tags) {
  static const CueVerbs verbs(lexicon::cue_verbs);
  Reading reading{document, tags, verbs, find_phrases(document, tags), {}, {}};
  find_quotes(document, reading);
  return reading;
}

}  // namespace sourcelight
