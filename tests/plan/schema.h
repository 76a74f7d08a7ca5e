// The part of JSON Schema (2020-12) that the schemas in assets/schema use. A keyword outside it is a fault too, because
// the validator would skip it.
#pragma once

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"

namespace vagval::tests {

/// \returns the deviations of `json` from the schema, each with its JSON pointer.
class Schema {
 public:
  explicit Schema(Json root) : root_(std::move(root)) {}

  const Json& root() const { return root_; }
  std::vector<std::string> faults(const Json& json) const {
    std::vector<std::string> out;
    check(root_, json, "", out);
    return out;
  }

 private:
  using Faults = std::vector<std::string>;

  static bool is_of_type(std::string_view type, const Json& json) {
    return (type == "object" && json.object()) || (type == "array" && json.array()) ||
           (type == "string" && json.text()) || (type == "integer" && json.integer()) ||
           (type == "boolean" && json.boolean()) || (type == "null" && json.is_null());
  }
  static std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }

  void check(const Json& schema, const Json& json, const std::string& at, Faults& out) const {
    // The schema `false` allows no value.
    if (schema.boolean()) {
      if (!*schema.boolean()) out.push_back(at + ": not allowed");
      return;
    }
    for (const auto& [keyword, about] : *schema.object())
      if (!one(keyword, about, schema, json, at, out)) out.push_back(at + ": the test knows no " + keyword);
  }

  // Returns whether the keyword is known.
  bool one(std::string_view keyword, const Json& about, const Json& schema, const Json& json, const std::string& at,
           Faults& out) const {
    const auto expect = [&](bool holds, const std::string& what) {
      if (!holds) out.push_back(at + ": " + what + " " + write_json(about));
    };
    const JsonArray* const list = about.array();
    const std::int64_t number = about.integer() ? *about.integer() : 0;
    if (keyword == "$schema" || keyword == "title" || keyword == "description" || keyword == "$defs" ||
        keyword == "$id" || keyword == "$comment")
      return true;
    if (keyword == "$ref") return check(*referred(*about.text()), json, at, out), true;
    if (keyword == "type") {
      const bool is = list ? std::any_of(list->begin(), list->end(),
                                         [&](const Json& type) { return is_of_type(*type.text(), json); })
                           : is_of_type(*about.text(), json);
      return expect(is, "type"), true;
    }
    if (keyword == "const") return expect(json == about, "const"), true;
    if (keyword == "enum") return expect(std::find(list->begin(), list->end(), json) != list->end(), "enum"), true;
    if (keyword == "pattern")
      return expect(!json.text() || std::regex_search(*json.text(), pattern(*about.text())), "pattern"), true;
    if (keyword == "minLength")
      return expect(!json.text() || characters(*json.text()) >= static_cast<std::size_t>(number), "minLength"), true;
    if (keyword == "maxLength")
      return expect(!json.text() || characters(*json.text()) <= static_cast<std::size_t>(number), "maxLength"), true;
    if (keyword == "minimum") return expect(!json.integer() || *json.integer() >= number, "minimum"), true;
    if (keyword == "maximum") return expect(!json.integer() || *json.integer() <= number, "maximum"), true;
    if (keyword == "minItems")
      return expect(!json.array() || json.array()->size() >= static_cast<std::size_t>(number), "minItems"), true;
    if (keyword == "maxItems")
      return expect(!json.array() || json.array()->size() <= static_cast<std::size_t>(number), "maxItems"), true;
    if (keyword == "minProperties")
      return expect(!json.object() || json.object()->size() >= static_cast<std::size_t>(number), "minProperties"), true;
    if (keyword == "uniqueItems") {
      for (std::size_t i = 0; json.array() && *about.boolean() && i < json.array()->size(); ++i)
        expect(std::count(json.array()->begin(), json.array()->end(), (*json.array())[i]) == 1, "uniqueItems");
      return true;
    }
    if (keyword == "required") {
      for (const Json& name : *list)
        if (json.object() && !json.find(*name.text())) out.push_back(at + ": without " + *name.text());
      return true;
    }
    if (keyword == "properties") {
      for (const auto& [name, of] : *about.object())
        if (const Json* const member = json.find(name)) check(of, *member, at + pointer_step(name), out);
      return true;
    }
    if (keyword == "propertyNames" || keyword == "additionalProperties") {
      if (!json.object()) return true;
      const Json* const named = keyword == "additionalProperties" ? schema.find("properties") : nullptr;
      for (const auto& [name, member] : *json.object()) {
        if (named && named->find(name)) continue;
        check(about, keyword == "propertyNames" ? Json{name} : member, at + pointer_step(name), out);
      }
      return true;
    }
    if (keyword == "prefixItems") {
      for (std::size_t i = 0; json.array() && i < std::min(list->size(), json.array()->size()); ++i)
        check((*list)[i], (*json.array())[i], at + "/" + std::to_string(i), out);
      return true;
    }
    if (keyword == "items") {
      const Json* const first = schema.find("prefixItems");
      for (std::size_t i = first ? first->array()->size() : 0; json.array() && i < json.array()->size(); ++i)
        check(about, (*json.array())[i], at + "/" + std::to_string(i), out);
      return true;
    }
    if (keyword == "if") {
      Faults unless;
      check(about, json, at, unless);
      if (const Json* const next = schema.find(unless.empty() ? "then" : "else")) check(*next, json, at, out);
      return true;
    }
    if (keyword == "then" || keyword == "else") return schema.find("if") != nullptr;
    if (keyword == "not") {
      Faults of_this;
      check(about, json, at, of_this);
      return expect(!of_this.empty(), "not"), true;
    }
    if (keyword == "allOf") {
      for (const Json& part : *list) check(part, json, at, out);
      return true;
    }
    if (keyword == "oneOf" || keyword == "anyOf") {
      Faults of_all;
      std::size_t fitting = 0;
      for (const Json& choice : *list) {
        Faults of_this;
        check(choice, json, at, of_this);
        fitting += of_this.empty();
        of_all.insert(of_all.end(), of_this.begin(), of_this.end());
      }
      if (fitting == 1 || (keyword == "anyOf" && fitting > 1)) return true;
      out.push_back(at + ": fits " + std::to_string(fitting) + " of " + std::string(keyword));
      out.insert(out.end(), of_all.begin(), of_all.end());
      return true;
    }
    return false;
  }

  // Cached, because compiling one takes longer than using it.
  const std::regex& pattern(const std::string& text) const {
    const auto found = patterns_.find(text);
    return found != patterns_.end() ? found->second : patterns_.emplace(text, std::regex(text)).first->second;
  }

  // "#/$defs/id"
  const Json* referred(std::string_view pointer) const {
    const Json* out = &root_;
    for (std::size_t at = pointer.find('/'); out && at != std::string_view::npos;) {
      const std::size_t end = pointer.find('/', at + 1);
      out = out->find(pointer.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
      at = end;
    }
    return out;
  }

  Json root_;
  mutable std::map<std::string, std::regex> patterns_;
};

}  // namespace vagval::tests
