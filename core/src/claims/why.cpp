// Every sentence of Claim::why stands here; web/words has the same in other languages.
#include "claims/why.h"

namespace sourcelight {
namespace {

class Sentence {
 public:
  Sentence(const Reason& reason, const std::vector<Source>& sources)
      : reason_(reason), sources_(sources) {}

  [[nodiscard]] std::string say() const {
    std::string sentence = main();
    if (!reason_.echo) return sentence;
    sentence.pop_back();
    return sentence + "; " + name_of(reason_.echo->source) + " is given for it in paragraph " +
           std::to_string(reason_.echo->paragraph) + ".";
  }

 private:
  [[nodiscard]] std::string main() const {
    const std::string cue = "“" + reason_.cue + "”";
    switch (reason_.kind) {
      case ReasonKind::attributed:
        return "Attributed to " + name_of(reason_.source) + " (" + cue + ").";
      case ReasonKind::linked:
        return "Linked to " + name_of(reason_.source) + ".";
      case ReasonKind::unidentified:
        return "Attributed to people the reader cannot identify: “" + name_of(reason_.source) +
               "” (" + cue + ").";
      case ReasonKind::passed_on: {
        std::string who = name_of(reason_.via) + " has it from people the reader cannot identify";
        if (reason_.source) who += ": “" + name_of(reason_.source) + "”";
        return who + " (" + cue + ").";
      }
      case ReasonKind::nobody_given:
        return "Presented as somebody’s word (" + cue + "), but nobody is given.";
      case ReasonKind::writer:
        return "The writer’s own word (" + cue + ").";
      default:
        return std::string(without_facts());
    }
  }

  [[nodiscard]] std::string_view without_facts() const {
    switch (reason_.kind) {
      case ReasonKind::quotation_alone:
        return "A quotation whose speaker the article does not give.";
      case ReasonKind::own_voice:
        return "Stated in the article’s own voice.";
      case ReasonKind::headline:
        return "A headline that asserts nothing.";
      case ReasonKind::byline:
        return "A byline.";
      case ReasonKind::caption:
        return "A caption.";
      case ReasonKind::credit:
        return "A credit line.";
      case ReasonKind::question:
        return "A question.";
      case ReasonKind::announcement:
        return "An announcement to the reader.";
      case ReasonKind::newsroom:
        return "What the newsroom did for the article.";
      case ReasonKind::request:
        return "A request to the reader.";
      case ReasonKind::picture:
        return "Names what is shown, but asserts nothing.";
      case ReasonKind::opinion:
        return "The writer’s own opinion.";
      case ReasonKind::no_verb:
        return "Asserts nothing that could be checked.";
      default:
        return "Tells of a statement, but not what it says.";
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
  return Sentence(reason, sources).say();
}

}  // namespace sourcelight
