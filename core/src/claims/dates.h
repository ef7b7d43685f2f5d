// Which day "on Tuesday" is, and which year "last year", in an article whose date is known.
// tests/core/claims/dates_test.cpp and tests/cases/standalone/dates.txt hold it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "claims/edits.h"
#include "grammar/grammar.h"

namespace sourcelight {

// A day as a count from 1 January 1970 (Hinnant 2021, "chrono-Compatible Low-Level Date
// Algorithms", gives the arithmetic).
struct Day {
  std::int32_t since_1970 = 0;

  friend bool operator==(const Day&, const Day&) = default;
};

// The day that an ISO 8601 date names ("2026-03-05"); a time may follow it. nullopt: it names none.
[[nodiscard]] std::optional<Day> day_of(std::string_view iso);

// " [3 March 2026]" behind each word of time in the range that can mean one day, week, month or
// year only, seen from the article's day: a weekday of a verb in the past or in the future, or
// "yesterday", "last week". Nothing between quotation marks: nobody knows when that was said.
[[nodiscard]] std::vector<Edit> dates_told(const Grammar& grammar, const std::vector<bool>& quoted,
                                           TokenRange range, Day article);

}  // namespace sourcelight
