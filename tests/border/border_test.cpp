// The messages of the page to the core: every kind, and every form that is not well formed.
#include "border.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <variant>

#include "files.h"
#include "foundation/json.h"

namespace vagval {
namespace {

using border::Member;
using border::Reading;
using border::Shape;
using border::Tell;
using border::Type;

constexpr std::int64_t few_bytes = 3;

Json good_value(const Member& member);

Json good_object(const Member* members, std::size_t count) {
  JsonObject out;
  for (const Member* member = members; member != members + count; ++member)
    out.emplace_back(std::string(member->name), good_value(*member));
  return {std::move(out)};
}

std::int64_t good_size(const Member& member) { return member.least > 0 ? member.least : few_bytes; }

Json good_value(const Member& member) {
  switch (member.type) {
    case Type::flag:
      return {true};
    case Type::text:
      return {std::string("å")};
    case Type::texts:
      return {JsonArray{{std::string("sv")}, {std::string("en")}}};
    case Type::whole:
      return {member.most};
    case Type::choice:
      return {std::string(member.choices[member.choice_count - 1])};
    case Type::bytes:
      return {good_size(member)};
    case Type::records:
      return {JsonArray{good_object(member.members, member.member_count)}};
  }
  return {};
}

JsonObject good_message(const Shape& shape) {
  JsonObject out{{"kind", {std::string(shape.name)}}};
  const Json members = good_object(shape.members, shape.member_count);
  out.insert(out.end(), members.object()->begin(), members.object()->end());
  return out;
}

/// As many bytes as the message says.
std::string bytes_for(const Shape& shape) {
  std::size_t size = 0;
  for (const Member* member = shape.members; member != shape.members + shape.member_count; ++member)
    if (member->type == Type::bytes) size += static_cast<std::size_t>(good_size(*member));
  return std::string(size, 'x');
}

Reading told(const JsonObject& message, std::string bytes = {}) {
  return border::read_told(write_json({message}), std::move(bytes));
}
std::string fault(std::string_view words, std::string bytes = {}) {
  const Reading read = border::read_told(words, std::move(bytes));
  EXPECT_FALSE(read.told.has_value()) << words;
  return read.error;
}

Json& member_of(JsonObject& message, std::string_view name) {
  for (auto& entry : message)
    if (entry.first == name) return entry.second;
  std::abort();
}

/// The alternative of the reply that a well-formed message is.
template <class Wanted>
Wanted reply(std::string_view words, std::string bytes = {}) {
  Reading read = border::read_told(words, std::move(bytes));
  EXPECT_EQ(read.error, "");
  if (!read.told) return {};
  const std::optional<Reply> made = border::reply_of(*read.told);
  const Wanted* const found = made ? made->template get<Wanted>() : nullptr;
  EXPECT_TRUE(found) << words;
  return found ? *found : Wanted{};
}

TEST(Border, TakesEveryKindThatHasAllItsMembers) {
  for (const Shape& shape : border::tells) {
    const Reading read = told(good_message(shape), bytes_for(shape));
    EXPECT_EQ(read.error, "") << shape.name;
    ASSERT_TRUE(read.told.has_value()) << shape.name;
    EXPECT_EQ(border::tells[static_cast<std::size_t>(read.told->kind)].name, shape.name);
  }
}

TEST(Border, NamesTheMemberThatIsMissing) {
  for (const Shape& shape : border::tells)
    for (const Member* member = shape.members; member != shape.members + shape.member_count; ++member) {
      JsonObject message = good_message(shape);
      for (std::size_t i = 0; i < message.size(); ++i)
        if (message[i].first == member->name) message.erase(message.begin() + static_cast<std::ptrdiff_t>(i--));
      const Reading read = told(message, bytes_for(shape));
      if (member->optional) {
        EXPECT_TRUE(read.told.has_value()) << shape.name << " without " << member->name;
      } else {
        EXPECT_EQ(read.error, std::string(shape.name) + "." + std::string(member->name) + ": is missing");
      }
    }
}

TEST(Border, RefusesAMemberOfAnotherType) {
  const std::map<Type, std::set<std::size_t>> right = {{Type::flag, {1}},   {Type::whole, {2}}, {Type::bytes, {2}},
                                                       {Type::text, {3}},   {Type::choice, {}}, {Type::texts, {4, 5}},
                                                       {Type::records, {4}}};
  const std::vector<Json> values = {{nullptr},          {true},
                                    {std::int64_t{17}}, {std::string("no word of a list")},
                                    {JsonArray{}},      {JsonArray{{std::string("no record")}}},
                                    {JsonObject{}}};
  for (const Shape& shape : border::tells)
    for (const Member* member = shape.members; member != shape.members + shape.member_count; ++member)
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (right.at(member->type).contains(i)) continue;
        JsonObject message = good_message(shape);
        member_of(message, member->name) = values[i];
        const Reading read = told(message, bytes_for(shape));
        EXPECT_FALSE(read.told.has_value()) << write_json({message});
        EXPECT_EQ(read.error.find(std::string(shape.name) + "." + std::string(member->name)), 0U) << read.error;
      }
}

TEST(Border, RefusesNumbersOutOfTheirRange) {
  constexpr std::int64_t largest = 9007199254740991;
  for (const Shape& shape : border::tells)
    for (const Member* member = shape.members; member != shape.members + shape.member_count; ++member) {
      if (member->type != Type::whole) continue;
      for (const std::int64_t wrong : {member->least - 1, member->most + 1, -largest, largest}) {
        if (wrong > largest || (wrong >= member->least && wrong <= member->most)) continue;
        JsonObject message = good_message(shape);
        member_of(message, member->name) = {wrong};
        EXPECT_EQ(told(message, bytes_for(shape)).error,
                  std::string(shape.name) + "." + std::string(member->name) + ": is out of range");
      }
    }
  for (const char* number : {"1e999", "99999999999999999999999999", "0.5", "-9007199254740993", "NaN"})
    EXPECT_EQ(fault(R"({"kind": "stretching", "thousandths": )" + std::string(number) + "}")
                  .find("what was told is not JSON"),
              0U)
        << number;
}

TEST(Border, RefusesMembersThatNoShapeHas) {
  for (const Shape& shape : border::tells) {
    JsonObject message = good_message(shape);
    message.emplace_back("more", Json{true});
    EXPECT_EQ(told(message, bytes_for(shape)).error,
              std::string(shape.name) + ": has a member that its shape does not have");
  }
  EXPECT_EQ(fault(R"({"kind": "device", "has_plan": true, "shared": false, "build": "", "policy": "",
                      "stored": [{"name": "plan", "bytes": 1, "text": "mine"}]})"),
            "device.stored: has a member that its shape does not have");
}

TEST(Border, RefusesWhatIsNoMessageAtAll) {
  EXPECT_EQ(fault(""), "what was told is not JSON: not_json");
  EXPECT_EQ(fault("{\"kind\": \"leave\""), "what was told is not JSON: not_json");
  EXPECT_EQ(fault("{\"kind\": \"leave\", \"kind\": \"back\"}"), "what was told is not JSON: duplicate_key");
  EXPECT_EQ(fault("{\"kind\": \"focus\", \"id\": \"\xFF\"}"), "what was told is not JSON: not_utf8");
  EXPECT_EQ(fault(std::string(1000, '[')), "what was told is not JSON: too_deep");
  EXPECT_EQ(fault("null"), "what was told has no kind");
  EXPECT_EQ(fault("[]"), "what was told has no kind");
  EXPECT_EQ(fault("{}"), "what was told has no kind");
  EXPECT_EQ(fault(R"({"kind": 3})"), "what was told has no kind");
  EXPECT_EQ(fault(R"({"kind": "sell"})"), "what was told is of no kind that there is");
  EXPECT_EQ(fault(R"({"kind": ""})"), "what was told is of no kind that there is");
}

TEST(Border, SaysNothingOfWhatAPersonHasWritten) {
  const std::string own = "min hemlighet";
  for (const Shape& shape : border::tells)
    for (const Member* member = shape.members; member != shape.members + shape.member_count; ++member) {
      JsonObject message = good_message(shape);
      member_of(message, member->name) = {JsonObject{{own, {own}}}};
      EXPECT_EQ(told(message, bytes_for(shape)).error.find(own), std::string::npos);
    }
  EXPECT_EQ(fault("{\"kind\": \"" + own + "\"}").find(own), std::string::npos);
  EXPECT_EQ(fault("{\"kind\": \"leave\", \"" + own + "\": 1}").find(own), std::string::npos);
  EXPECT_EQ(fault("{\"kind\": \"leave\", \"" + own).find(own), std::string::npos);
}

TEST(Border, TakesATextOfAnyLength) {
  const std::string long_text(3'000'000, 'a');
  const Reading read = told({{"kind", {std::string("gesture")}},
                             {"verb", {std::string("edit")}},
                             {"id", {std::string("field.note")}},
                             {"text", {long_text}},
                             {"at_ms", {std::int64_t{0}}}});
  ASSERT_EQ(read.error, "");
  EXPECT_EQ(read.told->text("text"), long_text);
}

TEST(Border, GivesEachMemberItsOwnBytes) {
  const KeptIs kept = reply<KeptIs>(R"({"kind": "kept", "bytes": 4, "before": 2})", "planno");
  EXPECT_EQ(kept.bytes, "plan");
  EXPECT_EQ(kept.before, "no");
  const KeptIs turned = reply<KeptIs>(R"({"kind": "kept", "before": 2, "bytes": 4})", "noplan");
  EXPECT_EQ(turned.bytes, "plan");
  EXPECT_EQ(turned.before, "no");
  const KeptIs alone = reply<KeptIs>(R"({"kind": "kept", "before": 0, "bytes": 4})", "plan");
  EXPECT_EQ(alone.bytes, "plan");
  EXPECT_EQ(alone.before, "");
  const KeptIs nothing = reply<KeptIs>(R"({"kind": "kept", "before": 0, "bytes": 0})");
  EXPECT_EQ(nothing.bytes + nothing.before, "");
}

TEST(Border, DoesNotCopyTheBytesOfAFile) {
  std::string plan(500'000, 'p');
  const char* const lies_at = plan.data();
  Reading read = border::read_told(R"({"kind": "file_given", "bytes": 500000})", std::move(plan));
  ASSERT_TRUE(read.told.has_value());
  const std::optional<Reply> made = border::reply_of(*read.told);
  EXPECT_EQ(made->get<FileGiven>()->bytes.data(), lies_at);
}

TEST(Border, RefusesMoreBytesThanAreSaidAndFewer) {
  EXPECT_EQ(fault(R"({"kind": "file_given", "bytes": 4})", "pla"), "file_given: fewer bytes have come than it says");
  EXPECT_EQ(fault(R"({"kind": "file_given", "bytes": 4})", "plans"), "file_given: more bytes have come than it says");
  EXPECT_EQ(fault(R"({"kind": "file_given", "bytes": -1})", "p"), "file_given.bytes: has a wrong number of bytes");
  EXPECT_EQ(fault(R"({"kind": "kept", "bytes": 9007199254740991, "before": 9007199254740991})", "p"),
            "kept: fewer bytes have come than it says");
  EXPECT_EQ(fault(R"({"kind": "leave"})", "p"), "leave: more bytes have come than it says");
  EXPECT_EQ(fault(R"({"kind": "stretched", "key": 31})", std::string(31, 'k')),
            "stretched.key: has a wrong number of bytes");
}

TEST(Border, MakesTheActionsOfTheCore) {
  EXPECT_EQ(reply<CameraIs>(R"({"kind": "camera", "state": "refused"})").camera, Camera::refused);
  EXPECT_EQ(reply<PageIs>(R"({"kind": "page", "page": "plain"})").page, PageShown::plain);
  EXPECT_EQ(reply<VoicesAre>(R"({"kind": "voices", "languages": ["sv", "ar"]})").languages,
            (std::vector<std::string>{"sv", "ar"}));
  const FileNotOpened large =
      reply<FileNotOpened>(R"({"kind": "file_not_opened", "name": "a.json", "too_large": true})");
  EXPECT_EQ(large.error, (Error{ErrorId::file_too_large, "", "a.json"}));
  const Saved saved = reply<Saved>(R"({"kind": "saved", "name": "plan.json", "aside": true})");
  EXPECT_TRUE(saved.name == "plan.json" && saved.aside && saved.handed && !saved.renamed);
  const DeviceUnread silent = reply<DeviceUnread>(
      R"({"kind": "device_unread", "why": "silent", "asked": false, "erasing": true, "shared": true})");
  EXPECT_TRUE(silent.why == Unread::silent && !silent.asked && silent.erasing && silent.shared);
  const DeviceIs bare =
      reply<DeviceIs>(R"({"kind": "device", "has_plan": true, "shared": false, "build": "b", "policy": "p"})");
  EXPECT_TRUE(bare.has_plan && !bare.erased && bare.stored.empty() && bare.erasing == DeviceIs::Erasing::done);
  const DeviceIs whole = reply<DeviceIs>(
      R"({"kind": "device", "has_plan": false, "shared": true, "build": "b", "policy": "p", "erased": true,
          "erasing": "blocked", "stored": [{"name": "program", "bytes": 3000000}]})");
  EXPECT_TRUE(whole.erased && whole.shared && whole.erasing == DeviceIs::Erasing::blocked);
  EXPECT_EQ(whole.stored, (std::vector<Stored>{{"program", 3'000'000}}));
  const LanguagesToCome to_come = reply<LanguagesToCome>(
      R"({"kind": "to_come", "languages": [{"language": "ar", "name": "n", "coming": "c", "missing": "m", "again": "a",
          "rtl": true, "whole": false, "late": true}]})");
  ASSERT_EQ(to_come.languages.size(), 1U);
  LanguageToCome arabic;
  arabic.language = "ar";
  arabic.name = "n";
  arabic.coming = "c";
  arabic.missing = "m";
  arabic.again = "a";
  arabic.right_to_left = arabic.late = true;
  EXPECT_EQ(to_come.languages.front(), arabic);
}

/// The page's own code.
std::string page_code() {
  std::string out;
  for (const char* folder : {"web", "web/host", "web/mirror"})
    for (const std::string& file : tests::names_in(folder, ".js")) out += tests::read(std::string(folder) + "/" + file);
  return out;
}

TEST(Border, HasEveryKindThatThePageTellsAndNoOther) {
  std::set<std::string> known, said;
  for (const Shape& shape : border::tells) known.insert(std::string(shape.name));
  const std::string page = page_code(), begins = "tell('";
  for (std::size_t at = page.find(begins); at != std::string::npos; at = page.find(begins, at + 1)) {
    const std::size_t from = at + begins.size();
    said.insert(page.substr(from, page.find('\'', from) - from));
  }
  EXPECT_EQ(said, known);
}

TEST(Border, HasAPageThatCarriesOutEveryWish) {
  const std::string page = page_code();
  const std::size_t from = page.find("const wishes = {");
  ASSERT_NE(from, std::string::npos);
  const std::string wishes = page.substr(from, page.find("\n  };", from) - from);
  for (const std::string_view name : border::effect_names) {
    const std::string word(name);
    const bool there = wishes.find(" " + word + ":") != std::string::npos ||
                       wishes.find(" " + word + ",") != std::string::npos ||
                       wishes.find(" " + word + "(") != std::string::npos;
    EXPECT_TRUE(there) << name;
  }
}

}  // namespace
}  // namespace vagval
