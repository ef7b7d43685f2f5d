// The functions of one float: near the library's, and safe at the ends.
#include "model/math.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace sourcelight::model {
namespace {

TEST_CASE("tanh and sigmoid are within a millionth of the library's") {
  for (float x = -12.0F; x <= 12.0F; x += 0.0137F) {
    CHECK(std::abs(tanh_of(x) - std::tanh(x)) < 1e-6F);
    CHECK(std::abs(sigmoid_of(x) - 1.0F / (1.0F + std::exp(-x))) < 1e-6F);
  }
}

TEST_CASE("tanh and sigmoid stay in their range however large the number") {
  for (const float x : {-1e30F, -50.0F, 50.0F, 1e30F}) {
    CHECK(std::abs(tanh_of(x)) <= 1.0F);
    CHECK((sigmoid_of(x) >= 0.0F && sigmoid_of(x) <= 1.0F));
  }
}

TEST_CASE("exp is within a part in 100,000 of the library's, nothing far below zero") {
  for (float x = -79.0F; x <= 79.0F; x += 0.31F) {
    CHECK(exp_of(x) == Approx(std::exp(x)).epsilon(1e-5));
  }
  CHECK(exp_of(-10000.0F) == 0.0F);
  CHECK(std::isfinite(exp_of(1e30F)));
}

}  // namespace
}  // namespace sourcelight::model
