// Calls the command line.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace vagval::tests {

struct Ran {
  int code = 0;
  std::string out, err;
};

inline Ran run(const std::string& arguments, const std::string& input = "") {
  const std::string folder = testing::TempDir() + "/vagval" + std::to_string(getpid());
  std::filesystem::create_directories(folder);
  std::FILE* const in = std::fopen((folder + "/in").c_str(), "wb");
  std::fwrite(input.data(), 1, input.size(), in);
  std::fclose(in);
  const std::string command =
      std::string(VAGVAL_CLI) + " " + arguments + " <" + folder + "/in >" + folder + "/out 2>" + folder + "/err";
  const int status = std::system(command.c_str());
  const auto slurp = [](const std::string& path) {
    std::string text;
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
    std::fclose(file);
    return text;
  };
  return {WEXITSTATUS(status), slurp(folder + "/out"), slurp(folder + "/err")};
}

}  // namespace vagval::tests
