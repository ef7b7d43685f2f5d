// Holds claims/standalone.h: each case under tests/cases/standalone is an article and its claims as
// they are sent to somebody who has not read it, one a line; those of undated.txt have no date.
#include "claims/standalone.h"

#include <catch2/catch.hpp>

#include "cases.h"
#include "model/english.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

constexpr std::string_view thursday = "2026-03-05";

std::vector<Claim> claims_of(std::string_view text, std::string_view date = thursday) {
  const auto report = english_engine().analyze(text, {.language = "en", .date = date});
  REQUIRE(report);
  return report->claims;
}

std::string lines_of(const std::vector<Claim>& claims) {
  std::string lines;
  for (const Claim& claim : claims) {
    const auto& [who, text] = claim.standalone;
    if (text.empty()) continue;
    if (!lines.empty()) lines += '\n';
    if (!who.empty()) lines.append(who).append(": ");
    lines += text;
  }
  return lines;
}

TEST_CASE("each claim of the cases stands alone as its case says") {
  for (const Case& each : read_cases("standalone")) {
    INFO(each.name);
    const std::string lines =
        lines_of(claims_of(each.input, each.name.starts_with("undated") ? "" : thursday));
    INFO(difference(each.expected, lines));
    CHECK(lines == each.expected);
  }
}

TEST_CASE(
    "every claim of every article is a sentence, and has somebody in front unless it is the "
    "article's own") {
  for (const Case& each : read_cases("articles")) {
    for (const Claim& claim : claims_of(each.input)) {
      INFO(each.name << ": " << claim.standalone.text);
      const auto& [who, text] = claim.standalone;
      const bool claims = claim.status != ClaimStatus::none;
      CHECK(text.empty() != claims);
      CHECK(who.empty() == (!claims || claim.status == ClaimStatus::unsourced));
      if (!claims) continue;
      CHECK(text.find('\n') == std::string::npos);
      const bool ends = std::string_view(".!?\"").find(text.back()) != std::string_view::npos;
      CHECK((ends || text.ends_with("”") || text.ends_with("’") || text.ends_with("…")));
    }
  }
}

TEST_CASE("a date that is none is refused, and the message says how to write it") {
  const auto refused =
      english_engine().analyze(std::string_view("It rained."), {.date = "5 March"});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::bad_date);
  CHECK(refused.error().message == "\"5 March\" is no date; write it as 2026-03-05.");
}

TEST_CASE("a date changes nothing of a Report but what stands alone") {
  const std::string text = "The port closed yesterday, Mara Lind said on Tuesday.";
  auto dated = *english_engine().analyze(std::string_view(text), {.date = thursday});
  const auto undated = *english_engine().analyze(std::string_view(text));
  CHECK_FALSE(dated == undated);
  for (std::size_t i = 0; i < dated.claims.size(); ++i) {
    dated.claims[i].standalone = undated.claims[i].standalone;
  }
  CHECK(dated == undated);
}

}  // namespace
}  // namespace sourcelight::testing
