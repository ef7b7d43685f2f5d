// Contract in choice_scorer.h.
#include "sources/choice_scorer.h"

#include <algorithm>
#include <charconv>

#include "base/word_list.h"
#include "lexicon_data.h"

namespace sourcelight {
namespace {

constexpr float kUnit = 1.0F / 64;
// The rules' choice is left only for one that is twenty times as likely: as often right on articles
// that no rule was made for, and more often on those that the rules know.
constexpr float kTrust = 3;

// The whole numbers behind the first word of a line.
std::vector<float> numbers_of(std::string_view line) {
  std::vector<float> numbers;
  std::size_t at = line.find(' ');
  while (at != std::string_view::npos && at + 1 < line.size()) {
    int value = 0;
    const char* end = line.data() + line.size();
    const auto [read, error] = std::from_chars(line.data() + at + 1, end, value);
    if (error != std::errc()) return {};
    numbers.push_back(static_cast<float>(value) * kUnit);
    at = read == end ? std::string_view::npos : static_cast<std::size_t>(read - line.data());
  }
  return numbers;
}

}  // namespace

const ChoiceScorer& ChoiceScorer::english() {
  static const ChoiceScorer scorer(lexicon::who);
  return scorer;
}

ChoiceScorer::ChoiceScorer(std::string_view lines) {
  const std::vector<std::string_view> entries = read_entries(lines);
  if (entries.size() != sign_count + 2) return;
  const std::size_t hidden = numbers_of(entries.front()).size();
  for (const std::string_view entry : entries) {
    const std::vector<float> numbers = numbers_of(entry);
    if (numbers.size() != hidden) return;
    weights_.insert(weights_.end(), numbers.begin(), numbers.end());
  }
  hidden_ = hidden;
}

float ChoiceScorer::score(const Signs& signs) const {
  const auto row = [&](std::size_t index) { return weights_.data() + index * hidden_; };
  std::vector<float> units(row(sign_count), row(sign_count) + hidden_);
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    if (signs[sign] == 0) continue;
    for (std::size_t unit = 0; unit < hidden_; ++unit) {
      units[unit] += signs[sign] * row(sign)[unit];
    }
  }
  float sum = 0;
  for (std::size_t unit = 0; unit < hidden_; ++unit) {
    sum += std::max(0.0F, units[unit]) * row(sign_count + 1)[unit];
  }
  return sum;
}

std::size_t ChoiceScorer::best_of(const std::vector<Choice>& choices) const {
  std::size_t best = 0;
  float most = 0;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const auto has = [&](Sign sign) { return choices[i].signs[static_cast<std::size_t>(sign)]; };
    // All the more where they say that the last to speak goes on.
    const float trust = kTrust * has(Sign::by_rules) * (1 + has(Sign::spoke_last));
    const float sum = trust + (empty() ? 0 : score(choices[i].signs));
    if (i == 0 || sum > most) best = i, most = sum;
  }
  return best;
}

}  // namespace sourcelight
