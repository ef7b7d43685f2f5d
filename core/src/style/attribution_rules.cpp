// Contract in attribution_rules.h.
#include "style/attribution_rules.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/chars.h"
#include "sources/roles.h"

namespace sourcelight::style {
namespace {

// How far is looked back, for who was introduced in tokens, for an outer quotation in inner ones.
constexpr std::uint32_t kNear = 60;

// What a paragraph has to do with the words of others.
struct Voices {
  bool attributed = false;             // somebody is said to say something here
  std::set<std::uint32_t> sources;     // who
  Span words;                          // that are somebody's; empty: there are none
  std::optional<std::uint32_t> owner;  // whose, if an attribution elsewhere says it
  bool left_open = false;              // leaves a quotation open
  bool announces = false;              // ends with a mark that more words follow
  bool runs_on = false;                // begins with a quotation that was left open
};

std::uint32_t sentence_at(const Grammar& grammar, Span span) {
  return grammar.document.tokens[grammar.tokens_in(span).first].sentence;
}

std::uint32_t paragraph_at(const Grammar& grammar, Span span) {
  return grammar.document.sentences[sentence_at(grammar, span)].paragraph;
}

// The outer quotation between double marks that the byte stands in; nullptr if there is none. Where
// single marks are left open, apostrophes would be in the way.
const Quotation* quotation_at(const Document& document, std::uint32_t byte) {
  const auto after = std::partition_point(
      document.quotations.begin(), document.quotations.end(),
      [&](const Quotation& quotation) { return quotation.span.begin <= byte; });
  std::uint32_t left = kNear;  // inner ones stand before it, few
  for (auto each = after; each != document.quotations.begin() && left > 0; --left) {
    --each;
    if (each->depth == 0 && !each->single) return byte < each->span.end ? &*each : nullptr;
  }
  return nullptr;
}

// Whether it has a mark that ends sentences: a heading has none, and dots that leave something out
// end nothing.
bool ends_sentence(const Grammar& grammar, const Sentence& sentence) {
  for (std::uint32_t t = sentence.last_token; t > sentence.first_token; --t) {
    if (grammar.document.tokens[t - 1].word) return false;
    if (grammar.is_any(t - 1, {".", "!", "?"})) return true;
  }
  return false;
}

class VoiceReader {
 public:
  explicit VoiceReader(const Article& article)
      : article_(article), voices_(article.grammar.document.paragraphs.size()) {}

  std::vector<Voices> read() {
    for (const Attribution& attribution : article_.attributions) hear(attribution);
    for (const Claim& claim : article_.claims) carry(claim);
    const Document& document = article_.grammar.document;
    for (const Quotation& quotation : document.quotations) {
      if (quotation.single) continue;
      Voices& here = voices_[paragraph_at(article_.grammar, quotation.span)];
      if (quotation.continues) here.runs_on = true;
      here.left_open = !quotation.closed;
    }
    for (const Sentence& sentence : document.sentences) {
      voices_[sentence.paragraph].announces =
          article_.grammar.is_any(sentence.last_token - 1, {":", ","});
    }
    return std::move(voices_);
  }

 private:
  void hear(const Attribution& attribution) {
    const auto& source = article_.sources.of[attribution.id];
    for (const Spans* spans : {&attribution.cue, &attribution.source}) {
      for (const Span span : *spans) {
        Voices& here = voices_[paragraph_at(article_.grammar, span)];
        here.attributed = true;
        if (source && !attribution.parent) here.sources.insert(*source);
      }
    }
  }

  // What is somebody's word, or a quotation of nobody given.
  void carry(const Claim& claim) {
    if (claim.reason.kind == ReasonKind::quotation_alone) note(claim.spans.front(), std::nullopt);
    for (const std::uint32_t id : claim.attributions) {
      note(claim.spans.front(), article_.sources.of[id]);
    }
  }

  void note(Span span, std::optional<std::uint32_t> owner) {
    if (!opens_by_quotation(span)) return;
    Voices& here = voices_[paragraph_at(article_.grammar, span)];
    if (!here.words.empty() && here.words.begin <= span.begin) return;
    here.words = span;
    here.owner = owner;
  }

  // Whether the span begins its paragraph and its sentence stands in quotation marks as a whole.
  [[nodiscard]] bool opens_by_quotation(Span span) const {
    const Grammar& grammar = article_.grammar;
    const Document& document = grammar.document;
    const Sentence& sentence = document.sentences[sentence_at(grammar, span)];
    if (sentence.span.begin != document.paragraphs[sentence.paragraph].span.begin) return false;
    const Quotation* quotation = quotation_at(document, sentence.span.begin);
    if (!quotation || !ends_sentence(grammar, sentence)) return false;
    std::uint32_t last = sentence.last_token - 1;
    while (!document.tokens[last].word && last > sentence.first_token) --last;
    return document.tokens[last].span.end <= quotation->span.end;
  }

  const Article& article_;
  std::vector<Voices> voices_;
};

// The begin of a span that ends with its first sentence.
Span first_sentence(const Grammar& grammar, Span span) {
  const Span sentence = grammar.document.sentences[sentence_at(grammar, span)].span;
  return {span.begin, std::min(span.end, sentence.end)};
}

// Where each word and each two words that follow each other first stand in the article's prose:
// names are looked up here.
class FirstPlaces {
 public:
  explicit FirstPlaces(const Grammar& grammar) : grammar_(grammar) {
    const Document& document = grammar.document;
    for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
      if (!document.tokens[t].capitalized || !in_prose(t)) continue;
      places_.try_emplace(document.tokens[t].norm, t);
      if (grammar.sentence_of(t).last_token > t + 1) {
        places_.try_emplace(document.tokens[t].norm + " " + document.tokens[t + 1].norm, t);
      }
    }
  }

  // The token where the two begin, or the one.
  [[nodiscard]] std::optional<std::uint32_t> of(const std::string& words) const {
    const auto found = places_.find(words);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] bool in_prose(std::uint32_t token) const {
    const Document& document = grammar_.document;
    return document.paragraphs[grammar_.sentence_of(token).paragraph].kind == ParagraphKind::body;
  }

 private:
  const Grammar& grammar_;
  std::unordered_map<std::string, std::uint32_t> places_;
};

std::vector<std::string> words_in(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char letter : lower(name)) {
    if (letter != ' ') {
      words.back() += letter;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

class FirstReferences {
 public:
  explicit FirstReferences(const Article& article)
      : article_(article), g_(article.grammar), places_(article.grammar) {}

  Spans find() {
    std::vector<bool> heard(article_.sources.sources.size(), false);
    for (const Attribution& attribution : article_.attributions) {
      const auto& source = article_.sources.of[attribution.id];
      if (!source || attribution.parent || attribution.source.empty()) continue;
      if (heard[*source]) continue;
      heard[*source] = true;
      told_late(attribution, article_.sources.sources[*source]);
    }
    for (const Source& source : article_.sources.sources) named_late(source);
    std::sort(spans_.begin(), spans_.end());
    return std::move(spans_);
  }

 private:
  // A quotation that has gone on for a sentence before the reader learns whose it is.
  void told_late(const Attribution& attribution, const Source& source) {
    if (attribution.quote == QuoteKind::indirect) return;
    const Document& document = g_.document;
    const Span words = attribution.content.front();
    const Sentence& said = document.sentences[sentence_at(g_, words)];
    const Quotation* quotation = quotation_at(document, words.begin);
    if (!quotation || document.paragraphs[said.paragraph].kind != ParagraphKind::body) return;
    // Who says so stands behind the quotation, in its last sentence or the next.
    const std::uint32_t last = sentence_at(g_, {quotation->span.end - 1, quotation->span.end});
    const std::uint32_t who = sentence_at(g_, attribution.source.front());
    const bool next = who == last + 1 && attribution.content.size() == 1;
    if (who <= sentence_at(g_, words) || (who != last && !next)) return;
    if (ends_sentence(g_, said) && !introduced(source, attribution, words)) {
      spans_.push_back(first_sentence(g_, words));
    }
  }

  // Whether the source stands before its words: by a name, or by its noun not far before.
  [[nodiscard]] bool introduced(const Source& source, const Attribution& attribution,
                                Span words) const {
    const std::uint32_t first = g_.tokens_in(words).first;
    const std::vector<std::string> name = words_in(source.name);
    if (source.kind == SourceKind::named_person && !name.empty()) {
      const auto place = places_.of(name.back());
      return place && *place < first;
    }
    const TokenRange phrase = g_.tokens_in(attribution.source.front());
    const NounPhrase* noun = g_.noun_at(phrase.first);
    if (!noun) return false;
    for (std::uint32_t t = first; t > 0 && first - t < kNear; --t) {
      if (g_.norm(t - 1) == g_.norm(noun->head)) return true;
    }
    return false;
  }

  void named_late(const Source& source) {
    if (source.kind != SourceKind::named_person) return;
    const std::vector<std::string> name = words_in(source.name);
    if (name.size() < 2) return;
    const auto full = places_.of(name[0] + " " + name[1]);
    if (!full) return;
    for (const Span mention : source.mentions) {
      const TokenRange tokens = g_.tokens_in(mention);
      if (!places_.in_prose(tokens.first)) continue;
      const bool before =
          g_.document.tokens[tokens.first].sentence < g_.document.tokens[*full].sentence;
      if (before && (is_bare_pronoun(tokens, name) || is_short(tokens, name.back()))) {
        spans_.push_back(mention);
      }
      return;
    }
  }

  // "she", before any word of her name.
  [[nodiscard]] bool is_bare_pronoun(TokenRange mention,
                                     const std::vector<std::string>& name) const {
    return mention.last - mention.first == 1 && g_.tag(mention.first) == Tag::pronoun &&
           std::none_of(name.begin(), name.end(), [&](const std::string& word) {
             const auto place = places_.of(word);
             return place && *place < mention.first;
           });
  }

  // "Lind", "Mr Lind" or "Mayor Lind"; "Bo Lind" is somebody else.
  [[nodiscard]] bool is_short(TokenRange mention, const std::string& surname) const {
    const auto& roles = g_.language().of<Roles>();
    for (std::uint32_t t = mention.first; t < mention.last; ++t) {
      if (g_.norm(t) != surname) continue;
      for (std::uint32_t before = mention.first; before < t; ++before) {
        const std::string_view word = g_.norm(before);
        const bool title = roles.is_role(word) || g_.is(before, Role::salutation);
        if (g_.document.tokens[before].word && !title) return false;
      }
      return true;
    }
    return false;
  }

  const Article& article_;
  const Grammar& g_;
  FirstPlaces places_;
  Spans spans_;
};

}  // namespace

Spans attribution_not_restated(const Article& article) {
  const std::vector<Voices> voices = VoiceReader(article).read();
  const std::vector<Paragraph>& paragraphs = article.grammar.document.paragraphs;
  Spans spans;
  bool anybody = false;                  // has somebody spoken before?
  bool clear = false;                    // is it clear who would speak on here?
  bool follows = false;                  // was it announced, or left open?
  bool open = false;                     // did the paragraph before leave a quotation open?
  std::optional<std::uint32_t> speaker;  // who that is
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (!is_prose(paragraphs[i].kind)) continue;
    const Voices& here = voices[i];
    if (here.attributed) {
      clear = here.sources.size() == 1;
      if (clear) speaker = *here.sources.begin();
      follows = here.left_open || here.announces;
      anybody = anybody || !here.sources.empty();
    } else if (here.words.empty()) {
      clear = false;
      follows = here.announces || open;  // a picture may stand between the parts of a quotation
    } else {
      const bool same = !here.owner || here.owner == speaker;
      if (anybody && !here.runs_on && !follows && !(clear && same)) {
        spans.push_back(first_sentence(article.grammar, here.words));
      }
      clear = true;  // what comes next goes on with this
      follows = here.left_open || here.announces;
      if (here.owner) speaker = here.owner;
    }
    open = here.left_open;
  }
  return spans;
}

Spans attribution_late(const Article& article) { return FirstReferences(article).find(); }

}  // namespace sourcelight::style
