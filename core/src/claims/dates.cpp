// Contract in dates.h. What is not certain is left as it is: a plan, a habit, the present tense.
#include "claims/dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "words/messages.h"

namespace sourcelight {
namespace {

struct Civil {
  std::int32_t year = 0;
  std::int32_t month = 1;  // 1 to 12
  std::int32_t day = 1;    // 1 to 31
};

constexpr std::int32_t kDaysOfWeek = 7;
constexpr std::int32_t kMonths = 12;

Day day_of(Civil civil) {
  const std::int32_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int32_t of_era = year - era * 400;
  const std::int32_t of_year =
      (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
  return {era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468};
}

Civil civil_of(Day day) {
  const std::int32_t shifted = day.since_1970 + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
  const std::int32_t shifted_month = (5 * of_year + 2) / 153;
  const std::int32_t month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          of_year - (153 * shifted_month + 2) / 5 + 1};
}

// 0: Monday, as Role::weekday has them. 1 January 1970 was a Thursday.
std::int32_t weekday_of(Day day) {
  return ((day.since_1970 + 3) % kDaysOfWeek + kDaysOfWeek) % kDaysOfWeek;
}

// The n-th word, from 1.
std::string_view word_at(std::string_view words, std::int32_t n) {
  for (; n > 1 && !words.empty(); --n)
    words.remove_prefix(std::min(words.find(' ') + 1, words.size()));
  return words.substr(0, words.find(' '));
}

std::string in_words(const Language& language, Day day) {
  const Civil civil = civil_of(day);
  return say(language, Message::date_of_day,
             {std::to_string(civil.day), word_at(say(language, Message::months), civil.month),
              std::to_string(civil.year)});
}

enum class Tense : std::uint8_t { unknown, past, future };

class TimeReader {
 public:
  TimeReader(const Grammar& grammar, Day article) : g_(grammar), article_(article) {}

  // What is to be told of the token, and behind which: none where nothing is certain.
  struct Told {
    std::uint32_t behind = 0;
    std::string words;
  };
  [[nodiscard]] std::optional<Told> at(std::uint32_t t) const {
    if (g_.is(t, Role::day_before))
      return Told{t, in_words(g_.language(), {article_.since_1970 - 1})};
    if (g_.is(t, Role::same_day)) return Told{t, in_words(g_.language(), article_)};
    if (g_.is(t, Role::day_after))
      return Told{t, in_words(g_.language(), {article_.since_1970 + 1})};
    if (g_.is(t, Role::weekday)) return weekday(t);
    return stretch(t);
  }

 private:
  [[nodiscard]] bool capitalized(std::uint32_t t) const {
    return t < g_.document.tokens.size() && g_.document.tokens[t].capitalized;
  }

  // "on Tuesday", "said Tuesday", "Tuesday night"; no "Black Friday", "Sunday Herald", "Tuesday,
  // March 3".
  [[nodiscard]] std::optional<Told> weekday(std::uint32_t t) const {
    if (t == 0 || !capitalized(t)) return std::nullopt;
    const bool opens = g_.sentence_of(t).first_token == t;
    const bool on = g_.is(t - 1, Role::weekday_preposition);
    const bool bare = opens || g_.verb_at(t - 1) != nullptr || g_.tag(t - 1) == Tag::noun;
    if (!on && !bare) return std::nullopt;
    std::uint32_t last = t;
    if (g_.is(t + 1, Role::part_of_day)) ++last;
    const std::uint32_t next = last + 1;
    const bool dated =
        g_.tag(next) == Tag::number || g_.is(next, Role::month) ||
        (g_.norm(next) == "," && (g_.tag(next + 1) == Tag::number || g_.is(next + 1, Role::month)));
    if (dated || capitalized(next) || g_.tag(next) == Tag::possessive ||
        g_.is(next, Role::weekday_conjunction) || is_noun(g_.tag(next))) {
      return std::nullopt;
    }
    const std::vector<std::string_view>& all = g_.language().of<RoleTable>().words(Role::weekday);
    const auto found = std::find(all.begin(), all.end(), g_.norm(t));
    const auto wanted = static_cast<std::int32_t>(found - all.begin()) % kDaysOfWeek;
    const std::int32_t back = (weekday_of(article_) - wanted + kDaysOfWeek) % kDaysOfWeek;
    const Tense tense = tense_at(t);
    if (tense == Tense::past)
      return Told{last, in_words(g_.language(), {article_.since_1970 - back})};
    // Of what will be on the article's own weekday nobody knows whether it is today.
    if (tense == Tense::future && back > 0) {
      return Told{last, in_words(g_.language(), {article_.since_1970 - back + kDaysOfWeek})};
    }
    return std::nullopt;
  }

  // "last week", "this year", "next month"; no "the last year", which ends today.
  [[nodiscard]] std::optional<Told> stretch(std::uint32_t t) const {
    const int step = g_.is(t, Role::last_stretch)   ? -1
                     : g_.is(t, Role::this_stretch) ? 0
                     : g_.is(t, Role::next_stretch) ? 1
                                                    : 2;
    if (step == 2) return std::nullopt;
    if (t > 0 && (g_.tag(t - 1) == Tag::determiner || g_.is(t - 1, Role::possessive_of_person) ||
                  g_.tag(t - 1) == Tag::possessive || g_.tag(t - 1) == Tag::pronoun_possessive)) {
      return std::nullopt;
    }
    std::uint32_t last = t + 1;
    std::string words;
    const Civil now = civil_of(article_);
    if (g_.is(last, Role::week)) {
      const std::int32_t monday = article_.since_1970 - weekday_of(article_) + step * kDaysOfWeek;
      words = say(g_.language(), Message::week_of, {in_words(g_.language(), {monday})});
    } else if (g_.is(last, Role::month_noun)) {
      const std::int32_t months = now.year * kMonths + now.month - 1 + step;
      words = say(g_.language(), Message::month_of_year,
                  {word_at(say(g_.language(), Message::months), months % kMonths + 1),
                   std::to_string(months / kMonths)});
    } else if (g_.is(last, Role::year)) {
      words = std::to_string(now.year + step);
    } else {
      return std::nullopt;
    }
    if (g_.tag(last + 1) == Tag::possessive) ++last;
    return Told{last, std::move(words)};
  }

  // Of the clause that the token tells the time of: the verb before it, else the one behind.
  [[nodiscard]] Tense tense_at(std::uint32_t t) const {
    constexpr std::uint32_t kFar = 25;  // tokens
    const Sentence& sentence = g_.sentence_of(t);
    for (std::uint32_t v = t; v > sentence.first_token && t - v < kFar; --v) {
      if (const VerbGroup* verb = g_.verb_at(v - 1)) return tense_of(*verb);
    }
    for (std::uint32_t v = t + 1; v < sentence.last_token && v - t < kFar; ++v) {
      if (const VerbGroup* verb = g_.verb_at(v)) return tense_of(*verb);
    }
    return Tense::unknown;
  }

  [[nodiscard]] Tense tense_of(const VerbGroup& verb) const {
    if (!verb.finite) return Tense::unknown;
    for (std::uint32_t t = verb.tokens.first; t < verb.tokens.last; ++t) {
      if (g_.is(t, Role::certain_future)) return Tense::future;
      if (g_.tag(t) == Tag::modal) return Tense::unknown;
      if (g_.tag(t) == Tag::verb_past) return planned(verb) ? Tense::unknown : Tense::past;
      if (g_.tag(t) == Tag::verb_present || g_.tag(t) == Tag::verb_present_s) return Tense::unknown;
    }
    return Tense::unknown;
  }

  // "was due on Tuesday", "was expected": what was to be.
  [[nodiscard]] bool planned(const VerbGroup& verb) const {
    return g_.is(verb.head, Role::plan) || g_.is(verb.tokens.last, Role::plan);
  }

  const Grammar& g_;
  Day article_;
};

std::optional<std::int32_t> number_in(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> day_of(std::string_view iso) {
  constexpr std::size_t kLength = std::string_view("2026-03-05").size();
  if (iso.size() < kLength || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (iso.size() > kLength && iso[kLength] != 'T' && iso[kLength] != ' ') return std::nullopt;
  const auto year = number_in(iso.substr(0, 4));
  const auto month = number_in(iso.substr(5, 2));
  const auto day = number_in(iso.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > kMonths || *day < 1) return std::nullopt;
  const Day read = day_of(Civil{*year, *month, *day});
  return civil_of(read).day == *day && *day <= 31 ? std::optional(read) : std::nullopt;
}

std::vector<Edit> dates_told(const Grammar& g, const std::vector<bool>& quoted, TokenRange range,
                             Day article) {
  const TimeReader reader(g, article);
  std::vector<Edit> edits;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (quoted[t]) continue;
    const auto told = reader.at(t);
    if (!told || told->behind >= range.last) continue;
    const std::uint32_t end = g.document.tokens[told->behind].span.end;
    edits.push_back({{end, end}, " [" + told->words + "]"});
    t = told->behind;
  }
  return edits;
}

}  // namespace sourcelight
