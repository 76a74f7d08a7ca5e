// Rules from a file: shown before use, marked on every screen while in use, and always removable.
#include <gtest/gtest.h>
#include <sodium/crypto_generichash_blake2b.h>
#include <sodium/crypto_sign_ed25519.h>
#include <sodium/utils.h>

#include "app/hands.h"
#include "files.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

std::string shipped() { return tests::read("assets/rules/se-repatriation-grant.json"); }
/// The shipped pack with half of each household's cap, checked a month later.
std::string changed_pack() {
  std::string out = shipped();
  const auto replace = [&](const std::string& from, const std::string& to) {
    const std::size_t at = out.find(from);
    if (at == std::string::npos) return ADD_FAILURE() << from, void();
    out.replace(at, from.size(), to);
  };
  replace("\"checked_on\": \"2026-11-20\"", "\"checked_on\": \"2026-12-20\"");
  replace("\"value\": 350000", "\"value\": 100000");
  return out;
}
KronorInterval amount(App& app) {
  const Assets& now = *app.assets();
  return assess(now.pack, app.model().plan.household, app.model().plan.situation, today()).amount;
}
// Made by minisign 0.11, for a file of no test here.
const std::string key_line = "RWTXpQugqn2+Js/wMoko7QI0hBDfTB9yHocMOcJ+Zk1xjBEFobJ3Q9uO";
const std::string of_another_file =
    "untrusted comment: c\n"
    "RUTXpQugqn2+JpAYK1XTB1+kxlz3Q9H9FK0+6tkEiu1kdZnG7dqqEoz+Oz9CkIN/ZWqsk+luBOtZjhFFrlZVL3xjZfXrMMFdMQw=\n"
    "trusted comment: checked by nobody, for a test\n"
    "M0U28xvh06EKxF8WIwz5tPUU8Lmg6phufP6bMFZKRUOwVCbSFdrt16L2/nE82HKF7OxC5dDXTZzhQViTsS4nAQ==\n";

std::string from_hex(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 2)
    out += static_cast<char>(std::strtoul(text.substr(i, 2).c_str(), nullptr, 16));
  return out;
}
/// A public key's line and a .minisig file, as minisign makes them: a hash of the file is signed, and with it the
/// comment.
std::pair<std::string, std::string> signed_by_others(const std::string& bytes, const std::string& comment) {
  const auto base64 = [](const std::string& raw) {
    std::string out(sodium_base64_ENCODED_LEN(raw.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(raw.data()), raw.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
  };
  // The first key of RFC 8032, section 7.1: a seed and its public key. No pack trusts it.
  const std::string key_bytes = from_hex(
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const auto* const secret_key = reinterpret_cast<const unsigned char*>(key_bytes.data());
  unsigned char hash[64];
  const auto sign = [&](const unsigned char* what, std::size_t size) {
    unsigned char out[64];
    crypto_sign_ed25519_detached(out, nullptr, what, size, secret_key);
    return std::string(reinterpret_cast<const char*>(out), sizeof out);
  };
  crypto_generichash_blake2b(hash, sizeof hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                             nullptr, 0);
  const std::string id = "\x08\x07\x06\x05\x04\x03\x02\x01", of_file = sign(hash, sizeof hash);
  const std::string both = of_file + comment;
  const std::string of_both = sign(reinterpret_cast<const unsigned char*>(both.data()), both.size());
  return {base64("Ed" + id + key_bytes.substr(32)), "untrusted comment: c\n" + base64("ED" + id + of_file) +
                                                        "\ntrusted comment: " + comment + "\n" + base64(of_both) +
                                                        "\n"};
}

TEST(RuleFile, IsShownWithWhatItWouldChangeAndChangesNothingYet) {
  App app = family("en");
  const KronorInterval before = amount(app);
  app.reply(FileOpened{"/home/person/new.json", changed_pack()});
  EXPECT_EQ(app.screen().id, "rules");
  EXPECT_TRUE(says(app, "Rules from the file new.json"));
  EXPECT_TRUE(says(app, sha256_text(changed_pack())));
  EXPECT_TRUE(says(app, "Checked 20 December 2026. Before: 20 November 2026."));
  EXPECT_TRUE(says(app, "100,000. Before: ")) << text_of(app);
  EXPECT_TRUE(says(app, "The file is not signed."));
  EXPECT_EQ(amount(app), before);
}

TEST(RuleFile, ChangesTheFiguresThatTextsState) {
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::rumours});
  EXPECT_TRUE(says(app, "Everyone gets SEK 350,000."));
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  app.dispatch(GoTo{ScreenId::rumours});
  EXPECT_TRUE(says(app, "Everyone gets SEK 100,000."));
  app.dispatch(ChooseLanguage{"ar"});
  EXPECT_TRUE(says(app, "100 000")) << text_of(app);
}

TEST(RuleFile, SaysFromWhichAgeOnAPersonIsAnAdultAndWhatIsCited) {
  std::string pack = shipped();
  const auto replace = [&](const std::string& from, const std::string& to) {
    const std::size_t at = pack.find(from, pack.find("\"cited_for\": {"));
    must(at != std::string::npos, "not in the pack: " + from);
    pack.replace(at, from.size(), to);
  };
  replace("\"permit_end\": [\"L1#§ 12\"]", "\"permit_end\": [\"L7#27 §\"]");
  replace("\"from\": \"2026-01-01\", \"value\": 18", "\"from\": \"2026-01-01\", \"value\": 20");
  App app = new_app("en");
  app.dispatch(OpenExample{"turning_18"});  // a child born on 14 March 2009
  app.dispatch(SetAnswer{{Fact::permit_expires_on, "p1"}, "2028-01-01"});
  app.dispatch(GoTo{ScreenId::calendar});
  EXPECT_TRUE(says(app, "14 March 2027"));
  EXPECT_FALSE(says(app, "27 §"));
  app.reply(FileOpened{"new.json", pack});
  press(app, "rules.use");
  app.dispatch(GoTo{ScreenId::calendar});
  EXPECT_FALSE(says(app, "14 March 2027"));
  EXPECT_TRUE(says(app, "14 March 2029"));
  EXPECT_TRUE(says(app, "27 §"));
}

TEST(RuleFile, IsUsedOnlyWhenThePersonSaysSoAndNeverSilently) {
  App app = family("en");
  const KronorInterval before = amount(app);
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  EXPECT_NE(amount(app), before);
  EXPECT_FALSE(shows(app, "rules.pending"));
  for (const ScreenId screen : {ScreenId::estimate, ScreenId::money, ScreenId::path, ScreenId::calendar,
                                ScreenId::compare, ScreenId::sources, ScreenId::start}) {
    app.dispatch(GoTo{screen});
    EXPECT_TRUE(shows(app, "rules.note")) << static_cast<int>(screen);
  }
}

TEST(RuleFile, IsLeftAgainAndStaysToComeBackTo) {
  App app = family("en");
  const KronorInterval before = amount(app);
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  const KronorInterval with_file = amount(app);
  app.dispatch(GoTo{ScreenId::estimate});
  press(app, "rules.note.back");
  EXPECT_EQ(amount(app), before);
  EXPECT_FALSE(shows(app, "rules.note"));
  app.dispatch(GoTo{ScreenId::rules});
  press(app, "rules.kept.0.use");
  EXPECT_EQ(amount(app), with_file);
}

TEST(RuleFile, StaysInUseWhenAnotherPlanIsOpenedAndGoesWhenEverythingIsErased) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  app.dispatch(OpenExample{"pensioner"});
  EXPECT_TRUE(shows(app, "rules.note"));
  app.dispatch(EraseDevice{});
  EXPECT_FALSE(shows(app, "rules.note"));
  EXPECT_EQ(app.assets(), assets());
}

TEST(RuleFile, IsLeftAloneWhenThePersonSaysSo) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.leave");
  EXPECT_FALSE(shows(app, "rules.pending"));
  EXPECT_EQ(app.assets(), assets());
}

TEST(RuleFile, LetsLanguagesComeLater) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  app.words_came();
  EXPECT_EQ(app.assets()->catalogues.size(), assets()->catalogues.size());
}

TEST(RuleFile, WithFaultsIsRefusedWithEachOfThemAndThePlanIsUntouched) {
  for (const std::string& name : tests::names_in("tests/packs/bad", ".json")) {
    if (name == "expected.json" || name == "wrong_format.json") continue;  // the latter claims to be a plan
    App app = family("en");
    const Plan before = app.model().plan;
    app.reply(FileOpened{name, tests::read("tests/packs/bad/" + name)});
    EXPECT_EQ(app.model().plan, before) << name;
    EXPECT_FALSE(shows(app, "rules.use")) << name;
    EXPECT_TRUE(shows(app, name == "future_version.json" ? "rules.newer" : "rules.bad")) << name;
    EXPECT_TRUE(shows(app, "rules.bad.list")) << name;
  }
}

TEST(RuleFile, CannotBeUsedByItsHashAloneWhenItHasFaults) {
  App app = family("en");
  const std::string bytes = tests::read("tests/packs/bad/unknown_key.json");
  app.reply(FileOpened{"bad.json", bytes});
  app.dispatch(UseRules{sha256_text(bytes)});
  EXPECT_EQ(app.assets(), assets());
}

TEST(RuleFile, OfAnotherSchemeDoesNotFitThePathAndIsRefused) {
  App app = family("en");
  app.reply(FileOpened{"minimal.json", tests::read("tests/packs/good/minimal.json")});
  EXPECT_TRUE(shows(app, "rules.bad"));
  EXPECT_FALSE(shows(app, "rules.use"));
}

TEST(RuleSignature, WaitsForTheRulesItBelongsTo) {
  App app = family("en");
  app.reply(FileOpened{"x.minisig", of_another_file});
  EXPECT_TRUE(says(app, "Open the rule file first."));
}

TEST(RuleSignature, IsNotCheckedWithoutAKeyAndSaysSo) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  app.reply(FileOpened{"new.json.minisig", of_another_file});
  EXPECT_TRUE(says(app, "it has not been checked"));
  EXPECT_TRUE(says(app, "26BE7DAAA00BA5D7"));
  EXPECT_TRUE(says(app, "No authority signs rule files today."));
  EXPECT_TRUE(shows(app, "rules.use"));
}

TEST(RuleSignature, ThatDoesNotFitTheFileKeepsItFromBeingUsed) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  app.reply(FileOpened{"new.json.minisig", of_another_file});
  app.gesture({Gesture::Verb::edit, key_field, key_line});
  EXPECT_TRUE(says(app, "The file is not the one that was signed."));
  EXPECT_FALSE(shows(app, "rules.use"));
  app.dispatch(UseRules{sha256_text(changed_pack())});
  EXPECT_EQ(app.assets(), assets());
}

TEST(RuleSignature, ThatFitsShowsWhoseItIsAndWhatTheyTrust) {
  const auto [key, signature] = signed_by_others(changed_pack(), "read by two, for a test");
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  app.reply(FileOpened{"new.json.minisig", signature});
  app.gesture({Gesture::Verb::edit, key_field, key});
  ASSERT_TRUE(shows(app, "sign.state")) << text_of(app);
  EXPECT_EQ(find_node(app.screen(), "sign.state")->tone, Tone::met) << text_of(app);
  EXPECT_TRUE(says(app, "102030405060708."));
  EXPECT_TRUE(says(app, "read by two, for a test"));
  press(app, "rules.use");
  EXPECT_NE(app.assets(), assets());
}

TEST(RuleSignature, ThatTurnsOutNotToFitTakesTheRulesOutOfUse) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  app.reply(FileOpened{"key.pub", "untrusted comment: k\n" + key_line + "\n"});
  app.reply(FileOpened{"new.json.minisig", of_another_file});
  EXPECT_EQ(app.assets(), assets());
  EXPECT_TRUE(says(app, "The rules of this program are in use again."));
}

TEST(RuleSignature, OfAnotherKeyCountsAsNone) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  app.reply(FileOpened{"new.json.minisig", of_another_file});
  app.gesture({Gesture::Verb::edit, key_field, "RWTvogc+u3sAk4VobyJrbHvf+W+aNiTPpeF2Rb+imYe0D3aDZJLpzC98"});
  EXPECT_TRUE(says(app, "Signed with another key than the one you gave."));
  app.gesture({Gesture::Verb::edit, key_field, "not a key"});
  EXPECT_TRUE(says(app, "This is not a public key."));
}

TEST(RuleSignature, ThatIsNoneIsRefused) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  app.reply(FileOpened{"x.minisig", "untrusted comment: and no more\n"});
  EXPECT_TRUE(says(app, "This is not a signature."));
}

TEST(AgeOfFacts, LowersTheWordingStepByStepWhereverItIsShown) {
  const std::pair<Date, const char*> steps[] = {
      {today(), "· seen 2026-"}, {*make_date(2027, 3, 1), ", may be old"}, {*make_date(2028, 1, 1), "): ask"}};
  for (const auto& [on, words] : steps) {
    App app = family("en", on);
    app.dispatch(GoTo{ScreenId::sources});
    EXPECT_TRUE(says(app, words)) << words;
    app.dispatch(GoTo{ScreenId::estimate});
    EXPECT_TRUE(says(app, words)) << words;
  }
  App later = family("en", *make_date(2027, 3, 1)), much_later = family("en", *make_date(2028, 1, 1));
  EXPECT_TRUE(says(later, "The facts may be old.") && !says(later, "The facts are old. Ask."));
  EXPECT_TRUE(says(much_later, "The facts are old. Ask."));
  much_later.dispatch(GoTo{ScreenId::start});
  EXPECT_TRUE(says(much_later, "Old, checked 20 November 2026."));
}

TEST(SourceChips, SayThatACopyBearsNoDayAndNeverTheDayOfReadingAsThatOfTheSource) {
  App app = family("en");
  app.dispatch(GoTo{ScreenId::sources});
  EXPECT_TRUE(says(app, "You plan to travel abroad · agency page · undated copy, read on 2026-11-20"));
  EXPECT_FALSE(says(app, "· seen 2026-11-"));
  EXPECT_FALSE(says(app, "rules checked"));
  EXPECT_TRUE(says(app, "The copy that was read answers for the time up to 2 April 2026."));
  EXPECT_TRUE(says(app, "The copy that was read bears no date. Read on 20 November 2026."));
  App later = family("en", *make_date(2027, 3, 1));
  later.dispatch(GoTo{ScreenId::sources});
  EXPECT_TRUE(says(later, "undated copy, read on 2026-11-20, may be old"));
}

TEST(SourceChips, SayThatAPartOfALawWasReplaced) {
  App app = family("en");
  app.dispatch(GoTo{ScreenId::sources});
  EXPECT_TRUE(says(app, "Utlänningslag (2005:716) 4 kap. 5 § · law · replaced 2026-07-12"));
  EXPECT_TRUE(says(app, "4 kap. was replaced on 12 July 2026."));
  app.dispatch(GoTo{ScreenId::path});
  app.dispatch(OpenItem{ScreenId::path, "thinking.advice"});
  EXPECT_TRUE(says(app, "2024/1347"));
  EXPECT_FALSE(says(app, "4 kap. 5 §"));
}

/// The family's plan as saved with the changed pack.
std::string saved_with_others() {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  app.take_effects();
  app.dispatch(SavePlain{});
  const std::optional<WriteFile> file = effect<WriteFile>(app);
  return file ? file->bytes : "";
}

TEST(PlanSaved, SaysWithWhichRulesAndWhatTheyMadeOfIt) {
  App app = family("en");
  app.dispatch(SavePlain{});
  const std::optional<WriteFile> file = effect<WriteFile>(app);
  ASSERT_TRUE(file);
  const Result<Plan> plan = open_plan(file->bytes);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->rules_seen.scheme, "se-repatriation-grant");
  EXPECT_EQ(plan->rules_seen.checked_on, make_date(2026, 11, 20));
  EXPECT_EQ(plan->rules_seen.sha256, assets()->rules_sha256);
  EXPECT_EQ(plan->rules_seen.state, State::may_be_covered);
  EXPECT_EQ(plan->rules_seen.most, 550000);
  EXPECT_EQ(write_plan(*plan), file->bytes);
  EXPECT_EQ(*plan, app.model().plan);
}

TEST(PlanSaved, WithTheFileOfTheProgramsOwnRulesIsSavedWithTheSame) {
  App app = family("en");
  app.reply(FileOpened{"own.json", shipped()});
  EXPECT_TRUE(says(app, "They are the same as the rules in use."));
  press(app, "rules.use");
  EXPECT_EQ(app.assets()->rules_sha256, assets()->rules_sha256);
}

TEST(PlanSaved, WithTheSameRulesSaysNothingWhenItIsOpened) {
  App app = family("en");
  app.dispatch(SavePlain{});
  const std::string bytes = effect<WriteFile>(app)->bytes;
  app.reply(FileOpened{"plan", bytes});
  EXPECT_FALSE(shows(app, "changes.note"));
}

TEST(PlanSaved, WithOtherRulesSaysWhenOpenedWhatHasChangedUntilItHasBeenLookedAt) {
  App app = family("en");
  app.reply(FileOpened{"plan", saved_with_others()});
  EXPECT_TRUE(says(app, "Then: rules checked 20 December 2026. Now: rules checked 20 November 2026."));
  press(app, "changes.go");
  EXPECT_TRUE(shows(app, "changes.then"));
  EXPECT_TRUE(shows(app, "changes.now"));
  EXPECT_FALSE(shows(app, "changes.recount"));
  EXPECT_TRUE(shows(app, "changes.partly"));
  app.dispatch(GoTo{ScreenId::estimate});
  EXPECT_FALSE(shows(app, "changes.note"));
}

TEST(PlanSaved, WithRulesThatAreHereShowsTheWholeDifference) {
  App app = family("en");
  app.reply(FileOpened{"new.json", changed_pack()});
  press(app, "rules.use");
  press(app, "rules.back");
  app.reply(FileOpened{"plan", saved_with_others()});
  app.dispatch(GoTo{ScreenId::rules});
  EXPECT_TRUE(shows(app, "changes.recount"));
  EXPECT_TRUE(shows(app, "changes.diff.parameter"));
  EXPECT_FALSE(shows(app, "changes.partly"));
}

TEST(PlanSaved, BeforeTheseRulesListsWhatTheyDateLater) {
  App app = family("en");
  std::string bytes = saved_with_others();
  const std::string date = "2026-12-20";
  bytes.replace(bytes.find(date), date.size(), "2025-06-01");
  app.reply(FileOpened{"plan", bytes});
  app.dispatch(GoTo{ScreenId::rules});
  EXPECT_TRUE(says(app, "Applies from 1 January 2026."));
}

TEST(PlanSaved, WithNonsenseAboutItsRulesIsRefusedOrShownAsFarAsItGoes) {
  const std::string plan = "{\"format\": \"vagval-plan\", \"version\": 2, \"rules_seen\": ";
  for (const char* broken : {"3}", "[]}", "{\"state\": \"perhaps\"}}", "{\"checked_on\": \"2026-13-01\"}}",
                             "{\"least\": -1}}", "{\"sha256\": \"a b\"}}"})
    EXPECT_FALSE(open_plan(plan + broken)) << broken;
  App app = family("en");
  app.reply(FileOpened{"plan", plan + "{\"sha256\": \"x\", \"state\": \"need_more\", \"least\": 9, \"most\": 1}}"});
  app.dispatch(GoTo{ScreenId::rules});
  EXPECT_TRUE(shows(app, "changes.then"));
}

TEST(PlanSaved, IsNotChangedByUndo) {
  App app = family("en");
  app.dispatch(AddPerson{});
  app.dispatch(SavePlain{});
  const RulesSeen seen = app.model().plan.rules_seen;
  app.dispatch(UndoLast{});
  EXPECT_EQ(app.model().plan.rules_seen, seen);
}

}  // namespace
}  // namespace vagval
