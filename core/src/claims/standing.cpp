// Judges each attribution by its cue and its source; see standing.h. PolNeAR marks more than a
// reader would call somebody's word ("sues to stop", "was formerly known as"): those are left out.
#include "claims/standing.h"

#include <algorithm>

#include "attribution/cue_verbs.h"
#include "base/chars.h"
#include "base/word_list.h"
#include "lexicon_data.h"
#include "sources/roles.h"

namespace sourcelight {
namespace {

const WordList& deeds() {
  static const WordList words(lexicon::deeds);
  return words;
}

// Every word of cue_nouns.txt that is a form of a noun: entries open with them.
bool is_cue_noun(std::string_view norm) {
  static const auto nouns = [] {
    std::unordered_set<std::string_view> forms;
    for (const std::string_view entry : read_entries(lexicon::cue_nouns)) {
      for (std::size_t at = 0; at < entry.size();) {
        const std::size_t end = std::min(entry.find(' ', at), entry.size());
        const std::string_view word = entry.substr(at, end - at);
        if (!word.empty() && word.front() >= '0' && word.front() <= '9') break;
        forms.insert(word);
        at = end + 1;
      }
    }
    return forms;
  }();
  return nouns.contains(norm);
}

// "Norre Herald": one of its words is that of a newspaper, a channel, an agency.
bool is_news_medium(std::string_view name) {
  static const WordList words(lexicon::news_media);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (words.has(lower(name.substr(at, end - at)))) return true;
    at = end + 1;
  }
  return false;
}

class Judge {
 public:
  Judge(const Grammar& grammar, const SourceTable& sources)
      : g_(grammar),
        sources_(sources),
        own_verbs_(grammar.vocabulary ? grammar.vocabulary->verbs : std::string_view()) {}

  Standing judge(const Attribution& a) const {
    const ClaimStatus status = status_of(a);
    return {a.source.empty() ? hedges(a) : tells(a), status};
  }

 private:
  ClaimStatus status_of(const Attribution& a) const {
    const auto& source = sources_.of[a.id];
    if (!source || a.source.empty() || only_hears(a) || is_told(a)) return ClaimStatus::hidden;
    switch (sources_.sources[*source].kind) {
      case SourceKind::document:
        return is_any_document(a) ? ClaimStatus::unnamed : ClaimStatus::named;
      case SourceKind::named_person:
      case SourceKind::named_organization:
        return ClaimStatus::named;
      case SourceKind::anonymous:
      case SourceKind::unnamed_group:
        return ClaimStatus::unnamed;
      case SourceKind::author:
        return ClaimStatus::unsourced;
      case SourceKind::none:
        break;
    }
    return ClaimStatus::hidden;
  }

  // "Studies", "previous research": no document that the reader could look up.
  bool is_any_document(const Attribution& a) const {
    if (a.source.size() != 1) return false;
    const TokenRange source = g_.tokens_in(a.source.front());
    if (source.empty() || source.last - source.first > 3) return false;
    for (std::uint32_t t = source.first; t + 1 < source.last; ++t) {
      if (g_.tag(t) != Tag::adjective && g_.tag(t) != Tag::determiner && g_.tag(t) != Tag::adverb)
        return false;
      if (g_.is(t, Role::particular_determiner)) return false;
    }
    return g_.is(source.last - 1, Role::generic_document);
  }

  // Without a source: a word that says that somebody says so, though not who.
  bool hedges(const Attribution& a) const {
    static const WordList words(lexicon::hedges);
    if (a.quote == QuoteKind::direct) return true;
    return any_token(a.cue, [&](std::uint32_t t) { return words.has(g_.norm(t)); });
  }

  bool tells(const Attribution& a) const {
    static const WordList minds(lexicon::minds);
    if (a.quote == QuoteKind::direct) return true;
    if (stays_silent(a) || g_.is(g_.tokens_in(a.source.front()).first, Role::anybody)) return false;
    bool known = false;
    bool deed = false;
    for (const Span& span : a.cue) {
      const TokenRange tokens = g_.tokens_in(span);
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        if (g_.is(t, Role::source_preposition) || !g_.document.tokens[t].word) return true;
        if (minds.has(g_.norm(t)) || (is_noun(g_.tag(t)) && is_cue_noun(g_.norm(t)))) return true;
        if (own_verbs_.has(g_.norm(t))) return true;
        const CueVerb* verb =
            g_.is(t, Role::auxiliary) ? nullptr : CueVerbs::english().find(g_.norm(t));
        if (verb == nullptr) continue;
        const bool does = deeds().has(verb->lemma);
        known |= !does;
        deed |= does;
      }
    }
    const bool written = a.source.empty() || kind_of(a) == SourceKind::document;
    return known || (deed && (written || opens_clause(a) || a.quote == QuoteKind::mixed));
  }

  // "did not respond to a request for comment"
  bool stays_silent(const Attribution& a) const {
    return any_is(a.cue, Role::answering_verb) && any_is(a.cue, Role::negation);
  }

  // "The jury heard": those who hear it do not say it.
  bool only_hears(const Attribution& a) const {
    return any_is(a.source, Role::hearing_body) && any_is(a.cue, Role::hearing_verb) &&
           any_token(a.cue, [&](std::uint32_t t) {
             const VerbGroup* verb = g_.verb_at(t);
             return !g_.is(t, Role::telling_verb) || !verb || verb->passive || verb->participle;
           });
  }

  // "Residents were told that": they did not say it, and who did is not given.
  bool is_told(const Attribution& a) const {
    if (a.source.back().end > a.cue.front().begin) return false;  // "was told by Lee"
    return any_token(a.cue, [&](std::uint32_t t) {
      const VerbGroup* verb = g_.verb_at(t);
      return verb && verb->passive && verb->head == t && g_.is(t, Role::informing_verb);
    });
  }

  SourceKind kind_of(const Attribution& a) const {
    const auto& source = sources_.of[a.id];
    return source ? sources_.sources[*source].kind : SourceKind::none;
  }

  bool opens_clause(const Attribution& a) const {
    const TokenRange cue = g_.tokens_in(a.cue.back());
    if (!cue.empty() && g_.is(cue.last - 1, Role::cue_end)) return true;
    const TokenRange content = g_.tokens_in(a.content.front());
    return !content.empty() && g_.is(content.first, Role::content_opening);
  }

  template <typename Test>
  bool any_token(const Spans& spans, Test test) const {
    for (const Span& span : spans) {
      const TokenRange tokens = g_.tokens_in(span);
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        if (test(t)) return true;
      }
    }
    return false;
  }

  bool any_is(const Spans& spans, Role role) const {
    return any_token(spans, [&](std::uint32_t t) { return g_.is(t, role); });
  }

  const Grammar& g_;
  const SourceTable& sources_;
  const CueVerbs own_verbs_;  // of the newsroom
};

}  // namespace

std::vector<Standing> find_standings(const Grammar& grammar,
                                     const std::vector<Attribution>& attributions,
                                     const SourceTable& sources) {
  const Judge judge(grammar, sources);
  std::vector<Standing> standings;
  standings.reserve(attributions.size());
  for (const Attribution& a : attributions) standings.push_back(judge.judge(a));
  return standings;
}

bool is_citing(const Grammar& g, std::uint32_t t) { return g.is(t, Role::citing_verb); }

bool cites_unnamed(const Grammar& g, TokenRange tokens) {
  for (std::uint32_t t = tokens.first + 1; t < tokens.last; ++t) {
    if (Roles::english().anonymous_nouns.has(g.norm(t))) return true;
    const VerbGroup* verb = g.verb_at(t);
    if ((verb && verb->finite) || g.tag(t) == Tag::proper_noun) return false;
  }
  return false;
}

bool is_verb_of_saying(const Grammar& g, const VerbGroup& verb) {
  const CueVerb* cue = CueVerbs::english().find(g.norm(verb.head));
  return cue != nullptr && !deeds().has(cue->lemma);
}

bool has_nominal_cue(const Grammar& g, const Attribution& a) {
  return is_noun(g.tag(g.tokens_in(a.cue.front()).first));
}

bool passes_on(const Grammar& g, const SourceTable& sources, const Attribution& outer,
               const Attribution& inner) {
  const auto& by = sources.of[outer.id];
  const auto& from = sources.of[inner.id];
  if (!by || !from) return false;
  const SourceKind kind = sources.sources[*from].kind;
  if (kind != SourceKind::anonymous && kind != SourceKind::unnamed_group) return false;
  const Source& carrier = sources.sources[*by];
  if (carrier.kind != SourceKind::named_organization && carrier.kind != SourceKind::document) {
    return false;
  }
  if (is_news_medium(carrier.name)) return true;
  const TokenRange cue = g.tokens_in(outer.cue.front());
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    const CueVerb* verb = CueVerbs::english().find(g.norm(t));
    if (verb && is_role(verb->lemma, Role::passing_on_verb)) return true;
  }
  return false;
}

}  // namespace sourcelight
