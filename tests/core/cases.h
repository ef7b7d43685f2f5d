// Data-driven cases: plain text files under tests/cases, found here, never listed by hand.
//
//   input, any number of lines
//   .
//   expected, any number of lines
//
// A file may hold several cases, each after a line "=== what it shows". Escapes, in input and
// expected: \r \t \0 \\ \xHH (a byte) \uXXXX (a code point as UTF-8; a surrogate becomes three
// bytes that are no valid UTF-8). The line ends before and after ".", and the one that ends a
// case, are no part of it. A case without a "." line, an unknown escape or a folder without cases
// throws std::runtime_error. tests/core/cases_test.cpp holds it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sourcelight::testing {

struct Case {
  std::string name;  // "file: what it shows"
  std::string input;
  std::string expected;
};

namespace detail {

[[noreturn]] inline void fail(std::string_view name, const std::string& reason) {
  throw std::runtime_error(std::string(name) + ": " + reason);
}

inline unsigned read_hex(std::string_view digits, std::string_view name) {
  unsigned value = 0;
  for (const char c : digits) {
    const auto digit = std::string_view("0123456789abcdef").find(c);
    if (digit == std::string_view::npos) fail(name, "\\x and \\u want lower case hex digits");
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

inline std::string as_utf8(unsigned c) {
  const auto byte = [](unsigned bits) { return static_cast<char>(bits); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
  return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
}

inline std::string unescape(std::string_view text, std::string_view name) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      result += text[at];
      continue;
    }
    const char kind = ++at < text.size() ? text[at] : ' ';
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
    if (at + digits >= text.size()) fail(name, "an escape is cut off");
    const std::string_view hex = text.substr(at + 1, digits);
    at += digits;
    switch (kind) {
      case 'r':
        result += '\r';
        break;
      case 't':
        result += '\t';
        break;
      case '0':
        result += '\0';
        break;
      case '\\':
        result += '\\';
        break;
      case 'x':
        result += static_cast<char>(read_hex(hex, name));
        break;
      case 'u':
        result += as_utf8(read_hex(hex, name));
        break;
      default:
        fail(name, "unknown escape \\" + std::string(1, kind));
    }
  }
  return result;
}

// Lines between two places, without the last line end.
class Collector {
 public:
  void add(std::string_view line) { lines_.append(line) += '\n'; }
  std::string take(std::string_view name) {
    if (!lines_.empty()) lines_.pop_back();
    std::string text = unescape(lines_, name);
    lines_.clear();
    return text;
  }
  [[nodiscard]] bool empty() const { return lines_.empty(); }

 private:
  std::string lines_;
};

}  // namespace detail

// The cases of one file's text.
inline std::vector<Case> parse_cases(const std::string& file_text, const std::string& file_name) {
  std::vector<Case> cases;
  Case next{file_name, {}, {}};
  detail::Collector lines;
  bool in_expected = false;
  const auto finish = [&] {
    if (!in_expected && lines.empty()) return;
    if (!in_expected) detail::fail(next.name, "no line with a single dot");
    next.expected = lines.take(next.name);
    cases.push_back(next);
    in_expected = false;
  };
  std::istringstream in(file_text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== ")) {
      finish();
      next.name = file_name + ": " + line.substr(4);
    } else if (line == "." && !in_expected) {
      next.input = lines.take(next.name);
      in_expected = true;
    } else {
      lines.add(line);
    }
  }
  finish();
  return cases;
}

// All cases of tests/cases/FOLDER ("text/sentences"), subfolders too, sorted by file name.
inline std::vector<Case> read_cases(const std::string& folder) {
  const auto root = std::filesystem::path(SOURCELIGHT_CASES) / folder;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Case> cases;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    for (Case& each :
         parse_cases(text.str(), file.lexically_relative(root).replace_extension().string())) {
      cases.push_back(std::move(each));
    }
  }
  if (cases.empty()) detail::fail(folder, "no cases");
  return cases;
}

}  // namespace sourcelight::testing
