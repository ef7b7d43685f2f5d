// The weight file as an Engine keeps it.
#include "model/model.h"

#include <catch2/catch.hpp>
#include <optional>

#include "model/english.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {
namespace {

TEST_CASE("an engine outlives the bytes it was given, and its copies share the model") {
  std::optional<Engine> first;
  {
    auto engine = Engine::with_model(testing::english_model());
    REQUIRE(engine);
    first = *engine;
  }
  const Engine copy = *first;
  const std::string_view text = "“The bridge will reopen in May,” the mayor said on Monday.";
  const auto before = first->analyze(text);
  first.reset();
  CHECK(*copy.analyze(text) == *before);
}

TEST_CASE("bytes that hold no model are refused with a reason") {
  const auto engine = Engine::with_model({1, 2, 3});
  REQUIRE_FALSE(engine);
  CHECK(engine.error().code == ErrorCode::bad_model);
  CHECK(engine.error().message == "The model is shorter than its header.");
}

}  // namespace
}  // namespace sourcelight
