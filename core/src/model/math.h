// Functions of one float that have the same bits on every machine: nothing but additions,
// multiplications and divisions in a fixed order (built with -ffp-contract=off).
// tests/core/model/math_test.cpp holds them.
#pragma once

#include <cstdint>

#include "base/bits.h"

namespace sourcelight::model {

// The quotient of polynomials that Eigen uses; within 3e-7 of tanh.
inline float tanh_of(float x) {
  x = x > 7.90531111F ? 7.90531111F : x;
  x = x < -7.90531111F ? -7.90531111F : x;
  const float s = x * x;
  float p = s * -2.76076847742355e-16F + 2.00018790482477e-13F;
  p = p * s + -8.60467152213735e-11F;
  p = p * s + 5.12229709037114e-08F;
  p = p * s + 1.48572235717979e-05F;
  p = p * s + 6.37261928875436e-04F;
  p = p * s + 4.89352455891786e-03F;
  float q = s * 1.19825839466702e-06F + 1.18534705686654e-04F;
  q = q * s + 2.26843463243900e-03F;
  q = q * s + 4.89352518554385e-03F;
  return x * p / q;
}

inline float sigmoid_of(float x) { return 0.5F + 0.5F * tanh_of(0.5F * x); }

// e to the x, for x of at most 80; 0 below -80. Within one part in 100,000.
inline float exp_of(float x) {
  if (x < -80.0F) return 0.0F;
  if (x > 80.0F) x = 80.0F;
  const float twos = x * 1.44269504F;
  const auto whole = static_cast<std::int32_t>(twos < 0 ? twos - 0.5F : twos + 0.5F);
  const float r = (twos - static_cast<float>(whole)) * 0.69314718F;  // -0.35 to 0.35
  float p = r * 8.3333333e-03F + 4.1666667e-02F;
  p = p * r + 1.6666667e-01F;
  p = p * r + 0.5F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  return p * bits_as<float>((127 + whole) << 23);
}

}  // namespace sourcelight::model
