// The sentences of Claim::why stand in core/lexicon/en/messages.txt; web/words has the same in
// other languages.
#include "claims/why.h"

#include <algorithm>
#include <utility>

#include "base/chars.h"
#include "sources/pronouns.h"
#include "words/messages.h"
#include "words/roles.h"

namespace sourcelight {
namespace {

class Sentence {
 public:
  Sentence(const Language& language, const Reason& reason, const std::vector<Source>& sources)
      : language_(language), reason_(reason), sources_(sources) {}

  [[nodiscard]] std::string whole() const {
    std::string sentence = main();
    if (!reason_.echo) return sentence;
    sentence.pop_back();
    return say(language_, Message::why_echo,
               {sentence, name_of(reason_.echo->source), std::to_string(reason_.echo->paragraph)});
  }

 private:
  [[nodiscard]] std::string main() const {
    const std::string& cue = reason_.cue;
    switch (reason_.kind) {
      case ReasonKind::attributed:
        return say(language_, Message::why_attributed, {name_of(reason_.source), cue});
      case ReasonKind::linked:
        return say(language_, Message::why_linked, {name_of(reason_.source)});
      case ReasonKind::unidentified:
        return say(language_, Message::why_unidentified, {name_of(reason_.source), cue});
      case ReasonKind::passed_on:
        if (!reason_.source)
          return say(language_, Message::why_passed_on, {name_of(reason_.via), cue});
        return say(language_, Message::why_passed_on_from,
                   {name_of(reason_.via), name_of(reason_.source), cue});
      case ReasonKind::nobody_given:
        return say(language_, Message::why_nobody_given, {cue});
      case ReasonKind::by_hand:
        if (!reason_.source) return std::string(say(language_, Message::why_by_hand));
        return say(language_, Message::why_attributed_by_hand, {name_of(reason_.source)});
      default:
        return std::string(say(language_, without_facts()));
    }
  }

  [[nodiscard]] Message without_facts() const {
    switch (reason_.kind) {
      case ReasonKind::quotation_alone:
        return Message::why_quotation_alone;
      case ReasonKind::own_voice:
        return Message::why_own_voice;
      case ReasonKind::linked_within:
        return Message::why_linked_within;
      case ReasonKind::headline:
        return Message::why_headline;
      case ReasonKind::byline:
        return Message::why_byline;
      case ReasonKind::caption:
        return Message::why_caption;
      case ReasonKind::credit:
        return Message::why_credit;
      case ReasonKind::question:
        return Message::why_question;
      case ReasonKind::announcement:
        return Message::why_announcement;
      case ReasonKind::newsroom:
        return Message::why_newsroom;
      case ReasonKind::request:
        return Message::why_request;
      case ReasonKind::picture:
        return Message::why_picture;
      case ReasonKind::opinion:
        return Message::why_opinion;
      default:
        return Message::why_no_verb;
    }
  }

  [[nodiscard]] std::string name_of(std::optional<std::uint32_t> source) const {
    return source && *source < sources_.size() ? sources_[*source].name : std::string();
  }

  const Language& language_;
  const Reason& reason_;
  const std::vector<Source>& sources_;
};

}  // namespace

std::string say(const Language& language, const Reason& reason,
                const std::vector<Source>& sources) {
  return Sentence(language, reason, sources).whole();
}

std::string capitalized(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words;
}

namespace {

// "an unnamed official"
bool is_told_unnamed(const Language& language, std::string_view name) {
  while (!name.empty()) {
    const std::size_t blank = std::min(name.find(' '), name.size());
    if (is_role(language, name.substr(0, blank), Role::already_unnamed)) return true;
    name.remove_prefix(std::min(blank + 1, name.size()));
  }
  return false;
}

}  // namespace

std::string whose_word(const Language& language, const Claim& claim,
                       const std::vector<Source>& sources) {
  const auto known = [&](std::optional<std::uint32_t> id) {
    return id && *id < sources.size() ? &sources[*id] : nullptr;
  };
  const auto with_title = [](const Source& source) {
    const std::string title = source.title.substr(0, source.title.find(';'));
    return title.empty() ? source.name : source.name + ", " + title;
  };
  const auto not_named = [&](const Source& source) {
    if (language.of<Pronouns>().of(lower(source.name)) != Pronoun::none) {
      return std::string(say(language, Message::somebody));  // "they"
    }
    return is_told_unnamed(language, lower(source.name))
               ? source.name
               : say(language, Message::not_named, {source.name});
  };
  const Source* by = known(claim.reason.source);
  const Source* via = known(claim.reason.via);
  switch (claim.status) {
    case ClaimStatus::named:
      return by ? capitalized(with_title(*by)) : std::string();
    case ClaimStatus::unnamed:
      if (via && by)
        return capitalized(say(language, Message::from, {with_title(*via), not_named(*by)}));
      if (via) return capitalized(say(language, Message::from_unnamed, {with_title(*via)}));
      return by ? capitalized(not_named(*by)) : std::string();
    case ClaimStatus::hidden:
      return std::string(say(language, Message::nobody_named));
    case ClaimStatus::unsourced:
    case ClaimStatus::none:
      return {};
  }
  return {};
}

Claim make_claim(const Language& language, Spans spans, ClaimStatus status,
                 std::vector<std::uint32_t> attributions, Reason reason,
                 const std::vector<Source>& sources) {
  std::sort(attributions.begin(), attributions.end());
  Claim claim;
  claim.spans = std::move(spans);
  claim.status = status;
  claim.attributions = std::move(attributions);
  claim.why = say(language, reason, sources);
  claim.reason = std::move(reason);
  return claim;
}

}  // namespace sourcelight
