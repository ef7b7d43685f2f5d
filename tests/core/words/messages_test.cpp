// The table of messages: every one is there, and its parts come into their places.
#include "words/messages.h"

#include <catch2/catch.hpp>

using namespace sourcelight;

TEST_CASE("every message says something, with its places in a row from {1} on", "[messages]") {
  for (std::size_t i = 0; i < message_names.size(); ++i) {
    INFO(message_names[i]);
    const std::string_view form = say(static_cast<Message>(i));
    CHECK_FALSE(form.empty());
    const auto has = [&](char place) {
      return form.find(std::string("{") + place + "}") != std::string_view::npos;
    };
    for (char place = '2'; place <= '9'; ++place) {
      if (has(place)) CHECK(has(static_cast<char>(place - 1)));
    }
  }
}

TEST_CASE("parts come into their places and are not read again", "[messages]") {
  CHECK(say(Message::why_attributed, {"{2}", "{1}"}) == "Attributed to {2} (“{1}”).");
  CHECK(say(Message::sum_one_of_all, {"1", "12"}) == "1 of 12 claims names a source");
  CHECK(say(Message::object_expected, {"no"}) == "an object {...} was expected");
  CHECK(say(Message::why_linked, {}) == "Linked to {1}.");
}
