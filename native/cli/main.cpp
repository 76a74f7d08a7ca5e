// vagval: the command line. CLI11 throws on a wrong option, so this program is built with exceptions; the core it links
// is built without.
#include <CLI/CLI.hpp>
#include <iostream>

#include "assets/embedded.h"
#include "cli/commands.h"
#include "report/outputs.h"
#include "state/action.h"

namespace vagval {

namespace {

// The languages with a catalogue.
std::vector<std::string> languages() {
  std::vector<std::string> out;
  for (const assets::File& file : assets::files())
    if (file.path.starts_with("text/")) out.emplace_back(file.path.substr(5, file.path.size() - 10));
  return out;
}

std::string is_a_day(const std::string& text) {
  return parse_date(text) ? std::string() : "--on needs a date written YYYY-MM-DD, not " + text;
}

// The program's commands and their options, and the exit code of the command that ran.
struct CommandLine {
  CLI::App program{
      "Vägval: the steps of a move from Sweden, and the possible repatriation grant. Information, not a decision."};
  CommandOptions options;
  int result = 0;

  CLI::App* add(const char* name, const char* about, int (*run)(const CommandOptions&)) {
    CLI::App* command = program.add_subcommand(name, about);
    command->callback([this, run] {
      result = check_places(options);
      if (result == answered_code) result = run(options);
    });
    return command;
  }
  CLI::Option* with_language(CLI::App* command) {
    return command->add_option("--lang", options.language, "Language of the words")->check(CLI::IsMember(languages()));
  }
  CLI::App* with_words(CLI::App* command) {
    with_language(command)->capture_default_str();
    command->add_option("--on", options.on, "Look at the plan on this day, YYYY-MM-DD (default: today)")
        ->check(is_a_day);
    return command;
  }
  CLI::App* with_file(CLI::App* command) {
    command->add_option("FILE", options.file, "A plan file; - reads the standard input")->required();
    return command;
  }
  CLI::App* with_plan(CLI::App* command) { return with_words(with_file(command)); }
  CLI::App* with_format(CLI::App* command, const char* about, const std::vector<std::string>& formats) {
    command->add_option("--format", options.format, about)->check(CLI::IsMember(formats))->capture_default_str();
    return command;
  }
  CLI::App* to_file(CLI::App* command) {
    command->add_option("-o,--out", options.out, "The file to write (default: the standard output)");
    return command;
  }
  CLI::App* with_language_and_out(CLI::App* command) {
    with_language(command)->capture_default_str();
    return to_file(command);
  }
  CLI::App* with_plan_and_out(CLI::App* command) { return to_file(with_plan(command)); }
  void sealing(CLI::App* command) {
    command->add_option("IN", options.file, "The file to read; - reads the standard input")->required();
    command->add_option("OUT", options.out, "The file to write; - writes to the standard output")->required();
    command->add_option("--passphrase-file", options.passphrase_file,
                        "A file with the passphrase; without it the command asks, and does not show the typed text");
    with_language(command);
  }
};

// Commands that answer about one plan on the standard output.
void add_answers(CommandLine& line) {
  line.with_format(
      line.with_plan(line.add("estimate", "Whether the household may be covered, how much it could be, when and why",
                              run_estimate)),
      "text or json", {"text", "json"});
  line.with_plan(line.add("explain", "The estimate with every condition down to its answers and sources", run_explain));
  CLI::App* screen = line.with_file(line.add("screen", "One screen of the program as text, HTML or JSON", run_screen));
  screen->add_option("SCREEN", line.options.screen, "Which screen")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(screen_names), std::end(screen_names))));
  line.with_format(line.with_words(screen), "text, html or json", {"text", "html", "json"});
  line.with_format(line.with_plan(line.add("path", "Sections, tasks, states, days and hazards of the path", run_path)),
                   "text or json", {"text", "json"});
  const auto add_screen = [&](const char* name, const char* about, int (*run)(const CommandOptions&)) {
    line.with_plan(line.add(name, about, run));
  };
  add_screen("calendar", "The days of the law and every task's earliest and latest day", run_calendar);
  add_screen("budget", "Costs, income, cash over time, the grant's parts, what ends on moving", run_budget);
  add_screen("documents", "Each person's documents, and whether an application would be complete", run_documents);
  add_screen("compare", "Staying, visiting first, returning and another country side by side", run_compare);
  add_screen("questions", "Questions to ask, grouped by the authority that can answer", run_questions);
}

void add_example(CommandLine& line) {
  CLI::App* example = line.add("example", "An example household as a plan file", run_example);
  CLI::Option* list = example->add_flag("--list", line.options.list, "The names of all examples");
  example->add_option("NAME", line.options.name, "Which example")->excludes(list);
  line.with_words(example);
}

void add_texts(CommandLine& line) {
  CLI::App* texts =
      line.add("texts", "The languages and how far they are reviewed; catalogues as PO files and back", run_texts);
  CLI::Option* missing = texts->add_option("--missing", line.options.missing, "The texts that this language lacks");
  CLI::Option* draft =
      texts->add_option("--draft", line.options.draft, "Texts of this language that no person has reviewed");
  CLI::Option* po = texts->add_option("--po", line.options.po, "The catalogue of this language as a PO file");
  CLI::Option* from_po =
      texts->add_option("--from-po", line.options.from_po, "A PO file as a catalogue for assets/text/");
  for (CLI::Option* one : {missing, draft, po, from_po})
    for (CLI::Option* other : {missing, draft, po, from_po})
      if (one != other) one->excludes(other);
}

// Commands that make a document of one plan.
void add_documents(CommandLine& line) {
  CLI::App* print =
      line.with_plan_and_out(line.add("print", "The plan as a page for A4, to print from a browser", run_print));
  std::vector<std::string> printable_names;
  for (const ScreenId part : printable) printable_names.emplace_back(name_of(part));
  print->add_option("--include", line.options.include, "Only these parts, with commas between")
      ->delimiter(',')
      ->check(CLI::IsMember(printable_names));
  line.with_plan_and_out(
          line.add("sheet", "One A4 for a meeting, without names: understood, not known, five questions", run_sheet))
      ->add_option("--beside", line.options.beside, "A second language beside the first")
      ->check(CLI::IsMember(languages()));
  line.with_plan_and_out(line.add(
      "application", "A cover sheet in Swedish: the documents that each person has, and those that are missing",
      run_application));
  line.with_plan_and_out(
          line.add("ics", "The plan's days as a calendar file, each called a reminder and no more", run_ics))
      ->add_flag("--own-words", line.options.own_words, "Give each day the name of its entry");
  CLI::App* csv = line.with_plan_and_out(line.add("csv", "A table of the plan for a spreadsheet", run_csv));
  csv->add_option("TABLE", line.options.table, "Which table")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(table_names), std::end(table_names))));
  csv->add_option("--form", line.options.form,
                  "semicolon (with a comma in numbers) or comma (with a point); default: the form of the language")
      ->check(CLI::IsMember({"semicolon", "comma"}));
}

void add_rule_book(CommandLine& line) {
  line.with_language_and_out(
          line.add("rulebook", "The whole rule pack with its tests, to read and to mark up", run_rulebook))
      ->add_option("--format", line.options.format, "html (the default), dot or conflicts")
      ->check(CLI::IsMember({"html", "dot", "conflicts"}));
}

void add_stages(CommandLine& line) {
  CLI::App* stages = line.with_language_and_out(
      line.add("stages", "How many plans are in which stage, month by month; small counts are hidden", run_stages));
  stages->add_option("FILES", line.options.files, "Plan files; - reads the standard input, one plan on each line")
      ->required();
  stages->add_option("--on", line.options.on, "Look at the plans on this day, YYYY-MM-DD (default: today)")
      ->check(is_a_day);
  line.with_format(stages, "text or csv", {"text", "csv"});
}

void add_sealing(CommandLine& line) {
  line.sealing(line.add("seal", "Write a file under a passphrase, as an age file", run_seal));
  line.sealing(line.add("open", "Write the content of a file under a passphrase", run_open));
}

void add_checks(CommandLine& line) {
  CLI::App* check =
      line.add("check", "Whether files are readable plans or rule packs; every fault with its place", run_check);
  check->add_option("FILES", line.options.files, "Plan files or rule packs")->required();
  line.with_words(check);

  line.with_words(line.add(
      "batch", "Plans on the standard input, one on each line; an estimate or an error for each on the standard output",
      run_batch));
}

void add_rules(CommandLine& line) {
  line.with_words(line.add("rules", "The rule book: conditions, amounts, open points and sources", run_rules));

  CLI::App* diff_rules =
      line.add("diff-rules", "The differences between two rule packs, in plain words", run_diff_rules);
  diff_rules->add_option("OLD", line.options.file, "The earlier rule pack; - reads the standard input")->required();
  diff_rules->add_option("NEW", line.options.name, "The later one")->required();
  line.with_language_and_out(diff_rules);
}

}  // namespace

}  // namespace vagval

int main(int argc, char** argv) {
  using namespace vagval;
  hold_standard_streams();
  CommandLine line;
  line.program.require_subcommand(1);
  line.program.footer(
      "Exit codes: 0 answered, 2 the command was used wrongly, 3 a file could not be read or written or is not a plan, "
      "4 the answer could not be written to the standard output.");
  // In the order of the help.
  add_answers(line);
  add_example(line);
  add_texts(line);
  add_documents(line);
  add_rule_book(line);
  add_stages(line);
  add_sealing(line);
  add_checks(line);
  add_rules(line);

  try {
    line.program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    line.result = line.program.exit(error) == 0 ? answered_code : wrong_use_code;
  }
  return finish_output(line.options, line.result);
}
