// Contract in json.h.
#include "worth/json.h"

#include <cmath>
#include <string_view>

#include "base/json_string.h"
#include "worth/features.h"
#include "worth/worth.h"

namespace sourcelight::worth {
namespace {

void append_features(std::string& json, const std::vector<Feature>& features, bool comma) {
  for (const Feature& feature : features) {
    if (comma) json += ',';
    comma = true;
    append_json_string(json, feature.text());
  }
}

void append_span(std::string& json, Span span) {
  json += std::to_string(span.begin) + ',' + std::to_string(span.end);
}

// "0.0471": a probability in ten-thousandths.
std::string decimal(double probability) {
  const auto parts = static_cast<std::uint32_t>(std::lround(probability * 10000));
  const std::string digits = std::to_string(10000 + parts % 10000).substr(1);
  return (parts < 10000 ? "0." : "1.") + digits;
}

}  // namespace

std::string to_json(const Grammar& grammar) {
  const Document& document = grammar.document;
  std::string json = "{\"sentences\":[";
  for (const Sentence& sentence : document.sentences) {
    if (json.back() != '[') json += ',';
    json += "{\"span\":[";
    append_span(json, document.text.to_caller(sentence.span));
    const Judgement judgement = judge(grammar, sentence);
    const std::vector<Word> words = read_words(grammar, sentence);
    json += "],\"biased\":" + decimal(judgement.biased);
    json += ",\"check_worthy\":" + decimal(judgement.check_worthy) + ",\"loaded\":[";
    for (const std::uint32_t token : judgement.loaded) {
      json += json.back() == '[' ? "[" : ",[";
      append_span(json, document.text.to_caller(document.tokens[token].span));
      json += ']';
    }
    json += "],\"features\":[";
    append_features(json, features_of(words), false);
    json += "],\"words\":[";
    for (std::size_t i = 0; i < words.size(); ++i) {
      json += i == 0 ? "[" : ",[";
      append_span(json, document.text.to_caller(document.tokens[words[i].token].span));
      json += ',';
      append_json_string(json, words[i].text);
      append_features(json, features_at(words, i), true);
      json += ']';
    }
    json += "]}";
  }
  json += "]}";
  return json;
}

}  // namespace sourcelight::worth
