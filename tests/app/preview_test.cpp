// The preview shows the same content as the file or the paper.
#include <gtest/gtest.h>

#include "app/hands.h"
#include "report/outputs.h"
#include "report/screen_text.h"

namespace vagval {
namespace {

App with_days(std::string_view language) {
  App app = family(language);
  app.dispatch(SetAnswer{{Fact::departure_date, ""}, "2027-03-01"});
  app.dispatch(GoTo{ScreenId::take});
  return app;
}

std::string made(App& app) {
  app.take_effects();
  press(app, "take.file");
  const std::optional<MakeOutput> wanted = effect<MakeOutput>(app);
  if (!wanted) return ADD_FAILURE() << "nothing is made", "";
  const Session& session = app.model().session;
  const Result<OutputFile> file = make_output({assets(), app.model().plan, session.today, session.language}, *wanted);
  return file ? file->bytes : (ADD_FAILURE() << "not made", "");
}

/// On the screen a heading lies under the screen's own: its level differs, its words are the same.
std::string without_levels(std::string html) {
  for (const std::string tag : {"<h", "</h"})
    for (std::size_t at = html.find(tag); at != std::string::npos; at = html.find(tag, at + 1))
      if (html[at + tag.size()] >= '1' && html[at + tag.size()] <= '6') html[at + tag.size()] = '0';
  return html;
}

TEST(Preview, OfEachPartOfThePaperStandsInThePaper) {
  for (const char* language : {"sv", "en", "ar"}) {
    App app = with_days(language);
    int seen = 0;
    for (const ScreenId part : printable) {
      const std::string name(name_of(part));
      if (app.model().session.take.left_out.contains(name)) press(app, "take.part." + name + ".turn");
      press(app, "take.look." + name);
      const std::string html = nodes_html(find_node(app.screen(), "take.look." + name)->children);
      ASSERT_GT(html.size(), 20u) << name;
      EXPECT_NE(made(app).find(html), std::string::npos) << language << " " << name;
      ++seen;
    }
    EXPECT_EQ(seen, 10);
    press(app, "take.part.money.turn");
    EXPECT_FALSE(shows(app, "take.look.money")) << "a part that is left out has no preview";
  }
}

TEST(Preview, OfASheetForPaperStandsInIt) {
  for (const std::string language : {"sv", "en", "ar"})
    for (const auto& [output, beside] : {std::pair{Output::sheet, "sv"}, {Output::application, ""}}) {
      App app = with_days(language);
      app.dispatch(ChooseOutput{output});
      const std::string second = output == Output::application ? language : beside;
      std::string html = nodes_html(find_node(app.screen(), "take.preview.card")->children,
                                    language == "sv" ? "" : second, second == "ar");
      // On the screen the Swedish sheet stands among texts of another language; on paper Swedish is the page's
      // language.
      constexpr std::string_view swedish = " lang=\"sv\"";
      if (output == Output::application)
        for (std::size_t at = html.find(swedish); at != std::string::npos; at = html.find(swedish))
          html.erase(at, swedish.size());
      ASSERT_GT(html.size(), 500u);
      EXPECT_NE(without_levels(made(app)).find(without_levels(html)), std::string::npos)
          << language << " " << output_names[static_cast<std::size_t>(output)] << "\n"
          << html;
    }
}

Rows cells_of(const App& app, const std::string& table) {
  Rows out;
  for (const Node& line : find_node(app.screen(), table)->children) {
    out.emplace_back();
    for (const Node& cell : line.children) out.back().push_back(cell.text);
  }
  return out;
}

TEST(Preview, OfATableHasItsRows) {
  for (const char* language : {"sv", "en"})
    for (const Output output : {Output::budget, Output::tasks, Output::documents}) {
      App app = with_days(language);
      app.dispatch(ChooseOutput{output});
      const CsvForm usual = usual_csv_form(language);
      for (const CsvForm form : {usual, usual == CsvForm::commas ? CsvForm::semicolons : CsvForm::commas, usual}) {
        // The default is chosen and stands first.
        const std::vector<Node> forms = find_node(app.screen(), "take.form")->children;
        ASSERT_EQ(forms.size(), 2u);
        EXPECT_EQ(forms[0].id.ends_with("semicolons"), usual == CsvForm::semicolons);
        EXPECT_TRUE(forms[form == usual ? 0 : 1].selected);
        const Rows rows = cells_of(app, "take.table");
        ASSERT_GT(rows.size(), 1u);
        EXPECT_TRUE(made(app).starts_with(csv_file(rows, form))) << output_names[static_cast<std::size_t>(output)];
        press(app, forms[form == usual ? 1 : 0].id);
      }
    }
}

TEST(Preview, OfACalendarHasItsEntries) {
  for (const bool by_name : {false, true}) {
    App app = with_days("en");
    app.dispatch(ChooseOutput{Output::calendar});
    app.dispatch(CallDaysByName{by_name});
    const Rows rows = cells_of(app, "take.days");
    ASSERT_GT(rows.size(), 1u);
    std::string file = made(app);
    for (std::size_t at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ")) file.erase(at, 3);
    std::size_t at = 0, entries = 0;
    for (std::size_t row = 1; row < rows.size(); ++row) {
      std::string title = rows[row][1];
      for (std::size_t comma = title.find(','); comma != std::string::npos; comma = title.find(',', comma + 2))
        title.insert(comma, "\\");
      at = file.find("SUMMARY:" + title + "\r\n", at);
      ASSERT_NE(at, std::string::npos) << title << "\n" << file;
    }
    for (at = file.find("SUMMARY:"); at != std::string::npos; at = file.find("SUMMARY:", at + 1)) ++entries;
    EXPECT_EQ(entries, rows.size() - 1);
  }
}

}  // namespace
}  // namespace vagval
