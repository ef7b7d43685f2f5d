// Contract in document.h: the layout stages in their order. Held by tests/core/text.
#include "text/document.h"

#include <algorithm>
#include <utility>

#include "text/paragraphs.h"
#include "text/quotations.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace sourcelight {
namespace {

// Each begins with its time.
std::vector<std::uint32_t> find_entries(const std::vector<std::uint32_t>& times,
                                        const std::vector<Sentence>& sentences) {
  std::vector<std::uint32_t> entries;
  for (const Sentence& sentence : sentences) {
    if (entries.size() == times.size()) break;
    if (sentence.paragraph >= times[entries.size()]) entries.push_back(sentence.first_token);
  }
  return entries;
}

}  // namespace

Document read_document(Text text, const std::vector<PagePart>& parts, const Language& language) {
  Document document;
  document.language = &language;
  document.text = std::move(text);
  const std::string_view utf8 = document.text.utf8;
  auto [paragraphs, times] = find_paragraphs(language, document.text, parts);
  document.paragraphs = std::move(paragraphs);
  document.sentences = split_sentences(language, utf8, document.paragraphs);
  document.tokens = split_tokens(language, utf8, document.sentences);
  document.quotations = find_quotations(language, utf8, document.paragraphs);
  document.entries = find_entries(times, document.sentences);
  return document;
}

std::pair<std::uint32_t, std::uint32_t> Document::entry_of(std::uint32_t token) const {
  const auto next = std::upper_bound(entries.begin(), entries.end(), token);
  return {next == entries.begin() ? 0 : *(next - 1),
          next == entries.end() ? static_cast<std::uint32_t>(tokens.size()) : *next};
}

}  // namespace sourcelight
