// Holds weights.h: a list of weights as text.
#include "worth/weights.h"

#include <catch2/catch.hpp>
#include <string>

#include "worth/features.h"

using sourcelight::worth::Weights;

namespace {

TEST_CASE("a line is a feature and its weight; a feature may hold a blank") {
  const Weights weights("# words\nslammed 34\nso called -7 # of two words\n=begin 12\n");
  CHECK(weights.of("slammed") == 34);
  CHECK(weights.of("so called") == -7);
  CHECK(weights.of("=begin") == 12);
}

TEST_CASE("what the list does not hold weighs nothing, and that can be told from a weight of 0") {
  const Weights weights("plain 0\n");
  CHECK(weights.of("vile") == 0);
  CHECK(weights.find(sourcelight::worth::hash_text("plain")) == 0);
  CHECK_FALSE(weights.find(sourcelight::worth::hash_text("vile")).has_value());
}

TEST_CASE("lines without a whole number are left out, the first of two lines counts") {
  const Weights weights("vile\nvile x\nvile 3x\nvile 99999999\nvile 5\nvile 6\n");
  CHECK(weights.of("vile") == 5);
}

TEST_CASE("an empty list and a long one both answer") {
  CHECK(Weights("").of("vile") == 0);
  std::string lines;
  for (int i = 0; i < 5000; ++i)
    lines += "w" + std::to_string(i) + " " + std::to_string(i % 90) + "\n";
  const Weights weights(lines);
  for (int i = 0; i < 5000; i += 7) CHECK(weights.of("w" + std::to_string(i)) == i % 90);
}

}  // namespace
