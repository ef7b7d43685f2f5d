// Contract in reading.h.
#include "attribution/reading.h"

namespace sourcelight {
namespace {

void find_quotes(Reading& reading) {
  const Document& document = reading.document;
  reading.quote_at.assign(document.tokens.size(), Reading::kNone);
  std::vector<std::uint32_t> index(document.quotations.size(), Reading::kNone);
  for (std::size_t i = 0; i < document.quotations.size(); ++i) {
    const Quotation& quotation = document.quotations[i];
    if (quotation.depth > 0) continue;
    Quote quote;
    quote.tokens = reading.tokens_in(quotation.span);
    if (quote.tokens.first >= quote.tokens.last) continue;
    quote.paragraph = document.sentences[document.tokens[quote.tokens.first].sentence].paragraph;
    quote.closed = quotation.closed;
    if (quotation.continues) quote.continues = index[*quotation.continues];
    index[i] = static_cast<std::uint32_t>(reading.quotes.size());
    for (std::uint32_t t = quote.tokens.first; t < quote.tokens.last; ++t) {
      quote.words += document.tokens[t].word ? 1 : 0;
      reading.quote_at[t] = index[i];
    }
    reading.quotes.push_back(quote);
  }
}

}  // namespace

bool Reading::is_dash(std::uint32_t token) const {
  return is_any(token, {"--", "---", "—", "–", "―", "-"});
}

Reading read_for_attribution(const Grammar& grammar) {
  Reading reading{grammar, {}, {}};
  find_quotes(reading);
  return reading;
}

}  // namespace sourcelight
