// Sorting that leaves equals in their order: std::stable_sort is two kilobytes of WebAssembly for each type it is used
// with.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace vagval {

/// The places 0…count-1 in the order of `before`; equals stay as they are.
std::vector<std::size_t> stable_order(std::size_t count, const std::function<bool(std::size_t, std::size_t)>& before);

/// Sorts; what is not before the other stays where it is towards it.
template <class T, class Before>
void sort_stably(std::vector<T>& all, const Before& before) {
  std::vector<T> out;
  out.reserve(all.size());
  for (const std::size_t at :
       stable_order(all.size(), [&](std::size_t a, std::size_t b) { return before(all[a], all[b]); }))
    out.push_back(std::move(all[at]));
  all = std::move(out);
}

}  // namespace vagval
