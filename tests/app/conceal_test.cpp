// Concealment: no reader of a screen gets the person's texts or answers, until the person holds one node.
#include "words/conceal.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "app/hands.h"
#include "plan/change.h"
#include "plan/plan_json.h"
#include "screens/view.h"
#include "state/derived.h"
#include "words/asked.h"

namespace vagval {
namespace {

// The example family with a private text in every place where a person can write.
Plan written(const std::string& secret, const std::string& amount) {
  Plan plan;
  for (const Example& example : assets()->examples)
    if (example.name == "family") plan = example.plan;
  for (Person& person : plan.household.persons) person.label = secret + person.id;
  const auto set = [&](const std::string& name, const std::string& text) {
    EXPECT_FALSE(set_plan_value(plan, name, text, today())) << name;
  };
  const auto add = [&](EntryList list, const char* about) { return *add_entry(plan, list, about, today()); };
  const std::string task = add(EntryList::own_task, "housing"), line = add(EntryList::line, "monthly.cost"),
                    matter = add(EntryList::matter, ""), question = add(EntryList::question, "who.mv"),
                    entry = add(EntryList::journal, "");
  set("own." + task + ".text", secret + "own");
  set("task.own." + task + ".note", secret + "note");
  set("task.housing.notice.note", secret + "housing");
  set("line." + line + ".text", secret + "line");
  set("line." + line + ".amount", amount);
  set("budget.savings", amount);
  set("matter." + matter + ".text", secret + "matter");
  set("matter." + matter + ".stay", secret + "stay");
  set("question." + question + ".text", secret + "question");
  set("question." + question + ".note", secret + "answer");
  set("journal." + entry + ".text", secret + "journal");
  set("way.return.note", secret + "way");
  return plan;
}

App app_with(const Plan& plan, std::string_view language = "sv") {
  App app = new_app(language);
  app.reply(FileOpened{"hemlig-fil.vagval.json", write_plan(plan)});
  app.dispatch(HideValues{true});
  return app;
}

std::string everything_said(const Screen& screen) {
  std::string out = screen.title + "\n" + screen.announcement + "\n";
  each_node(screen, [&](const Node& node) {
    for (const std::string* text :
         {&node.text, &node.detail, &node.value, &node.error, &node.beside, &node.beside_detail})
      if (!text->empty()) out += *text + "\n";
  });
  return out;
}

// Whether an item that can be opened is the person's own text or answer.
bool is_own(const Action& action) {
  const auto* item = action.get<OpenItem>();
  if (!item) return true;
  return item->item.find("own.") != std::string::npos || item->item.find("question.q") != std::string::npos ||
         item->item.starts_with("journal") || item->item.starts_with("matter") || item->item == "housing" ||
         item->item == "housing.notice";
}

// Every screen unfolded, and every own item opened from it.
void everywhere(App& app, const std::function<void(const Screen&)>& see) {
  for (const ScreenId screen : all_screens) {
    app.dispatch(GoTo{screen});
    std::vector<Action> further;
    each_node(app.screen(), [&](const Node& node) {
      // Folded parts are in the screen too, except those that are calculated when opened.
      if (node.id.starts_with("take.look.") || node.id.starts_with("keep.")) further.push_back(ToggleOpen{node.id});
    });
    for (const Action& action : further) app.dispatch(action);
    see(app.screen());
    further.clear();
    each_node(app.screen(), [&](const Node& node) {
      if (node.action &&
          (node.action->get<OpenItem>() || node.action->get<OpenPerson>() || node.action->get<OpenQuestion>()))
        further.push_back(*node.action);
    });
    for (const Action& action : further) {
      if (!is_own(action)) continue;
      app.dispatch(action);
      see(app.screen());
    }
  }
  for (std::size_t i = 0; i < std::size(output_names); ++i) {
    app.dispatch(ChooseOutput{static_cast<Output>(i)});
    see(app.screen());
  }
}

TEST(HiddenScreens, SayNothingThatThePersonWrote) {
  App app = app_with(written("Hemligt", "98765"));
  everywhere(app, [](const Screen& screen) {
    const std::string said = everything_said(screen);
    for (const char* secret : {"Hemlig", "hemlig", "98765", "98\u202F765"})
      EXPECT_EQ(said.find(secret), std::string::npos) << screen.id << ": " << secret;
  });
}

TEST(HiddenScreens, SayNothingOfThePersonInTheSecondLanguageEither) {
  for (const char* beside : {"en", "ar"}) {
    App app = app_with(written("Hemligt", "98765"));
    app.dispatch(ChooseBeside{beside});
    everywhere(app, [&](const Screen& screen) {
      const std::string said = everything_said(screen);
      for (const char* secret : {"Hemlig", "hemlig", "98765", "98\u202F765", "98,765", "٩٨"})
        EXPECT_EQ(said.find(secret), std::string::npos) << beside << " " << screen.id << ": " << secret;
    });
  }
}

TEST(HiddenScreens, AreTheSameWhateverThePersonWrote) {
  App one = app_with(written("Hemligt", "98765")), other = app_with(written("Annat", "43210"));
  std::vector<std::string> first;
  everywhere(one, [&](const Screen& screen) { first.push_back(everything_said(screen)); });
  std::size_t at = 0;
  everywhere(other, [&](const Screen& screen) {
    must(at < first.size(), "more screens than before");
    EXPECT_EQ(everything_said(screen), first[at]) << screen.id;
    ++at;
  });
  EXPECT_EQ(at, first.size());
}

// No outcome, no met condition, and no node whose place depends on an answer, in every language and for every example.
TEST(HiddenScreens, SayNothingThatTheyWouldNotSayOfAHouseholdWithoutAnswers) {
  for (const char* language : {"sv", "en", "ar"})
    for (const Example& example : assets()->examples) {
      // Texts may differ in form between languages; the set of answers is the same in all of them.
      if (language != std::string_view("sv") && example.name != "family" && example.name != "single_debt") continue;
      App app = app_with(example.plan, language), twin = app_with(unanswered_twin(example.plan), language);
      for (App* one : {&app, &twin}) one->dispatch(ChooseBeside{language == std::string_view("sv") ? "en" : "sv"});
      std::vector<Action> places;
      for (const ScreenId screen : all_screens) places.push_back(GoTo{screen});
      for (std::size_t i = 0; i < std::size(output_names); ++i) places.push_back(ChooseOutput{static_cast<Output>(i)});
      for (const Action& place : places) {
        for (App* one : {&app, &twin}) one->dispatch(place);
        std::set<std::string> known = {"", assets()->catalogue(language).text("hidden.mark"_t)};
        known.insert(twin.screen().title);
        std::map<std::string, std::string> marks;
        each_node(twin.screen(), [&](const Node& node) {
          known.insert({node.text, node.detail, node.value, node.beside, node.beside_detail});
          marks[node.id] = node.mark;
        });
        each_node(app.screen(), [&](const Node& node) {
          if (node.kind == Kind::figure) {
            EXPECT_EQ(node.value, assets()->catalogue(language).text("hidden.mark"_t)) << node.id;
          }
          // Table columns have their names also without rows.
          if (node.id.size() > 4 && node.id.compare(node.id.size() - 4, 3, ".0.") == 0) return;
          // The possible actions and answers, and the sources in the law.
          if (node.kind == Kind::button || node.kind == Kind::option || node.kind == Kind::chip) return;
          for (const std::string* text : {&node.text, &node.detail, &node.value, &node.beside, &node.beside_detail})
            EXPECT_TRUE(known.contains(*text)) << language << " " << example.name << " " << node.id << ": " << *text;
          EXPECT_TRUE(node.mark.empty() || node.mark == "dot" || node.mark == marks[node.id])
              << language << " " << example.name << " " << node.id << ": " << node.mark;
        });
        EXPECT_TRUE(known.contains(app.screen().title)) << app.screen().title;
        EXPECT_TRUE(known.contains(app.screen().announcement)) << app.screen().announcement;
      }
    }
}

TEST(HiddenScreens, DoNotTellAnAnswer) {
  Plan yes = written("x", "1"), no = yes;
  yes.household.persons[0].plan = MovePlan::goes;
  no.household.persons[0].plan = MovePlan::undecided;
  const auto said = [](const Plan& plan) {
    App app = app_with(plan);
    app.dispatch(OpenQuestion{"p1.plan"});
    return everything_said(app.screen()) +
           std::to_string(std::count_if(app.screen().main.begin(), app.screen().main.end(), [](const Node& n) {
             return std::any_of(n.children.begin(), n.children.end(), [](const Node& o) { return o.selected; });
           }));
  };
  EXPECT_EQ(said(yes), said(no));
}

TEST(HiddenScreens, ShowOneThingWhileItIsHeldAndNoLonger) {
  App app = app_with(written("Hemligt", "98765"));
  app.dispatch(GoTo{ScreenId::household});
  app.gesture({Gesture::Verb::hold, "hold.person.p1", ""});
  const Node* held = find_node(app.screen(), "person.p1");
  ASSERT_NE(held, nullptr);
  // A name stays hidden with the screen; holding it shows the progress of its answers.
  EXPECT_NE(held->detail, assets()->catalogue("sv").text("hidden.mark"_t));
  EXPECT_EQ(find_node(app.screen(), "person.p2")->detail, assets()->catalogue("sv").text("hidden.mark"_t));
  app.gesture({Gesture::Verb::release, "hold.person.p1", ""});
  EXPECT_EQ(find_node(app.screen(), "person.p1")->detail, assets()->catalogue("sv").text("hidden.mark"_t));
}

TEST(HiddenScreens, AreNotShownByAPressInsteadOfAHold) {
  App app = app_with(written("Hemligt", "98765"));
  app.dispatch(GoTo{ScreenId::household});
  const std::string before = everything_said(app.screen());
  press(app, "hold.person.p1");
  EXPECT_EQ(everything_said(app.screen()), before);
}

TEST(HiddenScreens, LetQuestionsBeAnswered) {
  App app = app_with(written("x", "1"));
  app.dispatch(OpenQuestion{"p1.plan"});
  std::string undecided;
  each_node(app.screen(), [&](const Node& node) {
    const auto* answer = node.action ? node.action->get<SetAnswer>() : nullptr;
    if (answer && answer->text == "undecided") undecided = node.id;
  });
  press(app, undecided);
  EXPECT_EQ(app.model().plan.household.persons[0].plan, MovePlan::undecided);
}

TEST(HiddenScreens, GoBackToWhatTheyWere) {
  App app = app_with(written("Hemligt", "98765"));
  app.dispatch(GoTo{ScreenId::household});
  press(app, "counsel.off");
  EXPECT_EQ(find_node(app.screen(), "person.p1")->text, "Hemligtp1");
}

TEST(OneAtATime, ShowsEveryPartOfAScreenOnce) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  app.dispatch(GoTo{ScreenId::documents});
  const std::size_t all = app.screen().main.size();
  app.dispatch(OneAtATime{true});
  std::set<std::string> shown;
  std::size_t parts = 0;
  for (bool more = true; more; ++parts) {
    // The title, the example's note and the row of steps are shown every time.
    EXPECT_NE(find_node(app.screen(), "title"), nullptr);
    EXPECT_NE(find_node(app.screen(), "message.example"), nullptr);
    for (const Node& node : app.screen().main)
      if (node.id != "part.steps") shown.insert(node.id);
    const Node* next = find_node(app.screen(), "part.next");
    more = next && !next->disabled;
    if (more) press(app, "part.next");
  }
  EXPECT_GT(parts, 1u);
  EXPECT_EQ(shown.size(), all);
}

TEST(OneAtATime, ExplainsTheSwedishWordsOfThePartThatIsSeen) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  app.dispatch(OneAtATime{true});
  std::set<std::string> all;
  for (bool more = true; more;) {
    for (const Node& node : app.screen().aside)
      if (node.kind == Kind::disclosure) all.insert(node.text);
    const Node* next = find_node(app.screen(), "part.next");
    more = next && !next->disabled;
    if (more) press(app, "part.next");
  }
  EXPECT_TRUE(all.contains("återvandringsbidrag"));
}

TEST(OneAtATime, AsksBeforeAPlanIsLostWhicheverPartOneIsAt) {
  App app = new_app();
  app.dispatch(StartNewPlan{});
  app.dispatch(AddPerson{});
  app.dispatch(GoTo{ScreenId::situation});
  app.dispatch(OneAtATime{true});
  app.dispatch(ShowPart{1});
  app.reply(FileOpened{"other.vagval.json", write_plan(Plan{})});
  EXPECT_NE(find_node(app.screen(), "clear.stay"), nullptr);
}

TEST(HiddenScreens, ArePrintedByNobody) {
  App app = app_with(written("Hemligt", "98765"));
  app.take_effects();
  for (const Output output : {Output::paper, Output::sheet, Output::application}) {
    app.dispatch(ChooseOutput{output});
    EXPECT_EQ(find_node(app.screen(), "take.print"), nullptr);
    EXPECT_NE(find_node(app.screen(), "take.hidden"), nullptr);
    app.dispatch(TakeAlong{.on_paper = true});
  }
  EXPECT_TRUE(app.take_effects().empty());
  app.dispatch(HideValues{false});
  EXPECT_NE(find_node(app.screen(), "take.print"), nullptr);
}

TEST(HiddenScreens, ShowNoMoreOfACardThanWhatIsHeld) {
  App app = app_with(written("Hemligt", "98765"));
  int shown = 0;
  for (const ScreenId screen : all_screens) {
    app.dispatch(GoTo{screen});
    std::vector<std::string> holders;
    each_node(app.screen(), [&](const Node& node) {
      if (node.hold) holders.push_back(node.id);
    });
    for (const std::string& holder : holders) {
      const Node* held = find_node(app.screen(), holder.substr(5));
      if (!held) continue;
      EXPECT_TRUE(held->kind != Kind::card && held->kind != Kind::pair) << holder;
      ++shown;
    }
  }
  EXPECT_GT(shown, 20);
}

TEST(HandOver, ForgetsWhoHadAgreedToACopy) {
  App app = app_with(written("x", "1"));
  app.dispatch(AgreeCopy{.counsellor = true, .yes = true});
  app.dispatch(AgreeCopy{.counsellor = false, .yes = true});
  app.reply(FileOpened{"nasta.vagval.json", write_plan(written("y", "2"))});
  if (app.model().session.waiting) app.dispatch(GoOnWithout{});
  EXPECT_FALSE(app.model().session.counsel.copy_person || app.model().session.counsel.copy_counsellor);
}

TEST(HandOver, SaysThatNothingIsLeftOnlyWhenTheDeviceHasBeenReadAgain) {
  App app = app_with(written("Hemligt", "98765"));
  app.reply(DeviceIs{.has_plan = true, .stored = {{"plan", 120}}});
  app.dispatch(HandOver{});
  const auto said = [&] { return find_node(app.screen(), "handover.read")->text; };
  const Catalogue& words = assets()->catalogue("sv");
  EXPECT_EQ(said(), words.text("handover.reading"_t));
  app.reply(DeviceIs{});
  EXPECT_EQ(said(), words.text("handover.reading"_t)) << "that is what was read before";
  app.reply(DeviceIs{.erased = true});
  EXPECT_EQ(said(), words.text("handover.nothing_left"_t));
}

TEST(HandOver, LeavesNothingAndHasTheDeviceReadAgain) {
  App app = app_with(written("Hemligt", "98765"));
  app.take_effects();
  app.dispatch(HandOver{});
  EXPECT_EQ(app.model().plan, Plan{});
  EXPECT_TRUE(app.model().history.past.empty());
  EXPECT_EQ(app.model().session.file_name, "");
  const std::vector<Effect> effects = app.take_effects();
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(std::get<EraseKept>(effects[0]), EraseKept{.everything = true});
  EXPECT_NE(find_node(app.screen(), "handover.read"), nullptr);
}

TEST(HandOver, SaysWhenSomethingIsLeft) {
  App app = app_with(written("Hemligt", "98765"));
  app.dispatch(HandOver{});
  app.reply(DeviceIs{.stored = {{"plan", 120}}, .erased = true});
  EXPECT_EQ(find_node(app.screen(), "handover.read")->tone, Tone::error);
}

TEST(HandOver, KeepsACopyForTheCounsellorOnlyWhereBothAgree) {
  App app = app_with(written("x", "1"));
  app.take_effects();
  app.dispatch(GoTo{ScreenId::handover});
  app.dispatch(AgreeCopy{.counsellor = true, .yes = true});
  app.dispatch(SaveCopy{});
  EXPECT_TRUE(app.take_effects().empty());
  app.dispatch(AgreeCopy{.counsellor = false, .yes = true});
  app.dispatch(SaveCopy{});
  const std::vector<Effect> effects = app.take_effects();
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_TRUE(std::get<WriteFile>(effects[0]).aside);
  const std::string own = app.model().session.file_name;
  app.reply(Saved{.name = "copy.vagval.json", .aside = true});
  EXPECT_EQ(app.model().session.file_name, own) << "the next save must not overwrite the copy";
}

TEST(Agenda, HasEveryKindOfThingUnderWhoCanAnswerIt) {
  std::set<AskedFrom> kinds;
  for (const Example& example : assets()->examples) {
    Plan plan = example.plan;
    const std::string own = *add_entry(plan, EntryList::question, "who.mv", today());
    set_plan_value(plan, "question." + own + ".text", "Egen", today());
    set_plan_value(plan, "question.doubt.A-01.raise", "true", today());
    App app = new_app();
    app.reply(FileOpened{"x.vagval.json", write_plan(plan)});
    app.dispatch(GoTo{ScreenId::agenda});
    const Derived derived = derive(*assets(), app.model().plan, today(), Needs::everything);
    const ViewContext view{*assets(), assets()->catalogue("sv"), app.model().plan, app.model().session, derived};
    std::vector<Asked> all = all_questions(view);
    for (Asked& one : unmet_conditions(view)) all.push_back(std::move(one));
    for (const Asked& one : all) {
      kinds.insert(one.from);
      const Node* group = find_node(app.screen(), "agenda.of." + one.who.substr(4));
      ASSERT_NE(group, nullptr) << one.who;
      EXPECT_TRUE(std::any_of(group->children.begin(), group->children.end(),
                              [&](const Node& row) { return row.id == "agenda." + one.id; }))
          << example.name << " " << one.id;
    }
  }
  EXPECT_EQ(kinds.size(), 7u) << "own, doubted, unclear, not met, disputed, risky, and of the guide";
}

TEST(Agenda, HasWhatTheAnswersDoNotMeetAndTicksWhatIsRaised) {
  App app = new_app();
  app.dispatch(OpenExample{"single_debt"});
  app.dispatch(GoTo{ScreenId::agenda});
  std::string unmet;
  each_node(app.screen(), [&](const Node& node) {
    if (unmet.empty() && node.id.starts_with("agenda.unmet.")) unmet = node.id.substr(7);
  });
  ASSERT_FALSE(unmet.empty());
  app.dispatch(OpenItem{ScreenId::agenda, "agenda." + unmet});
  press(app, "raise." + unmet);
  bool raised = false;
  for (const QuestionEntry& entry : app.model().plan.questions) raised |= entry.id == unmet && entry.raise == true;
  EXPECT_TRUE(raised);
}

// The law's figures have sources; the person's own texts have none.
TEST(Sources, StandWithADayBesideEveryAmountOfTheGrant) {
  App app = family();
  for (const auto& [screen, cards] : std::map<ScreenId, std::vector<std::string>>{
           {ScreenId::estimate, {"estimate.parts", "estimate.owed.card", "estimate.persons.card"}},
           {ScreenId::money, {"money.grant.left", "money.grant.right"}}}) {
    app.dispatch(GoTo{screen});
    for (const std::string& card : cards) {
      bool dated = false;
      ASSERT_NE(find_node(app.screen(), card), nullptr) << card;
      const std::function<void(const Node&)> look = [&](const Node& node) {
        dated |= node.kind == Kind::chip && node.text.find("202") != std::string::npos &&
                 node.id.find(".source") != std::string::npos;
        for (const Node& child : node.children) look(child);
      };
      look(*find_node(app.screen(), card));
      EXPECT_TRUE(dated) << card;
    }
  }
}

TEST(Doubts, LandAmongTheQuestionsAndGoAgain) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  app.dispatch(GoTo{ScreenId::sources});
  std::string button, row;
  each_node(app.screen(), [&](const Node& node) {
    if (!button.empty() || !node.id.starts_with("doubt.fact.")) return;
    button = node.id;
    row = node.action->get<SetValue>()->name;  // "question.doubt.A-01.raise"
  });
  ASSERT_FALSE(button.empty());
  const std::string id = row.substr(9, row.size() - 9 - 6);
  app.dispatch(SetValue{row, "true"});
  app.dispatch(GoTo{ScreenId::questions});
  const auto is_asked = [&] {
    bool out = false;
    each_node(app.screen(), [&](const Node& node) { out |= node.id == "question." + id; });
    return out;
  };
  EXPECT_TRUE(is_asked());
  app.dispatch(SetValue{row, ""});
  EXPECT_FALSE(is_asked());
}

}  // namespace
}  // namespace vagval
