// Cuts the row of labelled pieces into groups, one around each cue, where neighbours hang together
// least: a search for the cheapest way through (Viterbi). Then a cue without a source takes one
// that stands near. Contract in join.h.
#include "attribution/join.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

#include "attribution/syntax.h"

namespace sourcelight {
namespace {

using model::Label;

constexpr std::size_t kNear = 3;  // groups that are looked at on either side

enum class Part : std::uint8_t { source, cue, content };

struct Piece {
  Part part = Part::source;
  TokenRange tokens;
};

// What stands between two neighbouring pieces.
enum class Gap : std::uint8_t { nothing, words, mark, sentence, paragraph };

using Row = std::array<int, 5>;  // a cost for each Gap

// What it costs to keep two neighbours in one group: ahead of the cue, then behind it. Set on
// the even articles of polnear-train.
struct Costs {
  Row source_cue = {0, 1, 1, 3, 6};       // Lee | said
  Row content_cue = {0, 2, 1, 4, 8};      // It rains, | said
  Row content_source = {0, 2, 1, 3, 9};   // It rains, | Lee
  Row source_content = {1, 1, 4, 6, 9};   // Lee | on rain
  Row content_content = {4, 4, 4, 5, 6};  // It rains | and pours, said
  Row cue_source = {0, 1, 5, 9, 12};      // said | Lee
  Row first_content = {0, 0, 1, 6, 6};    // said (Lee) | it rains
  Row more_content = {0, 1, 1, 5, 9};     // It rains, said Lee, | and it pours
  Row after_source = {2, 2, 4, 9, 12};    // said it rains, | Lee
  Row after_content = {1, 1, 3, 4, 5};    // said it rains | and it pours
  int quoted_less = 4;                    // "It rains," said Lee. | "It pours."
  int quoted_more = 7;                    // Lee said it rains. | "It pours," said Kim
  int second_source = 8;
  int no_source = 2;
  int no_content = 6;
  int no_cue = 6;  // whatever is in the group
};
constexpr Costs kCosts;

// What a group holds so far, as a sum of these.
constexpr std::size_t kHasSource = 1;
constexpr std::size_t kHasCue = 2;
constexpr std::size_t kHasContent = 4;
constexpr std::size_t kHasQuoted = 8;  // a content in quotation marks
constexpr std::size_t kStates = 16;

bool is_quoted(const Reading& reading, TokenRange range) {
  return reading.quoted(range.first) || reading.quoted(range.last - 1);
}

std::size_t bits_of(const Reading& reading, const Piece& piece) {
  if (piece.part == Part::source) return kHasSource;
  if (piece.part == Part::cue) return kHasCue;
  return is_quoted(reading, piece.tokens) ? kHasContent | kHasQuoted : kHasContent;
}

std::uint32_t paragraph_of(const Reading& reading, std::uint32_t token) {
  return reading.sentence_of(token).paragraph;
}

// An inside label that follows on nothing of its kind begins a piece too; none runs over the end
// of a paragraph.
std::vector<Piece> read_pieces(const Reading& reading, const model::TaskLabels& labels) {
  const std::size_t count = std::min(labels.best.size(), reading.document.tokens.size());
  std::vector<Piece> pieces;
  for (std::uint32_t t = 0; t < count; ++t) {
    if (labels.role(t) == Label::none) continue;
    const unsigned label = labels.best[t] - 1U;
    const auto part = static_cast<Part>(label / 2);
    const bool goes_on = label % 2 == 1 && !pieces.empty() && pieces.back().part == part &&
                         pieces.back().tokens.last == t &&
                         paragraph_of(reading, t) == paragraph_of(reading, t - 1);
    if (goes_on) {
      pieces.back().tokens.last = t + 1;
    } else {
      pieces.push_back({part, {t, t + 1}});
    }
  }
  return pieces;
}

Gap gap_between(const Reading& reading, std::uint32_t before, std::uint32_t after) {
  const auto& tokens = reading.document.tokens;
  if (tokens[before].sentence != tokens[after].sentence) {
    const bool same = paragraph_of(reading, before) == paragraph_of(reading, after);
    return same ? Gap::sentence : Gap::paragraph;
  }
  Gap gap = Gap::nothing;
  for (std::uint32_t t = before + 1; t < after; ++t) {
    if (is_comma(reading, t) || reading.is_dash(t) || reading.is_any(t, {";", ":"})) {
      return Gap::mark;
    }
    if (tokens[t].word) gap = Gap::words;
  }
  return gap;
}

// Two neighbouring pieces, and what it costs to keep them in one group.
struct Link {
  const Reading& reading;
  Piece left;
  Piece right;
  Gap gap;

  Link(const Reading& of, const Piece& before, const Piece& after)
      : reading(of),
        left(before),
        right(after),
        gap(gap_between(of, before.tokens.last - 1, after.tokens.first)) {}

  [[nodiscard]] int of(const Row& row) const { return row[static_cast<std::size_t>(gap)]; }

  [[nodiscard]] bool one_quotation() const {
    const std::uint32_t quote = reading.quote_at[left.tokens.last - 1];
    return quote != Reading::kNone && quote == reading.quote_at[right.tokens.first] &&
           left.part == Part::content && right.part == Part::content;
  }

  // In a group that holds `state` up to the left one.
  [[nodiscard]] int to_keep(std::size_t state) const {
    if (one_quotation()) return 0;
    const bool second = right.part == Part::source && (state & kHasSource) != 0;
    return ((state & kHasCue) == 0 ? ahead() : behind(state)) + (second ? kCosts.second_source : 0);
  }

  [[nodiscard]] int ahead() const {
    if (left.part == Part::source) {
      return of(right.part == Part::cue ? kCosts.source_cue : kCosts.source_content);
    }
    if (right.part == Part::cue) return of(kCosts.content_cue);
    return of(right.part == Part::source ? kCosts.content_source : kCosts.content_content);
  }

  [[nodiscard]] int behind(std::size_t state) const {
    if (right.part == Part::source) {
      return of(left.part == Part::cue ? kCosts.cue_source : kCosts.after_source);
    }
    if ((state & kHasContent) == 0) return of(kCosts.first_content);
    const int cost = of(left.part == Part::content ? kCosts.after_content : kCosts.more_content);
    if (gap < Gap::sentence || !reading.quoted(right.tokens.first)) return cost;
    const bool goes_on = (state & kHasQuoted) != 0;
    return goes_on ? std::max(0, cost - kCosts.quoted_less) : cost + kCosts.quoted_more;
  }
};

// The cost of a group that ends with this.
int to_close(std::size_t state) {
  if ((state & kHasCue) == 0) return kCosts.no_cue;
  return ((state & kHasContent) == 0 ? kCosts.no_content : 0) +
         ((state & kHasSource) == 0 ? kCosts.no_source : 0);
}

// What the cheapest way to each state costs.
using Totals = std::array<int, kStates>;
constexpr int kUnreached = std::numeric_limits<int>::max();

// How that way came there from the piece before.
struct Step {
  std::array<std::uint8_t, kStates> from{};  // that piece's state
  std::array<bool, kStates> cut{};           // its group ends with it
};

// From the totals at the left piece of the link to those at the right one, which adds `bits`.
Totals advance(const Link& link, std::size_t bits, const Totals& before, Step& step) {
  Totals totals;
  totals.fill(kUnreached);
  const auto reach = [&](std::size_t state, int total, std::size_t from, bool cut) {
    if (total >= totals[state]) return;
    totals[state] = total;
    step.from[state] = static_cast<std::uint8_t>(from);
    step.cut[state] = cut;
  };
  for (std::size_t state = 0; state < kStates; ++state) {
    if (before[state] == kUnreached) continue;
    reach(bits, before[state] + to_close(state), state, true);
    if (bits == kHasCue && (state & kHasCue) != 0) continue;
    reach(state | bits, before[state] + link.to_keep(state), state, false);
  }
  return totals;
}

// Which pieces begin a group.
std::vector<bool> find_cuts(const Reading& reading, std::span<const Piece> pieces) {
  std::vector<bool> cuts(pieces.size());
  if (pieces.empty()) return cuts;
  std::vector<Step> steps(pieces.size());
  Totals totals;
  totals.fill(kUnreached);
  totals[bits_of(reading, pieces[0])] = 0;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const Link link(reading, pieces[i - 1], pieces[i]);
    totals = advance(link, bits_of(reading, pieces[i]), totals, steps[i]);
  }
  std::size_t state = 0;
  int least = kUnreached;
  for (std::size_t s = 0; s < kStates; ++s) {
    if (totals[s] == kUnreached || totals[s] + to_close(s) >= least) continue;
    least = totals[s] + to_close(s);
    state = s;
  }
  for (std::size_t i = pieces.size() - 1; i > 0; --i) {
    cuts[i] = steps[i].cut[state];
    state = steps[i].from[state];
  }
  cuts[0] = true;
  return cuts;
}

// One cue with what belongs to it; without a cue, pieces that found none.
struct Group {
  std::vector<TokenRange> cue;  // one or none
  std::vector<TokenRange> source;
  std::vector<TokenRange> content;

  std::vector<TokenRange>& of(Part part) {
    return part == Part::source ? source : part == Part::cue ? cue : content;
  }
  [[nodiscard]] bool whole() const { return !cue.empty() && !content.empty(); }
};

std::vector<Group> read_groups(const Reading& reading, std::span<const Piece> pieces) {
  const std::vector<bool> cuts = find_cuts(reading, pieces);
  std::vector<Group> groups;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (cuts[i]) groups.emplace_back();
    groups.back().of(pieces[i].part).push_back(pieces[i].tokens);
  }
  return groups;
}

// "Er sei müde.": what goes on in a sentence of its own, told by its mood as somebody's word.
bool goes_on(const Reading& reading, TokenRange content) {
  if (is_quoted(reading, content)) return false;
  for (std::uint32_t t = content.first; t < content.last; ++t) {
    if (reading.is(t, Role::reported_mood)) return true;
  }
  return false;
}

// A quotation that goes on after "he said when asked about X" is his who spoke before, and so is
// what goes on by its mood.
void keep_contents(const Reading& reading, std::vector<Group>& groups) {
  for (std::size_t i = 1; i < groups.size(); ++i) {
    Group& lost = groups[i];
    if (!lost.cue.empty() || lost.content.empty()) continue;
    const bool told = goes_on(reading, lost.content.front());
    if (!told && !reading.quoted(lost.content.front().first)) continue;
    const std::uint32_t paragraph = paragraph_of(reading, lost.content.front().first);
    Group* speaker = nullptr;
    for (std::size_t back = 1; back <= std::min(kNear, i); ++back) {
      Group& other = groups[i - back];
      if (!other.whole()) continue;
      const std::uint32_t there = paragraph_of(reading, other.cue.front().first);
      if (there != paragraph && !(told && there + 1 == paragraph)) continue;
      const bool quoted = is_quoted(reading, other.content.back());
      if (speaker == nullptr || (quoted && !told)) speaker = &other;
      if (quoted || told) break;
    }
    if (speaker == nullptr) continue;
    speaker->content.insert(speaker->content.end(), lost.content.begin(), lost.content.end());
    lost.content.clear();
  }
}

const VerbGroup* verb_of(const Reading& reading, TokenRange cue) {
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    if (const VerbGroup* verb = reading.verb_at(t)) return verb;
  }
  return nullptr;
}

// "and denied", "and also denied"
bool is_coordinated(const Reading& reading, TokenRange cue) {
  const auto joins = [&](std::uint32_t t) { return reading.is(t, Role::coordinator); };
  return (cue.first > 0 && joins(cue.first - 1)) || (cue.first > 1 && joins(cue.first - 2));
}

// The group whose source does what the cue of groups[i] says too, or nullptr.
//   "Lee said X and denied Y", "Lee, who said X, denied Y", "After denying X, Lee said Y"
const Group* lender(const Reading& reading, std::span<const Group> groups, std::size_t i) {
  const TokenRange cue = groups[i].cue.front();
  const std::uint32_t sentence = reading.document.tokens[cue.first].sentence;
  const bool refers = reading.is(cue.first, Role::referring_cue);
  const auto may_lend = [&](const Group& group) {
    return !group.source.empty() &&
           (refers || reading.document.tokens[group.source.back().first].sentence == sentence);
  };
  const Group* speaker = nullptr;
  const Group* waiting = nullptr;  // a source that found no cue
  for (std::size_t back = 1; back <= std::min(kNear, i); ++back) {
    const Group& other = groups[i - back];
    if (!may_lend(other)) continue;
    const Group*& place = other.cue.empty() ? waiting : speaker;
    if (place == nullptr) place = &other;
  }
  const bool coordinated = is_coordinated(reading, cue);
  if (waiting != nullptr && !(coordinated && speaker != nullptr)) return waiting;
  const VerbGroup* verb = verb_of(reading, cue);
  const bool gerund = verb != nullptr && verb->gerund;
  if (speaker == nullptr) {
    const bool next = gerund && i + 1 < groups.size() && may_lend(groups[i + 1]);
    return next ? &groups[i + 1] : nullptr;
  }
  // "when asked about X", "it is clear that X", "X, which remains a plan": nobody is named.
  const bool passive = verb != nullptr && (verb->passive || verb->participle) && !coordinated;
  const bool subject = groups[i].content.front().first < cue.first && !gerund && !refers;
  return passive || subject || reading.is(cue.first, Role::expletive) ? nullptr : speaker;
}

void share_sources(const Reading& reading, std::vector<Group>& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i].whole() || !groups[i].source.empty()) continue;
    if (const Group* other = lender(reading, groups, i)) groups[i].source = other->source;
  }
}

// In a language whose verbs tell by their mood that somebody's word goes on, what stands in a
// sentence behind that of the cue is an attribution of its own, with the same cue and source: it
// can be judged, and be right, by itself.
void set_apart(const Reading& reading, std::vector<Group>& groups) {
  if (reading.language().of<RoleTable>().words(Role::reported_mood).empty()) return;
  std::vector<Group> all;
  for (Group& group : groups) {
    std::vector<TokenRange> own;
    std::vector<Group> later;
    for (const TokenRange& content : group.content) {
      const bool apart =
          group.whole() && content.first > group.cue.front().first &&
          gap_between(reading, group.cue.front().last - 1, content.first) >= Gap::sentence;
      if (apart) {
        later.push_back({group.cue, group.source, {content}});
      } else {
        own.push_back(content);
      }
    }
    if (!own.empty() || later.empty()) {
      group.content = std::move(own);
      all.push_back(std::move(group));
    }
    all.insert(all.end(), later.begin(), later.end());
  }
  groups = std::move(all);
}

Spans to_spans(const Reading& reading, std::span<const TokenRange> ranges) {
  Spans spans;
  for (const TokenRange& range : ranges) spans.push_back(reading.span_of(range));
  std::sort(spans.begin(), spans.end());
  return spans;
}

// The least sure of what an attribution rests on: its source and cue, and where its content begins
// and ends.
double confidence_of(const Group& group, std::span<const float> probability) {
  const auto at = [&](std::uint32_t token) {
    return token < probability.size() ? static_cast<double>(probability[token]) : 0.0;
  };
  double least = 1;
  for (const auto* ranges : {&group.source, &group.cue}) {
    double sum = 0;
    std::uint32_t count = 0;
    for (const TokenRange& range : *ranges) {
      for (std::uint32_t t = range.first; t < range.last; ++t) sum += at(t);
      count += range.last - range.first;
    }
    if (count > 0) least = std::min(least, sum / count);
  }
  return std::min({least, at(group.content.front().first), at(group.content.back().last - 1)});
}

}  // namespace

std::vector<Attribution> join_labels(const Reading& reading, const model::TaskLabels& labels) {
  const std::vector<Piece> pieces = read_pieces(reading, labels);
  std::vector<Group> groups = read_groups(reading, pieces);
  keep_contents(reading, groups);
  share_sources(reading, groups);
  set_apart(reading, groups);
  std::vector<Attribution> found;
  for (const Group& group : groups) {
    if (!group.whole()) continue;
    Attribution attribution;
    attribution.cue = to_spans(reading, group.cue);
    attribution.source = to_spans(reading, group.source);
    attribution.content = to_spans(reading, group.content);
    attribution.confidence = confidence_of(group, labels.probability);
    found.push_back(std::move(attribution));
  }
  return found;
}

}  // namespace sourcelight
