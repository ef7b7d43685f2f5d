// Takes a Report; gives what it comes to, in plain words. The same in the JSON, in Markdown and on
// the HTML page. tests/core/report/summary_test.cpp holds it.
#include <algorithm>
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

std::uint32_t begin_of(const Claim& claim) {
  return claim.spans.empty() ? 0 : claim.spans.front().begin;
}

}  // namespace

StatusCounts count_statuses(const Report& report) {
  StatusCounts counts{};
  for (const Claim& claim : report.claims) ++counts[static_cast<std::size_t>(claim.status)];
  return counts;
}

std::optional<std::uint32_t> source_of_lead(const Report& report) {
  const auto lead = std::find_if(report.paragraphs.begin(), report.paragraphs.end(),
                                 [](const Paragraph& p) { return p.kind == ParagraphKind::body; });
  if (lead == report.paragraphs.end()) return std::nullopt;
  std::optional<std::uint32_t> first;
  for (const Claim& claim : report.claims) {
    const std::uint32_t begin = begin_of(claim);
    if (claim.status == ClaimStatus::none || begin < lead->span.begin) continue;
    if (begin >= lead->span.end) break;
    if (claim.status != ClaimStatus::unsourced) return std::nullopt;
    for (const std::uint32_t echo : claim.echoes) {
      const std::uint32_t there = begin_of(report.claims[echo]);
      if (there < lead->span.begin) return std::nullopt;
      first = std::min(first.value_or(there), there);
    }
  }
  if (!first) return std::nullopt;
  const auto behind = std::find_if(lead, report.paragraphs.end(),
                                   [&](const Paragraph& p) { return p.span.end > *first; });
  return static_cast<std::uint32_t>(behind - report.paragraphs.begin()) + 1;
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
  if (const auto paragraph = source_of_lead(report)) {
    out += " The lead is attributed only in paragraph " + std::to_string(*paragraph) + ".";
  }
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
