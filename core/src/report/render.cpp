// The door to the formats: checks that text and Report belong together, then calls one.
// tests/core/report/render_test.cpp holds it.
#include "report/render.h"

#include <utility>

#include "words/messages.h"

namespace sourcelight {
namespace {

std::string valid(std::string_view utf8) { return read_utf8(utf8, OffsetUnit::utf8).utf8; }

Result<std::string> render(const Report& report, Text text, Format format,
                           const RenderOptions& options) {
  if (text.length() != report.length) {
    return Error{ErrorCode::other_text, say(Message::other_text, {std::to_string(report.length),
                                                                  std::to_string(text.length())})};
  }
  if (format == Format::json) return to_json(report, options.id);
  const Article article{.report = report,
                        .text = std::move(text),
                        .id = valid(options.id),
                        .title = valid(options.title),
                        .url = valid(options.url),
                        .header = options.header};
  switch (format) {
    case Format::json:
      break;
    case Format::claims_csv:
      return claims_csv(article);
    case Format::sources_csv:
      return sources_csv(article);
    case Format::markdown:
      return markdown(article);
    case Format::web_annotation:
      return web_annotation(article);
    case Format::html:
      return annotated_html(article);
  }
  return std::string();
}

}  // namespace

Result<std::string> render(const Report& report, std::string_view utf8, Format format,
                           const RenderOptions& options) {
  return render(report, read_utf8(utf8, report.offsets), format, options);
}

Result<std::string> render(const Report& report, std::u16string_view utf16, Format format,
                           const RenderOptions& options) {
  return render(report, read_utf16(utf16, report.offsets), format, options);
}

}  // namespace sourcelight
