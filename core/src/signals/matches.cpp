// Contract in matches.h.
#include "signals/matches.h"

#include <cstddef>
#include <string_view>

#include "rules_data.h"

namespace sourcelight {
namespace {

using KindRule = std::pair<SignalKind, SignalRule>;

struct Rules {
  std::vector<KindRule> rules;
  std::vector<std::string> problems;
};

Rules read_rules() {
  const std::pair<SignalKind, std::string_view> files[] = {
      {SignalKind::number, rules::number},
      {SignalKind::date, rules::date},
      {SignalKind::superlative, rules::superlative},
      {SignalKind::comparison, rules::comparison},
      {SignalKind::ranking, rules::ranking},
      {SignalKind::cause, rules::cause},
      {SignalKind::prediction, rules::prediction},
      {SignalKind::accusation, rules::accusation},
      {SignalKind::casualties, rules::casualties},
      {SignalKind::science, rules::science},
      {SignalKind::law, rules::law},
      {SignalKind::quoted_words, rules::quoted_words},
      {SignalKind::weasel, rules::weasel},
  };
  Rules all;
  RuleWords shared;
  static_cast<void>(read_rule(rules::words, shared, all.problems));
  for (const auto& [kind, file] : files) {
    RuleWords words = shared;
    all.rules.emplace_back(kind, read_rule(file, words, all.problems));
  }
  return all;
}

const Rules& english() {
  static const Rules rules = read_rules();
  return rules;
}

void write(const Spans& spans, Recall::Numbers& numbers) {
  numbers.push_back(static_cast<std::uint32_t>(spans.size()));
  for (const Span span : spans) {
    numbers.push_back(span.begin);
    numbers.push_back(span.end);
  }
}

// Adds the spans that write() wrote at `at`, moved by `offset`; gives where the next ones are.
std::size_t read(const Recall::Numbers& numbers, std::size_t at, std::uint32_t offset,
                 Spans& spans) {
  const std::size_t end = at + 1 + std::size_t{2} * numbers[at];
  for (++at; at < end; at += 2) {
    spans.push_back({offset + numbers[at], offset + numbers[at + 1]});
  }
  return end;
}

// What every pattern finds in a paragraph, by the bytes of the paragraph.
Recall::Numbers scan(std::string_view paragraph) {
  Recall::Numbers numbers;
  for (const auto& [kind, rule] : english().rules) {
    for (const auto& [wanted, pattern] : rule.find) write(pattern.find_all(paragraph), numbers);
    if (rule.except) write(rule.except->find_all(paragraph), numbers);
  }
  return numbers;
}

Recall::Numbers matches_in(std::string_view paragraph, Recall* recall) {
  if (!recall) return scan(paragraph);
  const std::string key = "S" + std::string(paragraph);
  if (const Recall::Numbers* known = recall->find(key)) return *known;
  Recall::Numbers found = scan(paragraph);
  recall->keep(key, found);
  return found;
}

}  // namespace

std::vector<RuleMatches> match_rules(const Document& document, Recall* recall) {
  const std::vector<KindRule>& rules = english().rules;
  std::vector<RuleMatches> all(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto& [kind, rule] = rules[i];
    all[i].kind = kind;
    for (const auto& [wanted, pattern] : rule.find) all[i].find.emplace_back(wanted, Spans{});
  }
  for (const Paragraph& paragraph : document.paragraphs) {
    const Recall::Numbers found = matches_in(document.at(paragraph.span), recall);
    std::size_t at = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      for (auto& [wanted, spans] : all[i].find) at = read(found, at, paragraph.span.begin, spans);
      if (rules[i].second.except) at = read(found, at, paragraph.span.begin, all[i].except);
    }
  }
  return all;
}

const std::vector<std::string>& problems_of_rules() { return english().problems; }

}  // namespace sourcelight
