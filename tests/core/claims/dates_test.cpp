// Holds claims/dates.h: which dates are read, and that days are counted as the calendar does.
// tests/cases/standalone has the words of time.
#include "claims/dates.h"

#include <catch2/catch.hpp>

namespace sourcelight {
namespace {

TEST_CASE("an ISO 8601 date names its day, a time behind it is not looked at") {
  CHECK(day_of("1970-01-01") == Day{0});
  CHECK(day_of("1969-12-31") == Day{-1});
  CHECK(day_of("2000-02-29") == Day{11016});
  CHECK(day_of("2026-03-05") == Day{20517});
  CHECK(day_of("2026-03-05T23:59:59+01:00") == Day{20517});
  CHECK(day_of("2026-03-05 08:00") == Day{20517});
}

TEST_CASE("what is no date names no day") {
  for (const char* odd :
       {"", "2026", "2026-03", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31", "2026-03-00",
        "2026-03-99", "26-03-05", "05.03.2026", "2026-03-05x", "2026-03-5 ", "2026/03/05",
        "-026-03-05", "2026-+3-05", "March 5, 2026"}) {
    INFO(odd);
    CHECK_FALSE(day_of(odd));
  }
}

}  // namespace
}  // namespace sourcelight
