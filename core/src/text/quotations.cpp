// Contract in quotations.h; held by tests/cases/text/quotations.
#include "text/quotations.h"

#include <algorithm>

#include "base/chars.h"

namespace sourcelight {

std::vector<Quotation> find_quotations(std::string_view text,
                                       const std::vector<Paragraph>& paragraphs) {
  std::vector<Quotation> quotations;
  std::optional<std::uint32_t> left_open;
  for (const Paragraph& paragraph : paragraphs) {
    std::optional<std::uint32_t> open;
    for (std::size_t at = paragraph.span.begin; at < paragraph.span.end;) {
      const CodePoint c = code_point_at(text, at);
      at += c.size;
      if (c.value != '"' && c.value != 0x201C && c.value != 0x201D) continue;
      const auto end = static_cast<std::uint32_t>(at);
      if (open && c.value != 0x201C) {
        quotations[*open].span.end = end;
        quotations[*open].closed = true;
        open.reset();
      } else if (!open && c.value != 0x201D) {
        const auto begin = end - c.size;
        open = static_cast<std::uint32_t>(quotations.size());
        quotations.push_back(
            {.span = {begin, paragraph.span.end}, .closed = false, .continues = {}});
        if (begin == paragraph.span.begin) quotations.back().continues = left_open;
      }
    }
    left_open = open;
  }
  return quotations;
}

}  // namespace sourcelight
