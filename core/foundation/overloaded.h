// One function object of several lambdas, for std::visit. A missing alternative does not compile.
#pragma once

namespace vagval {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace vagval
