// Reads a rule file of core/rules: what one signal looks like, as patterns. docs of the format are
// at the head of core/rules/en/words.txt. tests/core/signals hold it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/grammar.h"
#include "patterns/pattern.h"

namespace sourcelight {

// Classes of tags that a rule may ask of the first word of a match.
enum class WordClass { any, verb, noun, modal, adjective };

struct SignalRule {
  std::vector<std::pair<WordClass, Pattern>> find;
  std::optional<Pattern> except;  // a match that overlaps one of its matches is dropped
};

// The names of lists ("let") with what stands for them.
using RuleWords = std::vector<std::pair<std::string, std::string>>;

// Adds the lists of a file to `words`, and its patterns to the rule. What makes no sense is told in
// `problems`, one line each, and left out.
[[nodiscard]] SignalRule read_rule(std::string_view file, RuleWords& words,
                                   std::vector<std::string>& problems);

[[nodiscard]] bool is_of(WordClass wanted, Tag tag);

}  // namespace sourcelight
