// Stands in for RE2's own util/logging.h: a library writes nothing to stderr, and the iostreams
// that the original writes with would be most of its WebAssembly. Failed checks still abort;
// what went wrong with a pattern is told by RE2::error().
#ifndef UTIL_LOGGING_H_
#define UTIL_LOGGING_H_

#include <assert.h>
#include <stdlib.h>

#include "util/util.h"

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(val1, val2) assert((val1) == (val2))
#define DCHECK_NE(val1, val2) assert((val1) != (val2))
#define DCHECK_LE(val1, val2) assert((val1) <= (val2))
#define DCHECK_LT(val1, val2) assert((val1) < (val2))
#define DCHECK_GE(val1, val2) assert((val1) >= (val2))
#define DCHECK_GT(val1, val2) assert((val1) > (val2))

// Takes whatever is streamed into it, and forgets it.
class LogMessage {
 public:
  template <typename T>
  const LogMessage& operator<<(const T&) const {
    return *this;
  }
};

class LogMessageFatal : public LogMessage {
 public:
  ~LogMessageFatal() { abort(); }
};

// The part after "if (false)" is compiled for its types alone.
#define LOG_INFO if (true) {} else LogMessage()
#define LOG_ERROR LOG_INFO
#define LOG_DFATAL LOG_INFO
#define LOG_FATAL LogMessageFatal()
#define LOG(severity) LOG_##severity
#define VLOG(x) LOG_INFO

#define CHECK(x) if (x) {} else LogMessageFatal()
#define CHECK_LT(x, y) CHECK((x) < (y))
#define CHECK_GT(x, y) CHECK((x) > (y))
#define CHECK_LE(x, y) CHECK((x) <= (y))
#define CHECK_GE(x, y) CHECK((x) >= (y))
#define CHECK_EQ(x, y) CHECK((x) == (y))
#define CHECK_NE(x, y) CHECK((x) != (y))

#endif  // UTIL_LOGGING_H_
