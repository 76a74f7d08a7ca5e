# -DTEXTS=sv.json -DOUT=text_keys.h: the names under "messages", one message per line, sorted by byte.
set(keys "")
if(EXISTS "${TEXTS}")
  file(READ "${TEXTS}" text)
  string(FIND "${text}" "\"messages\"" start)
  if(NOT start EQUAL -1)
    string(SUBSTRING "${text}" ${start} -1 text)
    string(REGEX REPLACE "^\"messages\"[^{]*{" "" text "${text}")
    # One line holds one message, so the key stands first on its line.
    string(REGEX MATCHALL "\n[ \t]*\"[A-Za-z0-9_.-]+\"[ \t]*:[ \t]*{" keys "\n${text}")
    list(TRANSFORM keys REPLACE "^[^\"]*\"([^\"]*)\".*" "\\1")
  endif()
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
