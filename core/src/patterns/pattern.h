// A regular expression in RE2's syntax, compiled: a value that finds its matches in a text. The one
// place that knows RE2 (docs/adr/0003). tests/core/patterns hold it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace re2 {
class RE2;
}

namespace sourcelight {

struct PatternOptions {
  bool ignore_case = false;
  // In bytes, of compiled form and automata together. An expression that does not compile in it is
  // refused; one whose automata do not fit is searched by a slower way, linear too.
  std::int64_t most_memory = std::int64_t{1} << 20;
};

// Copies share the compiled form; many threads may search with one. Time to search is linear in the
// length of the text for every expression, and the memory of each is bounded.
class Pattern {
 public:
  // The pattern, or what is wrong with the expression (UTF-8). "^" and "$" stand for the begin and
  // end of a line, "." is anything but a line end.
  [[nodiscard]] static std::variant<Pattern, std::string> compile(std::string_view expression,
                                                                  PatternOptions options = {});

  // All matches within `within` that are not empty, from left to right, none overlapping: bytes of
  // `text`, which must be UTF-8. What stands around `within` counts for "\b". If the expression
  // has groups, the match is what the first of those that took part holds. No match spans two
  // pieces of some kB into which long stretches are cut, at line ends if they have any.
  [[nodiscard]] std::vector<Span> find_all(std::string_view text, Span within) const;
  [[nodiscard]] std::vector<Span> find_all(std::string_view text) const {
    return find_all(text, {0, static_cast<std::uint32_t>(text.size())});
  }

 private:
  explicit Pattern(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}
  void find_in_piece(std::string_view text, Span piece, std::vector<Span>& found) const;

  std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace sourcelight
