// How many cases of a folder are read as they are written: for what is learned, where each training
// reads a few otherwise than the one before.
#pragma once

#include <cstddef>
#include <string>

#include "cases.h"
#include "stages.h"

namespace sourcelight::testing {

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
  std::string others;  // those that are read otherwise, and how
};

// print: what was read of a Stages, as the cases write it.
template <typename Print>
Share read_right(const std::string& folder, Print print) {
  Share share;
  for (const Case& each : read_cases(folder)) {
    const std::string printed = print(Stages(each.input));
    ++share.all;
    if (printed == each.expected) {
      ++share.right;
    } else {
      share.others +=
          each.name + "\n" + each.input + "\n" + difference(each.expected, printed) + "\n";
    }
  }
  return share;
}

}  // namespace sourcelight::testing
