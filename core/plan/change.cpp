#include "plan/change.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>

#include "facts/check.h"
#include "facts/fact.h"
#include "foundation/digits.h"
#include "plan/entries_json.h"
#include "plan/fields.h"

namespace vagval {

namespace {

constexpr int money_decimals = 2, rate_decimals = 6;

// "task.documents.passport.note" is the note of the task "documents.passport".
struct Name {
  std::string_view kind, id, member, rest;
};
Name split(std::string_view name) {
  Name out;
  const std::size_t first = name.find('.');
  out.kind = name.substr(0, first);
  if (first == std::string_view::npos) return out;
  std::string_view tail = name.substr(first + 1);
  // Names of tasks and questions contain dots; all other ids do not.
  if (out.kind == "task" || out.kind == "question" || out.kind == "doc") {
    const std::size_t last = tail.rfind('.');
    if (last == std::string_view::npos) return out;
    out.id = tail.substr(0, last);
    out.member = tail.substr(last + 1);
    return out;
  }
  if (out.kind == "budget") {
    out.member = tail;
    return out;
  }
  const std::size_t dot = tail.find('.');
  if (dot == std::string_view::npos) return out;
  out.id = tail.substr(0, dot);
  tail.remove_prefix(dot + 1);
  const std::size_t next = tail.find('.');
  out.member = tail.substr(0, next);
  if (next != std::string_view::npos) out.rest = tail.substr(next + 1);
  return out;
}

Error no_such(std::string_view name) { return {ErrorId::missing_id, "", std::string(name.substr(0, 60))}; }

int decimals_of(std::string_view member) {
  return member == "amount" || member == "savings" ? money_decimals : member == "rate" ? rate_decimals : 0;
}

// Finds one member of an entry by its name and returns its kind.
class Look {
 public:
  explicit Look(std::string_view wanted) : wanted_(wanted) {}

  void name(std::string_view key, const std::string&, bool = false) { is(key, ValueKind::id); }
  void words(std::string_view key, const std::string&, std::size_t) { is(key, ValueKind::words); }
  void lines(std::string_view key, const std::string&, std::size_t) { is(key, ValueKind::lines); }
  template <class Choice, class Names>
  void choice(std::string_view key, const std::optional<Choice>&, const Names&) {
    is(key, ValueKind::choice);
  }
  void value(std::string_view key, const std::optional<Date>&) { is(key, ValueKind::date); }
  void value(std::string_view key, const std::optional<bool>&) { is(key, ValueKind::choice); }
  void value(std::string_view key, const std::optional<Country>&) { is(key, ValueKind::country); }
  template <class Number>
  void number(std::string_view key, const std::optional<Number>&, std::int64_t, std::int64_t) {
    is(key, ValueKind::number);
  }
  void ids(std::string_view, const std::vector<std::string>&) {}
  template <class Entry>
  void list(std::string_view, const std::vector<Entry>&) {}
  template <class Part>
  void part(std::string_view, const Part&) {}
  void unknown(const UnknownMembers&) {}

  ValueKind found = ValueKind::none;

 private:
  void is(std::string_view key, ValueKind kind) {
    if (key == wanted_) found = kind;
  }
  std::string_view wanted_;
};

template <class Entry>
ValueKind kind_in(std::string_view member) {
  const Entry entry{};
  Look look(member);
  fields(entry, look);
  return look.found;
}

// Finds one member of an entry by its name, and reads or sets it as text.
class Member {
 public:
  Member(std::string_view wanted, const std::string_view* text) : wanted_(wanted), text_(text) {}

  void name(std::string_view key, std::string& out, bool may_be_absent = false) {
    if (!is(key)) return;
    const auto fits = [&] { return text_->empty() ? may_be_absent : is_entry_id(*text_); };
    if (text_ && !fits()) return fail(ErrorId::missing_id, "");
    exchange(out);
  }
  void words(std::string_view key, std::string& out, std::size_t most, bool line_ends = false) {
    if (!is(key)) return;
    if (text_)
      if (auto wrong = text_fault(*text_, most, line_ends)) return fail(wrong->id, wrong->detail);
    exchange(out);
  }
  void lines(std::string_view key, std::string& out, std::size_t most) { words(key, out, most, true); }
  template <class Choice, class Names>
  void choice(std::string_view key, std::optional<Choice>& out, const Names& names) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = std::begin(names)[static_cast<std::ptrdiff_t>(*out)];
      return;
    }
    if (text_->empty()) return out.reset();
    const auto at = std::find(std::begin(names), std::end(names), *text_);
    if (at == std::end(names)) return fail(ErrorId::unknown_choice, std::string(text_->substr(0, 60)));
    out = static_cast<Choice>(at - std::begin(names));
  }
  void value(std::string_view key, std::optional<Date>& out) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = to_iso(*out);
      return;
    }
    if (text_->empty()) return out.reset();
    if (const auto date = parse_date(western_digits(*text_)))
      out = date;
    else
      fail(ErrorId::no_such_date, std::string(text_->substr(0, 60)));
  }
  void value(std::string_view key, std::optional<bool>& out) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = *out ? "true" : "false";
      return;
    }
    if (text_->empty()) return out.reset();
    if (*text_ != "true" && *text_ != "false") return fail(ErrorId::unknown_choice, std::string(text_->substr(0, 60)));
    out = *text_ == "true";
  }
  void value(std::string_view key, std::optional<Country>& out) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = std::string(out->letters, 2);
      return;
    }
    if (text_->empty()) return out.reset();
    const auto capital = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    const Country country{{capital((*text_)[0]), text_->size() > 1 ? capital((*text_)[1]) : ' '}};
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text_->size() != 2 || !is_letter(country.letters[0]) || !is_letter(country.letters[1]))
      return fail(ErrorId::not_a_country, std::string(text_->substr(0, 60)));
    if (country == Country{{'S', 'E'}}) return fail(ErrorId::destination_is_sweden, "SE");
    out = country;
  }
  template <class Number>
  void number(std::string_view key, std::optional<Number>& out, std::int64_t least, std::int64_t most) {
    if (!is(key)) return;
    const int decimals = decimals_of(key);
    if (!text_) {
      if (out) value_ = amount_text(static_cast<std::int64_t>(*out), decimals);
      return;
    }
    if (text_->empty()) return out.reset();
    const std::string typed = western_digits(*text_);
    const bool negative = typed.starts_with('-');
    const auto parsed = parse_amount(std::string_view(typed).substr(negative ? 1 : 0), decimals);
    if (!parsed) return fail(ErrorId::not_a_number, std::string(text_->substr(0, 60)));
    const std::int64_t number = negative ? -*parsed : *parsed;
    if (number < least || number > most)
      return fail(ErrorId::number_out_of_range, amount_text(least, decimals) + "–" + amount_text(most, decimals));
    out = static_cast<Number>(number);
  }
  void ids(std::string_view, std::vector<std::string>&) {}
  template <class Entry>
  void list(std::string_view, std::vector<Entry>&) {}
  template <class Part>
  void part(std::string_view, Part&) {}
  void unknown(UnknownMembers&) {}

  bool found = false;
  std::optional<Error> fault;
  std::string take() { return std::move(value_); }

 private:
  bool is(std::string_view key) {
    found |= key == wanted_;
    return key == wanted_;
  }
  void fail(ErrorId id, std::string detail) { fault = Error{id, "", std::move(detail)}; }
  void exchange(std::string& out) {
    if (text_)
      out = *text_;
    else
      value_ = out;
  }

  std::string_view wanted_;
  const std::string_view* text_;
  std::string value_;
};

template <class Entries>
auto find_key(Entries& entries, std::string_view key) {
  return std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return key_of(e) == key; });
}

// Returns the entry of the key, and creates it if it is missing.
template <class Entry>
Entry& entry_for(std::vector<Entry>& entries, Entry fresh) {
  const auto found = find_key(entries, key_of(fresh));
  if (found != entries.end()) return *found;
  entries.push_back(std::move(fresh));
  return entries.back();
}

// Removes an entry whose members are all empty.
template <class Entry>
void drop_empty(std::vector<Entry>& entries, const Entry& empty) {
  const auto found = find_key(entries, key_of(empty));
  if (found != entries.end() && *found == empty) entries.erase(found);
}

std::optional<Way> way_named(std::string_view name) {
  for (std::size_t w = 0; w < way_count; ++w)
    if (way_names[w] == name) return static_cast<Way>(w);
  return std::nullopt;
}

template <class Entry>
std::string read_member(const std::vector<Entry>& entries, std::string_view key, std::string_view member) {
  const auto found = find_key(entries, key);
  if (found == entries.end()) return {};
  Entry copy = *found;
  Member reader(member, nullptr);
  fields(copy, reader);
  return reader.take();
}

template <class Entry>
std::optional<Error> write_member(Entry& entry, std::string_view name, std::string_view member, std::string_view text) {
  const auto key = [&] {
    if constexpr (requires { key_of(entry); })
      return key_of(entry);
    else
      return std::string();
  };
  const std::string before = key();
  Member writer(member, &text);
  fields(entry, writer);
  // The key of an entry does not change.
  if (!writer.found || key() != before) return no_such(name);
  return writer.fault;
}

DocumentEntry document_of(std::string_view id) {
  const std::size_t dot = id.find('.');
  const std::string_view person = id.substr(0, dot);
  return {.person = person == "household" ? std::string() : std::string(person),
          .document = std::string(dot == std::string_view::npos ? "" : id.substr(dot + 1))};
}

template <class Entry>
std::string free_id(const std::vector<Entry>& entries, char letter) {
  std::size_t number = entries.size();
  std::string id;
  do id = letter + std::to_string(++number);
  while (find_key(entries, id) != entries.end());
  return id;
}

void note_change(Plan& plan, JournalKind kind, std::string_view about, Date today) {
  plan.journal.push_back({.id = free_id(plan.journal, 'j'), .on = today, .kind = kind, .about = std::string(about)});
}

std::optional<Error> wait_for(Plan& plan, OwnTask& task, std::string_view other, bool wait) {
  const auto found = std::find(task.after.begin(), task.after.end(), other);
  if (!wait) {
    if (found != task.after.end()) task.after.erase(found);
    return std::nullopt;
  }
  if (found != task.after.end()) return std::nullopt;
  if (!is_entry_id(other) && !find_milestone(other)) return no_such(other);
  if (task.after.size() >= after_max) return Error{ErrorId::too_many_entries, "", std::to_string(after_max)};
  // Follows the waiting tasks from the other task; the path must not lead back here.
  const std::string here = "own." + task.id;
  std::vector<std::string> open{std::string(other)}, seen;
  while (!open.empty()) {
    const std::string id = std::move(open.back());
    open.pop_back();
    if (id == here) return Error{ErrorId::waits_for_itself, "", task.text};
    if (std::find(seen.begin(), seen.end(), id) != seen.end() || !id.starts_with("own.")) continue;
    seen.push_back(id);
    if (const OwnTask* next = find_own_task(plan, id.substr(4)))
      open.insert(open.end(), next->after.begin(), next->after.end());
  }
  task.after.emplace_back(other);
  return std::nullopt;
}

std::optional<Error> set_task(Plan& plan, std::string_view name, const Name& part, std::string_view text, Date today) {
  const TaskEntry empty{.task = std::string(part.id)};
  if (!is_entry_id(part.id)) return no_such(name);
  TaskEntry& entry = entry_for(plan.tasks, empty);
  auto fault = write_member(entry, name, part.member, text);
  if (!fault && part.member == "state") entry.since = entry.state ? std::optional(today) : std::nullopt;
  drop_empty(plan.tasks, empty);
  return fault;
}

std::optional<Error> set_way(Plan& plan, std::string_view name, const Name& part, std::string_view text) {
  const std::optional<Way> way = way_named(part.id);
  if (!way) return no_such(name);
  const WayEntry empty{.way = way};
  WayEntry& entry = entry_for(plan.ways, empty);
  std::optional<Error> fault;
  if (part.member == "plan") {
    const Going nothing{.person = std::string(part.rest)};
    if (!find_person(plan.household, part.rest)) return no_such(name);
    fault = write_member(entry_for(entry.persons, nothing), name, "plan", text);
    drop_empty(entry.persons, nothing);
  } else {
    fault = write_member(entry, name, part.member, text);
  }
  drop_empty(plan.ways, empty);
  return fault;
}

std::optional<Error> set_in_copy(Plan& plan, std::string_view name, std::string_view text, Date today) {
  const Name part = split(name);
  if (part.kind == "course" || part.kind == "stage") {
    const std::string before = plan_value(plan, name);
    if (before == text) return std::nullopt;
    if (auto fault = write_member(plan, name, part.kind, text)) return fault;
    note_change(plan, part.kind == "course" ? JournalKind::course : JournalKind::stage,
                text.empty() && part.kind == "course" ? "active" : text, today);
    return std::nullopt;
  }
  if (part.kind == "task") return set_task(plan, name, part, text, today);
  if (part.kind == "doc") {
    const DocumentEntry empty = document_of(part.id);
    if (!is_entry_id(empty.document) || !(empty.person.empty() || is_entry_id(empty.person))) return no_such(name);
    auto fault = write_member(entry_for(plan.documents, empty), name, part.member, text);
    drop_empty(plan.documents, empty);
    return fault;
  }
  if (part.kind == "line") {
    const BudgetLine empty{.id = std::string(part.id)};
    if (!is_entry_id(part.id)) return no_such(name);
    auto fault = write_member(entry_for(plan.budget.lines, empty), name, part.member, text);
    drop_empty(plan.budget.lines, empty);
    return fault;
  }
  if (part.kind == "budget") return write_member(plan.budget, name, part.member, text);
  if (part.kind == "way") return set_way(plan, name, part, text);
  if (part.kind == "question") {
    const QuestionEntry empty{.id = std::string(part.id)};
    if (!is_entry_id(part.id)) return no_such(name);
    auto fault = write_member(entry_for(plan.questions, empty), name, part.member, text);
    drop_empty(plan.questions, empty);
    return fault;
  }
  const auto in_list = [&](auto& entries) -> std::optional<Error> {
    const auto found = find_key(entries, part.id);
    if (found == entries.end()) return no_such(name);
    return write_member(*found, name, part.member, text);
  };
  if (part.kind == "own") {
    const auto found = find_key(plan.own_tasks, part.id);
    if (found == plan.own_tasks.end()) return no_such(name);
    if (part.member == "after") return wait_for(plan, *found, part.rest, text == "yes");
    return write_member(*found, name, part.member, text);
  }
  if (part.kind == "matter") return in_list(plan.matters);
  if (part.kind == "journal") return in_list(plan.journal);
  return no_such(name);
}

}  // namespace

ValueInfo value_info(std::string_view name) {
  const Name part = split(name);
  const auto info = [&](ValueKind kind) {
    return ValueInfo{kind, kind == ValueKind::number ? decimals_of(part.member) : 0, std::string(part.kind),
                     std::string(part.id), std::string(part.member)};
  };
  if (part.kind == "course" || part.kind == "stage") return info(kind_in<Plan>(part.kind));
  if (part.kind == "task") return info(kind_in<TaskEntry>(part.member));
  if (part.kind == "doc") return info(kind_in<DocumentEntry>(part.member));
  if (part.kind == "line") return info(kind_in<BudgetLine>(part.member));
  if (part.kind == "budget") return info(kind_in<Budget>(part.member));
  if (part.kind == "way") return info(part.member == "plan" ? ValueKind::choice : kind_in<WayEntry>(part.member));
  if (part.kind == "question") return info(kind_in<QuestionEntry>(part.member));
  if (part.kind == "own") return info(part.member == "after" ? ValueKind::choice : kind_in<OwnTask>(part.member));
  if (part.kind == "matter") return info(kind_in<Matter>(part.member));
  if (part.kind == "journal") return info(kind_in<JournalEntry>(part.member));
  return {};
}

std::string plan_value(const Plan& plan, std::string_view name) {
  const Name part = split(name);
  if (part.kind == "course")
    return plan.course ? std::string(course_names[static_cast<std::size_t>(*plan.course)]) : "";
  if (part.kind == "stage") return plan.stage;
  if (part.kind == "task") return read_member(plan.tasks, part.id, part.member);
  if (part.kind == "doc") return read_member(plan.documents, key_of(document_of(part.id)), part.member);
  if (part.kind == "line") return read_member(plan.budget.lines, part.id, part.member);
  if (part.kind == "question") return read_member(plan.questions, part.id, part.member);
  if (part.kind == "matter") return read_member(plan.matters, part.id, part.member);
  if (part.kind == "journal") return read_member(plan.journal, part.id, part.member);
  if (part.kind == "own" && part.member == "after") {
    const OwnTask* task = find_own_task(plan, part.id);
    const bool waits = task && std::find(task->after.begin(), task->after.end(), part.rest) != task->after.end();
    return waits ? "yes" : "";
  }
  if (part.kind == "own") return read_member(plan.own_tasks, part.id, part.member);
  if (part.kind == "way" && part.member == "plan") {
    const auto way = find_key(plan.ways, part.id);
    return way == plan.ways.end() ? std::string() : read_member(way->persons, part.rest, "plan");
  }
  if (part.kind == "way") return read_member(plan.ways, part.id, part.member);
  if (part.kind == "budget") {
    Budget budget = plan.budget;
    Member reader(part.member, nullptr);
    fields(budget, reader);
    return reader.take();
  }
  return {};
}

std::optional<Error> set_plan_value(Plan& plan, std::string_view name, std::string_view text, Date today) {
  Plan changed = plan;
  if (auto fault = set_in_copy(changed, name, text, today)) return fault;
  forget_draft(changed, "set." + std::string(name));
  plan = std::move(changed);
  return std::nullopt;
}

std::optional<std::string> add_entry(Plan& plan, EntryList list, std::string_view about, Date today) {
  const auto add = [&](auto& entries, auto entry) -> std::optional<std::string> {
    if (entries.size() >= entries_max) return std::nullopt;
    entries.push_back(entry);
    return entry.id;
  };
  switch (list) {
    case EntryList::own_task:
      return add(plan.own_tasks, OwnTask{.id = free_id(plan.own_tasks, 't'), .section = std::string(about)});
    case EntryList::line: {
      BudgetLine line{.id = free_id(plan.budget.lines, 'b')};
      const std::size_t dot = about.find('.');
      for (std::size_t i = 0; i < std::size(phase_names); ++i)
        if (phase_names[i] == about.substr(0, dot)) line.phase = static_cast<Phase>(i);
      for (std::size_t i = 0; i < std::size(flow_names) && dot != std::string_view::npos; ++i)
        if (flow_names[i] == about.substr(dot + 1)) line.flow = static_cast<Flow>(i);
      return add(plan.budget.lines, line);
    }
    case EntryList::matter:
      return add(plan.matters, Matter{.id = free_id(plan.matters, 'm')});
    case EntryList::question:
      return add(plan.questions, QuestionEntry{.id = free_id(plan.questions, 'q'), .who = std::string(about)});
    case EntryList::journal:
      return add(plan.journal, JournalEntry{.id = free_id(plan.journal, 'j'), .on = today});
  }
  return std::nullopt;
}

void remove_entry(Plan& plan, EntryList list, std::string_view id) {
  const auto forget_fields = [&](std::string_view kind) {
    const std::string begin = "set." + std::string(kind) + "." + std::string(id) + ".";
    plan.drafts.erase(std::remove_if(plan.drafts.begin(), plan.drafts.end(),
                                     [&](const Draft& d) { return d.field.starts_with(begin); }),
                      plan.drafts.end());
  };
  const auto remove = [&](auto& entries, std::string_view kind) {
    const auto found = find_key(entries, id);
    if (found != entries.end()) entries.erase(found);
    forget_fields(kind);
  };
  switch (list) {
    case EntryList::own_task: {
      remove(plan.own_tasks, "own");
      const std::string name = "own." + std::string(id);
      for (OwnTask& other : plan.own_tasks)
        other.after.erase(std::remove(other.after.begin(), other.after.end(), name), other.after.end());
      plan.tasks.erase(
          std::remove_if(plan.tasks.begin(), plan.tasks.end(), [&](const TaskEntry& e) { return e.task == name; }),
          plan.tasks.end());
      forget_fields("task.own");
      return;
    }
    case EntryList::line:
      return remove(plan.budget.lines, "line");
    case EntryList::matter:
      return remove(plan.matters, "matter");
    case EntryList::question:
      return remove(plan.questions, "question");
    case EntryList::journal:
      return remove(plan.journal, "journal");
  }
}

std::optional<std::int64_t> parse_amount(std::string_view text, int decimals) {
  std::string digits;
  int after_point = -1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // Spaces between thousands: plain, no-break (C2 A0) and narrow no-break (E2 80 AF).
    if (c == ' ') continue;
    if (text.substr(i).starts_with("\u00A0")) {
      i += 1;
      continue;
    }
    if (text.substr(i).starts_with("\u202F")) {
      i += 2;
      continue;
    }
    if ((c == ',' || c == '.') && decimals > 0 && after_point < 0 && !digits.empty()) {
      after_point = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (after_point >= 0 && ++after_point > decimals) return std::nullopt;
    digits += c;
  }
  if (digits.empty() || after_point == 0) return std::nullopt;
  digits.append(static_cast<std::size_t>(decimals - std::max(after_point, 0)), '0');
  if (digits.size() > 18) return std::nullopt;
  std::int64_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

std::string amount_text(std::int64_t value, int decimals) {
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  std::string out = (value < 0 ? "-" : "") + std::to_string(std::abs(value) / scale);
  std::string rest = std::to_string(scale + std::abs(value) % scale).substr(1);
  while (decimals > 2 && !rest.empty() && rest.back() == '0') rest.pop_back();
  if (decimals > 0 && std::abs(value) % scale != 0) out += "," + rest;
  return out;
}

}  // namespace vagval
