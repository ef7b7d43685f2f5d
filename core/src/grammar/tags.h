// Parts of speech, one a token: the Penn Treebank's tags, folded to those the rules ask for.
// tests/core/grammar hold it.
#pragma once

#include <cstdint>
#include <vector>

#include "base/recall.h"
#include "text/document.h"

namespace sourcelight {

enum class Tag : std::uint8_t {
  adjective,           // JJ JJR JJS
  adverb,              // RB RBR RBS
  conjunction,         // CC
  determiner,          // DT PDT
  existential,         // EX
  interjection,        // UH
  modal,               // MD
  noun,                // NN FW
  noun_plural,         // NNS
  number,              // CD
  particle,            // RP
  possessive,          // POS
  preposition,         // IN (subordinating conjunctions too, as in the Treebank)
  pronoun,             // PRP
  pronoun_possessive,  // PRP$
  proper_noun,         // NNP NNPS
  punctuation,         // all marks and symbols
  to,                  // TO
  verb_base,           // VB
  verb_gerund,         // VBG
  verb_participle,     // VBN
  verb_past,           // VBD
  verb_present,        // VBP
  verb_present_s,      // VBZ
  wh_adverb,           // WRB
  wh_pronoun,          // WP WDT
  wh_possessive        // WP$
};

// One tag for each of document.tokens. Sentences that are recalled are not read again.
[[nodiscard]] std::vector<Tag> tag_words(const Document& document, Recall* recall = nullptr);

}  // namespace sourcelight
