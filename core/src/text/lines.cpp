// Contract in lines.h; held by tests/cases/text/paragraphs.
#include "text/lines.h"

#include <algorithm>

#include "base/chars.h"

namespace sourcelight {
namespace {

struct Line {
  Span span;                 // without the white space around it
  std::uint32_t indent = 0;  // code points of white space before it
  std::uint32_t width = 0;   // code points from the left edge to the last that is no white space
  bool after_blank = false;  // an empty line or a page break stands before it
};

std::vector<Line> read_lines(std::string_view text) {
  std::vector<Line> lines;
  Line line;
  std::uint32_t column = 0;
  bool blank = false;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool is_break = c.size == 0 || is_line_end(c.value);
    if (is_break && line.span.empty()) blank = true;
    if (is_break && !line.span.empty()) {
      line.after_blank = blank;
      lines.push_back(line);
      blank = c.value == 0x0C || c.value == 0x2029;
    }
    if (is_break) {
      line = {};
      column = 0;
    } else if (++column; !is_space(c.value)) {
      if (line.span.empty()) {
        line.span.begin = static_cast<std::uint32_t>(at);
        line.indent = column - 1;
      }
      line.span.end = static_cast<std::uint32_t>(at + c.size);
      line.width = column;
    }
    const bool is_crlf = c.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    at += is_crlf ? 2 : std::max(c.size, 1u);
  }
  return lines;
}

// "- item", "• item", "* item", "1. item", "a) item"
bool is_list_item(std::string_view line) {
  if (bullet_of(line) > 0) return true;
  const CodePoint first = code_point_at(line, 0);
  std::size_t at = 0;
  while (at < 3 && at < line.size() && is_digit(static_cast<unsigned char>(line[at]))) ++at;
  if (at == 0 && is_letter(first.value)) at = first.size;
  const bool marked = at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
  return marked && is_space(code_point_at(line, at + 1).value);
}

// "WALLACE: Let us begin.", "Q: Why?"
bool is_turn(std::string_view line) {
  for (std::size_t at = 0; at < line.size() && at < 40;) {
    const CodePoint c = code_point_at(line, at);
    if (c.value == ':') return at > 0 && is_space(code_point_at(line, at + 1).value);
    if (is_lower(c.value) || (!is_letter(c.value) && c.value != ' ' && c.value != '.')) break;
    at += c.size;
  }
  return false;
}

std::uint32_t first_word_width(std::string_view line) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < line.size(); ++width) {
    const CodePoint c = code_point_at(line, at);
    if (is_space(c.value)) break;
    at += c.size;
  }
  return width;
}

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
    for (const Line& line : lines_) margin_ = std::max(margin_, line.width);
    if (margin_ < narrowest || margin_ > widest) return;
    std::size_t pairs = 0, wrapped = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].after_blank) continue;
      ++pairs;
      wrapped += next_word_did_not_fit(i) && !ends_sentence(lines_[i - 1]) ? 1 : 0;
    }
    hard_wrapped_ = wrapped >= 2 && 2 * wrapped >= pairs;
  }

  // Does line i go on with the paragraph of line i - 1?
  [[nodiscard]] bool joins(std::size_t i) const {
    const Line& before = lines_[i - 1];
    const Line& line = lines_[i];
    if (line.after_blank || is_list_item(at(line)) || is_turn(at(line))) return false;
    const char32_t last = code_point_before(text_, before.span.end).value;
    const bool lower_next = is_lower(code_point_at(text_, line.span.begin).value);
    if (hard_wrapped_ && line.indent <= before.indent) {
      if (next_word_did_not_fit(i)) return true;
      return lower_next && before.width + ragged > margin_;
    }
    if (is_list_item(at(before))) return false;
    if (last == ';') return true;
    const bool breaks_off = is_alnum(last) || last == ',';
    return breaks_off && lower_next && std::max(before.width, line.width) > longest_item;
  }

 private:
  // A text wrapped by hand or by a mail program has a right margin between these; lines of other
  // texts are shorter (lists, verse) or as long as their paragraphs.
  static constexpr std::uint32_t narrowest = 40;
  static constexpr std::uint32_t widest = 120;
  static constexpr std::uint32_t ragged = 12;
  static constexpr std::uint32_t longest_item = 30;

  [[nodiscard]] std::string_view at(const Line& line) const {
    return text_.substr(line.span.begin, line.span.size());
  }

  [[nodiscard]] bool ends_sentence(const Line& line) const {
    const char32_t last = code_point_before(text_, line.span.end).value;
    return !is_alnum(last) && last != ',' && !is_hyphen(last);
  }

  // The word that begins line i would have crossed the margin at the end of line i - 1.
  [[nodiscard]] bool next_word_did_not_fit(std::size_t i) const {
    return lines_[i - 1].width + 1 + first_word_width(at(lines_[i])) > margin_;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::uint32_t margin_ = 0;
  bool hard_wrapped_ = false;
};

}  // namespace

std::vector<Span> join_lines(std::string_view text) {
  const std::vector<Line> lines = read_lines(text);
  const Joiner joiner(text, lines);
  std::vector<Span> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && joiner.joins(i)) {
      paragraphs.back().end = lines[i].span.end;
    } else {
      paragraphs.push_back(lines[i].span);
    }
  }
  return paragraphs;
}

std::size_t bullet_of(std::string_view line) {
  const CodePoint first = code_point_at(line, 0);
  const CodePoint second = code_point_at(line, first.size);
  constexpr std::u32string_view bullets = U"-*+·•‣▪●◦–—";
  if (bullets.find(first.value) == std::u32string_view::npos) return 0;
  return is_space(second.value) ? std::size_t{first.size} + second.size : 0;
}

}  // namespace sourcelight
