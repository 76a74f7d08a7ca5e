// The Swedish words one hears at a counter, and what they mean.
#include <algorithm>
#include <cctype>

#include "screens/view.h"

namespace vagval {

namespace {

// As they stand in texts of every language. The first letters of a longer word count too: "återvandringsbidraget".
struct Term {
  std::string_view word;
  TextKey means;
};
constexpr Term terms[] = {
    {"återvandringsbidrag", "term.repatriation_grant"_t},
    {"anhörig", "term.relative"_t},
    {"barnbidrag", "term.child_allowance"_t},
    {"bostadsbidrag", "term.housing_allowance"_t},
    {"BankID", "term.bankid"_t},
    {"CSN", "term.csn"_t},
    {"folkbokför", "term.population_register"_t},
    {"Försäkringskassan", "term.social_insurance"_t},
    {"garantipension", "term.guarantee_pension"_t},
    {"inkomstpension", "term.income_pension"_t},
    {"Kronofogden", "term.enforcement"_t},
    {"Migrationsverket", "term.migration_agency"_t},
    {"Pensionsmyndigheten", "term.pensions_agency"_t},
    {"personnummer", "term.personal_number"_t},
    {"Skatteverket", "term.tax_agency"_t},
    {"socialtjänst", "term.social_services"_t},
    {"UHR", "term.uhr"_t},
    {"vårdnad", "term.custody"_t},
};

bool holds(const std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    if (at == 0 || !std::isalpha(static_cast<unsigned char>(text[at - 1]))) return true;
  return false;
}

bool holds(const std::vector<Node>& nodes, std::string_view word) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) {
    return holds(node.text, word) || holds(node.detail, word) || holds(node.value, word) ||
           ((node.kind != Kind::disclosure || node.expanded) && holds(node.children, word));
  });
}

}  // namespace

void glossary_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("glossary.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("glossary.about", view.words.text("glossary.about"_t)));
  std::vector<Node> rows;
  for (const Term& term : terms) {
    const std::string id = "term." + std::to_string(&term - terms);
    // A stem becomes a word of its own here.
    const std::string word = term.word == "folkbokför" ? "folkbokföring" : std::string(term.word);
    rows.push_back(row(id, word, view.words.text(term.means)));
  }
  screen.main.push_back(card("glossary.list", std::move(rows), screen.title));
}

void words_on(const ViewContext& view, Screen& screen) {
  if (view.session.screen == ScreenId::glossary) return;
  std::vector<Node> found;
  for (const Term& term : terms) {
    if (!holds(screen.main, term.word)) continue;
    const std::string id = "word." + std::to_string(&term - terms);
    const std::string word = term.word == "folkbokför" ? "folkbokföring" : std::string(term.word);
    found.push_back(disclosure(view, id, word, {paragraph(id + ".means", view.words.text(term.means))}));
    // The word is Swedish, what it means is not.
    written_in(found.back().children.front(), view.words);
    found.back().lang = "sv";
  }
  if (found.empty()) return;
  screen.aside.push_back(heading("aside.words", view.words.text("glossary.here"_t), 2));
  for (Node& one : found) screen.aside.push_back(std::move(one));
}

}  // namespace vagval
