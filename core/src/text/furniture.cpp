// Contract in furniture.h; held by tests/cases/text/paragraphs.
#include "text/furniture.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/chars.h"
#include "base/word_list.h"
#include "lexicon_data.h"

namespace sourcelight {
namespace {

using Entries = std::vector<std::string_view>;

constexpr std::size_t longest = 500;        // bytes of a paragraph that may be furniture
constexpr std::size_t longest_credit = 60;  // bytes of a picture credit after a caption

bool begins_with_any(std::string_view text, const Entries& entries) {
  return std::any_of(entries.begin(), entries.end(), [&](std::string_view entry) {
    if (!text.starts_with(entry)) return false;
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

bool is_caption(std::string_view text) {
  static const Entries openings = read_entries(lexicon::text_caption_openings);
  static const Entries endings = read_entries(lexicon::text_caption_endings);
  if (begins_with_any(text, openings)) return true;
  const std::string_view segment = last_segment(text);
  const bool bracketed = segment.size() < text.size() && (text.back() == ')' || text.back() == ']');
  const bool names_agency = segment.find('/') != std::string_view::npos;
  return segment.size() <= longest_credit && (bracketed || names_agency) &&
         holds_any(segment, endings);
}

bool is_credit(std::string_view text) {
  static const Entries openings = read_entries(lexicon::text_credit_openings);
  static const Entries phrases = read_entries(lexicon::text_credit_phrases);
  return begins_with_any(text, openings) || holds_any(text, phrases);
}

}  // namespace

Furniture read_furniture(std::string_view paragraph) {
  if (paragraph.size() > longest) return Furniture::none;
  const std::string text = fold(paragraph);
  if (is_credit(text)) return Furniture::credit;
  return is_caption(text) ? Furniture::caption : Furniture::none;
}

}  // namespace sourcelight
