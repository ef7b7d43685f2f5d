// The sentences of Claim::why stand in core/lexicon/en/messages.txt; web/words has the same in
// other languages.
#include "claims/why.h"

#include <algorithm>
#include <utility>

#include "words/messages.h"

namespace sourcelight {
namespace {

class Sentence {
 public:
  Sentence(const Reason& reason, const std::vector<Source>& sources)
      : reason_(reason), sources_(sources) {}

  [[nodiscard]] std::string whole() const {
    std::string sentence = main();
    if (!reason_.echo) return sentence;
    sentence.pop_back();
    return say(Message::why_echo,
               {sentence, name_of(reason_.echo->source), std::to_string(reason_.echo->paragraph)});
  }

 private:
  [[nodiscard]] std::string main() const {
    const std::string& cue = reason_.cue;
    switch (reason_.kind) {
      case ReasonKind::attributed:
        return say(Message::why_attributed, {name_of(reason_.source), cue});
      case ReasonKind::linked:
        return say(Message::why_linked, {name_of(reason_.source)});
      case ReasonKind::unidentified:
        return say(Message::why_unidentified, {name_of(reason_.source), cue});
      case ReasonKind::passed_on:
        if (!reason_.source) return say(Message::why_passed_on, {name_of(reason_.via), cue});
        return say(Message::why_passed_on_from,
                   {name_of(reason_.via), name_of(reason_.source), cue});
      case ReasonKind::nobody_given:
        return say(Message::why_nobody_given, {cue});
      case ReasonKind::by_hand:
        if (!reason_.source) return std::string(say(Message::why_by_hand));
        return say(Message::why_attributed_by_hand, {name_of(reason_.source)});
      default:
        return std::string(say(without_facts()));
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

  const Reason& reason_;
  const std::vector<Source>& sources_;
};

}  // namespace

std::string say(const Reason& reason, const std::vector<Source>& sources) {
  return Sentence(reason, sources).whole();
}

Claim make_claim(Spans spans, ClaimStatus status, std::vector<std::uint32_t> attributions,
                 Reason reason, const std::vector<Source>& sources) {
  std::sort(attributions.begin(), attributions.end());
  Claim claim;
  claim.spans = std::move(spans);
  claim.status = status;
  claim.attributions = std::move(attributions);
  claim.why = say(reason, sources);
  claim.reason = std::move(reason);
  return claim;
}

}  // namespace sourcelight
