// Holds web_annotation.cpp, beside the case tests/cases/report/annotation.txt.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "cases.h"
#include "model/english.h"
#include "report/sample.h"

namespace sourcelight {
namespace {

using nlohmann::json;

json annotated(const Report& report, std::string_view text, const RenderOptions& options = {}) {
  return json::parse(*render(report, text, Format::web_annotation, options));
}

json sample_annotated(const RenderOptions& options = {}) {
  return annotated(testing::sample_report(OffsetUnit::utf8), testing::sample_text, options);
}

std::string between_points(const Text& text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  for (std::size_t i = 0; i < text.utf8.size(); ++i) {
    if (text.origin[i] >= begin && text.origin[i] < end) out += text.utf8[i];
  }
  return out;
}

// Every SpecificResource of a target or body that has selectors.
std::vector<json> resources_of(const json& annotation) {
  std::vector<json> found;
  const auto add = [&](const json& one) {
    if (one.contains("selector")) found.push_back(one);
  };
  const json& target = annotation["target"];
  if (!target.is_array()) add(target);
  if (target.is_array()) std::for_each(target.begin(), target.end(), add);
  std::for_each(annotation["body"].begin(), annotation["body"].end(), add);
  return found;
}

void check_selectors(const json& collection, std::string_view utf8) {
  const Text points = read_utf8(utf8, OffsetUnit::codepoint);
  for (const json& annotation : collection["first"]["items"]) {
    for (const json& resource : resources_of(annotation)) {
      const json& quote = resource["selector"][0];
      const std::uint32_t start = resource["selector"][1]["start"];
      const std::uint32_t end = resource["selector"][1]["end"];
      CHECK(quote["exact"] == between_points(points, start, end));
      CHECK(quote["prefix"] == between_points(points, start < 32 ? 0 : start - 32, start));
      CHECK(quote["suffix"] == between_points(points, end, end + 32));
    }
  }
}

TEST_CASE("Both selectors of an annotation lead to the same words, past emoji too") {
  const json collection = sample_annotated();
  CHECK(collection["first"]["items"].size() == 8);
  check_selectors(collection, testing::sample_text);
}

TEST_CASE("Selectors lead to their words in every case read as an article") {
  for (const testing::Case& each : testing::read_cases("claims")) {
    INFO(each.name);
    check_selectors(annotated(*testing::english_engine().analyze(each.input), each.input),
                    each.input);
  }
}

TEST_CASE("The collection is one page with all its annotations, each with an id of its own") {
  const json collection = sample_annotated();
  CHECK(collection["@context"] == "http://www.w3.org/ns/anno.jsonld");
  CHECK(collection["total"] == collection["first"]["items"].size());
  std::set<std::string> ids = {collection["id"], collection["first"]["id"]};
  for (const json& annotation : collection["first"]["items"]) {
    CHECK(annotation["type"] == "Annotation");
    ids.insert(annotation["id"].get<std::string>());
  }
  CHECK(ids.size() == 2 + collection["first"]["items"].size());
}

TEST_CASE("Ids stay as they are as long as article and address do") {
  const auto id = [](const RenderOptions& options) {
    return sample_annotated(options)["id"].get<std::string>();
  };
  CHECK(id({}) == id({.title = "Another title"}));
  CHECK(id({}) != id({.url = "https://a.example/"}));
  CHECK(id({}) != id({.id = "a"}));
  CHECK(id({}) !=
        annotated(*testing::english_engine().analyze(std::string_view("So.")), "So.")["id"]);
  // A UUID of version 8.
  CHECK(id({}).size() ==
        std::string("urn:uuid:01234567-0123-8123-8123-0123456789ab#annotations").size());
  CHECK(id({})[23] == '8');
  CHECK(std::string("89ab").find(id({})[28]) != std::string::npos);
}

TEST_CASE("Annotations are of the article's address, or of a name made of its text") {
  const auto source = [](const RenderOptions& options) {
    return sample_annotated(options)["first"]["items"][0]["target"]["source"].get<std::string>();
  };
  CHECK(source({.url = "https://a.example/"}) == "https://a.example/");
  CHECK(source({}) + "#annotations" == sample_annotated()["id"].get<std::string>());
}

}  // namespace
}  // namespace sourcelight
