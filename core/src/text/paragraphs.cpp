// Contract in paragraphs.h; held by tests/cases/text/paragraphs.
#include "text/paragraphs.h"

#include "text/lines.h"

namespace sourcelight {

std::vector<Paragraph> find_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  for (const Span span : join_lines(text)) paragraphs.push_back({span, ParagraphKind::body, {}});
  return paragraphs;
}

}  // namespace sourcelight
