// Contract in marked_article.h. A sweep over the text from one begin or end of something to the
// next: each piece between two of them is written once, with what covers it.
#include "report/marked_article.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "words/messages.h"

namespace sourcelight {
namespace {

// A span of the text with what is to be said of it: a claim, or a note about something found.
struct Cover {
  Span bytes;
  std::optional<std::uint32_t> claim = std::nullopt;
  std::string note = {};
  bool last = true;  // of the spans of its claim
};

std::vector<Cover> covers_of(const Article& article) {
  const Report& report = article.report;
  std::vector<Cover> covers;
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    if (claim.status == ClaimStatus::none) continue;
    for (const Span& span : claim.spans) {
      covers.push_back({article.bytes(span), i, {}, &span == &claim.spans.back()});
    }
  }
  const auto differs = [&](Span span, Span other) {
    covers.push_back(
        {article.bytes(span), {}, say(Message::elsewhere, {article.line({other})}), true});
  };
  for (const Contradiction& each : report.contradictions) {
    differs(each.span, each.other_span);
    differs(each.other_span, each.span);
  }
  for (const Finding& finding : report.findings) {
    covers.push_back({article.bytes(finding.span), {}, one_line(finding.message), true});
  }
  return covers;
}

class Marker {
 public:
  Marker(std::string& out, const Article& article)
      : out_(out),
        article_(article),
        covers_(covers_of(article)),
        marked_(article.report.claims.size()) {
    for (std::uint32_t i = 0; i < covers_.size(); ++i) {
      by_begin_.push_back(sort_key(covers_[i].bytes.begin, i));
    }
    std::sort(by_begin_.begin(), by_begin_.end());
    for (const Paragraph& paragraph : article.report.paragraphs) {
      paragraphs_.push_back(article.bytes(paragraph.span));
    }
  }

  void write() {
    std::uint32_t at = 0;
    for (const SortKey key : stops()) {
      const std::uint32_t next = index_of(key);
      piece({at, next});
      at = next;
      step(at);
    }
  }

 private:
  // Where something begins or ends, and the end of the text.
  std::vector<SortKey> stops() {
    std::vector<SortKey> stops = {0, article_.text.utf8.size()};
    const auto add = [&](Span span) {
      stops.push_back(span.begin);
      stops.push_back(span.end);
    };
    for (const Cover& cover : covers_) add(cover.bytes);
    for (const Span paragraph : paragraphs_) add(paragraph);
    std::sort(stops.begin(), stops.end());
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    return stops;
  }

  // What ends and begins at a stop.
  void step(std::uint32_t at) {
    std::erase_if(active_, [&](const Cover* cover) { return cover->bytes.end <= at; });
    for (; next_cover_ < by_begin_.size(); ++next_cover_) {
      const Cover& cover = covers_[index_of(by_begin_[next_cover_])];
      if (cover.bytes.begin > at) break;
      if (cover.bytes.end > at) active_.push_back(&cover);
    }
    if (in_paragraph_ && paragraphs_[next_paragraph_].end <= at) {
      out_ += is_headline() ? "</h2>" : "</p>";
      in_paragraph_ = false;
      ++next_paragraph_;
    }
    if (!in_paragraph_ && next_paragraph_ < paragraphs_.size() &&
        paragraphs_[next_paragraph_].begin == at) {
      const auto kind = article_.report.paragraphs[next_paragraph_].kind;
      in_paragraph_ = true;
      out_ += is_headline()                 ? "<h2>"
              : kind == ParagraphKind::body ? "<p>"
                                            : "<p class=\"" + std::string(to_string(kind)) + "\">";
    }
  }

  [[nodiscard]] bool is_headline() const {
    return article_.report.paragraphs[next_paragraph_].kind == ParagraphKind::headline;
  }

  void piece(Span bytes) {
    const auto text = std::string_view(article_.text.utf8).substr(bytes.begin, bytes.size());
    if (text.empty()) return;
    if (active_.empty()) return append_escaped(out_, text);
    // Of claims that overlap, the one that began last.
    const Cover* claim = nullptr;
    std::string notes;
    for (const Cover* cover : active_) {
      if (cover->claim) {
        claim = cover;
      } else {
        notes += (notes.empty() ? "" : " ") + cover->note;
      }
    }
    open_mark(claim, notes, claim != nullptr && claim->last && claim->bytes.end == bytes.end);
    append_escaped(out_, text);
    out_ += "</mark>";
  }

  void open_mark(const Cover* cover, const std::string& notes, bool last) {
    std::string kind = notes.empty() ? "" : "flag";
    std::string title = notes;
    std::string attributes;
    if (cover != nullptr) {
      const Claim& claim = article_.report.claims[*cover->claim];
      const std::string number = std::to_string(*cover->claim + 1);
      kind = std::string(to_string(claim.status)) + (notes.empty() ? "" : " flag");
      title = status_line(article_.report, claim) + ". " + one_line(claim.why) +
              (notes.empty() ? "" : " ") + notes;
      if (!marked_[*cover->claim]) attributes += " id=\"mark-" + number + "\"";
      marked_[*cover->claim] = true;
      attributes += " aria-describedby=\"claim-" + number + "\"";
      if (last) attributes += " data-n=\"" + number + "\"";
    }
    out_ += "<mark class=\"" + kind + "\"" + attributes + " title=\"";
    append_escaped(out_, title);
    out_ += "\">";
  }

  std::string& out_;
  const Article& article_;
  std::vector<Cover> covers_;
  std::vector<SortKey> by_begin_;     // covers in order of their begins
  std::vector<Span> paragraphs_;      // in bytes
  std::vector<bool> marked_;          // by claim: whether its first mark was written
  std::vector<const Cover*> active_;  // those over the next piece
  std::size_t next_cover_ = 0;
  std::size_t next_paragraph_ = 0;  // or the one that is open
  bool in_paragraph_ = false;
};

}  // namespace

void append_escaped(std::string& out, std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const auto next = static_cast<unsigned char>(i + 1 < utf8.size() ? utf8[i + 1] : 0);
    const bool c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    if (byte == '&') {
      out += "&amp;";
    } else if (byte == '<') {
      out += "&lt;";
    } else if (byte == '>') {
      out += "&gt;";
    } else if (byte == '"') {
      out += "&quot;";
    } else if (c1 || byte == 0x7F ||
               (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) {
      out += "\xEF\xBF\xBD";
      if (c1) ++i;
    } else {
      out += utf8[i];
    }
  }
}

void append_marked(std::string& out, const Article& article) { Marker(out, article).write(); }

}  // namespace sourcelight
