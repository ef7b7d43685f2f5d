// Files and standard input behind one door. tests/cli/cli_test.mjs holds it.
#include "input.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

namespace sourcelight::cli {

Input::Input(const std::string& name)
    : name_(name == "-" ? "standard input" : name), stream_(&std::cin) {
  errno = 0;
  if (name == "-") return;
  file_ = std::make_unique<std::ifstream>(name, std::ios::binary);
  stream_ = file_.get();
}

std::string Input::problem() const {
  const bool opened = !stream_->fail() || stream_->eof();
  if (opened && !stream_->bad()) return "";
  const std::string reason = errno == 0 ? "it cannot be read" : std::strerror(errno);
  return name_ + ": " + reason +
         ". Give the name of a readable text file, or - for standard input.";
}

std::string read_all(std::istream& stream, std::size_t limit) {
  std::string bytes;
  std::array<char, 65536> block{};
  while (stream && bytes.size() <= limit) {
    const std::size_t wanted = std::min(block.size(), limit + 1 - bytes.size());
    stream.read(block.data(), static_cast<std::streamsize>(wanted));
    bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return bytes;
}

}  // namespace sourcelight::cli
