// Any bytes, read as UTF-8 and made into UTF-16, must give a sound Report in every format, which is
// read back from its JSON; as a model or as a Report, they are refused or read as one. Run by
// "./dev fuzz".
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "invariants.h"
#include "model/english.h"
#include "sourcelight/sourcelight.h"

namespace {

using namespace sourcelight;

template <typename View>
void check(const Result<Report>& result, View text, const char* encoding) {
  const std::string fault = !result ? result.error().message : invariants::first_fault(*result);
  const auto rendered = [&](Format format) { return bool(render(*result, text, format)); };
  const auto read_back = [&] {
    const auto again = report_from_json(to_json(*result), text);
    return again && to_json(*again) == to_json(*result);
  };
  if (fault.empty() && result->length == text.size() && read_back() &&
      rendered(Format::claims_csv) && rendered(Format::sources_csv) && rendered(Format::markdown) &&
      rendered(Format::web_annotation) && rendered(Format::html)) {
    return;
  }
  std::fprintf(stderr, "%s: %s\n", encoding, fault.empty() ? "wrong length" : fault.c_str());
  std::abort();
}

// Letters stay letters, so that what reads as an article in UTF-8 does in UTF-16; the other bytes
// become surrogates, often lone, and marks of U+2000 to U+203F.
char16_t unit_of(std::uint8_t byte) {
  if (byte < 0x80) return byte;
  if (byte < 0xA0) return static_cast<char16_t>(0xD800 + byte);
  if (byte < 0xC0) return static_cast<char16_t>(0xDC00 + byte);
  return static_cast<char16_t>(0x2000 + byte - 0xC0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Engine engine = *Engine::with_model(testing::english_model());
  static const Options english = {.language = "en"};
  if (const auto made = Engine::with_model({data, data + size})) {
    const std::string_view text = "It rained, Lind said.";
    check(made->analyze(text), text, "as a model");
  }
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (const std::string_view text = "It rained.";
      const auto given = report_from_json(bytes, text)) {
    if (!render(*given, text, Format::html)) std::abort();
  }
  check(engine.analyze(std::string_view(bytes), english), std::string_view(bytes), "utf8");

  std::u16string units;
  for (std::size_t i = 0; i < size; ++i) units += unit_of(data[i]);
  check(engine.analyze(std::u16string_view(units), english), std::u16string_view(units), "utf16");
  return 0;
}
