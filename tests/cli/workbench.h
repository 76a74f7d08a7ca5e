// A folder for one test, for calling programs on files.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "must.h"

namespace vagval::tests {

inline std::string folder() { return testing::TempDir() + "/vagval_bench" + std::to_string(getpid()); }
inline std::string file(const std::string& name) { return folder() + "/" + name; }
/// Empty, and made anew.
inline void clear_folder() {
  must(std::system(("rm -rf " + folder() + " && mkdir -p " + folder()).c_str()) == 0, "no " + folder());
}
inline void put(const std::string& name, const std::string& text) {
  std::ofstream(file(name), std::ios::binary) << text;
}
inline std::string get(const std::string& name) {
  std::ostringstream out;
  out << std::ifstream(file(name), std::ios::binary).rdbuf();
  return out.str();
}
/// \returns the exit code; the output is in "out" and "err".
inline int shell(const std::string& command) {
  const int status = std::system((command + " >" + file("out") + " 2>" + file("err")).c_str());
  return WEXITSTATUS(status);
}
/// The command line.
inline int vagval(const std::string& arguments) { return shell(std::string(VAGVAL_CLI) + " " + arguments); }

}  // namespace vagval::tests
