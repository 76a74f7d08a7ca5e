// The one stateful object of the core: it holds the model and the screen, and lets actions change them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "screen/screen.h"
#include "state/assets.h"
#include "state/update.h"

namespace vagval {

class App {
 public:
  /// \param today     the day by the device's clock. \param language  "sv" or "en"; anything else gives Swedish.
  App(std::shared_ptr<const Assets> assets, Date today, std::string_view language);

  const Screen& screen() const { return screen_; }
  const Model& model() const { return model_; }
  /// Grows whenever the screen may have changed. Readers draw when it has moved.
  std::uint32_t version() const { return version_; }

  /// What a person does.
  void dispatch(const Action& action);
  /// What the host has to say: the only way for it.
  void reply(const Reply& reply);
  void gesture(const Gesture& gesture);
  /// The host has added a language to the assets; see add_words.
  void words_came();
  /// What the screen is made with: the rules in use, which may be from a file.
  std::shared_ptr<const Assets> assets() const { return in_use_ ? in_use_ : assets_; }
  /// What the host has been asked to do since the last call.
  Effects take_effects();

 private:
  /// \param field  opened by the action, or empty.
  void take(Step step, const std::string& field);
  void use_rules();
  void unfold(const std::string& field);
  void show();

  std::shared_ptr<const Assets> assets_;
  std::shared_ptr<Assets> in_use_;  ///< the same with other rules; nullptr: those of the program
  std::string rules_;               ///< their hash
  Model model_;
  Screen screen_;
  Effects effects_;
  std::uint32_t version_ = 0;
};

}  // namespace vagval
