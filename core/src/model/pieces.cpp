// Contract in pieces.h.
#include "model/pieces.h"

#include <algorithm>
#include <string>

#include "base/chars.h"

namespace sourcelight::model {
namespace {

constexpr std::size_t kLongestWord = 100;  // letters; longer ones are unknown, as in BERT

Folded folded(const PieceTable& table, char32_t c) {
  if (c < 0x80) return {to_lower(c), !is_alnum(c)};
  const auto found = table.folded.find(c);
  return found == table.folded.end() ? Folded{c, false} : found->second;
}

class Cutter {
 public:
  explicit Cutter(const PieceTable& table) : table_(table) {}

  bool full() const { return ids_.size() >= most_pieces_of_word; }

  void add(char32_t c) {
    const Folded as = folded(table_, c);
    if (as.as == 0) return;
    if (as.alone || is_space(c)) cut();
    if (is_space(c)) return;
    ends_.push_back(static_cast<std::uint32_t>(word_.size()));
    append_utf8(word_, as.as);
    if (as.alone) cut();
  }

  std::vector<std::uint32_t> take() {
    cut();
    if (ids_.empty()) ids_.push_back(table_.unknown);
    ids_.resize(std::min(ids_.size(), most_pieces_of_word));
    return std::move(ids_);
  }

 private:
  // What was added since the last cut is a word.
  void cut() {
    if (ends_.empty()) return;
    ends_.push_back(static_cast<std::uint32_t>(word_.size()));
    const std::size_t letters = ends_.size() - 1;
    const std::size_t before = ids_.size();
    for (std::size_t first = 0; first < letters;) {
      std::size_t last = letters > kLongestWord ? first : letters;
      for (; last > first; --last) {
        if (find(first, last)) break;
      }
      if (last == first) {
        ids_.resize(before);
        ids_.push_back(table_.unknown);
        break;
      }
      first = last;
    }
    word_.clear();
    ends_.clear();
  }

  // The letters [first, last) of the word, if they are a piece.
  bool find(std::size_t first, std::size_t last) {
    piece_ = first > 0 ? "##" : "";
    piece_.append(word_, ends_[first], ends_[last] - ends_[first]);
    const auto found = table_.ids.find(piece_);
    if (found == table_.ids.end()) return false;
    ids_.push_back(found->second);
    return true;
  }

  const PieceTable& table_;
  std::string word_;
  std::vector<std::uint32_t> ends_;  // bytes of the word before each of its letters
  std::string piece_;
  std::vector<std::uint32_t> ids_;
};

}  // namespace

std::vector<std::uint32_t> pieces_of(const PieceTable& table, std::string_view utf8) {
  Cutter cutter(table);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < utf8.size() && !cutter.full() && letters <= kLongestWord;) {
    const CodePoint c = code_point_at(utf8, at);
    cutter.add(c.value);
    at += c.size;
    ++letters;
  }
  return cutter.take();
}

}  // namespace sourcelight::model
