// Rows of CSV by RFC 4180: commas, CRLF, quotation marks where they are needed. What a spreadsheet
// would run as a formula gets an apostrophe in front. tests/core/report/csv_test.cpp holds it.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace sourcelight {

class CsvWriter {
 public:
  void cell(std::string_view utf8);
  void end_row();
  [[nodiscard]] std::string take() { return std::move(csv_); }

 private:
  std::string csv_;
  bool first_ = true;
};

}  // namespace sourcelight
