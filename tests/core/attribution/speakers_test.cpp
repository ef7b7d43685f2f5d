// Holds attribution/speakers.h: whom a mark sets apart, and who is none.
#include "attribution/speakers.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "stages.h"

namespace sourcelight::testing {
namespace {

// "source | cue | content", one a line.
std::string speakers_in(std::string_view text) {
  const Document document = read_document(read_utf8(text, OffsetUnit::utf8));
  const Grammar grammar = read_grammar(document);
  const auto words = [&](TokenRange range) { return words_at(document, grammar.span_of(range)); };
  std::string lines;
  for (const Speaker& speaker : find_speakers(read_for_attribution(grammar))) {
    if (!lines.empty()) lines += '\n';
    lines += words(speaker.source) + " | " + words(speaker.cue) + " | " + words(speaker.content);
  }
  return lines;
}

TEST_CASE("a name in capitals before a colon takes a turn") {
  CHECK(speakers_in("LIND: The bridge was closed.\n\nBERG: It will stay so.") ==
        "LIND | : | The bridge was closed\nBERG | : | It will stay so");
}

TEST_CASE("a name before a colon takes turns where it opens several paragraphs") {
  CHECK(speakers_in("Ada Lind: The bridge was closed.\n\nWas it?\n\nAda Lind: It was safe.") ==
        "Ada Lind | : | The bridge was closed\nAda Lind | : | It was safe");
  CHECK(speakers_in("It rained.\n\nAda Lind: The bridge was closed.\n\nIt was cold.").empty());
}

TEST_CASE("an answer is somebody's turn, a question nobody's") {
  CHECK(speakers_in("Q: Who pays?\n\nA: The state does.\n\nMartin Kolk: It never has.") ==
        "A | : | The state does\nMartin Kolk | : | It never has");
}

TEST_CASE("a name before a colon announces the quotation that is the next paragraph") {
  CHECK(speakers_in("And from Mayor Lind:\n\n“The bridge was closed. It will stay so.”") ==
        "Mayor Lind | : | “The bridge was closed. It will stay so.”");
  CHECK(speakers_in("Mayor Lind spoke of it:\n\n“The bridge was closed.”").empty());
}

TEST_CASE("a name behind a quotation and a dash signs it") {
  CHECK(speakers_in("“The bridge was closed.” — Ada Lind, the mayor of Ost") ==
        "Ada Lind, the mayor of Ost | — | “The bridge was closed.”");
  CHECK(speakers_in("“The bridge was closed.” — Ada Lind closed it").empty());
}

TEST_CASE("no mark, no speaker") {
  for (const char* text : {"", ":", "LIND:", "Lind said: it rained.", "At 10:30 it rained.",
                           "“It rained.” —", "NOTE\n\nIt rained."}) {
    INFO(text);
    CHECK(speakers_in(text).empty());
  }
}

}  // namespace
}  // namespace sourcelight::testing
