// Reads the command line by hand: a verb, a handful of options, files.
// tests/cli/cli_test.mjs holds it.
#include "options.h"

#include <string_view>
#include <utility>

namespace sourcelight::cli {
namespace {

template <typename Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

const Choices<Format> formats = {{"text", Format::text}, {"json", Format::json}};
const Choices<OffsetUnit> units = {
    {"utf16", OffsetUnit::utf16}, {"utf8", OffsetUnit::utf8}, {"codepoint", OffsetUnit::codepoint}};
const Choices<Color> colors = {
    {"always", Color::always}, {"never", Color::never}, {"auto", Color::automatic}};

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& arguments) : arguments_(arguments) {
    options_.model = SOURCELIGHT_MODEL;
  }

  Parsed parse() {
    if (arguments_.empty()) return fail("no command given");
    for (; next_ < arguments_.size() && !problem_; ++next_) read(arguments_[next_]);
    if (problem_) return fail(*problem_);
    if (options_.verb == Verb::help || options_.verb == Verb::version) {
      return {options_, std::nullopt};
    }
    if (!verb_seen_) return fail("no command given");
    if (jsonl_ && format_ == Format::text) return fail("--jsonl writes JSON, not --format text");
    options_.format = jsonl_ ? Format::jsonl : format_.value_or(Format::text);
    if (options_.files.empty()) options_.files = {"-"};
    return {options_, std::nullopt};
  }

 private:
  void read(std::string_view argument) {
    if (only_files_ || argument == "-") return read_word(argument);
    if (argument == "--") {
      only_files_ = true;
    } else if (argument == "--help" || argument == "-h") {
      options_.verb = Verb::help;
    } else if (argument == "--version") {
      options_.verb = Verb::version;
    } else if (argument == "--jsonl") {
      jsonl_ = true;
    } else if (argument == "--rules-only") {
      options_.model.clear();
    } else if (argument == "--model" || argument.starts_with("--model=")) {
      read_model(argument);
    } else if (argument.starts_with("--")) {
      read_choice(argument);
    } else if (argument.starts_with("-")) {
      problem_ = "unknown option " + std::string(argument);
    } else {
      read_word(argument);
    }
  }

  void read_word(std::string_view word) {
    if (verb_seen_) {
      options_.files.emplace_back(word);
    } else if (word == "analyze" || word == "features" || word == "worth") {
      verb_seen_ = true;
      if (word == "features") options_.verb = Verb::features;
      if (word == "worth") options_.verb = Verb::worth;
    } else if (word == "help") {
      options_.verb = Verb::help;
    } else {
      problem_ = "unknown command " + std::string(word);
    }
  }

  // --name value or --name=value
  void read_choice(std::string_view argument) {
    const std::string_view name = argument.substr(0, argument.find('='));
    if (name == "--format") {
      Format format{};
      choose(argument, name, formats, format);
      format_ = format;
    } else if (name == "--offsets") {
      choose(argument, name, units, options_.offsets);
    } else if (name == "--color") {
      choose(argument, name, colors, options_.color);
    } else {
      problem_ = "unknown option " + std::string(name);
    }
  }

  void read_model(std::string_view argument) {
    options_.model = value_of(argument);
    if (options_.model.empty()) problem_ = "--model takes a file";
  }

  // What stands after = or in the next argument; empty if nothing does.
  std::string_view value_of(std::string_view argument) {
    const std::size_t equals = argument.find('=');
    if (equals != std::string_view::npos) return argument.substr(equals + 1);
    return next_ + 1 < arguments_.size() ? std::string_view(arguments_[++next_])
                                         : std::string_view();
  }

  template <typename Value>
  void choose(std::string_view argument, std::string_view name, const Choices<Value>& choices,
              Value& chosen) {
    const std::string_view value = value_of(argument);
    std::string known;
    for (const auto& [word, meaning] : choices) {
      if (word == value) {
        chosen = meaning;
        return;
      }
      known += (known.empty() ? "" : ", ") + std::string(word);
    }
    problem_ =
        std::string(name) + " takes one of " + known + ", not \"" + std::string(value) + "\"";
  }

  static Parsed fail(std::string problem) { return {{}, std::move(problem)}; }

  const std::vector<std::string>& arguments_;
  std::size_t next_ = 0;
  Options options_;
  std::optional<Format> format_;
  std::optional<std::string> problem_;
  bool jsonl_ = false;
  bool verb_seen_ = false;
  bool only_files_ = false;
};

}  // namespace

Parsed parse_options(const std::vector<std::string>& arguments) {
  return Parser(arguments).parse();
}

const char* usage() {
  return R"(usage: sourcelight analyze [OPTION...] [FILE...]

Reads news articles (UTF-8; standard input if no FILE is given, or where FILE is -)
and shows what is claimed in them and on whose word.

  --format text|json   text (default): the article with its claims marked, its sources
                       in a table; json: one Report a line, with the file's name as id
  --jsonl              reads lines of {"id": ..., "text": "..."}, writes one Report a line
                       in their order; a bad line gives {"id": ..., "error": {...}}
  --offsets codepoint|utf16|utf8
                       what the offsets of JSON count (default: codepoint)
  --model FILE         the weights that find sources, cues and contents (default: the
                       core/models/en.slm this command was built with)
  --rules-only         reads without weights: faster, and finds about two thirds
  --color auto|always|never
                       auto (default): on a terminal, unless NO_COLOR is set
  --help, --version

sourcelight features [FILE...] reads such lines too, and writes what the labeller sees of
each token: what tools/train learns from. sourcelight worth [FILE...] writes what the models
of loaded words and of check-worthiness see and say of each sentence.

Exit status: 0; 1 if something could not be read, the rest was; 2 for a wrong command line.
)";
}

}  // namespace sourcelight::cli
