#include "report/rule_book.h"

#include "report/rule_book_parts.h"
#include "report/screen_text.h"

namespace vagval {

namespace {

// A wide margin at the end of the line, for notes.
std::string style(bool right_to_left) {
  const std::string margin = right_to_left ? "18mm 16mm 18mm 56mm" : "18mm 56mm 18mm 16mm";
  return "@page{size:A4;margin:" + margin +
         ";@bottom-center{content:counter(page) \" / \" counter(pages);font:9pt sans-serif}}"
         "body{font:10pt/1.45 'Vagval Sans','Noto Sans','Noto Sans Arabic','Noto Sans "
         "Ethiopic',sans-serif;color:#1f2a30;"
         "margin:0}h1{font-size:20pt;margin:0 0 3mm}h2{font-size:15pt;margin:0 0 3mm;padding-top:9mm}"
         "h3{font-size:12pt;margin:5mm 0 1mm}h4{font-size:10.5pt;margin:5mm 0 1mm}h1,h2,h3,h4{break-after:avoid}"
         "p{margin:0 0 1.5mm}ul{margin:0 0 1.5mm;padding-inline-start:5mm}a{color:#1b5e6b;text-decoration:none}"
         "code{font:9pt/1.4 'Noto Sans Mono',monospace;overflow-wrap:anywhere;unicode-bidi:isolate}"
         ".entry{border-top:1px solid #ccc;margin-top:3mm;padding-top:1mm}.name{color:#555;font-weight:400}"
         ".label{font-weight:600;margin-top:2mm;break-after:avoid}.quiet,.cite{color:#555;font-size:9pt}"
         ".cite{list-style:none;padding:0}.cite li{display:inline-block;margin-inline-end:4mm}"
         "table{border-collapse:collapse;width:100%;margin:1mm 0 2mm}th{font-weight:600}"
         "td,th{text-align:start;vertical-align:top;padding:1mm 3mm 1mm 0;border-bottom:1px solid #ccc;"
         "overflow-wrap:break-word}tr:last-child>td{border-bottom:0}tr{break-inside:avoid}tr:first-child{break-after:"
         "avoid}"
         ".conflicts{table-layout:fixed}.conflicts th:first-child{width:24%}.expr,.expr "
         "ul{list-style:none;padding-inline-start:4mm}"
         ".expr{padding-inline-start:0}.expr ul{border-inline-start:1px solid "
         "#ccc}.differs{font-weight:600;color:#a3262a}"
         ".box{border-inline-start:1.2mm solid #1b5e6b;padding:1mm 4mm;margin:3mm 0}"
         "@media screen{body{max-width:190mm;margin:10mm auto;padding:0 8mm;padding-inline-end:56mm;font-size:11pt}"
         "h2{border-top:2px solid #1b5e6b;margin-top:9mm;padding-top:4mm}}"
         "@media screen and (max-width:52rem){body{padding:0 5mm;margin:5mm 0}table{display:block;overflow-x:auto}}"
         "@media print{#conditions,#facts,#conflicts,#scenarios,#sources{break-before:page}}";
}

struct Chapter {
  const char* id;
  TextKey title;
};
constexpr Chapter chapters[] = {{"how", "rulebook.how"_t},
                                {"versions", "rulebook.versions"_t},
                                {"definitions", "rulebook.definitions"_t},
                                {"conditions", "rulebook.conditions"_t},
                                {"values", "rulebook.parameters"_t},
                                {"amounts", "rulebook.amounts"_t},
                                {"caps", "rulebook.caps"_t},
                                {"instalments", "rulebook.instalments"_t},
                                {"repayments", "rulebook.repayments"_t},
                                {"facts", "sources.facts"_t},
                                {"conflicts", "sources.conflicts"_t},
                                {"scenarios", "rulebook.scenarios"_t},
                                {"sources", "sources.all"_t}};

void write_front(const ViewContext& view, Html& html) {
  const Catalogue& words = view.words;
  const RulePack& pack = view.assets.pack;
  html.element("h1", words.text("rulebook.title"_t)).element("p", words.text("rulebook.lead"_t));
  html.open("div", " class=\"box\"").element("p", words.text("rulebook.not_law"_t));
  html.element("p", words.text("rulebook.age"_t, {{"checked", pack.checked_on}, {"next", pack.next_review}})).close();
  html.open("nav", " class=\"contents\"").element("h2", words.text("rulebook.contents"_t)).open("ol");
  for (const Chapter& chapter : chapters) html.open("li").link(chapter.id, words.text(chapter.title)).close();
  html.close().close();
}

void write_how(const ViewContext& view, Html& html) {
  const Catalogue& words = view.words;
  open_chapter(html, "how", words.text("rulebook.how"_t));
  html.open("ul");
  for (const TextKey key : {"rulebook.how.1"_t, "rulebook.how.2"_t, "rulebook.how.3"_t, "sources.tiers.text"_t})
    html.element("li", words.text(key));
  html.close().close();
}

template <class Write>
std::string page(const Assets& assets, const Catalogue& words, std::string_view title, Write write) {
  const Plan nobody_yet;
  const Session session{.language = words.language()};
  const Derived nothing;
  Html html;
  html.open("main");
  write(ViewContext{assets, words, nobody_yet, session, nothing}, html);
  return html_head(words.language(), words.right_to_left(), title, style(words.right_to_left())) + html.take() +
         "</body>\n</html>\n";
}

}  // namespace

void open_chapter(Html& html, std::string_view id, std::string_view title) {
  html.open("section", Html::attribute("id", id)).element("h2", title);
}

void open_entry(Html& html, const std::string& id, std::string_view name, std::string_view title) {
  html.open("section", " class=\"entry\"" + Html::attribute("id", id)).open("h3");
  html.open("span", " class=\"name\" dir=\"ltr\"")
      .text(name)
      .close()
      .text(title.empty() ? "" : " ")
      .text(title)
      .close();
}

void write_citations(const ViewContext& view, const std::vector<Citation>& citations, std::optional<Date> seen,
                     Html& html) {
  if (citations.empty()) return;
  html.open("ul", " class=\"cite\"");
  for (const Citation& citation : citations) {
    const Source& source = view.assets.pack.sources[citation.source];
    html.open("li", Html::attribute("title", source.title));
    html.link(anchor("source", source.id), cited_in_words(view, source, citation.section, seen, source.id));
    html.close();
  }
  html.close();
}

std::string anchor_of(std::string_view kind, const std::string& id, const InForce& period) {
  return anchor(kind, id + "." + to_iso(period.from));
}

std::string rule_book_html(const RuleBookOf& of) {
  return page(of.assets, of.words, of.words.text("rulebook.title"_t), [&](const ViewContext& view, Html& html) {
    write_front(view, html);
    write_how(view, html);
    write_versions(view, html);
    write_definitions(view, html);
    write_conditions(view, html);
    write_values(view, html);
    write_amounts(view, html);
    write_caps(view, html);
    write_instalments(view, html);
    write_repayments(view, html);
    write_facts(view, html);
    write_conflicts(view, html);
    write_scenarios(view, of.tables, html);
    write_sources(view, html);
  });
}

std::string conflicts_html(const Assets& assets, const Catalogue& words) {
  return page(assets, words, words.text("sources.conflicts"_t), [&](const ViewContext& view, Html& html) {
    html.element("h1", words.text("rulebook.title"_t));
    write_conflicts(view, html);
    // The definitions and values that its expressions name.
    write_definitions(view, html);
    write_values(view, html);
    write_sources(view, html);
  });
}

}  // namespace vagval
