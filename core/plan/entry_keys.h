// Entries of a list by their keys.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "plan/fields.h"

namespace vagval {

template <class Entries>
auto find_key(Entries& entries, std::string_view key) {
  return std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return key_of(e) == key; });
}

/// An id that no entry of the list has: the letter and a number.
template <class Entry>
std::string free_id(const std::vector<Entry>& entries, char letter) {
  std::size_t number = entries.size();
  std::string id;
  do id = letter + std::to_string(++number);
  while (find_key(entries, id) != entries.end());
  return id;
}

}  // namespace vagval
