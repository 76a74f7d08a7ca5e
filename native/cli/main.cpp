// vagval: the command line. CLI11 throws on a wrong option, so this program is built with exceptions; the core it links
// is built without.
#include <CLI/CLI.hpp>
#include <iostream>

#include "assets/embedded.h"
#include "cli/commands.h"
#include "report/outputs.h"
#include "state/action.h"

namespace {

// The languages with a catalogue.
std::vector<std::string> languages() {
  std::vector<std::string> out;
  for (const vagval::assets::File& file : vagval::assets::files())
    if (file.path.starts_with("text/")) out.emplace_back(file.path.substr(5, file.path.size() - 10));
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace vagval;
  hold_standard_streams();
  CLI::App program(
      "Vägval: the steps of a move from Sweden, and the possible repatriation grant. Information, not a decision.");
  program.require_subcommand(1);
  program.footer(
      "Exit codes: 0 answered, 2 the command was used wrongly, 3 a file could not be read or written or is not a plan, "
      "4 the answer could not be written to the standard output.");

  CommandOptions options;
  int result = 0;
  const auto add = [&](const char* name, const char* about, int (*run)(const CommandOptions&)) {
    CLI::App* command = program.add_subcommand(name, about);
    command->callback([&options, &result, run] {
      result = check_places(options);
      if (result == answered_code) result = run(options);
    });
    return command;
  };
  const auto is_a_day = [](const std::string& text) {
    return parse_date(text) ? std::string() : "--on needs a date written YYYY-MM-DD, not " + text;
  };
  const auto with_words = [&](CLI::App* command) {
    command->add_option("--lang", options.language, "Language of the words")
        ->check(CLI::IsMember(languages()))
        ->capture_default_str();
    command->add_option("--on", options.on, "Look at the plan on this day, YYYY-MM-DD (default: today)")
        ->check(is_a_day);
  };
  const auto with_file = [&](CLI::App* command) {
    command->add_option("FILE", options.file, "A plan file; - reads the standard input")->required();
  };

  CLI::App* estimate =
      add("estimate", "Whether the household may be covered, how much it could be, when and why", run_estimate);
  with_file(estimate);
  with_words(estimate);
  estimate->add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();

  CLI::App* explain = add("explain", "The estimate with every condition down to its answers and sources", run_explain);
  with_file(explain);
  with_words(explain);

  CLI::App* screen = add("screen", "One screen of the program as text, HTML or JSON", run_screen);
  with_file(screen);
  screen->add_option("SCREEN", options.screen, "Which screen")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(screen_names), std::end(screen_names))));
  with_words(screen);
  screen->add_option("--format", options.format, "text, html or json")
      ->check(CLI::IsMember({"text", "html", "json"}))
      ->capture_default_str();

  CLI::App* path = add("path", "Sections, tasks, states, days and hazards of the path", run_path);
  with_file(path);
  with_words(path);
  path->add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  const auto add_screen = [&](const char* name, const char* about, int (*run)(const CommandOptions&)) {
    CLI::App* command = add(name, about, run);
    with_file(command);
    with_words(command);
  };
  add_screen("calendar", "The days of the law and every task's earliest and latest day", run_calendar);
  add_screen("budget", "Costs, income, cash over time, the grant's parts, what ends on moving", run_budget);
  add_screen("documents", "Each person's documents, and whether an application would be complete", run_documents);
  add_screen("compare", "Staying, visiting first, returning and another country side by side", run_compare);
  add_screen("questions", "Questions to ask, grouped by the authority that can answer", run_questions);

  CLI::App* example = add("example", "An example household as a plan file", run_example);
  CLI::Option* list = example->add_flag("--list", options.list, "The names of all examples");
  example->add_option("NAME", options.name, "Which example")->excludes(list);
  with_words(example);

  CLI::App* texts =
      add("texts", "The languages and how far they are reviewed; catalogues as PO files and back", run_texts);
  CLI::Option* missing = texts->add_option("--missing", options.missing, "The texts that this language lacks");
  CLI::Option* draft =
      texts->add_option("--draft", options.draft, "Texts of this language that no person has reviewed");
  CLI::Option* po = texts->add_option("--po", options.po, "The catalogue of this language as a PO file");
  CLI::Option* from_po = texts->add_option("--from-po", options.from_po, "A PO file as a catalogue for assets/text/");
  for (CLI::Option* one : {missing, draft, po, from_po})
    for (CLI::Option* other : {missing, draft, po, from_po})
      if (one != other) one->excludes(other);

  const auto with_out = [&](CLI::App* command) {
    with_file(command);
    with_words(command);
    command->add_option("-o,--out", options.out, "The file to write (default: the standard output)");
    return command;
  };
  CLI::App* print = with_out(add("print", "The plan as a page for A4, to print from a browser", run_print));
  std::vector<std::string> printable_names;
  for (const ScreenId part : printable) printable_names.emplace_back(name_of(part));
  print->add_option("--include", options.include, "Only these parts, with commas between")
      ->delimiter(',')
      ->check(CLI::IsMember(printable_names));
  with_out(add("sheet", "One A4 for a meeting, without names: understood, not known, five questions", run_sheet))
      ->add_option("--beside", options.beside, "A second language beside the first")
      ->check(CLI::IsMember(languages()));
  with_out(add("application",
               "A cover sheet in Swedish: the documents that each person has, and those that are missing",
               run_application));
  with_out(add("ics", "The plan's days as a calendar file, each called a reminder and no more", run_ics))
      ->add_flag("--own-words", options.own_words, "Give each day the name of its entry");
  CLI::App* csv = with_out(add("csv", "A table of the plan for a spreadsheet", run_csv));
  csv->add_option("TABLE", options.table, "Which table")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(table_names), std::end(table_names))));
  csv->add_option("--form", options.form,
                  "semicolon (with a comma in numbers) or comma (with a point); default: the form of the language")
      ->check(CLI::IsMember({"semicolon", "comma"}));

  const auto with_language_and_out = [&](CLI::App* command) {
    command->add_option("--lang", options.language, "Language of the words")
        ->check(CLI::IsMember(languages()))
        ->capture_default_str();
    command->add_option("-o,--out", options.out, "The file to write (default: the standard output)");
    return command;
  };
  with_language_and_out(add("rulebook", "The whole rule pack with its tests, to read and to mark up", run_rulebook))
      ->add_option("--format", options.format, "html (the default), dot or conflicts")
      ->check(CLI::IsMember({"html", "dot", "conflicts"}));
  CLI::App* stages = with_language_and_out(
      add("stages", "How many plans are in which stage, month by month; small counts are hidden", run_stages));
  stages->add_option("FILES", options.files, "Plan files; - reads the standard input, one plan on each line")
      ->required();
  stages->add_option("--on", options.on, "Look at the plans on this day, YYYY-MM-DD (default: today)")->check(is_a_day);
  stages->add_option("--format", options.format, "text or csv")
      ->check(CLI::IsMember({"text", "csv"}))
      ->capture_default_str();

  const auto sealing = [&](CLI::App* command) {
    command->add_option("IN", options.file, "The file to read; - reads the standard input")->required();
    command->add_option("OUT", options.out, "The file to write; - writes to the standard output")->required();
    command->add_option("--passphrase-file", options.passphrase_file,
                        "A file with the passphrase; without it the command asks, and does not show the typed text");
    command->add_option("--lang", options.language, "Language of the words")->check(CLI::IsMember(languages()));
  };
  sealing(add("seal", "Write a file under a passphrase, as an age file", run_seal));
  sealing(add("open", "Write the content of a file under a passphrase", run_open));

  CLI::App* check =
      add("check", "Whether files are readable plans or rule packs; every fault with its place", run_check);
  check->add_option("FILES", options.files, "Plan files or rule packs")->required();
  with_words(check);

  with_words(add(
      "batch", "Plans on the standard input, one on each line; an estimate or an error for each on the standard output",
      run_batch));
  with_words(add("rules", "The rule book: conditions, amounts, open points and sources", run_rules));

  CLI::App* diff_rules = add("diff-rules", "The differences between two rule packs, in plain words", run_diff_rules);
  diff_rules->add_option("OLD", options.file, "The earlier rule pack; - reads the standard input")->required();
  diff_rules->add_option("NEW", options.name, "The later one")->required();
  diff_rules->add_option("--lang", options.language, "Language of the words")
      ->check(CLI::IsMember(languages()))
      ->capture_default_str();
  diff_rules->add_option("-o,--out", options.out, "The file to write (default: the standard output)");

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    result = program.exit(error) == 0 ? answered_code : wrong_use_code;
  }
  return finish_output(options, result);
}
