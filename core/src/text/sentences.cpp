// Contract in sentences.h; held by tests/cases/text/sentences.
#include "text/sentences.h"

#include "base/chars.h"
#include "base/word_list.h"
#include "lexicon_data.h"
#include "text/abbreviations.h"

namespace sourcelight {
namespace {

bool is_terminator(char32_t c) {
  return c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x203D || c == 0x3002 ||
         c == 0xFF01 || c == 0xFF1F;
}

bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A ||
         c == ')' || c == ']' || c == '}';
}

bool is_opener(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' || c == '{' || c == 0xAB ||
         c == 0x2039 || (c >= 0x2018 && c <= 0x201F);
}

// Opens in English and closes in other languages: „so“, ‚so‘, »so«, ›so‹
bool closes_elsewhere(char32_t c) { return c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x2039; }

// The end of the run of code points from `at` on that belong to the class.
template <typename Class>
std::size_t skip(std::string_view text, std::size_t at, Class&& belongs) {
  while (true) {
    const CodePoint c = code_point_at(text, at);
    if (c.size == 0 || !belongs(c.value)) return at;
    at += c.size;
  }
}

bool says(std::string_view word) {
  static const WordList verbs(lexicon::text_reporting_verbs);
  return verbs.has(word);
}

// One run of terminators (".", "?!", "...", ". . .") and the marks that close after it. `text`
// ends with the paragraph.
class Boundary {
 public:
  Boundary(std::string_view text, std::size_t sentence_begin, std::size_t at)
      : text_(text), sentence_begin_(sentence_begin), at_(at) {
    read_terminators();
    read_closers();
    next_ = skip(text_, end_, is_space);
  }

  // Past the terminators and the marks that close after them.
  [[nodiscard]] std::size_t end() const { return end_; }
  // Where the next sentence would begin.
  [[nodiscard]] std::size_t next() const { return next_; }

  [[nodiscard]] bool ends_sentence() const {
    if (next_ == text_.size()) return true;
    if (begins_sentence()) return false;
    if (wide_) return true;
    if (next_ == end_) return lacks_space();
    const CodePoint mark = code_point_at(text_, next_);
    if (is_ellipsis_at(next_)) return !ellipsis_ && stop() != Stop::before_name;
    if (mark.value == 0x2022) return true;
    const std::size_t word = skip(text_, next_, is_opener);
    const char32_t first = code_point_at(text_, word).value;
    if (first == '#' || first == '@' || first == '$' || first == 0xA3 || first == 0x20AC) {
      return stop() == Stop::full;
    }
    if (is_digit(first)) return !ellipsis_ && stop() == Stop::full && !is_list_number();
    if (!is_letter(first) || (is_lower(first) && !is_brand(word))) return false;
    if (full_stop_) return !is_list_number() && stop_ends(word);
    if (end_ > after_ && attribution_follows(next_)) return false;
    return !ellipsis_ || end_ > after_ || (attached_ && is_sentence_starter(word_at(word)));
  }

 private:
  void read_terminators() {
    after_ = skip(text_, at_, is_terminator);
    attached_ = is_alnum(code_point_before(text_, at_).value);
    while (text_[after_ - 1] == '.' && text_.substr(after_, 2) == " ." &&
           text_.substr(after_ + 2, 1) != ".") {
      after_ += 2;
    }
    const std::string_view run = text_.substr(at_, after_ - at_);
    full_stop_ = run == ".";
    const bool dots =
        run.find("..") != run.npos || run.find(". .") != run.npos || run.find("…") != run.npos;
    const bool stop_too = run == "...." || run == ". . . ." || run == "….";
    ellipsis_ = dots && !stop_too && run.find_first_of("?!") == run.npos;
    wide_ = run.ends_with("。") || run.ends_with("！") || run.ends_with("？");
  }

  // Closing marks, further terminators among them ("(really?)."), a mark after a space that can
  // only close ("done. ”"), the number of a note ("done.[3]").
  void read_closers() {
    end_ = skip(text_, after_, [](char32_t c) { return is_closer(c) || is_terminator(c); });
    stop_outside_ = text_.substr(after_, end_ - after_).find('.') != std::string_view::npos;
    const std::size_t gap = skip(text_, end_, is_space);
    const CodePoint mark = code_point_at(text_, gap);
    const char32_t beyond = code_point_at(text_, gap + mark.size).value;
    if ((mark.value == 0x201D || mark.value == 0xBB) && !is_alnum(beyond)) end_ = gap + mark.size;
    if (gap == end_ && closes_elsewhere(mark.value) && !is_alnum(beyond)) end_ = gap + mark.size;
    if (code_point_at(text_, end_).value == '[') {
      const std::size_t digits = skip(text_, end_ + 1, is_digit);
      if (digits > end_ + 1 && digits < text_.size() && text_[digits] == ']') end_ = digits + 1;
    }
  }

  // Nothing but opening marks stands before the terminators: "(... and so on"
  [[nodiscard]] bool begins_sentence() const {
    constexpr std::size_t few = 16;
    return at_ - sentence_begin_ < few && skip(text_, sentence_begin_, is_opener) == at_;
  }

  [[nodiscard]] bool is_ellipsis_at(std::size_t at) const {
    return code_point_at(text_, at).value == 0x2026 || text_.substr(at, 2) == ".." ||
           text_.substr(at, 3) == ". .";
  }

  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    return text_.substr(
        at, skip(text_, at, [](char32_t c) { return is_alnum(c) || is_apostrophe(c); }) - at);
  }

  [[nodiscard]] Stop stop() const {
    return full_stop_ && !stop_outside_ ? read_stop(text_, at_) : Stop::full;
  }

  // "iPhone", "eBay"
  [[nodiscard]] bool is_brand(std::size_t word) const {
    const CodePoint first = code_point_at(text_, word);
    return full_stop_ && is_upper(code_point_at(text_, word + first.size).value) &&
           stop() == Stop::full;
  }

  // "1. Open the door": all the sentence has so far is a short number or a letter.
  [[nodiscard]] bool is_list_number() const {
    return end_ == after_ && at_ - sentence_begin_ <= 2 &&
           skip(text_, sentence_begin_, is_alnum) == at_ &&
           (is_digit(code_point_at(text_, sentence_begin_).value) || at_ - sentence_begin_ == 1);
  }

  // The space after the full stop was lost: "the end.Then", not "Example.com" or "U.S.A".
  [[nodiscard]] bool lacks_space() const {
    const std::size_t word = skip(text_, end_, is_opener);
    const CodePoint first = code_point_at(text_, word);
    const CodePoint second = code_point_at(text_, word + first.size);
    const std::size_t begin = word_begin(text_, at_);
    if (!is_upper(first.value) || !is_lower(second.value) || at_ - begin < 3) return false;
    return !ellipsis_ && stop() == Stop::full &&
           text_.substr(begin, at_ - begin).find_first_of("./") == std::string_view::npos &&
           is_lower(code_point_before(text_, at_).value) &&
           is_lower(code_point_at(text_, begin + code_point_at(text_, begin).size).value);
  }

  // “Why?” Mary Smith asked.
  [[nodiscard]] bool attribution_follows(std::size_t at) const {
    for (int words = 0; words < 5; ++words) {
      const std::string_view word = word_at(at);
      if (word.empty()) return false;
      if (words > 0 && says(word)) return true;
      const char32_t first = code_point_at(word, 0).value;
      if (!is_upper(first) || (words == 0 && is_sentence_starter(word))) return false;
      at = skip(text_, at + word.size(), [](char32_t c) { return is_space(c) || c == '.'; });
    }
    return false;
  }

  [[nodiscard]] bool stop_ends(std::size_t next_word) const {
    const std::string_view word = word_at(next_word);
    const bool abbreviated = text_.substr(next_word + word.size(), 1) == ".";
    switch (stop()) {
      case Stop::full:
        return true;
      case Stop::before_name:
      case Stop::number:
        return false;
      case Stop::time:
        return !continues_time(word) && !abbreviated;
      case Stop::either:
        return is_sentence_starter(word) && !abbreviated;
    }
    return true;
  }

  std::string_view text_;
  std::size_t sentence_begin_;
  std::size_t at_;         // of the first terminator
  std::size_t after_ = 0;  // past the last terminator
  std::size_t end_ = 0;
  std::size_t next_ = 0;
  bool full_stop_ = false;     // "." alone
  bool stop_outside_ = false;  // another full stop after a closing mark: "(Calif.)."
  bool ellipsis_ = false;      // "...", "…", ". . ."
  bool attached_ = false;      // to a word
  bool wide_ = false;          // "。", which no space follows
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text,
                                      const std::vector<Paragraph>& paragraphs) {
  std::vector<Sentence> sentences;
  for (std::uint32_t index = 0; index < paragraphs.size(); ++index) {
    const Paragraph& paragraph = paragraphs[index];
    const std::string_view until_end = text.substr(0, paragraph.span.end);
    std::uint32_t begin = paragraph.span.begin;
    std::size_t at = paragraph.dateline.empty() ? begin : paragraph.dateline.end;
    while (at < until_end.size()) {
      const CodePoint c = code_point_at(until_end, at);
      if (!is_terminator(c.value)) {
        at += c.size;
        continue;
      }
      const Boundary boundary(until_end, begin, at);
      at = boundary.end();
      if (!boundary.ends_sentence() || boundary.next() == until_end.size()) continue;
      const auto end = static_cast<std::uint32_t>(boundary.end());
      sentences.push_back({.span = {begin, end}, .paragraph = index});
      at = boundary.next();
      begin = static_cast<std::uint32_t>(at);
    }
    sentences.push_back({.span = {begin, paragraph.span.end}, .paragraph = index});
  }
  return sentences;
}

}  // namespace sourcelight
