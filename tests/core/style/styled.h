// An article read by a house style, for the tests of core/src/style.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "model/english.h"

namespace sourcelight::testing {

inline Engine styled(std::string_view json, const Engine& engine = english_engine()) {
  const auto made = engine.with_house_style(json);
  INFO(json);
  INFO((made ? "" : made.error().message));
  REQUIRE(made);
  return *made;
}

inline Report read_by(const Engine& engine, std::string_view text) {
  const auto report = engine.analyze(text);
  REQUIRE(report);
  return *report;
}

// One finding a line: "severity id: its words".
inline std::string print_findings(std::string_view text, const Report& report) {
  constexpr std::string_view kNames[] = {"info", "warning", "error"};
  std::string lines;
  for (const Finding& finding : report.findings) {
    lines += lines.empty() ? "" : "\n";
    lines += std::string(kNames[static_cast<std::size_t>(finding.severity)]) + " " + finding.rule +
             ": " + std::string(text.substr(finding.span.begin, finding.span.size()));
  }
  return lines;
}

}  // namespace sourcelight::testing
