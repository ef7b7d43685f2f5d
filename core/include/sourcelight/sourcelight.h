// The one public header: text goes in, a Report comes out.
//
//   sourcelight::Engine engine;
//   auto result = engine.analyze(text, {.offsets = sourcelight::OffsetUnit::utf8});
//   if (result) std::cout << sourcelight::to_json(*result);
//   else        std::cerr << result.error().message;
//
// The value types below are also the vocabulary of the stages inside core/src.
// docs/report.md describes every field; tests/core/report hold the contract. It is long because
// all that a Report says is declared here, and only here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sourcelight {

// What an offset counts. JavaScript strings count utf16; files count utf8 (bytes).
enum class OffsetUnit { utf16, utf8, codepoint };

// Half-open range [begin, end). In a Report: units of Report::offsets. Inside core: bytes of
// Document::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
};

// Sorted, disjoint, none empty.
using Spans = std::vector<Span>;

// direct: the content stands wholly inside quotation marks; mixed: partly; indirect: not at all.
enum class QuoteKind { direct, mixed, indirect };

enum class SourceKind {
  named_person,
  named_organization,
  document,
  anonymous,      // particular people, not named in the article ("a senior official")
  unnamed_group,  // people as a class ("critics")
  author,         // the writer of the article
  none            // nobody is given ("is believed")
};

// What a claim rests on, as docs/report.md defines it.
enum class ClaimStatus { named, unnamed, hidden, unsourced, none };

enum class ParagraphKind { body, headline, byline, caption, credit, standfirst, item };

struct Paragraph {
  Span span;
  ParagraphKind kind = ParagraphKind::body;
  Span dateline;  // "DOHA (Reuters) -" at the head of a body paragraph; empty if there is none

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// Someone (the source) says, thinks or intends something (the content), and words of the
// article (the cue) tell us so: PARC 3.0 (Pareti 2016), PolNeAR (Newell et al., LREC 2018).
struct Attribution {
  std::uint32_t id = 0;  // its index in Report::attributions
  Spans cue;
  Spans source;  // empty: nobody is given
  Spans content;
  QuoteKind quote = QuoteKind::indirect;
  std::optional<std::uint32_t> parent;     // the attribution in whose content this one stands
  std::optional<std::uint32_t> source_id;  // index into Report::sources; nullopt: nobody is given
  double confidence = 0;                   // 0 to 1: that its source and content are right
  double source_confidence = 0;            // 0 to 1: that its source is who source_id says
  bool by_hand = false;                    // a person made it, or corrected it

  friend bool operator==(const Attribution&, const Attribution&) = default;
};

struct Source {
  std::uint32_t id = 0;  // its index in Report::sources
  std::string name;      // UTF-8: the fullest name in the article, or the phrase as written
  SourceKind kind = SourceKind::none;
  std::string title;    // UTF-8: role or affiliation as the article states it; empty if it does not
  Spans mentions;       // where attributions name it
  Spans justification;  // words that say why it can know ("who was in the room")
  std::uint32_t statements = 0;  // attributions that rest on it
  std::uint32_t words = 0;       // words of their contents
  bool by_hand = false;          // a person made it, or corrected it

  friend bool operator==(const Source&, const Source&) = default;
};

// What makes a claim worth a check.
enum class SignalKind {
  number,
  date,
  superlative,
  comparison,
  ranking,
  cause,
  prediction,
  accusation,    // of a crime or misconduct
  casualties,    // how many died, were hurt, are missing
  science,       // a scientific or medical finding
  law,           // a verdict, a ruling, a charge
  quoted_words,  // words in quotation marks that nobody is given for
  weasel,        // "critics say", "many believe"
  loaded         // a word that judges, in the article's own voice
};

struct Signal {
  SignalKind kind{};
  Span span;

  friend bool operator==(const Signal&, const Signal&) = default;
};

// Why a claim has its status. Each is one sentence of Claim::why; of the facts of Reason it has
// those that are given.
enum class ReasonKind {
  // named
  attributed,  // to source, by cue
  linked,      // to source, a document
  // unnamed
  unidentified,  // attributed to source, whom the reader cannot identify, by cue
  passed_on,     // via, which is named, has it from such people: source, where words name them; cue
  // hidden
  nobody_given,     // presented as somebody's word by cue
  quotation_alone,  // a quotation whose speaker is not given
  // unsourced
  own_voice,      // stated by the article itself; echo
  linked_within,  // the same, with a link within the site (Link::within); echo
  // none
  headline,  // one that asserts nothing
  byline,
  caption,
  credit,
  question,
  announcement,  // to the reader
  newsroom,      // what the newsroom did for the article
  request,       // to the reader
  picture,       // names what is shown, but asserts nothing
  opinion,       // the writer's own
  no_verb,       // asserts nothing that could be checked
  // of any status
  by_hand  // a person said so; source, where it is attributed
};

// Where somebody is given for what the article says itself.
struct Elsewhere {
  std::uint32_t source = 0;     // index into Report::sources
  std::uint32_t paragraph = 0;  // from 1

  friend bool operator==(const Elsewhere&, const Elsewhere&) = default;
};

// Claim::why as data, for other languages.
struct Reason {
  ReasonKind kind{};
  std::optional<std::uint32_t> source = std::nullopt;  // index into Report::sources
  std::optional<std::uint32_t> via = std::nullopt;     // index into Report::sources
  std::string cue = {};                                // UTF-8: words of the article; may be empty
  std::optional<Elsewhere> echo = std::nullopt;

  friend bool operator==(const Reason&, const Reason&) = default;
};

// A claim for somebody who has not read the article; joined by ": " where both are there.
struct Standalone {
  std::string who;   // UTF-8: whose word it is, "Farida Rahmani, Labour MP"; empty: own voice
  std::string text;  // UTF-8: a sentence; what the article does not have there stands in brackets

  friend bool operator==(const Standalone&, const Standalone&) = default;
};

struct Claim {
  Spans spans;
  ClaimStatus status = ClaimStatus::none;
  double confidence = 0;                    // 0 to 1: that its status is right
  std::vector<std::uint32_t> attributions;  // ids of those it rests on
  std::vector<Signal> signals = {};         // in order of their spans
  double priority = 0;                      // 0 to 1: how much it deserves a check
  std::vector<std::uint32_t> echoes = {};   // indices of the claims that say the same elsewhere
  std::string why;                          // UTF-8: one plain sentence for the reader
  Reason reason = {};                       // what `why` says
  bool by_hand = false;                     // a person corrected it
  Standalone standalone = {};               // both empty where it asserts nothing

  friend bool operator==(const Claim&, const Claim&) = default;
};

// Two places that give different numbers for what seems to be the same.
struct Contradiction {
  std::uint32_t claim = 0;  // index of the earlier claim
  std::uint32_t other = 0;  // index of the later one
  Span span;                // the number in the earlier
  Span other_span;          // the number in the later

  friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

enum class Severity { info, warning, error };

// What a rule of the newsroom's house style found (docs/house-style.md).
struct Finding {
  std::string rule;  // UTF-8: its id in the house style
  Severity severity = Severity::warning;
  Span span;
  std::string message;  // UTF-8: for the editor

  friend bool operator==(const Finding&, const Finding&) = default;
};

struct Report {
  OffsetUnit offsets = OffsetUnit::utf16;
  std::uint32_t length = 0;  // of the text, in that unit
  std::vector<Paragraph> paragraphs;
  Spans sentences;
  std::vector<Attribution> attributions;
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Contradiction> contradictions = {};
  std::vector<Finding> findings = {};  // in order of their spans

  friend bool operator==(const Report&, const Report&) = default;
};

enum class ErrorCode {
  text_too_long,
  unsupported_language,
  bad_model,
  other_text,
  bad_house_style,
  bad_weights,
  bad_report,
  bad_date
};

struct Error {
  ErrorCode code{};
  std::string message;  // UTF-8: what was wrong, where, and what to do
};

// A value or the reason why there is none.
template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(Error reason) : state_(std::move(reason)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }
  const T& operator*() const { return std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

// A hyperlink in the text: a claim that it stands in has a document for a source.
struct Link {
  Span span;            // the words that are linked, in the unit of the Report’s offsets
  std::string target;   // UTF-8: where it leads
  bool within = false;  // to another page of the article’s site, or a list of stories: no source
};

// What a page sets a paragraph as; time: of an entry of a live blog, above it.
enum class PagePartKind { body, headline, standfirst, heading, byline, time, caption, item };

// A paragraph of a text that stood on a page: what it is need not be guessed.
struct PagePart {
  Span span;  // in the unit of the Report’s offsets
  PagePartKind kind = PagePartKind::body;
};

namespace model {
class Model;
}
namespace style {
struct HouseStyle;
}
struct Text;
class Recall;

// What an engine found in the last texts. Given with each version of a text, it spares the
// paragraphs that did not change: the Report is the same, and comes several times as fast. It
// belongs to one caller: no two analyses may have it at once. It knows what the last two texts
// had, and so grows linearly with them; another model makes it forget.
class Memory {
 public:
  Memory();
  ~Memory();
  Memory(Memory&& other) noexcept;
  Memory& operator=(Memory&& other) noexcept;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

 private:
  friend class Engine;

  // For a text that this model reads; nullptr: none does.
  Recall& begin(const std::shared_ptr<const model::Model>& model);

  std::unique_ptr<Recall> recall_;
  std::weak_ptr<const model::Model> model_;  // tells models apart even at the same address
};

// How much something counts in a claim's priority. name: a status ("named", "unnamed", "hidden",
// "unsourced"), a kind of signal ("number", ...), or "check_worthy": the probability that people
// would check such a sentence, times the weight.
struct Weight {
  std::string name;
  double weight = 0;  // 0 to 1

  friend bool operator==(const Weight&, const Weight&) = default;
};

// All there are, with what they are unless Options::weights says otherwise.
[[nodiscard]] std::vector<Weight> default_weights();

// Is told how much of a text has been read: 0 to 1, growing, and 1 at the end.
using Progress = std::function<void(double share)>;

struct Options {
  std::string_view language = "auto";                // or "en": English whatever it looks like
  std::optional<OffsetUnit> offsets = std::nullopt;  // default: the unit of the text given
  std::size_t longest_text = std::size_t{16} << 20;  // in units of the text given
  std::vector<Link> links = {};                      // of a text that was HTML
  std::vector<PagePart> parts = {};                  // of a text that was HTML, its paragraphs
  std::vector<Weight> weights = {};                  // in the place of the default ones
  // When the article was published, ISO 8601 ("2026-03-05", a time may follow); empty: unknown.
  std::string_view date = {};
  Memory* memory = nullptr;   // of the caller, for a text that changes
  Progress on_progress = {};  // called on the thread of analyze()
};

// What in a house style made no sense, and was left out.
struct HouseStyleProblem {
  std::string field;       // "rules[2].pattern"; names and indices count from the JSON's root
  std::uint32_t line = 0;  // of the JSON, from 1
  std::string message;     // UTF-8: what is wrong with it

  friend bool operator==(const HouseStyleProblem&, const HouseStyleProblem&) = default;
};

// Immutable once made, so one engine may serve many threads. Copies share the model and the house
// style.
class Engine {
 public:
  // Takes the bytes of a weight file (core/models/en.slm; docs/model-format.md) and keeps them.
  // Error: bad_model, where the bytes are cut, altered or of another version.
  [[nodiscard]] static Result<Engine> with_model(std::vector<std::uint8_t> bytes);

  // The same engine, which also applies a newsroom's house style (JSON, docs/house-style.md): its
  // Reports have findings, and it knows the newsroom's verbs, titles and sources. What in the style
  // makes no sense is left out, and told by house_style_problems(). Error: bad_house_style, where
  // it is no JSON object, or nothing in it makes sense.
  [[nodiscard]] Result<Engine> with_house_style(std::string_view json) const;

  [[nodiscard]] const std::vector<HouseStyleProblem>& house_style_problems() const;

  // Which claims the house style wants shown, each status once; empty: it does not say. Reports
  // have all claims whatever it says.
  [[nodiscard]] const std::vector<ClaimStatus>& shown_statuses() const;

  // Any text is welcome: malformed UTF-8 and lone surrogates are read as U+FFFD without
  // shifting an offset. Errors: text_too_long, bad_weights, bad_date, unsupported_language: the
  // text is surely in another language than English. Time and memory grow linearly with the text.
  [[nodiscard]] Result<Report> analyze(std::string_view utf8, const Options& options = {}) const;
  [[nodiscard]] Result<Report> analyze(std::u16string_view utf16,
                                       const Options& options = {}) const;

 private:
  Engine() = default;
  [[nodiscard]] Result<Report> read(Text text, const Options& options) const;

  std::shared_ptr<const model::Model> model_;  // always there
  std::shared_ptr<const style::HouseStyle> style_;
};

// The Report as JSON (schema sourcelight.report/1), UTF-8, one line. id is copied into it.
[[nodiscard]] std::string to_json(const Report& report, std::string_view id = {});

// The Report of such JSON, and of the text it was made of, in any encoding; the JSON's id and
// summary are not looked at, and to_json() of the Report makes the latter anew. Confidences come in
// hundredths. Errors: bad_report, where the JSON is malformed, longer than 64 MiB, or says what no
// Report can (a span outside the text, inside a character or out of order, an index that leads
// nowhere, a name that is unknown), which the message tells by its field; other_text, where the
// text has another length. Time and memory grow linearly.
[[nodiscard]] Result<Report> report_from_json(std::string_view json, std::string_view utf8);
[[nodiscard]] Result<Report> report_from_json(std::string_view json, std::u16string_view utf16);

// In which shapes a Report goes out (docs/report.md, "Other formats").
enum class Format {
  json,            // to_json()
  claims_csv,      // RFC 4180, a claim a row
  sources_csv,     // a source a row
  markdown,        // a checklist for a desk
  web_annotation,  // W3C Web Annotation Data Model, JSON-LD
  html             // a page of its own: the marked article, its claims and sources
};

struct RenderOptions {
  std::string_view id = {};     // what the caller calls the article
  std::string_view title = {};  // default: its headline, else its id
  std::string_view url = {};    // where it is published
  bool header = true;           // of CSV: whether the row of column names comes first
};

// The Report in that format, UTF-8, the same on every platform. text must be the one it was made
// of, in any encoding: error other_text if its length is another. Time and memory grow linearly.
[[nodiscard]] Result<std::string> render(const Report& report, std::string_view utf8, Format format,
                                         const RenderOptions& options = {});
[[nodiscard]] Result<std::string> render(const Report& report, std::u16string_view utf16,
                                         Format format, const RenderOptions& options = {});

// What the labeller sees of each token of the text, as one line of JSON: for training it
// (tools/train). Offsets count code points. core/src/model/features.h says what stands in it.
[[nodiscard]] std::string features_json(std::string_view utf8);

// What the models of loaded words and of check-worthiness see and say of each sentence, as one line
// of JSON: for training and measuring them. Offsets count code points. core/src/worth/json.h says
// what stands in it.
[[nodiscard]] std::string worth_json(std::string_view utf8);

// What the scorer of who is meant sees of each of these attributions' sources, as one line of JSON:
// for training it (tools/train/who.py). Of each attribution source, content and parent are looked
// at; all offsets count code points. core/src/sources/choice_json.h says what stands in it.
[[nodiscard]] std::string who_json(std::string_view utf8, std::vector<Attribution> attributions);

// Names as they stand in the JSON ("named_person", "text_too_long", ...).
[[nodiscard]] std::string_view to_string(OffsetUnit unit);
[[nodiscard]] std::string_view to_string(QuoteKind kind);
[[nodiscard]] std::string_view to_string(SourceKind kind);
[[nodiscard]] std::string_view to_string(ClaimStatus status);
[[nodiscard]] std::string_view to_string(ReasonKind kind);
[[nodiscard]] std::string_view to_string(ParagraphKind kind);
[[nodiscard]] std::string_view to_string(SignalKind kind);
[[nodiscard]] std::string_view to_string(Severity severity);
[[nodiscard]] std::string_view to_string(ErrorCode code);
[[nodiscard]] std::string_view to_string(Format format);  // as --format takes it

// The format of that name; nullopt if there is none.
[[nodiscard]] std::optional<Format> find_format(std::string_view name);

// The kind of a part of that name ("standfirst"); nullopt if there is none.
[[nodiscard]] std::optional<PagePartKind> find_part_kind(std::string_view name);

}  // namespace sourcelight
