// One line in, one line out; a bad line never stops the rest.
// tests/cli/jsonl_test.mjs holds it.
#include "jsonl.h"

#include <functional>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <variant>

#include "links.h"
#include "parts.h"

namespace sourcelight::cli {
namespace {

using Json = nlohmann::ordered_json;  // so that an id comes back as it was

// An id may be any JSON value, yet writing one recurses.
constexpr int deepest = 64;

struct LineError {
  Json id;
  std::string code;
  std::string message;
};

// JSON allows a lone surrogate in an escape ("\ud83d"), nlohmann does not: it is read as U+FFFD,
// as everywhere in Sourcelight. Same length, so a message's byte positions stay right.
void replace_lone_surrogates(std::string& line) {
  const auto unit_at = [&](std::size_t at) {
    if (at + 6 > line.size() || line[at] != '\\' || line[at + 1] != 'u') return 0UL;
    const std::string digits = line.substr(at + 2, 4);
    if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) return 0UL;
    return std::stoul(digits, nullptr, 16);
  };
  const auto high = [](unsigned long unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto low = [](unsigned long unit) { return unit >= 0xDC00 && unit < 0xE000; };
  for (std::size_t at = line.find('\\'); at != std::string::npos; at = line.find('\\', at)) {
    const unsigned long unit = unit_at(at);
    const bool pair = high(unit) && low(unit_at(at + 6));
    if (!pair && (high(unit) || low(unit))) line.replace(at, 6, "\\ufffd");
    at += pair ? 12 : unit != 0 ? 6 : 2;
    if (at >= line.size()) break;
  }
}

std::variant<Json, LineError> parse(std::string& line) {
  replace_lone_surrogates(line);
  bool too_deep = false;
  const auto depth_guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  try {
    Json json = Json::parse(line, depth_guard);
    if (!too_deep) return json;
    return LineError{nullptr, "bad_json",
                     "is nested deeper than " + std::to_string(deepest) + " levels"};
  } catch (const Json::parse_error& error) {
    return LineError{nullptr, "bad_json",
                     "is not valid JSON in UTF-8 from byte " + std::to_string(error.byte) +
                         " on; one object {\"id\": ..., \"text\": \"...\"} a line is wanted"};
  } catch (const Json::exception&) {
    return LineError{nullptr, "bad_json", "holds a number that is out of range"};
  }
}

using Answer = std::variant<std::string, LineError>;
// Takes a line's text and the whole line.
using Answerer = std::function<Answer(const std::string& text, const Json& line)>;

// The answer with the line's id in front, or what is wrong with the line.
Answer answer_line(const Answerer& answer, std::string& line) {
  auto parsed = parse(line);
  if (auto* error = std::get_if<LineError>(&parsed)) return std::move(*error);
  const Json& json = std::get<Json>(parsed);
  const Json id = json.is_object() && json.contains("id") ? json["id"] : Json();
  if (!json.is_object() || !json.contains("text") || !json["text"].is_string()) {
    return LineError{id, "no_text", "has no \"text\" that is a string"};
  }
  const auto& text = json["text"].get_ref<const std::string&>();
  Answer answered = answer(text, json);
  if (auto* error = std::get_if<LineError>(&answered)) {
    error->id = id;
  } else if (json.contains("id")) {
    auto& object = std::get<std::string>(answered);
    object = "{\"id\":" + id.dump() + "," + object.substr(1);
  }
  return answered;
}

std::size_t answer_lines(const Answerer& answer, std::istream& in, std::ostream& out) {
  std::size_t errors = 0;
  std::string line;
  for (std::size_t number = 1; out && std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Answer answered = answer_line(answer, line);
    if (const auto* error = std::get_if<LineError>(&answered)) {
      ++errors;
      const Json json = {{"id", error->id},
                         {"error",
                          {{"code", error->code},
                           {"message", "Line " + std::to_string(number) + " " + error->message}}}};
      out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n' << std::flush;
    } else {
      out << std::get<std::string>(answered) << '\n' << std::flush;
    }
  }
  return errors;
}

}  // namespace

std::size_t analyze_lines(const Engine& engine, std::istream& in, std::ostream& out,
                          const sourcelight::Options& options) {
  return answer_lines(
      [&](const std::string& text, const Json& line) -> Answer {
        auto links = read_links(line, text, *options.offsets);
        if (auto* problem = std::get_if<std::string>(&links)) {
          return LineError{nullptr, "bad_links", *problem};
        }
        auto parts = read_parts(line, text, *options.offsets);
        if (auto* problem = std::get_if<std::string>(&parts)) {
          return LineError{nullptr, "bad_parts", *problem};
        }
        const auto date = line.find("date");
        const bool dated = date != line.end() && !date->is_null();
        if (dated && !date->is_string()) {
          return LineError{nullptr, "bad_date", "has a \"date\" that is no string"};
        }
        sourcelight::Options of_line = options;
        if (dated) of_line.date = date->get_ref<const std::string&>();
        of_line.links = std::get<0>(std::move(links));
        of_line.parts = std::get<0>(std::move(parts));
        const auto result = engine.analyze(std::string_view(text), of_line);
        if (result) return to_json(*result);
        return LineError{nullptr, std::string(to_string(result.error().code)),
                         "could not be analysed: " + result.error().message};
      },
      in, out);
}

std::size_t write_features(std::istream& in, std::ostream& out) {
  return answer_lines(
      [](const std::string& text, const Json&) -> Answer { return features_json(text); }, in, out);
}

namespace {

// [[begin, end], ...]; empty where there is none.
Spans read_spans(const Json& object, const char* name) {
  Spans spans;
  const auto given = object.find(name);
  if (given == object.end() || !given->is_array()) return spans;
  for (const Json& span : *given) {
    if (!span.is_array() || span.size() != 2 || !span[0].is_number_unsigned() ||
        !span[1].is_number_unsigned()) {
      continue;
    }
    spans.push_back({span[0].get<std::uint32_t>(), span[1].get<std::uint32_t>()});
  }
  return spans;
}

// Their ids are their indices; a parent is one that stands before.
std::vector<Attribution> read_attributions(const Json& line) {
  std::vector<Attribution> attributions;
  const auto given = line.find("attributions");
  if (given == line.end() || !given->is_array()) return attributions;
  for (const Json& one : *given) {
    Attribution attribution;
    attribution.id = static_cast<std::uint32_t>(attributions.size());
    if (one.is_object()) {
      attribution.source = read_spans(one, "source");
      attribution.cue = read_spans(one, "cue");
      attribution.content = read_spans(one, "content");
      const auto parent = one.find("parent");
      if (parent != one.end() && parent->is_number_unsigned() &&
          parent->get<std::uint32_t>() < attribution.id) {
        attribution.parent = parent->get<std::uint32_t>();
      }
    }
    attributions.push_back(std::move(attribution));
  }
  return attributions;
}

}  // namespace

std::size_t write_who(std::istream& in, std::ostream& out) {
  return answer_lines(
      [](const std::string& text, const Json& line) -> Answer {
        return who_json(text, read_attributions(line));
      },
      in, out);
}

std::size_t write_worth(std::istream& in, std::ostream& out) {
  return answer_lines(
      [](const std::string& text, const Json&) -> Answer { return worth_json(text); }, in, out);
}

}  // namespace sourcelight::cli
