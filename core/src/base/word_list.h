// Words and phrases read from a lexicon file: one entry a line, # begins a comment.
// tests/core/base/word_list_test.cpp holds it.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

namespace sourcelight {

// The entries in their order. Views into `lines`, which must live as long (embedded lexicons do).
[[nodiscard]] std::vector<std::string_view> read_entries(std::string_view lines);

class WordList {
 public:
  // `lines` must live as long as the list, and so must `more`, whose words it has too.
  explicit WordList(std::string_view lines, const WordList* more = nullptr);

  [[nodiscard]] bool has(std::string_view word) const {
    return words_.contains(word) || (more_ != nullptr && more_->has(word));
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  const WordList* more_;
  std::unordered_set<std::string_view> words_;
};

}  // namespace sourcelight
