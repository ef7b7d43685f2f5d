// What stages found in the last texts, so that a text read again costs what changed: a caller's
// Memory (sourcelight.h) holds one. tests/core/base/recall_test.cpp holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sourcelight {

// What a stage found, as whole numbers, by all that it looked at, as bytes: what is recalled is
// what it would find again. A key begins with a letter of the stage's own. Keeps what the last two
// texts had, and so grows linearly with them.
class Recall {
 public:
  using Numbers = std::vector<std::uint32_t>;

  // A text is read from now on.
  void begin();

  // nullptr: the key is not known. Points to what keep() may move.
  [[nodiscard]] const Numbers* find(std::string_view key);

  // Takes what find() did not know.
  void keep(std::string_view key, Numbers found);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string key;
    Numbers found;
    std::uint32_t hash = 0;
    std::uint32_t next = 0;  // in the same bucket
    std::uint32_t used = 0;  // by which text last
  };

  void fill_buckets();

  std::vector<Entry> entries_;
  std::uint32_t text_ = 0;              // counts up
  std::vector<std::uint32_t> buckets_;  // the first entry in each; a power of two, once begun
};

}  // namespace sourcelight
