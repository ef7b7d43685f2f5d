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

// A headline, a lead, and two paragraphs more, of ten units each; claims by where they begin.
Report four_paragraphs(const std::vector<std::pair<std::uint32_t, ClaimStatus>>& claims) {
  Report report;
  report.paragraphs = {{.span = {0, 10}, .kind = ParagraphKind::headline, .dateline = {}},
                       {.span = {10, 20}, .kind = ParagraphKind::body, .dateline = {}},
                       {.span = {20, 30}, .kind = ParagraphKind::body, .dateline = {}},
                       {.span = {30, 40}, .kind = ParagraphKind::body, .dateline = {}}};
  for (const auto& [begin, status] : claims) {
    report.claims.push_back(
        {.spans = {{begin, begin + 1}}, .status = status, .attributions = {}, .why = "."});
  }
  return report;
}

TEST_CASE("The summary tells where the lead has its source, if only further down") {
  using enum ClaimStatus;
  Report report = four_paragraphs({{10, unsourced}, {15, unsourced}, {25, named}, {35, unnamed}});
  CHECK_FALSE(source_of_lead(report));
  report.claims[1].echoes = {3};
  CHECK(source_of_lead(report) == 4U);
  report.claims[0].echoes = {2, 3};
  CHECK(source_of_lead(report) == 3U);
  CHECK(summary(report) ==
        "1 of 4 claims names a source; 1 rests on an unnamed source; 2 stand in the article’s own "
        "voice. The lead is attributed only in paragraph 3.");
}

TEST_CASE("A lead that gives somebody, or has its source in the headline, is not told of") {
  using enum ClaimStatus;
  Report some = four_paragraphs({{10, unsourced}, {15, named}, {25, named}});
  some.claims[0].echoes = {2};
  CHECK_FALSE(source_of_lead(some));
  Report headline = four_paragraphs({{0, named}, {10, unsourced}, {25, named}});
  headline.claims[1].echoes = {0, 2};
  CHECK_FALSE(source_of_lead(headline));
  Report empty = four_paragraphs({{12, none}, {25, unsourced}, {35, named}});
  empty.claims[1].echoes = {2};
  CHECK_FALSE(source_of_lead(empty));
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
