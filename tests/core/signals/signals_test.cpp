// Holds signals/signals.h: which words are signals of what, to which claim they belong, and what
// that makes a claim worth.
#include "signals/signals.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <ctime>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "cases.h"
#include "signals/matches.h"
#include "signals/priority.h"
#include "signals/rule_file.h"
#include "stages.h"

namespace sourcelight::testing {
namespace {

// What the labeller calls no claim is taken for one, of the article's own voice: these tests are
// not about that.
struct Signalled : Stages {
  explicit Signalled(std::string_view text) : Stages(text) {
    constexpr auto kNone = static_cast<std::uint8_t>(ClaimStatus::none);
    constexpr auto kOwn = static_cast<std::uint8_t>(ClaimStatus::unsourced);
    model::TaskLabels statuses = found.labels.of(model::Task::status);
    std::replace(statuses.best.begin(), statuses.best.end(), kNone, kOwn);
    claims = find_claims(grammar, attributions, sources, statuses);
    signalled = with_signals(grammar, attributions, claims);
  }
  std::vector<Claim> signalled;
};

constexpr std::pair<std::string_view, SignalKind> kKinds[] = {
    {"number", SignalKind::number},
    {"date", SignalKind::date},
    {"superlative", SignalKind::superlative},
    {"comparison", SignalKind::comparison},
    {"ranking", SignalKind::ranking},
    {"cause", SignalKind::cause},
    {"prediction", SignalKind::prediction},
    {"accusation", SignalKind::accusation},
    {"casualties", SignalKind::casualties},
    {"science", SignalKind::science},
    {"law", SignalKind::law},
    {"quoted_words", SignalKind::quoted_words},
    {"weasel", SignalKind::weasel}};

// "its words / of another"; "-" if there is none.
std::string signals_of(SignalKind kind, const std::string& text) {
  const Signalled stages(text);
  Spans spans;
  for (const Claim& claim : stages.signalled) {
    for (const Signal& signal : claim.signals) {
      if (signal.kind == kind) spans.push_back(signal.span);
    }
  }
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return words_at(stages.document, spans);
}

TEST_CASE("each line of a case has the signals that stand beside it") {
  for (const Case& each : read_cases("signals")) {
    const std::string name = each.name.substr(0, each.name.find(':'));
    const auto* kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                    [&](const auto& one) { return one.first == name; });
    REQUIRE(kind != std::end(kKinds));
    std::istringstream lines(each.input);
    std::string actual;
    for (std::string line; std::getline(lines, line);) {
      actual += (actual.empty() ? "" : "\n") + signals_of(kind->second, line);
    }
    INFO(each.name << "\n" << each.input << "\n" << difference(each.expected, actual));
    CHECK(actual == each.expected);
  }
}

TEST_CASE("every rule file makes sense") {
  std::string problems;
  for (const std::string& problem : problems_of_rules(Language::built_in()))
    problems += problem + "\n";
  CHECK(problems.empty());
}

TEST_CASE("a line of a rule file that makes no sense is told and left out") {
  RuleWords words;
  std::vector<std::string> problems;
  const SignalRule rule = read_rule("find rain\nseek snow\nnot (\nlet x\n", words, problems);
  CHECK(problems.size() == 3);
  REQUIRE(rule.find.size() == 1);
  CHECK(rule.find[0].second.find_all("rain").size() == 1);
  CHECK_FALSE(rule.except);
}

TEST_CASE("a signal belongs to the claim it stands in") {
  const Signalled stages("Ada Lind said 40 cars sank. The mill burned in 1998.");
  REQUIRE(stages.signalled.size() == 2);
  REQUIRE(stages.signalled[0].signals.size() == 1);
  CHECK(stages.signalled[0].signals[0].kind == SignalKind::number);
  REQUIRE(stages.signalled[1].signals.size() == 1);
  CHECK(stages.signalled[1].signals[0].kind == SignalKind::date);
}

TEST_CASE("how a source is called counts for what rests on it, its number does not") {
  const Signalled stages("Three critics say that the mill is haunted.");
  REQUIRE(stages.signalled.size() == 1);
  REQUIRE(stages.signalled[0].signals.size() == 1);
  CHECK(stages.signalled[0].signals[0].kind == SignalKind::weasel);
}

TEST_CASE("what asserts nothing has no signals and no priority") {
  const Stages stages("Did 40 people die in 1998?");
  const auto signalled = with_signals(stages.grammar, stages.attributions, stages.claims);
  REQUIRE(signalled.size() == 1);
  CHECK(signalled[0].signals.empty());
  CHECK(signalled[0].priority == 0);
}

double priority(ClaimStatus status, std::vector<Signal> signals = {}, double check_worthy = 0) {
  Claim claim;
  claim.status = status;
  claim.signals = std::move(signals);
  return priority_of(claim, check_worthy);
}

TEST_CASE("the weaker the source, the higher the priority") {
  CHECK(priority(ClaimStatus::unsourced) == priority(ClaimStatus::hidden));
  CHECK(priority(ClaimStatus::hidden) > priority(ClaimStatus::unnamed));
  CHECK(priority(ClaimStatus::unnamed) > priority(ClaimStatus::named));
  CHECK(priority(ClaimStatus::none, {{SignalKind::number, {0, 1}}}) == 0);
}

std::vector<Weight> weights_with(const std::vector<Weight>& changes) {
  const auto read = read_weights(changes);
  REQUIRE(std::holds_alternative<std::vector<Weight>>(read));
  return std::get<0>(read);
}

TEST_CASE("a weight that is set counts in the place of its default") {
  Claim claim;
  claim.status = ClaimStatus::named;
  claim.signals = {{SignalKind::number, {0, 1}}};
  CHECK(priority_of(claim, 0.5, weights_with({})) == priority_of(claim, 0.5));
  const auto weights = weights_with({{"named", 0.5}, {"number", 0}, {"check_worthy", 0.2}});
  CHECK(priority_of(claim, 0.5, weights) == Approx(0.6));
  CHECK(priority_of(claim, 0.5, weights_with({{"named", 1}, {"check_worthy", 1}})) == 1);
}

TEST_CASE("there is a weight for every status that counts and every kind of signal") {
  const std::vector<Weight> weights = default_weights();
  std::set<std::string> names;
  for (const auto& [name, weight] : weights) {
    names.insert(name);
    CHECK((weight > 0 && weight <= 1));
  }
  CHECK(names.size() == weights.size());
  std::set<std::string> wanted = {"named", "unnamed", "hidden", "unsourced", "check_worthy"};
  for (int kind = 0; !to_string(static_cast<SignalKind>(kind)).empty(); ++kind)
    wanted.emplace(to_string(static_cast<SignalKind>(kind)));
  CHECK(names == wanted);
}

TEST_CASE("a weight of no known name, or not between 0 and 1, is told by its name") {
  const auto problem_of = [](Weight weight) {
    const auto read = read_weights({{"number", 0.1}, std::move(weight)});
    const auto* problem = std::get_if<std::string>(&read);
    return problem ? *problem : std::string();
  };
  CHECK(problem_of({"none", 0.1}) == "There is no weight \"none\".");
  CHECK(problem_of({"date", 1.01}) == "The weight of \"date\" is not between 0 and 1.");
  CHECK(problem_of({"date", -0.01}) == "The weight of \"date\" is not between 0 and 1.");
  CHECK(problem_of({"date", std::nan("")}) == "The weight of \"date\" is not between 0 and 1.");
}

TEST_CASE("what people would check comes first") {
  CHECK(priority(ClaimStatus::named, {}, 0.9) > priority(ClaimStatus::named, {}, 0.1));
  CHECK(priority(ClaimStatus::none, {}, 0.9) == 0);
}

TEST_CASE("a word that judges is a signal in the article's own voice only") {
  const auto loaded = [](std::string_view text) {
    const Signalled stages(text);
    std::string words;
    for (const Claim& claim : stages.signalled) {
      for (const Signal& signal : claim.signals) {
        if (signal.kind == SignalKind::loaded)
          words += words_at(stages.document, signal.span) + ";";
      }
    }
    return words;
  };
  CHECK(loaded("The brutal regime crushed the protest.").find("brutal") != std::string::npos);
  CHECK(loaded("“The brutal regime crushed the protest,” said Ada Lind.").empty());
  CHECK(loaded("The bridge was built in 1932.").empty());
}

TEST_CASE("each kind of signal counts once, and the sum is at most 1") {
  const Signal number{SignalKind::number, {0, 1}};
  const double one = priority(ClaimStatus::named, {number});
  CHECK(one > priority(ClaimStatus::named));
  CHECK(priority(ClaimStatus::named, {number, number}) == one);
  std::vector<Signal> all;
  for (int kind = 0; kind <= static_cast<int>(SignalKind::loaded); ++kind) {
    all.push_back({static_cast<SignalKind>(kind), {0, 1}});
  }
  CHECK(priority(ClaimStatus::hidden, all) == 1);
}

TEST_CASE("signals stand in the order of their spans, each once") {
  const Signalled stages(
      "Critics say the worst fire since 1998 killed at least 40 people because of a candle.");
  for (const Claim& claim : stages.signalled) {
    CHECK(claim.signals.size() >= 5);
    for (std::size_t i = 1; i < claim.signals.size(); ++i) {
      CHECK(claim.signals[i - 1].span <= claim.signals[i].span);
      CHECK_FALSE(claim.signals[i - 1] == claim.signals[i]);
    }
  }
}

TEST_CASE("finding signals takes time in proportion to the text") {
  const std::string sentence =
      "Critics say 40 people died in 1998 because the worst storm, which cost $3 million, hit. ";
  const auto seconds = [&](int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) text += sentence;
    const Stages stages(text);
    double best = 1e9;
    for (int run = 0; run < 3; ++run) {
      const std::clock_t begin = std::clock();  // the processor's: others may be at work
      static_cast<void>(with_signals(stages.grammar, stages.attributions, stages.claims));
      const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
      best = std::min(best, took);
    }
    return best;
  };
  const double once = seconds(100);
  CHECK(seconds(1000) < 30 * (once + 5e-3));
}

}  // namespace
}  // namespace sourcelight::testing
