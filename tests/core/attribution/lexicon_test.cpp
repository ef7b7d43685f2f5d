// Holds core/lexicon/en/cue_verbs.txt and cue_nouns.txt: a line that were read wrongly would be
// a cue that is never found.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

#include "attribution/cue_verbs.h"
#include "lexicon_data.h"

namespace sourcelight {
namespace {

using Words = std::vector<std::string>;

// The lines of a list, each cut at its blanks, without comments and empty lines.
std::vector<Words> lines_of(std::string_view list) {
  std::vector<Words> lines;
  std::istringstream in{std::string(list)};
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    Words cut;
    for (std::string word; words >> word;) cut.push_back(word);
    if (!cut.empty()) lines.push_back(cut);
  }
  return lines;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_percent(const std::string& text) { return is_number(text) && std::stoi(text) <= 100; }

bool is_word(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
}

Words cut_at(const std::string& text, char mark) {
  std::istringstream in(text);
  Words parts;
  for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
  return parts;
}

TEST_CASE("every line of the cue verbs is a verb and its frames") {
  const std::set<std::string> frames = {"quote",  "clause", "aside", "infinitive",
                                        "gerund", "object", "about", "hidden"};
  for (const Words& line : lines_of(lexicon::cue_verbs)) {
    INFO(line.front());
    for (const std::string& form : cut_at(line.front(), '/')) CHECK(is_word(form));
    int percents = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
      INFO(line[i]);
      const Words parts = cut_at(line[i], ':');
      if (parts.size() == 1) {
        CHECK(is_word(line[i]));
        continue;
      }
      REQUIRE(parts.size() == 2);
      CHECK(frames.count(parts[0]) == 1);
      CHECK(is_percent(parts[1]));
      ++percents;
    }
    CHECK(percents > 0);
  }
}

TEST_CASE("the frame about and its prepositions come together") {
  const CueVerbs verbs(lexicon::cue_verbs);
  for (const CueVerb& verb : verbs.all()) {
    INFO(verb.lemma);
    if (verb.percent_of(Frame::about) > 0) CHECK_FALSE(verb.prepositions.empty());
  }
}

TEST_CASE("no verb stands in the list twice, and no form belongs to two verbs") {
  // A form of two verbs goes to the one that lists it as irregular; two spellings share forms.
  const std::set<std::string> shared = {"found", "saw", "felt", "lambasted", "lambasting"};
  std::map<std::string, std::string> owner;
  for (const Words& line : lines_of(lexicon::cue_verbs)) {
    Words forms = cut_at(line.front(), '/');
    const std::string lemma = forms.front();
    const Words regular = regular_forms(lemma);
    forms.insert(forms.end(), regular.begin(), regular.end());
    for (const std::string& form : std::set<std::string>(forms.begin(), forms.end())) {
      if (shared.count(form) > 0) continue;
      const auto [found, fresh] = owner.try_emplace(form, lemma);
      INFO(form << " of " << lemma << " and " << found->second);
      CHECK(fresh);
    }
  }
}

TEST_CASE("verbs that news is told with are in the list, in all their forms") {
  const CueVerbs verbs(lexicon::cue_verbs);
  for (const char* form :
       {"says",    "said",     "saying", "tells",   "told",     "telling", "wrote",
        "written", "added",    "thinks", "thought", "knew",     "known",   "denied",
        "denies",  "admitted", "found",  "stated",  "claims",   "warning", "argued",
        "accused", "believed", "agreed", "vowed",   "announced"}) {
    INFO(form);
    CHECK(verbs.find(form) != nullptr);
  }
  // Those that a plain rule would spell wrongly.
  for (const char* form :
       {"echoes", "vetoes", "acquitted", "regretted", "demurred", "panicked", "forbidding"}) {
    INFO(form);
    CHECK(verbs.find(form) != nullptr);
  }
  for (const char* form : {"the", "bridge", "river", "on", "swam", "built", "ate"}) {
    INFO(form);
    CHECK(verbs.find(form) == nullptr);
  }
}

TEST_CASE("every line of the cue nouns is forms, two percents and the words that open") {
  std::set<std::string> seen;
  for (const Words& line : lines_of(lexicon::cue_nouns)) {
    INFO(line.front());
    const auto number = std::find_if(line.begin(), line.end(), is_number);
    REQUIRE(line.end() - number >= 3);
    CHECK(number > line.begin());
    CHECK(is_percent(number[0]));
    CHECK(is_percent(number[1]));
    for (auto form = line.begin(); form != number; ++form) {
      CHECK(is_word(*form));
      CHECK(seen.insert(*form).second);
    }
    CHECK(std::all_of(number + 2, line.end(), is_word));
  }
}

}  // namespace
}  // namespace sourcelight
