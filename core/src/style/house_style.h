// A newsroom's rules and words, read from JSON (docs/house-style.md).
// tests/core/style/house_style_test.cpp holds it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/vocabulary.h"
#include "patterns/pattern.h"
#include "style/json.h"
#include "words/language.h"

namespace sourcelight::style {

// Where in the article a pattern is looked for.
enum class Where {
  anywhere,
  own_voice,           // claims that the article states itself
  quotation,           // between double quotation marks
  outside_quotations,  // anywhere else
  headline,
  cue,     // words that say that somebody says something
  source,  // words that say who
  named,   // claims of that status
  unnamed,
  hidden
};

// What a rule may ask that no pattern can tell.
enum class Check {
  single_anonymous_source,
  single_anonymous_source_for_accusation,
  accusation_in_own_voice,
  anonymous_source_without_description,
  anonymous_source_without_reason,
  opinion_from_anonymous_source,
  declined_to_comment_unnamed,
  attribution_restated,
  attribution_at_first_reference,
  changed_quotation  // the caller's to find: it has the documents to check quotations against
};

struct Rule {
  std::string id;
  std::variant<Pattern, Check> what;
  std::optional<Pattern> unless;  // where it is found in the same paragraph, the rule is content
  Where where = Where::anywhere;  // of a pattern
  Severity severity = Severity::warning;
  std::string message;
};

struct HouseStyle {
  std::string name;
  std::vector<Rule> rules;
  std::vector<Pattern> ignored;    // words in which nothing is found
  std::vector<ClaimStatus> shown;  // claims to show, each status once; empty: it does not say
  Vocabulary vocabulary;
  std::vector<HouseStyleProblem> problems;

  // Changes nothing about any article.
  [[nodiscard]] bool is_empty() const {
    return rules.empty() && ignored.empty() && shown.empty() && vocabulary.verbs.empty() &&
           vocabulary.titles.empty() && vocabulary.sources.empty();
  }
};

// The style, without what made no sense, which its problems tell; or where it is no JSON object.
// Its verbs are of the language.
[[nodiscard]] std::variant<HouseStyle, JsonFault> read_house_style(
    std::string_view json, const Language& language = Language::built_in());

}  // namespace sourcelight::style
