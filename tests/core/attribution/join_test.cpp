// Holds attribution/join.h: labelled pieces find the cue they belong to. labelled_text.h says how
// labels stand in the texts below.
#include "attribution/join.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "labelled_text.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

using model::Label;

struct Labelled : LabelledText {
  explicit Labelled(std::string_view marked)
      : LabelledText(marked, 1.0F), reading(read_for_attribution(grammar)) {}

  // "source | cue | content", one a line.
  [[nodiscard]] std::string joined() const {
    std::string lines;
    for (const Attribution& each : join_labels(reading, outer)) {
      if (!lines.empty()) lines += '\n';
      lines += words_at(document, each.source) + " | " + words_at(document, each.cue) + " | " +
               words_at(document, each.content);
    }
    return lines;
  }

  Reading reading;
  model::TaskLabels& outer = labels.of(model::Task::outer);
};

std::string joined(std::string_view marked) { return Labelled(marked).joined(); }

TEST_CASE("a cue takes the source and the content beside it, in any order") {
  CHECK(joined("S[The mayor] C[said] T[it rained].") == "The mayor | said | it rained");
  CHECK(joined("T[It rained], C[said] S[the mayor].") == "the mayor | said | It rained");
  CHECK(joined("T[It rained], S[the mayor] C[said].") == "the mayor | said | It rained");
  CHECK(joined("C[According to] S[the mayor], T[it rained].") ==
        "the mayor | According to | it rained");
}

TEST_CASE("an attribution may have no source, yet never no content or no cue") {
  CHECK(joined("C[It is known that] T[it rained].") == "- | It is known that | it rained");
  CHECK(joined("S[The mayor] C[spoke]. It rained.").empty());
  CHECK(joined("S[The mayor] left. T[It rained].").empty());
  CHECK(joined("It rained.").empty());
  CHECK(joined("").empty());
}

TEST_CASE("a quotation around its cue is one content in two pieces") {
  CHECK(joined("T[\"It rains,\"] S[he] C[said], T[\"and it pours.\"]") ==
        "he | said | \"It rains,\" / \"and it pours.\"");
  CHECK(joined("T[\"It rains,\"] S[he] C[said]. T[\"It pours.\"]") ==
        "he | said | \"It rains,\" / \"It pours.\"");
}

TEST_CASE("a quotation goes on in the next paragraph") {
  CHECK(joined("T[\"It rains,\"] C[said] S[Berg]. T[\"It pours.]\n\nT[\"It will snow.\"]\n\nLater "
               "S[the council] C[denied] T[that].") ==
        "Berg | said | \"It rains,\" / \"It pours. / \"It will snow.\"\n"
        "the council | denied | that");
}

TEST_CASE("a quotation in sentences of its own stays whole") {
  CHECK(joined("S[Lind] C[said] T[it rained].\n\nT[\"It pours.] T[It snows,\"] S[Berg] C[said].") ==
        "Lind | said | it rained\n"
        "Berg | said | \"It pours. / It snows,\"");
}

TEST_CASE("a quotation behind plain words belongs to the speaker who follows") {
  CHECK(joined("S[The mayor] C[denied] T[the plan]. T[\"It is dead,\"] S[Lind] C[said].") ==
        "The mayor | denied | the plan\n"
        "Lind | said | \"It is dead,\"");
}

TEST_CASE("a quotation goes on over a question in between") {
  CHECK(joined("T[\"No,\"] S[Lind] C[said] when C[asked about] T[the plan]. T[\"It is dead.\"]") ==
        "Lind | said | \"No,\" / \"It is dead.\"\n"
        "- | asked about | the plan");
}

TEST_CASE("a source serves the cues that follow it in its sentence") {
  CHECK(joined("S[Lind] C[said] T[it rained] and C[denied] T[the plan].") ==
        "Lind | said | it rained\n"
        "Lind | denied | the plan");
  CHECK(joined("S[Lind] C[denied] T[the plan], C[saying] T[it rained]. C[Call it] T[odd].") ==
        "Lind | denied | the plan\n"
        "Lind | saying | it rained\n"
        "- | Call it | odd");
  CHECK(joined("After C[denying] T[the plan], S[Lind] C[said] T[it rained].") ==
        "Lind | denying | the plan\n"
        "Lind | said | it rained");
}

TEST_CASE("a source waits for its cue while another speaks") {
  CHECK(joined("S[Lind], S[who] C[praised] T[the plan], C[said] T[it rained].") ==
        "who | praised | the plan\n"
        "Lind | said | it rained");
}

TEST_CASE("where the verb hides who speaks, nobody near is taken for it") {
  CHECK(joined("S[Lind] C[likes] T[the plan], but C[it is unclear whether] T[it will rain].") ==
        "Lind | likes | the plan\n"
        "- | it is unclear whether | it will rain");
  CHECK(joined("S[Lind] C[denied] T[the plan], T[which] C[was criticized].") ==
        "Lind | denied | the plan\n"
        "- | was criticized | which");
}

TEST_CASE("an inside label that follows on nothing of its kind begins a piece") {
  Labelled labelled("S[Lind] C[said] T[it rained].");
  for (std::uint8_t& label : labelled.outer.best) {
    const auto role = static_cast<Label>(label);
    if (role == Label::content_begin || role == Label::cue_begin) ++label;
  }
  CHECK(labelled.joined() == "Lind | said | it rained");
}

TEST_CASE("no piece runs over the end of a paragraph") {
  CHECK(joined("S[Lind] C[said]: T[\"It rains.\n\n\"It pours.\"]") ==
        "Lind | said | \"It rains. / \"It pours.\"");
}

TEST_CASE("fewer labels than tokens are read as far as they go") {
  Labelled labelled("S[Lind] C[said] T[it rained]. S[Berg] C[said] T[it snowed].");
  labelled.outer.best.resize(4);
  labelled.outer.probability.clear();
  CHECK(labelled.joined() == "Lind | said | it rained");
}

TEST_CASE("an attribution is as sure as the least sure of what it rests on") {
  Labelled labelled("S[The mayor] C[said] T[it rained all day].");
  auto& probability = labelled.outer.probability;
  const auto confidence = [&] {
    return join_labels(labelled.reading, labelled.outer).front().confidence;
  };
  CHECK(confidence() == 1);
  probability[4] = 0.25F;  // "rained", inside the content
  CHECK(confidence() == 1);
  probability[1] = 0.5F;  // "mayor", half of the source
  CHECK(confidence() == Approx(0.75));
  probability[6] = 0.625F;  // "day", the content's end
  CHECK(confidence() == Approx(0.625));
  probability[2] = 0.125F;  // "said"
  CHECK(confidence() == Approx(0.125));
}

TEST_CASE("spans are sorted and disjoint whatever the labels are") {
  Labelled labelled(
      "\"It rains,\" said Lind.\n\n\"It pours, and\" he left; Berg, who denied it, ran.");
  std::uint32_t seed = 1;
  for (int round = 0; round < 500; ++round) {
    for (std::uint8_t& label : labelled.outer.best) {
      seed = seed * 1664525 + 1013904223;
      label = static_cast<std::uint8_t>((seed >> 24) % model::label_counts[0]);
    }
    for (const Attribution& each : join_labels(labelled.reading, labelled.outer)) {
      REQUIRE(each.cue.size() == 1);
      REQUIRE_FALSE(each.content.empty());
      for (const Spans* spans : {&each.source, &each.cue, &each.content}) {
        for (std::size_t i = 0; i < spans->size(); ++i) {
          REQUIRE((*spans)[i].begin < (*spans)[i].end);
          if (i > 0) REQUIRE((*spans)[i - 1].end <= (*spans)[i].begin);
        }
      }
    }
  }
}

}  // namespace
}  // namespace sourcelight::testing
