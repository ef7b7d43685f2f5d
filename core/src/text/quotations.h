// Quotation marks: which marks open and close a quotation, which are apostrophes or inches.
// tests/cases/text/quotations hold it.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"
#include "words/language.h"

namespace sourcelight {

// Sorted by begin; spans include their marks and stay within one paragraph.
[[nodiscard]] std::vector<Quotation> find_quotations(const Language& language,
                                                     std::string_view text,
                                                     const std::vector<Paragraph>& paragraphs);

}  // namespace sourcelight
