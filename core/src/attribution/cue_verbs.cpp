// Reads the cue verbs and makes their forms; see cue_verbs.h.
#include "attribution/cue_verbs.h"

#include <algorithm>
#include <charconv>

#include "lexicon_data.h"

namespace sourcelight {
namespace {

constexpr std::array<std::string_view, kFrames> kFrameNames = {
    "quote", "clause", "aside", "infinitive", "gerund", "object", "about", "hidden"};

std::string_view next_part(std::string_view& text, std::string_view separators) {
  const std::size_t begin = std::min(text.find_first_not_of(separators), text.size());
  const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
  const std::string_view part = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return part;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "admit" doubles its last letter, "offer" and "deem" do not; two syllables double only those
// stressed on the second, which end in -it, -el, -ur, -er only by exception.
bool doubles(std::string_view lemma) {
  const std::size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || !is_vowel(lemma[n - 2]) || is_vowel(lemma[n - 3])) {
    return false;
  }
  if (std::string_view("wxy").find(lemma[n - 1]) != std::string_view::npos) return false;
  const auto vowels = std::count_if(lemma.begin(), lemma.end(), is_vowel);
  constexpr std::string_view kStressedLast[] = {"admit",  "permit", "commit", "concur", "refer",
                                                "prefer", "infer",  "rebut",  "submit", "compel",
                                                "regret", "demur",  "forbid"};
  return vowels == 1 || std::find(std::begin(kStressedLast), std::end(kStressedLast), lemma) !=
                            std::end(kStressedLast);
}

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

const CueVerbs& CueVerbs::english() {
  static const CueVerbs verbs(lexicon::cue_verbs);
  return verbs;
}

std::vector<std::string> regular_forms(std::string_view lemma) {
  const std::string base(lemma);
  const bool y = lemma.size() > 2 && lemma.back() == 'y' && !is_vowel(lemma[lemma.size() - 2]);
  const std::string stem = y ? base.substr(0, base.size() - 1) : base;
  std::vector<std::string> forms = {base};
  forms.push_back(
      y ? stem + "ies"
        : base + (ends_in_any(base, {"s", "x", "z", "ch", "sh", "ho", "to"}) ? "es" : "s"));
  if (y) {
    forms.push_back(stem + "ied");
    forms.push_back(base + "ing");
  } else if (base.ends_with("e")) {
    forms.push_back(base + "d");
    forms.push_back((base.ends_with("ee") ? base : base.substr(0, base.size() - 1)) + "ing");
  } else {
    const std::string doubled = doubles(base) ? base + base.back() : base;
    forms.push_back(doubled + "ed");
    forms.push_back(doubled + "ing");
  }
  return forms;
}

CueVerbs::CueVerbs(std::string_view lines, const CueVerbs* more) : more_(more) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, std::min(lines.find('#'), end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) add(line);
  }
}

void CueVerbs::add(std::string_view line) {
  constexpr std::string_view kBlank = " \t\r";
  std::string_view forms = next_part(line, kBlank);
  CueVerb verb;
  verb.lemma = next_part(forms, "/");
  for (std::string form : regular_forms(verb.lemma))
    forms_.try_emplace(std::move(form), verbs_.size());
  while (!forms.empty()) forms_.insert_or_assign(std::string(next_part(forms, "/")), verbs_.size());
  for (std::string_view entry = next_part(line, kBlank); !entry.empty();
       entry = next_part(line, kBlank)) {
    const std::size_t colon = entry.find(':');
    const std::string_view name = entry.substr(0, colon);
    const auto* frame = std::find(kFrameNames.begin(), kFrameNames.end(), name);
    if (name == "addressee")
      verb.addressee = true;
    else if (colon == std::string_view::npos)
      verb.prepositions.push_back(name);
    else if (frame != kFrameNames.end()) {
      std::uint8_t percent = 0;
      std::from_chars(entry.data() + colon + 1, entry.data() + entry.size(), percent);
      verb.percent[static_cast<std::size_t>(frame - kFrameNames.begin())] = percent;
    }
  }
  verbs_.push_back(std::move(verb));
}

const CueVerb* CueVerbs::find(std::string_view norm) const {
  const auto found = forms_.find(std::string(norm));
  if (found != forms_.end()) return &verbs_[found->second];
  return more_ == nullptr ? nullptr : more_->find(norm);
}

}  // namespace sourcelight
