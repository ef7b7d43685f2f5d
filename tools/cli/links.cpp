// Contract in links.h; tests/cli/links_test.mjs holds it.
#include "links.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace sourcelight::cli {
namespace {

using Json = nlohmann::ordered_json;

std::size_t length_of(const std::string& text, OffsetUnit offsets) {
  if (offsets == OffsetUnit::utf8) return text.size();
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 && offsets == OffsetUnit::utf16 ? 2 : 1;
  }
  return length;
}

// [begin, end], two whole numbers that are not negative.
std::optional<std::pair<std::size_t, std::size_t>> read_span(const Json& link) {
  const auto span = link.find("span");
  if (span == link.end() || !span->is_array() || span->size() != 2) return std::nullopt;
  if (!(*span)[0].is_number_unsigned() || !(*span)[1].is_number_unsigned()) return std::nullopt;
  return std::pair((*span)[0].get<std::size_t>(), (*span)[1].get<std::size_t>());
}

}  // namespace

std::variant<std::vector<Link>, std::string> read_links(const Json& line, const std::string& text,
                                                        OffsetUnit offsets) {
  std::vector<Link> links;
  const auto given = line.find("links");
  if (given == line.end() || given->is_null()) return links;
  if (!given->is_array()) return "has \"links\" that are no list";
  const std::size_t length = length_of(text, offsets);
  for (std::size_t i = 0; i < given->size(); ++i) {
    const std::string which = "has a link (number " + std::to_string(i + 1) + ") ";
    const Json& link = (*given)[i];
    const auto span = link.is_object() ? read_span(link) : std::nullopt;
    if (!span || !link.contains("target") || !link["target"].is_string()) {
      return which + R"(that is no {"span": [begin, end], "target": "https://..."})";
    }
    const auto [begin, end] = *span;
    if (begin >= end || end > length) {
      return which + "whose span [" + std::to_string(begin) + ", " + std::to_string(end) +
             "] is empty or not inside the text, whose length is " + std::to_string(length);
    }
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
