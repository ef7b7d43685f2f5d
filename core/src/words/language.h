// The words of one language: the files of core/lexicon/LANGUAGE and core/rules/LANGUAGE, its
// tagger's weights, and the tables that stages make of them. Every Document knows its language, so
// that no stage names a word or a language. tests/core/words/language_test.cpp holds it.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>

#include "base/word_list.h"
#include "lexicon_data.h"
#include "rules_data.h"

namespace sourcelight {

class Language {
 public:
  // What it is made of; all views must live as long.
  struct Files {
    std::string_view code;  // BCP 47: "en"
    std::array<std::string_view, lexicon_names.size()> lexicon;
    std::array<std::string_view, rules_names.size()> rules;
    std::span<const std::uint8_t> tagger;
  };

  explicit Language(const Files& files) : files_(files) {}
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

  // The one that is built in (SOURCELIGHT_LANGUAGE of CMakeLists.txt): English, but where another
  // is trained and measured.
  [[nodiscard]] static const Language& built_in();

  [[nodiscard]] std::string_view code() const { return files_.code; }
  // A file without its comments.
  [[nodiscard]] std::string_view file(Lexicon name) const {
    return files_.lexicon[static_cast<std::size_t>(name)];
  }
  [[nodiscard]] std::string_view file(Rules name) const {
    return files_.rules[static_cast<std::size_t>(name)];
  }
  [[nodiscard]] std::span<const std::uint8_t> tagger() const { return files_.tagger; }

  // The entries of a file, read when first asked for; lives as long as the language.
  [[nodiscard]] const WordList& words(Lexicon name) const;

  // The Table(const Language&) of this language, made when first asked for; lives as long as it.
  // May be asked for by several threads at once.
  template <class Table>
  [[nodiscard]] const Table& of() const {
    static const std::size_t index = next_table();
    const void* const made = table(
        index, [](const Language& of) -> const void* { return new Table(of); },
        [](const void* old) { delete static_cast<const Table*>(old); });
    return *static_cast<const Table*>(made);
  }

 private:
  static constexpr std::size_t most_tables =
      32;  // kinds of Table that core/src has; .at() holds it

  using Make = const void* (*)(const Language&);
  using Drop = void (*)(const void*);

  struct Made {
    std::once_flag once;
    std::unique_ptr<const void, Drop> table{nullptr, nullptr};
  };

  // Counts the kinds of Table.
  static std::size_t next_table();
  [[nodiscard]] const void* table(std::size_t index, Make make, Drop drop) const;

  Files files_;
  mutable std::array<Made, most_tables> tables_;
};

}  // namespace sourcelight
