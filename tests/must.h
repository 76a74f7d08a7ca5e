// The conditions that a test takes for granted. An ASSERT inside a helper or a lambda ends the helper alone, and the
// test goes on with a state it is not written for; a loop over an empty list expects nothing and passes.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <utility>

namespace vagval {

/// Ends the test, with the line that called, where this is false or holds nothing. CTest runs each test as a process of
/// its own.
template <class Holds>
void must(const Holds& holds, const std::string& what, const char* file = __builtin_FILE(),
          int line = __builtin_LINE()) {
  if (holds) return;
  std::fflush(stdout);
  std::fprintf(stderr, "%s:%d: Failure, and the test ends here: %s\n", file, line, what.c_str());
  std::exit(EXIT_FAILURE);
}

/// The list itself, for a loop that expects something of each entry; ends the test where the list is empty.
template <class List>
List some(List&& list, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  must(std::begin(list) != std::end(list), "the list is empty, so that nothing would be expected", file, line);
  return std::forward<List>(list);
}

}  // namespace vagval
