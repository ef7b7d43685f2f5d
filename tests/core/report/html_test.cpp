// Holds annotated_html.cpp and marked_article.cpp, beside the case tests/cases/report/html.txt.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "cases.h"
#include "model/english.h"
#include "report/marked_article.h"
#include "report/sample.h"

namespace sourcelight {
namespace {

std::string html_of(const Report& report, std::string_view text,
                    const RenderOptions& options = {}) {
  return *render(report, text, Format::html, options);
}

// What stands in <article>, its tags left out and its entities read.
std::string article_in(const std::string& html) {
  const std::size_t begin = html.find("<article>");
  std::string text;
  bool in_tag = false;
  for (const char c : html.substr(begin, html.rfind("</article>") - begin)) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  for (const auto& [entity, character] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
      text.replace(at, std::string_view(entity).size(), character);
    }
  }
  return text;
}

// As the page must have it: no control characters, valid UTF-8.
std::string printable(std::string_view text) {
  std::string out;
  append_escaped(out, read_utf8(text, OffsetUnit::utf8).utf8);
  return article_in("<article>" + out + "</article>");
}

// The first tag that is closed wrongly, or not; empty if all is well. Ids are unique.
std::string first_fault(const std::string& html) {
  static const std::set<std::string> single = {"!doctype", "meta"};
  std::vector<std::string> open;
  std::set<std::string> ids;
  for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    std::string tag = html.substr(at + 1, html.find('>', at) - at - 1);
    const std::string name = tag.substr(0, tag.find(' '));
    if (name[0] == '/') {
      if (open.empty() || "/" + open.back() != name) return tag;
      open.pop_back();
    } else if (single.count(name) == 0) {
      if (name == "mark" && !open.empty() && open.back() == "mark") return "a mark in a mark";
      open.push_back(name);
    }
    if (const auto id = tag.find(" id=\""); id != std::string::npos) {
      const std::string value = tag.substr(id + 5, tag.find('"', id + 5) - id - 5);
      if (!ids.insert(value).second) return "twice the id " + value;
    }
  }
  return open.empty() ? "" : open.back();
}

TEST_CASE("Without its tags the article on the page is the text") {
  const std::string html = html_of(testing::sample_report(OffsetUnit::utf16), testing::sample_text);
  CHECK(article_in(html) == testing::sample_text);
  CHECK(first_fault(html).empty());
  for (const char* const folder : {"claims", "text", "sources"}) {
    for (const testing::Case& each : testing::read_cases(folder)) {
      INFO(each.name);
      const std::string page = html_of(*testing::english_engine().analyze(each.input), each.input);
      CHECK(article_in(page) == printable(each.input));
      CHECK(first_fault(page).empty());
    }
  }
}

TEST_CASE("Spans that overlap are cut, so that no mark stands in another") {
  Report report = testing::sample_report(OffsetUnit::utf8);
  for (std::uint32_t i = 0; i < 40; ++i) {
    report.findings.push_back(
        {.rule = "r", .severity = Severity::info, .span = {i, 300 - 3 * i}, .message = "m"});
    report.claims.push_back({.spans = {{2 * i, 250 - i}},
                             .status = ClaimStatus::hidden,
                             .attributions = {},
                             .why = "w"});
  }
  const std::string html = html_of(report, testing::sample_text);
  CHECK(article_in(html) == testing::sample_text);
  CHECK(first_fault(html).empty());
}

TEST_CASE("Nothing of the article or its Report is read as a tag or an attribute") {
  Report report = testing::sample_report(OffsetUnit::utf8);
  const std::string attack = "\"><script>alert(1)</script><img src=x onerror='x'>";
  report.claims[1].why = attack;
  report.sources[0].name = attack;
  report.sources[0].title = attack;
  report.findings[0].message = attack;
  report.findings[0].rule = attack;
  const std::string html =
      html_of(report, testing::sample_text, {.id = attack, .title = attack, .url = attack});
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(first_fault(html).empty());
}

TEST_CASE("Only an address of the web becomes a link") {
  const Report report = testing::sample_report(OffsetUnit::utf8);
  const auto has = [&](std::string_view url) {
    return html_of(report, testing::sample_text, {.url = url})
               .find(
                   "<header>\n<h1>Ferry runs on "
                   "Sundays</h1>\n<p><a href=") != std::string::npos;
  };
  CHECK(has("https://a.example/"));
  CHECK_FALSE(has("javascript:alert(1)"));
}

TEST_CASE("The page fetches nothing: no address stands in it but the article's") {
  const std::string html = html_of(testing::sample_report(OffsetUnit::utf8), testing::sample_text);
  for (const std::string_view word : {"http://", "https://", "src=", "url(", "@import", "<link"}) {
    CHECK(html.find(word) == std::string::npos);
  }
}

TEST_CASE("Control characters, which HTML must not hold, are shown as U+FFFD") {
  std::string out;
  append_escaped(out, std::string_view("a\0b\x1b\xc2\x85\x7f\r\n\té", 12));
  CHECK(out == "a\uFFFDb\uFFFD\uFFFD\uFFFD\r\n\té");
}

}  // namespace
}  // namespace sourcelight
