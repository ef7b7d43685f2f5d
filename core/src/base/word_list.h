// A set of words read from a lexicon file: one entry a line, # begins a comment.
// tests/core/base/word_list_test.cpp holds it.
#pragma once

#include <string_view>
#include <unordered_set>

namespace sourcelight {

class WordList {
 public:
  // Keeps views into `lines`, which must live as long as the list (embedded lexicons do).
  explicit WordList(std::string_view lines);

  [[nodiscard]] bool has(std::string_view word) const { return words_.contains(word); }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace sourcelight
