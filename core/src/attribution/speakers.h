// Speakers set apart by a mark, whom the labeller sees less well: turns of transcripts and
// interviews ("LEE: It rains."), a name before a quotation ("And from Lee:"), and one after a dash
// (“It rains.” — Lee). tests/core/attribution/speakers_test.cpp holds it.
#pragma once

#include <vector>

#include "attribution/reading.h"

namespace sourcelight {

struct Speaker {
  TokenRange source;
  TokenRange cue;  // the mark
  TokenRange content;
  float probability = 0;     // how often such a mark gives somebody's word
  bool takes_turns = false;  // a name that opens several paragraphs, or as all do
};

[[nodiscard]] std::vector<Speaker> find_speakers(const Reading& reading);

}  // namespace sourcelight
