#include "app/app.h"

#include "app/assets.h"
#include "app/derived.h"
#include "app/rules_hash.h"
#include "app/update.h"
#include "app/view.h"

namespace vagval {

App::App(std::shared_ptr<const Assets> assets, Date today, std::string_view language) : assets_(std::move(assets)) {
  model_.session.today = today;
  model_.session.language = assets_->catalogue(language).language();
  show();
}

void App::dispatch(const Action& action) {
  Step step = update(*assets(), std::move(model_), action);
  model_ = std::move(step.model);
  effects_.insert(effects_.end(), std::make_move_iterator(step.effects.begin()),
                  std::make_move_iterator(step.effects.end()));
  use_rules();
  show();
}

void App::words_came() {
  if (in_use_) in_use_->catalogues = assets_->catalogues;
  const std::string wanted = model_.session.reading.wanted;
  if (!wanted.empty() && has_words(*assets(), wanted)) return dispatch(ChooseLanguage{wanted});
  show();
}

void App::gesture(const Gesture& gesture) {
  if (const std::optional<Action> action = intent(screen_, gesture)) dispatch(*action);
}

std::vector<Effect> App::take_effects() { return std::exchange(effects_, {}); }

// Read again from their bytes: a pack cannot be copied, and this happens once for each choice.
void App::use_rules() {
  const RuleFiles& files = model_.session.rules;
  if (files.in_use == rules_) return;
  rules_ = files.in_use;
  in_use_.reset();
  const RulesFile* file = file_in_use(files);
  if (!file) return;
  RulesRead read = read_rules(file->bytes, file->name);
  if (!read.rules) return;
  in_use_ = std::make_shared<Assets>(Assets{std::move(read.rules->pack), std::move(read.rules->path),
                                            rules_hash(file->bytes), assets_->catalogues, assets_->examples, assets_});
}

void App::show() {
  const Assets& now = *assets();
  screen_ = view(now, model_, derive(now, model_.plan, model_.session.today, model_.session.screen));
  ++version_;
}

}  // namespace vagval
