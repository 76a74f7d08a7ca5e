// must not compile: undo
#include <type_traits>
#include <variant>
struct Forgetful {};
using Action = std::variant<Forgetful>;
const auto wrong = std::visit([](const auto& action) { return std::decay_t<decltype(action)>::undo; }, Action{});
