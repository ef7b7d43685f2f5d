// Takes a Report; gives what it comes to, in plain words. The same in the JSON, in Markdown and on
// the HTML page. tests/core/report/summary_test.cpp holds it.
#include <algorithm>
#include <cstddef>

#include "report/render.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

std::string counted(std::size_t count, Message one, Message several) {
  return say(count == 1 ? one : several, {std::to_string(count)});
}

std::string named_part(std::uint32_t named, std::uint32_t all) {
  if (all == 1) return say(named == 1 ? Message::sum_one_named : Message::sum_one_not_named, {});
  if (named == 0) return say(Message::sum_none_named, {std::to_string(all)});
  if (named == all) return say(Message::sum_all_named, {std::to_string(all)});
  return say(named == 1 ? Message::sum_one_of_all : Message::sum_some_of_all,
             {std::to_string(named), std::to_string(all)});
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
  if (all == 0) return say(Message::sum_no_claim, {});
  std::string out = named_part(named, all);
  const auto part = [&](std::uint32_t count, Message one, Message several) {
    if (count > 0) out += "; " + counted(count, one, several);
  };
  part(unnamed, Message::sum_one_unnamed, Message::sum_unnamed);
  part(hidden, Message::sum_one_hidden, Message::sum_hidden);
  part(unsourced, Message::sum_one_unsourced, Message::sum_unsourced);
  out += ".";
  if (const auto paragraph = source_of_lead(report)) {
    out += " " + say(Message::sum_lead, {std::to_string(*paragraph)});
  }
  if (const std::size_t count = report.contradictions.size(); count > 0) {
    out += " " + counted(count, Message::sum_one_contradiction, Message::sum_contradictions);
  }
  if (const std::size_t count = report.findings.size(); count > 0) {
    out += " " + counted(count, Message::sum_one_finding, Message::sum_findings);
  }
  return out;
}

}  // namespace sourcelight
