// Every sentence and label that the core says to people, by name:
// core/lexicon/LANGUAGE/messages.txt, of which the build makes the enum (message_names.h).
// web/words has what the page says. tests/core/words/messages_test.cpp and tests/words_test.mjs
// hold it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "message_names.h"
#include "words/language.h"

namespace sourcelight {

// As it stands in the file of the language, or of the one built in, which errors speak.
[[nodiscard]] std::string_view say(const Language& language, Message message);
[[nodiscard]] std::string_view say(Message message);

// With the parts in the places of {1}, {2}, ...
[[nodiscard]] std::string say(const Language& language, Message message,
                              std::initializer_list<std::string_view> parts);
[[nodiscard]] std::string say(Message message, std::initializer_list<std::string_view> parts);

}  // namespace sourcelight
