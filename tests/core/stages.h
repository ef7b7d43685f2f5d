// The way through the stages for tests, and what each stage found as text that a case file can
// hold. docs: the print_... functions below say how it reads.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/attribution.h"
#include "base/utf.h"
#include "claims/claims.h"
#include "model/english.h"
#include "sources/sources.h"

namespace sourcelight::testing {

// A text as every stage sees it. Not to be moved: the grammar points to the document.
struct Stages {
  explicit Stages(std::string_view text, const model::Model& model = english())
      : document(read_document(read_utf8(text, OffsetUnit::utf8))),
        grammar(read_grammar(document)),
        found(find_attributions(grammar, model)),
        attributions(found.all),
        source_words(source_labels(found.labels)),
        sources(resolve_sources(grammar, attributions, &source_words)),
        claims(find_claims(grammar, attributions, sources, found.labels.of(model::Task::status))) {}
  Stages(const Stages&) = delete;
  Stages& operator=(const Stages&) = delete;

  Document document;
  Grammar grammar;
  Attributions found;
  const std::vector<Attribution>& attributions;
  SourceLabels source_words;
  SourceTable sources;
  std::vector<Claim> claims;
};

// The words of a span on one line: line ends and runs of blanks become one blank.
inline std::string words_at(const Document& document, Span span) {
  std::string words;
  for (const char c : document.at(span)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) words += c;
    if (blank && !words.empty() && words.back() != ' ') words += ' ';
  }
  return words;
}

// "one piece / another"; "-" where there is none.
inline std::string words_at(const Document& document, const Spans& spans) {
  std::string words;
  for (const Span& span : spans) {
    if (!words.empty()) words += " / ";
    words += words_at(document, span);
  }
  return words.empty() ? "-" : words;
}

// Phrases within their sentence: noun phrases in [], verb groups in <>, the head after *, what is
// known of them after a slash: "[The *mayor] <did not *say/finite not> so [last *week/when]."
inline std::string print_phrases(const Document& document, const Phrases& phrases) {
  std::string text;
  std::uint32_t done = 0;
  const auto token_begin = [&](std::uint32_t t) { return document.tokens[t].span.begin; };
  const auto between = [&](std::uint32_t until) {
    text += document.at({done, std::max(done, until)});
    done = std::max(done, until);
  };
  const auto phrase = [&](TokenRange tokens, std::uint32_t head, const std::string& marks) {
    between(token_begin(tokens.first));
    text += marks.front();
    between(token_begin(head));
    text += '*';
    between(document.tokens[tokens.last - 1].span.end);
    text += marks.substr(1);
  };
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (phrases.noun_at[t] != Phrases::kNone) {
      const NounPhrase& noun = phrases.nouns[phrases.noun_at[t]];
      if (noun.tokens.first == t) phrase(noun.tokens, noun.head, noun.temporal ? "[/when]" : "[]");
    } else if (phrases.verb_at[t] != Phrases::kNone) {
      const VerbGroup& verb = phrases.verbs[phrases.verb_at[t]];
      std::string marks = verb.finite       ? "</finite"
                          : verb.infinitive ? "</infinitive"
                          : verb.gerund     ? "</gerund"
                          : verb.participle ? "</participle"
                                            : "</other";
      if (verb.passive) marks += " passive";
      if (verb.negated) marks += " not";
      if (verb.tokens.first == t) phrase(verb.tokens, verb.head, marks + '>');
    }
  }
  between(static_cast<std::uint32_t>(document.text.utf8.size()));
  return text;
}

// One attribution a line, "source | cue | content", then [direct] or [mixed] if it is quoted;
// those that stand in its content follow, indented by two blanks more.
inline std::string print_attributions(const Document& document,
                                      const std::vector<Attribution>& attributions) {
  std::string lines;
  const auto print = [&](const auto& self, const Attribution& a,
                         const std::string& indent) -> void {
    lines += indent + words_at(document, a.source) + " | " + words_at(document, a.cue) + " | " +
             words_at(document, a.content);
    if (a.quote == QuoteKind::direct) lines += " [direct]";
    if (a.quote == QuoteKind::mixed) lines += " [mixed]";
    lines += '\n';
    for (const Attribution& inner : attributions) {
      if (inner.parent == a.id) self(self, inner, indent + "  ");
    }
  };
  for (const Attribution& a : attributions) {
    if (!a.parent) print(print, a, "");
  }
  if (!lines.empty()) lines.pop_back();
  return lines;
}

// One source a line: "name (kind; title) <- mention / mention [why it can know]".
inline std::string print_sources(const Document& document, const std::vector<Source>& sources) {
  std::string lines;
  for (const Source& source : sources) {
    if (!lines.empty()) lines += '\n';
    lines += source.name.empty() ? "-" : source.name;
    lines += " (" + std::string(to_string(source.kind));
    if (!source.title.empty()) lines += "; " + source.title;
    lines += ") <- " + words_at(document, source.mentions);
    if (!source.justification.empty()) {
      lines += " [" + words_at(document, source.justification) + "]";
    }
  }
  return lines;
}

// One claim a line: "status: its words".
inline std::string print_claims(const Document& document, const std::vector<Claim>& claims) {
  std::string lines;
  for (const Claim& claim : claims) {
    if (!lines.empty()) lines += '\n';
    lines += std::string(to_string(claim.status)) + ": " + words_at(document, claim.spans);
  }
  return lines;
}

// Both texts line by line, for the eye: "  " stands in both, "- " was expected, "+ " came.
inline std::string difference(const std::string& expected, const std::string& actual) {
  const auto lines_of = [](const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  };
  const std::vector<std::string> wanted = lines_of(expected);
  const std::vector<std::string> came = lines_of(actual);
  const auto in = [](const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  std::string result;
  for (const std::string& line : wanted) result += (in(came, line) ? "  " : "- ") + line + '\n';
  for (const std::string& line : came) {
    if (!in(wanted, line)) result += "+ " + line + '\n';
  }
  return result;
}

}  // namespace sourcelight::testing
