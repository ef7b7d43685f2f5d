// What the labeller says of each token: the seven labels of the published protocol on PolNeAR
// (Wang et al., "CofeNet", COLING 2022): the first token of a span, one inside it, or none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sourcelight::model {

// The order is that of LABELS in tools/train/labeller_data.py.
enum class Label : std::uint8_t {
  none,
  source_begin,
  source_inside,
  cue_begin,
  cue_inside,
  content_begin,
  content_inside
};

inline constexpr std::size_t label_count = 7;

// One entry a token of the document.
struct Labels {
  std::vector<Label> best;         // the likeliest sequence
  std::vector<float> probability;  // of that label at that token, 0 to 1
};

}  // namespace sourcelight::model
