#include "claims/claims.h"
namespace sourcelight {
std::vector<Claim> find_claims(const Document&, const std::vector<Tag>&, const std::vector<Attribution>&, const SourceTable&) { return {}; }
}
