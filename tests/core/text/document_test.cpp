// Holds text/document.h: what is true of every Document, and the fields of a token.
#include "text/document.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "base/chars.h"
#include "cases.h"

namespace sourcelight {
namespace {

Document read(const std::string& input) {
  return read_document(read_utf8(input, OffsetUnit::codepoint));
}

bool is_trimmed(const Document& document, Span span) {
  return !span.empty() && !is_space(code_point_at(document.text.utf8, span.begin).value) &&
         !is_space(code_point_before(document.text.utf8, span.end).value);
}

// Spans in their order that leave out nothing but white space.
template <typename Parts>
bool covers(const Document& document, const Parts& parts) {
  std::size_t at = 0;
  for (const auto& part : parts) {
    if (part.span.begin < at || !is_trimmed(document, part.span)) return false;
    for (; at < part.span.begin; at += code_point_at(document.text.utf8, at).size) {
      if (!is_space(code_point_at(document.text.utf8, at).value)) return false;
    }
    at = part.span.end;
  }
  for (; at < document.text.utf8.size(); at += code_point_at(document.text.utf8, at).size) {
    if (!is_space(code_point_at(document.text.utf8, at).value)) return false;
  }
  return true;
}

bool contains(Span outer, Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

void check_sentences(const Document& document) {
  std::uint32_t token = 0;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    REQUIRE(contains(document.paragraphs.at(sentence.paragraph).span, sentence.span));
    REQUIRE(sentence.first_token == token);
    REQUIRE(sentence.last_token > token);
    for (; token < sentence.last_token; ++token) {
      REQUIRE(document.tokens.at(token).sentence == i);
      REQUIRE(contains(sentence.span, document.tokens[token].span));
    }
  }
  REQUIRE(token == document.tokens.size());
}

void check_quotations(const Document& document) {
  std::vector<Span> around;
  for (std::size_t i = 0; i < document.quotations.size(); ++i) {
    const Quotation& quotation = document.quotations[i];
    REQUIRE(is_trimmed(document, quotation.span));
    while (!around.empty() && around.back().end <= quotation.span.begin) around.pop_back();
    REQUIRE(quotation.depth == around.size());
    if (!around.empty()) REQUIRE(contains(around.back(), quotation.span));
    around.push_back(quotation.span);
    if (quotation.continues) {
      REQUIRE(*quotation.continues < i);
      REQUIRE_FALSE(document.quotations[*quotation.continues].closed);
    }
    REQUIRE(std::any_of(document.paragraphs.begin(), document.paragraphs.end(),
                        [&](const Paragraph& p) { return contains(p.span, quotation.span); }));
  }
}

void check(const Document& document) {
  REQUIRE(covers(document, document.paragraphs));
  REQUIRE(covers(document, document.sentences));
  REQUIRE(covers(document, document.tokens));
  check_sentences(document);
  check_quotations(document);
}

TEST_CASE("every character that is no space stands in one paragraph, sentence and token") {
  for (const char* folder : {"sentences", "tokens", "paragraphs", "quotations"}) {
    for (const testing::Case& each : testing::read_cases(std::string("text/") + folder)) {
      INFO(each.name);
      check(read(each.input));
    }
  }
}

TEST_CASE("that holds of any text, however odd") {
  const std::vector<std::string> pieces = {"a",
                                           "B",
                                           "7",
                                           "word",
                                           "Mr",
                                           "U.S",
                                           "No",
                                           ".",
                                           "...",
                                           "\u2026",
                                           "?",
                                           "!",
                                           ",",
                                           ":",
                                           ";",
                                           "-",
                                           "--",
                                           "\u2014",
                                           "'",
                                           "''",
                                           "'''",
                                           "``",
                                           "\"",
                                           "\u2018",
                                           "\u2019",
                                           "\u201C",
                                           "\u201D",
                                           "\u201E",
                                           "\u201A",
                                           "\u00AB",
                                           "\u00BB",
                                           "(",
                                           ")",
                                           "[",
                                           "]",
                                           " ",
                                           " ",
                                           " ",
                                           "\n",
                                           "\n\n",
                                           "\r\n",
                                           "\u00A0",
                                           "\u2028",
                                           "\uFEFF",
                                           "\f",
                                           "@",
                                           "#",
                                           "/",
                                           "http://",
                                           "www.",
                                           "example.com",
                                           "$",
                                           "%",
                                           "<",
                                           ">",
                                           "n't",
                                           "'s",
                                           "p.m",
                                           "By ",
                                           "(Reuters)",
                                           "DOHA",
                                           "Photo:",
                                           "\xF0\x9F\x91\x8D",
                                           "\xE2\x80\x8D",
                                           "\xFF",
                                           "e\xCC\x81",
                                           std::string(1, '\0')};
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int count = 0; count < 30; ++count) text += pieces[random() % pieces.size()];
    INFO(text);
    check(read(text));
  }
}

TEST_CASE("an empty text and one of spaces have no parts") {
  for (const char* text : {"", " \n\r\n\t\xC2\xA0\xEF\xBB\xBF\n "}) {
    const Document document = read(text);
    CHECK(document.paragraphs.empty());
    CHECK(document.sentences.empty());
    CHECK(document.tokens.empty());
    CHECK(document.quotations.empty());
  }
}

TEST_CASE("a token's norm is in lower case with plain marks") {
  const auto norm = [](const std::string& text) {
    std::string norms;
    for (const Token& token : read(text).tokens) norms += (norms.empty() ? "" : " ") + token.norm;
    return norms;
  };
  CHECK(norm("\u201CDidn\u2019t \u00C9mile\u2019s CO\u00ADOP agree?\u201D") ==
        "\" did n't \u00E9mile 's coop agree ? \"");
  CHECK(norm("``Aye,'' \u2018no\u2019 \u00ABoui\u00BB") == "\" aye , \" ' no ' \" oui \"");
  CHECK(norm("a non\u2011stop tour") == "a non-stop tour");
}

TEST_CASE("a mark that opens a line before a blank is a bullet, and no quotation mark") {
  const Document document = read("» Tolls rise\n\n»Tolls« rise");
  CHECK(document.tokens[0].norm == "•");
  CHECK(document.tokens[3].norm == "\"");
  CHECK(document.quotations.size() == 1);
}

TEST_CASE("a token knows whether it is a word, capitalized, all in capitals") {
  const Document document = read("The U.S. and NATO met 3 A-list \u00C9tats \u2014 ok?");
  std::string shown;
  for (const Token& token : document.tokens) {
    shown += std::string(document.at(token.span)) + (token.word ? "+" : "-") +
             (token.capitalized ? "C" : "") + (token.all_caps ? "A" : "") + " ";
  }
  CHECK(shown == "The+C U.S.+CA and+ NATO+CA met+ 3+ A-list+C \u00C9tats+C \u2014- ok+ ?- ");
}

TEST_CASE("offsets are the caller's when asked for") {
  const Document document = read_document(read_utf16(u"\xD83D\xDE00 Rain.", OffsetUnit::utf16));
  REQUIRE(document.tokens.size() == 3);
  CHECK(document.text.to_caller(document.tokens[1].span) == Span{3, 7});
}

double seconds_to_read(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const Document document = read(text);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  return document.text.utf8.empty() ? 0 : time.count();
}

// Each of these would take hours if a rule looked back or ahead without bounds.
TEST_CASE("time grows with the length of the text, whatever is repeated in it") {
  const std::vector<std::string> pieces = {
      "a",    "a.",       "A.",          "a.1",      "(",       "(.",
      "\"",   "'a",       "a' ",         "\u201C",   "\u2018a", "a+",
      "a--",  "@a",       "a@",          "www.",     ".",       ". ",
      ". . ", "?",        "No. ",        "1\"",      "1'1\"",   "((a.",
      "\n",   "a\n",      "a\n\n",       "\r\n",     "\u00AB",  "\u201Ea\u201C",
      "`",    "- a\n",    "a:\n",        ") ",       "[1] ",    "a.b ",
      "\xFF", "\xE2\x80", "A a.\u201D ", "http://a", "a.com/"};
  for (const std::string& piece : pieces) {
    INFO(piece);
    std::string text;
    while (text.size() < 400'000) text += piece;
    CHECK(seconds_to_read(text) < 5);
  }
}

}  // namespace
}  // namespace sourcelight
