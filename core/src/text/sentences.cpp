// Contract in sentences.h; held by tests/cases/text/sentences.
#include "text/sentences.h"

#include "base/chars.h"
#include "text/abbreviations.h"

namespace sourcelight {
namespace {

bool is_terminator(char32_t c) { return c == '.' || c == '?' || c == '!' || c == 0x2026; }

bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB || c == ')' || c == ']' ||
         c == '}';
}

bool is_opener(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' || c == '{' || c == 0xAB ||
         (c >= 0x2018 && c <= 0x201F);
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  for (CodePoint c; (c = code_point_at(text, at)).size > 0 && is_space(c.value);) at += c.size;
  return at;
}

// Decides about one run of terminators in a paragraph that begins and ends with `text`.
class Boundary {
 public:
  Boundary(std::string_view text, std::size_t sentence_begin, std::size_t at)
      : text_(text), sentence_begin_(sentence_begin), at_(at), end_(at) {
    for (CodePoint c; (c = code_point_at(text_, end_)).size > 0 && is_terminator(c.value);) {
      end_ += c.size;
    }
    after_ = end_;
    for (CodePoint c; (c = code_point_at(text_, end_)).size > 0 && is_closer(c.value);) {
      end_ += c.size;
    }
  }

  // Past the terminators and the marks that close after them.
  [[nodiscard]] std::size_t end() const { return end_; }

  [[nodiscard]] bool ends_sentence() const {
    const std::size_t next = skip_spaces(text_, end_);
    if (next == text_.size()) return true;
    if (next == end_) return false;
    std::size_t word = next;
    for (CodePoint c; (c = code_point_at(text_, word)).size > 0 && is_opener(c.value);) {
      word += c.size;
    }
    const char32_t first = code_point_at(text_, word).value;
    if (!is_alnum(first) || is_lower(first)) return false;
    const bool single_stop = text_[at_] == '.' && after_ == at_ + 1;
    return !single_stop || end_ > after_ || stop_ends(word);
  }

 private:
  [[nodiscard]] bool stop_ends(std::size_t next_word) const {
    std::size_t begin = at_;
    for (CodePoint c; begin > sentence_begin_; begin -= c.size) {
      c = code_point_before(text_, begin);
      if (!is_alnum(c.value) && c.value != '.' && !is_hyphen(c.value)) break;
    }
    const std::string_view word = text_.substr(begin, at_ - begin);
    std::size_t end = next_word;
    for (CodePoint c; (c = code_point_at(text_, end)).size > 0 && is_alnum(c.value);) end += c.size;
    const std::string_view next = text_.substr(next_word, end - next_word);
    switch (stop_kind(word)) {
      case StopKind::ends_sentence:
        return true;
      case StopKind::before_name:
        return false;
      case StopKind::before_number:
        return !is_digit(static_cast<unsigned char>(next[0]));
      case StopKind::either:
        return is_sentence_starter(next);
    }
    return true;
  }

  std::string_view text_;
  std::size_t sentence_begin_;
  std::size_t at_;     // of the first terminator
  std::size_t after_;  // past the last terminator
  std::size_t end_;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text,
                                      const std::vector<Paragraph>& paragraphs) {
  std::vector<Sentence> sentences;
  for (std::uint32_t index = 0; index < paragraphs.size(); ++index) {
    const Span span = paragraphs[index].span;
    const std::string_view until_end = text.substr(0, span.end);
    std::size_t begin = span.begin;
    for (std::size_t at = begin; at < span.end;) {
      const CodePoint c = code_point_at(until_end, at);
      at += c.size;
      if (!is_terminator(c.value)) continue;
      const Boundary boundary(until_end, begin, at - c.size);
      at = boundary.end();
      if (!boundary.ends_sentence() || at == span.end) continue;
      sentences.push_back(
          {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
           .paragraph = index});
      begin = at = skip_spaces(until_end, at);
    }
    sentences.push_back(
        {.span = {static_cast<std::uint32_t>(begin), span.end}, .paragraph = index});
  }
  return sentences;
}

}  // namespace sourcelight
