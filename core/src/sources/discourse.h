// What the article has told so far, as the reader of the next source phrase remembers it.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "sources/names.h"
#include "sources/pronouns.h"
#include "sources/roles.h"
#include "sources/sources.h"

namespace sourcelight {

struct Discourse {
  const Grammar& grammar;
  const Roles roles;
  Names names;
  SourceTable table = {};
  std::vector<std::uint32_t> entity_of = {};   // source -> entity in names, or kNone
  std::vector<std::uint32_t> recent = {};      // sources in order of speaking
  std::uint32_t last_person = Grammar::kNone;  // entity of the person who spoke last
  std::uint32_t last_body = Grammar::kNone;    // entity of the body that spoke last
  std::array<std::uint32_t, 7> last_of_kind = none_of_kind();  // SourceKind -> source that spoke
  std::vector<std::uint32_t> source_of_entity = {};            // entity -> source, or kNone
  // The tokens of the entry of a live blog that is read: a pronoun means nobody of another.
  std::pair<std::uint32_t, std::uint32_t> entry = {};
  const Pronouns& pronouns = grammar.language().of<Pronouns>();

  [[nodiscard]] std::uint32_t source_of(std::uint32_t entity) const {
    return entity < source_of_entity.size() ? source_of_entity[entity] : Grammar::kNone;
  }

  [[nodiscard]] static std::array<std::uint32_t, 7> none_of_kind() {
    std::array<std::uint32_t, 7> none{};
    none.fill(Grammar::kNone);
    return none;
  }
};

}  // namespace sourcelight
