// What the tagger looks at in a token and its neighbours, as 32-bit attributes and the templates
// that combine them into the rows of weights. tools/train/tagger_features.py mirrors it bit for
// bit. tests/core/grammar/features_test.cpp holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/tags.h"
#include "text/document.h"

namespace sourcelight::tagger {

// endN and headN: the last and first N bytes of the word. From label on, tagging fills them in:
// the tag given (looked at on the left only), the state of the clause and the last verb in it.
enum Attribute : std::uint8_t {
  word,
  end1,
  end2,
  end3,
  end4,
  head2,
  head3,
  shape,
  label,
  clause,
  verb,
  attribute_count
};
using Attributes = std::array<std::uint32_t, attribute_count>;

// Empty tokens before and after each sentence, so that every neighbour exists.
inline constexpr std::size_t padding = 2;
inline constexpr std::uint32_t no_label = 31;

// FNV-1a, 32 bits.
constexpr std::uint32_t fnv_step(std::uint32_t hash, std::uint8_t byte) {
  return (hash ^ byte) * 0x01000193U;
}
inline constexpr std::uint32_t fnv_begin = 0x811C9DC5U;

// What the tags so far say of the clause: which kind of verb came last, whether a noun or pronoun
// stands after it (`state`), and that verb's word. A mark or a word that opens a clause resets it.
struct Clause {
  std::uint32_t state = 0;
  std::uint32_t verb = fnv_begin;

  void read(const Token& token, std::uint32_t word_hash, Tag tag);
};

// The tokens of one sentence with `padding` empty ones on both sides. rows is overwritten.
void read_attributes(std::span<const Token> sentence, std::vector<Attributes>& rows);

struct Part {
  Attribute attribute;
  std::int8_t offset;
};

// One part or two; `size` says how many.
struct Template {
  std::uint8_t size;
  std::array<Part, 2> parts;
};

constexpr Template of(Part a) { return {1, {a, a}}; }
constexpr Template of(Part a, Part b) { return {2, {a, b}}; }

inline constexpr std::array templates = {
    of({word, 0}),
    of({end1, 0}),
    of({end2, 0}),
    of({end3, 0}),
    of({end4, 0}),
    of({head2, 0}),
    of({head3, 0}),
    of({shape, 0}),
    of({end2, 0}, {shape, 0}),
    of({end3, 0}, {shape, 0}),
    of({end4, 0}, {shape, 0}),
    of({label, -1}),
    of({label, -1}, {label, -2}),
    of({label, -1}, {word, 0}),
    of({label, -1}, {end3, 0}),
    of({label, -1}, {shape, 0}),
    of({label, -1}, {word, 1}),
    of({word, -2}),
    of({word, -1}),
    of({word, 1}),
    of({word, 2}),
    of({word, -1}, {word, 0}),
    of({word, 0}, {word, 1}),
    of({end1, 0}, {word, 1}),
    of({end3, -1}),
    of({end2, 1}),
    of({end3, 1}),
    of({shape, -1}),
    of({shape, 1}),
    of({clause, 0}),
    of({clause, 0}, {word, 0}),
    of({clause, 0}, {end2, 0}),
    of({clause, 0}, {label, -1}),
    of({verb, 0}),
    of({verb, 0}, {word, 0}),
    of({verb, 0}, {end2, 0}),
};

// The hash of templates[number] at the token `row` points to; its top bits choose the row of
// weights.
constexpr std::uint32_t hash_of(std::size_t number, const Attributes* row) {
  std::uint32_t hash = fnv_step(fnv_begin, static_cast<std::uint8_t>(number));
  for (std::size_t i = 0; i < templates[number].size; ++i) {
    const Part part = templates[number].parts[i];
    hash = (hash ^ row[part.offset][part.attribute]) * 0x9E3779B1U;
    hash ^= hash >> 15U;
  }
  return hash * 0x85EBCA77U;
}

}  // namespace sourcelight::tagger
