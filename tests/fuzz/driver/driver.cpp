// A fuzz target without libFuzzer: a fixed number of changes of the given files, the same ones every time. The tests
// run it; ./planner fuzz searches further, with a compiler that reports inputs with new paths.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

using Bytes = std::string;
constexpr std::size_t longest = 1'000'000;

std::mt19937 random_numbers(20261120);
std::size_t below(std::size_t n) { return n == 0 ? 0 : random_numbers() % n; }

Bytes changed(Bytes out, const std::vector<Bytes>& all) {
  static const Bytes pieces[] = {"{",
                                 "}",
                                 "[",
                                 "]",
                                 "\"",
                                 "-1",
                                 "9999999999999999",
                                 "\xFF",
                                 "\xE2\x80\xAE",
                                 std::string(1, '\0'),
                                 "\n",
                                 "null",
                                 "--- ",
                                 "=",
                                 "{count, plural, one {",
                                 "\xD8\xA7",
                                 "\xE1\x88\x80"};
  for (std::size_t n = 1 + below(6); n > 0; --n) {
    const std::size_t at = below(out.size() + 1), length = below(std::min<std::size_t>(out.size() - at, 40) + 1);
    switch (below(6)) {
      case 0:
        if (at < out.size()) out[at] = static_cast<char>(out[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < out.size()) out[at] = static_cast<char>(below(256));
        break;
      case 2:
        out.insert(at, pieces[below(std::size(pieces))]);
        break;
      case 3:
        out.erase(at, length);
        break;
      case 4:
        out.insert(at, out.substr(at, length));
        break;
      default: {
        const Bytes& other = all[below(all.size())];
        const std::size_t from = below(other.size() + 1);
        out.replace(at, length, other.substr(from, below(200)));
      }
    }
  }
  if (out.size() > longest) out.resize(longest);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "fuzz_… RUNS FILE-OR-FOLDER…\n");
    return 2;
  }
  std::vector<Bytes> all;
  for (int i = 2; i < argc; ++i) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(argv[i]))
      for (const auto& entry : std::filesystem::directory_iterator(argv[i])) files.push_back(entry.path());
    else
      files.emplace_back(argv[i]);
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      std::ifstream in(file, std::ios::binary);
      all.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
  }
  if (all.empty()) return 2;
  const auto run = [](const Bytes& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  };
  for (const Bytes& bytes : all) run(bytes);
  const long runs = std::atol(argv[1]);
  for (long i = 0; i < runs; ++i) run(changed(all[below(all.size())], all));
  std::printf("%zu files, %ld changes of them\n", all.size(), runs);
  return 0;
}
