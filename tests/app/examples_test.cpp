// The made-up households as a reader meets them.
#include "state/examples.h"

#include <gtest/gtest.h>

#include "app/hands.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

TEST(AnExample, IsWrittenInTheReadersLanguage) {
  const Catalogue& swedish = assets()->catalogue("sv");
  for (const Catalogue& language : assets()->catalogues) {
    if (language.language() == "sv") continue;
    for (const Example& example : assets()->examples) {
      const Plan read = example_in(*assets(), example, language);
      EXPECT_EQ(read.household, example.plan.household) << example.name;
      const std::string bytes = write_plan(read);
      for (std::size_t i = 0; i < text_key_count; ++i) {
        const TextKey key{static_cast<std::uint16_t>(i)};
        if (!text_key_name(key).starts_with("example.text.")) continue;
        EXPECT_EQ(bytes.find(swedish.text(key)), std::string::npos) << language.language() << " " << example.name;
      }
    }
  }
}

// An English text of an example with å, ä or ö lacks a translation.
TEST(AnExample, HasATextForEachOfItsNotes) {
  for (const Example& example : assets()->examples) {
    const std::string bytes = write_plan(example_in(*assets(), example, assets()->catalogue("en")));
    for (const char* letter : {"å", "ä", "ö", " att ", " och "})
      EXPECT_EQ(bytes.find(letter), std::string::npos) << example.name << " " << letter;
  }
}

TEST(AnExample, OpensInTheLanguageOfTheScreen) {
  App app = new_app("en");
  app.dispatch(OpenExample{"family"});
  EXPECT_EQ(app.model().plan.own_tasks.front().text, "Ask my uncle about the flat");
}

}  // namespace
}  // namespace vagval
