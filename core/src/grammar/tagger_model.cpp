#include "grammar/tagger_model.h"

#include <algorithm>
#include <string_view>

#include "grammar/features.h"
#include "words/messages.h"

namespace sourcelight::tagger {
namespace {

constexpr std::string_view magic = "SLTAG\0\0\3";
static_assert(sizeof("SLTAG\0\0\3") == 9);
constexpr std::size_t header_size = 24;
constexpr std::uint32_t fewest_bits = 6;
constexpr std::uint32_t most_bits = 20;

std::uint32_t read_u32(std::span<const std::uint8_t> bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{bytes[at + i]} << (8 * i);
  return value;
}

std::uint32_t checksum(std::span<const std::uint8_t> bytes) {
  std::uint32_t hash = fnv_begin;
  for (const std::uint8_t byte : bytes) hash = fnv_step(hash, byte);
  return hash;
}

}  // namespace

std::variant<Model, std::string> read_model(std::span<const std::uint8_t> bytes) {
  const std::string_view name(magic.data(), 8);
  if (bytes.size() < header_size) return say(Message::tagger_short, {});
  if (!std::equal(name.begin(), name.end(), bytes.begin(),
                  [](char c, std::uint8_t byte) { return static_cast<std::uint8_t>(c) == byte; })) {
    return say(Message::tagger_unknown, {});
  }
  const std::uint32_t bits = read_u32(bytes, 8);
  const std::size_t rows = read_u32(bytes, 12);
  const std::size_t weights = read_u32(bytes, 16);
  if (bits < fewest_bits || bits > most_bits) return say(Message::tagger_size, {});
  const std::size_t map_size = std::size_t{1} << (bits - 3);
  const std::uint64_t wanted =
      header_size + map_size + std::uint64_t{rows} + std::uint64_t{2} * weights;
  if (bytes.size() != wanted) return say(Message::tagger_cut, {});
  if (read_u32(bytes, 20) != checksum(bytes.subspan(header_size))) {
    return say(Message::tagger_altered, {});
  }

  const auto map = bytes.subspan(header_size, map_size);
  const auto counts = bytes.subspan(header_size + map_size, rows);
  const auto tags = bytes.subspan(header_size + map_size + rows, weights);
  const auto values = bytes.subspan(header_size + map_size + rows + weights, weights);
  Model model;
  model.shift_ = 32 - bits;
  model.blocks_.assign(map_size / 8, {});
  std::uint32_t row = 0;
  for (std::size_t i = 0; i < map_size; ++i) {
    Model::Block& block = model.blocks_[i / 8];
    if (i % 8 == 0) block.first_row = row;
    block.used |= std::uint64_t{map[i]} << (8 * (i % 8));
    row += static_cast<std::uint32_t>(std::popcount(map[i]));
  }
  model.begins_.reserve(rows + 1);
  std::uint32_t end = 0;
  for (const std::uint8_t count : counts) model.begins_.push_back(end += count);
  if (row != rows || end != weights) return say(Message::tagger_contradicts, {});
  model.weights_.reserve(weights);
  for (std::size_t i = 0; i < weights; ++i) {
    if (tags[i] >= Scores{}.size()) return say(Message::tagger_tag, {});
    model.weights_.push_back({tags[i], static_cast<std::int8_t>(values[i])});
  }
  return model;
}

}  // namespace sourcelight::tagger
