// A reader by descent, one function a kind of value; see json.h.
#include "style/json.h"

#include <algorithm>
#include <utility>

#include "base/chars.h"
#include "base/utf.h"
#include "words/messages.h"

namespace sourcelight::style {
namespace {

constexpr int kDeepest = 32;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::variant<JsonValue, JsonFault> run() {
    JsonValue value;
    skip_blanks();
    if (read(value, 0)) {
      skip_blanks();
      if (at_ == text_.size()) return value;
      fail(Message::json_more);
    }
    return place();
  }

 private:
  [[nodiscard]] char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // Remembers the first thing that was wrong, here.
  bool fail(Message what) {
    what_ = what;
    return false;
  }

  [[nodiscard]] JsonFault place() const {
    const std::string_view before = text_.substr(0, at_);
    const std::size_t line_begin = before.rfind('\n') + 1;  // 0 if there is none
    const auto characters =
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return {line_, static_cast<std::uint32_t>(characters) + 1, std::string(say(what_))};
  }

  void skip_blanks() {
    for (; at_ < text_.size() && is_blank(text_[at_]); ++at_) line_ += text_[at_] == '\n' ? 1 : 0;
  }

  bool take(char c) {
    if (now() != c) return false;
    ++at_;
    return true;
  }

  bool take_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return fail(Message::json_value);
    at_ += word.size();
    return true;
  }

  bool read(JsonValue& value, int depth) {
    if (depth > kDeepest) return fail(Message::json_deep);
    value.line = line_;
    switch (now()) {
      case '{':
        return read_object(value, depth);
      case '[':
        return read_array(value, depth);
      case '"':
        value.kind = JsonValue::Kind::string;
        return read_string(value.text);
      case 't':
      case 'f':
        value.kind = JsonValue::Kind::boolean;
        value.truth = now() == 't';
        return take_word(value.truth ? "true" : "false");
      case 'n':
        return take_word("null");
      default:
        return read_number(value);
    }
  }

  bool read_array(JsonValue& value, int depth) {
    value.kind = JsonValue::Kind::array;
    ++at_;
    skip_blanks();
    if (take(']')) return true;
    do {
      skip_blanks();
      if (!read(value.items.emplace_back(), depth + 1)) return false;
      skip_blanks();
    } while (take(','));
    return take(']') || fail(Message::json_list);
  }

  bool read_object(JsonValue& value, int depth) {
    value.kind = JsonValue::Kind::object;
    ++at_;
    skip_blanks();
    if (take('}')) return true;
    do {
      skip_blanks();
      if (now() != '"') return fail(Message::json_name);
      value.lines.push_back(line_);
      if (!read_string(value.names.emplace_back())) return false;
      skip_blanks();
      if (!take(':')) return fail(Message::json_colon);
      skip_blanks();
      if (!read(value.items.emplace_back(), depth + 1)) return false;
      skip_blanks();
    } while (take(','));
    return take('}') || fail(Message::json_object);
  }

  bool read_number(JsonValue& value) {
    const std::size_t begin = at_;
    const auto digits = [&] {
      const std::size_t first = at_;
      while (now() >= '0' && now() <= '9') ++at_;
      return at_ > first;
    };
    value.kind = JsonValue::Kind::number;
    take('-');
    const bool zero = now() == '0';
    const std::size_t whole = at_;
    if (!digits() || (zero && at_ > whole + 1)) return fail(Message::json_value);
    if (take('.') && !digits()) return fail(Message::json_digit);
    if (now() == 'e' || now() == 'E') {
      ++at_;
      if (!take('+')) take('-');
      if (!digits()) return fail(Message::json_digit);
    }
    value.text = text_.substr(begin, at_ - begin);
    return true;
  }

  bool read_string(std::string& out) {
    ++at_;
    while (true) {
      const auto c = static_cast<unsigned char>(now());
      if (at_ >= text_.size()) return fail(Message::json_string_end);
      if (c < 0x20) return fail(Message::json_control);
      if (take('"')) return true;
      if (c != '\\') {
        out += text_[at_++];
        continue;
      }
      ++at_;
      if (!read_escape(out)) return false;
    }
  }

  bool read_escape(std::string& out) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char letter = now();
    const std::size_t known = letter == '\0' ? std::string_view::npos : kLetters.find(letter);
    if (known != std::string_view::npos) {
      ++at_;
      out += kMeanings[known];
      return true;
    }
    char32_t unit = 0;
    if (!take('u') || !read_unit(unit)) {
      return fail(Message::json_escape);
    }
    if (unit >= 0xD800 && unit < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
      const std::size_t back = at_;
      at_ += 2;
      char32_t low = 0;
      if (read_unit(low) && low >= 0xDC00 && low < 0xE000) {
        append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        return true;
      }
      at_ = back;
    }
    append_utf8(out, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    return true;
  }

  bool read_unit(char32_t& unit) {
    for (int i = 0; i < 4; ++i, ++at_) {
      const auto digit = std::string_view("0123456789abcdef").find(now() | 0x20);
      if (at_ >= text_.size() || digit == std::string_view::npos) return false;
      unit = unit * 16 + static_cast<char32_t>(digit);
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  Message what_ = Message::json_value;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  const auto found = std::find(names.rbegin(), names.rend(), name);
  return found == names.rend() ? nullptr
                               : &items[static_cast<std::size_t>(names.rend() - found) - 1];
}

std::string_view name_of(JsonValue::Kind kind) {
  constexpr Message kNames[] = {Message::json_null,   Message::json_boolean, Message::json_number,
                                Message::json_string, Message::json_array,   Message::json_members};
  return say(kNames[static_cast<std::size_t>(kind)]);
}

std::variant<JsonValue, JsonFault> read_json(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  const std::string text = read_utf8(bytes, OffsetUnit::utf8).utf8;
  return Reader(text).run();
}

}  // namespace sourcelight::style
