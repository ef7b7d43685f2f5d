// Contract in dateline.h; held by tests/cases/text/paragraphs.
#include "text/dateline.h"

#include <algorithm>

#include "base/chars.h"
#include "base/word_list.h"
#include "words/roles.h"

namespace sourcelight {
namespace {

constexpr std::size_t longest = 100;  // bytes

std::string_view trim(std::string_view part) {
  while (!part.empty() && is_space(code_point_at(part, 0).value)) {
    part.remove_prefix(code_point_at(part, 0).size);
  }
  while (!part.empty() && is_space(code_point_before(part, part.size()).value)) {
    part.remove_suffix(code_point_before(part, part.size()).size);
  }
  return part;
}

// Takes what stands before the next separator off the front.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = trim(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

// Begins with a capital letter or a digit; small words like "of" may stand in a name.
bool is_name_word(const Language& language, std::string_view word) {
  const char32_t first = code_point_at(word, 0).value;
  return is_upper(first) || is_digit(first) || is_role(language, word, Role::name_particle);
}

bool is_in_capitals(std::string_view word) {
  int letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_lower(c.value) || is_digit(c.value)) return false;
    letters += is_letter(c.value) ? 1 : 0;
    at += c.size;
  }
  return letters >= 2;
}

struct Shape {
  int words = 0;
  bool names = true;     // every word could be part of a name or a date
  bool capitals = true;  // every word, but for "and", is in capital letters
};

Shape shape_of(const Language& language, std::string_view part) {
  Shape shape;
  while (!(part = trim(part)).empty()) {
    const std::string_view word = take(part, ' ');
    ++shape.words;
    shape.names &= is_name_word(language, word);
    shape.capitals &= is_in_capitals(word) || is_role(language, word, Role::place_conjunction);
  }
  return shape;
}

// "DOHA", "LONDON, England", "HEMPSTEAD, N.Y., Sept. 26"; with an agency "Doha" will do.
bool is_place_and_date(const Language& language, std::string_view head, bool has_agency) {
  const std::string_view place = take(head, ',');
  const Shape shape = shape_of(language, place);
  if (shape.words == 0 || shape.words > 4 || !shape.names) return false;
  if (!shape.capitals && !has_agency) return false;
  const bool alone = trim(head).empty();
  if (alone && !has_agency && shape.words == 1 && place.size() < 4) return false;  // "FBI"
  for (int parts = 0; !trim(head).empty(); ++parts) {
    const Shape more = shape_of(language, take(head, ','));
    if (parts == 4 || more.words > 4 || !more.names) return false;
  }
  return true;
}

// Splits "DOHA (Reuters)" into "DOHA" and "Reuters".
std::string_view take_agency(std::string_view& head) {
  if (!head.ends_with(')')) return {};
  const std::size_t open = head.rfind('(');
  if (open == std::string_view::npos) return {};
  std::string_view name = head.substr(open + 1, head.size() - open - 2);
  head = trim(head.substr(0, open));
  return trim(name);
}

// Where the first dash that parts two phrases begins and ends.
Span find_dash(std::string_view window) {
  for (std::size_t at = 0; at < window.size();) {
    const CodePoint c = code_point_at(window, at);
    const bool spaced = at > 0 && is_space(code_point_before(window, at).value);
    const bool twice = window.substr(at, 2) == "--";
    std::size_t end = at + c.size;
    if (is_dash(c.value) || twice ||
        (spaced && c.value == '-' && is_space(code_point_at(window, end).value))) {
      while (end < window.size() && window[end] == '-') ++end;
      return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
    at = end;
  }
  return {};
}

// A sentence begins here: a capital letter, a digit or a quotation mark.
bool begins_sentence(std::string_view rest) {
  const char32_t first = code_point_at(trim(rest), 0).value;
  return is_upper(first) || is_digit(first) || first == '"' || first == '\'' ||
         (first >= 0x2018 && first <= 0x201F);
}

// How much of the window is a dateline; 0 if nothing is.
std::size_t dateline_size(const Language& language, std::string_view window) {
  if (const Span dash = find_dash(window); !dash.empty()) {
    std::string_view head = trim(window.substr(0, dash.begin));
    const std::string_view agency = take_agency(head);
    const bool named = !agency.empty() && shape_of(language, agency).words <= 4 &&
                       (is_agency(language, agency) || shape_of(language, agency).names);
    if (begins_sentence(window.substr(dash.end)) &&
        ((head.empty() && is_agency(language, agency)) ||
         is_place_and_date(language, head, named))) {
      return dash.end;
    }
  }
  // "LONDON (CNN)A man ...", "NEW DELHI (PTI): A man ..."
  const std::size_t close = window.find(')');
  if (close == std::string_view::npos) return 0;
  std::string_view head = window.substr(0, close + 1);
  if (!is_agency(language, take_agency(head))) return 0;
  const std::size_t end = window.substr(close + 1, 1) == ":" ? close + 2 : close + 1;
  const bool fits = head.empty() || is_place_and_date(language, head, true);
  return fits && begins_sentence(window.substr(end)) ? end : 0;
}

}  // namespace

bool is_agency(const Language& language, std::string_view name) {
  return language.words(Lexicon::text_agencies).has(name);
}

Span find_dateline(const Language& language, std::string_view text, Span paragraph) {
  std::size_t size = std::min<std::size_t>(longest, paragraph.size());
  while (size < paragraph.size() && (text[paragraph.begin + size] & 0xC0) == 0x80) --size;
  const std::size_t found = dateline_size(language, text.substr(paragraph.begin, size));
  if (found == 0) return {};
  return {paragraph.begin, paragraph.begin + static_cast<std::uint32_t>(found)};
}

}  // namespace sourcelight
