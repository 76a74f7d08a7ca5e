#include "typeset/units.h"

#include <utility>

namespace vagval::typeset {

namespace {

// The largest number of system letters kept before all are forgotten, and the largest number that 16 bits can hold.
constexpr std::size_t units_kept = 20'000, units_max = 0xFE00;
// The largest width of a system letter; the typesetter ignores a wider measurement.
constexpr float unit_width_max = 200;  // em

}  // namespace

std::uint16_t Units::number_of(const System& system, std::string_view words, Weight weight, bool right_to_left) {
  if (!system.width) return 0;
  std::string name{static_cast<char>('0' + static_cast<int>(weight)), right_to_left ? 'r' : 'l'};
  name += words;
  if (const auto known = numbers.find(name); known != numbers.end()) return known->second;
  if (all.size() >= units_max) return 0;
  const float width = system.width(words, weight, right_to_left);
  std::uint16_t number = 0;
  if (width >= 0 && width < unit_width_max) {
    number = static_cast<std::uint16_t>(all.size());
    all.push_back({std::string(words), weight, right_to_left, width});
  }
  numbers.emplace(std::move(name), number);
  return number;
}

bool Units::are_too_many() const { return all.size() > units_kept; }

void Units::forget() {
  all.resize(1);
  numbers.clear();
  ++generation;
}

}  // namespace vagval::typeset
