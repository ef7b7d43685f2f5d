// Contract in tokens.h; held by tests/cases/text/tokens.
#include "text/tokens.h"

#include <algorithm>
#include <array>

#include "base/chars.h"
#include "text/abbreviations.h"
#include "words/roles.h"

namespace sourcelight {
namespace {

// Cuts one sentence from left to right; each rule gives the end of the token that begins at `at`.
class Cutter {
 public:
  Cutter(std::string_view text, Span sentence)
      : text_(text.substr(0, sentence.end)), begin_(sentence.begin) {}

  [[nodiscard]] std::size_t token_end(std::size_t at) const {
    const CodePoint first = code_point_at(text_, at);
    if (const auto end = address_end(at); end > at) return end;
    if (is_alnum(first.value)) return word_end(at);
    if (is_apostrophe(first.value)) return apostrophe_end(at, first);
    return mark_end(at, first);
  }

  // Where the clitic of the word [begin, end) begins ("n't", "’s"), or end if it has none.
  [[nodiscard]] std::size_t clitic_begin(std::size_t begin, std::size_t end) const {
    std::size_t letters = end;
    while (letters > begin && end - letters < 2 && is_ascii_letter(letters - 1)) --letters;
    const CodePoint apostrophe = code_point_before(text_, letters);
    const std::size_t at = letters - apostrophe.size;
    if (letters == end || !is_apostrophe(apostrophe.value) || at <= begin) return end;
    const std::string tail = "'" + lower(text_.substr(letters, end - letters));
    if (is_role(tail, Role::clitic)) return at;
    const std::size_t earlier = at - code_point_before(text_, at).size;
    const bool whole =
        earlier > begin && is_role(lower(text_.substr(earlier, at - earlier)) + tail, Role::clitic);
    return whole ? earlier : end;
  }

 private:
  [[nodiscard]] CodePoint code(std::size_t at) const { return code_point_at(text_, at); }
  [[nodiscard]] char32_t before(std::size_t at) const {
    return at <= begin_ ? U' ' : code_point_before(text_, at).value;
  }
  [[nodiscard]] bool starts(std::size_t at, std::string_view prefix) const {
    return text_.substr(at, prefix.size()) == prefix;
  }

  [[nodiscard]] bool is_ascii_letter(std::size_t at) const {
    return is_letter(static_cast<unsigned char>(text_[at])) && (text_[at] & 0x80) == 0;
  }

  // The end of the run of code points that belong to a class; goes no further than `limit` bytes.
  template <typename Class>
  [[nodiscard]] std::size_t run_end(std::size_t at, Class&& belongs,
                                    std::size_t limit = std::string_view::npos) const {
    const std::size_t begin = at;
    while (at - begin < limit) {
      const CodePoint c = code(at);
      if (c.size == 0 || !belongs(c.value)) break;
      at += c.size;
    }
    return at;
  }

  // URLs, e-mail addresses, @handles, #tags.
  [[nodiscard]] std::size_t address_end(std::size_t at) const {
    const auto is_name = [](char32_t c) { return is_alnum(c) || c == '_'; };
    if (starts(at, "@") || starts(at, "#")) {
      const char32_t next = code(at + 1).value;
      const bool names = starts(at, "@") ? is_name(next) : is_letter(next);
      return names && !is_alnum(before(at)) ? run_end(at + 1, is_name) : at;
    }
    const char32_t beyond = code(run_end(at, is_alnum)).value;
    constexpr std::u32string_view marks = U".:@-_+";
    if (!is_alnum(code(at).value) || marks.find(beyond) == marks.npos) return at;
    if (starts(at, "http://") || starts(at, "https://") || starts(at, "www.")) return path_end(at);
    if (const std::size_t host = host_end(at); host > at) {
      return starts(host, "/") ? path_end(host) : host;
    }
    return email_end(at);
  }

  // To the end of a URL, without the marks of the sentence around it.
  [[nodiscard]] std::size_t path_end(std::size_t at) const {
    std::size_t end = run_end(at, [](char32_t c) {
      return !is_space(c) && c != '<' && c != '>' && c != '"' && !is_dash(c) &&
             (c < 0x2018 || c > 0x201F);
    });
    constexpr std::string_view trailing = ".,;:!?)]'";
    while (end > at && trailing.find(text_[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  // "example.com", "news.example.co.uk": labels, the last a top-level domain in lower case.
  [[nodiscard]] std::size_t host_end(std::size_t at) const {
    const auto is_label = [](char32_t c) { return c < 0x80 && (is_alnum(c) || c == '-'); };
    std::size_t label = at, end = run_end(at, is_label, longest_label);
    for (int labels = 0; labels < 5 && starts(end, ".") && is_label(code(end + 1).value);
         ++labels) {
      label = end + 1;
      end = run_end(label, is_label, longest_label);
    }
    constexpr std::array<std::string_view, 18> tops = {"com", "org",  "net",  "gov", "edu", "mil",
                                                       "int", "info", "news", "tv",  "io",  "co",
                                                       "uk",  "eu",   "de",   "fr",  "au",  "ca"};
    const std::string_view top = text_.substr(label, end - label);
    const bool found = label > at && std::find(tops.begin(), tops.end(), top) != tops.end();
    return found && !starts(end, "@") ? end : at;
  }

  [[nodiscard]] std::size_t email_end(std::size_t at) const {
    const auto is_local = [](char32_t c) {
      return c < 0x80 && (is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+');
    };
    const std::size_t sign = run_end(at, is_local, longest_label);
    if (!starts(sign, "@")) return at;
    std::size_t end = run_end(sign + 1, is_local, 4 * longest_label);
    while (end > sign && !is_alnum(static_cast<unsigned char>(text_[end - 1]))) --end;
    return text_.substr(sign, end - sign).find('.') == std::string_view::npos ? at : end;
  }

  // May the mark c, between two characters of a word or number, stay inside it?
  [[nodiscard]] static bool joins(char32_t left, char32_t c, char32_t right) {
    if (left == '.' && is_hyphen(c) && is_alnum(right)) return true;  // "U.S.-led"
    if (!is_alnum(right) || !is_alnum(left)) return false;
    if (is_hyphen(c) || c == '/' || c == '_') return true;
    if (is_apostrophe(c)) return is_letter(left);
    if (c == ',' || c == ':') return is_digit(left) && is_digit(right);
    if (c == '&') return is_upper(left) && is_upper(right);
    return false;
  }

  [[nodiscard]] std::size_t word_end(std::size_t at) const {
    std::size_t end = at;
    char32_t left = 0;
    while (true) {
      const CodePoint c = code(end);
      if (c.size == 0) break;
      const char32_t right = code(end + c.size).value;
      if (!is_alnum(c.value) && !joins(left, c.value, right) &&
          !(c.value == '.' && dot_stays(at, end, left, right)) && !adds_gender(end, left)) {
        break;
      }
      end += c.size;
      left = c.value;
    }
    return end;
  }

  // The mark at `at` stands before an ending that makes a word mean all: "Bürger:innen",
  // "Lehrer*in".
  [[nodiscard]] bool adds_gender(std::size_t at, char32_t left) const {
    if ((!starts(at, ":") && !starts(at, "*")) || !is_lower(left)) return false;
    const std::size_t end = run_end(at + 1, is_alnum, longest_label);
    return is_role(text_.substr(at + 1, end - at - 1), Role::inclusive_ending);
  }

  // The full stop at `dot`: part of a number, an address or an abbreviation that began at `at`?
  [[nodiscard]] bool dot_stays(std::size_t at, std::size_t dot, char32_t left,
                               char32_t right) const {
    if (!is_alnum(left)) return false;
    if (is_digit(left) && is_digit(right)) return true;
    if (right == '.') return false;
    const std::string_view word = text_.substr(at, dot - at);
    if (is_letter(right)) {
      const std::size_t next = dot + 1 + code(dot + 1).size;
      return is_single_letter_end(word) || (starts(next, ".") && word.size() < 4);  // "Ph.D."
    }
    if (is_hyphen(right)) return is_acronym(last_part(word)) && is_alnum(code(dot + 2).value);
    const Stop stop = read_stop(text_, dot);
    if (dot + 1 == text_.size()) {
      return (is_acronym(word) && word.size() > 1) || stop == Stop::time;
    }
    return stop != Stop::full;
  }

  [[nodiscard]] static std::string_view last_part(std::string_view word) {
    return word.substr(word.find_last_of("-/") + 1);
  }

  // "U.S", "p.m": the last letter stands alone.
  [[nodiscard]] static bool is_single_letter_end(std::string_view word) {
    const CodePoint last = code_point_before(word, word.size());
    const char32_t before_it = code_point_before(word, word.size() - last.size).value;
    return is_letter(last.value) && (before_it == 0 || before_it == '.' || is_hyphen(before_it));
  }

  // "'em", "’90s" are words; otherwise the apostrophe is a mark of its own ('' is one mark).
  [[nodiscard]] std::size_t apostrophe_end(std::size_t at, CodePoint first) const {
    if (starts(at, "''")) return at + 2;
    const std::size_t end = run_end(at + first.size, is_alnum);
    return is_clipped_word(text_.substr(at + first.size, end - at - first.size)) ? end
                                                                                 : at + first.size;
  }

  [[nodiscard]] std::size_t mark_end(std::size_t at, CodePoint first) const {
    const std::size_t end = at + first.size;
    const char32_t c = first.value;
    if (starts(at, "``")) return at + 2;
    if (c == '.' && is_digit(code(end).value)) return word_end(end);
    if (c == '.' || c == '-' || c == '_' || c == '*' || c == '=' || c == 0x2026 || is_dash(c)) {
      return run_end(end, [c](char32_t next) { return next == c; });
    }
    if (c == '!' || c == '?') {
      return run_end(end, [](char32_t next) { return next == '!' || next == '?'; });
    }
    return c >= 0x203C ? run_end(end,
                                 [](char32_t next) {
                                   return next == 0xFE0F || next == 0x200D ||
                                          (next >= 0x1F3FB && next <= 0x1F3FF);
                                 })
                       : end;
  }

  static constexpr std::size_t longest_label = 64;  // bytes of a label or a local part

  std::string_view text_;
  std::size_t begin_;
};

void append_normalized(std::string& norm, char32_t c) {
  if (is_apostrophe(c) || c == 0x2018 || c == 0x201A) {
    norm += '\'';
  } else if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB) {
    norm += '"';
  } else if (is_hyphen(c)) {
    norm += '-';
  } else if (c != 0xAD) {  // a soft hyphen is no letter of the word
    append_utf8(norm, to_lower(c));
  }
}

std::string normalized(std::string_view word) {
  std::string norm;
  norm.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    append_normalized(norm, c.value);
    at += c.size;
  }
  return norm;
}

Token make_token(std::string_view text, std::size_t begin, std::size_t end,
                 std::uint32_t sentence) {
  Token token;
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  token.sentence = sentence;
  const std::string_view word = text.substr(begin, end - begin);
  std::size_t letters = 0, capitals = 0;
  bool ascii = true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    const bool upper = is_upper(c.value);
    if (at == 0) token.capitalized = upper;
    at += c.size;
    letters += is_letter(c.value) ? 1 : 0;
    capitals += upper ? 1 : 0;
    token.word |= is_alnum(c.value);
    ascii &= c.value < 0x80;
  }
  token.norm = ascii ? lower(word) : normalized(word);
  if (word == "``" || word == "''") token.norm.assign(1, '"');
  token.all_caps = letters >= 2 && capitals == letters;
  token.roles = &RoleTable::english().of(token.norm);
  return token;
}

}  // namespace

std::vector<Token> split_tokens(std::string_view text, std::vector<Sentence>& sentences) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5);
  for (std::uint32_t index = 0; index < sentences.size(); ++index) {
    Sentence& sentence = sentences[index];
    const Cutter cutter(text, sentence.span);
    sentence.first_token = static_cast<std::uint32_t>(tokens.size());
    for (std::size_t at = sentence.span.begin; at < sentence.span.end;) {
      const CodePoint c = code_point_at(text, at);
      if (is_space(c.value)) {
        at += c.size;
        continue;
      }
      const std::size_t end = cutter.token_end(at);
      const std::size_t cut = cutter.clitic_begin(at, end);
      tokens.push_back(make_token(text, at, cut, index));
      const bool first = tokens.size() - 1 == sentence.first_token;
      if (first && c.value == 0xBB && is_space(code_point_at(text, end).value)) {
        tokens.back().norm = "•";  // "» Tolls rise": a bullet, which closes nothing
      }
      if (cut < end) tokens.push_back(make_token(text, cut, end, index));
      at = end;
    }
    sentence.last_token = static_cast<std::uint32_t>(tokens.size());
  }
  return tokens;
}

}  // namespace sourcelight
