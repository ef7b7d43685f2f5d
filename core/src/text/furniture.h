// What surrounds an article's text: lines that caption a picture, thank, sell or lead elsewhere.
// The phrases are core/lexicon/en/text_caption_*.txt and text_credit_*.txt.
// tests/cases/text/paragraphs hold it.
#pragma once

#include <string_view>

#include "words/language.h"

namespace sourcelight {

enum class Furniture {
  none,
  caption,  // "Photo: ...", "... (AP Photo/Jane Doe)", "Getty Images"
  credit    // "Reporting by ...", "© 2024 ...", "Sign up for our newsletter"
};

[[nodiscard]] Furniture read_furniture(const Language& language, std::string_view paragraph);

}  // namespace sourcelight
