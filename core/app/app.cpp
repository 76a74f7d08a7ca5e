#include "app/app.h"

#include <iterator>
#include <set>
#include <utility>

#include "screens/view.h"
#include "state/assets.h"
#include "state/derived.h"
#include "state/rules_hash.h"

namespace vagval {

App::App(std::shared_ptr<const Assets> assets, Date today, std::string_view language) : assets_(std::move(assets)) {
  model_.session.today = today;
  model_.session.language = assets_->catalogue(language).language();
  show();
}

void App::dispatch(const Action& action) {
  const auto* const to = action.get<OpenField>();
  take(update(*assets(), std::move(model_), action), to ? to->field : std::string());
}

void App::reply(const Reply& reply) { take(update(*assets(), std::move(model_), reply), ""); }

void App::take(Step step, const std::string& field) {
  model_ = std::move(step.model);
  use_rules();
  show();
  if (!field.empty()) unfold(field);
  // `update` knows no screen, so the passages come from the screen here.
  for (Effect& effect : step.effects)
    if (auto* speak = std::get_if<Speak>(&effect)) speak->passages = passages(screen_);
  effects_.insert(effects_.end(), std::make_move_iterator(step.effects.begin()),
                  std::make_move_iterator(step.effects.end()));
}

// A field that has got the focus can be folded away on its screen.
void App::unfold(const std::string& field) {
  if (model_.session.focus != field) return;
  const std::set<std::string> folds = folds_around(screen_, field);
  if (folds.empty()) return;
  model_.session.open.insert(folds.begin(), folds.end());
  show();
}

void App::words_came() {
  if (in_use_) {
    in_use_->catalogues = assets_->catalogues;
    state_figures(*in_use_);
  }
  const std::string wanted = model_.session.reading.wanted;
  if (!wanted.empty() && has_words(*assets(), wanted)) return dispatch(ChooseLanguage{wanted});
  show();
}

void App::gesture(const Gesture& gesture) {
  if (const std::optional<Action> action = intent(screen_, gesture)) dispatch(*action);
}

Effects App::take_effects() { return std::exchange(effects_, {}); }

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
  state_figures(*in_use_);
}

void App::show() {
  const Assets& now = *assets();
  screen_ = view(now, model_, derive(now, model_.plan, model_.session.today, row_of(model_.session.screen).needs));
  ++version_;
}

}  // namespace vagval
