#include "cli/commands.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <iterator>
#include <optional>

#include "app/app.h"
#include "atomic_file.h"
#include "facts/check.h"
#include "plan/plan_json.h"
#include "plan/seal.h"
#include "report/estimate_json.h"
#include "report/outputs.h"
#include "report/path_json.h"
#include "report/screen_json.h"
#include "report/screen_text.h"
#include "rules/pack_json.h"
#include "state/assets.h"
#include "state/examples.h"
#include "text/error_words.h"
#include "text/po.h"

namespace vagval {

CountedDay counted_day(const CommandOptions& options, const Assets& assets) {
  if (const std::optional<Date> given = parse_date(options.on)) return {*given, std::nullopt};
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return by_clock(assets, make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{}));
}

CountedDay said_day(const CommandOptions& options, const Assets& assets) {
  const CountedDay day = counted_day(options, assets);
  if (const auto doubt = day_doubt(assets, assets.catalogue(options.language), day))
    std::cerr << doubt->what << " " << doubt->act << "\n";
  return day;
}

bool read_line(std::istream& in, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  int c = in.get();
  if (c == EOF) return false;
  for (; c != EOF && c != '\n'; c = in.get()) {
    if (line.size() <= line_max)
      line += static_cast<char>(c);
    else
      too_long = true;
  }
  return true;
}

int check_places(const CommandOptions& options) {
  if (options.out.empty() || options.out == "-") return answered_code;
  std::vector<std::string> read = options.files;
  for (const std::string* one : {&options.file, &options.name, &options.passphrase_file})
    if (!one->empty()) read.push_back(*one);
  for (const std::string& one : read) {
    if (one == "-" || !is_same_file(one, options.out)) continue;
    std::cerr << load_assets()->catalogue(options.language).text("cli.same_file"_t, {{"name", options.out}}) << "\n";
    return wrong_use_code;
  }
  return answered_code;
}

int finish_output(const CommandOptions& options, int code) {
  if (std::cout.flush()) return code;
  std::cerr << load_assets()->catalogue(options.language).text("cli.not_printed"_t) << "\n";
  return unwritten_code;
}

void hold_standard_streams() {
  // Opened in the opposite direction, so that reading and writing fail as on a closed descriptor.
  for (int fd = 0; fd <= 2; ++fd)
    while (::fcntl(fd, F_GETFD) < 0 && ::open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) >= 0) continue;
}

void tell(const std::vector<Problem>& problems) {
  for (const Problem& p : problems)
    std::cerr << p.file << (p.pointer.empty() ? "" : " ") << p.pointer << ": " << p.sentence << "\n";
}

int write_output(const CommandOptions& options, const Catalogue& words, std::string_view bytes) {
  if (options.out.empty() || options.out == "-") {
    std::cout << bytes;
    return answered_code;
  }
  const Result<bool> written = write_file_atomically(options.out, bytes);
  if (written) return answered_code;
  complain(words, options.out, written.error());
  return unreadable_code;
}

namespace {

std::string sentence(const Catalogue& words, const Error& error) {
  // The desktop and the page warn about unread fields; the command line has no fields.
  const bool is_unwritten = error.id == ErrorId::cannot_write_file || error.id == ErrorId::disk_full ||
                            error.id == ErrorId::place_read_only || error.id == ErrorId::place_gone;
  return error_what(words, error) + " " + (is_unwritten ? words.text("cli.not_written.do"_t) : error_do(words, error));
}

// Returns a plan without faults on that day, or its first fault.
Result<Plan> usable_plan(std::string_view bytes, Date day) {
  if (is_sealed(bytes)) return Error{ErrorId::still_sealed, "", ""};
  Result<Plan> plan = open_plan(bytes);
  if (!plan) return plan;
  const std::vector<Error> found = faults(plan->household, plan->situation, day);
  if (!found.empty()) return found.front();
  return plan;
}

struct Opened {
  std::string bytes;
  Plan plan;
};
std::optional<Opened> open_or_complain(const CommandOptions& options, const Assets& assets, const CountedDay& day) {
  const Catalogue& words = assets.catalogue(options.language);
  const Result<std::string> bytes = read_file(options.file);
  if (!bytes) {
    complain(words, options.file, bytes.error());
    return std::nullopt;
  }
  Result<Plan> plan = usable_plan(*bytes, day.today);
  if (!plan) {
    complain(words, options.file, plan.error());
    return std::nullopt;
  }
  return Opened{*bytes, std::move(*plan)};
}

std::optional<ScreenId> screen_named(std::string_view name) {
  for (const ScreenId screen : all_screens)
    if (name_of(screen) == name) return screen;
  return std::nullopt;
}

// Text goes out as written for people; numbers keep their narrow spaces.
int print_screen(const CommandOptions& options, ScreenId screen, Closed closed) {
  const auto assets = load_assets();
  const CountedDay day = said_day(options, *assets);
  App app(assets, day.today, options.language);
  if (day.clock) app.reply(TodayIs{*day.clock});
  if (!options.file.empty()) {
    const std::optional<Opened> opened = open_or_complain(options, *assets, day);
    if (!opened) return unreadable_code;
    app.reply(FileOpened{options.file, opened->bytes});
  }
  app.dispatch(GoTo{screen});
  if (options.format == "json")
    std::cout << screen_json(app.screen()) << "\n";
  else
    std::cout << (options.format == "html" ? screen_html(app.screen()) : screen_text(app.screen(), closed));
  return answered_code;
}

// The board and then every section, in the order in which a person would open them.
int print_path(const CommandOptions& options) {
  const auto assets = load_assets();
  const CountedDay day = said_day(options, *assets);
  const std::optional<Opened> opened = open_or_complain(options, *assets, day);
  if (!opened) return unreadable_code;
  App app(assets, day.today, options.language);
  if (day.clock) app.reply(TodayIs{*day.clock});
  app.reply(FileOpened{options.file, opened->bytes});
  app.dispatch(GoTo{ScreenId::path});
  std::cout << screen_text(app.screen(), Closed::shown);
  for (const PathSection& section : assets->path.sections) {
    app.dispatch(OpenItem{ScreenId::path, section.id});
    Screen screen = app.screen();
    screen.footer.clear();
    std::cout << "\n" << screen_text(screen, Closed::shown);
  }
  return answered_code;
}

/// Reads the plan and writes the result of `make`.
template <class Make>
int run_output(const CommandOptions& options, Make make) {
  const std::shared_ptr<const Assets> assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  const CountedDay day = said_day(options, *assets);
  const std::optional<Opened> opened = open_or_complain(options, *assets, day);
  if (!opened) return unreadable_code;
  const Result<std::string> made = make(OutputOf{assets, opened->plan, day.today, options.language, "", day.clock});
  if (made) return write_output(options, words, *made);
  complain(words, options.file, made.error());
  return unreadable_code;
}

}  // namespace

int run_ics(const CommandOptions& options) {
  return run_output(options, [&](const OutputOf& of) { return calendar_file(of, options.own_words); });
}

int run_csv(const CommandOptions& options) {
  return run_output(options, [&](const OutputOf& of) -> Result<std::string> {
    const auto* const found = std::find(std::begin(table_names), std::end(table_names), options.table);
    const CsvForm form = options.form.empty()          ? usual_csv_form(options.language)
                         : options.form == "semicolon" ? CsvForm::semicolons
                                                       : CsvForm::commas;
    return table_file(of, static_cast<TableOf>(found - std::begin(table_names)), {}, form);
  });
}

int run_print(const CommandOptions& options) {
  return run_output(options, [&](const OutputOf& of) -> Result<std::string> {
    std::vector<ScreenId> parts;
    for (const ScreenId screen : printable) {
      const std::string name(name_of(screen));
      if (options.include.empty() ||
          std::find(options.include.begin(), options.include.end(), name) != options.include.end())
        parts.push_back(screen);
    }
    return print_page(of, parts);
  });
}

int run_application(const CommandOptions& options) {
  return run_output(options, [](const OutputOf& of) -> Result<std::string> { return application_page(of); });
}

int run_sheet(const CommandOptions& options) {
  return run_output(options, [&](const OutputOf& of) -> Result<std::string> { return sheet_page(of, options.beside); });
}

void complain(const Catalogue& words, const std::string& file, const Error& error) {
  std::cerr << file << (error.where.empty() ? "" : " " + error.where) << ": " << sentence(words, error) << "\n";
}

int run_estimate(const CommandOptions& options) {
  if (options.format != "json") return print_screen(options, ScreenId::estimate, Closed::left_out);
  const auto assets = load_assets();
  const CountedDay day = said_day(options, *assets);
  const std::optional<Opened> opened = open_or_complain(options, *assets, day);
  if (!opened) return unreadable_code;
  const Plan& plan = opened->plan;
  const Assessment assessment = assess(assets->pack, plan.household, plan.situation, day.today);
  std::cout << write_json(estimate_to_json(assets->pack, plan.household, plan.situation, assessment, day.clock),
                          Layout::indented);
  return answered_code;
}

int run_explain(const CommandOptions& options) { return print_screen(options, ScreenId::estimate, Closed::shown); }

int run_screen(const CommandOptions& options) {
  return print_screen(options, screen_named(options.screen).value_or(ScreenId::start), Closed::left_out);
}

int run_rules(const CommandOptions& options) { return print_screen(options, ScreenId::sources, Closed::shown); }

int run_path(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  if (options.format != "json") return print_path(options);
  const CountedDay said = said_day(options, *assets);
  const Date day = said.today;
  const std::optional<Opened> opened = open_or_complain(options, *assets, said);
  if (!opened) return unreadable_code;
  std::cout << write_json(path_to_json(*assets, words, opened->plan, path_today(*assets, opened->plan, day), day),
                          Layout::indented);
  return answered_code;
}

int run_calendar(const CommandOptions& options) { return print_screen(options, ScreenId::calendar, Closed::shown); }
int run_budget(const CommandOptions& options) { return print_screen(options, ScreenId::money, Closed::shown); }
int run_documents(const CommandOptions& options) { return print_screen(options, ScreenId::documents, Closed::shown); }
int run_compare(const CommandOptions& options) { return print_screen(options, ScreenId::compare, Closed::shown); }
int run_questions(const CommandOptions& options) { return print_screen(options, ScreenId::questions, Closed::shown); }

int run_example(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  if (options.list) {
    for (const Example& example : assets->examples)
      std::cout << example.name << "\t" << words.text("example." + example.name) << "\n";
    return answered_code;
  }
  for (const Example& example : assets->examples)
    if (example.name == options.name) {
      std::cout << write_plan(example_in(*assets, example, words));
      return answered_code;
    }
  std::cerr << words.text("cli.no_example"_t, {{"name", options.name}}) << "\n";
  return wrong_use_code;
}

int run_check(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  const Date day = said_day(options, *assets).today;
  bool all_good = true;
  for (const std::string& file : options.files) {
    const Result<std::string> bytes = read_file(file);
    if (!bytes) {
      complain(words, file, bytes.error());
      all_good = false;
      continue;
    }
    if (is_rules_file(*bytes)) {
      const PackRead read =
          read_pack(*bytes, file, [](std::string_view key) { return find_text_key(key).has_value(); });
      tell(read.problems);
      all_good = all_good && read.problems.empty();
      if (read.problems.empty()) std::cout << file << ": ok\n";
      continue;
    }
    const Result<Plan> plan = usable_plan(*bytes, day);
    if (!plan)
      complain(words, file, plan.error());
    else
      std::cout << file << ": ok\n";
    all_good = all_good && plan;
  }
  return all_good ? answered_code : unreadable_code;
}

int run_batch(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  const CountedDay said = said_day(options, *assets);
  const Date day = said.today;
  std::ios::sync_with_stdio(false);
  std::string line;
  bool too_long = false;
  for (std::int64_t number = 1; std::cout && read_line(std::cin, line, too_long); ++number) {
    if (line.empty() && !too_long) continue;
    const Result<Plan> plan =
        too_long ? Result<Plan>(Error{ErrorId::file_too_large, "", std::to_string(line_max)}) : usable_plan(line, day);
    if (plan) {
      std::cout << estimate_json(assets->pack, plan->household, plan->situation,
                                 assess(assets->pack, plan->household, plan->situation, day), said.clock)
                << "\n";
      continue;
    }
    const Error& error = plan.error();
    std::cout << write_json({JsonObject{{"line", {number}},
                                        {"error", {std::string(error_name(error.id))}},
                                        {"where", {error.where}},
                                        {"message", {sentence(words, error)}}}})
              << "\n";
  }
  return answered_code;
}

int run_texts(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue &swedish = assets->catalogue("sv"), &english = assets->catalogue("en");
  const auto known = [&](const std::string& language) -> const Catalogue* {
    for (const Catalogue& one : assets->catalogues)
      if (one.language() == language) return &one;
    std::cerr << "There is no catalogue for " << language << ".\n";
    return nullptr;
  };
  if (!options.from_po.empty()) {
    const Result<std::string> bytes = read_file(options.from_po);
    if (!bytes) {
      complain(english, options.from_po, bytes.error());
      return unreadable_code;
    }
    PoRead read = read_po(*bytes, options.from_po, swedish);
    if (read.problems.empty()) read.problems = read_catalogue(read.catalogue_json, options.from_po, &swedish).problems;
    tell(read.problems);
    if (!read.problems.empty()) return unreadable_code;
    std::cout << read.catalogue_json;
    return answered_code;
  }
  if (!options.po.empty()) {
    const Catalogue* const catalogue = known(options.po);
    if (!catalogue) return wrong_use_code;
    std::cout << write_po(*catalogue, swedish, english);
    return answered_code;
  }
  if (!options.missing.empty() || !options.draft.empty()) {
    const Catalogue* const catalogue = known(options.missing.empty() ? options.draft : options.missing);
    if (!catalogue) return wrong_use_code;
    std::cout << list_texts(*catalogue, swedish, options.missing.empty() ? Listed::unreviewed : Listed::missing);
    return answered_code;
  }
  for (const Catalogue& one : assets->catalogues) {
    std::cout << one.language() << "\t" << one.text("language.this"_t) << "\t" << one.count(Review::reviewed) << " of "
              << text_key_count << " reviewed, " << one.count(Review::draft) << " drafts, "
              << one.count(Review::machine) << " by a machine, " << one.lacking() << " missing (shown in English)\n";
    for (const Reviewer& reviewer : one.reviewers())
      std::cout << "\t" << reviewer.by << (reviewer.on ? "\t" + to_iso(*reviewer.on) : "") << "\n";
  }
  return answered_code;
}

}  // namespace vagval
