// Any lines as texts from a camera: each is refused or taken, and a complete series gives the bytes that its hash
// names.
#include "plan/code_series.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace vagval;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  CodeCollector collector;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    collector.add(rest.substr(0, end));
    must(collector.count() <= code_series_max && collector.read() <= collector.count());
    must(collector.missing().size() == collector.count() - collector.read());
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (const auto whole = collector.whole()) must(code_series(*whole)->size() == collector.count());

  // The input bytes make the round trip, with each text damaged once on the way.
  const auto series = code_series(text);
  if (!series) return 0;
  CodeCollector again;
  for (const std::string& one : *series) {
    std::string damaged = one;
    damaged[size % damaged.size()] = '!';
    must(again.add(damaged) != CodeCollector::Taken::added);
    must(again.add(one) == CodeCollector::Taken::added);
  }
  must(series->empty() || again.whole() == text);
  return 0;
}
