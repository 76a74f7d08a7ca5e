// The rules in use: which they are, others from a file, and what those would change.
#include "rules/pack_difference.h"
#include "screens/view.h"
#include "words/changes.h"
#include "words/rule_words.h"

namespace vagval {

namespace {

Node hash(const ViewContext& view, const RulesFile& file, const std::string& id) {
  return row(id, view.words.text("rules.hash"_t), file.sha256);
}

Node signature(const ViewContext& view, const std::string& sha256) {
  const Catalogue& words = view.words;
  const RuleFiles& files = view.session.rules;
  const auto found = files.signatures.find(sha256);
  if (found == files.signatures.end())
    return note("sign.state", Tone::info, words.text("sign.none.what"_t), words.text("sign.none.do"_t));
  const RulesSignature& made = found->second;
  const std::string id = key_id_text(made.signature.key);
  if (!made.check)
    return note("sign.state", Tone::info, words.text("sign.not_checked.what"_t),
                words.text("sign.not_checked.do"_t, {{"id", id}}));
  switch (*made.check) {
    case SignatureCheck::good: {
      Node out =
          note("sign.state", Tone::met, words.text("sign.good.what"_t), words.text("sign.good.do"_t, {{"id", id}}));
      if (!made.signature.comment.empty())
        out.children.push_back(
            paragraph("sign.comment", words.text("sign.comment"_t, {{"comment", made.signature.comment}})));
      return out;
    }
    case SignatureCheck::other_key:
      return note("sign.state", Tone::hazard, words.text("sign.other.what"_t),
                  words.text("sign.other.do"_t,
                             {{"id", id}, {"given", files.key ? key_id_text(files.key->id) : std::string()}}));
    case SignatureCheck::file_changed:
      return note("sign.state", Tone::error, words.text("sign.changed.what"_t), words.text("sign.changed.do"_t));
    case SignatureCheck::comment_changed:
      return note("sign.state", Tone::error, words.text("sign.comment_changed.what"_t),
                  words.text("sign.comment_changed.do"_t));
  }
  return {};
}

Node key(const ViewContext& view) {
  Node out{.id = key_field,
           .kind = Kind::field,
           .text = view.words.text("sign.key"_t),
           .detail = view.words.text("sign.key.help"_t)};
  if (const auto typed = view.session.drafts.find(key_field); typed != view.session.drafts.end())
    out.value = typed->second;
  if (!out.value.empty() && !view.session.rules.key)
    out.error = view.words.text("error.not_a_key.what"_t) + " " + view.words.text("error.not_a_key.do"_t);
  out.action = EditField{key_field, {}};
  return out;
}

void whose(const ViewContext& view, const std::string& sha256, Screen& screen) {
  screen.main.push_back(heading("sign", view.words.text("sign.title"_t), 3));
  screen.main.push_back(signature(view, sha256));
  screen.main.push_back(paragraph("sign.authority", view.words.text("sign.authority"_t), Tone::muted));
  screen.main.push_back(key(view));
}

void faulty(const ViewContext& view, const RulesFile& file, Screen& screen) {
  const Catalogue& words = view.words;
  if (file.read.newer)
    screen.main.push_back(
        note("rules.newer", Tone::error, words.text("rules.newer.what"_t), words.text("rules.newer.do"_t)));
  else
    screen.main.push_back(note("rules.bad", Tone::error, words.text("rules.bad.what"_t),
                               words.text("rules.bad.do"_t, {{"count", static_cast<std::int64_t>(file.read.found)}})));
  screen.main.push_back(disclosure(view, "rules.bad.list", words.text("rules.bad.list"_t),
                                   problem_nodes(words, "rules.problem", file.read.problems, file.read.found)));
}

void pending(const ViewContext& view, Screen& screen) {
  const RulesFile* file = view.session.rules.pending.get();
  if (!file) return;
  const Catalogue& words = view.words;
  screen.main.push_back(heading("rules.pending", words.text("rules.pending"_t), 2));
  screen.main.push_back(
      paragraph("rules.pending.name", words.text("rules.from_file"_t, {{"name", file->name}}), Tone::strong));
  screen.main.push_back(hash(view, *file, "rules.pending.hash"));
  if (!file->read.rules) {
    faulty(view, *file, screen);
    screen.main.push_back(button("rules.leave", words.text("rules.leave"_t), LeaveRules{}));
    return;
  }
  const RulePack& pack = file->read.rules->pack;
  screen.main.push_back(paragraph("rules.pending.dates", words.text("start.age.text"_t, {{"checked", pack.checked_on},
                                                                                         {"next", pack.next_review}})));
  whose(view, file->sha256, screen);
  screen.main.push_back(heading("rules.diff", words.text("rules.diff"_t), 3));
  const std::vector<Difference> found = differences(view.assets.pack, file->read.rules->pack);
  if (found.empty()) {
    screen.main.push_back(paragraph("rules.same", words.text("rules.same"_t)));
  } else {
    screen.main.push_back(paragraph(
        "rules.diff.about", words.text("rules.diff.about"_t, {{"count", static_cast<std::int64_t>(found.size())}})));
    for (Node& node : difference_nodes(words, "diff", found)) screen.main.push_back(std::move(node));
  }
  if (!is_tampered(view.session.rules, file->sha256))
    screen.main.push_back(button("rules.use", words.text("rules.use"_t), UseRules{file->sha256}));
  screen.main.push_back(button("rules.leave", words.text("rules.leave"_t), LeaveRules{}));
}

void in_use(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const RulesFile* file = file_in_use(view.session.rules);
  screen.main.push_back(heading("rules.in_use", words.text("rules.in_use"_t), 2));
  screen.main.push_back(paragraph(
      "rules.in_use.name",
      file ? words.text("rules.from_file"_t, {{"name", file->name}}) : words.text("rules.built_in"_t), Tone::strong));
  screen.main.push_back(paragraph("rules.in_use.dates", age_in_words(view)));
  if (!file) return;
  screen.main.push_back(hash(view, *file, "rules.in_use.hash"));
  screen.main.push_back(button("rules.back", words.text("rules.note.back"_t), UseRules{""}));
  if (!view.session.rules.pending) whose(view, file->sha256, screen);
}

void kept(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<Node> rows;
  for (const auto& file : view.session.rules.loaded) {
    if (file->sha256 == view.session.rules.in_use) continue;
    const std::string id = "rules.kept." + std::to_string(rows.size());
    Node one = row(id, words.text("rules.from_file"_t, {{"name", file->name}}), file->sha256);
    if (!is_tampered(view.session.rules, file->sha256))
      one.children.push_back(button(id + ".use", words.text("rules.use_again"_t), UseRules{file->sha256}));
    rows.push_back(std::move(one));
  }
  if (rows.empty()) return;
  screen.main.push_back(heading("rules.kept", words.text("rules.kept"_t), 2));
  screen.main.push_back(paragraph("rules.kept.text", words.text("rules.kept.text"_t), Tone::muted));
  screen.main.push_back(card("rules.kept.list", std::move(rows), words.text("rules.kept"_t)));
}

}  // namespace

void rules_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("rules.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("rules.lead", words.text("rules.lead"_t)));
  pending(view, screen);
  in_use(view, screen);
  for (Node& node : changes_nodes(view)) screen.main.push_back(std::move(node));
  kept(view, screen);
  screen.main.push_back(paragraph("rules.open.text", words.text("rules.open.text"_t), Tone::muted));
  screen.main.push_back(button("rules.open", words.text("rules.open"_t), AskForFile{}));
  screen.main.push_back(button("rules.sources", words.text("nav.sources"_t), GoTo{ScreenId::sources}, Emphasis::quiet));
}

}  // namespace vagval
