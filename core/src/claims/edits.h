// A change of an article's words on their way into a claim that stands alone.
// tests/core/claims/standalone_test.cpp holds it.
#pragma once

#include <string>

#include "sourcelight/sourcelight.h"

namespace sourcelight {

struct Edit {
  Span bytes;         // what is replaced; empty: nothing is
  std::string words;  // UTF-8: what stands there instead
};

}  // namespace sourcelight
