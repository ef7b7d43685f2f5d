// Holds style/json.h: what is read, on which line, and what is refused.
#include "style/json.h"

#include <catch2/catch.hpp>

namespace sourcelight::style {
namespace {

JsonValue read(std::string_view bytes) {
  auto value = read_json(bytes);
  INFO(bytes);
  REQUIRE(std::holds_alternative<JsonValue>(value));
  return std::get<JsonValue>(value);
}

TEST_CASE("JSON of every kind is read") {
  const JsonValue json =
      read(" {\"a\": [null, true, false, -0.5e+3], \"b\": {}, \"c\": \"\"} \r\n");
  REQUIRE(json.find("a"));
  const auto& list = json.find("a")->items;
  REQUIRE(list.size() == 4);
  CHECK(list[0].kind == JsonValue::Kind::null);
  CHECK(list[1].truth);
  CHECK_FALSE(list[2].truth);
  CHECK(list[3].text == "-0.5e+3");
  CHECK(json.find("b")->kind == JsonValue::Kind::object);
  CHECK(json.find("d") == nullptr);
  CHECK(read("{\"a\": 1, \"a\": 2}").find("a")->text == "2");
}

TEST_CASE("every value knows its line") {
  const JsonValue json = read("{\n\"a\":\n1,\n\n\"b\": [\n2]}");
  CHECK(json.line == 1);
  CHECK(json.lines == std::vector<std::uint32_t>{2, 5});
  CHECK(json.find("a")->line == 3);
  CHECK(json.find("b")->items[0].line == 6);
}

TEST_CASE("escapes of strings are read, surrogates too") {
  CHECK(read(R"("\"\\\/\b\f\n\r\tA\u00e9\ud83d\ude42")").text == "\"\\/\b\f\n\r\tAé🙂");
  CHECK(read(R"("\ud83d \ude42 \ud83dx \ud83d\u0041")").text == "\uFFFD \uFFFD \uFFFDx \uFFFDA");
  CHECK(read("\"\xff\"").text == "\uFFFD");
  CHECK(read("\xEF\xBB\xBF\"a\"").text == "a");
}

TEST_CASE("what is no JSON is refused, never read half") {
  for (const char* wrong :
       {"",         " ",          "{",     "[",     "[1",  "[1,",     "[1,]",      "{\"a\"}",
        "{\"a\":}", "{\"a\":1,}", "{a:1}", "'a'",   "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"",
        "\"a\nb\"", "tru",        "nul",   "01",    "1.",  "-",       "+1",        "1e",
        ".5",       "1 2",        "[1 2]", "{} {}", "\"\\"}) {
    INFO(wrong);
    CHECK(std::holds_alternative<JsonFault>(read_json(wrong)));
  }
}

TEST_CASE("values that are nested too deep are refused, and do not exhaust the stack") {
  CHECK(std::holds_alternative<JsonValue>(read_json(std::string(30, '[') + std::string(30, ']'))));
  CHECK(std::holds_alternative<JsonFault>(read_json(std::string(1'000'000, '['))));
}

}  // namespace
}  // namespace sourcelight::style
