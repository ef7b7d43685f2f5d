// Contract in parts.h.
#include "model/parts.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "grammar/features.h"
#include "words/messages.h"

namespace sourcelight::model {
namespace {

constexpr std::size_t kHeader = 32;   // magic, version, length, checksum, shape, parts
constexpr std::size_t kChecked = 20;  // where what the checksum covers begins
constexpr std::size_t kEntry = 16;    // kind, rows, columns, offset
constexpr std::uint32_t kMostColumns = 4096;
constexpr std::uint32_t kMostRows = 1U << 16U;
constexpr std::uint32_t kLongestText = 1U << 20U;
constexpr std::uint32_t kGroup = 32;  // columns of a packed matrix with one step
enum PartKind : std::uint32_t { integers, floats, packed_integers, letters };

// Weights are read in place.
static_assert(std::endian::native == std::endian::little);

std::uint32_t u32_of(std::span<const std::uint8_t> bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{bytes[at + i]} << (8 * i);
  return value;
}

// The four bits at `index`, the lower ones of a byte first.
std::uint32_t nibble(std::span<const std::uint8_t> bytes, std::size_t index) {
  return std::uint32_t{bytes[index / 2]} >> (4 * (index % 2)) & 15U;
}

// Share right of what is 0, 10, ... 100 % sure: does it rise, from 0 to 1?
bool rises(Vector reliability) {
  return reliability.size() == reliability_points && reliability.front() >= 0.0F &&
         reliability.back() <= 1.0F && std::is_sorted(reliability.begin(), reliability.end());
}

}  // namespace

bool is_of(std::span<const std::uint8_t> bytes, const Kind& kind) {
  return bytes.size() > kind.magic.size() && bytes[kind.magic.size()] == 0 &&
         std::equal(kind.magic.begin(), kind.magic.end(), bytes.begin(),
                    [](char c, auto b) { return static_cast<std::uint8_t>(c) == b; });
}

std::string problem_of(std::span<const std::uint8_t> bytes, const Kind& kind) {
  if (bytes.size() < kHeader) return std::string(say(Message::model_short));
  if (!is_of(bytes, kind)) return std::string(say(Message::model_unknown));
  if (const std::uint32_t version = u32_of(bytes, 8); version != kind.version) {
    return say(Message::model_version, {std::to_string(version), std::to_string(kind.version)});
  }
  if (const std::uint32_t size = u32_of(bytes, 12); size != bytes.size()) {
    return say(Message::model_cut, {std::to_string(bytes.size()), std::to_string(size)});
  }
  std::uint32_t hash = tagger::fnv_begin;
  for (const std::uint8_t byte : bytes.subspan(kChecked)) hash = tagger::fnv_step(hash, byte);
  if (hash != u32_of(bytes, 16)) return std::string(say(Message::model_altered));
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(float) != 0) {
    return std::string(say(Message::model_unaligned));
  }
  return {};
}

std::uint32_t Parts::u32(std::size_t at) const { return u32_of(bytes_, at); }

std::array<std::uint32_t, 2> Parts::shape() const { return {u32(20), u32(24)}; }

bool Parts::done() const { return good_ && next_ == u32(28); }

Matrix Parts::matrix() {
  const Entry entry = take(integers, kMostRows, most_columns_at_once);
  const std::size_t size = std::size_t{entry.rows} * entry.columns;
  const std::size_t padded = (size + 15) / 16 * 16;
  if (!holds(entry.offset, padded + entry.rows)) return {};
  const auto values = bytes_.subspan(entry.offset, size);
  return {entry.rows,
          entry.columns,
          {reinterpret_cast<const std::int8_t*>(values.data()), values.size()},
          bytes_.subspan(entry.offset + padded, entry.rows)};
}

Matrix Parts::packed(std::vector<std::int8_t>& values) {
  const Entry entry = take(packed_integers, kMostRows, kMostColumns);
  const std::size_t size = std::size_t{entry.rows} * entry.columns;
  const std::size_t groups = size / kGroup;
  good_ = good_ && entry.columns % (2 * kGroup) == 0;
  if (!holds(entry.offset, size / 2 + groups / 2 + entry.rows)) return {};
  const auto weights = bytes_.subspan(entry.offset, size / 2);
  const auto multiples = bytes_.subspan(entry.offset + size / 2, groups / 2);
  values.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const int weight = static_cast<int>(nibble(weights, i)) - 8;
    const int multiple = static_cast<int>(nibble(multiples, i / kGroup)) + 1;
    values[i] = static_cast<std::int8_t>(weight * multiple);
  }
  return {entry.rows, entry.columns, values,
          bytes_.subspan(entry.offset + size / 2 + groups / 2, entry.rows)};
}

Vector Parts::vector() {
  const Entry entry = take(floats, kMostRows, kMostColumns);
  const std::size_t count = std::size_t{entry.rows} * entry.columns;
  if (entry.offset % alignof(float) != 0 || !holds(entry.offset, count * sizeof(float))) {
    good_ = false;
    return {};
  }
  const Vector vector(reinterpret_cast<const float*>(bytes_.data() + entry.offset), count);
  good_ =
      good_ && std::all_of(vector.begin(), vector.end(), [](float v) { return std::isfinite(v); });
  return vector;
}

std::string_view Parts::text() {
  const Entry entry = take(letters, 1, kLongestText);
  if (!holds(entry.offset, entry.columns)) return {};
  return {reinterpret_cast<const char*>(bytes_.data() + entry.offset), entry.columns};
}

void Parts::read(Answers& answers) {
  answers.leave = matrix();
  answers.leave_bias = vector();
  for (Crf& crf : answers.crfs) {
    crf.start = vector();
    crf.step = vector();
  }
  answers.reliability = vector();
  answers.status_reliability = vector();
}

Parts::Entry Parts::take(std::uint32_t kind, std::uint32_t most_rows, std::uint32_t most_columns) {
  const std::size_t at = kHeader + kEntry * next_;
  if (!good_ || next_ >= u32(28) || !holds(at, kEntry) || u32(at) != kind) {
    good_ = false;
    return {};
  }
  ++next_;
  const Entry entry{u32(at + 4), u32(at + 8), u32(at + 12)};
  good_ = entry.rows > 0 && entry.rows <= most_rows && entry.columns > 0 &&
          entry.columns <= most_columns;
  return good_ ? entry : Entry{};
}

bool Parts::holds(std::size_t offset, std::size_t size) {
  good_ = good_ && offset <= bytes_.size() && size <= bytes_.size() - offset;
  return good_;
}

bool answers_fit(const Answers& answers, std::uint32_t columns) {
  for (std::size_t task = 0; task < task_count; ++task) {
    const std::size_t labels = label_counts[task];
    const Crf& crf = answers.crfs[task];
    if (crf.start.size() != labels || crf.step.size() != labels * labels) return false;
  }
  return answers.leave.rows == all_labels && answers.leave.columns == columns &&
         answers.leave_bias.size() == all_labels && rises(answers.reliability) &&
         rises(answers.status_reliability);
}

}  // namespace sourcelight::model
