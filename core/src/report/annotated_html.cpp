// A Report as a page of its own: the marked article, then claims, contradictions, house style and
// sources. It fetches nothing and runs no script, and without its tags the <article> is the text.
// tests/core/report/html_test.cpp and tests/cases/report/html.txt hold it.
#include <cstddef>

#include "report/html_style.h"
#include "report/marked_article.h"
#include "report/render.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

std::string number_of(std::size_t index) { return std::to_string(index + 1); }

std::string escaped_line(std::string_view text) {
  std::string out;
  append_escaped(out, one_line(text));
  return out;
}

std::string quoted(const Article& article, const Spans& spans) {
  return "“" + escaped_line(article.line(spans)) + "”";
}

std::string link_to_claim(std::size_t index) {
  return "<a href=\"#claim-" + number_of(index) + "\">" + say(Message::claim, {number_of(index)}) +
         "</a>";
}

std::string section(Message heading, std::string_view list) {
  return "<section>\n<h2>" + std::string(say(heading)) + "</h2>\n" + std::string(list) + "\n";
}

std::string paragraph(const std::string& text) { return "<p>" + text + "</p>\n"; }

// The item that the marks of the claim are described by, and back to the first of them.
void append_claim(std::string& out, const Article& article, std::uint32_t index) {
  const Claim& claim = article.report.claims[index];
  const std::string number = number_of(index);
  out += "<li id=\"claim-" + number + "\" value=\"" + number + "\">\n<p><a href=\"#mark-" + number +
         "\">" + escaped_line(article.line(claim.spans)) + "</a></p>\n<p><strong>" +
         status_line(article.report, claim) + ".</strong> " + escaped_line(claim.why) + "</p>\n";
  for (const std::uint32_t id : article.sources_of(claim)) {
    const std::string name = escaped_line(name_and_title(article.report.sources[id]));
    out += paragraph(
        say(Message::source_line, {"<a href=\"#source-" + number_of(id) + "\">" + name + "</a>"}));
  }
  if (claim.priority > 0) {
    out += paragraph(say(Message::priority_line, {hundredths(claim.priority)}));
  }
  if (!claim.signals.empty()) {
    out += paragraph(say(Message::signals_line, {escaped_line(signals_line(article, claim))}));
  }
  for (const std::uint32_t echo : claim.echoes) {
    out += paragraph(say(Message::also_in, {link_to_claim(echo)}));
  }
  out += "</li>\n";
}

void append_claims(std::string& out, const Article& article) {
  const Report& report = article.report;
  if (article.by_priority().empty()) return;
  out += section(Message::claims, "<ol>");
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    if (report.claims[i].status != ClaimStatus::none) append_claim(out, article, i);
  }
  out += "</ol>\n</section>\n";
}

void append_contradictions(std::string& out, const Article& article) {
  if (article.report.contradictions.empty()) return;
  out += section(Message::numbers_that_differ, "<ul>");
  for (const Contradiction& each : article.report.contradictions) {
    out += "<li>" +
           say(Message::contradiction,
               {quoted(article, {each.span}), link_to_claim(each.claim),
                quoted(article, {each.other_span}), link_to_claim(each.other)}) +
           "</li>\n";
  }
  out += "</ul>\n</section>\n";
}

void append_findings(std::string& out, const Article& article) {
  if (article.report.findings.empty()) return;
  out += section(Message::house_style, "<ul>");
  for (const Finding& finding : article.report.findings) {
    out += "<li>" + std::string(to_string(finding.severity)) + ": " +
           escaped_line(finding.message) + " " + quoted(article, {finding.span}) + " <small>" +
           escaped_line(finding.rule) + "</small></li>\n";
  }
  out += "</ul>\n</section>\n";
}

void append_sources(std::string& out, const Article& article) {
  if (article.report.sources.empty()) return;
  out += section(Message::sources, "<ol>");
  for (const Source& source : article.report.sources) {
    out += "<li id=\"source-" + number_of(source.id) + "\">\n<p><strong>" +
           escaped_line(source.name) + "</strong>";
    if (!source.title.empty()) out += ", " + escaped_line(source.title);
    out += "</p>\n<p><small>" + in_words(to_string(source.kind)) + ", " + extent_of(source);
    if (source.by_hand) out += ", " + std::string(say(Message::by_hand));
    out += "</small></p>\n";
    if (!source.justification.empty()) {
      out += "<p>" + quoted(article, source.justification) + "</p>\n";
    }
    out += "</li>\n";
  }
  out += "</ol>\n</section>\n";
}

void append_head(std::string& out, const Article& article) {
  const std::string heading = escaped_line(article.heading());
  out +=
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  out += heading + "</title>\n<style>" + std::string(html_style);
  out += "</style>\n</head>\n<body>\n<header>\n<h1>" + heading + "</h1>\n";
  if (is_web_address(article.url)) {
    const std::string url = escaped_line(article.url);
    out += "<p><a href=\"" + url + "\">" + url + "</a></p>\n";
  }
  out += "<p>" + escaped_line(summary(article.report)) + "</p>\n<ul class=\"legend\">\n";
  for (const ClaimStatus status : all_statuses) {
    if (status == ClaimStatus::none) continue;
    out += "<li><mark class=\"" + std::string(to_string(status)) + "\">" +
           std::string(label(status)) + "</mark></li>\n";
  }
  if (!article.report.contradictions.empty() || !article.report.findings.empty()) {
    out += "<li><mark class=\"flag\">" + std::string(say(Message::remark)) + "</mark></li>\n";
  }
  out += "</ul>\n</header>\n";
}

}  // namespace

std::string annotated_html(const Article& article) {
  std::string out;
  out.reserve(4096 + 2 * article.text.utf8.size() + 768 * article.report.claims.size());
  append_head(out, article);
  out += "<main>\n<article>";
  append_marked(out, article);
  out += "</article>\n";
  append_claims(out, article);
  append_contradictions(out, article);
  append_findings(out, article);
  append_sources(out, article);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace sourcelight
