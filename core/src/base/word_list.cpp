// Contract in word_list.h; held by tests/core/base/word_list_test.cpp.
#include "base/word_list.h"

#include <algorithm>

namespace sourcelight {

std::vector<std::string_view> read_entries(std::string_view lines) {
  std::vector<std::string_view> entries;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    std::string_view entry = lines.substr(0, std::min(lines.find('#'), end));
    while (!entry.empty() && (entry.back() == ' ' || entry.back() == '\r')) entry.remove_suffix(1);
    if (!entry.empty()) entries.push_back(entry);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return entries;
}

WordList::WordList(std::string_view lines, const WordList* more) : more_(more) {
  for (std::string_view entry : read_entries(lines)) {
    if (entry.size() > 1 && entry.front() == '-' && entry[1] != '-') {
      entry.remove_prefix(1);
      endings_.insert(entry);
      shortest_ = endings_.size() == 1 ? entry.size() : std::min(shortest_, entry.size());
      longest_ = std::max(longest_, entry.size());
    }
    words_.insert(entry);
  }
}

bool WordList::ends_as_compound(std::string_view word) const {
  constexpr std::size_t least = 2;  // before the ending
  for (std::size_t size = shortest_; size <= longest_ && size + least <= word.size(); ++size) {
    if (endings_.contains(word.substr(word.size() - size))) return true;
  }
  return false;
}

}  // namespace sourcelight
