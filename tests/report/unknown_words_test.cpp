// A plan may hold unknown ids: of a newer program, of a removed task, or invented. The test replaces one string of each
// place of every plan with such words, and opens every screen and item after it.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "app/app.h"
#include "files.h"
#include "plan/plan_json.h"
#include "report/estimate_json.h"
#include "report/outputs.h"
#include "report/path_json.h"
#include "report/screen_json.h"
#include "report/screen_text.h"
#include "state/assets.h"
#include "state/derived.h"

namespace vagval::unknown_words {
namespace {

const Date today = *make_date(2026, 11, 20);

std::shared_ptr<const Assets> assets() {
  static const std::shared_ptr<const Assets> all = load_assets();
  return all;
}

// Short, empty after a known prefix, of an unknown kind, or the key of an unrelated text.
constexpr const char* words[] = {"q", "qz", "own.", "own.qz", "who.", "who.qz", "access.title", "doubt.", "a.b/c", "@"};

// All words in all places where that is cheap; otherwise each place has some words, and each word some places.
#if defined(__EMSCRIPTEN__) || defined(__SANITIZE_ADDRESS__)
constexpr std::size_t one_in = 3;
#elif defined(__has_feature)
constexpr std::size_t one_in = __has_feature(address_sanitizer) ? 3 : 1;
#else
constexpr std::size_t one_in = 1;
#endif

/// The first string of each place: entries of one list, and their members of one name, count as one place.
void texts_in(Json& json, const std::string& place, std::map<std::string, std::string*>& out) {
  if (auto* text = std::get_if<std::string>(&json.value)) out.try_emplace(place, text);
  if (auto* list = std::get_if<JsonArray>(&json.value))
    for (Json& one : *list) texts_in(one, place + "[]", out);
  if (auto* object = std::get_if<JsonObject>(&json.value))
    for (auto& [name, member] : *object) texts_in(member, place + "." + name, out);
}

/// All items that open by themselves, as screen and name.
using Openable = std::set<std::pair<int, std::string>>;

void gather(const std::vector<Node>& nodes, Openable& out) {
  for (const Node& node : nodes) {
    if (node.action) {
      if (const auto* item = node.action->get<OpenItem>()) out.insert({static_cast<int>(item->screen), item->item});
      if (const auto* person = node.action->get<OpenPerson>()) out.insert({-1, person->person});
      if (const auto* question = node.action->get<OpenQuestion>()) out.insert({-2, question->question});
    }
    gather(node.children, out);
  }
}

Openable look_at_screens(App& app, const Openable& seen_before) {
  Openable found;
  const auto look = [&] {
    const Screen screen = app.screen();
    EXPECT_FALSE(screen_text(screen, Closed::shown).empty());
    for (const auto* part : parts_of(screen)) gather(*part, found);
  };
  for (const ScreenId screen : all_screens) {
    app.dispatch(GoTo{screen});
    look();
  }
  Openable opened = seen_before;
  for (bool more = true; more;) {
    more = false;
    for (const auto& [screen, name] : Openable(found)) {
      if (!opened.insert({screen, name}).second) continue;
      more = true;
      if (screen == -1)
        app.dispatch(OpenPerson{name});
      else if (screen == -2)
        app.dispatch(OpenQuestion{name});
      else
        app.dispatch(OpenItem{static_cast<ScreenId>(screen), name});
      look();
    }
  }
  return found;
}

void take_along(const Plan& plan) {
  const OutputOf of{assets(), plan, today, "sv"};
  const Catalogue& swedish = assets()->catalogue("sv");
  for (const bool own_words : {false, true}) calendar_file(of, own_words);
  for (std::size_t table = 0; table < std::size(table_names); ++table) table_file(of, static_cast<TableOf>(table));
  EXPECT_FALSE(print_page(of, {std::begin(printable), std::end(printable)}).empty());
  EXPECT_FALSE(sheet_page(of, "en").empty());
  EXPECT_FALSE(application_page(of).empty());
  EXPECT_FALSE(write_json(path_to_json(*assets(), swedish, plan, path_today(*assets(), plan, today), today)).empty());
  EXPECT_FALSE(estimate_json(assets()->pack, plan.household, plan.situation,
                             assess(assets()->pack, plan.household, plan.situation, today))
                   .empty());
}

Openable look_everywhere(const std::string& file, const Openable& seen_before) {
  App app(assets(), today, "sv");
  app.reply(FileOpened{"plan.vagval.json", file});
  return look_at_screens(app, seen_before);
}

class UnknownWords : public testing::TestWithParam<std::string> {};

TEST_P(UnknownWords, NeverEndTheProgram) {
  Json plan = tests::read_tree(GetParam());
  const Openable usual = look_everywhere(write_json(plan), {});
  std::map<std::string, std::string*> texts;
  texts_in(plan, "", texts);
  std::size_t opened = 0, pair = 0;
  for (const auto& [place, text] : texts)
    for (const char* const word : words) {
      if (pair++ % one_in != 0) continue;
      const std::string before = std::exchange(*text, word);
      const std::string file = write_json(plan);
      *text = before;
      const Result<Plan> read = open_plan(file);
      if (!read) continue;
      ++opened;
      SCOPED_TRACE(place + ": " + before + " -> " + word);
      look_everywhere(file, usual);
      take_along(*read);
    }
  EXPECT_GT(opened, 0U);
}

std::vector<std::string> files() {
  std::vector<std::string> out;
  for (const char* folder : {"assets/examples", "tests/plans/v2", "tests/plans/v3"})
    for (const std::string& name : tests::names_in(folder, ".json")) out.push_back(std::string(folder) + "/" + name);
  return out;
}
INSTANTIATE_TEST_SUITE_P(Every, UnknownWords, testing::ValuesIn(files()), [](const auto& one) {
  std::string name;
  for (const char c : one.param) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
});

TEST(UnknownWords, AQuestionToNobodyKnownStandsAmongTheOthers) {
  const char* const file = R"({"format":"vagval-plan","version":2,"household":{"persons":[{"id":"a"}]},)"
                           R"("questions":[{"id":"q","who":"x","text":"Vem vet?"}]})";
  App app(assets(), today, "sv");
  app.reply(FileOpened{"plan.vagval.json", file});
  app.dispatch(GoTo{ScreenId::questions});
  const std::string shown = screen_text(app.screen(), Closed::shown);
  EXPECT_NE(shown.find("Vem vet?"), std::string::npos);
  EXPECT_NE(shown.find(assets()->catalogue("sv").text("who.other")), std::string::npos);
  EXPECT_EQ(shown.find("\u2039"), std::string::npos) << "no key of a text that is not there";
  EXPECT_EQ(app.model().plan.questions.front().who, "x") << "the file keeps what it said";
}

}  // namespace
}  // namespace vagval::unknown_words
