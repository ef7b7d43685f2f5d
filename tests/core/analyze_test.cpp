// Holds the public header: what analyze() takes, refuses and promises of every text.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf.h"
#include "invariants.h"
#include "model/english.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {
namespace {

std::u16string to_utf16(std::string_view utf8) {
  std::u16string units;
  const auto* byte = reinterpret_cast<const unsigned char*>(utf8.data());
  const auto* end = byte + utf8.size();
  while (byte != end) {
    const int more = *byte < 0x80 ? 0 : *byte < 0xE0 ? 1 : *byte < 0xF0 ? 2 : 3;
    char32_t code = more == 0 ? *byte : *byte & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) code = code << 6 | (*++byte & 0x3Fu);
    ++byte;
    if (code > 0xFFFF) {
      units += static_cast<char16_t>(0xD7C0 + (code >> 10));
      units += static_cast<char16_t>(0xDC00 + (code & 0x3FF));
    } else {
      units += static_cast<char16_t>(code);
    }
  }
  return units;
}

std::vector<std::string> case_files() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCELIGHT_CASES)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

const std::string article =
    "“We 🙂 reopen in May,” said Zoë Lind, the mayor. Critics doubt it.";

TEST_CASE("A text without a single character has a Report without a single claim") {
  const auto report = testing::english_engine().analyze(std::string_view());
  REQUIRE(report);
  CHECK(report->length == 0);
  CHECK(report->sentences.empty());
  CHECK(report->claims.empty());
}

TEST_CASE("Offsets count what the text is made of, unless asked otherwise") {
  const Engine& engine = testing::english_engine();
  const auto bytes = engine.analyze(article);
  const auto units = engine.analyze(to_utf16(article));
  const auto points = engine.analyze(article, {.offsets = OffsetUnit::codepoint});
  CHECK(bytes->offsets == OffsetUnit::utf8);
  CHECK(bytes->length == article.size());
  CHECK(units->offsets == OffsetUnit::utf16);
  CHECK(units->length == to_utf16(article).size());
  CHECK(points->offsets == OffsetUnit::codepoint);
  CHECK(points->length == units->length - 1);
}

TEST_CASE("Both encodings of a text give the same Report in any unit") {
  const Engine& engine = testing::english_engine();
  for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint}) {
    CHECK(*engine.analyze(article, {.offsets = unit}) ==
          *engine.analyze(to_utf16(article), {.offsets = unit}));
  }
}

TEST_CASE("Reading a text twice gives the same Report") {
  const Engine& engine = testing::english_engine();
  CHECK(*engine.analyze(article) == *engine.analyze(article));
  CHECK(*engine.analyze(article) == *testing::english_engine().analyze(article));
}

TEST_CASE("A text may be as long as Options::longest_text says, and no longer") {
  const Engine& engine = testing::english_engine();
  CHECK(engine.analyze(article, {.longest_text = article.size()}));
  const auto refused = engine.analyze(article, {.longest_text = article.size() - 1});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::text_too_long);
  CHECK(refused.error().message.find(std::to_string(article.size())) != std::string::npos);
}

TEST_CASE("The longest text counts the units it came in") {
  const std::u16string units = to_utf16(article);
  CHECK(testing::english_engine().analyze(units, {.longest_text = units.size()}));
  CHECK_FALSE(testing::english_engine().analyze(units, {.longest_text = units.size() - 1}));
}

TEST_CASE("Weights change priorities and nothing else; a wrong one is refused by name") {
  const Engine& engine = testing::english_engine();
  const auto report = engine.analyze(article);
  auto weighed = *engine.analyze(article, {.weights = {{"named", 0.9}}});
  REQUIRE(weighed.claims.size() == report->claims.size());
  CHECK(weighed.claims[0].priority > report->claims[0].priority);
  for (std::size_t i = 0; i < weighed.claims.size(); ++i)
    weighed.claims[i].priority = report->claims[i].priority;
  CHECK(weighed == *report);
  const auto refused = engine.analyze(article, {.weights = {{"names", 0.9}}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::bad_weights);
  CHECK(refused.error().message.find("\"names\"") != std::string::npos);
}

TEST_CASE("Progress grows, is all at the end, and changes no Report") {
  std::vector<double> shares;
  const auto tell = [&shares](double share) { shares.push_back(share); };
  const std::string_view text = "The mayor said that it rained.";
  const auto report = testing::english_engine().analyze(text, {.on_progress = tell});
  REQUIRE(shares.size() >= 2);
  CHECK(std::is_sorted(shares.begin(), shares.end()));
  CHECK(shares.front() > 0);
  CHECK(shares.back() == 1);
  CHECK(*report == *testing::english_engine().analyze(text));
}

TEST_CASE("A text in another language is refused, unless it is said to be English") {
  const std::string_view german =
      "Der Stadtrat teilte am Montag mit, dass die Brücke bis zum Frühjahr gesperrt bleibt. Die "
      "Anwohner warten seit zwei Jahren und sind nicht froh, wie die Bürgermeisterin sagte.";
  for (const auto& refused : {testing::english_engine().analyze(german),
                              testing::english_engine().analyze(german, {.language = "auto"})}) {
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::unsupported_language);
    CHECK(refused.error().message ==
          "This text does not seem to be in English, the one language that Sourcelight reads so "
          "far.");
  }
  CHECK(testing::english_engine().analyze(german, {.language = "en"}));
}

TEST_CASE("A language that is not known is refused by name") {
  const auto refused = testing::english_engine().analyze(article, {.language = "fi"});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::unsupported_language);
  CHECK(refused.error().message.find("\"fi\"") != std::string::npos);
}

TEST_CASE("Text that is not well formed has a Report, in its own offsets") {
  const auto bytes =
      testing::english_engine().analyze(std::string_view("He said \xff\xc3 it rained. \xe2\x80"));
  REQUIRE(bytes);
  CHECK(bytes->length == 24);
  const auto units = testing::english_engine().analyze(
      std::u16string_view(u"He said \xd83d it \xde00 rained.", 20));
  REQUIRE(units);
  CHECK(units->length == 20);
  CHECK(invariants::first_fault(*bytes).empty());
  CHECK(invariants::first_fault(*units).empty());
}

TEST_CASE("Every case file, read as an article, has a sound Report in any unit") {
  const std::vector<std::string> texts = case_files();
  REQUIRE(texts.size() > 10);
  for (const std::string& text : texts) {
    INFO(text);
    for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint}) {
      CHECK(invariants::first_fault(*testing::english_engine().analyze(text, {.offsets = unit}))
                .empty());
    }
  }
}

TEST_CASE("An article cut off after any byte has a sound Report") {
  for (std::size_t length = 0; length <= article.size(); ++length) {
    INFO(length);
    const auto report =
        testing::english_engine().analyze(std::string_view(article).substr(0, length));
    CHECK(invariants::first_fault(*report).empty());
  }
}

}  // namespace
}  // namespace sourcelight
