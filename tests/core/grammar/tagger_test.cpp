// Runs the cases of tests/cases/grammar: a sentence, then those of its words whose tag matters,
// in their order, as word/tag.
#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "cases.h"
#include "grammar/tags.h"

namespace sourcelight {
namespace {

std::string name_of(Tag tag) {
  static const std::map<Tag, std::string> names = {
      {Tag::adjective, "adjective"},
      {Tag::adverb, "adverb"},
      {Tag::conjunction, "conjunction"},
      {Tag::determiner, "determiner"},
      {Tag::existential, "existential"},
      {Tag::interjection, "interjection"},
      {Tag::modal, "modal"},
      {Tag::noun, "noun"},
      {Tag::noun_plural, "noun_plural"},
      {Tag::number, "number"},
      {Tag::particle, "particle"},
      {Tag::possessive, "possessive"},
      {Tag::preposition, "preposition"},
      {Tag::pronoun, "pronoun"},
      {Tag::pronoun_possessive, "pronoun_possessive"},
      {Tag::proper_noun, "proper_noun"},
      {Tag::punctuation, "punctuation"},
      {Tag::to, "to"},
      {Tag::verb_base, "verb_base"},
      {Tag::verb_gerund, "verb_gerund"},
      {Tag::verb_participle, "verb_participle"},
      {Tag::verb_past, "verb_past"},
      {Tag::verb_present, "verb_present"},
      {Tag::verb_present_s, "verb_present_s"},
      {Tag::wh_adverb, "wh_adverb"},
      {Tag::wh_pronoun, "wh_pronoun"},
      {Tag::wh_possessive, "wh_possessive"},
  };
  return names.at(tag);
}

Document read(const std::string& text) { return read_document(read_utf8(text, OffsetUnit::utf8)); }

// The tags given to the words that `expected` names, each sought after the one before.
std::string print_tags(const std::string& text, const std::string& expected) {
  const Document document = read(text);
  const std::vector<Tag> tags = tag_words(document);
  std::string printed;
  std::size_t next = 0;
  std::istringstream items(expected);
  for (std::string item; items >> item;) {
    const std::string word = item.substr(0, item.rfind('/'));
    if (!printed.empty()) printed += ' ';
    while (next < tags.size() && document.at(document.tokens[next].span) != word) ++next;
    printed += next < tags.size() ? word + "/" + name_of(tags[next++]) : word + "/(no such word)";
  }
  return printed;
}

TEST_CASE("words are tagged by what they are where they stand") {
  for (const auto& each : testing::read_cases("grammar")) {
    INFO(each.name << "\n" << each.input);
    CHECK(print_tags(each.input, each.expected) == each.expected);
  }
}

TEST_CASE("every token has a tag, whatever the text") {
  for (const std::string text :
       {"", "\n\n", "…", "'", "''''", "\xF0\x9F\x98\x80 \xCC\x81 a\xCC\x81", "ﬁ ǅ ß İ", "a.b.c.d",
        "100% & $5", "- - -"}) {
    const Document document = read(text);
    CHECK(tag_words(document).size() == document.tokens.size());
  }
}

TEST_CASE("marks are punctuation, except those that stand for words") {
  const Document document = read("Rain & wind: up 5 % (or more).");
  const std::vector<Tag> tags = tag_words(document);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const Token& token = document.tokens[i];
    if (token.norm == "&") {
      CHECK(tags[i] == Tag::conjunction);
    } else if (token.norm == "%") {
      CHECK(tags[i] == Tag::noun);
    } else {
      CHECK((tags[i] == Tag::punctuation) == !token.word);
    }
  }
}

TEST_CASE("a sentence is tagged alike wherever it stands") {
  const std::string sentence = "The harbour board claims that repairs cost more.";
  const std::vector<Tag> alone = tag_words(read(sentence));
  const std::vector<Tag> twice = tag_words(read("It rained. " + sentence));
  REQUIRE(twice.size() == alone.size() + 3);
  CHECK(std::vector<Tag>(twice.begin() + 3, twice.end()) == alone);
}

}  // namespace
}  // namespace sourcelight
