// The rules, one a file. Each looks at the reading and adds what it finds; a later rule leaves
// alone the cues an earlier one took. attribution.cpp holds the list.
#pragma once

#include <vector>

#include "attribution/reading.h"

namespace sourcelight {

using Candidates = std::vector<Candidate>;

// "It rains," said Lee. Lee said: "It rains. [...] It pours." Also over paragraphs.
void find_quotations(const Reading& reading, Candidates& found);

// LEE: It rains. / Poll: Rain ahead / "It rains." — Lee
void find_labels(const Reading& reading, Candidates& found);

// It rains, according to Lee. In Lee's words, ... As Lee put it, ... In Lee's view, ...
void find_according_to(const Reading& reading, Candidates& found);

// Lee said it rains. It rains, Lee said. Lee vowed to stay. Rain is expected.
void find_verbs(const Reading& reading, Candidates& found);

// Lee's claim that it rains; claims by Lee that ...; accusations of fraud.
void find_nouns(const Reading& reading, Candidates& found);

// It reportedly rained. The alleged flood.
void find_hedges(const Reading& reading, Candidates& found);

// All rules in order of precedence.
[[nodiscard]] Candidates find_candidates(const Reading& reading);

// What they found, however unsure, as attributions in order.
[[nodiscard]] std::vector<Attribution> attributions_by_rules(const Grammar& grammar);

// Which tokens a cue found so far covers.
[[nodiscard]] std::vector<bool> taken_by_cues(const Reading& reading, const Candidates& found);

}  // namespace sourcelight
