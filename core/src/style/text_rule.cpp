// Contract in text_rule.h.
#include "style/text_rule.h"

#include <algorithm>

namespace sourcelight::style {
namespace {

SignalRule read(std::string_view file, std::vector<std::string>& problems) {
  RuleWords words;
  return read_rule(file, words, problems);
}

}  // namespace

TextRule::TextRule(std::string_view file) : rule_(read(file, problems_)) {}

Spans TextRule::in(const Grammar& grammar, Span within) const {
  const std::string_view text = grammar.document.text.utf8;
  Spans found;
  for (const auto& [wanted, pattern] : rule_.find) {
    for (const Span span : pattern.find_all(text, within)) {
      if (is_of(wanted, grammar.tag(grammar.tokens_in(span).first))) found.push_back(span);
    }
  }
  if (found.empty() || !rule_.except) return found;
  const Spans except = rule_.except->find_all(text, within);
  std::erase_if(found, [&](Span span) {
    return std::any_of(except.begin(), except.end(), [&](Span other) {
      return other.begin < span.end && span.begin < other.end;
    });
  });
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace sourcelight::style
