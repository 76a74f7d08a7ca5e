#include "app/app.h"

#include "app/assets.h"
#include "app/derived.h"
#include "app/update.h"
#include "app/view.h"

namespace vagval {

App::App(std::shared_ptr<const Assets> assets, Date today, std::string_view language) : assets_(std::move(assets)) {
  model_.session.today = today;
  model_.session.language = assets_->catalogue(language).language();
  show();
}

void App::dispatch(const Action& action) {
  Step step = update(*assets_, std::move(model_), action);
  model_ = std::move(step.model);
  effects_.insert(effects_.end(), std::make_move_iterator(step.effects.begin()),
                  std::make_move_iterator(step.effects.end()));
  show();
}

void App::gesture(const Gesture& gesture) {
  if (const std::optional<Action> action = intent(screen_, gesture)) dispatch(*action);
}

std::vector<Effect> App::take_effects() { return std::exchange(effects_, {}); }

void App::show() {
  screen_ = view(*assets_, model_, derive(*assets_, model_.plan, model_.session.today, model_.session.screen));
  ++version_;
}

}  // namespace vagval
