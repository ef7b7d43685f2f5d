// The words that a check looks for, as a rule file of core/rules/LANGUAGE (style_*.txt) gives them.
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

// The rule of one file of a language, for Language::of(), which makes it when a check first asks.
template <Rules name>
class RuleOf : public TextRule {
 public:
  explicit RuleOf(const Language& language) : TextRule(language.file(name)) {}
};

using Opinions = RuleOf<Rules::style_opinion>;
using NoAccusations = RuleOf<Rules::style_no_accusation>;
using People = RuleOf<Rules::style_person>;
using ReasonsForAnonymity = RuleOf<Rules::style_anonymity_reason>;
using Refusals = RuleOf<Rules::style_refusal>;
using Relations = RuleOf<Rules::style_relation>;

}  // namespace sourcelight::style
