// Appends JSON to one string; what is given as text must be valid UTF-8. Written by hand:
// docs/adr/0002. tests/core/report/json_test.cpp holds it.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expected_size) { out_.reserve(expected_size); }

  void raw(std::string_view json) { out_ += json; }

  void number(std::uint32_t value) {
    std::array<char, 10> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out_.append(digits.data(), written.ptr);
  }

  // In hundredths, so that every platform writes the same digits.
  void share(double value) {
    const auto hundredths =
        static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 100));
    if (hundredths == 100) return raw("1");
    raw("0.");
    if (hundredths < 10) raw("0");
    number(hundredths);
  }

  void text(std::string_view utf8) {
    out_ += '"';
    std::size_t plain = 0;  // what goes out as it is begins here
    for (std::size_t at = 0; at < utf8.size(); ++at) {
      if (!is_special(utf8[at])) continue;
      raw(utf8.substr(plain, at - plain));
      special(utf8[at]);
      plain = at + 1;
    }
    raw(utf8.substr(plain));
    out_ += '"';
  }

  void span(Span span) {
    raw("[");
    number(span.begin);
    raw(",");
    number(span.end);
    raw("]");
  }

  void number_or_null(std::optional<std::uint32_t> value) {
    if (value) return number(*value);
    raw("null");
  }

  // [ item , item , ... ]
  template <typename Items, typename Write>
  void list(const Items& items, Write write) {
    raw("[");
    bool first = true;
    for (const auto& item : items) {
      if (!first) raw(",");
      first = false;
      write(item);
    }
    raw("]");
  }

  void numbers(const std::vector<std::uint32_t>& items) {
    list(items, [this](std::uint32_t item) { number(item); });
  }

  void spans(const Spans& items) {
    list(items, [this](Span item) { span(item); });
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  static bool is_special(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
  }

  void special(char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      raw("\\u00");
      out_ += hex[byte >> 4];
      out_ += hex[byte & 15];
    } else {
      out_ += '\\';
      out_ += c;
    }
  }

  std::string out_;
};

}  // namespace sourcelight
