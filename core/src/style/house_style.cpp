// From JSON to rules and words, field by field; what makes no sense is told and left out. See
// house_style.h.
#include "style/house_style.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/chars.h"
#include "words/messages.h"
#include "words/roles.h"
#include "words/verb_forms.h"

namespace sourcelight::style {
namespace {

using Kind = JsonValue::Kind;

template <typename T, std::size_t N>
using Words = std::array<std::pair<std::string_view, T>, N>;

constexpr Words<Where, 10> kWheres = {{{"anywhere", Where::anywhere},
                                       {"own_voice", Where::own_voice},
                                       {"quotation", Where::quotation},
                                       {"outside_quotations", Where::outside_quotations},
                                       {"headline", Where::headline},
                                       {"cue", Where::cue},
                                       {"source", Where::source},
                                       {"claim:named", Where::named},
                                       {"claim:unnamed", Where::unnamed},
                                       {"claim:hidden", Where::hidden}}};
constexpr Words<Check, 10> kChecks = {
    {{"single_anonymous_source", Check::single_anonymous_source},
     {"single_anonymous_source_for_accusation", Check::single_anonymous_source_for_accusation},
     {"accusation_in_own_voice", Check::accusation_in_own_voice},
     {"anonymous_source_without_description", Check::anonymous_source_without_description},
     {"anonymous_source_without_reason", Check::anonymous_source_without_reason},
     {"opinion_from_anonymous_source", Check::opinion_from_anonymous_source},
     {"declined_to_comment_unnamed", Check::declined_to_comment_unnamed},
     {"attribution_restated", Check::attribution_restated},
     {"attribution_at_first_reference", Check::attribution_at_first_reference},
     {"changed_quotation", Check::changed_quotation}}};
constexpr Words<Severity, 3> kSeverities = {
    {{"info", Severity::info}, {"warning", Severity::warning}, {"error", Severity::error}}};
constexpr Words<SourceKind, 3> kKinds = {{{"named_organization", SourceKind::named_organization},
                                          {"named_person", SourceKind::named_person},
                                          {"document", SourceKind::document}}};
constexpr Words<ClaimStatus, 5> kStatuses = {{{"named", ClaimStatus::named},
                                              {"unnamed", ClaimStatus::unnamed},
                                              {"hidden", ClaimStatus::hidden},
                                              {"unsourced", ClaimStatus::unsourced},
                                              {"none", ClaimStatus::none}}};

// Adds the forms of "reckon" or, with irregular ones of the past, "tell/told".
void add_verb(const Language& language, std::string_view forms, Vocabulary& vocabulary) {
  enum Form : std::uint8_t { base, present, past, gerund };
  const std::vector<std::string_view>& known = language.of<RoleTable>().words(Role::known_verb);
  const std::size_t end = std::min(forms.find('/'), forms.size());
  std::size_t form = base;
  for (std::string& each : regular_forms(language, forms.substr(0, end))) {
    vocabulary.verbs.insert_or_assign(std::move(each), known[form++]);
  }
  for (forms.remove_prefix(end); !forms.empty();) {
    forms.remove_prefix(1);
    const std::size_t last = std::min(forms.find('/'), forms.size());
    vocabulary.verbs.insert_or_assign(std::string(forms.substr(0, last)), known[past]);
    forms.remove_prefix(last);
  }
}

// A pattern of the words themselves, whatever white space or apostrophe the article has in them.
std::string expression_of(std::string_view words) {
  std::string expression;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint next = code_point_at(words, at);
    const std::string_view letter = words.substr(at, next.size);
    at += next.size;
    if (is_space(next.value)) {
      if (!expression.ends_with("]+")) expression += "[\\s\\x{A0}]+";
    } else if (is_apostrophe(next.value)) {
      expression += "['\u2019]";
    } else {
      if (next.value < 0x80 && !is_alnum(next.value)) expression += '\\';
      expression += letter;
    }
  }
  return expression;
}

class StyleReader {
 public:
  explicit StyleReader(const Language& language) : language_(language) {}

  HouseStyle run(const JsonValue& json) {
    only(json, "",
         {"name", "rules", "statuses", "verbs", "titles", "sources", "ignore", "$schema"});
    if (const JsonValue* name = get(json, "", "name", Kind::string)) style_.name = name->text;
    each(json, "rules", Kind::object, &StyleReader::rule);
    statuses(json);
    each(json, "verbs", Kind::string, &StyleReader::verb);
    each(json, "titles", Kind::string, &StyleReader::title);
    each(json, "ignore", Kind::string, &StyleReader::ignored);
    each(json, "sources", Kind::null, &StyleReader::source);
    return std::move(style_);
  }

 private:
  void problem(std::string field, const JsonValue& value, Message what,
               std::initializer_list<std::string_view> parts = {}) {
    style_.problems.push_back({std::move(field), value.line, say(what, parts)});
  }

  static std::string path(const std::string& object, std::string_view name) {
    return (object.empty() ? "" : object + ".") + std::string(name);
  }

  // Tells every field of another name.
  void only(const JsonValue& object, const std::string& field,
            std::initializer_list<std::string_view> known) {
    for (std::size_t i = 0; i < object.names.size(); ++i) {
      if (std::find(known.begin(), known.end(), object.names[i]) != known.end()) continue;
      std::string names;
      for (const std::string_view name : known)
        names += (names.empty() ? "" : ", ") + std::string(name);
      style_.problems.push_back(
          {path(field, object.names[i]), object.lines[i], say(Message::no_such_field, {names})});
    }
  }

  bool is(const JsonValue& value, const std::string& field, Kind wanted) {
    if (value.kind == wanted) return true;
    problem(field, value, Message::wrong_kind, {name_of(wanted), name_of(value.kind)});
    return false;
  }

  // The field, if it is there and of its kind.
  const JsonValue* get(const JsonValue& object, const std::string& field, std::string_view name,
                       Kind wanted) {
    const JsonValue* value = object.find(name);
    return value && is(*value, path(field, name), wanted) ? value : nullptr;
  }

  // Reads each item of a list; Kind::null: of whatever kind.
  void each(const JsonValue& json, std::string_view name, Kind wanted,
            void (StyleReader::*read)(const JsonValue&, const std::string&)) {
    const JsonValue* list = get(json, "", name, Kind::array);
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
      const std::string field = std::string(name) + "[" + std::to_string(i) + "]";
      const JsonValue& item = list->items[i];
      if (wanted == Kind::null || is(item, field, wanted)) (this->*read)(item, field);
    }
  }

  // One of some words; `otherwise` if the field is missing; nullopt if it is no such word.
  template <typename T, std::size_t N>
  std::optional<T> choice(const JsonValue& object, const std::string& field, std::string_view name,
                          const Words<T, N>& words, T otherwise) {
    if (!object.find(name)) return otherwise;
    const JsonValue* value = get(object, field, name, Kind::string);
    return value ? meaning(*value, path(field, name), words) : std::nullopt;
  }

  template <typename T, std::size_t N>
  std::optional<T> meaning(const JsonValue& value, const std::string& field,
                           const Words<T, N>& words) {
    std::string known;
    for (const auto& [word, meant] : words) {
      if (word == value.text) return meant;
      known += (known.empty() ? "" : ", ") + std::string(word);
    }
    problem(field, value, Message::none_of, {value.text, known});
    return std::nullopt;
  }

  // A string that says something.
  std::optional<std::string> words(const JsonValue& object, const std::string& field,
                                   std::string_view name) {
    if (!object.find(name)) {
      problem(path(field, name), object, Message::missing);
      return std::nullopt;
    }
    const JsonValue* value = get(object, field, name, Kind::string);
    if (!value) return std::nullopt;
    if (!value->text.empty()) return value->text;
    problem(path(field, name), *value, Message::empty);
    return std::nullopt;
  }

  std::optional<Pattern> pattern(const JsonValue& object, const std::string& field,
                                 std::string_view name, bool ignore_case) {
    const JsonValue* value = get(object, field, name, Kind::string);
    if (!value) return std::nullopt;
    auto compiled = Pattern::compile(value->text, {.ignore_case = ignore_case});
    if (auto* done = std::get_if<Pattern>(&compiled)) return std::move(*done);
    problem(path(field, name), *value, Message::bad_pattern, {std::get<std::string>(compiled)});
    return std::nullopt;
  }

  void rule(const JsonValue& json, const std::string& field) {
    only(json, field,
         {"id", "pattern", "check", "unless", "where", "ignore_case", "severity", "message"});
    const auto id = words(json, field, "id");
    const auto message = words(json, field, "message");
    const auto where = choice(json, field, "where", kWheres, Where::anywhere);
    const auto severity = choice(json, field, "severity", kSeverities, Severity::warning);
    const JsonValue* ignore = get(json, field, "ignore_case", Kind::boolean);
    const bool ignore_case = ignore == nullptr || ignore->truth;
    auto unless = pattern(json, field, "unless", ignore_case);
    auto searched = pattern(json, field, "pattern", ignore_case);
    std::optional<Check> check;
    if (json.find("check")) check = choice(json, field, "check", kChecks, Check{});
    const bool both = json.find("check") && json.find("pattern");
    if (both || (!json.find("check") && !json.find("pattern"))) {
      problem(field, json, Message::pattern_or_check);
    }
    // An unknown field alone does not keep a rule from working.
    const bool usable = id && message && where && severity && !both && (searched || check) &&
                        (!json.find("unless") || unless);
    if (!usable) return;
    Rule& made = style_.rules.emplace_back(
        Rule{*id, check.value_or(Check{}), std::move(unless), *where, *severity, *message});
    if (searched) made.what = *std::move(searched);
  }

  void statuses(const JsonValue& json) {
    each(json, "statuses", Kind::string, &StyleReader::status);
    const JsonValue* list = json.find("statuses");
    if (list && list->kind == Kind::array && list->items.empty()) {
      problem("statuses", *list, Message::no_status);
    }
  }

  void status(const JsonValue& json, const std::string& field) {
    const auto status = meaning(json, field, kStatuses);
    auto& shown = style_.shown;
    if (status && std::find(shown.begin(), shown.end(), *status) == shown.end()) {
      shown.push_back(*status);
    }
  }

  void verb(const JsonValue& json, const std::string& field) {
    const std::string forms = lower(json.text);
    const bool word = !forms.empty() && forms.front() != '/' &&
                      std::all_of(forms.begin(), forms.end(), [](char c) {
                        return (c >= 'a' && c <= 'z') || c == '/' || c == '-' || c == '\'';
                      });
    if (!word) {
      problem(field, json, Message::no_verb);
      return;
    }
    add_verb(language_, forms, style_.vocabulary);
  }

  void title(const JsonValue& json, const std::string& field) {
    const std::string noun = lower(json.text.substr(json.text.find_last_of(' ') + 1));
    if (noun.empty() || noun.find_first_of("\n\r#") != std::string::npos) {
      problem(field, json, Message::no_title);
      return;
    }
    style_.vocabulary.titles += noun + "\n";
  }

  void ignored(const JsonValue& json, const std::string& field) {
    auto compiled = Pattern::compile(expression_of(json.text), {.ignore_case = true});
    auto* words = std::get_if<Pattern>(&compiled);
    if (!words || json.text.find_first_not_of(" \t\n") == std::string::npos) {
      problem(field, json, Message::no_words);
      return;
    }
    style_.ignored.push_back(std::move(*words));
  }

  // "Name" or {"name": ..., "kind": ...}.
  void source(const JsonValue& json, const std::string& field) {
    KnownSource known;
    if (json.kind == Kind::object) {
      only(json, field, {"name", "kind"});
      const auto name = words(json, field, "name");
      const auto kind = choice(json, field, "kind", kKinds, SourceKind::named_organization);
      if (!name || !kind) return;
      known = {*name, "", *kind};
    } else if (is(json, field, Kind::string)) {
      known.name = json.text;
      if (known.name.empty()) problem(field, json, Message::empty);
    } else {
      return;
    }
    known.key = lower(known.name);
    const std::size_t first = known.key.find(' ');
    if (first != std::string::npos &&
        is_role(language_, known.key.substr(0, first), Role::definite_article)) {
      known.key.erase(0, first + 1);
    }
    if (!known.key.empty()) style_.vocabulary.sources.push_back(std::move(known));
  }

  const Language& language_;
  HouseStyle style_;
};

}  // namespace

std::variant<HouseStyle, JsonFault> read_house_style(std::string_view json,
                                                     const Language& language) {
  auto read = read_json(json);
  if (auto* fault = std::get_if<JsonFault>(&read)) return std::move(*fault);
  const auto& value = std::get<JsonValue>(read);
  if (value.kind != Kind::object)
    return JsonFault{value.line, 1, say(Message::object_expected, {})};
  return StyleReader(language).run(value);
}

}  // namespace sourcelight::style
