# -DROOT=folder -DVALUES=folder -DFILES=a;b -DOUT=file.cpp: each file as a string literal, written only when it changed.
# Texts come from VALUES, all other files from ROOT. -DLIST=name: the name of the list, instead of the assets.
list(SORT FILES)
set(count 0)
set(data "")
set(table "")
foreach(path IN LISTS FILES)
  set(folder "${ROOT}")
  if(path MATCHES "^text/")
    set(folder "${VALUES}")
  endif()
  file(READ "${folder}/${path}" text)
  # A JSON string cannot hold a raw line break, so a break and the indentation after it are never part of the data.
  string(REGEX REPLACE "\r?\n[ \t]*" "" text "${text}")
  string(HEX "${text}" hex)
  string(REGEX REPLACE "(..)" "\\\\x\\1" escaped "${hex}")
  string(APPEND data "constexpr char file_${count}[] = \"${escaped}\";\n")
  string(APPEND table "    {\"${path}\", {file_${count}, sizeof file_${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()
set(header "embedded")
set(find [[

std::string_view file(std::string_view path) {
  for (const File& each : files())
    if (each.path == path) return each.bytes;
  return {};
}
]])
if(LIST)
  set(header "scenarios")
  set(find "")
else()
  set(LIST "files")
endif()
# C++ has no empty arrays: without assets the table has one unnamed entry, which files() leaves out.
file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT [[// Written by cmake/embed_assets.cmake.
#include "assets/@header@.h"

namespace vagval::assets {

namespace {

@data@
constexpr File all[] = {
@table@    {{}, {}},
};

}  // namespace

std::span<const File> @LIST@() { return {all, sizeof all / sizeof all[0] - 1}; }
@find@
}  // namespace vagval::assets
]])
