// Hands and eyes of a person, for the tests of the app.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "must.h"
#include "plan/plan_json.h"
#include "plan/seal.h"
#include "report/screen_text.h"
#include "state/assets.h"
#include "today.h"

namespace vagval {

/// The shipped data, read once.
inline std::shared_ptr<const Assets> assets() {
  static const std::shared_ptr<const Assets> all = load_assets();
  must(!all->catalogues.empty() && !all->examples.empty(), "nothing ships with the program");
  return all;
}
inline App new_app(std::string_view language = "sv", Date on = today()) { return {assets(), on, language}; }

/// Presses a node of the screen; ends the test, with the line that called, where there is none of that name.
inline void press(App& app, const std::string& id, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  must(find_node(app.screen(), id), "no " + id + " on " + app.screen().id, file, line);
  app.gesture({Gesture::Verb::activate, id, ""});
}
/// Types and stays in the field.
inline void edit(App& app, const std::string& id, const std::string& text, const char* file = __builtin_FILE(),
                 int line = __builtin_LINE()) {
  must(find_node(app.screen(), id), "no " + id + " on " + app.screen().id, file, line);
  app.gesture({Gesture::Verb::edit, id, text});
}
/// Types and goes on to the next field.
inline void type(App& app, const std::string& id, const std::string& text, const char* file = __builtin_FILE(),
                 int line = __builtin_LINE()) {
  edit(app, id, text, file, line);
  app.gesture({Gesture::Verb::commit, id, text});
}
/// With the example household of a family open.
inline App family(std::string_view language = "sv", Date on = today()) {
  App app = new_app(language, on);
  press(app, "example.open.family");
  return app;
}

/// Whether the node is on the screen and not folded away.
inline bool shows(const App& app, const std::string& id) { return find_node(app.screen(), id) != nullptr; }
/// Every node of the screen, folded or not.
inline void each_node(const Screen& screen, const std::function<void(const Node&)>& visit) {
  const std::function<void(const std::vector<Node>&)> walk = [&](const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      visit(node);
      walk(node.children);
    }
  };
  for (const std::vector<Node>* part : parts_of(screen)) walk(*part);
}
/// The text without invisible marks around values, and with plain spaces for no-break spaces.
inline std::string plain(std::string text) {
  const auto replace = [&](std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  };
  for (const char* mark : {"\u2066", "\u2067", "\u2068", "\u2069"}) replace(mark, "");
  for (const char* space : {"\u00A0", "\u202F"}) replace(space, " ");
  return text;
}
/// All texts of the screen, in reading order.
inline std::string text_of(const App& app) { return plain(screen_text(app.screen(), Closed::shown)); }
inline bool says(const App& app, const std::string& words) { return text_of(app).find(words) != std::string::npos; }

/// Takes all pending effects of the app; returns the one of this type, if any.
template <class Wanted>
std::optional<Wanted> effect(App& app) {
  for (const Effect& one : app.take_effects())
    if (const auto* wanted = std::get_if<Wanted>(&one)) return *wanted;
  return std::nullopt;
}

/// A key with a low work factor, which is fast to make.
inline SealingKey key_of(std::string_view passphrase) {
  constexpr Salt salt{7};
  const auto stretching = Stretching::begin(passphrase, salt, 2);
  stretching->advance(1000);
  return make_sealing_key(stretching->key(), salt, 2, FileKey{3});
}
/// The app's plan as a sealed file.
inline std::string sealed_plan(const App& app, std::string_view passphrase) {
  return seal(key_of(passphrase), Nonce{1}, write_plan(app.model().plan));
}

/// Carries out the host's part of sealing at once, until no effect is left.
inline void be_the_host(App& app) {
  for (std::vector<Effect> effects = app.take_effects(); !effects.empty(); effects = app.take_effects())
    for (const Effect& one : effects) {
      if (const auto* make = std::get_if<MakeKey>(&one)) app.reply(KeyMade{key_of(make->passphrase)});
      if (const auto* wanted = std::get_if<SealForPictures>(&one))
        app.reply(SealedForPictures{seal(wanted->key, Nonce{1}, wanted->bytes)});
      if (const auto* find = std::get_if<FindKey>(&one)) {
        const Result<SealedFile> file = read_sealed(find->bytes);
        must(file, "the file to open is no sealed one");
        const auto stretching = Stretching::begin(find->passphrase, file->salt, file->work_factor);
        stretching->advance(100'000);
        const Result<SealingKey> key = unlock(*file, stretching->key());
        if (!key)
          app.reply(NotUnsealed{key.error()});
        else
          app.reply(Unsealed{*open_sealed(*file, *key), *key});
      }
    }
}

}  // namespace vagval
