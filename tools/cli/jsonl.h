// Takes lines of {"id", "text"}; gives one line for each: a Report, or {"id", "error"}.
// tests/cli/jsonl_test.mjs holds it.
#pragma once

#include <cstddef>
#include <iosfwd>

#include "sourcelight/sourcelight.h"

namespace sourcelight::cli {

// Streams: a line's answer is written and flushed before the next line is read, and memory is
// bounded by the longest line. Lines of nothing but white space are skipped, yet counted.
// Options have offsets; links and parts come from the lines. Gives the number of lines answered
// with an error.
std::size_t analyze_lines(const Engine& engine, std::istream& in, std::ostream& out,
                          const sourcelight::Options& options);

// As analyze_lines, but each answer is what features_json() gives of the text.
std::size_t write_features(std::istream& in, std::ostream& out);

// As analyze_lines, but each answer is what who_json() gives of the text and the line's
// "attributions": [{"source": [[begin, end], ...], "cue", "content", "parent"}, ...].
std::size_t write_who(std::istream& in, std::ostream& out);

// As analyze_lines, but each answer is what worth_json() gives of the text.
std::size_t write_worth(std::istream& in, std::ostream& out);

}  // namespace sourcelight::cli
