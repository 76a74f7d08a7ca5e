// The agenda: what to go through together, by who can answer; the person ticks what to raise, and each thing can be
// seen by itself.
#include <algorithm>

#include "foundation/order.h"
#include "screens/view.h"
#include "words/asked.h"

namespace vagval {

namespace {

std::vector<Asked> agenda(const ViewContext& view) {
  std::vector<Asked> out = unmet_conditions(view);
  for (Asked& one : all_questions(view)) out.push_back(std::move(one));
  // By whom to ask, as they are listed, so that back and next follow the list.
  const std::vector<std::string> order = authorities(view, out);
  const auto place = [&](const Asked& asked) { return std::find(order.begin(), order.end(), asked.who); };
  sort_stably(out, [&](const Asked& a, const Asked& b) { return place(a) < place(b); });
  return out;
}

std::string kind_in_words(const ViewContext& view, AskedFrom from) {
  switch (from) {
    case AskedFrom::own:
      return view.words.text("agenda.kind.own"_t);
    case AskedFrom::doubt:
      return view.words.text("agenda.kind.doubt"_t);
    case AskedFrom::condition:
      return view.words.text("agenda.kind.condition"_t);
    case AskedFrom::unmet:
      return view.words.text("agenda.kind.unmet"_t);
    case AskedFrom::conflict:
      return view.words.text("agenda.kind.conflict"_t);
    case AskedFrom::hazard:
      return view.words.text("agenda.kind.hazard"_t);
    case AskedFrom::guide:
      break;
  }
  return view.words.text("agenda.kind.guide"_t);
}

void one_thing(const ViewContext& view, const std::vector<Asked>& all, std::size_t here, Screen& screen) {
  const Catalogue& words = view.words;
  const Asked& asked = all[here];
  screen.title = asked.text;
  screen.main.push_back(
      paragraph("agenda.who", words.text(asked.who) + " · " + kind_in_words(view, asked.from), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("agenda.why", asked.why));
  screen.main.push_back(raise_button(view, asked.id));
  if (asked.from == AskedFrom::condition || asked.from == AskedFrom::unmet)
    screen.main.push_back(
        button("agenda.checks", words.text("counsel.way.checks"_t), GoTo{ScreenId::checks}, Emphasis::quiet));
  if (!asked.sources.empty()) {
    Node sources = row("agenda.sources", words.text("task.sources"_t));
    sources.children = asked.sources;
    screen.main.push_back(card("agenda.sources.card", {std::move(sources)}, words.text("task.sources"_t)));
  }
  const auto open = [&](std::size_t index) {
    return OpenItem{ScreenId::agenda, index < all.size() ? "agenda." + all[index].id : ""};
  };
  screen.footer.push_back(button("footer.back", words.text("footer.back"_t), open(here == 0 ? all.size() : here - 1)));
  screen.footer.push_back(button("footer.overview", words.text("agenda.title"_t), open(all.size()), Emphasis::quiet));
  screen.footer.push_back(button("footer.next", words.text("footer.next"_t), open(here + 1), Emphasis::primary));
}

void overview(const ViewContext& view, const std::vector<Asked>& all, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("agenda.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("agenda.lead", words.text("agenda.lead"_t), Tone::muted));
  const auto raised = static_cast<std::int64_t>(
      std::count_if(all.begin(), all.end(), [&](const Asked& one) { return is_raised(view.plan, one.id); }));
  screen.main.push_back(paragraph("agenda.raised", words.text("agenda.raised"_t, {{"count", raised}}), Tone::strong));
  if (!all.empty())
    screen.main.push_back(button("agenda.one_by_one", words.text("agenda.one_by_one"_t),
                                 OpenItem{ScreenId::agenda, "agenda." + all.front().id}, Emphasis::primary));
  std::vector<Node> groups;
  for (const std::string& who : authorities(view, all)) {
    std::vector<Node> rows;
    for (const Asked& asked : all) {
      if (asked.who != who) continue;
      Node one = row("agenda." + asked.id, asked.text, kind_in_words(view, asked.from),
                     is_raised(view.plan, asked.id) ? "done" : "open");
      one.children = {raise_button(view, asked.id)};
      rows.push_back(std::move(one));
    }
    if (rows.empty()) continue;
    const auto count = static_cast<std::int64_t>(rows.size());
    Node group = disclosure(view, "agenda.of." + short_name(who), words.text(who), std::move(rows));
    group.detail = words.text("agenda.count"_t, {{"count", count}});
    groups.push_back(std::move(group));
  }
  screen.main.push_back(card("agenda.card", std::move(groups), screen.title));
  screen.footer.push_back(button("footer.back", words.text("footer.back"_t), GoTo{ScreenId::counsel}));
  screen.footer.push_back(
      button("footer.next", words.text("agenda.to_sheet"_t), ChooseOutput{Output::sheet}, Emphasis::primary));
}

}  // namespace

void agenda_screen(const ViewContext& view, Screen& screen) {
  const std::vector<Asked> all = agenda(view);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (view.session.item == "agenda." + all[i].id) return one_thing(view, all, i, screen);
  overview(view, all, screen);
}

}  // namespace vagval
