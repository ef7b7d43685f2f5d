// Takes the JSON of a Report and its text; gives the Report, or the first field that no Report of
// this text can have. What it gives, every format may walk without looking: all spans stand in the
// text, all indices lead somewhere. tests/core/report/read_json_test.cpp holds it.
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "base/utf.h"
#include "style/json.h"
#include "words/messages.h"

namespace sourcelight {
namespace {

using style::JsonValue;
using Kind = JsonValue::Kind;

constexpr std::size_t longest_report = std::size_t{64} << 20;  // bytes
constexpr std::string_view schema = "sourcelight.report/1";

// The whole number that is written there; nullopt if it is none, or too large.
std::optional<std::uint32_t> whole_number(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  }
  return static_cast<std::uint32_t>(value);
}

// A share in hundredths, as to_json() writes it, of a JSON number ("0.07", "1", "7e-2").
std::optional<double> share_of(std::string_view number) {
  if (number.starts_with('-')) return std::nullopt;
  double value = 0;
  int exponent = 0;
  bool fraction = false;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const char c = number[at];
    if (c == '.') {
      fraction = true;
    } else if (c == 'e' || c == 'E') {
      const bool negative = number.substr(at + 1).starts_with('-');
      const bool sign = negative || number.substr(at + 1).starts_with('+');
      const auto power = whole_number(number.substr(at + 1 + (sign ? 1 : 0)));
      if (!power || *power > 400) return negative ? std::optional(0.0) : std::nullopt;
      exponent += negative ? -static_cast<int>(*power) : static_cast<int>(*power);
      break;
    } else if (value < 1e15) {
      value = value * 10 + (c - '0');
      exponent -= fraction ? 1 : 0;
    } else {
      exponent += fraction ? 0 : 1;  // a digit that no hundredth knows of
    }
  }
  for (; exponent < 0 && value > 0; ++exponent) value /= 10;
  for (; exponent > 0 && value <= 1 && value > 0; --exponent) value *= 10;
  if (value > 1) return std::nullopt;
  return static_cast<double>(std::lround(value * 100)) / 100;
}

// Where a value stands in the JSON: written out only where something is wrong with it.
struct Place {
  const Place* above = nullptr;
  std::string_view name = {};  // of a field; an item of a list has none
  std::size_t index = 0;

  [[nodiscard]] std::string path() const {
    std::string path = above == nullptr ? std::string() : above->path();
    if (name.empty()) return above == nullptr ? path : path + "[" + std::to_string(index) + "]";
    return (path.empty() ? path : path + ".") + std::string(name);
  }
};

class ReportReader {
 public:
  // The Report's offsets, from which it follows how the text is read.
  std::optional<OffsetUnit> unit(const JsonValue& json) {
    const Place root;
    if (!is(json, root, Kind::object)) return std::nullopt;
    const JsonValue* value = get(json, root, "schema", Kind::string);
    if (value && value->text != schema) fail({&root, "schema"}, Message::report_schema);
    const auto unit = name<OffsetUnit>(json, root, "offsets");
    return fault_ ? std::nullopt : std::optional(unit);
  }

  Result<Report> report(const JsonValue& json, const Text& text) {
    const Place root;
    Report report;
    report.offsets = text.unit;
    report.length = number(json, root, "length");
    if (!fault_ && report.length != text.length()) {
      return Error{
          ErrorCode::other_text,
          say(Message::other_text, {std::to_string(report.length), std::to_string(text.length())})};
    }
    begins_.resize(text.length() + std::size_t{1});
    for (const std::uint32_t offset : text.origin) begins_[offset] = true;
    sizes_ = {list_size(json, root, "attributions"), list_size(json, root, "sources"),
              list_size(json, root, "claims"), list_size(json, root, "paragraphs")};
    list(json, root, "paragraphs", report.paragraphs, &ReportReader::paragraph);
    paragraphs_in_order(report.paragraphs, {&root, "paragraphs"});
    report.sentences = spans(json, root, "sentences");
    list(json, root, "attributions", report.attributions, &ReportReader::attribution);
    parents_lead_out(report.attributions, {&root, "attributions"});
    list(json, root, "sources", report.sources, &ReportReader::source);
    list(json, root, "claims", report.claims, &ReportReader::claim);
    list(json, root, "contradictions", report.contradictions, &ReportReader::contradiction);
    list(json, root, "findings", report.findings, &ReportReader::finding);
    in_order(report.findings, {&root, "findings"});
    if (fault_) return *fault_;
    return report;
  }

  [[nodiscard]] Error fault() const { return *fault_; }

 private:
  struct Sizes {
    std::size_t attributions = 0;
    std::size_t sources = 0;
    std::size_t claims = 0;
    std::size_t paragraphs = 0;
  };

  // Only the first fault counts: what follows reads on as if there were nothing.
  void fail(const Place& place, Message what, std::initializer_list<std::string_view> parts = {}) {
    if (fault_) return;
    fault_ = Error{ErrorCode::bad_report,
                   say(Message::report_unusable, {place.path(), say(what, parts)})};
  }

  bool is(const JsonValue& value, const Place& place, Kind wanted) {
    if (value.kind == wanted) return true;
    fail(place, Message::wrong_kind, {name_of(wanted), name_of(value.kind)});
    return false;
  }

  const JsonValue* find(const JsonValue& object, const Place& at, std::string_view name) {
    const JsonValue* value = object.find(name);
    if (!value) fail({&at, name}, Message::missing);
    return value;
  }

  const JsonValue* get(const JsonValue& object, const Place& at, std::string_view name,
                       Kind wanted) {
    const JsonValue* value = find(object, at, name);
    return value && is(*value, {&at, name}, wanted) ? value : nullptr;
  }

  std::size_t list_size(const JsonValue& json, const Place& at, std::string_view name) {
    const JsonValue* value = get(json, at, name, Kind::array);
    return value ? value->items.size() : 0;
  }

  // The objects of a list, each read by `read`.
  template <typename Item>
  void list(const JsonValue& json, const Place& above, std::string_view name,
            std::vector<Item>& items, Item (ReportReader::*read)(const JsonValue&, const Place&)) {
    const JsonValue* value = get(json, above, name, Kind::array);
    if (!value) return;
    const Place place{&above, name};
    items.reserve(value->items.size());
    for (std::size_t i = 0; i < value->items.size() && !fault_; ++i) {
      const Place at{&place, {}, i};
      if (is(value->items[i], at, Kind::object)) {
        items.push_back((this->*read)(value->items[i], at));
      }
    }
  }

  std::uint32_t number(const JsonValue& value, const Place& place) {
    const auto read = is(value, place, Kind::number) ? whole_number(value.text) : 0;
    if (!read) fail(place, Message::report_number);
    return read.value_or(0);
  }

  std::uint32_t number(const JsonValue& object, const Place& at, std::string_view name) {
    const JsonValue* value = find(object, at, name);
    return value ? number(*value, {&at, name}) : 0;
  }

  double share(const JsonValue& object, const Place& at, std::string_view name) {
    const JsonValue* value = get(object, at, name, Kind::number);
    const auto read = value ? share_of(value->text) : 0.0;
    if (!read) fail({&at, name}, Message::report_share);
    return read.value_or(0);
  }

  std::string text(const JsonValue& object, const Place& at, std::string_view name,
                   bool may_be_empty = false) {
    const JsonValue* value = get(object, at, name, Kind::string);
    if (value && value->text.empty() && !may_be_empty) fail({&at, name}, Message::empty);
    return value ? value->text : std::string();
  }

  // The enumerator of that name: to_string() knows them all, and gives "" past the last.
  template <typename Enum>
  Enum name(const JsonValue& object, const Place& at, std::string_view field) {
    const JsonValue* value = get(object, at, field, Kind::string);
    if (!value) return {};
    std::string known;
    for (int i = 0; !to_string(Enum(i)).empty(); ++i) {
      if (to_string(Enum(i)) == value->text) return Enum(i);
      known += (i == 0 ? "" : ", ") + std::string(to_string(Enum(i)));
    }
    fail({&at, field}, Message::none_of, {value->text, known});
    return {};
  }

  // Absent unless it is true.
  bool by_hand(const JsonValue& object, const Place& at) {
    constexpr std::string_view field = "byHand";
    if (!object.find(field)) return false;
    const JsonValue* value = get(object, at, field, Kind::boolean);
    return value && value->truth;
  }

  Span span(const JsonValue& value, const Place& place) {
    if (!is(value, place, Kind::array)) return {};
    if (value.items.size() != 2) {
      fail(place, Message::report_two);
      return {};
    }
    const Span span{number(value.items[0], place), number(value.items[1], place)};
    const auto length = static_cast<std::uint32_t>(begins_.size() - 1);
    if (fault_) return {};
    if (span.begin >= span.end || span.end > length) {
      fail(place, Message::report_span, {std::to_string(length)});
    } else if (!begins_[span.begin] || !begins_[span.end]) {
      fail(place, Message::report_within);
    }
    return fault_ ? Span{} : span;
  }

  Span span(const JsonValue& object, const Place& at, std::string_view name) {
    const JsonValue* value = find(object, at, name);
    return value ? span(*value, {&at, name}) : Span{};
  }

  Spans spans(const JsonValue& object, const Place& at, std::string_view name,
              bool may_be_empty = true) {
    const JsonValue* value = get(object, at, name, Kind::array);
    Spans read;
    if (!value) return read;
    const Place place{&at, name};
    if (value->items.empty() && !may_be_empty) fail(place, Message::report_empty_list);
    read.reserve(value->items.size());
    for (std::size_t i = 0; i < value->items.size() && !fault_; ++i) {
      const Place here{&place, {}, i};
      const Span next = span(value->items[i], here);
      if (!read.empty() && next.begin < read.back().end) fail(here, Message::report_order);
      read.push_back(next);
    }
    return read;
  }

  std::uint32_t index(const JsonValue& value, const Place& place, std::size_t size) {
    const std::uint32_t read = number(value, place);
    if (!fault_ && read >= size) fail(place, Message::report_index, {std::to_string(size)});
    return read;
  }

  std::uint32_t index(const JsonValue& object, const Place& at, std::string_view name,
                      std::size_t size) {
    const JsonValue* value = find(object, at, name);
    return value ? index(*value, {&at, name}, size) : 0;
  }

  std::optional<std::uint32_t> index_or_null(const JsonValue& object, const Place& at,
                                             std::string_view name, std::size_t size) {
    const JsonValue* value = find(object, at, name);
    if (!value || value->kind == Kind::null) return std::nullopt;
    return index(*value, {&at, name}, size);
  }

  std::vector<std::uint32_t> indices(const JsonValue& object, const Place& at,
                                     std::string_view name, std::size_t size) {
    const JsonValue* value = get(object, at, name, Kind::array);
    std::vector<std::uint32_t> read;
    if (!value) return read;
    const Place place{&at, name};
    read.reserve(value->items.size());
    for (std::size_t i = 0; i < value->items.size() && !fault_; ++i) {
      const Place here{&place, {}, i};
      const std::uint32_t next = index(value->items[i], here, size);
      if (!read.empty() && next <= read.back()) fail(here, Message::report_ascending);
      read.push_back(next);
    }
    return read;
  }

  std::uint32_t own_index(const JsonValue& object, const Place& at) {
    const std::uint32_t id = number(object, at, "id");
    if (!fault_ && id != at.index) {
      fail({&at, "id"}, Message::report_own_index, {std::to_string(at.index)});
    }
    return id;
  }

  Paragraph paragraph(const JsonValue& json, const Place& at) {
    Paragraph paragraph;
    paragraph.span = span(json, at, "span");
    paragraph.kind = name<ParagraphKind>(json, at, "kind");
    const JsonValue* dateline = find(json, at, "dateline");
    if (dateline && dateline->kind != Kind::null) {
      paragraph.dateline = span(*dateline, {&at, "dateline"});
    }
    return paragraph;
  }

  Attribution attribution(const JsonValue& json, const Place& at) {
    Attribution attribution;
    attribution.id = own_index(json, at);
    attribution.by_hand = by_hand(json, at);
    attribution.cue = spans(json, at, "cue", attribution.by_hand);  // a hand leaves no words
    attribution.source = spans(json, at, "source");
    attribution.content = spans(json, at, "content", false);
    attribution.quote = name<QuoteKind>(json, at, "quote");
    attribution.parent = index_or_null(json, at, "parent", sizes_.attributions);
    attribution.source_id = index_or_null(json, at, "sourceId", sizes_.sources);
    attribution.source_confidence = share(json, at, "sourceConfidence");
    attribution.confidence = share(json, at, "confidence");
    return attribution;
  }

  Source source(const JsonValue& json, const Place& at) {
    Source source;
    source.id = own_index(json, at);
    source.name = text(json, at, "name");
    source.kind = name<SourceKind>(json, at, "kind");
    source.title = text(json, at, "title", true);
    source.mentions = spans(json, at, "mentions");
    source.justification = spans(json, at, "justification");
    source.statements = number(json, at, "statements");
    source.words = number(json, at, "words");
    source.by_hand = by_hand(json, at);
    return source;
  }

  Claim claim(const JsonValue& json, const Place& at) {
    Claim claim;
    claim.spans = spans(json, at, "spans", false);
    claim.status = name<ClaimStatus>(json, at, "status");
    claim.confidence = share(json, at, "confidence");
    claim.attributions = indices(json, at, "attributions", sizes_.attributions);
    list(json, at, "signals", claim.signals, &ReportReader::signal);
    in_order(claim.signals, {&at, "signals"});
    claim.priority = share(json, at, "priority");
    claim.echoes = indices(json, at, "echoes", sizes_.claims);
    claim.why = text(json, at, "why");
    if (const JsonValue* value = get(json, at, "reason", Kind::object)) {
      claim.reason = reason(*value, {&at, "reason"});
    }
    claim.by_hand = by_hand(json, at);
    if (!json.find("standalone")) return claim;  // of an older Report, or made by hand
    if (const JsonValue* value = get(json, at, "standalone", Kind::object)) {
      const Place place{&at, "standalone"};
      claim.standalone = {text(*value, place, "who", true), text(*value, place, "text", true)};
    }
    return claim;
  }

  Signal signal(const JsonValue& json, const Place& at) {
    return {name<SignalKind>(json, at, "kind"), span(json, at, "span")};
  }

  Reason reason(const JsonValue& json, const Place& at) {
    Reason reason;
    reason.kind = name<ReasonKind>(json, at, "kind");
    if (json.find("source")) reason.source = index(json, at, "source", sizes_.sources);
    if (json.find("via")) reason.via = index(json, at, "via", sizes_.sources);
    if (json.find("cue")) reason.cue = text(json, at, "cue");
    if (!json.find("echo")) return reason;
    if (const JsonValue* value = get(json, at, "echo", Kind::object)) {
      const Place echo{&at, "echo"};
      const std::uint32_t paragraph = index(*value, echo, "paragraph", sizes_.paragraphs + 1);
      if (paragraph == 0) fail({&echo, "paragraph"}, Message::report_number);
      reason.echo = Elsewhere{index(*value, echo, "source", sizes_.sources), paragraph};
    }
    return reason;
  }

  Contradiction contradiction(const JsonValue& json, const Place& at) {
    return {index(json, at, "claim", sizes_.claims), index(json, at, "other", sizes_.claims),
            span(json, at, "span"), span(json, at, "otherSpan")};
  }

  Finding finding(const JsonValue& json, const Place& at) {
    return {text(json, at, "rule"), name<Severity>(json, at, "severity"), span(json, at, "span"),
            text(json, at, "message")};
  }

  // What has a span, by where it begins.
  template <typename Item>
  void in_order(const std::vector<Item>& items, const Place& place) {
    for (std::size_t i = 1; i < items.size() && !fault_; ++i) {
      if (items[i].span.begin < items[i - 1].span.begin) {
        fail({&place, {}, i}, Message::report_order);
      }
    }
  }

  void paragraphs_in_order(const std::vector<Paragraph>& paragraphs, const Place& place) {
    for (std::size_t i = 1; i < paragraphs.size() && !fault_; ++i) {
      if (paragraphs[i].span.begin < paragraphs[i - 1].span.end) {
        fail({&place, {}, i}, Message::report_order);
      }
    }
  }

  // Each way up is walked once: what was seen on an earlier one is known to end.
  void parents_lead_out(const std::vector<Attribution>& attributions, const Place& place) {
    std::vector<std::size_t> seen(attributions.size());  // on which walk, from 1
    for (std::size_t walk = 1; walk <= attributions.size() && !fault_; ++walk) {
      for (std::optional<std::uint32_t> at = attributions[walk - 1].id; at;
           at = attributions[*at].parent) {
        if (seen[*at] == walk) {
          const Place item{&place, {}, walk - 1};
          return fail({&item, "parent"}, Message::report_circle);
        }
        if (seen[*at] != 0) break;
        seen[*at] = walk;
      }
    }
  }

  std::optional<Error> fault_;
  std::vector<bool> begins_;  // whether a character, or nothing more, begins at that offset
  Sizes sizes_;
};

template <typename ReadText>
Result<Report> read(std::string_view json, const ReadText& read_text) {
  if (json.size() > longest_report) {
    return Error{ErrorCode::bad_report,
                 say(Message::report_too_long,
                     {std::to_string(json.size()), std::to_string(longest_report)})};
  }
  const auto tree = style::read_json(json);
  if (const auto* fault = std::get_if<style::JsonFault>(&tree)) {
    return Error{ErrorCode::bad_report,
                 say(Message::report_no_json,
                     {std::to_string(fault->line), std::to_string(fault->column), fault->what})};
  }
  const JsonValue& root = std::get<JsonValue>(tree);
  ReportReader reader;
  const auto unit = reader.unit(root);
  if (!unit) return reader.fault();
  return reader.report(root, read_text(*unit));
}

}  // namespace

Result<Report> report_from_json(std::string_view json, std::string_view utf8) {
  return read(json, [&](OffsetUnit unit) { return read_utf8(utf8, unit); });
}

Result<Report> report_from_json(std::string_view json, std::u16string_view utf16) {
  return read(json, [&](OffsetUnit unit) { return read_utf16(utf16, unit); });
}

}  // namespace sourcelight
