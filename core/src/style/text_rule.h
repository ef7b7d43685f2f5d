// The words that a check looks for, as a rule file of core/rules/en (style_*.txt) gives them.
// tests/core/style/checks_test.cpp holds it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "signals/rule_file.h"

namespace sourcelight::style {

class TextRule {
 public:
  explicit TextRule(std::string_view file);

  // What it finds that lies within the span: bytes of the text, from left to right.
  [[nodiscard]] Spans in(const Grammar& grammar, Span within) const;

  // What in the file makes no sense: nothing, as the test holds.
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }

 private:
  std::vector<std::string> problems_;
  SignalRule rule_;
};

// Each is made once, when a check first asks for it.
[[nodiscard]] const TextRule& opinions();
[[nodiscard]] const TextRule& no_accusations();
[[nodiscard]] const TextRule& people();
[[nodiscard]] const TextRule& reasons_for_anonymity();
[[nodiscard]] const TextRule& refusals();
[[nodiscard]] const TextRule& relations();

}  // namespace sourcelight::style
