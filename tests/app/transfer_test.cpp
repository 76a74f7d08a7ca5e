// The plan to and from another device as pictures.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/hands.h"
#include "plan/plan_json.h"
#include "report/screen_json.h"
#include "screen/qr_picture.h"

namespace vagval {
namespace {

std::string text_at(const App& app, const std::string& id) {
  const Node* node = find_node(app.screen(), id);
  return node ? node->text : "";
}
template <class Wanted>
bool wants(const std::vector<Effect>& effects) {
  return std::any_of(effects.begin(), effects.end(), [](const Effect& e) { return std::holds_alternative<Wanted>(e); });
}

App on_the_screen() {
  App app = family("en");
  app.dispatch(GoTo{ScreenId::transfer});
  return app;
}
App with_pictures() {
  App app = on_the_screen();
  edit(app, "pass.new", "fem ord på en rad");
  edit(app, "pass.again", "fem ord på en rad");
  press(app, "transfer.seal.go");
  be_the_host(app);
  return app;
}
App with_camera() {
  App app = new_app("en");
  app.reply(CameraThere{});
  app.dispatch(GoTo{ScreenId::transfer});
  press(app, "transfer.read");
  app.reply(CameraIs{Camera::on});
  app.take_effects();
  return app;
}

TEST(Transfer, WarnsBeforeAnythingIsShown) {
  const App app = on_the_screen();
  EXPECT_EQ(find_node(app.screen(), "transfer.warn")->tone, Tone::hazard);
  EXPECT_FALSE(shows(app, "transfer.picture"));
  EXPECT_FALSE(shows(app, "transfer.show"));
}

TEST(Transfer, ShowsNothingWithoutAPassphraseTypedTwice) {
  App app = on_the_screen();
  press(app, "transfer.seal.go");
  be_the_host(app);
  EXPECT_FALSE(find_node(app.screen(), "pass.new")->error.empty());
  EXPECT_FALSE(shows(app, "transfer.picture"));
}

TEST(Transfer, ShowsTheSealedPlanInPicturesOfOneSize) {
  App app = with_pictures();
  const std::size_t count = app.model().session.transfer.pictures.size();
  ASSERT_GT(count, 10U);
  EXPECT_EQ(text_at(app, "transfer.picture"), "Picture 1 of " + std::to_string(count));
  const std::string first = find_node(app.screen(), "transfer.picture")->value;
  EXPECT_EQ(first.size(), 65U * 66 - 1);
  press(app, "transfer.next");
  EXPECT_EQ(text_at(app, "transfer.picture"), "Picture 2 of " + std::to_string(count));
  EXPECT_NE(find_node(app.screen(), "transfer.picture")->value, first);
  press(app, "transfer.previous");
  press(app, "transfer.previous");
  EXPECT_EQ(text_at(app, "transfer.picture"), "Picture " + std::to_string(count) + " of " + std::to_string(count));
  EXPECT_EQ(find_node(app.screen(), "transfer.picture")->value.size(), first.size());
}

TEST(Transfer, DrawsACodeWithItsThreeFinders) {
  const std::string picture = qr_picture("VV1ABC");
  EXPECT_EQ(picture.substr(0, 8), "11111110");
  EXPECT_EQ(picture.substr(57, 9), "01111111 ");
  EXPECT_EQ(picture.substr(66 * 64, 8), "11111110");
  EXPECT_TRUE(qr_picture(std::string(420, 'A')).empty());
  EXPECT_FALSE(qr_picture(std::string(419, 'A')).empty());
}

TEST(Transfer, AsksForNoPassphraseWhereThePlanHasOne) {
  App app = with_pictures();
  press(app, "transfer.hide");
  EXPECT_FALSE(shows(app, "transfer.picture"));
  EXPECT_FALSE(shows(app, "pass.new"));
  press(app, "transfer.show");
  be_the_host(app);
  EXPECT_TRUE(shows(app, "transfer.picture"));
}

TEST(Transfer, ChangesPicturesByItselfOnlyWhenAskedTo) {
  App app = with_pictures();
  app.reply(PictureDue{});
  EXPECT_EQ(app.model().session.transfer.at, 0U);
  press(app, "transfer.run");
  EXPECT_TRUE(wants<StepPictures>(app.take_effects()));
  app.reply(PictureDue{});
  EXPECT_EQ(app.model().session.transfer.at, 1U);
  press(app, "transfer.next");
  EXPECT_FALSE(app.model().session.transfer.running) << "by hand stops it";
}

TEST(Transfer, TakesThePicturesAwayWithItsScreenUnderTheCoverAndWhenThePlanChanges) {
  App app = with_pictures();
  app.dispatch(GoTo{ScreenId::keep});
  app.dispatch(GoTo{ScreenId::transfer});
  EXPECT_FALSE(shows(app, "transfer.picture"));
  app = with_pictures();
  app.dispatch(Cover{true});
  app.dispatch(Cover{false});
  EXPECT_FALSE(shows(app, "transfer.picture"));
  app = with_pictures();
  press(app, "transfer.run");
  app.dispatch(AddPerson{});
  EXPECT_FALSE(shows(app, "transfer.picture"));
  EXPECT_FALSE(app.model().session.transfer.running);
}

TEST(Transfer, DoesNotShowTheSealedPlanOnALaterScreen) {
  App app = with_pictures();
  press(app, "transfer.hide");
  press(app, "transfer.show");
  app.dispatch(GoTo{ScreenId::start});
  be_the_host(app);
  app.dispatch(GoTo{ScreenId::transfer});
  EXPECT_FALSE(shows(app, "transfer.picture"));
}

TEST(Transfer, SaysThatAPlanIsTooLargeForPicturesBeforeAPassphraseIsTyped) {
  App app = new_app("en");
  Plan plan;
  for (int i = 0; i < 20; ++i) plan.journal.push_back({.id = "j" + std::to_string(i), .text = std::string(3900, 'a')});
  app.reply(FileOpened{"large.json", write_plan(plan)});
  app.dispatch(GoTo{ScreenId::transfer});
  EXPECT_EQ(text_at(app, "transfer.too_large"), "The plan is too large for pictures: 64 KB is the most.");
  EXPECT_FALSE(shows(app, "pass.new"));
}

TEST(Transfer, IsReadOnAnotherDeviceInAnyOrderAndOpensWithThePassphrase) {
  const App sender = with_pictures();
  App app = with_camera();
  EXPECT_TRUE(shows(app, "transfer.camera"));
  std::vector<std::string> texts = sender.model().session.transfer.pictures;
  std::reverse(texts.begin(), texts.end());
  const std::string count = std::to_string(texts.size());
  app.reply(PictureRead{texts[0]});
  app.reply(PictureRead{texts[0]});
  EXPECT_EQ(text_at(app, "transfer.progress"), "1 of " + count + " read.");
  EXPECT_EQ(app.screen().announcement, "1 of " + count + " read.");
  for (const std::string& text : texts) app.reply(PictureRead{text});
  EXPECT_EQ(app.screen().id, "keep");
  EXPECT_EQ(text_at(app, "unlock.lead"), "All pictures have been read. The plan opens with its passphrase.");
  EXPECT_TRUE(app.model().plan.household.persons.empty());
  EXPECT_TRUE(wants<StopCamera>(app.take_effects()));
  edit(app, "pass.open", "fem ord på en rad");
  press(app, "unlock.open");
  be_the_host(app);
  EXPECT_EQ(app.model().plan, sender.model().plan);
  EXPECT_TRUE(app.model().session.keeping.key);
  EXPECT_TRUE(app.model().session.unsaved) << "it lies in no file here";
  EXPECT_EQ(app.screen().announcement,
            "The plan from the pictures is open. It is not saved on this device until you choose it.");
}

TEST(Transfer, NamesWhatIsMissing) {
  const std::vector<std::string> few = *code_series(std::string(256 * 9, 'x'));
  App app = with_camera();
  for (const std::size_t i : {0U, 1U, 3U, 5U, 6U, 7U, 8U}) app.reply(PictureRead{few[i]});
  EXPECT_EQ(text_at(app, "transfer.progress"), "7 of 9 read.");
  EXPECT_EQ(text_at(app, "transfer.missing"), "Still missing: 3, 5.");
  press(app, "transfer.again");
  EXPECT_FALSE(shows(app, "transfer.missing"));
  const std::vector<std::string> many = *code_series(std::string(256 * 30, 'x'));
  app.reply(PictureRead{many[0]});
  EXPECT_EQ(text_at(app, "transfer.missing"), "Still missing: 2, 3, 4, 5, 6, 7, 8, 9 and 21 more.");
}

TEST(Transfer, SaysWhatACodeIsThatDoesNotBelongToTheSeries) {
  const std::vector<std::string> mine = *code_series(std::string(600, 'x')),
                                 other = *code_series(std::string(600, 'y'));
  App app = with_camera();
  app.reply(PictureRead{"https://example.org"});
  EXPECT_EQ(text_at(app, "transfer.remark"), "That is a code, but not a picture of a plan.");
  app.reply(PictureRead{mine[0]});
  EXPECT_FALSE(shows(app, "transfer.remark"));
  app.reply(PictureRead{other[1]});
  EXPECT_TRUE(text_at(app, "transfer.remark").starts_with("That picture belongs to another plan"));
  app.reply(PictureRead{mine[1].substr(0, 200)});
  EXPECT_TRUE(text_at(app, "transfer.remark").starts_with("A picture could not be read whole"));
  EXPECT_EQ(text_at(app, "transfer.progress"), "1 of 3 read.");
}

TEST(Transfer, OpensNothingFromPicturesThatIsNotSealed) {
  const App source = on_the_screen();
  App app = with_camera();
  const std::vector<std::string> plain = *code_series(write_plan(source.model().plan));
  for (const std::string& text : plain) app.reply(PictureRead{text});
  EXPECT_TRUE(app.model().plan.household.persons.empty());
  EXPECT_TRUE(text_at(app, "transfer.remark").starts_with("All pictures have been read, but together"));
  EXPECT_TRUE(shows(app, "transfer.camera"));
}

TEST(Transfer, SaysWhatIsWrongWithADamagedPlan) {
  App app = with_camera();
  app.reply(PictureRead{code_series("age-encryption.org/v1\n-> scrypt broken")->at(0)});
  EXPECT_EQ(find_node(app.screen(), "message")->tone, Tone::error);
  EXPECT_FALSE(shows(app, "pass.open"));
}

TEST(Transfer, ClosesTheCameraWithItsScreenUnderTheCoverAndOnLeaving) {
  App app = with_camera();
  app.dispatch(GoTo{ScreenId::start});
  EXPECT_TRUE(wants<StopCamera>(app.take_effects()));
  app = with_camera();
  app.dispatch(Cover{true});
  EXPECT_TRUE(wants<StopCamera>(app.take_effects()));
  app = with_camera();
  app.dispatch(Leave{});
  EXPECT_TRUE(wants<StopCamera>(app.take_effects()));
  app = with_camera();
  app.reply(CameraIs{Camera::off});
  EXPECT_TRUE(wants<StopCamera>(app.take_effects()));
  EXPECT_TRUE(shows(app, "transfer.read"));
}

TEST(Transfer, SaysWhenTheCameraMayNotBeUsedAndTriesAgain) {
  App app = with_camera();
  app.reply(CameraIs{Camera::refused});
  EXPECT_EQ(find_node(app.screen(), "transfer.camera.fault")->tone, Tone::error);
  EXPECT_TRUE(wants<StopCamera>(app.take_effects()));
  press(app, "transfer.read");
  EXPECT_TRUE(wants<StartCamera>(app.take_effects()));
  EXPECT_FALSE(shows(app, "transfer.camera.fault"));
  app.reply(CameraIs{Camera::broken});
  EXPECT_TRUE(text_at(app, "transfer.camera.fault").starts_with("The camera could not be started"));
}

TEST(Transfer, HeedsNoAnswerOfACameraThatHasBeenStopped) {
  App app = with_camera();
  press(app, "transfer.stop");
  app.reply(CameraIs{Camera::on});
  app.reply(PictureRead{code_series("x")->at(0)});
  EXPECT_EQ(app.model().session.transfer.camera, Camera::off);
  EXPECT_EQ(app.model().session.transfer.collector.count(), 0U);
}

TEST(Transfer, NeedsABrowserForTheCamera) {
  const App app = on_the_screen();
  EXPECT_TRUE(shows(app, "transfer.receive.none"));
  EXPECT_FALSE(shows(app, "transfer.read"));
}

TEST(Transfer, IsASquareForEyesAndALineForEverythingElse) {
  const App app = with_pictures();
  EXPECT_NE(screen_json(app.screen()).find("\"kind\":\"code\""), std::string::npos);
  EXPECT_NE(screen_text(app.screen()).find("(Picture 1 of "), std::string::npos);
  EXPECT_EQ(nodes_html({*find_node(app.screen(), "transfer.picture")}), "");
}

}  // namespace
}  // namespace vagval
