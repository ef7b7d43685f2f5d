// Contract in paragraphs.h; held by tests/cases/text/paragraphs.
#include "text/paragraphs.h"

#include <algorithm>

#include "base/chars.h"
#include "text/dateline.h"
#include "text/furniture.h"
#include "text/headings.h"
#include "text/lines.h"

namespace sourcelight {
namespace {

constexpr std::size_t head = 8;            // bylines stand among the first paragraphs ...
constexpr std::size_t foot = 3;            // ... or the last
constexpr std::size_t most_headlines = 3;  // kicker, headline, deck
constexpr std::size_t most_datelines = 3;  // body paragraphs that may open with one

class Kinds {
 public:
  Kinds(std::string_view text, std::vector<Paragraph>& paragraphs)
      : text_(text), paragraphs_(paragraphs) {}

  void tell() {
    tell_furniture();
    tell_bylines();
    tell_headlines();
    tell_crossheads();
    find_datelines();
  }

 private:
  [[nodiscard]] std::string_view at(const Paragraph& paragraph) const {
    return text_.substr(paragraph.span.begin, paragraph.span.size());
  }
  [[nodiscard]] bool is_body(std::size_t i) const {
    return paragraphs_[i].kind == ParagraphKind::body;
  }

  void tell_furniture() {
    for (Paragraph& paragraph : paragraphs_) {
      const Furniture furniture = read_furniture(at(paragraph));
      if (furniture == Furniture::caption) paragraph.kind = ParagraphKind::caption;
      if (furniture == Furniture::credit) paragraph.kind = ParagraphKind::credit;
    }
  }

  void tell_bylines() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const bool placed = i < head || i + foot >= paragraphs_.size();
      if (placed && is_body(i) && is_byline(at(paragraphs_[i]))) {
        paragraphs_[i].kind = ParagraphKind::byline;
      }
    }
  }

  // Above the first paragraph of the body, if there is one at all.
  void tell_headlines() {
    std::size_t found = 0;
    for (std::size_t i = 0; i + 1 < paragraphs_.size() && found < most_headlines; ++i) {
      if (!is_body(i)) continue;
      if (!is_headline(at(paragraphs_[i])) || !body_follows(i)) return;
      paragraphs_[i].kind = ParagraphKind::headline;
      ++found;
    }
  }

  // A longer paragraph comes soon: a list of short lines has no headlines.
  [[nodiscard]] bool body_follows(std::size_t i) const {
    const std::size_t end = std::min(i + head, paragraphs_.size());
    for (std::size_t next = i + 1; next < end; ++next) {
      if (is_body(next) && paragraphs_[next].span.size() > paragraphs_[i].span.size()) return true;
    }
    return false;
  }

  // Between two longer paragraphs of the body.
  void tell_crossheads() {
    for (std::size_t i = 1; i + 1 < paragraphs_.size(); ++i) {
      if (!is_body(i) || !is_body(i + 1) || !is_crosshead(at(paragraphs_[i]))) continue;
      if (!is_sentence(i - 1) || !is_sentence(i + 1)) continue;
      const bool named = is_byline(at(paragraphs_[i])) &&
                         !is_digit(code_point_at(text_, paragraphs_[i].span.begin).value);
      paragraphs_[i].kind = named ? ParagraphKind::byline : ParagraphKind::headline;
    }
  }

  [[nodiscard]] bool is_sentence(std::size_t i) const {
    return paragraphs_[i].kind != ParagraphKind::headline && !is_crosshead(at(paragraphs_[i])) &&
           paragraphs_[i].span.size() > 40;
  }

  void find_datelines() {
    std::size_t seen = 0;
    for (Paragraph& paragraph : paragraphs_) {
      if (paragraph.kind != ParagraphKind::body) continue;
      if (++seen > most_datelines) return;
      paragraph.dateline = find_dateline(text_, paragraph.span);
      if (!paragraph.dateline.empty()) return;
    }
  }

  std::string_view text_;
  std::vector<Paragraph>& paragraphs_;
};

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  for (const Span span : join_lines(text)) paragraphs.push_back({span, ParagraphKind::body, {}});
  Kinds(text, paragraphs).tell();
  return paragraphs;
}

}  // namespace sourcelight
