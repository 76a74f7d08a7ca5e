#include "border.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "screen/screen.h"

namespace vagval::border {

namespace {

// The lists name the values of the core's own types, in their order.
template <std::size_t N>
constexpr bool stands_at(const std::string_view (&list)[N], auto value, std::string_view name) {
  const auto at = static_cast<std::size_t>(value);
  return at < N && list[at] == name;
}
static_assert(std::size(cameras) == 7 && stands_at(cameras, Camera::off, "off") &&
              stands_at(cameras, Camera::asked, "asked") && stands_at(cameras, Camera::on, "on") &&
              stands_at(cameras, Camera::refused, "refused") && stands_at(cameras, Camera::broken, "broken") &&
              stands_at(cameras, Camera::hidden, "hidden") && stands_at(cameras, Camera::no_reader, "no_reader"));
static_assert(std::size(pages) == 3 && stands_at(pages, PageShown::only, "only") &&
              stands_at(pages, PageShown::drawn, "drawn") && stands_at(pages, PageShown::plain, "plain"));
static_assert(std::size(unread) == 5 && stands_at(unread, Unread::no, "no") &&
              stands_at(unread, Unread::refused, "refused") && stands_at(unread, Unread::newer, "newer") &&
              stands_at(unread, Unread::strange, "strange") && stands_at(unread, Unread::silent, "silent"));
static_assert(std::size(erasings) == 3 && stands_at(erasings, DeviceIs::Erasing::done, "done") &&
              stands_at(erasings, DeviceIs::Erasing::blocked, "blocked") &&
              stands_at(erasings, DeviceIs::Erasing::failed, "failed"));
static_assert(std::size(verbs) == 5 && stands_at(verbs, Gesture::Verb::activate, "activate") &&
              stands_at(verbs, Gesture::Verb::edit, "edit") && stands_at(verbs, Gesture::Verb::commit, "commit") &&
              stands_at(verbs, Gesture::Verb::hold, "hold") && stands_at(verbs, Gesture::Verb::release, "release"));

// A person may paste a text of any length; the core refuses a long one with words.
constexpr JsonLimits limits{std::numeric_limits<std::size_t>::max(), 8, 100'000};

constexpr std::string_view kind_member = "kind";

struct Members {
  const Member* first;
  std::size_t count;
};

// Checks against the shapes; the first fault ends it.
struct Checker {
  std::string error;

  bool fault(std::string_view where, std::string_view what) {
    error = std::string(where) + ": " + std::string(what);
    return false;
  }

  bool value(const Member& member, const Json& json, const std::string& where) {
    switch (member.type) {
      case Type::flag:
        return json.boolean() || fault(where, "has to be true or false");
      case Type::text:
        return json.text() || fault(where, "has to be a text");
      case Type::texts:
        return (json.array() && std::all_of(json.array()->begin(), json.array()->end(),
                                            [](const Json& one) { return one.text() != nullptr; })) ||
               fault(where, "has to be a list of texts");
      case Type::whole:
        if (!json.integer()) return fault(where, "has to be a whole number");
        return (*json.integer() >= member.least && *json.integer() <= member.most) || fault(where, "is out of range");
      case Type::choice:
        if (!json.text()) return fault(where, "has to be a text");
        return std::find(member.choices, member.choices + member.choice_count, *json.text()) !=
                   member.choices + member.choice_count ||
               fault(where, "is not in its list");
      case Type::bytes:
        if (!json.integer()) return fault(where, "has to say how many bytes there are");
        return (*json.integer() >= member.least && *json.integer() <= member.most) ||
               fault(where, "has a wrong number of bytes");
      case Type::records:
        return records(member, json, where);
    }
    return false;
  }

  bool records(const Member& member, const Json& json, const std::string& where) {
    if (!json.array()) return fault(where, "has to be a list");
    for (const Json& one : *json.array())
      if (!object({member.members, member.member_count}, one, where, false)) return false;
    return true;
  }

  bool object(const Members& shape, const Json& json, const std::string& where, bool has_kind) {
    if (!json.object()) return fault(where, "has to be an object");
    const Member* const end = shape.first + shape.count;
    for (const Member* member = shape.first; member != end; ++member) {
      const std::string inner = where + "." + std::string(member->name);
      const Json* const found = json.find(member->name);
      if (!found && !member->optional) return fault(inner, "is missing");
      if (found && !value(*member, *found, inner)) return false;
    }
    for (const auto& entry : *json.object()) {
      const bool known = (has_kind && entry.first == kind_member) ||
                         std::any_of(shape.first, end, [&](const Member& one) { return one.name == entry.first; });
      if (!known) return fault(where, "has a member that its shape does not have");
    }
    return true;
  }
};

// Gives each member that is bytes its own, in the order of the message.
bool share_out(const Members& shape, std::string bytes, Told& told, std::string& error) {
  std::size_t at = 0;
  for (const auto& entry : *told.members.object()) {
    const bool is_bytes = std::any_of(shape.first, shape.first + shape.count, [&](const Member& one) {
      return one.type == Type::bytes && one.name == entry.first;
    });
    if (!is_bytes) continue;
    const auto size = static_cast<std::uint64_t>(*entry.second.integer());
    if (size > bytes.size() - at) {
      error = std::string(tells[static_cast<std::size_t>(told.kind)].name) + ": fewer bytes have come than it says";
      return false;
    }
    const auto length = static_cast<std::size_t>(size);
    if (length == bytes.size()) {  // a whole plan is not copied
      told.parts.emplace_back(entry.first, std::move(bytes));
      bytes.clear();
      at = 0;
    } else {
      told.parts.emplace_back(entry.first, bytes.substr(at, length));
      at += length;
    }
  }
  if (at == bytes.size()) return true;
  error = std::string(tells[static_cast<std::size_t>(told.kind)].name) + ": more bytes have come than it says";
  return false;
}

const Json* member_of(const Told& told, std::string_view name) { return told.members.find(name); }

LanguageToCome language_to_come(const Json& about) {
  const auto words = [&about](const char* name) { return *about.find(name)->text(); };
  const auto yes = [&about](const char* name) { return *about.find(name)->boolean(); };
  LanguageToCome one;
  one.language = words("language");
  one.name = words("name");
  one.coming = words("coming");
  one.missing = words("missing");
  one.again = words("again");
  one.right_to_left = yes("rtl");
  one.whole = yes("whole");
  one.late = yes("late");
  return one;
}

DeviceIs device(const Told& told) {
  DeviceIs is;
  is.has_plan = told.flag("has_plan");
  is.shared = told.flag("shared");
  is.erased = told.flag("erased");
  is.erasing = static_cast<DeviceIs::Erasing>(told.choice("erasing"));
  is.build = told.text("build");
  is.policy = told.text("policy");
  if (const Json* stored = member_of(told, "stored"))
    for (const Json& one : *stored->array())
      is.stored.push_back({*one.find("name")->text(), *one.find("bytes")->integer()});
  return is;
}

DeviceUnread device_unread(const Told& told) {
  DeviceUnread out;
  out.why = static_cast<Unread>(told.choice("why"));
  out.asked = told.flag("asked");
  out.erasing = told.flag("erasing");
  out.shared = told.flag("shared");
  return out;
}

LanguagesToCome to_come(const Told& told) {
  LanguagesToCome all;
  for (const Json& one : *member_of(told, "languages")->array()) all.languages.push_back(language_to_come(one));
  return all;
}

}  // namespace

const std::string& Told::text(std::string_view name) const {
  static const std::string none;
  const Json* const found = member_of(*this, name);
  return found && found->text() ? *found->text() : none;
}

std::vector<std::string> Told::texts(std::string_view name) const {
  std::vector<std::string> out;
  const Json* const found = member_of(*this, name);
  if (found && found->array())
    for (const Json& one : *found->array()) out.push_back(*one.text());
  return out;
}

bool Told::flag(std::string_view name) const {
  const Json* const found = member_of(*this, name);
  return found && found->boolean() && *found->boolean();
}

std::int64_t Told::whole(std::string_view name) const {
  const Json* const found = member_of(*this, name);
  return found && found->integer() ? *found->integer() : 0;
}

std::size_t Told::choice(std::string_view name) const {
  const Shape& shape = tells[static_cast<std::size_t>(kind)];
  for (const Member* member = shape.members; member != shape.members + shape.member_count; ++member) {
    if (member->name != name || member->type != Type::choice) continue;
    const std::string_view* const end = member->choices + member->choice_count;
    const std::string_view* const found = std::find(member->choices, end, text(name));
    return found == end ? 0 : static_cast<std::size_t>(found - member->choices);
  }
  return 0;
}

std::string& Told::bytes(std::string_view name) {
  static std::string none;
  for (auto& part : parts)
    if (part.first == name) return part.second;
  none.clear();
  return none;
}

Reading read_told(std::string_view words, std::string bytes) {
  Result<Json> json = read_json(words, limits);
  if (!json) return {std::nullopt, "what was told is not JSON: " + std::string(error_name(json.error().id))};
  const Json* const kind = json->find(kind_member);
  if (!kind || !kind->text()) return {std::nullopt, "what was told has no kind"};
  const Shape* const shape =
      std::find_if(std::begin(tells), std::end(tells), [&](const Shape& one) { return one.name == *kind->text(); });
  if (shape == std::end(tells)) return {std::nullopt, "what was told is of no kind that there is"};
  const Members members{shape->members, shape->member_count};
  Checker checker;
  if (!checker.object(members, *json, std::string(shape->name), true)) return {std::nullopt, std::move(checker.error)};
  Reading out;
  Told told;
  told.kind = static_cast<Tell>(shape - std::begin(tells));
  told.members = std::move(*json);
  if (share_out(members, std::move(bytes), told, out.error)) out.told = std::move(told);
  return out;
}

std::optional<Action> action_of(const Told& told) {
  switch (told.kind) {
    case Tell::choose_language:
      return ChooseLanguage{told.text("language")};
    case Tell::leave:
      return Leave{};
    case Tell::cover:
      return Cover{told.flag("on")};
    case Tell::back:
      return GoBack{};
    case Tell::forward:
      return GoForward{};
    default:
      return std::nullopt;
  }
}

std::optional<Reply> reply_of(Told& told) {
  switch (told.kind) {
    case Tell::to_come:
      return to_come(told);
    case Tell::browser_letters:
      return BrowserLetters{static_cast<int>(told.whole("percent"))};
    case Tell::page:
      return PageIs{static_cast<PageShown>(told.choice("page"))};
    case Tell::voices:
      return VoicesAre{told.texts("languages")};
    case Tell::reading_ended:
      return ReadingEnded{};
    case Tell::file_opened:
      return FileOpened{told.text("name"), std::move(told.bytes("bytes"))};
    case Tell::file_not_opened:
      return FileNotOpened{
          {told.flag("too_large") ? ErrorId::file_too_large : ErrorId::cannot_read_file, "", told.text("name")}};
    case Tell::file_given:
      return FileGiven{std::move(told.bytes("bytes"))};
    case Tell::file_not_given:
      return FileNotGiven{};
    case Tell::saved:
      return Saved{.name = told.text("name"), .aside = told.flag("aside"), .handed = true};
    case Tell::save_failed:
      return SaveFailed{{ErrorId::cannot_write_file, "", told.text("name")}};
    case Tell::taken:
      return Taken{.name = told.text("name"), .handed = true};
    case Tell::stretching:
      return StretchedTo{static_cast<int>(told.whole("thousandths"))};
    case Tell::device:
      return device(told);
    case Tell::device_unread:
      return device_unread(told);
    case Tell::kept:
      return KeptIs{std::move(told.bytes("bytes")), std::move(told.bytes("before"))};
    case Tell::kept_elsewhere:
      return KeptElsewhere{told.flag("erased")};
    case Tell::kept_now:
      return KeptNow{};
    case Tell::keep_failed:
      return KeepFailed{};
    case Tell::newer_program:
      return NewerProgram{};
    case Tell::next_picture:
      return PictureDue{};
    case Tell::camera_there:
      return CameraThere{};
    case Tell::camera:
      return CameraIs{static_cast<Camera>(told.choice("state"))};
    case Tell::picture_read:
      return PictureRead{told.text("text")};
    case Tell::choose_language:
    case Tell::leave:
    case Tell::cover:
    case Tell::back:
    case Tell::forward:
    case Tell::start:
    case Tell::today:
    case Tell::words:
    case Tell::letters:
    case Tell::prefers:
    case Tell::open_canvas:
    case Tell::lose_canvas:
    case Tell::restore_canvas:
    case Tell::seen_again:
    case Tell::resize:
    case Tell::focus:
    case Tell::gesture:
    case Tell::shortcut:
    case Tell::stretch_begin:
    case Tell::stretch_end:
    case Tell::stretched:
    case Tell::not_stretched:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace vagval::border
