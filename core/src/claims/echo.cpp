// Compares claims by their content words; see echo.h.
#include "claims/echo.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "claims/why.h"
#include "claims/words.h"

namespace sourcelight {
namespace {

constexpr std::size_t kNearest = 24;    // occurrences of a word that are looked at
constexpr double kLeastOverlap = 0.55;  // of the weight of the smaller claim
constexpr double kLeastOfLarger = 0.3;
constexpr std::uint32_t kLeastShared = 4;
constexpr std::size_t kMostInOneUnit = 2;  // more than that is a list of figures
constexpr double kNearlyTheSame = 1.25;    // then fewer words around them need be the same
constexpr double kMostApart = 3;           // one number is at most so many times the other

// What one claim says, ready to be compared.
struct Said {
  std::vector<std::uint32_t> stems;  // in the order of their letters, each once
  std::vector<Quantity> quantities;
  double weight = 0;
  std::uint32_t sentence = 0;
};

class EchoFinder {
 public:
  EchoFinder(const Grammar& grammar, const SourceTable& sources, std::vector<Claim> claims)
      : g_(grammar), sources_(sources), result_{std::move(claims), {}} {}

  Echoes run() {
    for (const Claim& claim : result_.claims) said_.push_back(read(claim));
    weigh();
    places_.resize(weight_.size());
    shared_.resize(said_.size());
    for (std::uint32_t i = 0; i < said_.size(); ++i) {
      compare_with_earlier(i);
      for (const std::uint32_t word : said_[i].stems) places_[word].push_back(i);
    }
    drop_lists();
    for (Claim& claim : result_.claims) {
      std::sort(claim.echoes.begin(), claim.echoes.end());
      if (claim.status == ClaimStatus::unsourced && !claim.echoes.empty()) tell(claim);
    }
    return std::move(result_);
  }

 private:
  Said read(const Claim& claim) {
    Said said;
    if (claim.status == ClaimStatus::none) return said;
    std::vector<std::string> stems;
    for (const Span& span : claim.spans) {
      const TokenRange tokens = g_.tokens_in(span);
      if (!tokens.empty()) said.sentence = g_.document.tokens[tokens.first].sentence;
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        if (bears_content(g_, t)) stems.push_back(stem(g_.language(), g_.norm(t)));
        if (auto quantity = quantity_at(g_, t)) said.quantities.push_back(*std::move(quantity));
      }
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    for (std::string& word : stems) {
      const auto number = static_cast<std::uint32_t>(numbers_.size());
      said.stems.push_back(numbers_.try_emplace(std::move(word), number).first->second);
    }
    return said;
  }

  // A word weighs the more, the fewer claims have it.
  void weigh() {
    std::vector<std::uint32_t> count(numbers_.size());
    for (const Said& said : said_) {
      for (const std::uint32_t word : said.stems) ++count[word];
    }
    for (const std::uint32_t in : count) {
      weight_.push_back(std::log(1.0 + static_cast<double>(said_.size()) / in));
    }
    for (Said& said : said_) {
      for (const std::uint32_t word : said.stems) said.weight += weight_[word];
    }
  }

  void compare_with_earlier(std::uint32_t i) {
    std::vector<std::uint32_t> others;
    for (const std::uint32_t word : said_[i].stems) {
      const std::vector<std::uint32_t>& places = places_[word];
      const std::size_t first = places.size() > kNearest ? places.size() - kNearest : 0;
      for (std::size_t at = first; at < places.size(); ++at) {
        auto& [weight, words] = shared_[places[at]];
        if (words == 0) others.push_back(places[at]);
        weight += weight_[word];
        ++words;
      }
    }
    std::sort(others.begin(), others.end());
    for (const std::uint32_t other : others) {
      const auto [weight, words] = std::exchange(shared_[other], {});
      if (said_[other].sentence == said_[i].sentence) continue;
      const double smaller = std::min(said_[i].weight, said_[other].weight);
      const double larger = std::max(said_[i].weight, said_[other].weight);
      if (words >= kLeastShared && weight >= kLeastOverlap * smaller &&
          weight >= kLeastOfLarger * larger) {
        note_echo(other, i);
      }
      contradict(other, i);
    }
  }

  static bool is_attributed(const Claim& claim) {
    return claim.status == ClaimStatus::named || claim.status == ClaimStatus::unnamed;
  }

  void note_echo(std::uint32_t earlier, std::uint32_t later) {
    Claim& a = result_.claims[earlier];
    Claim& b = result_.claims[later];
    const bool pair = (a.status == ClaimStatus::unsourced && is_attributed(b)) ||
                      (b.status == ClaimStatus::unsourced && is_attributed(a));
    if (!pair) return;
    a.echoes.push_back(later);
    b.echoes.push_back(earlier);
  }

  // One pair of numbers for two claims: more would be two lists of figures, not a slip.
  void contradict(std::uint32_t earlier, std::uint32_t later) {
    const Said& a = said_[earlier];
    const Said& b = said_[later];
    for (const Quantity& x : a.quantities) {
      for (const Quantity& y : b.quantities) {
        if (x.unit != y.unit || x.value == y.value) continue;
        if (std::max(x.value, y.value) > kMostApart * std::min(x.value, y.value)) continue;
        if (has_value(a, y) || has_value(b, x) || !about_the_same(x, y)) continue;
        result_.contradictions.push_back(
            {earlier, later, g_.span_of(x.tokens), g_.span_of(y.tokens)});
        units_.push_back(x.unit);
        return;
      }
    }
  }

  static bool has_value(const Said& said, const Quantity& quantity) {
    return std::any_of(said.quantities.begin(), said.quantities.end(), [&](const Quantity& other) {
      return other.unit == quantity.unit && other.value == quantity.value;
    });
  }

  // Where many figures of one unit differ, the article compares them.
  void drop_lists() {
    std::unordered_map<std::string_view, std::size_t> count;
    for (const std::string& unit : units_) ++count[unit];
    std::vector<Contradiction> kept;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (count[units_[i]] <= kMostInOneUnit) kept.push_back(result_.contradictions[i]);
    }
    result_.contradictions = std::move(kept);
    std::sort(result_.contradictions.begin(), result_.contradictions.end(),
              [](const Contradiction& a, const Contradiction& b) {
                return std::pair(a.claim, a.other) < std::pair(b.claim, b.other);
              });
  }

  // The content words on both sides of a number, near enough to tell what it is about.
  std::vector<std::string> around(const Quantity& quantity) const {
    const Sentence& sentence = g_.sentence_of(quantity.tokens.first);
    constexpr std::uint32_t kReach = 9;
    const std::uint32_t first = std::max(
        sentence.first_token, quantity.tokens.first - std::min(quantity.tokens.first, kReach));
    const std::uint32_t last = std::min(sentence.last_token, quantity.tokens.last + kReach);
    std::vector<std::string> words;
    for (std::uint32_t t = first; t < last; ++t) {
      if (quantity.tokens.holds(t) || g_.tag(t) == Tag::number || !bears_content(g_, t)) continue;
      std::string word = stem(g_.language(), g_.norm(t));
      if (word != quantity.unit) words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  bool about_the_same(const Quantity& x, const Quantity& y) const {
    const std::vector<std::string> a = around(x);
    const std::vector<std::string> b = around(y);
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const double apart = std::max(x.value, y.value) / std::min(x.value, y.value);
    const std::size_t least = x.unit == "%" ? 3 : apart < kNearlyTheSame ? 1 : 2;
    return both.size() >= least;
  }

  // "... ; the Herald is named for it in paragraph 5."
  void tell(Claim& claim) const {
    const Claim& other = result_.claims[claim.echoes.front()];
    const TokenRange tokens = g_.tokens_in(other.spans.front());
    const std::uint32_t paragraph = g_.sentence_of(tokens.first).paragraph + 1;
    for (const std::uint32_t id : other.attributions) {
      const auto& source = sources_.of[id];
      if (!source || sources_.sources[*source].name.empty()) continue;
      claim.reason.echo = {*source, paragraph};
      claim.why = say(g_.language(), claim.reason, sources_.sources);
      return;
    }
  }

  const Grammar& g_;
  const SourceTable& sources_;
  Echoes result_;
  std::vector<std::string> units_;                          // one a contradiction
  std::vector<Said> said_;                                  // one a claim
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of the stems
  std::vector<double> weight_;                              // one a stem
  std::vector<std::vector<std::uint32_t>> places_;          // one a stem: earlier claims
  // One a claim: what it shares with the one that is compared, and how many words.
  std::vector<std::pair<double, std::uint32_t>> shared_;
};

}  // namespace

Echoes find_echoes(const Grammar& grammar, const SourceTable& sources, std::vector<Claim> claims) {
  return EchoFinder(grammar, sources, std::move(claims)).run();
}

}  // namespace sourcelight
