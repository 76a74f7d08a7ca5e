// The units that the system draws as pictures: letters and words for which the typesetter has no face.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "typeset/typesetter.h"

namespace vagval::typeset {

struct Units {
  std::vector<Unit> all = std::vector<Unit>(1);  ///< the first unit is the frame
  std::unordered_map<std::string, std::uint16_t> numbers;
  std::uint32_t generation = 0;  ///< rises when the numbers begin anew

  /// Returns the number of the unit with these words; 0, the frame, where the system cannot draw them.
  std::uint16_t number_of(const System& system, std::string_view words, Weight weight, bool right_to_left);
  /// Whether there are more units than the typesetter keeps.
  bool are_too_many() const;
  void forget();
};

}  // namespace vagval::typeset
