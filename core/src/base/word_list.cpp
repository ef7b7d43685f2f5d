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
  for (const std::string_view entry : read_entries(lines)) words_.insert(entry);
}

}  // namespace sourcelight
