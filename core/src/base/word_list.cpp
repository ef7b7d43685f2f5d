// Contract in word_list.h; held by tests/core/base/word_list_test.cpp.
#include "base/word_list.h"

#include <algorithm>

namespace sourcelight {

WordList::WordList(std::string_view lines) {
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    std::string_view word = lines.substr(0, std::min(lines.find('#'), end));
    while (!word.empty() && (word.back() == ' ' || word.back() == '\r')) word.remove_suffix(1);
    if (!word.empty()) words_.insert(word);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

}  // namespace sourcelight
