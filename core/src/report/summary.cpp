// Takes a Report; gives what it comes to, in plain words. The same in the JSON, in Markdown and on
// the HTML page. tests/core/report/summary_test.cpp holds it.
#include <cstddef>

#include "report/render.h"

namespace sourcelight {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : several);
}

std::string named_part(std::uint32_t named, std::uint32_t all) {
  if (all == 1)
    return named == 1 ? "The one claim names a source" : "The one claim names no source";
  if (named == 0) return "None of the " + std::to_string(all) + " claims names a source";
  if (named == all) return "All " + std::to_string(all) + " claims name a source";
  return std::to_string(named) + " of " + std::to_string(all) +
         (named == 1 ? " claims names a source" : " claims name a source");
}

}  // namespace

StatusCounts count_statuses(const Report& report) {
  StatusCounts counts{};
  for (const Claim& claim : report.claims) ++counts[static_cast<std::size_t>(claim.status)];
  return counts;
}

std::string summary(const Report& report) {
  const auto [named, unnamed, hidden, unsourced, none] = count_statuses(report);
  const std::uint32_t all = named + unnamed + hidden + unsourced;
  if (all == 0) return "No claim that could be checked was found.";
  std::string out = named_part(named, all);
  const auto part = [&](std::uint32_t count, std::string_view one, std::string_view several) {
    if (count > 0) out += "; " + counted(count, one, several);
  };
  part(unnamed, "rests on an unnamed source", "rest on unnamed sources");
  part(hidden, "is attributed to nobody", "are attributed to nobody");
  part(unsourced, "stands in the article’s own voice", "stand in the article’s own voice");
  out += ".";
  if (const std::size_t count = report.contradictions.size(); count > 0) {
    out += " " + counted(count, "pair of claims gives", "pairs of claims give") +
           " different numbers.";
  }
  if (const std::size_t count = report.findings.size(); count > 0) {
    out += " The house style has " + counted(count, "remark", "remarks") + ".";
  }
  return out;
}

}  // namespace sourcelight
