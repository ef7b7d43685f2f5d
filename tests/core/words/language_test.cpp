// Holds words/language.h: files by name, and tables made once, whoever asks.
#include "words/language.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "text/document.h"
#include "words/messages.h"
#include "words/roles.h"

namespace sourcelight::testing {
namespace {

// A language of one word of everything.
Language::Files small_files() {
  Language::Files files;
  files.code = "xx";
  files.lexicon[static_cast<std::size_t>(Lexicon::roles)] = "negation: nix\nclitic: 'x\n";
  files.lexicon[static_cast<std::size_t>(Lexicon::messages)] = "why_linked: Linx {1}.\n";
  files.lexicon[static_cast<std::size_t>(Lexicon::places)] = "xanten\n";
  return files;
}

// The work of each number below `count`, in threads where there are any.
template <class Work>
void at_once(std::size_t count, const Work& work) {
#if defined(__EMSCRIPTEN__)
  for (std::size_t i = 0; i < count; ++i) work(i);
#else
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < count; ++i) threads.emplace_back([&work, i] { work(i); });
  for (std::thread& thread : threads) thread.join();
#endif
}

struct Counted {
  explicit Counted(const Language& language) : code(language.code()) { ++made; }

  std::string_view code;
  static inline int made = 0;
};

TEST_CASE("a language has the words of its files, and no others") {
  const Language language(small_files());
  CHECK(language.code() == "xx");
  CHECK(language.words(Lexicon::places).has("xanten"));
  CHECK_FALSE(language.words(Lexicon::places).has("washington"));
  CHECK(language.words(Lexicon::organizations).size() == 0);
  CHECK(is_role(language, "nix", Role::negation));
  CHECK_FALSE(is_role(language, "not", Role::negation));
  CHECK(say(language, Message::why_linked, {"here"}) == "Linx here.");
  CHECK(say(Message::why_linked, {"here"}) == "Linked to here.");
}

TEST_CASE("a document is read by the words of its language") {
  const Language language(small_files());
  const Document document =
      read_document(read_utf8("It nix and it'x not.", OffsetUnit::utf8), {}, language);
  REQUIRE(document.tokens.size() == 7);
  CHECK(document.tokens[1].is(Role::negation));
  CHECK(document.tokens[4].norm == "'x");
  CHECK_FALSE(document.tokens[5].is(Role::negation));
}

TEST_CASE("a table is made once for each language, whichever thread asks first") {
  const Language first(small_files());
  const Language second(small_files());
  Counted::made = 0;
  std::vector<const Counted*> tables(8);
  at_once(tables.size(), [&](std::size_t i) { tables[i] = &first.of<Counted>(); });
  for (const Counted* table : tables) CHECK(table == tables.front());
  CHECK(Counted::made == 1);
  CHECK(&second.of<Counted>() != tables.front());
  CHECK(Counted::made == 2);
}

}  // namespace
}  // namespace sourcelight::testing
