// Where something stands in the text of a line of --jsonl. tests/cli/links_test.mjs and
// tests/cli/parts_test.mjs hold it.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "sourcelight/sourcelight.h"

namespace sourcelight::cli {

// Of valid UTF-8, in that unit.
[[nodiscard]] std::size_t length_of(const std::string& text, OffsetUnit offsets);

// [begin, end], two whole numbers that are not negative, as "span" of an object; nullopt: it is no
// object, or has none.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> read_span(
    const nlohmann::ordered_json& object);

// What is wrong with such a span in a text of that length; empty: nothing.
[[nodiscard]] std::string wrong_span(std::size_t begin, std::size_t end, std::size_t length);

}  // namespace sourcelight::cli
