// Contract in hints.h.
#include "attribution/hints.h"

namespace sourcelight {
namespace {

constexpr std::uint8_t kNestedSource = 19;
constexpr std::uint8_t kNestedCue = 20;

class Hints {
 public:
  explicit Hints(const Grammar& grammar) : grammar_(grammar), of_(grammar.tags.size(), 0) {}

  void add(const Spans& spans, int role, double confidence) {
    const int doubt = confidence >= 0.7 ? 0 : confidence >= 0.5 ? 1 : 2;
    for (const Span& span : spans) {
      const TokenRange range = grammar_.tokens_in(span);
      for (std::uint32_t t = range.first; t < range.last; ++t) {
        const int inside = t == range.first ? 0 : 1;
        of_[t] = static_cast<std::uint8_t>(1 + 6 * doubt + 2 * role + inside);
      }
    }
  }

  void add_nested(const Spans& spans, std::uint8_t hint) {
    for (const Span& span : spans) {
      const TokenRange range = grammar_.tokens_in(span);
      for (std::uint32_t t = range.first; t < range.last; ++t) of_[t] = hint;
    }
  }

  [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(of_); }

 private:
  const Grammar& grammar_;
  std::vector<std::uint8_t> of_;
};

}  // namespace

std::vector<std::uint8_t> rule_hints(const Grammar& grammar,
                                     const std::vector<Attribution>& by_rules) {
  Hints hints(grammar);
  // The later wins a contested token: of cue, source and content the content is the longest.
  for (const Attribution& a : by_rules) {
    if (!a.parent) hints.add(a.content, 2, a.confidence);
  }
  for (const Attribution& a : by_rules) {
    if (a.parent) {
      hints.add_nested(a.source, kNestedSource);
      hints.add_nested(a.cue, kNestedCue);
    }
  }
  for (const Attribution& a : by_rules) {
    if (!a.parent) hints.add(a.source, 0, a.confidence);
  }
  for (const Attribution& a : by_rules) {
    if (!a.parent) hints.add(a.cue, 1, a.confidence);
  }
  return hints.take();
}

}  // namespace sourcelight
