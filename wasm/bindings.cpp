// Takes a JavaScript string; gives the Report as JSON with offsets in UTF-16 units, or why there
// is none. A window, not a room: no logic here. tests/wasm hold it.
#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "sourcelight/sourcelight.h"

namespace {

// {report, code, message}: report is JSON, or "" and code and message say why.
struct Answer {
  std::string report;
  std::string code;
  std::string message;
};

Answer refused(const sourcelight::Error& error) {
  return {"", std::string(to_string(error.code)), error.message};
}

class Reader {
 public:
  // Takes a weight file as a Uint8Array. An empty code says that it is in use from now on.
  Answer load_model(const emscripten::val& bytes) {
    auto engine = sourcelight::Engine::with_model(
        emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes));
    if (!engine) return refused(engine.error());
    engine_ = *engine;
    return {};
  }

  [[nodiscard]] Answer analyze(const std::u16string& text) const {
    const auto result = engine_.analyze(std::u16string_view(text));
    if (!result) return refused(result.error());
    return {to_json(*result), "", ""};
  }

 private:
  sourcelight::Engine engine_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(sourcelight) {
  emscripten::value_object<Answer>("Answer")
      .field("report", &Answer::report)
      .field("code", &Answer::code)
      .field("message", &Answer::message);
  emscripten::class_<Reader>("Reader")
      .constructor<>()
      .function("loadModel", &Reader::load_model)
      .function("analyze", &Reader::analyze);
}
