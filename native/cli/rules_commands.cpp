// Rule packs on the command line: the differences between two of them.
#include <iostream>
#include <optional>
#include <utility>

#include "app/app.h"
#include "atomic_file.h"
#include "cli/commands.h"
#include "report/screen_text.h"
#include "rules/pack_difference.h"
#include "rules/pack_json.h"
#include "screen/reading_order.h"
#include "state/assets.h"
#include "words/build.h"
#include "words/rule_words.h"

namespace vagval {

namespace {

// Reads one pack, or writes all its faults to the standard error.
std::optional<RulePack> pack_or_complain(const std::string& file, const Catalogue& words) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) {
    complain(words, file, bytes.error());
    return std::nullopt;
  }
  if (!is_rules_file(*bytes)) {
    complain(words, file, {ErrorId::not_rules, "", ""});
    return std::nullopt;
  }
  PackRead read = read_pack(*bytes, file, [](std::string_view key) { return find_text_key(key).has_value(); });
  if (read.pack) return std::move(read.pack);
  const bool newer = is_newer_rules(*bytes);
  complain(words, file, {newer ? ErrorId::rules_newer : ErrorId::rules_unusable, "", ""});
  if (!newer) tell(read.problems);
  return std::nullopt;
}

}  // namespace

int run_diff_rules(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  const std::optional<RulePack> earlier = pack_or_complain(options.file, words);
  const std::optional<RulePack> later = pack_or_complain(options.name, words);
  if (!earlier || !later) return unreadable_code;
  const std::vector<Difference> found = differences(*earlier, *later);
  Screen screen{.id = "diff", .title = words.text("diff.title"_t), .language = words.language()};
  screen.right_to_left = words.right_to_left();
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph(
      "diff.between", words.text("diff.between"_t, {{"before", earlier->checked_on}, {"after", later->checked_on}})));
  screen.main.push_back(paragraph(
      "diff.count", found.empty() ? words.text("diff.same"_t)
                                  : words.text("diff.count"_t, {{"count", static_cast<std::int64_t>(found.size())}})));
  for (Node& node : difference_nodes(words, "diff", found)) screen.main.push_back(std::move(node));
  keep_reading_order(screen);
  return write_output(options, words, screen_text(screen, Closed::shown));
}

}  // namespace vagval
