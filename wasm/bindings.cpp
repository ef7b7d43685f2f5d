// Takes a JavaScript string; gives the Report as JSON with offsets in UTF-16 units, or why there
// is none. A window, not a room: no logic here. tests/wasm hold it.
#include <emscripten/bind.h>

#include <string>

#include "sourcelight/sourcelight.h"

namespace {

// {report, code, message}: report is JSON, or "" and code and message say why.
struct Answer {
  std::string report;
  std::string code;
  std::string message;
};

Answer analyze(const std::u16string& text) {
  const auto result = sourcelight::Engine{}.analyze(std::u16string_view(text));
  if (!result) return {"", std::string(to_string(result.error().code)), result.error().message};
  return {to_json(*result), "", ""};
}

}  // namespace

EMSCRIPTEN_BINDINGS(sourcelight) {
  emscripten::value_object<Answer>("Answer")
      .field("report", &Answer::report)
      .field("code", &Answer::code)
      .field("message", &Answer::message);
  emscripten::function("analyze", &analyze);
}
