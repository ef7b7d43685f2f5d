// What the formats of render() share: the article beside its Report, words for people, and one
// function a format. tests/core/report/render_test.cpp and tests/cases/report hold them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf.h"
#include "sourcelight/sourcelight.h"

namespace sourcelight {

inline constexpr std::array all_statuses = {ClaimStatus::named, ClaimStatus::unnamed,
                                            ClaimStatus::hidden, ClaimStatus::unsourced,
                                            ClaimStatus::none};

using StatusCounts = std::array<std::uint32_t, all_statuses.size()>;  // by all_statuses

[[nodiscard]] StatusCounts count_statuses(const Report& report);

// The paragraph, from 1, that first gives a source for what the lead says. Only where all claims of
// the first body paragraph stand in the article's own voice, and nothing before it gives one.
[[nodiscard]] std::optional<std::uint32_t> source_of_lead(const Report& report);

// What the Report comes to, in a few sentences for the reader.
[[nodiscard]] std::string summary(const Report& report);

// The Report, the text it was made of, and what the caller calls it; all strings are valid UTF-8.
struct Article {
  const Report& report;  // its spans count report.offsets: bytes() converts them
  Text text;
  std::string id;
  std::string title;
  std::string url;
  bool header = true;

  [[nodiscard]] Span bytes(Span caller) const { return text.to_bytes(caller); }
  [[nodiscard]] std::string_view words(Span caller) const;
  // On one line, several spans with an ellipsis between.
  [[nodiscard]] std::string line(const Spans& caller) const;
  // The title, or what may stand for it; never empty.
  [[nodiscard]] std::string heading() const;
  // Indices of the claims that assert something: those to check first come first.
  [[nodiscard]] std::vector<std::uint32_t> by_priority() const;
  // Ids of the sources that the claim rests on, each once, in the order of its attributions.
  [[nodiscard]] std::vector<std::uint32_t> sources_of(const Claim& claim) const;
};

// What is sorted by a number, then by its index: one kind of key, so that sorting costs the module
// its code once.
using SortKey = std::uint64_t;
[[nodiscard]] inline SortKey sort_key(std::uint32_t number, std::uint32_t index) {
  return SortKey{number} << 32 | index;
}
[[nodiscard]] inline std::uint32_t index_of(SortKey key) { return static_cast<std::uint32_t>(key); }

// White space runs become one space; control characters go.
[[nodiscard]] std::string one_line(std::string_view utf8);

// A name of the JSON as words: "named_person" becomes "named person".
[[nodiscard]] std::string in_words(std::string_view name);

// "Named source", "Own voice": as the page calls the statuses.
[[nodiscard]] std::string_view label(ClaimStatus status);

// A person corrected the claim, what it is attributed to, or who that is.
[[nodiscard]] bool is_by_hand(const Report& report, const Claim& claim);

// "Named source", "Named source (by hand)"
[[nodiscard]] std::string status_line(const Report& report, const Claim& claim);

// The claim for somebody who has not read the article, on one line: "Mara Lind, mayor of Ostby: The
// bridge is closed."
// Who it is says the Report as it is now: it may have been corrected since.
[[nodiscard]] std::string standalone_line(const Report& report, const Claim& claim);

// "Mara Lind, mayor of Ostby"
[[nodiscard]] std::string name_and_title(const Source& source);

// "3 statements, 120 words"
[[nodiscard]] std::string extent_of(const Source& source);

// "number (40,170); date (on Monday)"
[[nodiscard]] std::string signals_line(const Article& article, const Claim& claim);

// Whether it is one that a reader may safely follow: http or https.
[[nodiscard]] bool is_web_address(std::string_view url);

// In hundredths: "0.41".
[[nodiscard]] std::string hundredths(double share);

[[nodiscard]] std::string claims_csv(const Article& article);
[[nodiscard]] std::string sources_csv(const Article& article);
[[nodiscard]] std::string markdown(const Article& article);
[[nodiscard]] std::string web_annotation(const Article& article);
[[nodiscard]] std::string annotated_html(const Article& article);

}  // namespace sourcelight
