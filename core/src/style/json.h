// Reads JSON (RFC 8259, UTF-8) into a tree that remembers the line of every value, so that a
// problem of a house style can be told by its line. Reports are read by it, too
// (report/read_json.cpp). tests/core/style/json_test.cpp holds it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sourcelight::style {

struct JsonValue {
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool truth = false;                // of a boolean
  std::string text;                  // of a string: UTF-8; of a number: as it is written
  std::vector<std::string> names;    // of an object: one for each of items
  std::vector<JsonValue> items;      // of an array or object
  std::uint32_t line = 1;            // where it begins, from 1
  std::vector<std::uint32_t> lines;  // of an object: where each name stands

  // The value of that name, the last if there are several; nullptr if there is none.
  [[nodiscard]] const JsonValue* find(std::string_view name) const;
};

// For people: "a string", "an object".
[[nodiscard]] std::string_view name_of(JsonValue::Kind kind);

struct JsonFault {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // in characters, from 1
  std::string what;
};

// Any bytes are welcome; values may nest 32 deep. A lone surrogate in an escape becomes U+FFFD.
[[nodiscard]] std::variant<JsonValue, JsonFault> read_json(std::string_view bytes);

}  // namespace sourcelight::style
