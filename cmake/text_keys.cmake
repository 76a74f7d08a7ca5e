# -DTEXTS=sv.json -DOUT=text_keys.h: the names under "messages", one message per line, sorted by byte.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/catalogue_lines.cmake")
set(keys "")
if(EXISTS "${TEXTS}")
  read_catalogue_lines("${TEXTS}" unused keys)
endif()
if(NOT keys)
  set(keys "no.texts.yet")
endif()
list(REMOVE_DUPLICATES keys)
list(SORT keys)
list(JOIN keys "\\n\"\n    \"" names)
# With their lengths, so that compilations need not count their letters.
list(TRANSFORM keys REPLACE "(.+)" "    \"\\1\"sv,\n")
string(JOIN "" lines ${keys})
file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT [[// Written by cmake/text_keys.cmake from assets/text/sv.json.
#pragma once

#include <string_view>

namespace vagval {

using namespace std::string_view_literals;
/// For the compiler; at run time a table of places costs the page ten kilobytes, and there are the names.
inline constexpr std::string_view text_keys[] = {
@lines@};
inline constexpr char text_key_names[] =
    "@names@\n";

}  // namespace vagval
]])
