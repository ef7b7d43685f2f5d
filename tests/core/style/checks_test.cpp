// Holds style/checks.h: each file of tests/cases/style is named for the check that its articles are
// read by, and lists the words that it finds, one finding a line.
#include "style/checks.h"

#include <set>

#include "cases.h"
#include "stages.h"
#include "style/text_rule.h"
#include "styled.h"

namespace sourcelight::testing {
namespace {

constexpr std::string_view kExample = "example";  // style_test.cpp reads it

std::string found_by(const std::string& check, std::string_view text) {
  const Engine engine =
      styled(R"({"rules": [{"id": "x", "message": "No.", "check": ")" + check + "\"}]}");
  CHECK(engine.house_style_problems().empty());
  std::string lines;
  for (const Finding& finding : read_by(engine, text).findings) {
    lines += (lines.empty() ? "" : "\n") +
             std::string(text.substr(finding.span.begin, finding.span.size()));
  }
  return lines;
}

TEST_CASE("each check finds what its cases say, and leaves alone what they do not") {
  std::set<std::string> checks;
  for (const Case& each : read_cases("style")) {
    const std::string check = each.name.substr(0, each.name.find(':'));
    if (check == kExample) continue;
    checks.insert(check);
    const std::string actual = found_by(check, each.input);
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, actual));
    CHECK(actual == each.expected);
  }
  CHECK(checks.size() >= 5);
}

TEST_CASE("the rule files of the checks make sense") {
  const Language& english = Language::built_in();
  for (const style::TextRule* rule : std::initializer_list<const style::TextRule*>{
           &english.of<style::Opinions>(), &english.of<style::NoAccusations>(),
           &english.of<style::People>(), &english.of<style::ReasonsForAnonymity>(),
           &english.of<style::Refusals>(), &english.of<style::Relations>()}) {
    CHECK(rule->problems() == std::vector<std::string>());
  }
}

TEST_CASE("an article without anybody's word passes every check") {
  for (const char* check :
       {"anonymous_source_without_reason", "opinion_from_anonymous_source",
        "declined_to_comment_unnamed", "attribution_restated", "attribution_at_first_reference"}) {
    CHECK(found_by(check, "The ferry is old. It runs every hour.").empty());
    CHECK(found_by(check, "").empty());
    CHECK(found_by(check, "\"\n\n\"\n\n\"").empty());
  }
}

}  // namespace
}  // namespace sourcelight::testing
