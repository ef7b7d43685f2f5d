// The names of all enumerators, as they stand in the JSON and in docs/report.schema.json.
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
  }
  return "";
}

}  // namespace sourcelight
