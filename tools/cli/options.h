// Takes the command line; gives what it asks for, or what is wrong with it.
// tests/cli/cli_test.mjs holds it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace sourcelight::cli {

enum class Verb { analyze, features, who, worth, help, version };
enum class Color { always, never, automatic };

struct Options {
  Verb verb = Verb::analyze;
  std::vector<std::string> files;  // "-" is standard input; never empty where a verb reads
  bool lines = false;              // --jsonl
  bool html = false;               // --html
  std::optional<Format> format = std::nullopt;  // nullopt: text for people
  std::string title;
  std::string url;
  std::string date;  // --date; what is wrong with it, analyze() says
  OffsetUnit offsets = OffsetUnit::codepoint;
  std::string_view language = "auto";
  Color color = Color::automatic;
  std::vector<Weight> weights;  // --weight; what is wrong with them, analyze() says
  std::string house_style;      // path of a house style; empty: none
  std::string model;            // path of the weight file
};

// Options or, if the command line makes no sense, a message that says why.
struct Parsed {
  Options options;
  std::optional<std::string> problem;
};

[[nodiscard]] Parsed parse_options(const std::vector<std::string>& arguments);

[[nodiscard]] const char* usage();

}  // namespace sourcelight::cli
