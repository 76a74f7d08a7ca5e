#include "report/outputs.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "app/days.h"
#include "app/path_words.h"
#include "app/questions.h"
#include "plan/money.h"
#include "plan/plan_json.h"
#include "report/screen_text.h"

namespace vagval {

namespace {

App app_of(const OutputOf& of) {
  App app(of.assets, of.today, of.language);
  app.dispatch(FileOpened{"plan.vagval.json", write_plan(of.plan)});
  app.dispatch(DismissMessage{});
  app.dispatch(DismissDraft{});
  return app;
}

// ---- iCalendar ----

std::string ics_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c != '\r')
      out += c;
  }
  return out;
}

/// A content line, folded after at most 75 bytes and never inside a letter.
void ics_line(std::string& out, std::string_view line) {
  constexpr std::size_t most = 75;
  for (std::size_t room = most; line.size() > room; room = most - 1) {
    std::size_t end = room;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    out += std::string(line.substr(0, end)) + "\r\n ";
    line.remove_prefix(end);
  }
  out += std::string(line) + "\r\n";
}

std::string ics_date(Date date) {
  std::string out = to_iso(date);
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}

struct CalendarEntry {
  Date day;
  std::string what, about;
};

std::vector<CalendarEntry> calendar_entries(const ViewContext& view) {
  std::vector<CalendarEntry> out;
  for (std::size_t m = 0; m < milestone_count; ++m)
    if (const auto day = parse_date(answer_text(view.plan.household, view.plan.situation, {milestone_facts[m], ""})))
      out.push_back({*day, view.words.text("calendar." + std::string(milestone_names[m])), ""});
  for (const PlanDay& day : plan_days(view))
    if (!day.only_year) out.push_back({day.day, day.what, day.about});
  for (const TaskEntry& task : view.plan.tasks)
    if (task.on && !is_settled(task.state.value_or(TaskState::not_started)))
      out.push_back({*task.on, task_title(view, task.task), ""});
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  return out;
}

// ---- CSV ----

using Rows = std::vector<std::vector<std::string>>;

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

std::string csv_cell(std::string text) {
  // A spreadsheet runs what begins like this.
  constexpr std::string_view starts = "=+-@\t\r";
  if (!text.empty() && starts.find(text.front()) != std::string_view::npos && !is_plain_number(text))
    text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n;\t") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

/// Hundredths as a decimal number with a point, as programs read them.
std::string decimal(std::int64_t hundredths) {
  const std::int64_t whole = hundredths / 100, rest = hundredths % 100;
  return std::to_string(whole) + (rest == 0 ? "" : "." + std::to_string(rest / 10) + std::to_string(rest % 10));
}

Rows budget_rows(const ViewContext& view) {
  const Catalogue& words = view.words;
  Rows out{{words.text("csv.line"_t), words.text("csv.when"_t), words.text("csv.direction"_t),
            words.text("csv.amount"_t), words.text("csv.currency"_t)}};
  for (const MoneyLine& line : money_lines(view.assets.path, view.plan)) {
    if (!line.entry || !line.entry->amount) continue;
    const bool other = line.entry->money == Money::other;
    out.push_back({line.kind ? words.text(line.kind->text) : line.entry->text,
                   words.text("money." + std::string(phase_names[static_cast<std::size_t>(line.phase)])),
                   words.text(line.flow == Flow::income ? "csv.in"_t : "csv.out"_t), decimal(*line.entry->amount),
                   other ? view.plan.budget.currency : "SEK"});
  }
  return out;
}

std::string day_or_none(const std::optional<Moment>& moment) {
  return moment && !moment->from ? to_iso(Date{moment->days}) : "";
}

Rows task_rows(const ViewContext& view) {
  const Catalogue& words = view.words;
  Rows out{{words.text("csv.part"_t), words.text("csv.thing"_t), words.text("csv.state"_t),
            words.text("csv.earliest"_t), words.text("csv.latest"_t), words.text("csv.on"_t)}};
  const PathGuide& guide = view.assets.path;
  const auto& times = view.derived.path->schedule.tasks;
  for (std::size_t t = 0; t < times.size(); ++t) {
    const bool own = t >= guide.tasks.size();
    if (!own && view.derived.path->concerned[t] == Truth::no) continue;
    const std::string id = own ? "own." + view.plan.own_tasks[t - guide.tasks.size()].id : guide.tasks[t].id;
    const std::string section_id =
        own ? view.plan.own_tasks[t - guide.tasks.size()].section : id.substr(0, id.find('.'));
    const PathSection* section = find_section(guide, section_id);
    const TaskEntry* entry = find_entry(view.plan, id);
    out.push_back({section ? words.text(section->text) : "", task_title(view, id),
                   state_in_words(view, state_of(view.plan, id)), day_or_none(times[t].earliest),
                   day_or_none(times[t].latest), entry && entry->on ? to_iso(*entry->on) : ""});
  }
  return out;
}

Rows document_rows(const ViewContext& view) {
  const Catalogue& words = view.words;
  Rows out{{words.text("csv.person"_t), words.text("csv.document"_t), words.text("csv.state"_t),
            words.text("csv.valid_until"_t)}};
  for (const DocumentEntry& document : view.plan.documents) {
    const DocumentKind* const kind = find_document_kind(view.assets.path, document.document);
    if (!kind) continue;
    const Person* person = find_person(view.plan.household, document.person);
    const std::string state =
        document.state
            ? words.text("documents." + std::string(document_state_names[static_cast<std::size_t>(*document.state)]))
            : words.text("documents.unknown"_t);
    out.push_back({person ? name_of(view, *person) : words.text("documents.household"_t), words.text(kind->text), state,
                   document.expires_on ? to_iso(*document.expires_on) : ""});
  }
  return out;
}

// ---- paper ----

constexpr std::string_view paper_style =
    "@page{size:A4;margin:18mm 16mm;@bottom-center{content:counter(page) \" / \" counter(pages);font:9pt sans-serif}}"
    "body{font:10.5pt/1.45 'Vagval Sans','Noto Sans','Noto Sans Arabic','Noto Sans Ethiopic',sans-serif;color:#1f2a30;"
    "max-width:178mm;margin:0 auto}h1{font-size:18pt;margin:0 0 2mm}h2{font-size:13pt;margin:6mm 0 2mm}"
    "h3{font-size:11pt;margin:4mm 0 1mm}h1,h2,h3{break-after:avoid}p{margin:0 0 1.5mm}.part+.part{margin-top:9mm;"
    "border-top:1px solid #999;padding-top:4mm}.card,.note{border:1px solid #bbb;border-radius:2mm;padding:2mm 4mm;"
    "margin:2mm 0}.note{border-inline-start:1.2mm solid #1b5e6b}.row{margin:1mm 0;break-inside:avoid}"
    "section>span{float:inline-end;font-weight:600}table{border-collapse:collapse;width:100%}td,th{text-align:start;"
    "vertical-align:top;padding:1mm 3mm 1mm 0;border-bottom:1px solid #ccc}tr{break-inside:avoid}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:4mm}.as-of{color:#555}.beside{color:#555}";

std::string page_begin(const Catalogue& words, std::string_view title) {
  return html_head(words.language(), words.right_to_left(), title, paper_style) + "<main>\n";
}

std::string tagged(std::string_view tag, std::string_view text, std::string_view more = {}) {
  return "<" + std::string(tag) + std::string(more) + ">" + html_escaped(text) + "</" + std::string(tag) + ">\n";
}

std::string as_of(const OutputOf& of, const Catalogue& words) {
  return tagged("p", words.text("print.as_of"_t, {{"date", of.today}, {"checked", of.assets->pack.checked_on}}),
                " class=\"as-of\"") +
         tagged("p", words.text("print.not_decision"_t), " class=\"as-of\"");
}

// ---- the sheet ----

/// The same sentence in both languages, the second behind the first.
class TwoLanguages {
 public:
  TwoLanguages(const Catalogue& first, const Catalogue* second) : first_(first), second_(second) {}
  std::string html(std::string_view tag, TextKey key, std::initializer_list<TextArg> values = {}) const {
    return html(tag, first_.text(key, values), second_ ? second_->text(key, values) : "");
  }
  std::string html(std::string_view tag, std::string_view first, std::string_view second) const {
    std::string out = "<" + std::string(tag) + ">" + html_escaped(first);
    if (second_ && !second.empty() && second != first)
      out += "<br><span class=\"beside\" lang=\"" + second_->language() + "\" dir=\"" +
             (second_->right_to_left() ? "rtl" : "ltr") + "\">" + html_escaped(second) + "</span>";
    return out + "</" + std::string(tag) + ">\n";
  }

 private:
  const Catalogue& first_;
  const Catalogue* second_;
};

void gather(const std::vector<Node>& nodes, Kind kind, std::string_view id_begins, std::vector<const Node*>& out) {
  for (const Node& node : nodes) {
    if (node.kind == kind && node.id.starts_with(id_begins)) out.push_back(&node);
    gather(node.children, kind, id_begins, out);
  }
}

}  // namespace

std::string csv_file(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "," : "") + csv_cell(row[i]);
    out += "\r\n";
  }
  return out;
}

Result<std::string> calendar_file(const OutputOf& of, bool own_words) {
  const Catalogue& words = of.assets->catalogue(of.language);
  const Derived derived = derive(*of.assets, of.plan, of.today, ScreenId::calendar);
  const Session session{.language = of.language, .today = of.today};
  const std::vector<CalendarEntry> entries = calendar_entries({*of.assets, words, of.plan, session, derived});
  if (entries.empty()) return Error{ErrorId::no_dates, "", ""};
  std::string out;
  for (const char* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vagval//Plan//SV", "CALSCALE:GREGORIAN"})
    ics_line(out, line);
  std::int64_t number = 0;
  for (const CalendarEntry& entry : entries) {
    ++number;
    ics_line(out, "BEGIN:VEVENT");
    ics_line(out, "UID:" + std::to_string(number) + "-" + ics_date(entry.day) + "@vagval.invalid");
    ics_line(out, "DTSTAMP:" + ics_date(of.today) + "T000000Z");
    ics_line(out, "DTSTART;VALUE=DATE:" + ics_date(entry.day));
    ics_line(out, "DTEND;VALUE=DATE:" + ics_date(add_days(entry.day, 1)));
    ics_line(out, "SUMMARY:" + ics_text(own_words ? entry.what : words.text("ics.reminder"_t, {{"number", number}})));
    if (own_words && !entry.about.empty()) ics_line(out, "DESCRIPTION:" + ics_text(entry.about));
    ics_line(out, "CLASS:PRIVATE");
    ics_line(out, "TRANSP:TRANSPARENT");
    ics_line(out, "END:VEVENT");
  }
  ics_line(out, "END:VCALENDAR");
  return out;
}

std::string table_file(const OutputOf& of, TableOf table) {
  const Catalogue& words = of.assets->catalogue(of.language);
  const Derived derived = derive(*of.assets, of.plan, of.today, ScreenId::calendar);
  const Session session{.language = of.language, .today = of.today};
  const ViewContext view{*of.assets, words, of.plan, session, derived};
  switch (table) {
    case TableOf::budget:
      return csv_file(budget_rows(view));
    case TableOf::tasks:
      return csv_file(task_rows(view));
    case TableOf::documents:
      return csv_file(document_rows(view));
  }
  return {};
}

std::string print_page(const OutputOf& of, const std::vector<ScreenId>& parts) {
  const Catalogue& words = of.assets->catalogue(of.language);
  std::string out = page_begin(words, words.text("app.name"_t));
  out += tagged("h1", words.text("app.name"_t)) + as_of(of, words);
  App app = app_of(of);
  for (const ScreenId screen : parts) {
    app.dispatch(GoTo{screen});
    std::vector<Node> nodes = app.screen().main;
    // On paper each part is a chapter of one page.
    for (Node& node : nodes) {
      if (node.kind == Kind::heading) node.level = static_cast<std::uint8_t>(std::min(node.level + 1, 4));
    }
    nodes.erase(std::remove_if(nodes.begin(), nodes.end(), [](const Node& n) { return n.id == "draft.short"; }),
                nodes.end());
    out += "<section class=\"part\">\n" + nodes_html(nodes) + "</section>\n";
  }
  out += "<section class=\"part\">\n" + tagged("h2", words.text("print.sources"_t)) + "<ul>\n";
  for (const Source& source : of.assets->pack.sources)
    out += tagged("li", source.title + " · " + source.publisher + " · " + source.dated, " lang=\"sv\"");
  return out + "</ul>\n</section>\n</main>\n</body>\n</html>\n";
}

std::string meeting_sheet(const OutputOf& of, std::string_view beside) {
  const Catalogue& words = of.assets->catalogue(of.language);
  const Catalogue* second = beside.empty() || beside == of.language ? nullptr : &of.assets->catalogue(beside);
  const TwoLanguages both(words, second);
  App app = app_of(of);
  if (second) app.dispatch(ChooseBeside{second->language()});
  std::string out = page_begin(words, words.text("sheet.title"_t)) + both.html("h1", "sheet.title"_t) +
                    as_of(of, words) + both.html("p", "sheet.no_names"_t);

  out += "<section>\n" + both.html("h2", "sheet.understood"_t) + "<ul>\n" +
         both.html("li", "sheet.people"_t, {{"count", static_cast<std::int64_t>(of.plan.household.persons.size())}});
  app.dispatch(GoTo{ScreenId::estimate});
  std::vector<const Node*> found;
  gather(app.screen().main, Kind::heading, "title", found);
  gather(app.screen().main, Kind::figure, "", found);
  for (const Node* node : found)
    out += both.html("li", node->text + (node->value.empty() ? "" : ": " + node->value),
                     node->beside.empty() ? "" : node->beside + (node->value.empty() ? "" : ": " + node->value));
  out += "</ul>\n</section>\n";

  out += "<section>\n" + both.html("h2", "sheet.unknown"_t) + "<ul>\n";
  constexpr std::size_t most_unknown = 8, most_questions = 5;
  std::size_t unknown = 0;
  for (const Question& question : questions_of_situation(*of.assets, of.plan, of.today)) {
    if (is_everyday_fact(question.fact) || is_answered(of.plan, question) || unknown == most_unknown) continue;
    ++unknown;
    const std::string key = "q." + slug_of(question.fact) + ".short";
    out += both.html("li", words.text(key), second ? second->text(key) : "");
  }
  if (unknown == 0) out += both.html("li", "sheet.all_known"_t);
  out += "</ul>\n</section>\n";

  out += "<section>\n" + both.html("h2", "sheet.questions"_t) + "<ol>\n";
  app.dispatch(GoTo{ScreenId::questions});
  found.clear();
  gather(app.screen().main, Kind::row, "question.", found);
  std::size_t asked = 0;
  for (const Node* node : found) {
    if (node->mark == "done" || asked == most_questions) continue;
    ++asked;
    out += both.html("li", node->text, node->beside);
  }
  return out + "</ol>\n</section>\n</main>\n</body>\n</html>\n";
}

}  // namespace vagval
