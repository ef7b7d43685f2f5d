// Contract in parts.h; tests/cli/parts_test.mjs holds it.
#include "parts.h"

#include <cstddef>
#include <cstdint>
#include <optional>

#include "span.h"

namespace sourcelight::cli {

std::variant<std::vector<PagePart>, std::string> read_parts(const nlohmann::ordered_json& line,
                                                            const std::string& text,
                                                            OffsetUnit offsets) {
  std::vector<PagePart> parts;
  const auto given = line.find("parts");
  if (given == line.end() || given->is_null()) return parts;
  if (!given->is_array()) return "has \"parts\" that are no list";
  const std::size_t length = length_of(text, offsets);
  for (std::size_t i = 0; i < given->size(); ++i) {
    const std::string which = "has a part (number " + std::to_string(i + 1) + ") ";
    const auto& part = (*given)[i];
    const auto span = read_span(part);
    if (!span || !part.contains("kind") || !part["kind"].is_string()) {
      return which + R"(that is no {"span": [begin, end], "kind": "caption"})";
    }
    const auto [begin, end] = *span;
    if (std::string wrong = wrong_span(begin, end, length); !wrong.empty()) return which + wrong;
    const auto kind = find_part_kind(part["kind"].get_ref<const std::string&>());
    if (!kind) return which + "whose \"kind\" is none of those that docs/report.md names";
    parts.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, *kind});
  }
  return parts;
}

}  // namespace sourcelight::cli
