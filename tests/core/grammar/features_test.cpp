// What the tagger sees in a token, shown on tokens made by hand.
#include "grammar/features.h"

#include <catch2/catch.hpp>

namespace sourcelight::tagger {
namespace {

Token token(std::string norm, bool capitalized = false, bool all_caps = false) {
  Token made;
  made.norm = std::move(norm);
  made.roles = &Language::built_in().of<RoleTable>().of(made.norm);
  made.capitalized = capitalized;
  made.all_caps = all_caps;
  made.word = true;
  return made;
}

std::vector<Attributes> read(const std::vector<Token>& sentence) {
  std::vector<Attributes> rows;
  read_attributes(sentence, rows);
  return rows;
}

Attributes read_one(const Token& only) { return read({only}).at(padding); }

TEST_CASE("every token has neighbours, if only empty ones") {
  CHECK(read({}).size() == 2 * padding);
  const auto rows = read({token("rain"), token("fell")});
  REQUIRE(rows.size() == 2 + 2 * padding);
  CHECK(rows.front() == rows.back());
  CHECK(rows.front()[label] == no_label);
  CHECK(rows[padding] != rows.front());
}

TEST_CASE("years and sums of one length look alike, words do not") {
  CHECK(read_one(token("1999")) == read_one(token("2016")));
  CHECK(read_one(token("1999"))[word] != read_one(token("199"))[word]);
  CHECK(read_one(token("rain"))[word] != read_one(token("snow"))[word]);
}

TEST_CASE("words share the attribute of their common end or begin") {
  const Attributes reported = read_one(token("reported"));
  const Attributes sorted = read_one(token("sorted"));
  CHECK(reported[end4] == sorted[end4]);
  CHECK(reported[end1] == sorted[end1]);
  CHECK(reported[head2] != sorted[head2]);
  CHECK(reported[head3] == read_one(token("repair"))[head3]);
}

TEST_CASE("a word shorter than the end asked for is its own end") {
  const Attributes a = read_one(token("a"));
  CHECK(a[end1] == a[word]);
  CHECK(a[end4] == a[word]);
  CHECK(a[head3] == a[word]);
}

TEST_CASE("the shape tells a capital within a sentence from one at its begin") {
  const auto rows = read({token("rivers", true), token("near"), token("rivers", true)});
  CHECK(rows[padding][word] == rows[padding + 2][word]);
  CHECK(rows[padding][shape] != rows[padding + 2][shape]);
}

TEST_CASE("the shape tells headlines from running text") {
  const auto running = read({token("the"), token("harbour"), token("mayor"), token("says")});
  const auto title =
      read({token("the"), token("harbour", true), token("mayor", true), token("says", true)});
  const auto capitals = read({token("the", true, true), token("harbour", true, true),
                              token("mayor", true, true), token("says", true, true)});
  CHECK(running[padding][shape] != title[padding][shape]);
  CHECK(title[padding][shape] != capitals[padding][shape]);
}

TEST_CASE("a template's hash depends on its number, its attributes and nothing else") {
  auto rows = read({token("heavy"), token("rain"), token("fell")});
  const Attributes* rain = rows.data() + padding + 1;
  const std::uint32_t before = hash_of(0, rain);
  CHECK(hash_of(1, rain) != before);
  rows[padding][word] ^= 1U;
  CHECK(hash_of(0, rain) == before);
  rows[padding + 1][word] ^= 1U;
  CHECK(hash_of(0, rain) != before);
}

TEST_CASE("templates look no further than the padding reaches") {
  for (const Template& each : templates) {
    for (std::size_t i = 0; i < each.size; ++i) {
      const Part part = each.parts[i];
      CHECK(std::abs(part.offset) <= static_cast<int>(padding));
      if (part.attribute == label) CHECK(part.offset < 0);
    }
  }
}

}  // namespace
}  // namespace sourcelight::tagger
