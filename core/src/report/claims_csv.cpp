// A Report as CSV, a claim a row; docs/report.md lists the columns.
// tests/core/report/csv_test.cpp and tests/cases/report/claims-csv.txt hold it.
#include "report/csv.h"
#include "report/render.h"

namespace sourcelight {
namespace {

// Items in one cell.
template <typename Items, typename Write>
std::string joined(const Items& items, Write write) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += "; ";
    out += write(item);
  }
  return out;
}

}  // namespace

std::string claims_csv(const Article& article) {
  CsvWriter csv;
  if (article.header) {
    for (const std::string_view name :
         {"article", "claim", "begin", "end", "status", "priority", "text", "sources",
          "source_kinds", "signals", "echoes", "why", "standalone", "by_hand"}) {
      csv.cell(name);
    }
    csv.end_row();
  }
  const Report& report = article.report;
  const auto name = [&](std::uint32_t id) { return one_line(report.sources[id].name); };
  const auto kind = [&](std::uint32_t id) { return to_string(report.sources[id].kind); };
  const auto number = [](std::uint32_t index) { return std::to_string(index + 1); };
  const auto signal = [](const Signal& each) { return to_string(each.kind); };
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    const std::vector<std::uint32_t> sources = article.sources_of(claim);
    csv.cell(one_line(article.id));
    csv.cell(number(i));
    csv.cell(std::to_string(claim.spans.front().begin));
    csv.cell(std::to_string(claim.spans.back().end));
    csv.cell(to_string(claim.status));
    csv.cell(hundredths(claim.priority));
    csv.cell(article.line(claim.spans));
    csv.cell(joined(sources, name));
    csv.cell(joined(sources, kind));
    csv.cell(joined(claim.signals, signal));
    csv.cell(joined(claim.echoes, number));
    csv.cell(one_line(claim.why));
    csv.cell(standalone_line(report, claim));
    csv.cell(is_by_hand(report, claim) ? "true" : "");
    csv.end_row();
  }
  return csv.take();
}

}  // namespace sourcelight
