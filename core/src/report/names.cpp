// The names of all enumerators, as they stand in the JSON and in docs/report.schema.json; a
// format, as the command takes it.
// tests/core/report/json_test.cpp holds them.
#include "sourcelight/sourcelight.h"

namespace sourcelight {

std::string_view to_string(OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::utf16:
      return "utf16";
    case OffsetUnit::utf8:
      return "utf8";
    case OffsetUnit::codepoint:
      return "codepoint";
  }
  return "";
}

std::string_view to_string(QuoteKind kind) {
  switch (kind) {
    case QuoteKind::direct:
      return "direct";
    case QuoteKind::mixed:
      return "mixed";
    case QuoteKind::indirect:
      return "indirect";
  }
  return "";
}

std::string_view to_string(SourceKind kind) {
  switch (kind) {
    case SourceKind::named_person:
      return "named_person";
    case SourceKind::named_organization:
      return "named_organization";
    case SourceKind::document:
      return "document";
    case SourceKind::anonymous:
      return "anonymous";
    case SourceKind::unnamed_group:
      return "unnamed_group";
    case SourceKind::author:
      return "author";
    case SourceKind::none:
      return "none";
  }
  return "";
}

std::string_view to_string(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::named:
      return "named";
    case ClaimStatus::unnamed:
      return "unnamed";
    case ClaimStatus::hidden:
      return "hidden";
    case ClaimStatus::unsourced:
      return "unsourced";
    case ClaimStatus::none:
      return "none";
  }
  return "";
}

std::string_view to_string(ReasonKind kind) {
  switch (kind) {
    case ReasonKind::attributed:
      return "attributed";
    case ReasonKind::linked:
      return "linked";
    case ReasonKind::unidentified:
      return "unidentified";
    case ReasonKind::passed_on:
      return "passed_on";
    case ReasonKind::nobody_given:
      return "nobody_given";
    case ReasonKind::quotation_alone:
      return "quotation_alone";
    case ReasonKind::own_voice:
      return "own_voice";
    case ReasonKind::linked_within:
      return "linked_within";
    case ReasonKind::headline:
      return "headline";
    case ReasonKind::byline:
      return "byline";
    case ReasonKind::caption:
      return "caption";
    case ReasonKind::credit:
      return "credit";
    case ReasonKind::question:
      return "question";
    case ReasonKind::announcement:
      return "announcement";
    case ReasonKind::newsroom:
      return "newsroom";
    case ReasonKind::request:
      return "request";
    case ReasonKind::picture:
      return "picture";
    case ReasonKind::opinion:
      return "opinion";
    case ReasonKind::no_verb:
      return "no_verb";
    case ReasonKind::by_hand:
      return "by_hand";
  }
  return "";
}

std::string_view to_string(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::body:
      return "body";
    case ParagraphKind::headline:
      return "headline";
    case ParagraphKind::byline:
      return "byline";
    case ParagraphKind::caption:
      return "caption";
    case ParagraphKind::credit:
      return "credit";
    case ParagraphKind::standfirst:
      return "standfirst";
    case ParagraphKind::item:
      return "item";
  }
  return "";
}

std::string_view to_string(SignalKind kind) {
  switch (kind) {
    case SignalKind::number:
      return "number";
    case SignalKind::date:
      return "date";
    case SignalKind::superlative:
      return "superlative";
    case SignalKind::comparison:
      return "comparison";
    case SignalKind::ranking:
      return "ranking";
    case SignalKind::cause:
      return "cause";
    case SignalKind::prediction:
      return "prediction";
    case SignalKind::accusation:
      return "accusation";
    case SignalKind::casualties:
      return "casualties";
    case SignalKind::science:
      return "science";
    case SignalKind::law:
      return "law";
    case SignalKind::quoted_words:
      return "quoted_words";
    case SignalKind::weasel:
      return "weasel";
    case SignalKind::loaded:
      return "loaded";
  }
  return "";
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::text_too_long:
      return "text_too_long";
    case ErrorCode::unsupported_language:
      return "unsupported_language";
    case ErrorCode::bad_model:
      return "bad_model";
    case ErrorCode::other_text:
      return "other_text";
    case ErrorCode::bad_house_style:
      return "bad_house_style";
    case ErrorCode::bad_weights:
      return "bad_weights";
    case ErrorCode::bad_report:
      return "bad_report";
    case ErrorCode::bad_date:
      return "bad_date";
  }
  return "";
}

std::string_view to_string(Format format) {
  switch (format) {
    case Format::json:
      return "json";
    case Format::claims_csv:
      return "claims-csv";
    case Format::sources_csv:
      return "sources-csv";
    case Format::markdown:
      return "markdown";
    case Format::web_annotation:
      return "annotation";
    case Format::html:
      return "html";
  }
  return "";
}

std::optional<Format> find_format(std::string_view name) {
  for (const Format format : {Format::json, Format::claims_csv, Format::sources_csv,
                              Format::markdown, Format::web_annotation, Format::html}) {
    if (to_string(format) == name) return format;
  }
  return std::nullopt;
}

std::optional<PagePartKind> find_part_kind(std::string_view name) {
  int kind = 0;
  for (const std::string_view known :
       {"body", "headline", "standfirst", "heading", "byline", "time", "caption", "item"}) {
    if (known == name) return static_cast<PagePartKind>(kind);
    ++kind;
  }
  return std::nullopt;
}

}  // namespace sourcelight
