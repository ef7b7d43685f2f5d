// Holds attribution/cue_verbs.h: the forms of a verb, the frames of a line.
#include "attribution/cue_verbs.h"

#include <catch2/catch.hpp>

namespace sourcelight {
namespace {

using Forms = std::vector<std::string>;

TEST_CASE("a verb has its regular forms, the lemma first") {
  CHECK(regular_forms("claim") == Forms{"claim", "claims", "claimed", "claiming"});
  CHECK(regular_forms("insist") == Forms{"insist", "insists", "insisted", "insisting"});
}

TEST_CASE("y after a consonant becomes ie, after a vowel it stays") {
  CHECK(regular_forms("deny") == Forms{"deny", "denies", "denied", "denying"});
  CHECK(regular_forms("worry") == Forms{"worry", "worries", "worried", "worrying"});
  CHECK(regular_forms("say") == Forms{"say", "says", "sayed", "saying"});
}

TEST_CASE("a silent e goes before ing, a double one stays") {
  CHECK(regular_forms("argue") == Forms{"argue", "argues", "argued", "arguing"});
  CHECK(regular_forms("agree") == Forms{"agree", "agrees", "agreed", "agreeing"});
  CHECK(regular_forms("free") == Forms{"free", "frees", "freed", "freeing"});
}

TEST_CASE("a hissing end takes es") {
  CHECK(regular_forms("stress")[1] == "stresses");
  CHECK(regular_forms("push")[1] == "pushes");
  CHECK(regular_forms("preach")[1] == "preaches");
}

TEST_CASE("a last consonant doubles where the last syllable is stressed") {
  CHECK(regular_forms("admit") == Forms{"admit", "admits", "admitted", "admitting"});
  CHECK(regular_forms("plan") == Forms{"plan", "plans", "planned", "planning"});
  CHECK(regular_forms("refer") == Forms{"refer", "refers", "referred", "referring"});
  CHECK(regular_forms("offer") == Forms{"offer", "offers", "offered", "offering"});
  CHECK(regular_forms("consider")[2] == "considered");
  CHECK(regular_forms("speak")[3] == "speaking");
  CHECK(regular_forms("vow")[2] == "vowed");
}

TEST_CASE("a line gives a verb its frames, its prepositions and its hearers") {
  const CueVerbs verbs("warn addressee clause:66 about:79 of against\n");
  const CueVerb* warn = verbs.find("warned");
  REQUIRE(warn != nullptr);
  CHECK(warn->lemma == "warn");
  CHECK(warn->addressee);
  CHECK(warn->percent_of(Frame::clause) == 66);
  CHECK(warn->percent_of(Frame::about) == 79);
  CHECK(warn->percent_of(Frame::quote) == 0);
  CHECK(warn->prepositions == std::vector<std::string_view>{"of", "against"});
}

TEST_CASE("irregular forms stand after slashes") {
  const CueVerbs verbs("know/knew/known clause:41");
  for (const char* form : {"know", "knows", "knowing", "knew", "known"}) {
    INFO(form);
    CHECK(verbs.find(form) != nullptr);
  }
  CHECK_FALSE(verbs.find("knew")->addressee);
}

TEST_CASE("an irregular form belongs to its verb even if another has it as a regular one") {
  const CueVerbs verbs("found clause:10\nfind/found clause:50\n");
  CHECK(verbs.find("found")->lemma == "find");
  CHECK(verbs.find("founded")->lemma == "found");
}

TEST_CASE("comments and blank lines are skipped, carriage returns too") {
  const CueVerbs verbs("# verbs\n\n  \nsay/said quote:95 # the most common\r\nadd aside:87\r\n");
  REQUIRE(verbs.all().size() == 2);
  CHECK(verbs.find("said")->percent_of(Frame::quote) == 95);
  CHECK(verbs.find("added")->percent_of(Frame::aside) == 87);
}

TEST_CASE("a word that is no form of a listed verb is not found") {
  const CueVerbs verbs("say/said quote:95");
  CHECK(verbs.find("saint") == nullptr);
  CHECK(verbs.find("") == nullptr);
  CHECK(CueVerbs("").find("said") == nullptr);
}

}  // namespace
}  // namespace sourcelight
