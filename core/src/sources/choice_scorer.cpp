// Contract in choice_scorer.h.
#include "sources/choice_scorer.h"

#include <algorithm>
#include <charconv>

#include "base/word_list.h"

namespace sourcelight {
namespace {

constexpr float kUnit = 1.0F / 64;
constexpr std::size_t kTenths = 10;
constexpr double kHalfLead = 2;  // what the best is ahead of the second where the lead counts half
// The rules' choice is left only for one that is three and a half times as likely: more often right
// on articles that no rule was made for, and on short texts ("the senator" after "Sen. Lind").
constexpr float kTrust = 1.25F;

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

ChoiceScorer::ChoiceScorer(std::string_view lines) {
  const std::vector<std::string_view> entries = read_entries(lines);
  if (entries.size() != sign_count + 3) return;
  right_ = numbers_of(entries.back());
  if (right_.size() != kTenths + 1) return;
  const std::size_t hidden = numbers_of(entries.front()).size();
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
    const std::vector<float> numbers = numbers_of(entries[i]);
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

Chosen ChoiceScorer::best_of(const std::vector<Choice>& choices) const {
  std::vector<float> sums;
  for (const Choice& choice : choices) {
    const auto has = [&](Sign sign) { return choice.signs[static_cast<std::size_t>(sign)]; };
    // All the more where they say that the last to speak goes on.
    const float trust = kTrust * has(Sign::by_rules) * (1 + has(Sign::spoke_last));
    sums.push_back(trust + (empty() ? 0 : score(choice.signs)));
  }
  const auto best = std::max_element(sums.begin(), sums.end());
  const auto index = static_cast<std::size_t>(best - sums.begin());
  return {index, empty() || sums.empty() ? 0 : sureness_of(sums, index)};
}

double ChoiceScorer::sureness_of(const std::vector<float>& sums, std::size_t chosen) const {
  double lead = 1;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const double before = static_cast<double>(sums[chosen]) - static_cast<double>(sums[i]);
    if (i != chosen) lead = std::min(lead, before / (before + kHalfLead));
  }
  const double tenths = lead * kTenths;
  const std::size_t below = std::min(static_cast<std::size_t>(tenths), kTenths - 1);
  const auto right = [&](std::size_t tenth) { return static_cast<double>(right_[tenth]); };
  return right(below) + (tenths - static_cast<double>(below)) * (right(below + 1) - right(below));
}

}  // namespace sourcelight
