// Holds the formats of render(): each case under tests/cases/report, named for its format, is the
// sample article and what comes of it; the rest holds of every text.
#include "report/render.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cases.h"
#include "invariants.h"
#include "model/english.h"
#include "report/sample.h"
#include "stages.h"

namespace sourcelight {
namespace {

using testing::sample_report;
using testing::sample_text;

constexpr std::array every_format = {Format::json,     Format::claims_csv,     Format::sources_csv,
                                     Format::markdown, Format::web_annotation, Format::html};

const RenderOptions options = {.id = "ferry.txt", .url = "https://news.example/ferry?a=1&b=2"};

// As a case has it: JSON laid out in lines, of HTML what changes with the article.
std::string laid_out(const std::string& rendered, Format format) {
  if (format == Format::html) return rendered.substr(rendered.find("<body>"));
  if (format != Format::json && format != Format::web_annotation) return rendered;
  return nlohmann::ordered_json::parse(rendered).dump(1) + "\n";
}

TEST_CASE("The sample is a sound Report in any unit") {
  for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint}) {
    CHECK(invariants::first_fault(sample_report(unit)).empty());
  }
}

TEST_CASE("The sample article comes out in each format as its case says") {
  const auto cases = testing::read_cases("report");
  REQUIRE(cases.size() == every_format.size());
  for (const testing::Case& each : cases) {
    INFO(each.name);
    const auto format = find_format(each.name);
    REQUIRE(format);
    REQUIRE(each.input == sample_text);
    const auto rendered = render(sample_report(OffsetUnit::codepoint),
                                 std::string_view(sample_text), *format, options);
    REQUIRE(rendered);
    INFO(testing::difference(each.expected, laid_out(*rendered, *format)));
    CHECK(laid_out(*rendered, *format) == each.expected);
  }
}

TEST_CASE("A Report is rendered alike whatever its offsets count, but for the offsets it tells") {
  for (const Format format :
       {Format::sources_csv, Format::markdown, Format::web_annotation, Format::html}) {
    const auto in = [&](OffsetUnit unit) {
      return *render(sample_report(unit), std::string_view(sample_text), format, options);
    };
    CHECK(in(OffsetUnit::utf8) == in(OffsetUnit::codepoint));
    CHECK(in(OffsetUnit::utf16) == in(OffsetUnit::codepoint));
  }
}

TEST_CASE("Both encodings of a text are rendered alike") {
  const std::string text = "“It 🙂 rained,” said Zoë Lind.";
  const std::u16string units = u"“It \xd83d\xde42 rained,” said Zoë Lind.";
  const auto report = testing::english_engine().analyze(std::u16string_view(units));
  for (const Format format : every_format) {
    CHECK(*render(*report, std::string_view(text), format) ==
          *render(*report, std::u16string_view(units), format));
  }
}

TEST_CASE("A text of another length than the Report's is refused with a reason") {
  for (const Format format : every_format) {
    const auto refused =
        render(sample_report(OffsetUnit::utf8), std::string_view("Other."), format);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::other_text);
    CHECK(refused.error().message.find("this one has 6") != std::string::npos);
  }
}

TEST_CASE("A format is found by its name, and no other is") {
  for (const Format format : every_format) CHECK(find_format(to_string(format)) == format);
  CHECK_FALSE(find_format("xml"));
  CHECK_FALSE(find_format(""));
}

TEST_CASE("An empty Report has every format") {
  for (const Format format : every_format) {
    const auto rendered = render(Report{}, std::string_view(), format);
    REQUIRE(rendered);
    CHECK_FALSE(rendered->empty());
  }
}

TEST_CASE("The heading is the title, else the headline, else what the caller calls the article") {
  Report report = sample_report(OffsetUnit::utf8);
  const auto first_line = [&](const RenderOptions& with) {
    const std::string all = *render(report, std::string_view(sample_text), Format::markdown, with);
    return all.substr(0, all.find('\n'));
  };
  CHECK(first_line({.id = "a.txt", .title = " New\nferry "}) == "# New ferry");
  CHECK(first_line({.id = "a.txt"}) == "# Ferry runs on Sundays");
  report.paragraphs.erase(report.paragraphs.begin());
  CHECK(first_line({.id = "a.txt"}) == "# a.txt");
  CHECK(first_line({}) == "# An article");
}

}  // namespace
}  // namespace sourcelight
