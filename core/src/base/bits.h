// std::bit_cast, which the C++ library of Emscripten 3.1.6 lacks though its compiler has what it is
// made of.
#pragma once

namespace sourcelight {

// The same bits read as another type of the same size.
template <typename To, typename From>
constexpr To bits_as(const From& from) noexcept {
  static_assert(sizeof(To) == sizeof(From));
  return __builtin_bit_cast(To, from);
}

}  // namespace sourcelight
