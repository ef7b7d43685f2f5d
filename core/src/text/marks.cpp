// Contract in marks.h; held by tests/cases/text/quotations.
#include "text/marks.h"

#include <optional>

#include "base/chars.h"
#include "text/abbreviations.h"

namespace sourcelight {
namespace {

using Use = Mark::Use;

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB ||
         c == 0xBB || c == 0x2039 || c == 0x203A;
}

// Where a mark stands, by its neighbours.
struct Place {
  char32_t before = 0;  // 0: the paragraph begins
  char32_t after = 0;   // 0: the paragraph ends
  [[nodiscard]] bool free_before() const { return before == 0 || is_space(before); }
  [[nodiscard]] bool free_after() const { return after == 0 || is_space(after); }
  [[nodiscard]] bool in_word() const { return is_alnum(before) && is_alnum(after); }
  [[nodiscard]] bool may_open() const {
    const bool opener_before = free_before() || before == '(' || before == '[' || before == '{' ||
                               before == '/' || is_dash(before) || before == '-' ||
                               is_quote(before);
    return opener_before && !free_after() && !is_stop(after);
  }
  [[nodiscard]] bool may_close() const {
    return !free_before() && before != '(' && before != '[' &&
           (free_after() || is_stop(after) || is_dash(after) || after == '-' || after == '/' ||
            is_quote(after));
  }

 private:
  static bool is_stop(char32_t c) {
    constexpr std::u32string_view stops = U".,;:!?)]}…";
    return stops.find(c) != std::u32string_view::npos;
  }
};

class Reader {
 public:
  Reader(const Language& language, std::string_view text, Span paragraph)
      : language_(language), text_(text.substr(0, paragraph.end)), begin_(paragraph.begin) {}

  [[nodiscard]] std::vector<Mark> read() const {
    std::vector<Mark> marks;
    for (std::size_t at = begin_; at < text_.size();) {
      const CodePoint c = code_point_at(text_, at);
      std::size_t end = at + c.size;
      if (is_quote(c.value) || c.value == 0x201A) {
        end = at + mark_size(at, c);
        if (auto mark = read_mark(at, end, c.value)) marks.push_back(*mark);
      }
      at = end;
    }
    return marks;
  }

 private:
  [[nodiscard]] char32_t at(std::size_t i) const { return code_point_at(text_, i).value; }
  [[nodiscard]] char32_t before(std::size_t i) const {
    return i <= begin_ ? 0 : code_point_before(text_, i).value;
  }
  [[nodiscard]] Place place(std::size_t begin, std::size_t end) const {
    return {before(begin), at(end)};
  }

  // '' and `` are one mark; of three apostrophes that close, the first is single.
  [[nodiscard]] std::size_t mark_size(std::size_t i, CodePoint c) const {
    if (c.value != '\'' && c.value != '`') return c.size;
    const bool twice = at(i + 1) == c.value;
    const bool three_close = twice && at(i + 2) == c.value && !place(i, i + 3).free_before();
    return twice && !three_close ? 2 : 1;
  }

  [[nodiscard]] std::optional<Mark> read_mark(std::size_t begin, std::size_t end,
                                              char32_t c) const {
    Mark mark;
    mark.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const Place here = place(begin, end);
    const bool twice = (c == '\'' || c == '`') && end - begin == 2;
    if (c == '"' || twice) return read_straight(mark, here, c);
    if (c >= 0x201C && c <= 0x201F) return read_curly(mark, here, c);
    if (c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A) return read_guillemet(mark, here, c);
    mark.style = MarkStyle::single;
    return read_single(mark, here, c);
  }

  [[nodiscard]] std::optional<Mark> read_straight(Mark mark, Place here, char32_t c) const {
    if (c == '"' && is_inches(mark.span.begin)) return std::nullopt;
    if (c == '`' || (here.may_open() && !here.may_close())) {
      mark.use = Use::opens;
    } else if (here.may_close() && !here.may_open()) {
      mark.use = Use::closes;
      mark.maybe_inches =
          is_digit(here.before) && is_space(here.after) && is_lower(at(mark.span.end + 1));
    }
    return mark;
  }

  // 6'2": always a length.
  [[nodiscard]] bool is_inches(std::size_t i) const {
    std::size_t digits = i;
    while (digits > begin_ && is_digit(before(digits))) --digits;
    if (digits == i) return false;
    const char32_t feet = before(digits);
    const std::size_t size = code_point_before(text_, digits).size;
    return (is_apostrophe(feet) || feet == 0x2032) && digits > begin_ + size &&
           is_digit(before(digits - size));
  }

  [[nodiscard]] static std::optional<Mark> read_curly(Mark mark, Place here, char32_t c) {
    mark.style = MarkStyle::curly;
    if (c == 0x201D) {
      mark.use = here.may_open() && !here.may_close() ? Use::reverses : Use::closes;
    } else if (c == 0x201C && !here.may_open() && (here.may_close() || here.free_after())) {
      mark.use = Use::closes;
    } else {
      mark.use = here.may_open() || here.free_before() ? Use::opens : Use::either;
    }
    return mark;
  }

  [[nodiscard]] static std::optional<Mark> read_guillemet(Mark mark, Place here, char32_t c) {
    mark.style = MarkStyle::guillemet;
    const bool points_left = c == 0xAB || c == 0x2039;
    const bool turned =
        points_left ? here.may_close() && !here.may_open() : here.may_open() && !here.may_close();
    if (turned) {
      mark.use = points_left ? Use::closes : Use::reverses;
    } else {
      mark.use = points_left ? Use::opens : Use::closes;
    }
    return mark;
  }

  [[nodiscard]] std::optional<Mark> read_single(Mark mark, Place here, char32_t c) const {
    if (here.in_word()) return std::nullopt;
    const bool curly_open = c == 0x2018 || c == 0x201A || c == '`';
    if (here.may_open() && c != 0x2019 && !is_clipped(mark.span.end)) {
      mark.use = Use::opens;
      return mark;
    }
    if (!here.may_close() || c == 0x201A || c == '`') return std::nullopt;
    mark.use = Use::closes;
    const bool drops_letter = here.before == 's' || here.before == 'S' || here.before == 'n';
    mark.maybe_apostrophe =
        !curly_open && drops_letter && is_space(here.after) && is_letter(at(mark.span.end + 1));
    return mark;
  }

  // "'em", "'90s"
  [[nodiscard]] bool is_clipped(std::size_t begin) const {
    std::size_t end = begin;
    while (end - begin < 8 && is_alnum(at(end))) end += code_point_at(text_, end).size;
    return is_clipped_word(language_, text_.substr(begin, end - begin));
  }

  const Language& language_;
  std::string_view text_;
  std::size_t begin_;
};

}  // namespace

std::vector<Mark> read_marks(const Language& language, std::string_view text, Span paragraph) {
  return Reader(language, text, paragraph).read();
}

}  // namespace sourcelight
