// Holds base/recall.h: what is recalled is what was kept, and what no text has any more is
// forgotten.
#include "base/recall.h"

#include <catch2/catch.hpp>

namespace sourcelight {
namespace {

std::string key_of(std::uint32_t number) { return "K" + std::to_string(number); }

bool knows(Recall& recall, std::uint32_t number) {
  const Recall::Numbers* found = recall.find(key_of(number));
  if (found) CHECK(*found == Recall::Numbers{number, number + 1});
  return found != nullptr;
}

void keep(Recall& recall, std::uint32_t number) {
  recall.keep(key_of(number), {number, number + 1});
}

TEST_CASE("a key is known once it was kept, and no other is") {
  Recall recall;
  recall.begin();
  CHECK_FALSE(knows(recall, 1));
  keep(recall, 1);
  CHECK(knows(recall, 1));
  CHECK_FALSE(knows(recall, 11));
  CHECK(recall.find("K") == nullptr);
  CHECK(recall.find({"K1\0", 3}) == nullptr);
  recall.keep({"K1\0", 3}, {});
  CHECK(recall.find({"K1\0", 3}) != nullptr);
  CHECK(recall.find({"K1\0", 3})->empty());
  CHECK(knows(recall, 1));
}

TEST_CASE("keys are known for the text after, and forgotten where two texts had none") {
  Recall recall;
  constexpr std::uint32_t kMany = 500;
  recall.begin();
  for (std::uint32_t i = 0; i < kMany; ++i) keep(recall, 10 * i);
  recall.begin();
  CHECK(knows(recall, 70));
  recall.begin();
  CHECK(recall.size() == kMany);
  CHECK(knows(recall, 80));
  recall.begin();
  CHECK(recall.size() == 2);
  CHECK(knows(recall, 70));
  CHECK(knows(recall, 80));
  CHECK_FALSE(knows(recall, 90));
}

}  // namespace
}  // namespace sourcelight
