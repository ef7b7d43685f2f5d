// The tests' entry. Compiled alone, because Catch2's one header takes its time.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
