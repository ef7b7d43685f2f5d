// A Report as CSV, a source a row; docs/report.md lists the columns.
// tests/core/report/csv_test.cpp and tests/cases/report/sources-csv.txt hold it.
#include "report/csv.h"
#include "report/render.h"

namespace sourcelight {

std::string sources_csv(const Article& article) {
  CsvWriter csv;
  if (article.header) {
    for (const std::string_view name : {"article", "source", "name", "kind", "title", "statements",
                                        "words", "mentions", "justification", "by_hand"}) {
      csv.cell(name);
    }
    csv.end_row();
  }
  for (const Source& source : article.report.sources) {
    csv.cell(one_line(article.id));
    csv.cell(std::to_string(source.id + 1));
    csv.cell(one_line(source.name));
    csv.cell(to_string(source.kind));
    csv.cell(one_line(source.title));
    csv.cell(std::to_string(source.statements));
    csv.cell(std::to_string(source.words));
    csv.cell(std::to_string(source.mentions.size()));
    csv.cell(article.line(source.justification));
    csv.cell(source.by_hand ? "true" : "");
    csv.end_row();
  }
  return csv.take();
}

}  // namespace sourcelight
