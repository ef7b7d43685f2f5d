// Reads the table once; see roles.h.
#include "words/roles.h"

#include <algorithm>

#include "base/word_list.h"

namespace sourcelight {
namespace {

// The role of that name, looked for from `next` on first: a file has them in the enum's order.
std::size_t index_of(std::string_view name, std::size_t next) {
  if (next < role_names.size() && role_names[next] == name) return next;
  return static_cast<std::size_t>(std::find(role_names.begin(), role_names.end(), name) -
                                  role_names.begin());
}

}  // namespace

RoleTable::RoleTable(std::string_view lines) {
  std::size_t role = role_names.size();
  for (std::string_view line : read_entries(lines)) {
    if (line.front() != ' ') {
      const std::size_t colon = std::min(line.find(':'), line.size());
      role = index_of(line.substr(0, colon), role + 1);
      line.remove_prefix(std::min(colon + 1, line.size()));
    }
    if (role == role_names.size()) continue;  // the build refuses such a file
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      if (end > 0) {
        roles_[line.substr(0, end)].add(static_cast<Role>(role));
        words_[role].push_back(line.substr(0, end));
      }
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }
}

bool is_role(const Language& language, std::string_view word, Role role) {
  return language.of<RoleTable>().of(word).has(role);
}

bool capitals_name(const Language& language) {
  return !language.of<RoleTable>().words(Role::name_capital).empty();
}

bool has_ending(const Language& language, std::string_view word, Role role) {
  const auto& endings = language.of<RoleTable>().words(role);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace sourcelight
