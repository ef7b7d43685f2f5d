// Any bytes, read as UTF-8 and as UTF-16, must give a sound Report. Run by "./dev fuzz".
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "invariants.h"
#include "sourcelight/sourcelight.h"

namespace {

using namespace sourcelight;

void check(const Result<Report>& result, std::size_t length, const char* encoding) {
  const std::string fault = !result ? result.error().message : invariants::first_fault(*result);
  if (fault.empty() && result->length == length && !to_json(*result).empty()) return;
  std::fprintf(stderr, "%s: %s\n", encoding, fault.empty() ? "wrong length" : fault.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Engine engine;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check(engine.analyze(std::string_view(bytes)), bytes.size(), "utf8");

  std::u16string units(size / 2, u'\0');
  std::memcpy(units.data(), data, units.size() * 2);
  check(engine.analyze(std::u16string_view(units)), units.size(), "utf16");
  return 0;
}
