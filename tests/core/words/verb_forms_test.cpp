// Holds words/verb_forms.h.
#include "words/verb_forms.h"

#include <catch2/catch.hpp>

namespace sourcelight {
namespace {

using Forms = std::vector<std::string>;

TEST_CASE("a verb has its regular forms, the lemma first") {
  CHECK(regular_forms(Language::built_in(), "claim") ==
        Forms{"claim", "claims", "claimed", "claiming"});
  CHECK(regular_forms(Language::built_in(), "insist") ==
        Forms{"insist", "insists", "insisted", "insisting"});
}

TEST_CASE("y after a consonant becomes ie, after a vowel it stays") {
  CHECK(regular_forms(Language::built_in(), "deny") ==
        Forms{"deny", "denies", "denied", "denying"});
  CHECK(regular_forms(Language::built_in(), "worry") ==
        Forms{"worry", "worries", "worried", "worrying"});
  CHECK(regular_forms(Language::built_in(), "say") == Forms{"say", "says", "sayed", "saying"});
}

TEST_CASE("a silent e goes before ing, a double one stays") {
  CHECK(regular_forms(Language::built_in(), "argue") ==
        Forms{"argue", "argues", "argued", "arguing"});
  CHECK(regular_forms(Language::built_in(), "agree") ==
        Forms{"agree", "agrees", "agreed", "agreeing"});
  CHECK(regular_forms(Language::built_in(), "free") == Forms{"free", "frees", "freed", "freeing"});
}

TEST_CASE("a hissing end takes es") {
  CHECK(regular_forms(Language::built_in(), "stress")[1] == "stresses");
  CHECK(regular_forms(Language::built_in(), "push")[1] == "pushes");
  CHECK(regular_forms(Language::built_in(), "preach")[1] == "preaches");
}

TEST_CASE("a last consonant doubles where the last syllable is stressed") {
  CHECK(regular_forms(Language::built_in(), "admit") ==
        Forms{"admit", "admits", "admitted", "admitting"});
  CHECK(regular_forms(Language::built_in(), "plan") ==
        Forms{"plan", "plans", "planned", "planning"});
  CHECK(regular_forms(Language::built_in(), "refer") ==
        Forms{"refer", "refers", "referred", "referring"});
  CHECK(regular_forms(Language::built_in(), "offer") ==
        Forms{"offer", "offers", "offered", "offering"});
  CHECK(regular_forms(Language::built_in(), "consider")[2] == "considered");
  CHECK(regular_forms(Language::built_in(), "speak")[3] == "speaking");
  CHECK(regular_forms(Language::built_in(), "vow")[2] == "vowed");
}

}  // namespace
}  // namespace sourcelight
