// Wraps RE2; see pattern.h.
#include "patterns/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/chars.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

// Finding all matches may look at the rest of the stretch again for each of them ("a.*!|a"), so
// stretches are short.
constexpr std::uint32_t kLongestPiece = 4096;

constexpr int kMostGroups = 8;

// "^" and "$" stand for the begin and end of a line.
constexpr std::string_view kLines = "(?m)";

// What RE2 says of an expression, without what we put before it.
std::string without_prefix(std::string message) {
  const std::size_t at = message.find(kLines);
  return at == std::string::npos ? message : message.erase(at, kLines.size());
}

re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }

// The end of the piece that begins at `begin`: behind a line, else behind what ends a sentence,
// else between two words, else between two characters.
std::uint32_t piece_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (end - begin <= kLongestPiece) return end;
  const std::uint32_t last = begin + kLongestPiece;
  const std::string_view second_half = text.substr(begin + kLongestPiece / 2, kLongestPiece / 2);
  for (const std::string_view mark : {"\n", ". ", " "}) {
    const std::size_t at = second_half.rfind(mark);
    if (at == std::string_view::npos) continue;
    return begin + kLongestPiece / 2 + static_cast<std::uint32_t>(at + mark.size());
  }
  std::uint32_t at = last;
  while (at > begin + 1 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

std::variant<Pattern, std::string> Pattern::compile(std::string_view expression,
                                                    PatternOptions options) {
  re2::RE2::Options how;
  how.set_log_errors(false);
  how.set_max_mem(options.most_memory);
  how.set_case_sensitive(!options.ignore_case);
  const std::string lines = std::string(kLines) + std::string(expression);
  auto compiled = std::make_shared<const re2::RE2>(piece_of(lines), how);
  if (!compiled->ok()) return without_prefix(compiled->error());
  if (compiled->NumberOfCapturingGroups() >= kMostGroups) {
    return say(Message::too_many_groups, {std::to_string(kMostGroups - 1)});
  }
  return Pattern(std::move(compiled));
}

std::vector<Span> Pattern::find_all(std::string_view text, Span within) const {
  std::vector<Span> found;
  for (std::uint32_t begin = within.begin; begin < within.end;) {
    const std::uint32_t end = piece_end(text, begin, within.end);
    find_in_piece(text, {begin, end}, found);
    begin = end;
  }
  return found;
}

void Pattern::find_in_piece(std::string_view text, Span piece, std::vector<Span>& found) const {
  std::array<re2::StringPiece, kMostGroups> groups;
  const int wanted = 1 + compiled_->NumberOfCapturingGroups();
  std::uint32_t at = piece.begin;
  while (at < piece.end && compiled_->Match(piece_of(text), at, piece.end, re2::RE2::UNANCHORED,
                                            groups.data(), wanted)) {
    const auto span_of = [&](const re2::StringPiece& part) {
      const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
      return Span{begin, begin + static_cast<std::uint32_t>(part.size())};
    };
    const Span whole = span_of(groups[0]);
    const auto* marked = std::find_if(groups.begin() + 1, groups.begin() + wanted,
                                      [](const auto& group) { return !group.empty(); });
    const Span match = marked == groups.begin() + wanted ? whole : span_of(*marked);
    if (!match.empty()) found.push_back(match);
    at = whole.empty() ? whole.end + std::max(code_point_at(text, whole.end).size, 1U) : whole.end;
  }
}

}  // namespace sourcelight
