// Languages and reading settings: chosen at any time, kept from plan to plan, and not part of the plan.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/hands.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

TEST(Language, IsTheFirstOfAPersonsLanguagesThatThereIs) {
  const std::pair<const char*, const char*> cases[] = {
      {"sv-SE", "sv"},       {"de-DE,ar-SY,en", "ar"}, {"prs-AF", "fa"},   {"hr-HR", "bs"},
      {"sv_SE.UTF-8", "sv"}, {"de,fr", "en"},          {"", "sv"},         {"AR", "ar"},
      {",,en", "en"},        {"ckb-IQ,fa", "ckb"},     {"ku-Arab", "ckb"},
  };
  for (const auto& [given, wanted] : cases) {
    // A language without a catalogue is skipped.
    const std::string found = language_for(*assets(), given);
    const bool is_there = assets()->catalogue(wanted).language() == wanted;
    EXPECT_TRUE(!is_there || found == wanted) << given << ": " << found;
    EXPECT_EQ(assets()->catalogue(found).language(), found) << given;
  }
}

TEST(Language, MayComeLaterAndIsRefusedWhenItDoesNotFit) {
  const auto all = load_assets();
  const std::size_t before = all->catalogues.size();
  EXPECT_FALSE(add_words(*all, "no words"));
  EXPECT_FALSE(add_words(*all, R"({"format": "vagval-text-values", "language": "xx"})"));
  EXPECT_EQ(all->catalogues.size(), before);
}

TEST(Language, WhoseWordsAreMissingStaysOnTheListAndSaysSo) {
  // The page before the texts of other languages have loaded.
  const auto page = load_assets();
  std::vector<Catalogue> rest;
  while (page->catalogues.size() > 1) {
    rest.push_back(std::move(page->catalogues.back()));
    page->catalogues.pop_back();
  }
  App app(page, *make_date(2026, 11, 28), "sv");
  LanguageToCome arabic;
  arabic.language = "ar";
  arabic.name = "العربية";
  arabic.missing = "لم تصل";
  arabic.coming = "في الطريق";
  arabic.again = "مرة أخرى";
  arabic.right_to_left = true;
  LanguagesToCome to_come;
  to_come.languages = {arabic};
  app.reply(to_come);
  const Node* listed = find_node(app.screen(), "reading.language.ar");
  ASSERT_TRUE(listed);
  EXPECT_EQ(listed->lang, "ar");
  EXPECT_EQ(listed->detail, "") << "not yet late";
  to_come.languages[0].late = true;
  app.reply(to_come);
  EXPECT_EQ(find_node(app.screen(), "reading.language.ar")->detail, arabic.missing);

  app.dispatch(ChooseLanguage{"ar"});
  EXPECT_EQ(app.model().session.language, "sv");
  for (const ScreenId screen : {ScreenId::start, ScreenId::household}) {
    app.dispatch(GoTo{screen});
    ASSERT_TRUE(shows(app, "words.late")) << "never silently Swedish";
    EXPECT_EQ(find_node(app.screen(), "words.late.theirs")->text, arabic.missing);
    EXPECT_TRUE(find_node(app.screen(), "words.late.theirs")->lang_right_to_left);
  }
  app.take_effects();
  press(app, "words.late.again");
  EXPECT_TRUE(effect<AskForWords>(app));
  for (Catalogue& one : rest)
    if (one.language() == "ar") page->catalogues.push_back(std::move(one));
  app.words_came();
  EXPECT_EQ(app.model().session.language, "ar") << "it was chosen, and now it is here";
  EXPECT_FALSE(shows(app, "words.late"));
}

TEST(Reading, IsKeptWhenAnotherPlanIsOpenedAndReachesNoFile) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  const std::string plan = write_plan(app.model().plan);
  app.dispatch(ChooseTextSize{150});
  app.dispatch(ChooseAppearance{Appearance::dark});
  app.dispatch(ChooseBeside{"en"});
  EXPECT_EQ(write_plan(app.model().plan), plan);
  EXPECT_TRUE(app.model().history.past.empty());
  app.dispatch(OpenExample{"pensioner"});
  EXPECT_EQ(app.screen().text_percent, 150);
  EXPECT_EQ(app.screen().appearance, Appearance::dark);
  EXPECT_EQ(app.screen().beside_language, "en");
}

TEST(Reading, TextIsNeverSmallerNorMoreThanTwiceAsLarge) {
  App app = new_app();
  for (const auto& [asked, got] : {std::pair{-5, 100}, {0, 100}, {175, 175}, {9000, 200}}) {
    app.dispatch(ChooseTextSize{asked});
    EXPECT_EQ(app.screen().text_percent, got);
  }
}

TEST(Reading, ASecondLanguageStandsBesideEveryTextThatDiffers) {
  App app = new_app();
  app.dispatch(GoTo{ScreenId::household});
  EXPECT_EQ(find_node(app.screen(), "title")->beside, "");
  app.dispatch(ChooseBeside{"en"});
  EXPECT_EQ(find_node(app.screen(), "title")->beside, "The household");
  app.dispatch(ChooseLanguage{"en"});
  EXPECT_EQ(find_node(app.screen(), "title")->beside, "") << "the same language twice helps nobody";
}

TEST(Reading, AloudSaysWhatIsSeenAndNothingOfWhatIsFolded) {
  App app = new_app();
  app.reply(VoicesAre{{"sv"}});
  app.dispatch(GoTo{ScreenId::start});
  app.take_effects();
  app.dispatch(ReadAloud{true});
  const std::vector<Effect> effects = app.take_effects();
  ASSERT_EQ(effects.size(), 1U);
  const auto* speak = std::get_if<Speak>(&effects.front());
  ASSERT_TRUE(speak);
  EXPECT_EQ(speak->language, "sv");
  EXPECT_EQ(speak->passages.front(), app.screen().title);
  EXPECT_EQ(std::count(speak->passages.begin(), speak->passages.end(), "En familj med ett barn på 17"), 0);
  app.dispatch(GoTo{ScreenId::path});
  EXPECT_EQ(app.take_effects(), std::vector<Effect>{BeSilent{}});
}

TEST(Glossary, NamesTheSwedishWordsOfTheScreen) {
  App app = new_app("en");
  app.dispatch(OpenExample{"family"});
  const Screen& screen = app.screen();
  const bool named = std::any_of(screen.aside.begin(), screen.aside.end(),
                                 [](const Node& node) { return node.text == "Migrationsverket" && node.lang == "sv"; });
  EXPECT_TRUE(named);
}

TEST(Reading, OffersTheOtherPageWhereTheHostHasOne) {
  App app(assets(), *make_date(2026, 11, 20), "sv");
  app.dispatch(GoTo{ScreenId::reading});
  EXPECT_EQ(find_node(app.screen(), "reading.page"), nullptr) << "the desktop has none";
  app.reply(PageIs{PageShown::drawn});
  const std::string plain = find_node(app.screen(), "reading.page")->text;
  app.gesture({Gesture::Verb::activate, "reading.page", ""});
  EXPECT_EQ(app.take_effects(), std::vector<Effect>{ShowOtherPage{}});
  app.reply(PageIs{PageShown::plain});
  EXPECT_NE(find_node(app.screen(), "reading.page")->text, plain);
  app.reply(PageIs{PageShown::only});
  EXPECT_EQ(find_node(app.screen(), "reading.page"), nullptr) << "the browser has taken the graphics away";
}

TEST(Reading, SaysHowEachLanguageRunsThatIsNotTheScreens) {
  App app(assets(), *make_date(2026, 11, 20), "sv");
  app.dispatch(GoTo{ScreenId::reading});
  for (const Catalogue& one : assets()->catalogues) {
    const Node* const node = find_node(app.screen(), "reading.language." + one.language());
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(node->lang, one.language());
    EXPECT_EQ(node->lang_right_to_left, one.right_to_left()) << one.language();
  }
}

}  // namespace
}  // namespace vagval
