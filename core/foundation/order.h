// Stable sorting. std::stable_sort costs two kilobytes of WebAssembly for each type.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace vagval {

/// The places 0…count-1, sorted by `before`. Equal places keep their order.
std::vector<std::size_t> stable_order(std::size_t count, const std::function<bool(std::size_t, std::size_t)>& before);

/// Sorts a range. Equal elements keep their order.
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
