// Contract in matches.h.
#include "signals/matches.h"

#include <cstddef>
#include <string_view>

namespace sourcelight {
namespace {

using KindRule = std::pair<SignalKind, SignalRule>;

struct Patterns {
  explicit Patterns(const Language& language);

  std::vector<KindRule> rules;
  std::vector<std::string> problems;
};

Patterns::Patterns(const Language& language) {
  const std::pair<SignalKind, Rules> files[] = {
      {SignalKind::number, Rules::number},
      {SignalKind::date, Rules::date},
      {SignalKind::superlative, Rules::superlative},
      {SignalKind::comparison, Rules::comparison},
      {SignalKind::ranking, Rules::ranking},
      {SignalKind::cause, Rules::cause},
      {SignalKind::prediction, Rules::prediction},
      {SignalKind::accusation, Rules::accusation},
      {SignalKind::casualties, Rules::casualties},
      {SignalKind::science, Rules::science},
      {SignalKind::law, Rules::law},
      {SignalKind::quoted_words, Rules::quoted_words},
      {SignalKind::weasel, Rules::weasel},
  };
  RuleWords shared;
  static_cast<void>(read_rule(language.file(Rules::words), shared, problems));
  for (const auto& [kind, file] : files) {
    RuleWords words = shared;
    rules.emplace_back(kind, read_rule(language.file(file), words, problems));
  }
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
Recall::Numbers scan(const std::vector<KindRule>& rules, std::string_view paragraph) {
  Recall::Numbers numbers;
  for (const auto& [kind, rule] : rules) {
    for (const auto& [wanted, pattern] : rule.find) write(pattern.find_all(paragraph), numbers);
    if (rule.except) write(rule.except->find_all(paragraph), numbers);
  }
  return numbers;
}

Recall::Numbers matches_in(const std::vector<KindRule>& rules, std::string_view paragraph,
                           Recall* recall) {
  if (!recall) return scan(rules, paragraph);
  const std::string key = "S" + std::string(paragraph);
  if (const Recall::Numbers* known = recall->find(key)) return *known;
  Recall::Numbers found = scan(rules, paragraph);
  recall->keep(key, found);
  return found;
}

}  // namespace

std::vector<RuleMatches> match_rules(const Document& document, Recall* recall) {
  const std::vector<KindRule>& rules = document.language->of<Patterns>().rules;
  std::vector<RuleMatches> all(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto& [kind, rule] = rules[i];
    all[i].kind = kind;
    for (const auto& [wanted, pattern] : rule.find) all[i].find.emplace_back(wanted, Spans{});
  }
  for (const Paragraph& paragraph : document.paragraphs) {
    const Recall::Numbers found = matches_in(rules, document.at(paragraph.span), recall);
    std::size_t at = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      for (auto& [wanted, spans] : all[i].find) at = read(found, at, paragraph.span.begin, spans);
      if (rules[i].second.except) at = read(found, at, paragraph.span.begin, all[i].except);
    }
  }
  return all;
}

const std::vector<std::string>& problems_of_rules(const Language& language) {
  return language.of<Patterns>().problems;
}

}  // namespace sourcelight
