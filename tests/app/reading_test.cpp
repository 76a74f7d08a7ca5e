// Languages and how somebody reads: chosen at any time, kept from plan to plan, and never part of the plan.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/app.h"
#include "app/assets.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

App new_app(const std::string& language) { return {load_assets(), *make_date(2026, 11, 20), language}; }

const Node* find_any(const std::vector<Node>& nodes, std::string_view id) {
  for (const Node& node : nodes) {
    if (node.id == id) return &node;
    if (const Node* found = find_any(node.children, id)) return found;
  }
  return nullptr;
}

TEST(Language, IsTheFirstOfAPersonsLanguagesThatThereIs) {
  const auto assets = load_assets();
  const std::pair<const char*, const char*> cases[] = {
      {"sv-SE", "sv"},       {"de-DE,ar-SY,en", "ar"}, {"prs-AF", "fa"},   {"hr-HR", "bs"},
      {"sv_SE.UTF-8", "sv"}, {"de,fr", "en"},          {"", "sv"},         {"AR", "ar"},
      {",,en", "en"},        {"ckb-IQ,fa", "ckb"},     {"ku-Arab", "ckb"},
  };
  for (const auto& [given, wanted] : cases) {
    // A language that is not translated yet is passed over.
    const std::string found = language_for(*assets, given);
    const bool is_there = assets->catalogue(wanted).language() == wanted;
    EXPECT_TRUE(!is_there || found == wanted) << given << ": " << found;
    EXPECT_EQ(assets->catalogue(found).language(), found) << given;
  }
}

TEST(Language, MayComeLaterAndIsRefusedWhenItDoesNotFit) {
  const auto assets = load_assets();
  const std::size_t before = assets->catalogues.size();
  EXPECT_FALSE(add_words(*assets, "no words"));
  EXPECT_FALSE(add_words(*assets, R"({"format": "vagval-text-values", "language": "xx"})"));
  EXPECT_EQ(assets->catalogues.size(), before);
}

TEST(Reading, IsKeptWhenAnotherPlanIsOpenedAndReachesNoFile) {
  App app = new_app("sv");
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
  App app = new_app("sv");
  for (const auto& [asked, got] : {std::pair{-5, 100}, {0, 100}, {175, 175}, {9000, 200}}) {
    app.dispatch(ChooseTextSize{asked});
    EXPECT_EQ(app.screen().text_percent, got);
  }
}

TEST(Reading, ASecondLanguageStandsBesideEveryTextThatDiffers) {
  App app = new_app("sv");
  app.dispatch(GoTo{ScreenId::household});
  EXPECT_EQ(find_any(app.screen().main, "title")->beside, "");
  app.dispatch(ChooseBeside{"en"});
  EXPECT_EQ(find_any(app.screen().main, "title")->beside, "The household");
  app.dispatch(ChooseLanguage{"en"});
  EXPECT_EQ(find_any(app.screen().main, "title")->beside, "") << "the same language twice helps nobody";
}

TEST(Reading, AloudSaysWhatIsSeenAndNothingOfWhatIsFolded) {
  App app = new_app("sv");
  app.dispatch(VoicesAre{{"sv"}});
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

}  // namespace
}  // namespace vagval
