// The text and its layout, as every later stage sees it: owned once, cut up by spans of bytes.
// Built by read_document() in document.cpp; tests/core/text hold it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf.h"
#include "sourcelight/sourcelight.h"
#include "words/language.h"
#include "words/roles.h"

namespace sourcelight {

// A word, number or mark, cut as the Penn Treebank does: "didn’t" is "did" + "n’t", "Blinken’s"
// is "Blinken" + "’s", "U.S." and "40,170" and "cease-fire" are one, "$2" is "$" + "2".
struct Token {
  Span span;
  std::string norm;                  // lower case, apostrophes as ', double quotation marks as "
  bool capitalized = false;          // begins with a capital letter
  bool all_caps = false;             // two or more letters, all capitals
  bool word = false;                 // holds a letter or a digit
  std::uint32_t sentence = 0;        // index into Document::sentences
  const RoleSet* roles = &no_roles;  // of norm; lives as long as the language's table

  [[nodiscard]] bool is(Role role) const { return roles->has(role); }
};

struct Sentence {
  Span span;
  std::uint32_t first_token = 0;  // [first_token, last_token) in Document::tokens
  std::uint32_t last_token = 0;
  std::uint32_t paragraph = 0;  // index into Document::paragraphs
};

// What stands between two quotation marks (marks included). One left open ends with its
// paragraph, or where the next one opens after the end of a sentence. If that next one, or the
// one at the begin of the next paragraph, opens it anew, `continues` of that part points back to
// it; so does the part of a next paragraph that has a closing mark only.
struct Quotation {
  Span span;
  std::uint32_t depth = 0;                 // 0: outermost; 1: inside another; ...
  bool closed = true;                      // has a closing mark of its own
  bool single = false;                     // marked by single quotation marks (‘...’)
  std::optional<std::uint32_t> continues;  // index of the part it goes on with
};

// Written in sentences of the article: no headline, byline, or what goes with a picture.
[[nodiscard]] constexpr bool is_prose(ParagraphKind kind) {
  return kind == ParagraphKind::body || kind == ParagraphKind::standfirst ||
         kind == ParagraphKind::item;
}

struct Document {
  Text text;                                         // text.utf8 is what all spans index
  const Language* language = &Language::built_in();  // lives longer
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Quotation> quotations;   // sorted by begin
  std::vector<std::uint32_t> entries;  // of a live blog: the first token of each, sorted

  [[nodiscard]] std::string_view at(Span span) const {
    return std::string_view(text.utf8).substr(span.begin, span.size());
  }
  // The tokens of the entry that this one stands in, [first, last); without entries, all.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> entry_of(std::uint32_t token) const;
};

// parts: what its paragraphs are, in the text's unit, as find_paragraphs() takes them.
// language: what the text is written in; lives longer than the document.
[[nodiscard]] Document read_document(Text text, const std::vector<PagePart>& parts = {},
                                     const Language& language = Language::built_in());

}  // namespace sourcelight
