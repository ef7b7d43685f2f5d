// Holds Memory of the public header: with it a text that changes has the same Report as without.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <iterator>
#include <random>

#include "cases.h"
#include "model/english.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {
namespace {

// Edits as an editor makes them: a word more, less or other, paragraphs parted, joined, moved.
class Editor {
 public:
  explicit Editor(std::uint32_t seed) : random_(seed) {
    for (const char* folder : {"attribution", "claims", "sources"}) {
      for (const auto& one : testing::read_cases(folder)) spare_.push_back(one.input);
    }
    for (int i = 0; i < 12; ++i) paragraphs_.push_back(spare_[below(spare_.size())]);
  }

  void edit() {
    const std::size_t at = below(paragraphs_.size());
    std::string& text = paragraphs_[at];
    const std::size_t gap = std::min(text.find(' ', below(text.size() + 1)), text.size());
    switch (below(10)) {
      case 0:
        text.insert(gap, " said Monday");
        break;
      case 1:
        text.erase(gap, 1 + below(8));
        break;
      case 2:
        text.insert(gap, "\n\n");
        break;
      case 3:
        paragraphs_.push_back(spare_[below(spare_.size())]);
        paragraphs_.erase(paragraphs_.begin());
        break;
      case 4:
        std::swap(text, paragraphs_[below(paragraphs_.size())]);
        break;
      case 5:
        text.insert(gap, kScraps[below(std::size(kScraps))]);
        break;
      case 6:  // any byte, also inside a character
        text.insert(below(text.size() + 1), kScraps[below(std::size(kScraps))]);
        break;
      case 7:
        text.erase(below(text.size() + 1), below(60));
        break;
      case 8:
        separator_ = kSeparators[below(std::size(kSeparators))];
        break;
      default:
        text = spare_[below(spare_.size())];
    }
  }

  [[nodiscard]] std::string text() const {
    std::string all;
    for (const std::string& paragraph : paragraphs_) all += paragraph + separator_;
    return all;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  static constexpr const char* kScraps[] = {
      "“",    "”",         "\"",     "‘",         "'",          " “",
      ".",    "? ",        "\n",     "\r\n\r\n",  " — ",        " 40",
      "3",    " not",      " Varga", " she said", "🌉",          "\xED\xA0\xBC",
      "\xFF", "e\xCC\x81", ":",      " U.S.",     " allegedly", "(",
      ")"};
  static constexpr const char* kSeparators[] = {"\n\n", "\n", "\r\n\r\n", " "};

  std::mt19937 random_;
  const char* separator_ = kSeparators[0];
  std::vector<std::string> spare_;
  std::vector<std::string> paragraphs_;
};

void check_edits(const Engine& engine, int count) {
  const std::uint32_t seed = std::random_device()();
  std::cout << "edits of seed " << seed << '\n';
  INFO("seed " << seed);
  Editor editor(seed);
  Memory memory;
  for (int i = 0; i < count; ++i) {
    editor.edit();
    const std::string text = editor.text();
    INFO("edit " << i << " of:\n" << text);
    const auto fresh = engine.analyze(text);
    const auto again = engine.analyze(text, {.memory = &memory});
    REQUIRE(*again == *fresh);
    if (i % 50 == 0) {
      Memory moved = std::move(memory);
      memory = std::move(moved);
    }
  }
}

TEST_CASE("over many edits a Report with memory equals the one without") {
  check_edits(testing::english_engine(), 400);
}

TEST_CASE("a memory of one engine serves another") {
  const std::string text = "The mayor said on Monday that the bridge would reopen.";
  const auto one = Engine::with_model(testing::english_model());
  const auto other = Engine::with_model(testing::english_model());
  Memory memory;
  for (const Engine& engine : {*one, *other, *one}) {
    CHECK(*engine.analyze(text, {.memory = &memory}) == *engine.analyze(text));
  }
}

}  // namespace
}  // namespace sourcelight
