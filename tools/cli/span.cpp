// Contract in span.h.
#include "span.h"

namespace sourcelight::cli {

std::size_t length_of(const std::string& text, OffsetUnit offsets) {
  if (offsets == OffsetUnit::utf8) return text.size();
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 && offsets == OffsetUnit::utf16 ? 2 : 1;
  }
  return length;
}

std::optional<std::pair<std::size_t, std::size_t>> read_span(const nlohmann::ordered_json& object) {
  if (!object.is_object()) return std::nullopt;
  const auto span = object.find("span");
  if (span == object.end() || !span->is_array() || span->size() != 2) return std::nullopt;
  if (!(*span)[0].is_number_unsigned() || !(*span)[1].is_number_unsigned()) return std::nullopt;
  return std::pair((*span)[0].get<std::size_t>(), (*span)[1].get<std::size_t>());
}

std::string wrong_span(std::size_t begin, std::size_t end, std::size_t length) {
  if (begin < end && end <= length) return {};
  return "whose span [" + std::to_string(begin) + ", " + std::to_string(end) +
         "] is empty or not inside the text, whose length is " + std::to_string(length);
}

}  // namespace sourcelight::cli
