// The "links" of a line of --jsonl: checked, as the engine wants them.
// tests/cli/links_test.mjs holds it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight::cli {

// Takes a line with its text, valid UTF-8; spans count `offsets`. Gives the links, none
// if the line has no "links", or what is wrong with them. Linear in text and links.
[[nodiscard]] std::variant<std::vector<Link>, std::string> read_links(
    const nlohmann::ordered_json& line, const std::string& text, OffsetUnit offsets);

}  // namespace sourcelight::cli
