// The way through: one call a stage, from text to Report.
#include <utility>

#include "attribution/attribution.h"
#include "base/utf.h"
#include "claims/claims.h"
#include "grammar/grammar.h"
#include "report/report.h"
#include "sourcelight/sourcelight.h"
#include "sources/sources.h"
#include "text/document.h"

namespace sourcelight {
namespace {

Report read(Text text) {
  const Document document = read_document(std::move(text));
  const Grammar grammar = read_grammar(document);
  const std::vector<Attribution> attributions = find_attributions(grammar);
  const SourceTable sources = resolve_sources(grammar, attributions);
  const std::vector<Claim> claims = find_claims(grammar, attributions, sources);
  return build_report(document, attributions, sources, claims);
}

std::optional<Error> refuse(std::size_t length, const char* unit, const Options& options) {
  if (options.language != "en") {
    return Error{ErrorCode::unsupported_language, "Language \"" + std::string(options.language) +
                                                      "\" is not supported; use \"en\"."};
  }
  if (length > options.longest_text) {
    return Error{ErrorCode::text_too_long, "The text has " + std::to_string(length) + " " + unit +
                                               "; at most " + std::to_string(options.longest_text) +
                                               " can be read. Analyse it in parts."};
  }
  return std::nullopt;
}

}  // namespace

Result<Report> Engine::analyze(std::string_view utf8, const Options& options) const {
  if (auto error = refuse(utf8.size(), "bytes", options)) return *std::move(error);
  return read(read_utf8(utf8, options.offsets.value_or(OffsetUnit::utf8)));
}

Result<Report> Engine::analyze(std::u16string_view utf16, const Options& options) const {
  if (auto error = refuse(utf16.size(), "UTF-16 units", options)) return *std::move(error);
  return read(read_utf16(utf16, options.offsets.value_or(OffsetUnit::utf16)));
}

}  // namespace sourcelight
