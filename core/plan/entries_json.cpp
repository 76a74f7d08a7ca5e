#include "plan/entries_json.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include "facts/check.h"
#include "plan/fields.h"
#include "plan/value_json.h"

namespace vagval {

namespace {

constexpr std::size_t entry_id_characters_max = 120;

bool is_in_ids(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == '/';
}

// Reads the members of one object. Keeps the first fault with its place.
class Reader {
 public:
  Reader(const Json& json, std::string at, std::optional<Error>& fault, std::vector<std::string_view> known = {})
      : json_(json), at_(std::move(at)), fault_(fault), known_(std::move(known)) {
    if (!json.object()) fail(ErrorId::wrong_type, "", "object");
  }

  void name(std::string_view key, std::string& out, bool may_be_absent = false) {
    const Json* member = take(key);
    if (!member) {
      if (!may_be_absent) fail(ErrorId::missing_name, pointer_step(key), std::string(key));
      return;
    }
    if (!member->text()) return fail(ErrorId::wrong_type, pointer_step(key), "text");
    if (!is_entry_id(*member->text())) return fail(ErrorId::missing_name, pointer_step(key), std::string(key));
    out = *member->text();
  }
  void words(std::string_view key, std::string& out, std::size_t most, bool line_ends = false) {
    const Json* member = take(key);
    if (!member) return;
    if (!member->text()) return fail(ErrorId::wrong_type, pointer_step(key), "text");
    if (const auto fault = text_fault(*member->text(), most, line_ends))
      return fail(fault->id, pointer_step(key), fault->detail);
    out = *member->text();
  }
  void lines(std::string_view key, std::string& out, std::size_t most) { words(key, out, most, true); }
  template <class Choice, class Names>
  void choice(std::string_view key, std::optional<Choice>& out, const Names& names) {
    if (const Json* member = take(key)) keep(key, read_choice(*member, out, names));
  }
  template <class Value>
  void value(std::string_view key, std::optional<Value>& out) {
    if (const Json* member = take(key)) keep(key, read_value(*member, out));
  }
  template <class Number>
  void number(std::string_view key, std::optional<Number>& out, std::int64_t least, std::int64_t most) {
    const Json* member = take(key);
    if (!member) return;
    if (!member->integer()) return fail(ErrorId::wrong_type, pointer_step(key), "whole number");
    if (*member->integer() < least || *member->integer() > most)
      return fail(ErrorId::number_out_of_range, pointer_step(key), std::to_string(least) + "–" + std::to_string(most));
    out = static_cast<Number>(*member->integer());
  }
  void ids(std::string_view key, std::vector<std::string>& out) {
    const JsonArray* list = array(key);
    if (!list) return;
    if (list->size() > after_max) return fail(ErrorId::too_many_entries, pointer_step(key), std::to_string(after_max));
    for (std::size_t i = 0; i < list->size(); ++i) {
      const std::string where = std::string(pointer_step(key)) + "/" + std::to_string(i);
      const std::string* id = (*list)[i].text();
      if (!id || !(is_entry_id(*id) || find_milestone(*id)))
        return fail(ErrorId::missing_name, where, std::string(key));
      out.push_back(*id);
    }
  }
  template <class Entry>
  void list(std::string_view key, std::vector<Entry>& out) {
    const JsonArray* list = array(key);
    if (!list) return;
    if (list->size() > entries_max)
      return fail(ErrorId::too_many_entries, pointer_step(key), std::to_string(entries_max));
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list->size() && !fault_; ++i) {
      const std::string where = std::string(pointer_step(key)) + "/" + std::to_string(i);
      Entry entry;
      Reader inner((*list)[i], at_ + where, fault_);
      if (!fault_) fields(entry, inner);
      if (!fault_ && !seen.insert(key_of(entry)).second)
        fail(ErrorId::duplicate_entry, where, key_of(entry).empty() ? std::string(key) : key_of(entry));
      out.push_back(std::move(entry));
    }
  }
  template <class Part>
  void part(std::string_view key, Part& out) {
    const Json* member = take(key);
    if (!member) return;
    Reader inner(*member, at_ + pointer_step(key), fault_);
    if (!fault_) fields(out, inner);
  }
  void unknown(UnknownMembers& out) {
    if (!json_.object()) return;
    for (const auto& [key, member] : *json_.object())
      if (std::find(known_.begin(), known_.end(), key) == known_.end()) out.emplace_back(key, member);
  }

 private:
  void fail(ErrorId id, const std::string& where, std::string detail) {
    if (!fault_) fault_ = Error{id, at_ + where, std::move(detail)};
  }
  void keep(std::string_view key, const std::optional<Error>& fault) {
    if (fault) fail(fault->id, pointer_step(key), fault->detail);
  }
  const Json* take(std::string_view key) {
    known_.push_back(key);
    const Json* member = json_.find(key);
    return !member || member->is_null() || fault_ ? nullptr : member;
  }
  const JsonArray* array(std::string_view key) {
    const Json* member = take(key);
    if (member && !member->array()) fail(ErrorId::wrong_type, pointer_step(key), "list");
    return member ? member->array() : nullptr;
  }

  const Json& json_;
  std::string at_;
  std::optional<Error>& fault_;
  std::vector<std::string_view> known_;
};

// Writes the members that have a value.
class Writer {
 public:
  explicit Writer(JsonObject& out) : out_(out) {}

  void name(std::string_view key, const std::string& text, bool = false) { words(key, text, 0); }
  void words(std::string_view key, const std::string& text, std::size_t) {
    if (!text.empty()) out_.emplace_back(key, Json{text});
  }
  void lines(std::string_view key, const std::string& text, std::size_t most) { words(key, text, most); }
  template <class Choice, class Names>
  void choice(std::string_view key, const std::optional<Choice>& choice, const Names& names) {
    if (choice) out_.emplace_back(key, Json{std::string(std::begin(names)[static_cast<std::ptrdiff_t>(*choice)])});
  }
  template <class Value>
  void value(std::string_view key, const std::optional<Value>& value) {
    if (value) out_.emplace_back(key, json_of(*value));
  }
  template <class Number>
  void number(std::string_view key, const std::optional<Number>& number, std::int64_t, std::int64_t) {
    if (number) out_.emplace_back(key, Json{static_cast<std::int64_t>(*number)});
  }
  void ids(std::string_view key, const std::vector<std::string>& ids) {
    JsonArray list;
    for (const std::string& id : ids) list.push_back(Json{id});
    if (!list.empty()) out_.emplace_back(key, Json{std::move(list)});
  }
  template <class Entry>
  void list(std::string_view key, const std::vector<Entry>& entries) {
    JsonArray list;
    for (const Entry& entry : entries) {
      JsonObject object;
      fields(entry, Writer(object));
      list.push_back(Json{std::move(object)});
    }
    if (!list.empty()) out_.emplace_back(key, Json{std::move(list)});
  }
  template <class Part>
  void part(std::string_view key, const Part& part) {
    JsonObject object;
    fields(part, Writer(object));
    if (!object.empty()) out_.emplace_back(key, Json{std::move(object)});
  }
  void unknown(const UnknownMembers& unknown) { out_.insert(out_.end(), unknown.begin(), unknown.end()); }

 private:
  JsonObject& out_;
};

}  // namespace

bool is_entry_id(std::string_view id) {
  return !id.empty() && id.size() <= entry_id_characters_max && std::all_of(id.begin(), id.end(), is_in_ids);
}

bool is_field_name(std::string_view name) {
  return (name.starts_with("field.") || name.starts_with("set.")) && name.size() <= field_max &&
         std::all_of(name.begin(), name.end(), is_in_ids);
}

std::optional<Error> read_entries(const Json& json, Plan& plan, const std::vector<std::string_view>& known) {
  std::optional<Error> fault;
  fields(plan, Reader(json, "", fault, known));
  for (std::size_t i = 0; i < plan.drafts.size() && !fault; ++i)
    if (!is_field_name(plan.drafts[i].field) || plan.drafts[i].text.empty())
      fault = Error{ErrorId::missing_id, "/drafts/" + std::to_string(i), ""};
  return fault;
}

void write_entries(const Plan& plan, JsonObject& out) { fields(plan, Writer(out)); }

}  // namespace vagval
