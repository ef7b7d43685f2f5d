// The way through: one call a stage, from text to Report.
#include <utility>

#include "attribution/attribution.h"
#include "base/recall.h"
#include "base/utf.h"
#include "claims/claims.h"
#include "claims/echo.h"
#include "claims/links.h"
#include "claims/standalone.h"
#include "grammar/grammar.h"
#include "model/features.h"
#include "model/model.h"
#include "report/report.h"
#include "signals/priority.h"
#include "signals/signals.h"
#include "sourcelight/sourcelight.h"
#include "sources/choice_json.h"
#include "sources/sources.h"
#include "style/house_style.h"
#include "style/style.h"
#include "text/document.h"
#include "text/language.h"
#include "words/messages.h"
#include "worth/json.h"

namespace sourcelight {
namespace {

std::vector<Link> to_bytes(const Text& text, std::vector<Link> links) {
  for (Link& link : links) link.span = text.to_bytes(link.span);
  return links;
}

constexpr std::string_view kAnyLanguage = "auto";

// Shares of the time, of what comes before the labelling and with it.
constexpr double kBeforeLabels = 0.1;
constexpr double kWithLabels = 0.75;

Progress during_labelling(const Progress& on_progress) {
  if (!on_progress) return {};
  return [&on_progress](double share) {
    on_progress(kBeforeLabels + share * (kWithLabels - kBeforeLabels));
  };
}

}  // namespace

Memory::Memory() = default;
Memory::~Memory() = default;
Memory::Memory(Memory&& other) noexcept = default;
Memory& Memory::operator=(Memory&& other) noexcept = default;

Recall& Memory::begin(const std::shared_ptr<const model::Model>& model) {
  const bool same = !model_.owner_before(model) && !model.owner_before(model_);
  if (!recall_ || !same) recall_ = std::make_unique<Recall>();
  model_ = model;
  recall_->begin();
  return *recall_;
}

Result<Report> Engine::read(Text text, const Options& options) const {
  if (options.language == kAnyLanguage && is_other_language(Language::built_in(), text.utf8)) {
    return Error{ErrorCode::unsupported_language, std::string(say(Message::language_other))};
  }
  Recall* const recall = options.memory ? &options.memory->begin(model_) : nullptr;
  const Document document = read_document(std::move(text), options.parts);
  const Grammar grammar = read_grammar(document, style_ ? &style_->vocabulary : nullptr, recall);
  Attributions attributions =
      find_attributions(grammar, *model_, recall, during_labelling(options.on_progress));
  const SourceLabels source_words = source_labels(attributions.labels);
  SourceTable sources = resolve_sources(grammar, attributions.all, &source_words);
  std::vector<Claim> claims =
      find_claims(grammar, attributions.all, sources, attributions.labels.of(model::Task::status));
  for (Claim& claim : claims) claim.confidence = model_->calibrated_status(claim.confidence);
  const Cited cited =
      cite_links(grammar, to_bytes(document.text, options.links),
                 {std::move(attributions.all), std::move(sources), std::move(claims)});
  Echoes echoes = find_echoes(grammar, cited.sources, cited.claims);
  const Spans ignored = style_ ? style::find_ignored(document, *style_) : Spans();
  claims = with_signals(grammar, cited.attributions, std::move(echoes.claims),
                        std::get<0>(read_weights(options.weights)), ignored, recall);
  claims = with_standalone(grammar, cited.attributions, cited.sources, std::move(claims),
                           day_of(options.date));
  std::vector<Finding> findings;
  if (style_) {
    findings = style::find_breaches({grammar, cited.attributions, cited.sources, claims, ignored},
                                    *style_);
  }
  Report report = build_report(document, cited.attributions, cited.sources, claims,
                               echoes.contradictions, findings);
  if (options.on_progress) options.on_progress(1);
  return report;
}

namespace {

std::optional<Error> refuse(std::size_t length, Message unit, const Options& options) {
  if (options.language != kAnyLanguage && options.language != Language::built_in().code()) {
    return Error{ErrorCode::unsupported_language,
                 say(Message::language_unknown, {options.language})};
  }
  if (length > options.longest_text) {
    return Error{ErrorCode::text_too_long,
                 say(Message::text_too_long,
                     {std::to_string(length), say(unit), std::to_string(options.longest_text)})};
  }
  if (!options.date.empty() && !day_of(options.date)) {
    return Error{ErrorCode::bad_date, say(Message::date_unknown, {options.date})};
  }
  const auto weights = read_weights(options.weights);
  if (const auto* problem = std::get_if<std::string>(&weights)) {
    return Error{ErrorCode::bad_weights, *problem};
  }
  return std::nullopt;
}

}  // namespace

Result<Engine> Engine::with_model(std::vector<std::uint8_t> bytes) {
  auto read = model::Model::read(std::move(bytes));
  if (const auto* problem = std::get_if<std::string>(&read)) {
    return Error{ErrorCode::bad_model, *problem};
  }
  Engine engine;
  engine.model_ = std::get<std::shared_ptr<const model::Model>>(std::move(read));
  return engine;
}

Result<Engine> Engine::with_house_style(std::string_view json) const {
  auto read = style::read_house_style(json);
  if (const auto* fault = std::get_if<style::JsonFault>(&read)) {
    return Error{ErrorCode::bad_house_style,
                 say(Message::style_no_json,
                     {std::to_string(fault->line), std::to_string(fault->column), fault->what})};
  }
  auto& house_style = std::get<style::HouseStyle>(read);
  if (house_style.is_empty() && !house_style.problems.empty()) {
    const HouseStyleProblem& first = house_style.problems.front();
    return Error{
        ErrorCode::bad_house_style,
        say(Message::style_unusable, {std::to_string(first.line), first.field, first.message})};
  }
  Engine engine = *this;
  engine.style_ = std::make_shared<const style::HouseStyle>(std::move(house_style));
  return engine;
}

const std::vector<HouseStyleProblem>& Engine::house_style_problems() const {
  static const std::vector<HouseStyleProblem> none;
  return style_ ? style_->problems : none;
}

const std::vector<ClaimStatus>& Engine::shown_statuses() const {
  static const std::vector<ClaimStatus> none;
  return style_ ? style_->shown : none;
}

Result<Report> Engine::analyze(std::string_view utf8, const Options& options) const {
  if (auto error = refuse(utf8.size(), Message::text_bytes, options)) return *std::move(error);
  return read(read_utf8(utf8, options.offsets.value_or(OffsetUnit::utf8)), options);
}

Result<Report> Engine::analyze(std::u16string_view utf16, const Options& options) const {
  if (auto error = refuse(utf16.size(), Message::text_units, options)) return *std::move(error);
  return read(read_utf16(utf16, options.offsets.value_or(OffsetUnit::utf16)), options);
}

std::string features_json(std::string_view utf8) {
  const Document document = read_document(read_utf8(utf8, OffsetUnit::codepoint));
  const Grammar grammar = read_grammar(document);
  return model::to_json(grammar, model::read_features(grammar));
}

std::string who_json(std::string_view utf8, std::vector<Attribution> attributions) {
  const Document document = read_document(read_utf8(utf8, OffsetUnit::codepoint));
  const auto to_document = [&](Spans& spans) {
    for (Span& span : spans) span = document.text.to_bytes(span);
  };
  for (Attribution& attribution : attributions) {
    to_document(attribution.source);
    to_document(attribution.cue);
    to_document(attribution.content);
  }
  return choices_json(read_grammar(document), attributions);
}

std::string worth_json(std::string_view utf8) {
  const Document document = read_document(read_utf8(utf8, OffsetUnit::codepoint));
  return worth::to_json(read_grammar(document));
}

}  // namespace sourcelight
