// The person's actions: a variant of the features' own variants. Values, compared in tests.
#pragma once

#include <utility>
#include <variant>

#include "state/checks_actions.h"
#include "state/compare_actions.h"
#include "state/counsel_actions.h"
#include "state/device_actions.h"
#include "state/file_actions.h"
#include "state/handover_actions.h"
#include "state/keep_actions.h"
#include "state/moving_actions.h"
#include "state/one_of.h"
#include "state/plan_actions.h"
#include "state/reading_actions.h"
#include "state/rules_actions.h"
#include "state/stages_actions.h"
#include "state/take_actions.h"
#include "state/together_actions.h"
#include "state/transfer_actions.h"

namespace vagval {

using AnyAction = std::variant<MovingAction, PlanAction, FileAction, KeepAction, DeviceAction, ReadingAction,
                               RulesAction, CompareAction, ChecksAction, CounselAction, HandoverAction, TogetherAction,
                               TakeAction, TransferAction, StagesAction>;

/// One of them. It is made, copied and destroyed in action.cpp: the code for so many alternatives in every screen's
/// file would take most of the time that building takes.
struct Action : AnyAction {
  template <class Alternative, class Feature = FeatureOf<Alternative, AnyAction>>
  Action(Alternative alternative)  // NOLINT(google-explicit-constructor): an action is one of its alternatives
      : Action(std::in_place, Feature(std::move(alternative))) {}
  template <class Feature>
  Action(std::in_place_t, Feature feature);  ///< instantiated in action.cpp
  Action(const Action& other);
  Action(Action&& other) noexcept;
  Action& operator=(const Action& other);
  Action& operator=(Action&& other) noexcept;
  ~Action();

  /// \returns the alternative T, or nullptr where it is another one.
  template <class T>
  const T* get() const {
    return alternative<T>(*this);
  }
};

/// Every action says it; one that does not does not compile.
Undo undo_of(const Action& action);

}  // namespace vagval
