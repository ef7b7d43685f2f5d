// Holds summary.cpp: a Report in plain words.
#include <catch2/catch.hpp>

#include "report/render.h"

namespace sourcelight {
namespace {

std::string summary_of(std::initializer_list<std::pair<ClaimStatus, int>> counts) {
  Report report;
  for (const auto& [status, count] : counts) {
    for (int i = 0; i < count; ++i) {
      report.claims.push_back(
          {.spans = {{0, 1}}, .status = status, .attributions = {}, .why = "."});
    }
  }
  return summary(report);
}

TEST_CASE("The summary says how many claims rest on what") {
  using enum ClaimStatus;
  CHECK(
      summary_of({{named, 9}, {unnamed, 3}, {hidden, 1}, {unsourced, 5}, {none, 7}}) ==
      "9 of 18 claims name a source; 3 rest on unnamed sources; 1 is attributed to nobody; 5 stand "
      "in the article’s own voice.");
  CHECK(summary_of({{named, 1}, {unnamed, 1}, {hidden, 2}, {unsourced, 1}}) ==
        "1 of 5 claims names a source; 1 rests on an unnamed source; 2 are attributed to nobody; 1 "
        "stands in the article’s own voice.");
  CHECK(summary_of({{named, 2}}) == "All 2 claims name a source.");
  CHECK(summary_of({{named, 1}}) == "The one claim names a source.");
  CHECK(summary_of({{unsourced, 2}}) ==
        "None of the 2 claims names a source; 2 stand in the article’s own voice.");
  CHECK(summary_of({{hidden, 1}, {none, 1}}) ==
        "The one claim names no source; 1 is attributed to nobody.");
  CHECK(summary_of({{none, 3}}) == "No claim that could be checked was found.");
}

TEST_CASE("The summary tells of numbers that differ and of the house style") {
  Report report;
  report.claims = {
      {.spans = {{0, 1}}, .status = ClaimStatus::named, .attributions = {}, .why = "."}};
  report.contradictions.resize(1);
  report.findings.resize(2);
  CHECK(
      summary(report) ==
      "The one claim names a source. 1 pair of claims gives different numbers. The house style has "
      "2 remarks.");
  report.contradictions.resize(2);
  report.findings.resize(1);
  CHECK(
      summary(report) ==
      "The one claim names a source. 2 pairs of claims give different numbers. The house style has "
      "1 remark.");
}

}  // namespace
}  // namespace sourcelight
