// Holds patterns/pattern.h: what is found, what is refused, and that no pattern is slow.
#include "patterns/pattern.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <string>

namespace sourcelight::testing {
namespace {

Pattern pattern(std::string_view expression, PatternOptions options = {}) {
  auto compiled = Pattern::compile(expression, options);
  INFO(expression);
  REQUIRE(std::holds_alternative<Pattern>(compiled));
  return std::get<Pattern>(compiled);
}

std::vector<std::string> found(std::string_view expression, std::string_view text,
                               PatternOptions options = {}) {
  std::vector<std::string> words;
  for (const Span span : pattern(expression, options).find_all(text)) {
    words.emplace_back(text.substr(span.begin, span.size()));
  }
  return words;
}

using Words = std::vector<std::string>;

TEST_CASE("a pattern finds all its matches from left to right") {
  CHECK(found("b[a-z]d", "a bad bed, a bird and a bid") == Words{"bad", "bed", "bid"});
  CHECK(found("bid", "nothing of the kind").empty());
  CHECK(found("bid", "").empty());
}

TEST_CASE("the first group that took part is the match") {
  CHECK(found("(?:said|told) (\\w+)", "he said so, told her") == Words{"so", "her"});
  CHECK(found("(red) car|(blue) ship", "red car, blue ship") == Words{"red", "blue"});
}

TEST_CASE("empty matches are none, and do not stop the search") {
  CHECK(found("x*", "éxx€x") == Words{"xx", "x"});
  CHECK(found("^", "a\nb").empty());
}

TEST_CASE("case counts unless it is told not to") {
  CHECK(found("may", "May may") == Words{"may"});
  CHECK(found("may", "May may", {.ignore_case = true}) == Words{"May", "may"});
  CHECK(found("é", "É é", {.ignore_case = true}) == Words{"É", "é"});
}

TEST_CASE("^ and $ are the begin and end of a line") {
  CHECK(found("^\\w+$", "one\ntwo words\nthree") == Words{"one", "three"});
}

TEST_CASE("a search within a stretch sees what stands around it") {
  const std::string_view text = "cart art";
  CHECK(pattern("\\bart").find_all(text, {1, 8}) == std::vector<Span>{{5, 8}});
}

TEST_CASE("long texts are cut at line ends, and nothing on a line is lost") {
  std::string text;
  for (int line = 0; line < 1000; ++line) text += "one rare match and some more words\n";
  CHECK(pattern("rare match").find_all(text).size() == 1000);
  CHECK(pattern("^one .* words$").find_all(text).size() == 1000);
}

TEST_CASE("an expression that makes no sense is refused with a reason") {
  for (const char* wrong : {"(", "a{2", "[z-a]", "*", "(?<n", "\\8", "(?=a)", "\xff"}) {
    const auto compiled = Pattern::compile(wrong);
    INFO(wrong);
    if (std::string_view(wrong) == "a{2") {
      CHECK(std::holds_alternative<Pattern>(compiled));  // braces that repeat nothing are letters
      continue;
    }
    REQUIRE(std::holds_alternative<std::string>(compiled));
    CHECK_FALSE(std::get<std::string>(compiled).empty());
  }
}

TEST_CASE("the reason shows the expression as it was written") {
  CHECK(std::get<std::string>(Pattern::compile("(rain")) == "missing ): (rain");
  CHECK(std::get<std::string>(Pattern::compile("(?m)(rain")) == "missing ): (?m)(rain");
}

TEST_CASE("an expression that would take too much memory is refused") {
  CHECK(std::holds_alternative<std::string>(Pattern::compile("((a{1,100}){1,100}){1,100}")));
  CHECK(std::holds_alternative<std::string>(Pattern::compile("(a)(a)(a)(a)(a)(a)(a)(a)(a)")));
}

double seconds_to_search(const Pattern& searched, const std::string& text) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();  // the processor's: others may be at work
    static_cast<void>(searched.find_all(text));
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    best = std::min(best, took);
  }
  return best;
}

TEST_CASE("patterns that ruin an engine that tries everything take time in proportion") {
  for (const char* hostile : {"(a+)+$", "(a|a)*b", "(?:a?){20}a{20}b", "(?s)a.*!|a", "(.*)*=x"}) {
    const Pattern searched = pattern(hostile);
    const double once = seconds_to_search(searched, std::string(40'000, 'a'));
    const double tenfold = seconds_to_search(searched, std::string(400'000, 'a'));
    INFO(hostile << ": " << once << " s, " << tenfold << " s");
    CHECK(tenfold < 30 * (once + 5e-3));
  }
}

}  // namespace
}  // namespace sourcelight::testing
