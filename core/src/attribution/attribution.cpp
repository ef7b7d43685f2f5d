// Joins what the labeller says of each token and puts it in order: which stands, which stands
// inside which, and how it is quoted. See attribution.h.
#include "attribution/attribution.h"

#include <algorithm>
#include <span>
#include <utility>

#include "attribution/join.h"
#include "attribution/speakers.h"
#include "base/order.h"

namespace sourcelight {
namespace {

constexpr std::size_t kNeighbours = 12;  // attributions that one may stand in, on each side

bool overlap(const Spans& a, const Spans& b) {
  return std::any_of(a.begin(), a.end(), [&](Span x) {
    return std::any_of(b.begin(), b.end(),
                       [&](Span y) { return x.begin < y.end && y.begin < x.end; });
  });
}

// Direct: 90 % or more of the content's characters stand inside double quotation marks; indirect:
// 5 % or fewer (the bounds that the annotation of PolNeAR is scored with).
QuoteKind quote_kind(const Document& document, const Spans& content) {
  std::uint32_t all = 0;
  std::uint32_t quoted = 0;
  for (const Span& span : content) {
    all += span.size();
    auto quotation = std::partition_point(
        document.quotations.begin(), document.quotations.end(),
        [&](const Quotation& q) { return q.span.end <= span.begin && q.depth == 0; });
    for (; quotation != document.quotations.end() && quotation->span.begin < span.end;
         ++quotation) {
      if (quotation->depth > 0 || quotation->single) continue;
      const std::uint32_t begin = std::max(span.begin, quotation->span.begin);
      const std::uint32_t end = std::min(span.end, quotation->span.end);
      if (begin < end) quoted += end - begin;
    }
  }
  if (quoted * 10 >= all * 9) return QuoteKind::direct;
  return quoted * 20 > all ? QuoteKind::mixed : QuoteKind::indirect;
}

// Tells whether attribution `inner` stands, cue and all, in the content of `outer`.
bool stands_in(const Attribution& inner, const Attribution& outer) {
  return std::any_of(outer.content.begin(), outer.content.end(), [&](const Span& content) {
    return content.begin <= inner.cue.front().begin && inner.cue.back().end <= content.end;
  });
}

std::uint32_t begin_of(const Attribution& a) {
  std::uint32_t begin = std::min(a.cue.front().begin, a.content.front().begin);
  if (!a.source.empty()) begin = std::min(begin, a.source.front().begin);
  return begin;
}

std::uint32_t size_of(const Attribution& a) {
  std::uint32_t size = 0;
  for (const Span& span : a.content) size += span.size();
  return size;
}

// The parent of each is the smallest content it stands in. Looks at neighbours only, so that the
// work stays linear.
void find_parents(std::vector<Attribution>& attributions) {
  const std::size_t count = attributions.size();
  for (std::size_t i = 0; i < count; ++i) {
    Attribution& inner = attributions[i];
    std::uint32_t smallest = UINT32_MAX;
    const std::size_t first = i > kNeighbours ? i - kNeighbours : 0;
    for (std::size_t j = first; j < std::min(count, i + kNeighbours); ++j) {
      const Attribution& outer = attributions[j];
      if (i == j || !stands_in(inner, outer) || size_of(outer) >= smallest) continue;
      // Ever larger contents, the earlier of two equal ones: so no chain of parents is a circle.
      if (std::pair(size_of(outer), i) <= std::pair(size_of(inner), j)) continue;
      smallest = size_of(outer);
      inner.parent = static_cast<std::uint32_t>(j);
    }
  }
}

// Sorts them, numbers them, finds their parents.
void put_in_order(std::vector<Attribution>& attributions) {
  sort_by(attributions, begin_of);
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    attributions[i].id = static_cast<std::uint32_t>(i);
    attributions[i].parent.reset();
  }
  find_parents(attributions);
}

// Adds those of `more` that `fits(one, neighbours)`. Both lists are sorted; only the neighbours of
// each are looked at, so that the work stays linear.
template <typename Fits>
void add_if(std::vector<Attribution>& attributions, const std::vector<Attribution>& more,
            Fits fits) {
  std::vector<Attribution> added;
  std::size_t near = 0;
  for (const Attribution& one : more) {
    while (near < attributions.size() && begin_of(attributions[near]) < begin_of(one)) ++near;
    const std::size_t first = near > kNeighbours ? near - kNeighbours : 0;
    const std::size_t last = std::min(attributions.size(), near + kNeighbours);
    if (fits(one, std::span(attributions).subspan(first, last - first))) added.push_back(one);
  }
  attributions.insert(attributions.end(), added.begin(), added.end());
  put_in_order(attributions);
}

void set_labels(model::TaskLabels& labels, TokenRange range, model::Label begin,
                float probability) {
  const auto first = static_cast<std::uint8_t>(begin);
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    labels.best[t] = t == range.first ? first : first + 1;
    labels.probability[t] = probability;
  }
}

// A dateline is nobody's word, nor is a heading that asks: what the labels begin in it begins
// behind it.
void leave_nobodys_words(const Reading& reading, model::TaskLabels& labels) {
  constexpr auto kNothing = static_cast<std::uint8_t>(model::Label::none);
  for (const Sentence& sentence : reading.document.sentences) {
    const bool asks = reading.is_heading_that_asks(sentence);
    const std::uint32_t first = asks ? sentence.last_token : reading.after_dateline(sentence);
    if (first == sentence.first_token) continue;
    std::fill(labels.best.begin() + sentence.first_token, labels.best.begin() + first, kNothing);
    if (first == labels.best.size()) continue;
    const bool inside = labels.best[first] != kNothing && labels.best[first] % 2 == 0;
    if (inside) --labels.best[first];  // the labels that begin are the odd ones
  }
}

bool is_told(const model::TaskLabels& statuses, TokenRange range) {
  const auto told =
      std::count_if(statuses.best.begin() + range.first, statuses.best.begin() + range.last,
                    [](std::uint8_t label) {
                      const auto status = static_cast<ClaimStatus>(label);
                      return status != ClaimStatus::none && status != ClaimStatus::unsourced;
                    });
  return 2 * told > static_cast<std::ptrdiff_t>(range.last - range.first);
}

// Marks tell speakers better than the labels of parts do (transcripts, signatures), and whose word
// a paragraph is where people take turns. "MORE: ...", "UPDATE: ..." look like a turn: of such the
// labels of status must say that it is somebody's word.
void correct_by_marks(const Reading& reading, model::Labels& labels) {
  model::TaskLabels& outer = labels.of(model::Task::outer);
  model::TaskLabels& statuses = labels.of(model::Task::status);
  for (const Speaker& speaker : find_speakers(reading)) {
    if (!speaker.takes_turns && !is_told(statuses, speaker.content)) continue;
    set_labels(outer, speaker.content, model::Label::content_begin, speaker.probability);
    set_labels(outer, speaker.source, model::Label::source_begin, speaker.probability);
    set_labels(outer, speaker.cue, model::Label::cue_begin, speaker.probability);
    const bool asks = reading.norm(speaker.content.last) == "?";
    if (asks || is_told(statuses, speaker.content)) continue;
    for (std::uint32_t t = speaker.source.first; t < speaker.content.last; ++t) {
      statuses.best[t] = static_cast<std::uint8_t>(ClaimStatus::named);
      statuses.probability[t] = speaker.probability;
    }
  }
}

// One of the labels of inner attributions counts if it stands in an outer one's content.
bool is_nested(const Attribution& one, std::span<const Attribution> neighbours) {
  const auto taken = [&](const Attribution& other) {
    return overlap(one.cue, other.cue) || overlap(one.cue, other.source);
  };
  return std::none_of(neighbours.begin(), neighbours.end(), taken) &&
         std::any_of(neighbours.begin(), neighbours.end(),
                     [&](const Attribution& other) { return stands_in(one, other); });
}

}  // namespace

std::vector<Attribution> attributions_by_labels(const Grammar& grammar, model::Labels& labels) {
  const Reading reading = read_for_attribution(grammar);
  correct_by_marks(reading, labels);
  for (const model::Task task : {model::Task::outer, model::Task::inner}) {
    leave_nobodys_words(reading, labels.of(task));
  }
  std::vector<Attribution> attributions = join_labels(reading, labels.of(model::Task::outer));
  put_in_order(attributions);
  std::vector<Attribution> inner = join_labels(reading, labels.of(model::Task::inner));
  put_in_order(inner);
  add_if(attributions, inner, is_nested);
  for (Attribution& attribution : attributions) {
    attribution.quote = quote_kind(grammar.document, attribution.content);
  }
  return attributions;
}

Attributions find_attributions(const Grammar& grammar, const model::Model& model, Recall* recall,
                               const Progress& on_progress) {
  model::Labels labels = model.label(grammar, recall, on_progress);
  std::vector<Attribution> attributions = attributions_by_labels(grammar, labels);
  for (Attribution& attribution : attributions) {
    attribution.confidence = model.calibrated(attribution.confidence);
  }
  return {std::move(attributions), std::move(labels)};
}

}  // namespace sourcelight
