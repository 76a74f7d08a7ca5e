// A value, or the reason why there is none. Expected failures are values; no exception is thrown.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vagval {

/// Errors in input. The catalogue has their words: `error.<name>.what` says which fault it is, `error.<name>.do` how to
/// mend it. Keep `error_names` in result.cpp in the same order.
enum class ErrorId : std::uint8_t {
  file_too_large,       ///< over 1 MB
  not_utf8,             ///< detail = byte offset
  not_json,             ///< detail = byte offset
  too_deep,             ///< nested deeper than 32 levels
  too_many_values,      ///< over 200 000
  duplicate_key,        ///< detail = the key
  number_not_whole,     ///< a fraction, an exponent or a number beyond 2^53
  wrong_type,           ///< detail = what was expected ("text", "true or false", "whole number", "list", "object")
  wrong_format,         ///< not a plan file
  future_version,       ///< detail = its version
  unknown_choice,       ///< detail = the word found
  no_such_date,         ///< detail = the text found
  year_out_of_range,    ///< detail = the year
  born_in_future,       ///< detail = the date
  birth_contradiction,  ///< birth_date and birth_year of a file before version 3 differ
  not_a_country,        ///< detail = the text found
  destination_is_sweden,
  text_too_long,     ///< detail = the limit in characters
  text_has_control,  ///< control or bidi control characters in a text
  missing_id,        ///< a person without an id
  duplicate_person,  ///< detail = the id
  two_applicants,
  two_partners,   ///< two people are the applicant's spouse or cohabitant
  tie_to_nobody,  ///< detail = the id that is not in the household
  tie_to_self,
  tie_cycle,            ///< ties that lead back to the same person
  too_many_persons,     ///< over 40
  duplicate_entry,      ///< two entries of a list have the same key; detail = the key
  too_many_entries,     ///< detail = the limit
  not_a_number,         ///< detail = the text found
  number_out_of_range,  ///< detail = "least-most"
  number_two_ways,      ///< a number that can be read in two ways; detail = the text found
  number_with_word,     ///< a number with a word or a sign that is none of its unit's; detail = the text found
  date_two_ways,        ///< a date that can be read in more than one way; detail = the text found
  date_which_century,   ///< a year of two digits; detail = the text found
  date_not_whole,       ///< no day in it, or no year; detail = the text found
  date_solar_hijri,     ///< a date of the calendar of Iran and Afghanistan; detail = the text found
  date_ethiopian,       ///< a date of the calendar of Ethiopia and Eritrea; detail = the text found
  period_backwards,     ///< a period that ends before it begins; detail = the text found
  not_taken_yet,        ///< a readable text that the person left before the plan took it; detail = the text
  waits_for_itself,     ///< a task that waits for itself through others; detail = its name
  cannot_read_file,     ///< detail = path
  cannot_write_file,    ///< detail = path
  still_sealed,         ///< the file has a passphrase and was opened without one
  not_sealed,           ///< the file has no passphrase and was opened with one
  sealed_damaged,       ///< a sealed file that is cut short or changed
  sealed_for_keys,      ///< an age file, but for keys instead of a passphrase
  sealed_newer,         ///< an age file of a later version of that format
  sealed_too_strong,    ///< detail = the file's work factor
  sealed_no_memory,     ///< the device has too little memory to try the passphrase
  wrong_passphrase,
  too_large_for_pictures,  ///< detail = the limit in KB
  rules_unusable,          ///< a rule pack with faults; detail = how many
  rules_newer,             ///< a rule pack of a later version
  not_rules,               ///< not a rule pack
  not_a_signature,         ///< no minisign signature
  not_a_key,               ///< no public key of minisign
  no_dates,                ///< a calendar of a plan that has no dates
  disk_full,               ///< detail = path
  place_read_only,         ///< detail = path
  place_gone,              ///< a folder or stick that is gone; detail = path
  missing_name,            ///< an entry lacks a readable name, of itself or of its subject; detail = the member
};

/// The catalogue's name of an error, e.g. "file_too_large".
std::string_view error_name(ErrorId id);

struct Error {
  ErrorId id{};
  std::string where;   ///< JSON pointer into the file ("/household/persons/1/tie"), or empty for the file as a whole
  std::string detail;  ///< see ErrorId
  friend bool operator==(const Error&, const Error&) = default;
};

/// Either a value or an Error. Taking the value of an error ends the program: the caller did not check.
template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}
  explicit operator bool() const { return value_.has_value(); }
  const T& operator*() const& { return checked(); }
  T& operator*() & { return const_cast<T&>(checked()); }
  T&& operator*() && { return std::move(const_cast<T&>(checked())); }
  const T* operator->() const { return &checked(); }
  T* operator->() { return &const_cast<T&>(checked()); }
  const Error& error() const { return error_; }

 private:
  const T& checked() const {
    if (!value_) std::abort();
    return *value_;
  }
  std::optional<T> value_;
  Error error_;
};

/// A fault in shipped data (rule pack, path, catalogue), described in English for the editor of the file.
struct Problem {
  std::string file, pointer, sentence;
  friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace vagval
