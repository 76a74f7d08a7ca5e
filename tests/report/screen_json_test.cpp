#include "report/screen_json.h"

#include <gtest/gtest.h>

#include "foundation/json.h"

namespace vagval {

namespace {

Screen one_node(Node node) {
  Screen screen{.id = "estimate", .title = "Estimate", .language = "en"};
  screen.main.push_back(std::move(node));
  return screen;
}

std::string main_of(const Screen& screen) {
  const Result<Json> read = read_json(screen_json(screen));
  return read ? write_json(*(*read).find("main")) : "not JSON";
}

}  // namespace

TEST(ScreenJson, LeavesOutWhatANodeDoesNotSay) {
  EXPECT_EQ(main_of(one_node({.id = "p", .kind = Kind::paragraph, .text = "Hej"})),
            R"([{"id":"p","kind":"paragraph","text":"Hej"}])");
}

TEST(ScreenJson, SaysThatSomethingCanBePressedButNotWhatItDoes) {
  EXPECT_EQ(main_of(one_node(
                {.id = "b", .kind = Kind::button, .text = "Spara", .emphasis = Emphasis::primary, .action = Save{}})),
            R"([{"id":"b","kind":"button","text":"Spara","emphasis":"primary","interactive":true}])");
}

TEST(ScreenJson, KeepsChildrenInTheirOrder) {
  EXPECT_EQ(
      main_of(one_node(
          {.id = "q",
           .kind = Kind::choice,
           .children = {{.id = "b", .kind = Kind::option, .selected = true}, {.id = "a", .kind = Kind::option}}})),
      R"([{"id":"q","kind":"choice","children":[{"id":"b","kind":"option","selected":true},{"id":"a","kind":"option"}]}])");
}

TEST(ScreenJson, GivesAFieldItsValueErrorAndKindOfText) {
  EXPECT_EQ(main_of(one_node({.id = "f",
                              .kind = Kind::field,
                              .text = "Född",
                              .value = "31",
                              .error = "Skriv året.",
                              .input = Input::year})),
            R"([{"id":"f","kind":"field","text":"Född","value":"31","error":"Skriv året.","input":"year"}])");
}

TEST(ScreenJson, LetsNoTextOutOfItsQuotes) {
  EXPECT_EQ(main_of(one_node({.id = "p", .text = "\"}]\n\\<b>\x01"})),
            "[{\"id\":\"p\",\"kind\":\"paragraph\",\"text\":\"\\\"}]\\n\\\\<b>\\u0001\"}]");
}

TEST(ScreenJson, GivesEqualBytesForEqualScreens) {
  const Screen screen = one_node({.id = "h", .kind = Kind::heading, .text = "Vägen", .level = 1});
  EXPECT_EQ(screen_json(screen), screen_json(screen));
}

TEST(ScreenJson, NamesTheFocusThatIsWanted) {
  Screen screen = one_node({.id = "h", .kind = Kind::heading});
  screen.focus = "h";
  screen.focus_serial = 7;
  const Result<Json> read = read_json(screen_json(screen));
  ASSERT_TRUE(read);
  EXPECT_EQ(*(*read).find("focus")->text(), "h");
  EXPECT_EQ(*(*read).find("focus_serial")->integer(), 7);
}

}  // namespace vagval
