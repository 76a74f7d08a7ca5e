// The country field takes the names of countries in several languages.
#include <gtest/gtest.h>

#include "app/hands.h"
#include "foundation/characters.h"
#include "text/countries.h"

namespace vagval {
namespace {

App asked_for_the_country(std::string_view language) {
  App app = new_app(language);
  app.dispatch(StartNewPlan{});
  app.dispatch(AddPerson{"applicant"});
  app.dispatch(OpenQuestion{"situation.destination_country"});
  return app;
}
std::string country_of(const App& app) {
  const auto& country = app.model().plan.situation.destination.country;
  return country ? std::string(country->letters, 2) : std::string();
}

TEST(CountryField, TakesTheNameInEveryLanguageWhateverTheLanguageOfTheScreen) {
  App app = asked_for_the_country("sv");
  for (const Catalogue& words : assets()->catalogues)
    for (const char* code : {"SO", "SY", "IQ", "ER", "BA"}) {
      const std::string name = words.text("country." + std::string(code));
      type(app, "field.situation.destination_country", name);
      EXPECT_EQ(country_of(app), code) << name;
    }
}

TEST(CountryField, TakesTwoLettersAndSmallLettersAndShowsTheName) {
  App app = asked_for_the_country("en");
  type(app, "field.situation.destination_country", " somalia ");
  EXPECT_EQ(country_of(app), "SO");
  EXPECT_EQ(find_node(app.screen(), "field.situation.destination_country")->value, "Somalia");
  type(app, "field.situation.destination_country", "sy");
  EXPECT_EQ(country_of(app), "SY");
}

TEST(CountryField, SaysAtTheFieldWhatItDoesNotRecognise) {
  App app = asked_for_the_country("en");
  type(app, "field.situation.destination_country", "Atlantis");
  EXPECT_EQ(country_of(app), "");
  const Node* const field = find_node(app.screen(), "field.situation.destination_country");
  EXPECT_NE(field->error.find("Atlantis"), std::string::npos);
  type(app, "field.situation.destination_country", "Sverige");
  EXPECT_EQ(country_of(app), "") << "nobody moves back to where they are";
}

TEST(CountryField, IsNeverTakenForAnotherCountry) {
  for (const Catalogue& words : assets()->catalogues)
    for (const std::string& code : assets()->catalogue("sv").countries())
      EXPECT_EQ(country_named(assets()->catalogues, plainly(country_name(words, code))), code)
          << country_name(words, code) << " in " << words.language();
}

}  // namespace
}  // namespace vagval
