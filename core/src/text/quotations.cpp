// Contract in quotations.h; held by tests/cases/text/quotations.
#include "text/quotations.h"

#include <algorithm>
#include <array>

#include "base/chars.h"
#include "text/marks.h"

namespace sourcelight {
namespace {

using Use = Mark::Use;

constexpr bool is_double(MarkStyle style) {
  return style == MarkStyle::straight || style == MarkStyle::curly;
}

// A quotation of the paragraph at hand, before its depth is known.
struct Part {
  Span span;
  MarkStyle style = MarkStyle::straight;
  bool closed = false;
  bool dropped = false;                       // its mark was an apostrophe after all
  std::optional<std::uint32_t> continues;     // a quotation of the paragraph before
  std::optional<std::size_t> continues_part;  // a part of the same paragraph
};

// Pairs the marks of one paragraph.
class Pairing {
 public:
  // `left_open` is the quotation that the paragraph before left open, if it did.
  Pairing(std::string_view text, Span paragraph, std::optional<std::uint32_t> left_open)
      : text_(text), paragraph_(paragraph), left_open_(left_open) {}

  [[nodiscard]] std::vector<Part> pair(const std::vector<Mark>& marks) {
    look_ahead(marks);
    for (std::size_t i = 0; i < marks.size(); ++i) place(marks, i);
    end_unclosed();
    return std::move(parts_);
  }

 private:
  // For each mark: does the next single (or double) one close, and is there one at all?
  void look_ahead(const std::vector<Mark>& marks) {
    next_single_.assign(marks.size(), none);
    next_double_.assign(marks.size(), none);
    single_closes_later_.assign(marks.size(), false);
    std::size_t single = none, twofold = none;
    bool closes = false;
    for (std::size_t i = marks.size(); i-- > 0;) {
      next_single_[i] = single;
      next_double_[i] = twofold;
      single_closes_later_[i] = closes;
      if (marks[i].style == MarkStyle::single) single = i;
      if (is_double(marks[i].style)) twofold = i;
      closes |= marks[i].style == MarkStyle::single && marks[i].use == Use::closes;
    }
  }

  [[nodiscard]] bool closes_next(const std::vector<Mark>& marks, std::size_t next) const {
    return next != none && marks[next].use == Use::closes;
  }

  void place(const std::vector<Mark>& marks, std::size_t i) {
    const Mark& mark = marks[i];
    if (mark.maybe_apostrophe && closes_next(marks, next_single_[i])) return;
    if (mark.maybe_inches && closes_next(marks, next_double_[i])) return;
    const bool any_open = is_double(mark.style)
                              ? count(MarkStyle::straight) + count(MarkStyle::curly) > 0
                              : count(mark.style) > 0;
    const bool opens = mark.use == Use::opens || (mark.use != Use::closes && !any_open);
    if (opens && !closes_german(mark)) {
      if (mark.style != MarkStyle::single || single_may_open(mark, i)) open(mark);
    } else if (any_open) {
      close(mark);
    } else if (left_open_ && parts_.empty() && is_double(mark.style)) {
      parts_.push_back(
          {{paragraph_.begin, mark.span.end}, mark.style, true, false, left_open_, {}});
    }
  }

  // „So“
  [[nodiscard]] bool closes_german(const Mark& mark) const {
    return mark.style == MarkStyle::curly && !open_.empty() && at(mark.span) == "“" &&
           text_.substr(parts_[open_.back()].span.begin, 3) == "„";
  }

  // A single mark opens if one closes later; at the begin of a paragraph it may stay open.
  [[nodiscard]] bool single_may_open(const Mark& mark, std::size_t i) const {
    return single_closes_later_[i] || (mark.span.begin == paragraph_.begin &&
                                       is_upper(code_point_at(text_, mark.span.end).value));
  }

  void open(const Mark& mark) {
    open_.push_back(parts_.size());
    ++count(mark.style);
    parts_.push_back({{mark.span.begin, paragraph_.end}, mark.style, false, false, {}, {}});
    if (mark.span.begin == paragraph_.begin) parts_.back().continues = left_open_;
  }

  // Closes the innermost quotation of the mark's style, or, for want of one, of the other double
  // style; what was open inside ends before the mark.
  void close(const Mark& mark) {
    const bool exact = count(mark.style) > 0;
    while (!open_.empty()) {
      Part& part = parts_[open_.back()];
      open_.pop_back();
      --count(part.style);
      if (part.style == mark.style || (!exact && is_double(part.style))) {
        part.span.end = mark.span.end;
        part.closed = true;
        return;
      }
      part.span.end = trim(mark.span.begin);
      part.dropped = part.style == MarkStyle::single;
    }
  }

  // A quotation that never closes ends with the paragraph, or where the next one of its style
  // opens: that one goes on with it if a sentence ended there. A single mark that neither closes,
  // nor goes on, nor begins the paragraph was an apostrophe.
  void end_unclosed() {
    for (const std::size_t index : open_) {
      Part& part = parts_[index];
      const bool single = part.style == MarkStyle::single;
      const std::size_t next = next_of_style(index);
      Span until = part.span;
      if (next < parts_.size()) until.end = trim(parts_[next].span.begin);
      const bool goes_on = next < parts_.size() && ends_sentence(until);
      if (goes_on) parts_[next].continues_part = index;
      if (goes_on || !single) part.span = until;
      part.dropped = single && !goes_on && part.span.begin != paragraph_.begin;
    }
  }

  // The next part of the style, if no other part stands partly before and partly inside it.
  [[nodiscard]] std::size_t next_of_style(std::size_t index) const {
    std::uint32_t end = 0;
    for (std::size_t next = index + 1; next < parts_.size(); ++next) {
      if (parts_[next].style == parts_[index].style) {
        return end > parts_[next].span.begin ? parts_.size() : next;
      }
      end = std::max(end, parts_[next].span.end);
    }
    return parts_.size();
  }

  // Without the white space before `end`.
  [[nodiscard]] std::uint32_t trim(std::size_t end) const {
    while (is_space(code_point_before(text_, end).value)) {
      end -= code_point_before(text_, end).size;
    }
    return static_cast<std::uint32_t>(end);
  }

  [[nodiscard]] bool ends_sentence(Span span) const {
    const char32_t last = code_point_before(text_, span.end).value;
    return last == '.' || last == '?' || last == '!' || last == 0x2026;
  }

  [[nodiscard]] std::string_view at(Span span) const {
    return text_.substr(span.begin, span.size());
  }
  [[nodiscard]] std::size_t& count(MarkStyle style) {
    return counts_[static_cast<std::size_t>(style)];
  }

  static constexpr std::size_t none = ~std::size_t{0};

  std::string_view text_;
  Span paragraph_;
  std::optional<std::uint32_t> left_open_;
  std::vector<Part> parts_;
  std::vector<std::size_t> open_;  // indices into parts_, the innermost last
  std::array<std::size_t, mark_styles> counts_{};
  std::vector<std::size_t> next_single_, next_double_;
  std::vector<bool> single_closes_later_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Language& language, std::string_view text,
                                       const std::vector<Paragraph>& paragraphs) {
  std::vector<Quotation> quotations;
  std::optional<std::uint32_t> left_open;
  for (const Paragraph& paragraph : paragraphs) {
    const std::vector<Mark> marks = read_marks(language, text, paragraph.span);
    std::vector<std::uint32_t> around;  // quotations the current one stands in
    std::vector<std::uint32_t> index_of;
    std::optional<std::uint32_t> now_open;
    for (Part part : Pairing(text, paragraph.span, left_open).pair(marks)) {
      const auto index = static_cast<std::uint32_t>(quotations.size());
      index_of.push_back(index);
      if (part.dropped) continue;
      if (part.continues_part) part.continues = index_of[*part.continues_part];
      while (!around.empty() && quotations[around.back()].span.end <= part.span.begin) {
        around.pop_back();
      }
      quotations.push_back({part.span, static_cast<std::uint32_t>(around.size()), part.closed,
                            part.style == MarkStyle::single, part.continues});
      around.push_back(index);
      if (!part.closed && part.span.end == paragraph.span.end && !now_open) now_open = index;
    }
    left_open = now_open;
  }
  return quotations;
}

}  // namespace sourcelight
