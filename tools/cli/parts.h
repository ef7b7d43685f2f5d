// The "parts" of a line of --jsonl: checked, as the engine wants them.
// tests/cli/parts_test.mjs holds it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight::cli {

// Takes a line with its text, valid UTF-8; spans count `offsets`. Gives the parts, none if the line
// has no "parts", or what is wrong with them. Linear in text and parts.
[[nodiscard]] std::variant<std::vector<PagePart>, std::string> read_parts(
    const nlohmann::ordered_json& line, const std::string& text, OffsetUnit offsets);

}  // namespace sourcelight::cli
