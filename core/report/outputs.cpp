#include "report/outputs.h"

#include <algorithm>

#include "foundation/utf8.h"
#include "plan/plan_json.h"
#include "plan/signature.h"
#include "report/screen_text.h"
#include "screen/reading_order.h"
#include "state/counted_day.h"
#include "state/derived.h"

namespace vagval {

namespace {

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

/// Writes a content line, folded after at most 75 bytes and outside of letters.
void ics_line(std::string& out, std::string_view line) {
  constexpr std::size_t most = 75;
  for (std::size_t room = most; line.size() > room; room = most - 1) {
    const std::size_t end = whole_characters(line, room);
    out += std::string(line.substr(0, end)) + "\r\n ";
    line.remove_prefix(end);
  }
  out += std::string(line) + "\r\n";
}

constexpr std::size_t uid_letters = 32;

std::string ics_date(Date date) {
  std::string out = to_iso(date);
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}

// ---- CSV ----

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

std::string csv_cell(std::string text, CsvForm form) {
  // A spreadsheet evaluates a cell that begins with one of these; some also accept the wide letters of East Asia.
  constexpr std::string_view starts = "=+-@\t\r\n", wide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  const bool is_number = is_plain_number(text);
  const bool runs = (!text.empty() && starts.find(text.front()) != std::string_view::npos) ||
                    std::any_of(std::begin(wide), std::end(wide), [&](auto sign) { return text.starts_with(sign); });
  if (runs && !is_number) text.insert(0, 1, '\'');
  if (is_number && (form == CsvForm::semicolons || text.find(',') == std::string::npos)) return text;
  if (text.find_first_of(",\"\r\n;\t") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

// ---- paper ----

constexpr std::string_view paper_style =
    "@page{size:A4;margin:16mm 16mm 18mm;@bottom-center{content:counter(page) \" / \" counter(pages);font:9pt "
    "sans-serif}}"
    "body{font:10.5pt/1.45 'Vagval Sans','Noto Sans','Noto Sans Arabic','Noto Sans Ethiopic',sans-serif;color:#1f2a30;"
    "max-width:178mm;margin:0 auto}h1{font-size:18pt;line-height:1.25;margin:0 0 2mm}h2{font-size:13pt;margin:5mm 0 "
    "1.5mm}"
    "h3{font-size:11.5pt;margin:4mm 0 1mm}h4{font-size:10.5pt;margin:3mm 0 1mm}h1,h2,h3,h4{break-after:avoid}"
    "p{margin:0 0 1.5mm}ul,ol{margin:0 0 2mm;padding-inline-start:6mm}li{margin:0 0 .8mm}"
    ".part+.part{margin-top:8mm;border-top:1px solid #999;padding-top:4mm}"
    ".card,.note{border:1px solid #bbb;border-radius:2mm;padding:2mm 4mm;margin:2mm 0}"
    ".note{border-inline-start:1.2mm solid #1b5e6b;break-inside:avoid}.row{margin:1.5mm 0;break-inside:avoid}"
    ".value{float:inline-end;font-weight:600;margin-inline-start:4mm}.figure{font-size:13pt}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2mm}td,th{text-align:start;vertical-align:top;"
    "padding:1mm 3mm 1mm 0;border-bottom:1px solid #ccc}tr{break-inside:avoid}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:4mm}.muted,.beside,.sources{color:#4a575e}"
    ".sources{font-size:8.5pt}"
    // Two languages on one sheet of paper.
    ".sheet{font-size:9.5pt;line-height:1.35}.sheet h1{font-size:15pt}.sheet h2{font-size:11.5pt;margin:3mm 0 1mm}"
    ".sheet p,.sheet li{margin:0 0 .6mm}.sheet .part+.part{margin-top:0}";

PaperOf paper_of(const OutputOf& of, const Derived& derived, std::string_view beside) {
  return {*of.assets, of.plan, derived, of.today, of.language, std::string(beside), false, of.build, of.clock};
}

class Page {
 public:
  Page(const OutputOf& of, std::string_view language, std::string_view beside, std::string_view title,
       std::string_view name = "paper")
      : words_(of.assets->catalogue(language)), beside_(beside) {
    if (!beside.empty()) beside_right_to_left_ = of.assets->catalogue(beside).right_to_left();
    out_ = html_head(words_.language(), words_.right_to_left(), title, paper_style) + "<main class=\"" +
           std::string(name) + "\">\n";
  }
  void part(std::vector<Node> nodes) {
    keep_reading_order(nodes, words_.right_to_left(), beside_right_to_left_);
    out_ += "<section class=\"part\">\n" + nodes_html(nodes, beside_, beside_right_to_left_) + "</section>\n";
  }
  std::string take() { return out_ + "</main>\n</body>\n</html>\n"; }

 private:
  const Catalogue& words_;
  std::string_view beside_;
  bool beside_right_to_left_ = false;
  std::string out_;
};

std::string doubt_in_words(const OutputOf& of) {
  const auto doubt = day_doubt(*of.assets, of.assets->catalogue(of.language), {of.today, of.clock});
  return doubt ? doubt->what + " " + doubt->act : std::string();
}

template <class Use>
auto with_view(const OutputOf& of, Use use) {
  const Catalogue words = of.assets->catalogue(of.language).on(of.today);
  const Derived derived = derive(*of.assets, of.plan, of.today, row_of(ScreenId::calendar).needs);
  const Session session{.language = of.language, .today = of.today, .clock = of.clock};
  return use(ViewContext{*of.assets, words, of.plan, session, derived});
}

}  // namespace

std::string csv_file(const Rows& rows, CsvForm form) {
  std::string out(utf8_mark);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      out += (i == 0 ? "" : form == CsvForm::semicolons ? ";" : ",") + csv_cell(row[i], form);
    out += "\r\n";
  }
  return out;
}

Result<std::string> calendar_file(const OutputOf& of, bool own_words) {
  return with_view(of, [&](const ViewContext& view) -> Result<std::string> {
    const std::vector<CalendarEntry> entries = calendar_entries(view);
    if (entries.empty()) return Error{ErrorId::no_dates, "", ""};
    std::string out;
    for (const char* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vagval//Plan//SV", "CALSCALE:GREGORIAN"})
      ics_line(out, line);
    if (!of.plan.example.empty()) ics_line(out, "X-WR-CALDESC:" + ics_text(view.words.text("paper.example"_t)));
    // Readers of a calendar can see its UIDs, so a UID tells nothing about its entry.
    const std::string secret = of.plan.calendar_id.empty() ? sha256_text(write_plan(of.plan)) : of.plan.calendar_id;
    std::string about = of.plan.example.empty() ? "" : view.words.text("paper.example"_t);
    if (const std::string doubt = doubt_in_words(of); !doubt.empty()) about += (about.empty() ? "" : "\n") + doubt;
    if (!about.empty()) ics_line(out, "X-WR-CALDESC:" + ics_text(about));
    std::size_t number = 0;
    for (const CalendarEntry& entry : entries) {
      ++number;
      ics_line(out, "BEGIN:VEVENT");
      ics_line(out, "UID:" + sha256_text(secret + " " + entry.key).substr(0, uid_letters) + "@vagval.invalid");
      ics_line(out, "DTSTAMP:" + ics_date(of.today) + "T000000Z");
      ics_line(out, "DTSTART;VALUE=DATE:" + ics_date(entry.day));
      ics_line(out, "DTEND;VALUE=DATE:" + ics_date(add_days(entry.day, 1)));
      ics_line(out, "SUMMARY:" + ics_text(calendar_title(view, entry, number, own_words)));
      if (own_words && !entry.about.empty()) ics_line(out, "DESCRIPTION:" + ics_text(entry.about));
      ics_line(out, "CLASS:PRIVATE");
      ics_line(out, "TRANSP:TRANSPARENT");
      ics_line(out, "END:VEVENT");
    }
    ics_line(out, "END:VCALENDAR");
    return out;
  });
}

std::string table_file(const OutputOf& of, TableOf table, const std::set<std::string>& left_out, CsvForm form) {
  return with_view(of, [&](const ViewContext& view) {
    Rows rows = without(table_rows(view, table, form), table, left_out);
    if (!of.plan.example.empty() && !rows.front().empty()) {
      // Each row is as wide as the header, because strict readers refuse other rows.
      rows.emplace_back(rows.front().size());
      rows.back().front() = view.words.text("paper.example"_t);
    }
    if (const std::string doubt = doubt_in_words(of); !doubt.empty() && !rows.front().empty()) {
      rows.emplace_back(rows.front().size());
      rows.back().front() = doubt;
    }
    return csv_file(rows, form);
  });
}

std::string print_page(const OutputOf& of, const std::vector<ScreenId>& parts, std::string_view beside) {
  const Derived derived = derive(*of.assets, of.plan, of.today, Needs::everything);
  const PaperOf paper = paper_of(of, derived, beside);
  const Catalogue& words = of.assets->catalogue(of.language);
  Page page(of, of.language, beside, words.text("app.name"_t));
  std::vector<Node> head{heading("paper.title", words.text("app.name"_t), 1)};
  for (Node& node : paper_head(paper)) head.push_back(std::move(node));
  page.part(head);
  std::vector<Node> all;
  for (const ScreenId screen : parts) {
    std::vector<Node> nodes = paper_part(paper, screen);
    page.part(nodes);
    std::move(nodes.begin(), nodes.end(), std::back_inserter(all));
  }
  page.part(paper_end(paper, all));
  return page.take();
}

std::string sheet_page(const OutputOf& of, std::string_view beside, const std::set<std::string>& left_out) {
  Page page(of, of.language, beside, of.assets->catalogue(of.language).text("sheet.title"_t), "sheet");
  const Derived derived = derive(*of.assets, of.plan, of.today, Needs::everything);
  page.part(without(meeting_sheet(paper_of(of, derived, beside)), left_out));
  return page.take();
}

std::string application_page(const OutputOf& of, const std::set<std::string>& left_out) {
  const std::string beside = of.language == "sv" ? "" : of.language;
  Page page(of, "sv", beside, of.assets->catalogue("sv").text("application.title"_t));
  const Derived derived = derive(*of.assets, of.plan, of.today, Needs::everything);
  page.part(without(application_sheet(paper_of(of, derived, "")), left_out));
  return page.take();
}

Result<OutputFile> make_output(const OutputOf& of, const MakeOutput& wanted) {
  constexpr const char *html = "text/html;charset=utf-8", *comma = "text/csv;charset=utf-8";
  switch (wanted.output) {
    case Output::paper:
      return OutputFile{"plan.html", html, print_page(of, wanted.parts, wanted.beside)};
    case Output::sheet:
      return OutputFile{"sheet.html", html, sheet_page(of, wanted.beside, wanted.left_out)};
    case Output::application:
      return OutputFile{"notes.html", html, application_page(of, wanted.left_out)};
    case Output::calendar: {
      const Result<std::string> file = calendar_file(of, wanted.days_by_name);
      if (!file) return file.error();
      return OutputFile{"days.ics", "text/calendar;charset=utf-8", *file};
    }
    case Output::budget:
    case Output::tasks:
    case Output::documents:
      break;
  }
  const std::string name(output_names[static_cast<std::size_t>(wanted.output)]);
  return OutputFile{name + ".csv", comma, table_file(of, table_of(wanted.output), wanted.left_out, wanted.form)};
}

}  // namespace vagval
