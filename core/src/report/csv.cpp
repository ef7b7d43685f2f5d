// Contract in csv.h; tests/core/report/csv_test.cpp holds it.
#include "report/csv.h"

namespace sourcelight {

void CsvWriter::cell(std::string_view utf8) {
  if (!first_) csv_ += ',';
  first_ = false;
  const bool formula =
      !utf8.empty() && std::string_view("=+-@\t\r").find(utf8[0]) != std::string_view::npos;
  const bool quoted = utf8.find_first_of("\",\r\n") != std::string_view::npos;
  if (quoted) csv_ += '"';
  if (formula) csv_ += '\'';
  for (const char c : utf8) {
    if (c == '"') csv_ += '"';
    csv_ += c;
  }
  if (quoted) csv_ += '"';
}

void CsvWriter::end_row() {
  csv_ += "\r\n";
  first_ = true;
}

}  // namespace sourcelight
