#include "state/action.h"

#include <type_traits>

namespace vagval {

template <class Feature>
Action::Action(std::in_place_t, Feature feature) : AnyAction(std::in_place_type<Feature>, std::move(feature)) {}
Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

// Every feature once: one that is missing here does not link.
template Action::Action(std::in_place_t, MovingAction);
template Action::Action(std::in_place_t, PlanAction);
template Action::Action(std::in_place_t, FileAction);
template Action::Action(std::in_place_t, KeepAction);
template Action::Action(std::in_place_t, DeviceAction);
template Action::Action(std::in_place_t, ReadingAction);
template Action::Action(std::in_place_t, RulesAction);
template Action::Action(std::in_place_t, CompareAction);
template Action::Action(std::in_place_t, ChecksAction);
template Action::Action(std::in_place_t, CounselAction);
template Action::Action(std::in_place_t, HandoverAction);
template Action::Action(std::in_place_t, TogetherAction);
template Action::Action(std::in_place_t, TakeAction);
template Action::Action(std::in_place_t, TransferAction);
template Action::Action(std::in_place_t, StagesAction);

Undo undo_of(const Action& action) {
  return std::visit(
      [](const auto& feature) {
        return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::undo; }, feature);
      },
      static_cast<const AnyAction&>(action));
}

}  // namespace vagval
