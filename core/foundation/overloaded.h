// One handler for each type of a std::variant: std::visit(Overloaded{[](A) {}, [](B) {}}, variant).
#pragma once

namespace vagval {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace vagval
