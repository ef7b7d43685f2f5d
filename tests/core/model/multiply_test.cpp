// The kernels: what this machine is fast at gives the very sums that plain C++ gives.
#include "model/multiply.h"

#include <catch2/catch.hpp>
#include <random>

namespace sourcelight::model {
namespace {

struct Random {
  unsigned seed = std::random_device{}();
  std::mt19937 engine{seed};

  int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine); }
};

TEST_CASE("a value becomes the nearest input, and stays between -8 and 8") {
  CHECK(to_input(0.0F) == 0);
  CHECK(to_input(1.0F) == 4096);
  CHECK(to_input(-1.0F) == -4096);
  CHECK(to_input(0.6F / kUnit) == 1);
  CHECK(to_input(-0.6F / kUnit) == -1);
  CHECK(to_input(1e9F) == 32767);
  CHECK(to_input(-1e9F) == -32767);
}

TEST_CASE("a row of weights times inputs is their scaled sum of products") {
  const std::vector<std::int8_t> values = {1, 2, 3, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 2};
  const std::vector<std::uint8_t> steps = {160, 164};  // scales 1 and 2
  const Matrix matrix{2, 8, values, steps};
  std::vector<std::int16_t> inputs(32);
  inputs[0] = inputs[1] = 4096;
  inputs[7] = 2048;
  const std::vector<float> bias = {0.25F, 0.5F};
  std::vector<float> out(8);
  multiply(inputs.data(), 8, 1, matrix, bias.data(), out.data());
  CHECK(out[0] == 1 + 2 - 0.5F + 0.25F);
  CHECK(out[1] == 2 * 2 * 0.5F + 0.5F);
}

TEST_CASE("inputs may be whole parts of another unit") {
  std::vector<std::int16_t> inputs(32);
  const std::vector<float> values = {30, -0.5F, 0, 0, 0, 0, 0, 40};
  to_inputs(values, inputs.data(), 1024);
  CHECK(inputs[0] == 30 * 1024);
  CHECK(inputs[7] == 32767);
  const std::vector<std::int8_t> weights = {2, 1, 0, 0, 0, 0, 0, 0};
  const std::vector<std::uint8_t> steps = {160};
  std::vector<float> out(4);
  multiply(inputs.data(), 8, 1, {1, 8, weights, steps}, nullptr, out.data(), 1024);
  CHECK(out[0] == 59.5F);
}

TEST_CASE("fast and plain kernels agree bit by bit, at the ends of the range too") {
  Random random;
  INFO("seed " << random.seed);
  for (int round = 0; round < 40; ++round) {
    const auto rows = static_cast<std::uint32_t>(random.between(1, 9));
    const auto columns = static_cast<std::uint32_t>(8 * random.between(1, 200));
    const auto count = static_cast<std::size_t>(random.between(1, 9));
    const bool extreme = round % 4 == 0;
    std::vector<std::int8_t> values(std::size_t{rows} * columns);
    for (auto& v : values) v = static_cast<std::int8_t>(extreme ? -128 : random.between(-128, 127));
    std::vector<std::uint8_t> steps(rows);
    for (auto& step : steps) step = static_cast<std::uint8_t>(random.between(120, 170));
    std::vector<std::int16_t> inputs(in_fours(count) * columns);
    for (auto& in : inputs) {
      in = static_cast<std::int16_t>(extreme ? -32767 : random.between(-32767, 32767));
    }
    const Matrix matrix{rows, columns, values, steps};
    std::vector<float> fast(in_fours(count) * rows);
    std::vector<float> plain(fast.size());
    multiply<FastLanes>(inputs.data(), columns, count, matrix, nullptr, fast.data());
    multiply<PlainLanes>(inputs.data(), columns, count, matrix, nullptr, plain.data());
    CHECK(fast == plain);
  }
}

}  // namespace
}  // namespace sourcelight::model
