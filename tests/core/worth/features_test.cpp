// Holds features.h: what the models see of a sentence, and that names are masked.
#include "worth/features.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/utf.h"

using namespace sourcelight;

namespace {

struct Read {
  explicit Read(std::string_view text)
      : document(read_document(read_utf8(text, OffsetUnit::utf8))),
        grammar(read_grammar(document)),
        words(worth::read_words(grammar, document.sentences.at(0))) {}
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  // The models' words in one line.
  [[nodiscard]] std::string line() const {
    std::string line;
    for (const worth::Word& word : words)
      line += (line.empty() ? "" : " ") + std::string(word.text);
    return line;
  }
  [[nodiscard]] bool has(std::string_view text) const {
    const auto features = worth::features_of(words);
    return std::any_of(features.begin(), features.end(),
                       [&](const worth::Feature& feature) { return feature.text() == text; });
  }

  Document document;
  Grammar grammar;
  std::vector<worth::Word> words;
};

TEST_CASE("names are masked, at the begin of a sentence too") {
  CHECK(Read("Ana Lind met the mayor of Ostby.").line() == "<n> <n> met the mayor of <n> .");
}

TEST_CASE("a capital inside a sentence makes a name of any word") {
  CHECK(Read("We asked the Savage about it.").line() == "we asked the <n> about it .");
}

TEST_CASE("in a headline a capital says nothing") {
  CHECK(Read("Council Rejects Absurd Plan for Harbour Bridge").has("absurd"));
}

TEST_CASE("numbers and years are told apart, their figures are not") {
  CHECK(Read("In 2019 it cost $40,170.").line() == "in <y> it cost $ <0> .");
}

TEST_CASE("a name of several words is one for the pairs of words") {
  const Read read("They praised Ana Lind again.");
  CHECK(read.has("praised <n>"));
  CHECK(read.has("<n> again"));
  CHECK_FALSE(read.has("<n> <n>"));
}

TEST_CASE("a sentence has words, pairs of words, parts of speech and facts") {
  const Read read("Who paid the two men?");
  for (const char* text : {"^ who", "paid", "the two", "/past", "/det num", "=question",
                           "=numbers1", "=quoted0", "=length1"}) {
    CAPTURE(text);
    CHECK(read.has(text));
  }
  CHECK_FALSE(read.has("=first"));
  CHECK(Read("We paid them.").has("=first"));
}

TEST_CASE("words inside quotation marks are known, also when the quotation began before") {
  const Read read("He said \"we won\" and left.");
  for (const worth::Word& word : read.words) {
    CHECK(word.quoted == (word.text == "we" || word.text == "won" || word.text == "\""));
  }
  const Document document = read_document(
      read_utf8("\"We paid. They ‘did’ not know. It is late,\" he said.", OffsetUnit::utf8));
  const Grammar grammar = read_grammar(document);
  REQUIRE(document.sentences.size() == 3);
  for (const worth::Word& word : worth::read_words(grammar, document.sentences[2])) {
    CHECK(word.quoted == (word.text != "he" && word.text != "said" && word.text != "."));
  }
}

TEST_CASE("what stands around a word is told by parts of speech") {
  const Read read("The old plan failed.");
  std::string texts;
  for (const worth::Feature& feature : worth::features_at(read.words, 1)) {
    texts += feature.text() + " ";
  }
  CHECK(texts == "/adj /det+adj /adj+noun ");
  CHECK(worth::features_at(read.words, 0)[1].text() == "/^+det");
}

TEST_CASE("the hash of a feature is that of its text") {
  const Read read("Is it so?");
  for (const worth::Feature& feature : worth::features_of(read.words)) {
    CHECK(feature.hash() == worth::hash_text(feature.text()));
  }
}

}  // namespace
