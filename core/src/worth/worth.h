// What deserves a second look in a sentence, by three small linear models: words that judge,
// whether a reader would call it biased, whether people would check it. core/models/en.worth.md
// tells where the weights come from and how often they are right. tests/core/worth and
// tests/cases/worth hold it.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/grammar.h"

namespace sourcelight::worth {

// From this probability on a sentence counts as biased: the best F1 in cross-validation.
inline constexpr double biased_from = 0.4;

struct Judgement {
  // The probability that readers call the sentence biased, wherever its words stand (in a quotation
  // too).
  double biased = 0;

  // The probability that people take the sentence for a factual claim worth a check.
  double check_worthy = 0;

  // The tokens, in order, that judge in the article's own voice ("slammed", "brutal"): no names,
  // nothing inside quotation marks. core/lexicon/en/loaded_always.txt and loaded_never.txt overrule
  // the model.
  std::vector<std::uint32_t> loaded;
};

// Linear in the length of the sentence, but for a sort of its features. A sentence that is recalled
// is not judged again.
[[nodiscard]] Judgement judge(const Grammar& grammar, const Sentence& sentence,
                              Recall* recall = nullptr);

// One of the three alone; who wants two asks judge(), which reads the sentence once.
[[nodiscard]] double biased(const Grammar& grammar, const Sentence& sentence);
[[nodiscard]] double check_worthy(const Grammar& grammar, const Sentence& sentence);
[[nodiscard]] std::vector<std::uint32_t> loaded_words(const Grammar& grammar,
                                                      const Sentence& sentence);

}  // namespace sourcelight::worth
