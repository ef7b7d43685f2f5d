// Contract in links.h; tests/cli/links_test.mjs holds it.
#include "links.h"

#include <cstddef>
#include <cstdint>
#include <optional>

#include "span.h"

namespace sourcelight::cli {

std::variant<std::vector<Link>, std::string> read_links(const nlohmann::ordered_json& line,
                                                        const std::string& text,
                                                        OffsetUnit offsets) {
  std::vector<Link> links;
  const auto given = line.find("links");
  if (given == line.end() || given->is_null()) return links;
  if (!given->is_array()) return "has \"links\" that are no list";
  const std::size_t length = length_of(text, offsets);
  for (std::size_t i = 0; i < given->size(); ++i) {
    const std::string which = "has a link (number " + std::to_string(i + 1) + ") ";
    const auto& link = (*given)[i];
    const auto span = read_span(link);
    if (!span || !link.contains("target") || !link["target"].is_string()) {
      return which + R"(that is no {"span": [begin, end], "target": "https://..."})";
    }
    const auto [begin, end] = *span;
    if (std::string wrong = wrong_span(begin, end, length); !wrong.empty()) return which + wrong;
    const auto within = link.find("within");
    if (within != link.end() && !within->is_boolean()) {
      return which + "whose \"within\" is neither true nor false";
    }
    links.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                     link["target"].get<std::string>(),
                     within != link.end() && within->get<bool>()});
  }
  return links;
}

}  // namespace sourcelight::cli
