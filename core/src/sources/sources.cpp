#include "sources/sources.h"
namespace sourcelight {
SourceTable resolve_sources(const Document&, const std::vector<Tag>&, const std::vector<Attribution>& attributions) {
  return {{}, std::vector<std::optional<std::uint32_t>>(attributions.size())};
}
}
