// The article beside its Report, and words for people: what several formats need. Contract in
// render.h; tests/core/report/render_test.cpp holds it.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "claims/why.h"
#include "report/render.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

long in_hundredths(double share) { return std::lround(std::clamp(share, 0.0, 1.0) * 100); }

}  // namespace

std::string_view Article::words(Span caller) const {
  const Span span = bytes(caller);
  return std::string_view(text.utf8).substr(span.begin, span.size());
}

std::string Article::line(const Spans& caller) const {
  std::string out;
  for (const Span span : caller) {
    if (!out.empty()) out += " … ";
    out += one_line(words(span));
  }
  return out;
}

std::string Article::heading() const {
  if (!title.empty()) return one_line(title);
  for (const Paragraph& paragraph : report.paragraphs) {
    if (paragraph.kind == ParagraphKind::headline) return one_line(words(paragraph.span));
  }
  return id.empty() ? say(Message::article, {}) : one_line(id);
}

std::vector<std::uint32_t> Article::by_priority() const {
  // In hundredths, as they are shown: what looks equal stays in the order of the text.
  std::vector<SortKey> keys;
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    if (claim.status == ClaimStatus::none) continue;
    keys.push_back(sort_key(static_cast<std::uint32_t>(100 - in_hundredths(claim.priority)), i));
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const SortKey key : keys) order.push_back(index_of(key));
  return order;
}

std::vector<std::uint32_t> Article::sources_of(const Claim& claim) const {
  std::vector<std::uint32_t> ids;
  for (const std::uint32_t attribution : claim.attributions) {
    const auto source = report.attributions[attribution].source_id;
    if (source && std::find(ids.begin(), ids.end(), *source) == ids.end()) ids.push_back(*source);
  }
  return ids;
}

std::string one_line(std::string_view utf8) {
  std::string out;
  bool space = false;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ' || (byte >= 0x09 && byte <= 0x0D)) {
      space = !out.empty();
    } else if (byte >= 0x20 && byte != 0x7F) {
      if (space) out += ' ';
      space = false;
      out += c;
    }
  }
  return out;
}

std::string in_words(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string_view label(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::named:
      return say(Message::named);
    case ClaimStatus::unnamed:
      return say(Message::unnamed);
    case ClaimStatus::hidden:
      return say(Message::hidden);
    case ClaimStatus::unsourced:
      return say(Message::unsourced);
    case ClaimStatus::none:
      return say(Message::no_claim);
  }
  return "";
}

bool is_by_hand(const Report& report, const Claim& claim) {
  return claim.by_hand ||
         std::any_of(claim.attributions.begin(), claim.attributions.end(), [&](std::uint32_t id) {
           const Attribution& attribution = report.attributions[id];
           return attribution.by_hand ||
                  (attribution.source_id && report.sources[*attribution.source_id].by_hand);
         });
}

std::string status_line(const Report& report, const Claim& claim) {
  const std::string status(label(claim.status));
  return is_by_hand(report, claim) ? status + " (" + std::string(say(Message::by_hand)) + ")"
                                   : status;
}

std::string standalone_line(const Report& report, const Claim& claim) {
  const std::string who = whose_word(Language::built_in(), claim, report.sources);
  const std::string& text = claim.standalone.text;
  return one_line(who.empty() || text.empty() ? text : who + ": " + text);
}

std::string extent_of(const Source& source) {
  const std::string statements = std::to_string(source.statements);
  const std::string words = std::to_string(source.words);
  return say(source.statements == 1 ? Message::one_statement : Message::statements, {statements}) +
         ", " + say(source.words == 1 ? Message::one_word : Message::words, {words});
}

std::string name_and_title(const Source& source) {
  std::string out = one_line(source.name);
  if (!source.title.empty()) out += ", " + one_line(source.title);
  return out;
}

std::string signals_line(const Article& article, const Claim& claim) {
  std::string out;
  for (const Signal& signal : claim.signals) {
    if (!out.empty()) out += "; ";
    out += in_words(to_string(signal.kind)) + " (" + article.line({signal.span}) + ")";
  }
  return out;
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string hundredths(double share) {
  const long all = in_hundredths(share);
  const std::string digits = std::to_string(all % 100);
  return std::to_string(all / 100) + (digits.size() < 2 ? ".0" : ".") + digits;
}

}  // namespace sourcelight
