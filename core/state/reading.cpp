// Languages, letters, colours, and reading aloud.
#include <algorithm>

#include "foundation/overloaded.h"
#include "state/assets.h"
#include "state/model.h"

namespace vagval {

namespace {

bool is_to_come(const ReadingAids& reading, const std::string& language) {
  return std::any_of(reading.to_come.begin(), reading.to_come.end(),
                     [&](const LanguageToCome& one) { return one.language == language; });
}

void choose_language(const Assets& assets, Session& session, Effects& effects, const std::string& language) {
  if (is_to_come(session.reading, language) && !has_words(assets, language)) {
    session.reading.wanted = language;
    effects.push_back(AskForWords{});
    return;
  }
  session.reading.wanted.clear();
  session.language = assets.catalogue(language).language();
  session.reading.draft_known = false;
  if (session.reading.beside == session.language) session.reading.beside.clear();
}

void read_aloud(Session& session, Effects& effects, bool on) {
  if (session.reading.aloud == on) return;
  session.reading.aloud = on;
  if (on)
    effects.push_back(Speak{.language = session.language});
  else
    effects.push_back(BeSilent{});
}

}  // namespace

void apply(Work work, const ReadingAction& action) {
  Session& session = work.model.session;
  ReadingAids& reading = session.reading;
  std::visit(
      Overloaded{[&](const ChooseLanguage& one) { choose_language(work.assets, session, work.effects, one.language); },
                 [&](const AskAgain&) { work.effects.push_back(AskForWords{}); },
                 [&](const ChooseAppearance& one) { reading.appearance = one.appearance; },
                 [&](const ChooseTextSize& one) { reading.text_percent = std::clamp(one.percent, 100, 200); },
                 [&](const ChooseDigits& one) { reading.own_digits = one.own; },
                 [&](const ChooseBeside& one) {
                   reading.beside = one.language.empty() ? "" : work.assets.catalogue(one.language).language();
                 },
                 [&](const ReadAloud& one) { read_aloud(session, work.effects, one.on); },
                 [&](const SwitchPage&) { work.effects.push_back(ShowOtherPage{}); },
                 [&](const DismissDraft&) { reading.draft_known = true; }},
      action);
}

void apply(Work work, const ReadingReply& reply) {
  ReadingAids& reading = work.model.session.reading;
  std::visit(Overloaded{[&](const LanguagesToCome& one) { reading.to_come = one.languages; },
                        [&](const BrowserLetters& one) { reading.browser_percent = std::clamp(one.percent, 100, 200); },
                        [&](const VoicesAre& one) { reading.voices = one.languages; },
                        [&](const ReadingEnded&) { reading.aloud = false; },
                        [&](const PageIs& one) { reading.page = one.page; }},
             reply);
}

}  // namespace vagval
