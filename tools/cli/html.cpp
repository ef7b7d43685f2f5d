// Contract in html.h; tests/cli/html_test.mjs holds it.
#include "html.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <streambuf>

namespace sourcelight::cli {
namespace {

// As the shell takes it for one word.
std::string quoted(const std::string& word) {
  std::string safe = "'";
  for (const char c : word) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe + "'";
}

const char* name_of(OffsetUnit unit) {
  if (unit == OffsetUnit::utf16) return "utf16";
  return unit == OffsetUnit::utf8 ? "utf8" : "codepoint";
}

bool can_be_read(const std::string& path) { return std::ifstream(path).good(); }

}  // namespace

// What a command writes, as it comes.
class HtmlInput::Output : public std::streambuf {
 public:
  explicit Output(const std::string& command)
      : pipe_(command.empty() ? nullptr : popen(command.c_str(), "r")) {}
  ~Output() override { close(); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // The command's status; 0 where there was none.
  int close() {
    if (pipe_ != nullptr) status_ = pclose(pipe_);
    pipe_ = nullptr;
    return status_;
  }

 protected:
  int_type underflow() override {
    const std::size_t size = pipe_ == nullptr ? 0 : fread(block_.data(), 1, block_.size(), pipe_);
    if (size == 0) return traits_type::eof();
    setg(block_.data(), block_.data(), block_.data() + size);
    return traits_type::to_int_type(block_.front());
  }

 private:
  std::FILE* pipe_;
  int status_ = 0;
  std::array<char, 65536> block_{};
};

HtmlInput::HtmlInput(const std::string& name, const Options& options) : name_(name) {
  const std::string reader = SOURCELIGHT_HTML_READER;
  std::string command;
  if (can_be_read(reader) && (name == "-" || can_be_read(name))) {
    command = "node " + quoted(reader) + " --offsets " + name_of(options.offsets);
    if (options.lines) command += " --jsonl";
    if (!options.url.empty()) command += " --url " + quoted(options.url);
    // A name that begins with a hyphen is none of its options.
    command += " " + quoted(name.starts_with("-") && name != "-" ? "./" + name : name);
  }
  output_ = std::make_unique<Output>(command);
  stream_ = std::make_unique<std::istream>(output_.get());
}

HtmlInput::~HtmlInput() = default;

std::string HtmlInput::problem() {
  const std::string reader = SOURCELIGHT_HTML_READER;
  if (!can_be_read(reader)) {
    return "--html needs " + reader + ", which is not there. \"./dev build\" makes it.";
  }
  if (name_ != "-" && !can_be_read(name_)) {
    return name_ +
           ": it cannot be read. Give the name of a readable HTML file, or - for standard "
           "input.";
  }
  if (output_->close() == 0) return "";
  return (name_ == "-" ? "standard input" : name_) +
         ": no article could be read. Is node, version 18 or newer, installed?";
}

}  // namespace sourcelight::cli
