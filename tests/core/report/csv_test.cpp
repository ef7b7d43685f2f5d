// Holds csv.cpp and both tables: what is written parses back, and no cell runs in a spreadsheet.
#include "report/csv.h"

#include <catch2/catch.hpp>
#include <vector>

#include "report/sample.h"

namespace sourcelight {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// RFC 4180, strictly.
Rows parse(std::string_view csv) {
  Rows rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        cell += csv[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      REQUIRE(cell.empty());
      quoted = true;
    } else if (c == ',' || c == '\r') {
      row.push_back(std::move(cell));
      cell.clear();
      if (c == ',') continue;
      REQUIRE(csv.substr(i, 2) == "\r\n");
      ++i;
      rows.push_back(std::move(row));
      row.clear();
    } else {
      REQUIRE(c != '\n');
      cell += c;
    }
  }
  REQUIRE_FALSE(quoted);
  REQUIRE(row.empty());
  return rows;
}

std::string written(std::string_view cell) {
  CsvWriter csv;
  csv.cell(cell);
  csv.end_row();
  return csv.take();
}

TEST_CASE("A cell has quotation marks only where it needs them") {
  CHECK(written("plain words") == "plain words\r\n");
  CHECK(written("a, b") == "\"a, b\"\r\n");
  CHECK(written("so \"it\" is") == "\"so \"\"it\"\" is\"\r\n");
  CHECK(written("two\nlines") == "\"two\nlines\"\r\n");
}

TEST_CASE("What a spreadsheet would take for a formula gets an apostrophe in front") {
  for (const std::string cell : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
    CHECK(written(cell) == "'" + cell + "\r\n");
  }
  CHECK(written("=\"a\",1") == "\"'=\"\"a\"\",1\"\r\n");
  CHECK(written("1-1") == "1-1\r\n");
}

TEST_CASE("Every row of a table has as many cells as its header") {
  Report report = testing::sample_report(OffsetUnit::codepoint);
  report.sources[0].name = "=Lind, \"Mara\"\r\nthe";
  report.claims[1].why = "\"";
  for (const Format format : {Format::claims_csv, Format::sources_csv}) {
    const auto csv = render(report, std::string_view(testing::sample_text), format, {.id = "-a,b"});
    const Rows rows = parse(*csv);
    CHECK(rows.size() == 1 + (format == Format::claims_csv ? report.claims.size() : 2));
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
    CHECK(rows[1][0] == "'-a,b");
  }
}

TEST_CASE("A claim's row says where it stands, in the Report's offsets, and in which words") {
  const auto row_in = [](OffsetUnit unit) {
    const auto csv = render(testing::sample_report(unit), std::string_view(testing::sample_text),
                            Format::claims_csv);
    return parse(*csv)[5];
  };
  const auto row = row_in(OffsetUnit::codepoint);
  CHECK(row[1] == "5");
  CHECK(row[6] == "The pier … to be bad");
  CHECK(std::stoi(row_in(OffsetUnit::utf16)[2]) == std::stoi(row[2]) + 1);
}

TEST_CASE("A table may go on without a header") {
  const auto csv =
      render(testing::sample_report(OffsetUnit::utf8), std::string_view(testing::sample_text),
             Format::sources_csv, {.header = false});
  CHECK(parse(*csv).size() == 2);
}

}  // namespace
}  // namespace sourcelight
