// Takes a file's name; gives its bytes, or a message that says why there are none and what to do.
// tests/cli/cli_test.mjs holds it.
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>

namespace sourcelight::cli {

// An open file, or standard input for "-".
class Input {
 public:
  explicit Input(const std::string& name);

  [[nodiscard]] std::istream& stream() { return *stream_; }
  [[nodiscard]] const std::string& name() const { return name_; }  // as messages call it
  // Why it could not be opened or read so far; empty if all is well.
  [[nodiscard]] std::string problem() const;

 private:
  std::string name_;
  std::unique_ptr<std::istream> file_;
  std::istream* stream_;
};

// At most limit + 1 bytes, so that an endless file cannot fill the memory.
[[nodiscard]] std::string read_all(std::istream& stream, std::size_t limit);

}  // namespace sourcelight::cli
