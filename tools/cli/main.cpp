// sourcelight, the native command: files or standard input in, text for people, JSON or another
// format out. tests/cli holds it.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "html.h"
#include "input.h"
#include "jsonl.h"
#include "links.h"
#include "options.h"
#include "parts.h"
#include "sourcelight/sourcelight.h"
#include "text_view.h"

namespace {

using namespace sourcelight;
using sourcelight::cli::Color;

const std::string standard_input = "standard input";
constexpr int all_read = 0;
constexpr int some_failed = 1;
constexpr int wrong_command_line = 2;

bool wants_color(Color color) {
  if (color != Color::automatic) return color == Color::always;
  const char* no_color = std::getenv("NO_COLOR");
  return (no_color == nullptr || *no_color == '\0') && isatty(STDOUT_FILENO) == 1;
}

bool report_problem(const std::string& problem) {
  std::cerr << "sourcelight: " << problem << '\n';
  return false;
}

// An article, its links in `offsets`.
struct Article {
  std::string name;  // as messages call it
  std::string text;
  std::vector<Link> links;
  std::vector<PagePart> parts;  // as links: in `offsets`
  std::string title;
  std::string date;  // ISO 8601; empty: unknown
};

// Whether all of it could be analysed. The first article of a table has the column names above it.
bool analyze_article(const Engine& engine, const Article& article, const cli::Options& options,
                     bool first) {
  const std::size_t limit = sourcelight::Options{}.longest_text;
  if (article.text.size() > limit) {
    return report_problem(article.name + ": longer than " + std::to_string(limit) +
                          " bytes. Analyse it in parts.");
  }
  const OffsetUnit offsets = options.format ? options.offsets : OffsetUnit::utf8;
  const auto result = engine.analyze(std::string_view(article.text),
                                     {.language = options.language,
                                      .offsets = offsets,
                                      .links = article.links,
                                      .parts = article.parts,
                                      .weights = options.weights,
                                      .date = options.date.empty() ? article.date : options.date});
  if (!result) return report_problem(article.name + ": " + result.error().message);
  if (!options.format) {
    if (options.files.size() > 1) std::cout << "== " << article.name << " ==\n";
    std::cout << cli::text_view(article.text, *result, wants_color(options.color)) << std::flush;
    return true;
  }
  const bool is_file = article.name != standard_input;
  const auto rendered = render(*result, std::string_view(article.text), *options.format,
                               {.id = is_file ? std::string_view(article.name) : "",
                                .title = options.title.empty() ? article.title : options.title,
                                .url = options.url,
                                .header = first});
  if (!rendered) return report_problem(article.name + ": " + rendered.error().message);
  std::cout << *rendered << (rendered->ends_with('\n') ? "" : "\n") << std::flush;
  return true;
}

bool analyze_text(const Engine& engine, cli::Input& input, const cli::Options& options,
                  bool first) {
  std::string text = cli::read_all(input.stream(), sourcelight::Options{}.longest_text);
  if (const std::string problem = input.problem(); !problem.empty()) return report_problem(problem);
  return analyze_article(engine, {input.name(), std::move(text), {}, {}, "", ""}, options, first);
}

// The article of an HTML file; with --jsonl those of its lines.
bool analyze_html(const Engine& engine, const std::string& name, const cli::Options& options,
                  bool first) {
  cli::Options reading = options;
  if (!options.format && !options.lines) reading.offsets = OffsetUnit::utf8;
  cli::HtmlInput input(name, reading);
  if (options.lines) {
    const std::size_t errors = cli::analyze_lines(engine, input.stream(), std::cout,
                                                  {.language = options.language,
                                                   .offsets = options.offsets,
                                                   .weights = options.weights,
                                                   .date = options.date});
    if (const std::string problem = input.problem(); !problem.empty()) {
      return report_problem(problem);
    }
    return errors == 0 || report_problem(name + ": " + std::to_string(errors) +
                                         " lines could not be analysed; their \"error\" says why.");
  }
  const auto line = nlohmann::ordered_json::parse(input.stream(), nullptr, false);
  if (const std::string problem = input.problem(); !problem.empty()) return report_problem(problem);
  if (!line.is_object()) return report_problem(name + ": no article could be read.");
  Article article{name == "-" ? standard_input : name,
                  line.value("text", ""),
                  {},
                  {},
                  line.value("title", ""),
                  line.value("date", "")};
  auto links = cli::read_links(line, article.text, reading.offsets);
  if (auto* found = std::get_if<0>(&links)) article.links = std::move(*found);
  auto parts = cli::read_parts(line, article.text, reading.offsets);
  if (auto* found = std::get_if<0>(&parts)) article.parts = std::move(*found);
  return analyze_article(engine, article, options, first);
}

// engine: none where the verb needs no weights.
bool answer_lines(const Engine* engine, cli::Input& input, const cli::Options& options) {
  const auto answer = [&] {
    if (options.verb == cli::Verb::features) return cli::write_features(input.stream(), std::cout);
    if (options.verb == cli::Verb::who) return cli::write_who(input.stream(), std::cout);
    if (options.verb == cli::Verb::worth) return cli::write_worth(input.stream(), std::cout);
    return cli::analyze_lines(*engine, input.stream(), std::cout,
                              {.language = options.language,
                               .offsets = options.offsets,
                               .weights = options.weights,
                               .date = options.date});
  };
  const std::size_t errors = answer();
  if (const std::string problem = input.problem(); !problem.empty()) return report_problem(problem);
  if (errors > 0) {
    return report_problem(input.name() + ": " + std::to_string(errors) +
                          " lines could not be analysed; their \"error\" says why.");
  }
  return true;
}

// The engine with the house style of that file; none if it cannot be used, which is said. What of
// it makes no sense is said too.
std::optional<Engine> with_house_style(const Engine& engine, const std::string& file) {
  cli::Input input(file);
  const std::string json = cli::read_all(input.stream(), sourcelight::Options{}.longest_text);
  if (const std::string problem = input.problem(); !problem.empty()) {
    report_problem(problem);
    return std::nullopt;
  }
  auto styled = engine.with_house_style(json);
  if (!styled) {
    report_problem(file + ": " + styled.error().message);
    return std::nullopt;
  }
  for (const HouseStyleProblem& problem : styled->house_style_problems()) {
    report_problem(file + ":" + std::to_string(problem.line) + ": " + problem.field + ": " +
                   problem.message);
  }
  return *styled;
}

// The engine that the options ask for; none if its model cannot be read, which is said.
std::optional<Engine> make_engine(const cli::Options& options) {
  const std::string advice = " Give another file with --model.";
  std::ifstream file(options.model, std::ios::binary);
  std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) {
    report_problem(options.model + ": this model cannot be opened." + advice);
    return std::nullopt;
  }
  auto engine = Engine::with_model(std::move(bytes));
  if (engine) return *engine;
  report_problem(options.model + ": " + engine.error().message + advice);
  return std::nullopt;
}

int read(const cli::Options& options) {
  std::optional<Engine> engine;
  if (options.verb == cli::Verb::analyze) {
    engine = make_engine(options);
    if (engine && !options.house_style.empty()) {
      engine = with_house_style(*engine, options.house_style);
    }
    if (!engine) return some_failed;
  }
  int status = all_read;
  bool first = true;
  for (const std::string& name : options.files) {
    if (engine && options.html) {
      const bool well = analyze_html(*engine, name, options, first);
      if (!well) status = some_failed;
      first = first && !well;
      continue;
    }
    cli::Input input(name);
    if (&input.stream() == &std::cin && isatty(STDIN_FILENO) == 1) {
      std::cerr << "Paste an article, then press Ctrl-D on a line of its own.\n";
    }
    const bool lines = !engine || options.lines;
    const bool well = lines ? answer_lines(engine ? &*engine : nullptr, input, options)
                            : analyze_text(*engine, input, options, first);
    if (!well) status = some_failed;
    first = first && !well;
  }
  if (!std::cout) {
    report_problem("the output could not be written");
    status = some_failed;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const auto [options, problem] =
      cli::parse_options(std::vector<std::string>(argv + 1, argv + argc));
  if (problem) {
    std::cerr << "sourcelight: " << *problem << "\n\n" << cli::usage();
    return wrong_command_line;
  }
  switch (options.verb) {
    case cli::Verb::help:
      std::cout << cli::usage();
      return all_read;
    case cli::Verb::version:
      std::cout << "sourcelight " SOURCELIGHT_VERSION "\n";
      return all_read;
    case cli::Verb::analyze:
    case cli::Verb::features:
    case cli::Verb::who:
    case cli::Verb::worth:
      return read(options);
  }
}
