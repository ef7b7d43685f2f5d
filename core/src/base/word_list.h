// Words and phrases read from a lexicon file: one entry a line, # begins a comment. An entry
// "-chef" is a word and what any compound ends in that is longer by two bytes and more.
// tests/core/base/word_list_test.cpp holds it.
#pragma once

#include <cstddef>
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
    return words_.contains(word) || (!endings_.empty() && ends_as_compound(word)) ||
           (more_ != nullptr && more_->has(word));
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  [[nodiscard]] bool ends_as_compound(std::string_view word) const;

  const WordList* more_;
  std::unordered_set<std::string_view> words_;
  std::unordered_set<std::string_view> endings_;
  std::size_t shortest_ = 0;  // ending
  std::size_t longest_ = 0;
};

}  // namespace sourcelight
