// What the labeller sees of a token.
#include "model/features.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "cases.h"
#include "stages.h"

namespace sourcelight::model {
namespace {

using testing::Stages;

std::vector<TokenFeatures> features_of(const Stages& stages) {
  return read_features(stages.grammar);
}

std::vector<int> classes(std::string_view text, SmallFeature which) {
  const Stages stages(text);
  std::vector<int> out;
  for (const TokenFeatures& token : features_of(stages)) out.push_back(token.small[which]);
  return out;
}

TEST_CASE("every class is below its limit, on every case") {
  for (const char* folder : {"attribution", "claims", "sources", "text"}) {
    for (const auto& one : testing::read_cases(folder)) {
      const Stages stages(one.input);
      for (const TokenFeatures& token : features_of(stages)) {
        for (std::size_t i = 0; i < small_feature_count; ++i) {
          CHECK(token.small[i] < small_feature_limits[i]);
        }
      }
    }
  }
}

TEST_CASE("a word is the same in any letter case, with any digits") {
  const Stages stages("Rain rain RAIN 2016 1999");
  const auto features = features_of(stages);
  CHECK(features[0].word == features[1].word);
  CHECK(features[1].word == features[2].word);
  CHECK(features[3].word == features[4].word);
  CHECK(features[0].word != features[3].word);
}

TEST_CASE("a token knows where it stands to the quotation marks around it") {
  CHECK(classes("“It rains,” he said.", quotation) == std::vector<int>{1, 2, 2, 2, 3, 0, 0, 0});
  CHECK(classes("He said “it", quotation) == std::vector<int>{0, 0, 4, 6});
}

TEST_CASE("the features' JSON has a row for each token in each paragraph") {
  CHECK(sourcelight::features_json("") == "{\"paragraphs\":[]}");
  const std::string json = sourcelight::features_json("It rains.\n\nLind.");
  CHECK(json.find("{\"paragraphs\":[[[0,2,") == 0);
  CHECK(json.find("]],[[11,15,") != std::string::npos);
}

}  // namespace
}  // namespace sourcelight::model
