// The verbs that can signal an attribution, and in which frames: core/lexicon/en/cue_verbs.txt.
// tests/core/attribution/cue_verbs_test.cpp holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sourcelight {

// How a verb takes its content. The word is the one the lexicon file uses.
enum class Frame : std::uint8_t {
  quote,       // He said: "It rains."
  clause,      // He said (that) it rains.
  aside,       // It rains, he said.
  infinitive,  // He vowed to stay.
  gerund,      // He suggested staying.
  object,      // He rejected the plan.
  about,       // He called for calm. (a preposition and its object)
  hidden,      // Rain is expected. It is said to rain. (passive, nobody named)
  count_
};

inline constexpr std::size_t kFrames = static_cast<std::size_t>(Frame::count_);

struct CueVerb {
  std::string_view lemma;
  std::array<std::uint8_t, kFrames> percent{};  // how often the frame is an attribution; 0: never
  bool addressee = false;                       // "told reporters that"
  std::vector<std::string_view> prepositions;   // that open the content of the frame about

  [[nodiscard]] int percent_of(Frame frame) const {
    return percent[static_cast<std::size_t>(frame)];
  }
};

class CueVerbs {
 public:
  // Those of core/lexicon/en, read once.
  [[nodiscard]] static const CueVerbs& english();

  // One verb a line: lemma, irregular forms after slashes, then frame:percent pairs; to: on: ...
  // name prepositions; `addressee` marks verbs of telling.
  // `more` is asked where these do not have a verb; it and `lines` must live as long.
  explicit CueVerbs(std::string_view lines, const CueVerbs* more = nullptr);

  // The verb of which `norm` (lower case) is a form, or nullptr.
  [[nodiscard]] const CueVerb* find(std::string_view norm) const;
  [[nodiscard]] const std::vector<CueVerb>& all() const { return verbs_; }
  // Whether `norm` is a form of one of all().
  [[nodiscard]] bool has(std::string_view norm) const { return forms_.contains(std::string(norm)); }

 private:
  void add(std::string_view line);

  const CueVerbs* more_;
  std::vector<CueVerb> verbs_;
  std::unordered_map<std::string, std::size_t> forms_;
};

// All regular forms of an English verb ("deny": denies, denied, denying), the lemma first.
[[nodiscard]] std::vector<std::string> regular_forms(std::string_view lemma);

}  // namespace sourcelight
