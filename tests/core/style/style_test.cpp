// Holds style/style.h: what the rules of a house style find, and where they look.
#include "style/style.h"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cases.h"
#include "stages.h"
#include "styled.h"

namespace sourcelight::testing {
namespace {

std::string example() {
  const auto path =
      std::filesystem::path(SOURCELIGHT_CASES) / ".." / ".." / "examples" / "house-style.json";
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the example of the documentation finds what the cases say") {
  const Engine engine = styled(example());
  CHECK(engine.house_style_problems().empty());
  for (const Case& each : read_cases("style")) {
    if (!each.name.starts_with("example")) continue;  // checks_test.cpp reads the others
    const std::string actual = print_findings(each.input, read_by(engine, each.input));
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, actual));
    CHECK(actual == each.expected);
  }
}

// The words that a pattern finds in a text, joined by " / ".
std::string found(const std::string& fields, std::string_view text) {
  const Engine engine = styled(R"({"rules": [{"id": "x", "message": "No.", )" + fields + "}]}");
  CHECK(engine.house_style_problems().empty());
  std::string words;
  for (const Finding& finding : read_by(engine, text).findings) {
    words += (words.empty() ? "" : " / ") +
             std::string(text.substr(finding.span.begin, finding.span.size()));
  }
  return words;
}

constexpr std::string_view kArticle =
    "Ferry Stops\n\nThe ferry is old. Ada Lind said the ferry sank. \"A ferry is a ship,\" she "
    "said. Ferry critics say the ferry leaks. The ferry is expected to be sold.";

TEST_CASE("a pattern is looked for where its rule says") {
  CHECK(found(R"("pattern": "ferry")", "The Ferry sank.") == "Ferry");
  CHECK(found(R"("pattern": "ferry", "ignore_case": false)", "The Ferry sank.").empty());
  CHECK(found(R"("pattern": "ferry \\w+", "where": "own_voice")", kArticle) == "ferry is");
  CHECK(found(R"("pattern": "ferry \\w+", "where": "quotation")", kArticle) == "ferry is");
  CHECK(found(R"("pattern": "ferry \\w+", "where": "claim:named")", kArticle) ==
        "ferry sank / ferry is");
  CHECK(found(R"("pattern": "ferry \\w+", "where": "claim:unnamed")", kArticle) == "ferry leaks");
  CHECK(found(R"("pattern": "ferry \\w+", "where": "claim:hidden")", kArticle) == "ferry is");
  CHECK(found(R"("pattern": "ferry", "where": "source")", kArticle) == "Ferry");
  CHECK(found(R"("pattern": "sa(?:id|y)\\b", "where": "cue")", kArticle) == "said / said / say");
  CHECK(found(R"("pattern": "ferry", "where": "outside_quotations")",
              "\"A ferry,\" Ada Lind "
              "said of the Ferry.") == "Ferry");
  CHECK(found(R"("pattern": "ferry", "where": "headline")", kArticle) == "Ferry");
}

TEST_CASE("a rule is content where its paragraph holds what excuses it") {
  CHECK(found(R"("pattern": "stolen", "unless": "\\bcourt\\b")",
              "The boat was stolen.\n\nThe car was stolen, a court heard.") == "stolen");
}

TEST_CASE("an accusation on one anonymous word is found, on two or a name it is not") {
  const std::string check = R"("check": "single_anonymous_source_for_accusation")";
  CHECK(found(check, "An official said the mayor took bribes.") == "the mayor took bribes");
  CHECK(found(check, "Ada Lind said the mayor took bribes.").empty());
  CHECK(found(check, "An official said the mayor was ill.").empty());
}

TEST_CASE("an accusation in the article's own voice is found") {
  const std::string check = R"("check": "accusation_in_own_voice")";
  CHECK(found(check, "The mayor took bribes.") == "The mayor took bribes.");
  CHECK(found(check, "Ada Lind said the mayor took bribes.").empty());
}

TEST_CASE("an anonymous source that nothing is said of is found") {
  const std::string check = R"("check": "anonymous_source_without_description")";
  CHECK(found(check, "A source said the boat sank.") == "A source");
  CHECK(found(check, "An official who was on board said the boat sank.").empty());
  CHECK(found(check, "A senior naval officer said the boat sank.").empty());
  CHECK(found(check, "Ada Lind said the boat sank.").empty());
}

TEST_CASE("a check that is the caller's to make is a rule like others, and finds nothing here") {
  const std::string check = R"("check": "changed_quotation", "severity": "error")";
  CHECK(found(check, "\"It sank at noon,\" Ada Lind said.").empty());
}

TEST_CASE("a claim on one anonymous word is found, on two or a name it is not") {
  const std::string check = R"("check": "single_anonymous_source")";
  CHECK(found(check, "An official said the boat sank.") == "the boat sank");
  CHECK(found(check, "Ada Lind said the boat sank.").empty());
}

TEST_CASE("nothing is found inside ignored words") {
  const auto heard = [](std::string_view ignored, std::string_view text) {
    const Engine engine =
        styled(R"({"ignore": [")" + std::string(ignored) +
               R"("], "rules": [{"id": "x", "pattern": "blast\\w*", "message": "No."}]})");
    return read_by(engine, text).findings.size();
  };
  CHECK(heard("Blasted Heath", "The Blasted Heath is green.") == 0);
  CHECK(heard("Blasted Heath", "The BLASTED\u00a0 heath’s blasted green.") == 1);
  CHECK(heard("Blasted Heath", "The Blasted Heathens left.") == 1);
  CHECK(heard("Blasted Heath", "The unBlasted Heath is green.") == 1);
  CHECK(heard("Lee's Blast", "Lee’s Blast is on.") == 0);
  CHECK(heard("Blast!", "Blast! is on. A blast is not.") == 1);
  CHECK(heard("Über-Blast", "The über-blast is on, a Blast is not.") == 1);
}

TEST_CASE("ignored words are no signal and raise no priority") {
  const auto claim = [](std::string_view style) {
    return read_by(styled(style), "The 7 Best Lies will play in the hall.").claims.at(0);
  };
  const auto plain = claim("{}");
  const auto quiet = claim(R"({"ignore": ["The 7 Best Lies"]})");
  CHECK(plain.signals.size() > quiet.signals.size());
  CHECK(plain.priority > quiet.priority);
  for (const Signal& signal : quiet.signals) CHECK(signal.span.begin >= 15);
}

TEST_CASE("ignored words are never found, whatever the pattern") {
  const Engine engine = styled(
      R"({"rules": [{"id": "x", "message": "No.", "pattern": "\\w+ Heath"}], "ignore": ["Old heath"]})");
  CHECK(read_by(engine, "The Old Heath is green.").findings.empty());
  CHECK(read_by(engine, "The New Heath is green.").findings.size() == 1);
}

TEST_CASE("findings stand in the order of the text and carry what the rule says") {
  const Engine engine = styled(R"({"rules": [
    {"id": "late", "pattern": "late", "message": "Late.", "severity": "error"},
    {"id": "early", "pattern": "early", "message": "Early."}]})");
  const Report report = read_by(engine, "It was early, then late, then early.");
  REQUIRE(report.findings.size() == 3);
  CHECK(report.findings[0] == Finding{"early", Severity::warning, {7, 12}, "Early."});
  CHECK(report.findings[1] == Finding{"late", Severity::error, {19, 23}, "Late."});
}

TEST_CASE("findings count in the unit that the caller asks for") {
  const Engine engine =
      styled(R"({"rules": [{"id": "x", "pattern": "late", "message": "Late."}]})");
  const auto report = engine.analyze("🙂 late", {.offsets = OffsetUnit::utf16});
  REQUIRE(report);
  REQUIRE(report->findings.size() == 1);
  CHECK(report->findings[0].span == Span{3, 7});
}

double seconds_to_read(const Engine& engine, const std::string& text) {
  double best = 1e9;
  for (int run = 0; run < 2; ++run) {
    const std::clock_t begin = std::clock();  // the processor's: others may be at work
    static_cast<void>(engine.analyze(text));
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    best = std::min(best, took);
  }
  return best;
}

TEST_CASE("a hostile pattern takes time in proportion to the text") {
  const Engine engine =
      styled(R"({"rules": [{"id": "x", "pattern": "(a+)+$|(?s)a.*!|(a|a)*b", "message": "No."}]})");
  const double once = seconds_to_read(engine, std::string(20'000, 'a') + " is it.");
  const double tenfold = seconds_to_read(engine, std::string(200'000, 'a') + " is it.");
  INFO(once << " s, " << tenfold << " s");
  CHECK(tenfold < 30 * (once + 5e-3));
}

}  // namespace
}  // namespace sourcelight::testing
