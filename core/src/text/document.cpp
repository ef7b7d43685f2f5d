// Contract in document.h: the layout stages in their order. Held by tests/core/text.
#include "text/document.h"

#include <utility>

#include "text/paragraphs.h"
#include "text/quotations.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace sourcelight {

Document read_document(Text text) {
  Document document;
  document.text = std::move(text);
  const std::string_view utf8 = document.text.utf8;
  document.paragraphs = find_paragraphs(utf8);
  document.sentences = split_sentences(utf8, document.paragraphs);
  document.tokens = split_tokens(utf8, document.sentences);
  document.quotations = find_quotations(utf8, document.paragraphs);
  return document;
}

}  // namespace sourcelight
