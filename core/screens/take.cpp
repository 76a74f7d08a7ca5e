// Take along: paper, a sheet for a meeting, a calendar, tables; each with its parts to choose and a look before.
#include <algorithm>
#include <functional>
#include <iterator>

#include "screens/paper.h"
#include "words/path_words.h"
#include "words/tables.h"

namespace vagval {

namespace {

bool is_paper(Output output) { return output <= Output::application; }

PaperOf paper_of(const ViewContext& view) {
  const Session& session = view.session;
  return {view.assets,
          view.plan,
          view.derived,
          session.today,
          session.language,
          beside_on_paper(session, session.take.output),
          session.counsel.hidden,
          session.device.build};
}

bool is_in(const ViewContext& view, const std::string& part) { return !view.session.take.left_out.contains(part); }

Node part_row(const ViewContext& view, const std::string& part, std::string name) {
  const Catalogue& words = view.words;
  const bool in = is_in(view, part);
  Node out =
      row("take.part." + part, std::move(name), words.text(in ? "take.in"_t : "take.out"_t), in ? "done" : "off");
  out.children = {button("take.part." + part + ".turn", words.text(in ? "take.leave_out"_t : "take.include"_t),
                         IncludePart{part}, Emphasis::quiet)};
  return out;
}

void show_parts(const ViewContext& view, std::vector<Node> rows, Screen& screen) {
  screen.main.push_back(heading("take.parts", view.words.text("take.parts"_t), 2));
  screen.main.push_back(card("take.parts.card", std::move(rows), view.words.text("take.parts"_t)));
}

// The parts of the paper, each with a preview; the function makes only the open previews.
void parts(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<Node> rows;
  const auto look = [&](const std::string& name, const std::function<std::vector<Node>()>& nodes) {
    Node preview = disclosure(view, "take.look." + name, words.text("take.look"_t), {});
    if (preview.expanded) preview.children = nodes();
    rows.push_back(std::move(preview));
  };
  const PaperOf paper = paper_of(view);
  // What stands first and last is on every paper.
  rows.push_back(row("take.head", words.text("take.head"_t), words.text("take.in"_t), "done"));
  look("head", [&] { return paper_head(paper); });
  for (const ScreenId part : printable) {
    const std::string name(name_of(part));
    rows.push_back(part_row(view, name, words.text("nav." + name)));
    if (is_in(view, name)) look(name, [&] { return paper_part(paper, part); });
  }
  rows.push_back(row("take.end", words.text("take.end"_t), words.text("take.in"_t), "done"));
  look("end", [&] {
    std::vector<Node> all;
    for (const ScreenId part : parts_taken(view.session.take))
      for (Node& node : paper_part(paper, part)) all.push_back(std::move(node));
    return paper_end(paper, all);
  });
  show_parts(view, std::move(rows), screen);
}

void preview(const ViewContext& view, std::vector<Node> nodes, Screen& screen) {
  screen.main.push_back(heading("take.preview", view.words.text("take.preview"_t), 2));
  // The page's own title is one of this screen's parts.
  for (Node& node : nodes)
    if (node.kind == Kind::heading) node.level = static_cast<std::uint8_t>(std::min(node.level + 2, 4));
  screen.main.push_back(card("take.preview.card", std::move(nodes), view.words.text("take.preview"_t)));
}

void write_all_in(std::vector<Node>& nodes, const Catalogue& words) {
  for (Node& node : nodes) {
    written_in(node, words);
    write_all_in(node.children, words);
  }
}

/// \param language  of the sheet; the other stands beside.
void sheet(const ViewContext& view, std::vector<Node> nodes, const std::string& language, Screen& screen) {
  const bool own = language == view.session.language;
  std::vector<Node> rows;
  for (const Node& node : nodes)
    if (node.kind == Kind::heading && node.level == 2)
      rows.push_back(part_row(view, node.id, own || node.beside.empty() ? node.text : node.beside));
  const std::string beside = own ? beside_on_paper(view.session, view.session.take.output) : view.session.language;
  if (screen.beside_language.empty() && !beside.empty()) {
    screen.beside_language = beside;
    screen.beside_right_to_left = view.assets.catalogue(beside).right_to_left();
  }
  if (!own) write_all_in(nodes, view.assets.catalogue(language));
  if (!rows.empty()) show_parts(view, std::move(rows), screen);
  preview(view, without(std::move(nodes), view.session.take.left_out), screen);
}

/// \returns whether there is anything in it.
bool columns(const ViewContext& view, Output output, Screen& screen) {
  const CsvForm form = csv_form(view.session), usual = usual_csv_form(view.session.language);
  Node forms = choice("take.form", view.words.text("take.form"_t), view.words.text("take.form.text"_t));
  for (const CsvForm one : {usual, usual == CsvForm::commas ? CsvForm::semicolons : CsvForm::commas}) {
    const std::string name = "take.form." + std::string(csv_form_names[static_cast<std::size_t>(one)]);
    forms.children.push_back(option(name, view.words.text(name), form == one, ChooseCsvForm{one}));
  }
  screen.main.push_back(std::move(forms));
  const Rows rows = table_rows(view, table_of(output), form);
  std::vector<Node> parts;
  for (std::size_t c = 0; c < rows.front().size(); ++c)
    parts.push_back(part_row(view, column_name(table_of(output), c), rows.front()[c]));
  show_parts(view, std::move(parts), screen);
  const Rows left = without(rows, table_of(output), view.session.take.left_out);
  if (left.front().empty()) return false;
  preview(view, {table("take.table", view.words.text("take.preview"_t), left)}, screen);
  return true;
}

/// \returns whether there is anything in it.
bool calendar(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const bool by_name = view.session.take.days_by_name;
  Node names = choice("take.names", words.text("take.names"_t), words.text("take.names.text"_t), true);
  names.children = {option("take.names.no", words.text("take.names.no"_t), !by_name, CallDaysByName{false}),
                    option("take.names.yes", words.text("take.names.yes"_t), by_name, CallDaysByName{true})};
  screen.main.push_back(std::move(names));
  const std::vector<CalendarEntry> entries = calendar_entries(view);
  std::vector<std::vector<std::string>> rows{{words.text("take.column.when"_t), words.text("take.column.what"_t)}};
  for (const CalendarEntry& entry : entries)
    rows.push_back({words.date(entry.day), calendar_title(view, entry, rows.size(), by_name)});
  preview(view,
          {entries.empty() ? paragraph("take.no_days", words.text("error.no_dates.what"_t))
                           : table("take.days", words.text("take.preview"_t), rows)},
          screen);
  return !entries.empty();
}

}  // namespace

void take_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Output output = view.session.take.output;
  screen.title = words.text("take.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("take.lead", words.text("take.lead"_t), Tone::muted));
  Node which = choice("take.what", words.text("take.what"_t));
  for (std::size_t i = 0; i < std::size(output_names); ++i) {
    const std::string key = "take." + std::string(output_names[i]);
    Node one = option("take.output." + std::string(output_names[i]), words.text(key), output == static_cast<Output>(i),
                      ChooseOutput{static_cast<Output>(i)});
    one.detail = words.text(key + ".text");
    which.children.push_back(std::move(one));
  }
  screen.main.push_back(std::move(which));

  bool any = true;
  if (output == Output::paper)
    parts(view, screen);
  else if (output == Output::sheet)
    sheet(view, meeting_sheet(paper_of(view)), view.session.language, screen);
  else if (output == Output::application)
    sheet(view, application_sheet(paper_of(view)), "sv", screen);
  else if (output == Output::calendar)
    any = calendar(view, screen);
  else
    any = columns(view, output, screen);

  const bool hidden = view.session.counsel.hidden, prints = is_paper(output) && !hidden;
  if (hidden) screen.main.push_back(note("take.hidden", Tone::hazard, words.text("take.hidden"_t), ""));
  if (prints)
    screen.main.push_back(
        button("take.print", words.text("take.print"_t), TakeAlong{.on_paper = true}, Emphasis::primary));
  screen.main.push_back(
      button("take.file", words.text("take.file"_t), TakeAlong{}, prints ? Emphasis::secondary : Emphasis::primary));
  screen.main.back().disabled = !any;
  screen.main.push_back(paragraph("take.file.text", words.text("take.file.text"_t), Tone::muted));
  Node more = row("take.more", words.text("take.more"_t), words.text("take.more.text"_t));
  more.children = {button("take.keep", words.text("keep.title"_t), GoTo{ScreenId::keep}, Emphasis::quiet),
                   button("take.transfer", words.text("transfer.title"_t), GoTo{ScreenId::transfer}, Emphasis::quiet)};
  screen.main.push_back(card("take.more.card", {std::move(more)}, words.text("take.more"_t)));
}

}  // namespace vagval
