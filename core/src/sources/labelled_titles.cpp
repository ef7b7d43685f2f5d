// Gives the titles that a network found to the names beside them; see titles.h.
#include <algorithm>

#include "base/order.h"
#include "sources/salience.h"
#include "sources/titles.h"

namespace sourcelight {
namespace {

constexpr std::uint32_t kNone = Grammar::kNone;
constexpr std::uint32_t kFar = 21;  // tokens between a title and its bearer

// The entity named nearest to the title in its sentence, persons first; one that stands before a
// comma and the title before one behind it.
std::uint32_t bearer_of(const Grammar& g, const Names& names, TokenRange title) {
  const Sentence& sentence = g.sentence_of(title.first);
  std::uint32_t best = kNone;
  std::uint32_t least = kNone;
  const std::uint32_t first =
      std::max(sentence.first_token, title.first - std::min(title.first, kFar));
  const std::uint32_t last = std::min(sentence.last_token, title.last + kFar);
  for (std::uint32_t t = first; t < last; ++t) {
    const std::uint32_t entity = names.entity_at[t];
    if (entity == kNone || title.holds(t)) continue;
    std::uint32_t distance = t < title.first ? title.first - t : t + 1 - title.last;
    const bool set_apart = t + 1 < title.first && g.norm(t + 1) == ",";
    distance = 2 * distance - (set_apart && distance < 6 ? 2 : 0);
    distance += names.entities[entity].person ? 0 : 12;
    if (distance < least) best = entity, least = distance;
  }
  return least <= 2 * kFar - 2 ? best : kNone;
}

// "Several people, including director" Ada Lind: begun too early, where rules find "director".
bool runs_over(const std::string& title, const std::string& by_rules) {
  return !by_rules.empty() && title.size() > by_rules.size() && title.ends_with(by_rules) &&
         title.find(", ") != std::string::npos;
}

bool says_more(const std::string& known, const std::string& title) {
  return known.find(title) == std::string::npos;
}

}  // namespace

void state_labelled_titles(const Grammar& grammar, const SourceLabels& labels, Names& names) {
  std::vector<std::vector<std::string>> titles(names.entities.size());
  const auto size = static_cast<std::uint32_t>(names.entity_at.size());
  for (const TokenRange& title : labels.titles) {
    if (title.first >= title.last || title.last > size) continue;
    const std::uint32_t bearer = bearer_of(grammar, names, title);
    if (bearer != kNone) titles[bearer].push_back(declined_words_of(grammar, title));
  }
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (titles[i].empty()) continue;
    // The longest says most; another may say something else.
    sort_by(titles[i], [](const std::string& title) { return ~std::uint64_t{title.size()}; });
    std::string title = titles[i].front();
    if (titles[i].size() > 1 && says_more(title, titles[i][1])) title += "; " + titles[i][1];
    if (!runs_over(title, names.entities[i].title)) names.entities[i].title = std::move(title);
  }
}

}  // namespace sourcelight
