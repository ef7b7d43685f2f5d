// A Report as a checklist for a desk, in CommonMark with GitHub's boxes: the summary, the claims to
// check first at the top, contradictions, house style, sources. What comes from the article is
// escaped. tests/core/report/markdown_test.cpp and tests/cases/report/markdown.txt hold it.
#include "report/render.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

// Text that stands inside a line; signs that mean something only at its begin need no escape.
std::string escaped(std::string_view text) {
  constexpr std::string_view special = "\\`*_[]<>~|&$#";
  std::string out;
  for (const char c : one_line(text)) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string address(const std::string& url) {
  const bool link = is_web_address(url) && url.find_first_of(" \t\r\n<>") == std::string::npos;
  return link ? "<" + url + ">" : escaped(url);
}

std::string quoted(const Article& article, const Spans& spans) {
  return "“" + escaped(article.line(spans)) + "”";
}

std::string claim_number(std::uint32_t index) {
  return say(Message::claim, {std::to_string(index + 1)});
}

void append_heading(std::string& out, Message heading) {
  out += "\n## " + std::string(say(heading)) + "\n\n";
}

void append_sources_of(std::string& out, const Article& article, const Claim& claim) {
  for (const std::uint32_t id : article.sources_of(claim)) {
    const Source& source = article.report.sources[id];
    out += "  - " +
           say(Message::source_line,
               {escaped(name_and_title(source)) + " (" + in_words(to_string(source.kind)) + ")"}) +
           "\n";
  }
}

void append_claim(std::string& out, const Article& article, std::uint32_t index) {
  const Claim& claim = article.report.claims[index];
  out += "- [ ] **" + std::to_string(index + 1) + "** " + escaped(article.line(claim.spans)) + "\n";
  out += "  - " + status_line(article.report, claim) + ". " + escaped(claim.why) + "\n";
  if (const std::string line = standalone_line(article.report, claim); !line.empty()) {
    out += "  - " + say(Message::standalone_line, {escaped(line)}) + "\n";
  }
  append_sources_of(out, article, claim);
  if (claim.priority > 0) {
    out += "  - " + say(Message::priority_line, {hundredths(claim.priority)}) + "\n";
  }
  if (!claim.signals.empty()) {
    out += "  - " + say(Message::signals_line, {escaped(signals_line(article, claim))}) + "\n";
  }
  for (const std::uint32_t echo : claim.echoes) {
    out += "  - " + say(Message::also_in, {claim_number(echo)}) + "\n";
  }
}

void append_contradictions(std::string& out, const Article& article) {
  if (article.report.contradictions.empty()) return;
  append_heading(out, Message::numbers_that_differ);
  for (const Contradiction& each : article.report.contradictions) {
    out += "- [ ] " +
           say(Message::contradiction,
               {quoted(article, {each.span}), claim_number(each.claim),
                quoted(article, {each.other_span}), claim_number(each.other)}) +
           "\n";
  }
}

void append_findings(std::string& out, const Article& article) {
  if (article.report.findings.empty()) return;
  append_heading(out, Message::house_style);
  for (const Finding& finding : article.report.findings) {
    out += "- [ ] " + std::string(to_string(finding.severity)) + ": " + escaped(finding.message) +
           " " + quoted(article, {finding.span}) + " (" + escaped(finding.rule) + ")\n";
  }
}

void append_sources(std::string& out, const Article& article) {
  if (article.report.sources.empty()) return;
  append_heading(out, Message::sources);
  for (const Source& source : article.report.sources) {
    out += "- **" + escaped(source.name) + "**";
    if (!source.title.empty()) out += ", " + escaped(source.title);
    out += ": " + in_words(to_string(source.kind)) + ", " + extent_of(source);
    if (source.by_hand) out += ", " + std::string(say(Message::by_hand));
    if (!source.justification.empty()) out += "; " + quoted(article, source.justification);
    out += "\n";
  }
}

}  // namespace

std::string markdown(const Article& article) {
  std::string out = "# " + escaped(article.heading()) + "\n\n";
  if (!article.url.empty()) out += address(article.url) + "\n\n";
  out += summary(article.report) + "\n";
  const std::vector<std::uint32_t> claims = article.by_priority();
  if (!claims.empty()) append_heading(out, Message::claims_to_check);
  for (const std::uint32_t index : claims) append_claim(out, article, index);
  append_contradictions(out, article);
  append_findings(out, article);
  append_sources(out, article);
  return out;
}

}  // namespace sourcelight
