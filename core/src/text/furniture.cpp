// Contract in furniture.h; held by tests/cases/text/paragraphs.
#include "text/furniture.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/chars.h"
#include "base/word_list.h"

namespace sourcelight {
namespace {

using Entries = std::vector<std::string_view>;

struct Phrases {
  explicit Phrases(const Language& language)
      : caption_endings(read_entries(language.file(Lexicon::text_caption_endings))),
        caption_openings(read_entries(language.file(Lexicon::text_caption_openings))),
        credit_openings(read_entries(language.file(Lexicon::text_credit_openings))),
        credit_phrases(read_entries(language.file(Lexicon::text_credit_phrases))) {}

  Entries caption_endings, caption_openings, credit_openings, credit_phrases;
};

constexpr std::size_t longest = 500;        // bytes of a paragraph that may be furniture
constexpr std::size_t head_size = 64;       // bytes in which an opening stands ...
constexpr std::size_t tail_size = 200;      // ... and in which thanks, rights or a credit do
constexpr std::size_t longest_credit = 60;  // bytes of a picture credit after a caption

bool begins_with_any(std::string_view text, const Entries& entries) {
  return std::any_of(entries.begin(), entries.end(), [&](std::string_view entry) {
    if (text.empty() || text.front() != entry.front() || !text.starts_with(entry)) return false;
    const CodePoint next = code_point_at(text, entry.size());
    return !is_letter(next.value) || !is_letter(code_point_before(entry, entry.size()).value);
  });
}

bool holds_any(std::string_view text, const Entries& entries) {
  return std::any_of(entries.begin(), entries.end(), [&](std::string_view entry) {
    return text.find(entry) != std::string_view::npos;
  });
}

// Lower case, ’ as ', without an opening bracket.
std::string fold(std::string_view paragraph) {
  std::string folded;
  folded.reserve(paragraph.size());
  for (std::size_t at = 0; at < paragraph.size();) {
    const CodePoint c = code_point_at(paragraph, at);
    at += c.size;
    if (folded.empty() && (c.value == '(' || c.value == '[' || c.value == '*')) continue;
    append_utf8(folded, is_apostrophe(c.value) ? U'\'' : to_lower(c.value));
  }
  return folded;
}

// What stands after the last full stop or opening bracket that another sentence could precede.
std::string_view last_segment(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == ']')) {
    text.remove_suffix(1);
  }
  std::size_t begin = text.size();
  while (begin > 0 && text[begin - 1] != '(' && text[begin - 1] != '[' &&
         !(begin > 1 && text[begin - 2] == '.' && text[begin - 1] == ' ')) {
    --begin;
  }
  return text.substr(begin);
}

// The first or last `size` bytes, cut between characters.
std::string_view head_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while ((text[size] & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

std::string_view tail_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  std::size_t begin = text.size() - size;
  while ((text[begin] & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}

bool ends_with_picture_credit(const Language& language, std::string_view text) {
  const std::string_view segment = last_segment(text);
  const bool bracketed = segment.size() < text.size() && (text.back() == ')' || text.back() == ']');
  const bool names_agency = segment.find('/') != std::string_view::npos;
  return segment.size() <= longest_credit && (bracketed || names_agency) &&
         holds_any(segment, language.of<Phrases>().caption_endings);
}

}  // namespace

Furniture read_furniture(const Language& language, std::string_view paragraph) {
  if (paragraph.size() > longest) return Furniture::none;
  const auto& phrases = language.of<Phrases>();
  const std::string head = fold(head_of(paragraph, head_size));
  if (begins_with_any(head, phrases.credit_openings)) return Furniture::credit;
  if (begins_with_any(head, phrases.caption_openings)) return Furniture::caption;
  const std::string tail = fold(tail_of(paragraph, tail_size));
  if (holds_any(tail, phrases.credit_phrases)) return Furniture::credit;
  return ends_with_picture_credit(language, tail) ? Furniture::caption : Furniture::none;
}

}  // namespace sourcelight
