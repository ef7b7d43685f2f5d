// Strings in the JSON that the tools of training read; a Report's own writer is
// report/json_writer.h. tests/core/sources/choice_test.cpp and tests/core/worth hold it.
#pragma once

#include <string>
#include <string_view>

namespace sourcelight {

// Appends the text (UTF-8) in quotation marks; a control character becomes a blank.
inline void append_json_string(std::string& json, std::string_view text) {
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  json += '"';
}

}  // namespace sourcelight
