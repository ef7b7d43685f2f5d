// What is known of whom each source may mean, as JSON: for training the scorer
// (tools/train/who.py). tests/core/sources/choice_test.cpp holds it.
#pragma once

#include <string>

#include "sources/choice.h"

namespace sourcelight {

struct ChoicesOf {
  std::uint32_t attribution;  // its id
  std::size_t chosen;
  std::vector<Choice> choices;
};

// Of each attribution with a source, in their order, as resolve_sources() has them.
[[nodiscard]] std::vector<ChoicesOf> tell_choices(const Grammar& grammar,
                                                  const std::vector<Attribution>& attributions);

// {"phrases": [{"attribution": 0, "chosen": 1, "choices":
//   [{"name": "...", "kind": "named_person", "title": "...", "signs": [[sign, thousandths], ...]},
//   ...]}, ...]}
[[nodiscard]] std::string choices_json(const Grammar& grammar,
                                       const std::vector<Attribution>& attributions);

}  // namespace sourcelight
