// Holds markdown.cpp, beside the case tests/cases/report/markdown.txt.
#include <catch2/catch.hpp>

#include "report/sample.h"

namespace sourcelight {
namespace {

std::string markdown_of(const Report& report, const RenderOptions& options = {}) {
  return *render(report, std::string_view(testing::sample_text), Format::markdown, options);
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("What comes from the article cannot mark up the list") {
  Report report = testing::sample_report(OffsetUnit::utf8);
  report.sources[0].name = "Mara\n# [Lind](x) `a` $b$ ~c~ a|b \\ <i> &amp;";
  CHECK(holds(markdown_of(report),
              R"(- **Mara \# \[Lind\](x) \`a\` \$b\$ \~c\~ a\|b \\ \<i\> \&amp;**)"));
}

TEST_CASE("Claims to check first come first; equal ones stay in the order of the text") {
  const std::string text = markdown_of(testing::sample_report(OffsetUnit::utf8));
  std::size_t last = 0;
  for (const std::string_view claim : {"**4**", "**2**", "**7**", "**3**", "**5**"}) {
    const std::size_t at = text.find(claim);
    REQUIRE(at != std::string::npos);
    CHECK(at > last);
    last = at;
  }
}

TEST_CASE("What claims nothing is not on the list") {
  CHECK_FALSE(holds(markdown_of(testing::sample_report(OffsetUnit::utf8)), "Why not swim"));
}

TEST_CASE("An address is a link only if it is one of the web and stands whole") {
  const Report report = testing::sample_report(OffsetUnit::utf8);
  CHECK(
      holds(markdown_of(report, {.url = "https://a.example/_x_"}), "\n<https://a.example/_x_>\n"));
  CHECK(holds(markdown_of(report, {.url = "javascript:x()"}), "\njavascript:x()\n"));
  CHECK(holds(markdown_of(report, {.url = "https://a.example/ <b>"}), "example/ \\<b\\>\n"));
}

}  // namespace
}  // namespace sourcelight
