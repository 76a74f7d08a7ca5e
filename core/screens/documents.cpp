// Documents: which of them each person has, lacks or must renew; and whether an application would be complete. Only
// states and days: the program asks for no copy of a document.
#include <algorithm>

#include "screens/view.h"
#include "words/path_words.h"

namespace vagval {

namespace {

// One document of one person, or of the household (then `person` is nullptr).
struct Held {
  const DocumentKind* kind = nullptr;
  const Person* person = nullptr;
  const DocumentEntry* entry = nullptr;
  const Fit* fit = nullptr;
};

std::string item_of(const Held& held) {
  return "doc." + (held.person ? held.person->id : std::string("household")) + "." + held.kind->id;
}

std::vector<Held> all_documents(const ViewContext& view) {
  std::vector<Held> out;
  const auto& kinds = view.assets.path.documents;
  const auto add = [&](std::size_t kind, const Person* person) {
    const DocumentEntry* entry = find_document(view.plan, person ? person->id : "", kinds[kind].id);
    const Fit& fit = view.derived.path->fitting.documents[kind];
    if (fit.truth != Truth::no || entry) out.push_back({&kinds[kind], person, entry, &fit});
  };
  const std::optional<int> adult_years = adult_years_on(view.assets.pack, view.session.today);
  for (const Person& person : view.plan.household.persons)
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      const auto holders = holders_of(kinds[k], view.plan.household, view.session.today, adult_years);
      const auto index = static_cast<std::size_t>(&person - view.plan.household.persons.data());
      if (std::find(holders.begin(), holders.end(), index) != holders.end()) add(k, &person);
    }
  for (std::size_t k = 0; k < kinds.size(); ++k)
    if (kinds[k].of == DocumentOf::household) add(k, nullptr);
  return out;
}

bool has_expired(const ViewContext& view, const Held& held) {
  return held.entry && held.entry->expires_on && *held.entry->expires_on < view.session.today;
}
bool is_ready(const ViewContext& view, const Held& held) {
  if (!held.entry || !held.entry->state) return false;
  if (*held.entry->state == DocumentState::not_needed) return true;
  return *held.entry->state == DocumentState::have && !has_expired(view, held);
}

std::string state_in_words(const ViewContext& view, const Held& held) {
  const Catalogue& words = view.words;
  if (has_expired(view, held) && held.entry->state != DocumentState::not_needed)
    return words.text("documents.expired"_t, {{"date", *held.entry->expires_on}});
  if (!held.entry || !held.entry->state) return words.text("documents.unknown"_t);
  std::string state =
      words.text("documents." + std::string(document_state_names[static_cast<std::size_t>(*held.entry->state)]));
  if (!held.entry->expires_on) return state;
  return words.text("documents.valid_to"_t, {{"state", state}, {"date", *held.entry->expires_on}});
}

std::string mark_of(const ViewContext& view, const Held& held) {
  if (has_expired(view, held) && held.entry->state != DocumentState::not_needed) return "unmet";
  if (!held.entry || !held.entry->state) return "unknown";
  if (*held.entry->state == DocumentState::need) return "open";
  return *held.entry->state == DocumentState::have ? "done" : "off";
}

Node document_row(const ViewContext& view, const Held& held) {
  const std::string id = item_of(held);
  Node out = row(id, view.words.text(held.kind->text), state_in_words(view, held), mark_of(view, held));
  if (const std::string maybe = fit_in_words(view, *held.fit); !maybe.empty())
    out.detail = view.words.text("documents.state_and_maybe"_t, {{"state", out.detail}, {"maybe", maybe}});
  out.action = OpenItem{ScreenId::documents, id};
  return out;
}

std::string holder_name(const ViewContext& view, const Person* person) {
  return person ? name_of(view, *person) : view.words.text("documents.household"_t);
}

// The agency's own list, as far as it is known: complete only when every row is.
void application(const ViewContext& view, const std::vector<Held>& all, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<const Person*> holders;
  for (const Person& person : view.plan.household.persons) holders.push_back(&person);
  holders.push_back(nullptr);
  std::vector<Node> rows;
  bool complete = true;
  for (const Person* holder : holders) {
    std::string missing, unanswered;
    bool any = false;
    for (const Held& held : all) {
      if (held.person != holder || !held.kind->application) continue;
      any = true;
      if (is_ready(view, held)) continue;
      // Nothing said is not the same as missing.
      std::string& names = held.entry && held.entry->state ? missing : unanswered;
      names += (names.empty() ? "" : ", ") + words.text(held.kind->text);
    }
    if (!any) continue;
    complete &= missing.empty() && unanswered.empty();
    Node one = row("complete." + (holder ? holder->id : std::string("household")), holder_name(view, holder),
                   missing.empty() && unanswered.empty() ? words.text("documents.row_complete"_t) : std::string(),
                   !missing.empty()      ? "unmet"
                   : !unanswered.empty() ? "unknown"
                                         : "met");
    if (!missing.empty())
      one.children.push_back(
          paragraph(one.id + ".missing", words.text("documents.row_missing"_t, {{"documents", missing}})));
    if (!unanswered.empty())
      one.children.push_back(paragraph(
          one.id + ".unanswered", words.text("documents.row_unanswered"_t, {{"documents", unanswered}}), Tone::muted));
    rows.push_back(std::move(one));
  }
  screen.main.push_back(heading("documents.application", words.text("documents.application"_t), 2));
  std::vector<Node> children{paragraph(
      "documents.application.state",
      words.text(complete && !view.plan.household.persons.empty() ? "documents.complete"_t : "documents.incomplete"_t),
      Tone::strong)};
  for (Node& one : rows) children.push_back(std::move(one));
  screen.main.push_back(card("documents.application.card", std::move(children), words.text("documents.application"_t)));
  screen.main.push_back(note("documents.list_unknown", Tone::info, words.text("documents.list_unknown"_t),
                             words.text("documents.list_unknown.text"_t)));
}

void overview(const ViewContext& view, const std::vector<Held>& all, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("documents.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("documents.lead", words.text("documents.lead"_t), Tone::muted));
  application(view, all, screen);
  screen.main.push_back(heading("documents.all", words.text("documents.all"_t), 2));
  if (view.plan.household.persons.empty())
    screen.main.push_back(paragraph("documents.nobody", words.text("documents.nobody"_t), Tone::muted));
  std::vector<Node> holders;
  const auto of_holder = [&](const Person* holder) {
    std::vector<Node> rows;
    std::int64_t left = 0;
    for (const Held& held : all)
      if (held.person == holder) {
        rows.push_back(document_row(view, held));
        left += !is_ready(view, held);
      }
    if (rows.empty()) return;
    Node out = disclosure(view, "documents.of." + (holder ? holder->id : std::string("household")),
                          holder_name(view, holder), std::move(rows));
    out.detail = words.text("documents.to_look_at"_t, {{"count", left}});
    holders.push_back(std::move(out));
  };
  for (const Person& person : view.plan.household.persons) of_holder(&person);
  of_holder(nullptr);
  screen.main.push_back(card("documents.card", std::move(holders), words.text("documents.all"_t)));
  screen.aside.push_back(heading("aside.scans", words.text("documents.no_scans"_t), 2));
  screen.aside.push_back(paragraph("aside.scans.text", words.text("documents.no_scans.text"_t)));
}

void one_document(const ViewContext& view, const Held& held, Screen& screen) {
  const Catalogue& words = view.words;
  const std::string name = item_of(held);
  screen.title = words.text(held.kind->text);
  screen.main.push_back(paragraph("document.holder", holder_name(view, held.person), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("document.why", words.text(held.kind->text + ".why")));
  if (const std::string maybe = fit_in_words(view, *held.fit); !maybe.empty())
    screen.main.push_back(paragraph("document.maybe", maybe, Tone::muted));
  std::vector<ValueOption> states{{"", words.text("documents.unknown"_t)}};
  for (const std::string_view state : document_state_names)
    states.push_back({std::string(state), words.text("documents." + std::string(state))});
  screen.main.push_back(value_choice(view, name + ".state", words.text("documents.state"_t), states));
  if (held.kind->expires)
    screen.main.push_back(value_field(view, name + ".expires_on", words.text("documents.expires_on"_t),
                                      words.text("field.date.help"_t), Input::date));
  if (has_expired(view, held))
    screen.main.push_back(
        note("document.expired", Tone::hazard, state_in_words(view, held), words.text("documents.expired.do"_t)));
  std::vector<Node> rows;
  if (held.kind->application)
    rows.push_back(row("document.application", words.text("documents.in_application"_t),
                       words.text("documents.in_application.text"_t)));
  Node abroad = row("document.abroad", words.text("documents.abroad"_t),
                    words.text(held.kind->abroad == Abroad::apostille ? "documents.abroad.apostille"_t
                               : held.kind->abroad == Abroad::ask     ? "documents.abroad.ask"_t
                                                                      : "documents.abroad.no"_t));
  if (held.kind->abroad == Abroad::apostille)
    abroad.children = source_chips(view, abroad.id, cited_for(view.assets.pack, CitedFor::apostille));
  rows.push_back(std::move(abroad));
  for (const PathTask& task : view.assets.path.tasks)
    if (std::find(task.gives.begin(), task.gives.end(), held.kind->id) != task.gives.end()) {
      Node one = row("document.task." + task.id, words.text("documents.task"_t), words.text(task.text));
      one.action = OpenItem{ScreenId::path, task.id};
      rows.push_back(std::move(one));
    }
  if (!held.kind->sources.empty()) {
    Node sources = row("document.sources", words.text("task.sources"_t));
    sources.children = source_chips(view, "document", held.kind->sources);
    rows.push_back(std::move(sources));
  }
  screen.main.push_back(card("document.about", std::move(rows), screen.title));
}

void document_footer(const ViewContext& view, const std::vector<Held>& all, std::size_t here, Screen& screen) {
  const auto open = [](std::string item) { return OpenItem{ScreenId::documents, std::move(item)}; };
  screen.footer.push_back(
      button("footer.back", view.words.text("footer.back"_t), open(here > 0 ? item_of(all[here - 1]) : "")));
  screen.footer.push_back(button("footer.overview", view.words.text("documents.title"_t), open(""), Emphasis::quiet));
  screen.footer.push_back(button("footer.next", view.words.text("footer.next"_t),
                                 open(here + 1 < all.size() ? item_of(all[here + 1]) : ""), Emphasis::primary));
}

}  // namespace

void documents_screen(const ViewContext& view, Screen& screen) {
  const std::vector<Held> all = all_documents(view);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (item_of(all[i]) == view.session.item) {
      one_document(view, all[i], screen);
      return document_footer(view, all, i, screen);
    }
  overview(view, all, screen);
}

}  // namespace vagval
