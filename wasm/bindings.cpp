// Takes a JavaScript string; gives the Report as JSON with offsets in UTF-16 units, or in another
// format, or why there is none. A window, not a room: no logic here. tests/wasm hold it.
#include <emscripten/bind.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sourcelight/sourcelight.h"

namespace {

using sourcelight::Link;
using sourcelight::PagePart;
using sourcelight::Weight;

// {report, code, message}: report is what was asked for, or "" and code and message say why.
struct Answer {
  std::string report;
  std::string code;
  std::string message;
};

// Of an array of {span, kind}, those whose kind is known.
std::vector<PagePart> read_parts(const emscripten::val& array) {
  std::vector<PagePart> parts;
  const auto length = array["length"].as<unsigned>();
  for (unsigned i = 0; i < length; ++i) {
    const emscripten::val part = array[i];
    const auto kind = sourcelight::find_part_kind(part["kind"].as<std::string>());
    if (kind) parts.push_back({part["span"].as<sourcelight::Span>(), *kind});
  }
  return parts;
}

// {title, url}: "" if not known.
struct Names {
  std::string title;
  std::string url;
};

Answer refused(const sourcelight::Error& error) {
  return {"", std::string(to_string(error.code)), error.message};
}

// {code, message, problems, statuses}: problems are what makes no sense in a style that is in use,
// statuses which claims it wants shown.
struct StyleAnswer {
  std::string code;
  std::string message;
  emscripten::val problems = emscripten::val::array();
  emscripten::val statuses = emscripten::val::array();
};

const Answer no_model = {"", "bad_model", "There are no weights: loadModel() comes first."};

class Reader {
 public:
  // Reads as this one does, with the model and the house style that it has now, and remembers texts
  // of its own.
  [[nodiscard]] Reader another() const {
    Reader reader;
    reader.engine_ = engine_;
    return reader;
  }

  // Takes a weight file as a Uint8Array. An empty code says that it is in use from now on.
  Answer load_model(const emscripten::val& bytes) {
    auto engine = sourcelight::Engine::with_model(
        emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes));
    if (!engine) return refused(engine.error());
    engine_ = *engine;
    return {};
  }

  // Takes a house style as JSON, once there is a model. An empty code says that it is in use from
  // now on.
  StyleAnswer set_house_style(const std::string& json) {
    StyleAnswer answer;
    if (!engine_) {
      answer.code = no_model.code;
      answer.message = no_model.message;
      return answer;
    }
    const auto engine = engine_->with_house_style(json);
    if (!engine) {
      answer.code = to_string(engine.error().code);
      answer.message = engine.error().message;
      return answer;
    }
    engine_ = *engine;
    for (const auto& problem : engine_->house_style_problems()) {
      emscripten::val told = emscripten::val::object();
      told.set("field", problem.field);
      told.set("line", problem.line);
      told.set("message", problem.message);
      answer.problems.call<void>("push", told);
    }
    for (const auto status : engine_->shown_statuses()) {
      answer.statuses.call<void>("push", std::string(to_string(status)));
    }
    return answer;
  }

  Answer analyze(const std::u16string& text) {
    return analyze(text, emscripten::val::array(), emscripten::val::array(),
                   std::string(sourcelight::Options{}.language), emscripten::val::array(),
                   emscripten::val::null(), "");
  }

  // links: an array of {span: [begin, end], target, within}; weights: one of {name, weight}, in the
  // place of the default ones; language: "auto" or "en"; parts: an array of {span, kind};
  // on_progress: null, or a function that is called with the share that has been read; date: when
  // the article was published (ISO 8601), "" if that is not known.
  Answer analyze(const std::u16string& text, const emscripten::val& links,
                 const emscripten::val& weights, const std::string& language,
                 const emscripten::val& parts, const emscripten::val& on_progress,
                 const std::string& date) {
    if (!engine_) return no_model;
    sourcelight::Progress tell;
    if (!on_progress.isNull()) tell = [&on_progress](double share) { on_progress(share); };
    const auto result = engine_->analyze(std::u16string_view(text),
                                         {.language = language,
                                          .links = emscripten::vecFromJSArray<Link>(links),
                                          .parts = read_parts(parts),
                                          .weights = emscripten::vecFromJSArray<Weight>(weights),
                                          .date = date,
                                          .memory = &memory_,
                                          .on_progress = std::move(tell)});
    if (!result) return refused(result.error());
    text_ = text;
    report_ = *result;
    return {to_json(report_), "", ""};
  }

  // The default weights of priority, as an array of {name, weight}.
  [[nodiscard]] emscripten::val weights() const {
    emscripten::val weights = emscripten::val::array();
    for (const Weight& weight : sourcelight::default_weights()) {
      weights.call<void>("push", emscripten::val(weight));
    }
    return weights;
  }

  // The text that was analysed last, in the format of that name (of to_string(Format)).
  [[nodiscard]] Answer render(const std::string& format, const Names& names) const {
    return render(report_, text_, format, names);
  }

  // A Report of that text, as JSON with offsets in UTF-16 units, in the format of that name: one
  // that a page corrected. What was analysed last stays.
  [[nodiscard]] Answer render_report(const std::string& json, const std::u16string& text,
                                     const std::string& format, const Names& names) const {
    const auto report = sourcelight::report_from_json(json, std::u16string_view(text));
    return report ? render(*report, text, format, names) : refused(report.error());
  }

 private:
  static Answer render(const sourcelight::Report& report, const std::u16string& text,
                       const std::string& format, const Names& names) {
    const auto known = sourcelight::find_format(format);
    if (!known) return {"", "unknown_format", "There is no format \"" + format + "\"."};
    const auto result = sourcelight::render(report, std::u16string_view(text), *known,
                                            {.title = names.title, .url = names.url});
    return result ? Answer{*result, "", ""} : refused(result.error());
  }

  std::optional<sourcelight::Engine> engine_;  // none until a model is loaded
  sourcelight::Memory memory_;                 // an editor sends a text again and again
  std::u16string text_;
  sourcelight::Report report_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(sourcelight) {
  emscripten::value_object<Answer>("Answer")
      .field("report", &Answer::report)
      .field("code", &Answer::code)
      .field("message", &Answer::message);
  emscripten::value_object<StyleAnswer>("StyleAnswer")
      .field("code", &StyleAnswer::code)
      .field("message", &StyleAnswer::message)
      .field("problems", &StyleAnswer::problems)
      .field("statuses", &StyleAnswer::statuses);
  emscripten::value_object<Names>("Names").field("title", &Names::title).field("url", &Names::url);
  emscripten::value_array<sourcelight::Span>("Span")
      .element(&sourcelight::Span::begin)
      .element(&sourcelight::Span::end);
  emscripten::value_object<Link>("Link")
      .field("span", &Link::span)
      .field("target", &Link::target)
      .field("within", &Link::within);
  emscripten::value_object<Weight>("Weight")
      .field("name", &Weight::name)
      .field("weight", &Weight::weight);
  emscripten::class_<Reader>("Reader")
      .constructor<>()
      .function("another", &Reader::another)
      .function("loadModel", &Reader::load_model)
      .function("setHouseStyle", &Reader::set_house_style)
      .function("analyze",
                emscripten::select_overload<Answer(const std::u16string&)>(&Reader::analyze))
      .function("analyze", emscripten::select_overload<Answer(
                               const std::u16string&, const emscripten::val&,
                               const emscripten::val&, const std::string&, const emscripten::val&,
                               const emscripten::val&, const std::string&)>(&Reader::analyze))
      .function("weights", &Reader::weights)
      .function("render",
                emscripten::select_overload<Answer(const std::string&, const Names&) const>(
                    &Reader::render))
      .function("renderReport", &Reader::render_report);
}
