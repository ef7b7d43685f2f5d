// Contract in paragraphs.h; held by tests/cases/text/paragraphs.
#include "text/paragraphs.h"

#include "base/chars.h"

namespace sourcelight {

std::vector<Paragraph> find_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  Span line;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.size == 0 || is_line_end(c.value)) {
      if (!line.empty()) paragraphs.push_back({line, ParagraphKind::body, {}});
      line = {};
    } else if (!is_space(c.value)) {
      if (line.empty()) line.begin = static_cast<std::uint32_t>(at);
      line.end = static_cast<std::uint32_t>(at + c.size);
    }
    at += c.size == 0 ? 1 : c.size;
  }
  return paragraphs;
}

}  // namespace sourcelight
