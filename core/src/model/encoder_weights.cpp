// Contract in encoder_weights.h.
#include "model/encoder_weights.h"

#include <algorithm>
#include <optional>

#include "base/chars.h"
#include "model/encoder.h"
#include "model/parts.h"
#include "words/messages.h"

namespace sourcelight::model {
namespace {

constexpr Kind kEncoder = {"SLENCOD", 1};
constexpr std::uint32_t kMostLayers = 24;
constexpr std::size_t kMatricesOfLayer = 4;

// The next line of the text, which is taken from it.
std::string_view next_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

// A piece a line. False: one of them stands twice, or those without a word are missing.
bool read_pieces(std::string_view lines, PieceTable& table) {
  while (!lines.empty()) {
    const auto id = static_cast<std::uint32_t>(table.ids.size());
    if (!table.ids.emplace(next_line(lines), id).second) return false;
  }
  const auto find = [&](std::string_view name, std::uint32_t& id) {
    const auto found = table.ids.find(name);
    if (found != table.ids.end()) id = found->second;
    return found != table.ids.end();
  };
  return find("[CLS]", table.begin) && find("[SEP]", table.paragraph) &&
         find("[UNK]", table.unknown);
}

// "áa": á is read as a. "“ “": is a word of its own. "\u0301": is not read.
void read_folded(std::string_view lines, PieceTable& table) {
  while (!lines.empty()) {
    const std::string_view line = next_line(lines);
    const CodePoint from = code_point_at(line, 0);
    Folded folded;
    folded.alone = line.substr(from.size).starts_with(' ');
    const CodePoint to = code_point_at(line, from.size + (folded.alone ? 1 : 0));
    folded.as = to.value;
    if (from.size > 0) table.folded.emplace(from.value, folded);
  }
}

bool fits(const Norm& norm, std::uint32_t size) {
  return norm.scale.size() == std::size_t{2} * size;
}

bool fits(const Matrix& matrix, Vector bias, std::uint32_t rows, std::uint32_t columns) {
  return matrix.rows == rows && matrix.columns == columns && bias.size() == rows;
}

// Do the parts fit each other, and the kernels (rows of inputs in eights)?
bool fits(const EncoderWeights& w) {
  const std::uint32_t size = w.size();
  if (w.heads == 0 || size % (w.heads * sums_at_once) != 0) return false;
  if (w.words.rows != w.pieces.ids.size() || w.places.columns != size) return false;
  if (w.places.rows < most_pieces_of_sequence || !fits(w.begin, size)) return false;
  for (const EncoderLayer& layer : w.layers) {
    const std::uint32_t inner = layer.up.rows;
    if (inner % 8 != 0 || !fits(layer.attend, layer.attend_bias, 3 * size, size)) return false;
    if (!fits(layer.out, layer.out_bias, size, size) || !fits(layer.attended, size)) return false;
    if (!fits(layer.up, layer.up_bias, inner, size)) return false;
    if (!fits(layer.down, layer.down_bias, size, inner) || !fits(layer.done, size)) return false;
  }
  std::uint32_t entering = size;
  for (std::size_t i = 0; i < small_feature_count; ++i) {
    if (w.small[i].rows != small_feature_limits[i]) return false;
    entering += w.small[i].columns;
  }
  if (!fits(w.enter, w.enter_bias, w.enter.rows, (entering + 7) / 8 * 8)) return false;
  return w.enter.rows % 8 == 0 && answers_fit(w, w.enter.rows);
}

}  // namespace

bool is_encoder(std::span<const std::uint8_t> bytes) { return is_of(bytes, kEncoder); }

std::variant<EncoderWeights, std::string> read_encoder(std::span<const std::uint8_t> bytes) {
  if (std::string problem = problem_of(bytes, kEncoder); !problem.empty()) return problem;
  Parts parts(bytes);
  const std::string contradiction(say(Message::model_contradicts));
  const auto [layers, heads] = parts.shape();
  if (layers < 1 || layers > kMostLayers) return contradiction;
  EncoderWeights w;
  w.heads = heads;
  w.unpacked.reserve(1 + layers * kMatricesOfLayer);
  const auto packed = [&] { return parts.packed(w.unpacked.emplace_back()); };
  if (!read_pieces(parts.text(), w.pieces)) return contradiction;
  read_folded(parts.text(), w.pieces);
  w.words = packed();
  w.places = parts.matrix();
  w.begin.scale = parts.vector();
  for (std::uint32_t i = 0; i < layers; ++i) {
    EncoderLayer& layer = w.layers.emplace_back();
    layer.attend = packed();
    layer.attend_bias = parts.vector();
    layer.out = packed();
    layer.out_bias = parts.vector();
    layer.attended.scale = parts.vector();
    layer.up = packed();
    layer.up_bias = parts.vector();
    layer.down = packed();
    layer.down_bias = parts.vector();
    layer.done.scale = parts.vector();
  }
  for (Matrix& table : w.small) table = parts.matrix();
  w.enter = parts.matrix();
  w.enter_bias = parts.vector();
  parts.read(w);
  if (!parts.done() || !fits(w)) return contradiction;
  return w;
}

}  // namespace sourcelight::model
