// What each command does. Answers go to the standard output, faults to the standard error.
#pragma once

#include <string>
#include <vector>

#include "foundation/date.h"

namespace vagval {

struct CommandOptions {
  std::string file, screen;
  std::vector<std::string> files;
  std::string language = "sv", format = "text", on;
};

inline constexpr int answered_code = 0, unreadable_code = 3;

int run_estimate(const CommandOptions& options);
int run_explain(const CommandOptions& options);
int run_screen(const CommandOptions& options);
int run_check(const CommandOptions& options);
int run_batch(const CommandOptions& options);
int run_rules(const CommandOptions& options);

}  // namespace vagval
