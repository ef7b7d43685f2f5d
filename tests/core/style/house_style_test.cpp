// Holds style/house_style.h and Engine::with_house_style(): what makes no sense is told by field
// and line, and the rest works.
#include "style/house_style.h"

#include "model/english.h"
#include "styled.h"

namespace sourcelight::testing {
namespace {

// "line field", one a problem.
std::vector<std::string> problems(std::string_view json) {
  const Engine engine = styled(json);
  std::vector<std::string> told;
  for (const HouseStyleProblem& problem : engine.house_style_problems()) {
    CHECK(problem.message.size() > 5);
    CHECK(problem.message.back() == '.');
    told.push_back(std::to_string(problem.line) + " " + problem.field);
  }
  return told;
}

using Strings = std::vector<std::string>;

TEST_CASE("a pattern that does not compile is told, and the other rules work") {
  const std::string_view json = R"({"rules": [
    {"id": "good", "pattern": "rain", "message": "Rain."},
    {"id": "bad",
     "pattern": "(rain",
     "message": "Rain."}
  ]})";
  CHECK(problems(json) == Strings{"4 rules[1].pattern"});
  CHECK(read_by(styled(json), "It will rain.").findings.size() == 1);
}

TEST_CASE("every field that makes no sense is told by its path and line") {
  CHECK(problems(R"({"titles": ["mayor"],
    "colour": 1, "name": 2, "verbs": "say",
    "sources": [7, {"kind": "document"}, {"name": "x", "kind": "ghost"}],
    "rules": [1,
      {"id": "a", "pattern": "x", "message": "m", "where": "nowhere"},
      {"id": "", "pattern": "x", "message": "m"},
      {"pattern": "x", "message": "m"},
      {"id": "b", "message": "m"},
      {"id": "c", "pattern": "x", "check": "y", "message": "m"},
      {"id": "d", "pattern": "x", "message": "m", "severity": "loud"},
      {"id": "e", "pattern": "x", "message": "m", "ignore_case": "yes"},
      {"id": "f", "pattern": "x", "message": "m", "colour": 1}]})") ==
        Strings{"2 colour", "2 name", "4 rules[0]", "5 rules[1].where", "6 rules[2].id",
                "7 rules[3].id", "8 rules[4]", "9 rules[5].check", "9 rules[5]",
                "10 rules[6].severity", "11 rules[7].ignore_case", "12 rules[8].colour", "2 verbs",
                "3 sources[0]", "3 sources[1].name", "3 sources[2].kind"});
}

TEST_CASE("verbs and titles that are no words are told") {
  CHECK(problems(
            R"({"verbs": ["reckon", "", "say it", "tell/told"], "titles": ["", "dock hand"]})") ==
        Strings{"1 verbs[1]", "1 verbs[2]", "1 titles[0]"});
}

TEST_CASE("statuses, sources and ignored words that are none are told") {
  CHECK(problems("{\"statuses\": [\"named\",\n\"ghost\",\n1],\n\"ignore\": [\"\", \" \", \"a\"],\n"
                 "\"sources\": [\"\"]}") ==
        Strings{"2 statuses[1]", "3 statuses[2]", "4 ignore[0]", "4 ignore[1]", "5 sources[0]"});
  CHECK(problems(R"({"statuses": [], "titles": ["mayor"]})") == Strings{"1 statuses"});
}

TEST_CASE("a style says which claims are shown, or nothing of it") {
  using Statuses = std::vector<ClaimStatus>;
  CHECK(english_engine().shown_statuses().empty());
  CHECK(styled("{}").shown_statuses().empty());
  CHECK(styled(R"({"statuses": ["hidden", "named", "hidden"]})").shown_statuses() ==
        Statuses{ClaimStatus::hidden, ClaimStatus::named});
  CHECK(styled(R"({"statuses": ["none", 1]})").shown_statuses() == Statuses{ClaimStatus::none});
}

TEST_CASE("an editor's \"$schema\" is no problem") {
  CHECK(problems(R"({"$schema": "house-style.schema.json"})").empty());
}

TEST_CASE("an unknown field or a wrong ignore_case does not keep a rule from working") {
  const Engine engine =
      styled(R"({"rules": [{"id": "f", "pattern": "rain", "message": "m", "colour": 1}]})");
  CHECK(read_by(engine, "It will rain.").findings.size() == 1);
}

TEST_CASE("what is no JSON object is refused, with its place") {
  const std::pair<const char*, const char*> faults[] = {
      {"", "line 1, column 1"},
      {"[]", "line 1, column 1"},
      {"{\n \"rules\": [\n  }", "line 3, column 3"},
      {"{\"é\": tru}", "line 1, column 7"},
      {"{} x", "line 1, column 4"}};
  for (const auto& [json, place] : faults) {
    const auto engine = english_engine().with_house_style(json);
    INFO(json);
    REQUIRE_FALSE(engine);
    CHECK(engine.error().code == ErrorCode::bad_house_style);
    INFO(engine.error().message);
    CHECK(engine.error().message.find(place) != std::string::npos);
  }
}

TEST_CASE("a style of which nothing makes sense is refused") {
  const auto engine =
      english_engine().with_house_style(R"({"rules": [{"id": "a", "pattern": "("}]})");
  REQUIRE_FALSE(engine);
  CHECK(engine.error().message.find("rules[0]") != std::string::npos);
}

TEST_CASE("an empty style is fine and finds nothing") {
  CHECK(read_by(styled("{}"), "It rained.").findings.empty());
}

TEST_CASE("a style belongs to one engine and its copies") {
  const Engine& plain = english_engine();
  const Engine engine = styled(R"({"rules": [{"id": "a", "pattern": "rain", "message": "m"}]})");
  const Engine copy = engine;  // NOLINT(performance-unnecessary-copy-initialization)
  CHECK(read_by(copy, "It will rain.").findings.size() == 1);
  CHECK(read_by(plain, "It will rain.").findings.empty());
  CHECK(read_by(styled("{}", engine), "It will rain.").findings.empty());
}

}  // namespace
}  // namespace sourcelight::testing
