// On a right-to-left screen, texts outside the catalogue keep their order too: titles of sources, ids, the person's own
// texts. Data for other programs stay unchanged.
#include "screen/reading_order.h"

#include <gtest/gtest.h>

#include "hands.h"
#include "text/bidi.h"

namespace vagval {
namespace {

bool has_isolate(std::string_view text) { return text.find(isolate) != std::string_view::npos; }

TEST(ScreensFromRightToLeft, KeepTheOrderOfNumbersCodesAndLatinWordsInEveryText) {
  App app = family("ar");
  int isolated = 0;
  for (const ScreenId id : all_screens) {
    app.dispatch(GoTo{id});
    const Screen screen = app.screen();
    EXPECT_EQ(isolated_runs(screen.title), screen.title);
    each_node(screen, [&](const Node& node) {
      EXPECT_FALSE(has_isolate(node.id)) << node.id;
      if (!node.lang.empty() && !node.lang_right_to_left) return;
      for (const std::string* text : {&node.text, &node.detail, &node.error})
        EXPECT_EQ(isolated_runs(*text), *text) << screen.id << " " << node.id;
      if (node.kind == Kind::field || node.kind == Kind::code)
        EXPECT_FALSE(has_isolate(node.value)) << node.id << ": " << node.value;
      else
        EXPECT_EQ(isolated_runs(node.value), node.value) << screen.id << " " << node.id;
      isolated += has_isolate(node.text) ? 1 : 0;
    });
  }
  EXPECT_GT(isolated, 100);
}

TEST(ScreensFromRightToLeft, IsolateTheTitlesOfSourcesAndTheYearsToPick) {
  Node node{.id = "a", .kind = Kind::row, .text = "Förordning (2025:970), 2 §", .value = "1980–1989"};
  node.children.push_back({.id = "b", .kind = Kind::field, .text = "يوم 2024-09-12", .value = "2024-09-12"});
  std::vector<Node> nodes{node};
  keep_reading_order(nodes, true, false);
  EXPECT_EQ(nodes[0].text, "\u2068Förordning (2025:970), 2 §\u2069");
  EXPECT_EQ(nodes[0].value, "\u20681980–1989\u2069");
  EXPECT_EQ(nodes[0].children[0].text, "يوم \u20682024-09-12\u2069");
  EXPECT_EQ(nodes[0].children[0].value, "2024-09-12");
  std::vector<Node> swedish{node};
  keep_reading_order(swedish, false, false);
  EXPECT_EQ(swedish[0].text, node.text);
}

TEST(ScreensFromRightToLeft, LeaveWhatIsInAnotherLanguageToItsOwnDirection) {
  Node node{.id = "a", .text = "English, 5 of 6", .beside = "قبل 2024-09-12"};
  node.lang = "en";
  std::vector<Node> nodes{node};
  keep_reading_order(nodes, true, true);
  EXPECT_EQ(nodes[0].text, node.text);
  EXPECT_EQ(nodes[0].beside, "قبل \u20682024-09-12\u2069");
}

}  // namespace
}  // namespace vagval
