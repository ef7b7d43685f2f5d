// Texts with the labels of the model written into them, for tests of what is made of labels.
// S[...] is labelled a source, C[...] a cue, T[...] a content; N, U, H, O and X before a bracket
// give the status of what stands in it: named, unnamed, hidden, own voice, none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf.h"
#include "grammar/grammar.h"
#include "model/labels.h"

namespace sourcelight::testing {

// The text without its brackets, and the labels they give to its tokens. Not to be moved: the
// grammar points to the document.
struct LabelledText {
  LabelledText(std::string_view marked, float probability)
      : document(read_document(read_utf8(plain(marked), OffsetUnit::utf8))),
        grammar(read_grammar(document)) {
    for (model::TaskLabels& task : labels.tasks) {
      task.best.assign(document.tokens.size(), 0);
      task.probability.assign(document.tokens.size(), probability);
    }
    for (const Piece& piece : pieces_) {
      const TokenRange tokens = grammar.tokens_in(piece.span);
      auto& best = labels.of(piece.task).best;
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
        const bool inside = piece.task == model::Task::outer && t > tokens.first;
        best[t] = static_cast<std::uint8_t>(piece.label + (inside ? 1U : 0U));
      }
    }
  }
  LabelledText(const LabelledText&) = delete;
  LabelledText& operator=(const LabelledText&) = delete;

 private:
  struct Piece {
    Span span;
    model::Task task = model::Task::outer;
    std::uint8_t label = 0;
  };

  std::string plain(std::string_view marked) {
    std::string text;
    std::vector<Piece> open;
    for (std::size_t i = 0; i < marked.size(); ++i) {
      const bool opens = i + 1 < marked.size() && marked[i + 1] == '[';
      const std::size_t role = std::string_view("SCT").find(marked[i]);
      const std::size_t status = std::string_view("NUHOX").find(marked[i]);
      const Span here{static_cast<std::uint32_t>(text.size()), 0};
      if (opens && role != std::string_view::npos) {
        open.push_back({here, model::Task::outer, static_cast<std::uint8_t>(1 + 2 * role)});
        ++i;
      } else if (opens && status != std::string_view::npos) {
        open.push_back({here, model::Task::status, static_cast<std::uint8_t>(status)});
        ++i;
      } else if (marked[i] == ']') {
        open.back().span.end = here.begin;
        pieces_.push_back(open.back());
        open.pop_back();
      } else {
        text += marked[i];
      }
    }
    return text;
  }

  std::vector<Piece> pieces_;  // written while the document is made: before it

 public:
  Document document;
  Grammar grammar;
  model::Labels labels;
};

}  // namespace sourcelight::testing
