// Reads the command line by hand: a verb, a handful of options, files.
// tests/cli/cli_test.mjs holds it.
#include "options.h"

#include <sstream>
#include <string_view>
#include <utility>

namespace sourcelight::cli {
namespace {

template <typename Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

const Choices<std::optional<Format>> formats = {{"text", std::nullopt},
                                                {"json", Format::json},
                                                {"claims-csv", Format::claims_csv},
                                                {"sources-csv", Format::sources_csv},
                                                {"markdown", Format::markdown},
                                                {"annotation", Format::web_annotation},
                                                {"html", Format::html}};
const Choices<OffsetUnit> units = {
    {"utf16", OffsetUnit::utf16}, {"utf8", OffsetUnit::utf8}, {"codepoint", OffsetUnit::codepoint}};
const Choices<std::string_view> languages = {{"auto", "auto"}, {"en", "en"}};
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
    if (options_.files.empty()) options_.files = {"-"};
    if (problem_ = contradiction(); problem_) return fail(*problem_);
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
      options_.lines = true;
    } else if (argument == "--html") {
      options_.html = true;
    } else if (argument == "--careful") {
      options_.model = SOURCELIGHT_CAREFUL_MODEL;
    } else if (argument == "--model" || argument.starts_with("--model=")) {
      options_.model = read_value(argument, "a file");
    } else if (argument == "--title" || argument.starts_with("--title=")) {
      options_.title = read_value(argument, "the title of the article");
    } else if (argument == "--url" || argument.starts_with("--url=")) {
      options_.url = read_value(argument, "the address of the article");
    } else if (argument == "--date" || argument.starts_with("--date=")) {
      options_.date = read_value(argument, "the day of the article, such as 2026-03-05");
    } else if (argument == "--weight" || argument.starts_with("--weight=")) {
      read_weight(argument);
    } else if (argument == "--house-style" || argument.starts_with("--house-style=")) {
      options_.house_style = read_value(argument, "a file");
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
    } else if (word == "analyze" || word == "features" || word == "who" || word == "worth") {
      verb_seen_ = true;
      if (word == "features") options_.verb = Verb::features;
      if (word == "who") options_.verb = Verb::who;
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
      choose(argument, name, formats, options_.format);
      format_seen_ = true;
    } else if (name == "--offsets") {
      choose(argument, name, units, options_.offsets);
    } else if (name == "--language") {
      choose(argument, name, languages, options_.language);
    } else if (name == "--color") {
      choose(argument, name, colors, options_.color);
    } else {
      problem_ = "unknown option " + std::string(name);
    }
  }

  std::string read_value(std::string_view argument, const std::string& what) {
    std::string value(value_of(argument));
    if (value.empty()) {
      problem_ = std::string(argument.substr(0, argument.find('='))) + " takes " + what;
    }
    return value;
  }

  // NAME=VALUE
  void read_weight(std::string_view argument) {
    const bool joined = argument.starts_with("--weight=");
    const std::string value = joined ? std::string(argument.substr(argument.find('=') + 1))
                                     : std::string(value_of(argument));
    const std::size_t equals = value.find('=');
    std::istringstream number(equals == std::string::npos ? "" : value.substr(equals + 1));
    Weight weight{value.substr(0, equals), 0};
    if (!(number >> weight.weight) || !number.eof()) {
      problem_ = "--weight takes NAME=VALUE, such as number=0.4";
      return;
    }
    options_.weights.push_back(std::move(weight));
  }

  // What does not go together, though each makes sense.
  [[nodiscard]] std::optional<std::string> contradiction() const {
    if (options_.lines && format_seen_ && options_.format != Format::json) {
      return "--jsonl writes JSON, not --format " +
             std::string(options_.format ? to_string(*options_.format) : "text");
    }
    const bool several = options_.lines || options_.files.size() > 1;
    if (several && !(options_.title + options_.url).empty()) {
      return "--title and --url are of one article";
    }
    if (several && options_.format == Format::html) {
      return "--format html makes a page of one FILE";
    }
    return std::nullopt;
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
  std::optional<std::string> problem_;
  bool format_seen_ = false;
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

  --format FORMAT      text (default): the article with its claims marked, its sources in a
                       table; json: one Report a line, with the file's name as id;
                       claims-csv, sources-csv: tables; markdown: a checklist for a desk;
                       annotation: W3C Web Annotation, one line; html: a page of its own
  --title, --url       of the article, for the formats that tell them
  --date               when it was published, such as 2026-03-05: claims that stand alone
                       say then which day "on Tuesday" is
  --jsonl              reads lines of {"id": ..., "text": "..."}, writes one Report a line
                       in their order; a bad line gives {"id": ..., "error": {...}}; a line
                       may have "links": [{"span": [begin, end], "target": "https://..."}]
                       and, of a page, "parts": [{"span": [begin, end], "kind": "caption"}]
  --html               FILE is a web page: reads the article in it, with its links; lines of
                       --jsonl are {"id": ..., "html": "...", "url": "..."} then (runs node)
  --offsets codepoint|utf16|utf8
                       what offsets count, read and written (default: codepoint)
  --language auto|en   auto (default): what is surely not English is not read, and said;
                       en: everything is read as English
  --model FILE         the weights that find sources, cues and contents (default: the
                       core/models/en.slm this command was built with)
  --careful            reads by core/models/en-careful.slm, a larger network: better, and some
                       27 times as slowly
  --weight NAME=VALUE  how much a status (named, unnamed, hidden, unsourced), a kind of signal
                       (number, accusation, ...) or check_worthy counts in a claim's
                       priority, 0 to 1; may be given several times
  --house-style FILE   also applies a newsroom's rules and word lists (JSON,
                       docs/house-style.md); problems of the file go to standard error
  --color auto|always|never
                       auto (default): on a terminal, unless NO_COLOR is set
  --help, --version

sourcelight features [FILE...] reads such lines too, and writes what the labeller sees of
each token: what tools/train learns from. sourcelight worth [FILE...] writes what the models
of loaded words and of check-worthiness see and say of each sentence; sourcelight who
[FILE...] whom each source of the lines' "attributions" may mean, and what tells so.

Exit status: 0; 1 if something could not be read, the rest was; 2 for a wrong command line.
)";
}

}  // namespace sourcelight::cli
