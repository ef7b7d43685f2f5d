// Takes the name of an HTML file; gives the article in it as the lines that --jsonl reads, by
// build/read-html.mjs, which node runs: the finder of page and extension, written once.
// tests/cli/html_test.mjs holds it.
#pragma once

#include <istream>
#include <memory>
#include <string>

#include "options.h"

namespace sourcelight::cli {

class HtmlInput {
 public:
  // "-" is standard input. With options.lines the file has lines {"id", "html"}.
  HtmlInput(const std::string& name, const Options& options);
  ~HtmlInput();
  HtmlInput(const HtmlInput&) = delete;
  HtmlInput& operator=(const HtmlInput&) = delete;

  // A line a page, {"text", "links", "title"}, offsets in options.offsets.
  [[nodiscard]] std::istream& stream() { return *stream_; }
  // To be asked once all is read: why there is not more; empty if all is well.
  [[nodiscard]] std::string problem();

 private:
  class Output;
  std::string name_;
  std::unique_ptr<Output> output_;
  std::unique_ptr<std::istream> stream_;
};

}  // namespace sourcelight::cli
