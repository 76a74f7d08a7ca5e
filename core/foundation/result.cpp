#include "foundation/result.h"

#include <iterator>

namespace vagval {

namespace {

constexpr std::string_view error_names[] = {"file_too_large",
                                            "not_utf8",
                                            "not_json",
                                            "too_deep",
                                            "too_many_values",
                                            "duplicate_key",
                                            "number_not_whole",
                                            "wrong_type",
                                            "wrong_format",
                                            "future_version",
                                            "unknown_choice",
                                            "no_such_date",
                                            "year_out_of_range",
                                            "born_in_future",
                                            "birth_contradiction",
                                            "not_a_country",
                                            "destination_is_sweden",
                                            "text_too_long",
                                            "text_has_control",
                                            "missing_id",
                                            "duplicate_person",
                                            "two_applicants",
                                            "two_partners",
                                            "tie_to_nobody",
                                            "tie_to_self",
                                            "tie_cycle",
                                            "too_many_persons",
                                            "duplicate_entry",
                                            "too_many_entries",
                                            "not_a_number",
                                            "number_out_of_range",
                                            "number_two_ways",
                                            "number_with_word",
                                            "date_two_ways",
                                            "date_which_century",
                                            "date_not_whole",
                                            "date_solar_hijri",
                                            "date_ethiopian",
                                            "period_backwards",
                                            "not_taken_yet",
                                            "waits_for_itself",
                                            "cannot_read_file",
                                            "cannot_write_file",
                                            "still_sealed",
                                            "not_sealed",
                                            "sealed_damaged",
                                            "sealed_for_keys",
                                            "sealed_newer",
                                            "sealed_too_strong",
                                            "sealed_no_memory",
                                            "wrong_passphrase",
                                            "too_large_for_pictures",
                                            "rules_unusable",
                                            "rules_newer",
                                            "not_rules",
                                            "not_a_signature",
                                            "not_a_key",
                                            "no_dates",
                                            "disk_full",
                                            "place_read_only",
                                            "place_gone",
                                            "missing_name"};

static_assert(std::size(error_names) == static_cast<std::size_t>(ErrorId::missing_name) + 1);

}  // namespace

std::string_view error_name(ErrorId id) { return error_names[static_cast<std::size_t>(id)]; }

}  // namespace vagval
