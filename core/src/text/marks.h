// The marks of one paragraph that may be quotation marks, each with what it does where it stands:
// apostrophes, inches and feet are left out. The first half of find_quotations().
// tests/cases/text/quotations hold it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sourcelight/sourcelight.h"
#include "words/language.h"

namespace sourcelight {

enum class MarkStyle : std::uint8_t {
  straight,   // " '' ``
  curly,      // “ ” „
  guillemet,  // « » ‹ ›
  single      // ' ‘ ’ ‚ `
};
inline constexpr std::size_t mark_styles = 4;

struct Mark {
  enum class Use : std::uint8_t {
    opens,
    closes,
    either,   // opens if nothing is open, else closes
    reverses  // closes, yet opens if nothing of its style is open: »so« and ”so”
  };
  Span span;
  MarkStyle style = MarkStyle::straight;
  Use use = Use::either;
  bool maybe_apostrophe = false;  // dogs’ : closes only if no better mark follows
  bool maybe_inches = false;      // 15" : closes only if no better mark follows
};

[[nodiscard]] std::vector<Mark> read_marks(const Language& language, std::string_view text,
                                           Span paragraph);

}  // namespace sourcelight
