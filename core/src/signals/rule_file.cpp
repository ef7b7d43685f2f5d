// Lines to patterns: all lines of one kind become one pattern, so that a text is scanned once for
// them. See rule_file.h.
#include "signals/rule_file.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "base/word_list.h"

namespace sourcelight {
namespace {

// Enough for the automata of a few hundred alternatives, run backwards too.
constexpr std::int64_t kMostMemory = std::int64_t{8} << 20;

constexpr std::array<std::pair<std::string_view, WordClass>, 5> kFinds = {
    {{"find", WordClass::any},
     {"find-verb", WordClass::verb},
     {"find-noun", WordClass::noun},
     {"find-modal", WordClass::modal},
     {"find-adjective", WordClass::adjective}}};

std::string with_words(std::string_view expression, const RuleWords& words) {
  std::string result(expression);
  for (const auto& [name, meaning] : words) {
    const std::string place = "<" + name + ">";
    for (std::size_t at = result.find(place); at != std::string::npos;
         at = result.find(place, at + meaning.size())) {
      result.replace(at, place.size(), meaning);
    }
  }
  return result;
}

std::string_view until_blank(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.find_first_not_of(' ', end), rest.size()));
  return word;
}

// Alternatives that gather into one expression: those that are whole words, and those as they are.
struct Gathered {
  std::string words;
  std::string marks;

  static void add(std::string& all, const std::string& one) {
    all += (all.empty() ? "" : "|") + one;
  }
  [[nodiscard]] std::string expression() const {
    std::string all;
    if (!marks.empty()) add(all, marks);
    if (!words.empty()) add(all, "\\b(?:" + words + ")\\b");
    return all;
  }
};

class Reader {
 public:
  Reader(RuleWords& words, std::vector<std::string>& problems)
      : words_(words), problems_(problems) {}

  SignalRule read(std::string_view file) {
    for (std::string_view line : read_entries(file)) {
      const std::string_view whole = line;
      const std::string_view keyword = until_blank(line);
      if (!take(keyword, line)) problems_.emplace_back(whole);
    }
    SignalRule rule;
    for (std::size_t i = 0; i < kFinds.size(); ++i) {
      if (auto pattern = compile(finds_[i])) {
        rule.find.emplace_back(kFinds[i].second, *std::move(pattern));
      }
    }
    rule.except = compile(except_);
    return rule;
  }

 private:
  // Whether the line makes sense.
  bool take(std::string_view keyword, std::string_view rest) {
    if (rest.empty()) return false;
    if (keyword == "let") {
      std::string name(until_blank(rest));
      words_.emplace_back(std::move(name), "(?:" + with_words(rest, words_) + ")");
      return !rest.empty();
    }
    const std::string expression = with_words(rest, words_);
    const auto* find = std::find_if(kFinds.begin(), kFinds.end(),
                                    [&](const auto& entry) { return entry.first == keyword; });
    if (find != kFinds.end()) {
      Gathered::add(finds_[static_cast<std::size_t>(find - kFinds.begin())].words, expression);
    } else if (keyword == "find-marks") {
      Gathered::add(finds_[0].marks, expression);
    } else if (keyword == "not") {
      Gathered::add(except_.words, expression);
    } else if (keyword == "not-marks") {
      Gathered::add(except_.marks, expression);
    } else {
      return false;
    }
    return true;
  }

  std::optional<Pattern> compile(const Gathered& gathered) {
    const std::string expression = gathered.expression();
    if (expression.empty()) return std::nullopt;
    auto compiled = Pattern::compile(expression, {.ignore_case = true, .most_memory = kMostMemory});
    if (auto* pattern = std::get_if<Pattern>(&compiled)) return std::move(*pattern);
    problems_.push_back(std::get<std::string>(compiled));
    return std::nullopt;
  }

  RuleWords& words_;
  std::vector<std::string>& problems_;
  std::array<Gathered, kFinds.size()> finds_;
  Gathered except_;
};

}  // namespace

SignalRule read_rule(std::string_view file, RuleWords& words, std::vector<std::string>& problems) {
  return Reader(words, problems).read(file);
}

bool is_of(WordClass wanted, Tag tag) {
  switch (wanted) {
    case WordClass::any:
      return true;
    case WordClass::verb:
      return tag >= Tag::verb_base && tag <= Tag::verb_present_s;
    case WordClass::noun:
      return tag == Tag::noun || tag == Tag::noun_plural || tag == Tag::proper_noun;
    case WordClass::modal:
      return tag == Tag::modal;
    case WordClass::adjective:
      return tag == Tag::adjective || tag == Tag::adverb;
  }
  return false;
}

}  // namespace sourcelight
