// What the tagger looks at in a token and its neighbours, as 32-bit attributes and the templates
// that combine them into rows of weights. tools/train/tagger_features.py mirrors it bit for bit.
// tests/core/grammar/features_test.cpp holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace sourcelight::tagger {

// Attributes that stand before tagging begins; then those that tagging adds.
enum Attribute : std::uint8_t { word, end2, end3, shape, head2, label, guess, attribute_count };
using Attributes = std::array<std::uint32_t, attribute_count>;

// Empty tokens before and after each sentence, so that every neighbour exists.
inline constexpr std::size_t padding = 2;
inline constexpr std::uint32_t no_label = 31;

// The tokens of one sentence with `padding` empty ones on both sides. rows is overwritten.
void read_attributes(std::span<const Token> sentence, std::vector<Attributes>& rows);

struct Part {
  Attribute attribute;
  std::int8_t offset;
};

// Up to three parts; `size` says how many.
struct Template {
  std::uint8_t size;
  std::array<Part, 3> parts;
};

constexpr Template of(Part a) { return {1, {a, a, a}}; }
constexpr Template of(Part a, Part b) { return {2, {a, b, b}}; }
constexpr Template of(Part a, Part b, Part c) { return {3, {a, b, c}}; }

// First pass: the word by itself.
inline constexpr std::array guess_templates = {
    of({word, 0}),
    of({end3, 0}),
    of({end2, 0}),
    of({shape, 0}),
    of({end3, 0}, {shape, 0}),
    of({end2, 0}, {shape, 0}),
    of({head2, 0}),
};

// Second pass: the word among its neighbours; label stands to the left only.
inline constexpr std::array final_templates = {
    of({word, 0}),
    of({end3, 0}),
    of({end2, 0}),
    of({shape, 0}),
    of({end3, 0}, {shape, 0}),
    of({guess, 0}),
    of({label, -1}),
    of({label, -1}, {label, -2}),
    of({label, -1}, {word, 0}),
    of({label, -1}, {guess, 0}),
    of({label, -1}, {end3, 0}),
    of({label, -1}, {label, -2}, {guess, 0}),
    of({word, -1}),
    of({word, -2}),
    of({word, 1}),
    of({word, 2}),
    of({word, -1}, {guess, 0}),
    of({word, 1}, {guess, 0}),
    of({guess, 1}),
    of({guess, 1}, {guess, 2}),
    of({guess, 1}, {word, 0}),
    of({guess, 1}, {guess, 0}),
    of({label, -1}, {guess, 0}, {guess, 1}),
    of({shape, -1}, {shape, 0}),
    of({shape, 0}, {shape, 1}),
    of({end3, 1}),
    of({end2, -1}),
};

inline constexpr std::uint32_t guess_seed = 0;
inline constexpr std::uint32_t final_seed = 100;

// FNV-1a, 32 bits.
constexpr std::uint32_t fnv_step(std::uint32_t hash, std::uint8_t byte) {
  return (hash ^ byte) * 0x01000193U;
}
inline constexpr std::uint32_t fnv_begin = 0x811C9DC5U;

// The hash of the template numbered `number` at the token `row` points to; its top bits choose
// the row of weights.
constexpr std::uint32_t hash_of(const Template& shape_of, std::uint32_t number,
                                const Attributes* row) {
  std::uint32_t hash = fnv_step(fnv_begin, static_cast<std::uint8_t>(number));
  for (std::size_t i = 0; i < shape_of.size; ++i) {
    const Part part = shape_of.parts[i];
    hash = (hash ^ row[part.offset][part.attribute]) * 0x9E3779B1U;
    hash ^= hash >> 15U;
  }
  return hash * 0x85EBCA77U;
}

}  // namespace sourcelight::tagger
