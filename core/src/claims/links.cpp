// Gives claims the documents they link to; see links.h.
#include "claims/links.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/order.h"
#include "claims/why.h"

namespace sourcelight {
namespace {

// "https://www.example.org:80/a?b" -> "example.org"; empty where the address names no host.
std::string host_of(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (scheme == std::string_view::npos && !target.starts_with("//")) return {};
  std::string_view host =
      target.substr(scheme == std::string_view::npos ? 2 : scheme + std::string_view("://").size());
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
    host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

bool leads_somewhere(std::string_view target) {
  return !target.empty() && target != "#" && !target.starts_with("mailto:") &&
         !target.starts_with("tel:") && !target.starts_with("javascript:") &&
         !target.starts_with("data:");
}

class LinkReader {
 public:
  LinkReader(const Grammar& grammar, Cited found) : g_(grammar), found_(std::move(found)) {}

  Cited read(std::vector<Link> links) {
    sort_by(links, [](const Link& link) { return key_of(link.span); });
    std::size_t first = 0;  // the first claim that may still hold a link
    for (const Link& link : links) {
      if (link.span.empty() || !leads_somewhere(link.target)) continue;
      while (first < found_.claims.size() && end_of(found_.claims[first]) < link.span.begin)
        ++first;
      for (std::size_t i = first; i < found_.claims.size(); ++i) {
        if (found_.claims[i].spans.front().begin >= link.span.end) break;
        if (!holds(found_.claims[i], link.span)) continue;
        if (link.within) {
          tell_within(found_.claims[i]);
        } else {
          cite(found_.claims[i], link);
        }
        break;
      }
    }
    return std::move(found_);
  }

 private:
  static std::uint32_t end_of(const Claim& claim) { return claim.spans.back().end; }

  // A reference behind the full stop ("... fell.[1]") belongs to the claim before it.
  static bool holds(const Claim& claim, Span link) {
    return std::any_of(claim.spans.begin(), claim.spans.end(),
                       [&](Span span) { return link.begin <= span.end && span.begin < link.end; });
  }

  // What is hidden keeps its reason, which says more.
  void tell_within(Claim& claim) const {
    if (claim.reason.kind != ReasonKind::own_voice) return;
    claim.reason.kind = ReasonKind::linked_within;
    claim.why = say(g_.language(), claim.reason, found_.sources.sources);
  }

  void cite(Claim& claim, const Link& link) {
    if (claim.status != ClaimStatus::unsourced && claim.status != ClaimStatus::hidden) return;
    const std::uint32_t source = source_of(link);
    const auto id = static_cast<std::uint32_t>(found_.attributions.size());
    Attribution& attribution = found_.attributions.emplace_back();
    attribution.id = id;
    attribution.cue = attribution.source = {link.span};
    attribution.content = claim.spans;
    attribution.confidence = 1;
    found_.sources.of.emplace_back(source);
    found_.sources.sureness.push_back(1);
    Source& entry = found_.sources.sources[source];
    const auto after = std::lower_bound(entry.mentions.begin(), entry.mentions.end(), link.span);
    entry.mentions.insert(after, link.span);
    ++entry.statements;
    entry.words += words_in(claim.spans);
    claim.status = ClaimStatus::named;
    claim.attributions.push_back(id);
    claim.reason = {.kind = ReasonKind::linked, .source = source};
    claim.why = say(g_.language(), claim.reason, found_.sources.sources);
  }

  std::uint32_t source_of(const Link& link) {
    const auto known = by_target_.find(link.target);
    if (known != by_target_.end()) return known->second;
    const auto index = static_cast<std::uint32_t>(found_.sources.sources.size());
    Source& source = found_.sources.sources.emplace_back();
    source.id = index;
    source.kind = SourceKind::document;
    source.name = host_of(link.target);
    if (source.name.empty()) source.name = std::string(g_.document.at(link.span));
    by_target_.emplace(link.target, index);
    return index;
  }

  std::uint32_t words_in(const Spans& spans) const {
    std::uint32_t words = 0;
    for (const Span& span : spans) {
      const TokenRange tokens = g_.tokens_in(span);
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
        words += g_.document.tokens[t].word ? 1 : 0;
    }
    return words;
  }

  const Grammar& g_;
  Cited found_;
  std::unordered_map<std::string, std::uint32_t> by_target_;  // target -> source
};

}  // namespace

Cited cite_links(const Grammar& grammar, std::vector<Link> links, Cited found) {
  if (links.empty()) return found;
  return LinkReader(grammar, std::move(found)).read(std::move(links));
}

}  // namespace sourcelight
