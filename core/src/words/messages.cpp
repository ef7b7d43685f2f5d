// Reads the table once; see messages.h.
#include "words/messages.h"

#include <algorithm>
#include <array>

#include "base/word_list.h"

namespace sourcelight {
namespace {

struct Messages {
  explicit Messages(const Language& language) {
    for (const std::string_view line : read_entries(language.file(Lexicon::messages))) {
      const std::size_t colon = std::min(line.find(": "), line.size());
      const auto* name =
          std::find(message_names.begin(), message_names.end(), line.substr(0, colon));
      if (name == message_names.end() || colon == line.size()) continue;
      forms[static_cast<std::size_t>(name - message_names.begin())] = line.substr(colon + 2);
    }
  }

  std::array<std::string_view, message_names.size()> forms;
};

}  // namespace

std::string_view say(const Language& language, Message message) {
  return language.of<Messages>().forms[static_cast<std::size_t>(message)];
}

std::string_view say(Message message) { return say(Language::built_in(), message); }

std::string say(Message message, std::initializer_list<std::string_view> parts) {
  return say(Language::built_in(), message, parts);
}

std::string say(const Language& language, Message message,
                std::initializer_list<std::string_view> parts) {
  const std::string_view form = say(language, message);
  std::string said;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const bool place = form[at] == '{' && at + 2 < form.size() && form[at + 2] == '}';
    const auto part = place ? static_cast<std::size_t>(form[at + 1] - '1') : parts.size();
    if (part < parts.size()) {
      said += parts.begin()[part];
      at += 2;
    } else {
      said += form[at];
    }
  }
  return said;
}

}  // namespace sourcelight
