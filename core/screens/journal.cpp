// The journal: the person's own record of when they moved between stages, what they thought, why they stopped.
#include <algorithm>

#include "foundation/order.h"
#include "screens/view.h"
#include "words/path_words.h"

namespace vagval {

namespace {

std::string headline(const ViewContext& view, const JournalEntry& entry) {
  const Catalogue& words = view.words;
  switch (entry.kind.value_or(JournalKind::note)) {
    case JournalKind::stage: {
      const PathSection* section = find_section(view.assets.path, entry.about);
      return section ? words.text("journal.stage"_t, {{"section", words.text(section->text)}})
                     : words.text("journal.no_stage"_t);
    }
    case JournalKind::course:
      return words.text("course." + (entry.about.empty() ? std::string("active") : entry.about));
    case JournalKind::note:
      break;
  }
  return words.text("journal.note"_t);
}

void one_entry(const ViewContext& view, const JournalEntry& entry, Screen& screen) {
  const Catalogue& words = view.words;
  const std::string name = "journal." + entry.id;
  screen.title = headline(view, entry);
  screen.main.push_back(paragraph("journal.name", words.text("journal.title"_t), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(value_field(view, name + ".text", words.text("journal.text"_t), "", Input::note));
  screen.main.push_back(
      value_field(view, name + ".on", words.text("journal.on"_t), words.text("field.date.help"_t), Input::date));
  screen.main.push_back(button("journal.remove", words.text("journal.remove"_t),
                               RemoveEntry{EntryList::journal, entry.id}, Emphasis::quiet));
  screen.footer.push_back(
      button("footer.back", words.text("journal.all"_t), OpenItem{ScreenId::journal, ""}, Emphasis::primary));
}

}  // namespace

void journal_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  for (const JournalEntry& entry : view.plan.journal)
    if ("journal." + entry.id == view.session.item) return one_entry(view, entry, screen);
  screen.title = words.text("journal.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("journal.lead", words.text("journal.lead"_t), Tone::muted));
  const PathSection* stage = find_section(view.assets.path, view.plan.stage);
  screen.main.push_back(row("journal.now", words.text("journal.now"_t),
                            stage ? words.text(stage->text) : words.text("journal.no_stage"_t),
                            stage && stage->stage ? std::to_string(stage->stage) : "dot"));
  screen.main.push_back(
      button("journal.add", words.text("journal.add"_t), AddEntry{EntryList::journal, ""}, Emphasis::primary));
  std::vector<const JournalEntry*> entries;
  for (const JournalEntry& entry : view.plan.journal) entries.push_back(&entry);
  // The newest first; of one day the one written last.
  std::reverse(entries.begin(), entries.end());
  sort_stably(entries, [](const JournalEntry* a, const JournalEntry* b) {
    return a->on.value_or(Date{}) > b->on.value_or(Date{});
  });
  std::vector<Node> rows;
  for (const JournalEntry* entry : entries) {
    Node one = row("journal." + entry->id, headline(view, *entry), entry->text, "dot");
    if (entry->on) one.value = words.date(*entry->on);
    one.action = OpenItem{ScreenId::journal, "journal." + entry->id};
    one.preview = true;
    rows.push_back(std::move(one));
  }
  if (rows.empty())
    screen.main.push_back(paragraph("journal.none", words.text("journal.none"_t), Tone::muted));
  else
    screen.main.push_back(card("journal.entries", std::move(rows), screen.title));
  screen.aside.push_back(heading("aside.journal", words.text("journal.aside"_t), 2));
  screen.aside.push_back(paragraph("aside.journal.text", words.text("journal.aside.text"_t)));
}

}  // namespace vagval
