// The rule book's chapters on facts outside the calculation, on conflicts, and on the sources.
#include <algorithm>

#include "report/rule_book_parts.h"

namespace vagval {

namespace {

std::vector<std::string> topics_of(const RulePack& pack) {
  std::vector<std::string> out;
  for (const Statement& statement : pack.statements)
    if (std::find(out.begin(), out.end(), statement.topic) == out.end()) out.push_back(statement.topic);
  return out;
}

void write_statement(const ViewContext& view, const Statement& statement, Html& html) {
  const std::string standing = view.words.text("standing." + std::string(standing_name(statement.standing)));
  html.open("section", " class=\"entry\"" + Html::attribute("id", anchor_of("fact", statement.id, statement.period)));
  html.open("p").open("strong", " class=\"name\" dir=\"ltr\"").text(statement.id).close();
  html.text(" " + view.words.text(statement.text)).close();
  html.element("p", period_in_words(view.words, statement.period) + " · " + standing, " class=\"quiet\"");
  write_citations(view, statement.sources, statement.valid_seen, html);
  html.close();
}

void write_readings(const ViewContext& view, const Conflict& conflict, Html& html) {
  html.open("ol");
  for (const Reading& reading : conflict.readings) {
    html.open("li").text(view.words.text(reading.text));
    write_citations(view, reading.sources, std::nullopt, html);
    html.close();
  }
  html.close();
}

void write_conflict_row(const ViewContext& view, const Conflict& conflict, Html& html) {
  const Catalogue& words = view.words;
  html.open("tr", Html::attribute("id", anchor("conflict", conflict.id))).open("td");
  html.open("strong", " dir=\"ltr\"").text(conflict.id).close().element("p", words.text(conflict.text));
  html.element("p", period_in_words(words, conflict.period), " class=\"quiet\"").close().open("td");
  write_readings(view, conflict, html);
  html.close().open("td");
  html.element("p", words.text("rulebook.show." + std::string(show_as_name(conflict.show))));
  html.element("p", words.text(conflict.text + ".judgement"));
  if (conflict.makes_unclear) html.element("p", words.text("rulebook.makes_unclear"_t));
  if (conflict.when == no_expr) {
    html.element("p", words.text("rulebook.only_listed"_t), " class=\"quiet\"");
  } else {
    html.element("p", words.text("rulebook.touches"_t), " class=\"label\"");
    write_expr(view, conflict.when, conflict.period, html);
    html.open("p").element("code", formal_expr(view.assets.pack, conflict.when), " dir=\"ltr\"").close();
  }
  html.close().close();
}

}  // namespace

void write_facts(const ViewContext& view, Html& html) {
  open_chapter(html, "facts", view.words.text("sources.facts"_t));
  for (const std::string& topic : topics_of(view.assets.pack)) {
    html.open("section", Html::attribute("id", anchor("topic", topic)));
    html.element("h3", view.words.text("topic." + topic));
    for (const Statement& statement : view.assets.pack.statements)
      if (statement.topic == topic) write_statement(view, statement, html);
    html.close();
  }
  html.close();
}

void write_conflicts(const ViewContext& view, Html& html) {
  open_chapter(html, "conflicts", view.words.text("sources.conflicts"_t));
  html.open("table", " class=\"conflicts\"").open("thead").open("tr");
  for (const TextKey key : {"rulebook.question"_t, "rulebook.readings"_t, "rulebook.shown"_t})
    html.element("th", view.words.text(key), " scope=\"col\"");
  html.close().close().open("tbody");
  for (const Conflict& conflict : view.assets.pack.conflicts) write_conflict_row(view, conflict, html);
  html.close().close().close();
}

void write_sources(const ViewContext& view, Html& html) {
  const Catalogue& words = view.words;
  open_chapter(html, "sources", words.text("sources.all"_t));
  html.open("table").open("thead").open("tr");
  for (const TextKey key : {"rulebook.source"_t, "rulebook.tier"_t, "rulebook.read"_t})
    html.element("th", words.text(key), " scope=\"col\"");
  html.close().close().open("tbody");
  for (const Source& source : view.assets.pack.sources) {
    html.open("tr", Html::attribute("id", anchor("source", source.id))).open("td");
    html.open("strong", " dir=\"ltr\"").text(source.id).close().text(" ");
    // In the source's own language; the pack does not name that language.
    html.element("span", source.title, " lang=\"\" dir=\"auto\"");
    html.element("p", source.publisher + " · " + source.dated, " class=\"quiet\" lang=\"\" dir=\"auto\"");
    html.element("p", source.address, " class=\"quiet\" dir=\"ltr\"").close();
    html.element("td", words.text("tier." + std::string(tier_name(source.tier))));
    html.open("td").element("p", source.read, " lang=\"en\" dir=\"ltr\"");
    for (const std::string& line : copy_in_words(words, source)) html.element("p", line, " class=\"quiet\"");
    html.close().close();
  }
  html.close().close().close();
}

}  // namespace vagval
