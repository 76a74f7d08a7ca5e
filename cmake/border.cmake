# -DLIST=border.json -DOUT=border.h: what the core and its hosts both know, as C++. The page has the same list from cmake/bundle.mjs.
cmake_minimum_required(VERSION 3.25)
file(READ "${LIST}" json)

# The members of an object at a path, as a list of names.
function(names_of out)
  string(JSON count LENGTH "${json}" ${ARGN})
  set(names "")
  if(count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      string(JSON name MEMBER "${json}" ${ARGN} ${index})
      list(APPEND names "${name}")
    endforeach()
  endif()
  set(${out} "${names}" PARENT_SCOPE)
endfunction()

# The texts of an array at a path, as a list.
function(texts_at out)
  string(JSON count LENGTH "${json}" ${ARGN})
  set(texts "")
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    string(JSON text GET "${json}" ${ARGN} ${index})
    list(APPEND texts "${text}")
  endforeach()
  set(${out} "${texts}" PARENT_SCOPE)
endfunction()

names_of(list_names lists)
names_of(record_names records)

# One C++ line for a member: its name, its type, whether it may be absent, and what its type needs.
function(member_line out)
  list(GET ARGN -1 name)
  string(JSON form TYPE "${json}" ${ARGN})
  set(optional false)
  set(least 0)
  set(most 0)
  set(choices "nullptr, 0")
  set(members "nullptr, 0")
  if(form STREQUAL "ARRAY")
    set(type whole)
    string(JSON least GET "${json}" ${ARGN} 0)
    string(JSON most GET "${json}" ${ARGN} 1)
  elseif(form STREQUAL "OBJECT")
    string(JSON type MEMBER "${json}" ${ARGN} 0)
    string(JSON about GET "${json}" ${ARGN} ${type})
    if(type STREQUAL "bytes")
      set(least "${about}")
      set(most "${about}")
    elseif(type STREQUAL "records" AND about IN_LIST record_names)
      set(members "${about}_members, std::size(${about}_members)")
    else()
      message(FATAL_ERROR "${LIST}: ${ARGN} is neither bytes nor records that are listed.")
    endif()
  else()
    string(JSON type GET "${json}" ${ARGN})
    if(type STREQUAL "bytes")
      set(most 9007199254740991)
    elseif(type IN_LIST list_names)
      set(choices "${type}, std::size(${type})")
      set(type choice)
    elseif(NOT type MATCHES "^(flag|text|texts)$")
      message(FATAL_ERROR "${LIST}: ${ARGN} has a type that is neither known nor a list: ${type}.")
    endif()
  endif()
  if(name MATCHES "[?]$")
    set(optional true)
    string(REGEX REPLACE "[?]$" "" name "${name}")
  endif()
  set(${out} "    {\"${name}\", Type::${type}, ${optional}, ${least}, ${most}, ${choices}, ${members}},\n" PARENT_SCOPE)
endfunction()

# An array of members, and how a table names it.
function(members_of out_array out_name section name)
  names_of(members ${section} ${name})
  set(lines "")
  foreach(member IN LISTS members)
    member_line(line ${section} ${name} ${member})
    string(APPEND lines "${line}")
  endforeach()
  if(lines STREQUAL "")
    set(${out_array} "" PARENT_SCOPE)
    set(${out_name} "nullptr, 0" PARENT_SCOPE)
  else()
    set(${out_array} "inline constexpr Member ${name}_members[] = {\n${lines}};\n" PARENT_SCOPE)
    set(${out_name} "${name}_members, std::size(${name}_members)" PARENT_SCOPE)
  endif()
endfunction()

set(marks "")
names_of(names marks)
foreach(name IN LISTS names)
  string(JSON sign GET "${json}" marks ${name})
  string(APPEND marks "    {\"${name}\", \"${sign}\"},\n")
endforeach()

set(shortcuts "")
string(JSON count LENGTH "${json}" shortcuts)
math(EXPR last "${count} - 1")
foreach(index RANGE ${last})
  string(JSON key GET "${json}" shortcuts ${index} key)
  string(JSON shift GET "${json}" shortcuts ${index} shift)
  string(JSON id GET "${json}" shortcuts ${index} id)
  if(shift)
    set(shift true)
  else()
    set(shift false)
  endif()
  string(APPEND shortcuts "    {'${key}', ${shift}, \"${id}\"},\n")
endforeach()

set(timings "")
names_of(names timings)
foreach(name IN LISTS names)
  string(JSON value GET "${json}" timings ${name})
  string(APPEND timings "inline constexpr int ${name} = ${value};\n")
endforeach()

set(lists "")
foreach(name IN LISTS list_names)
  texts_at(texts lists ${name})
  list(JOIN texts "\", \"" joined)
  string(APPEND lists "inline constexpr std::string_view ${name}[] = {\"${joined}\"};\n")
endforeach()

texts_at(effects effects)
list(JOIN effects ", " effect_enumerators)
list(JOIN effects "\", \"" effect_texts)

set(records "")
foreach(name IN LISTS record_names)
  members_of(array place records ${name})
  string(APPEND records "${array}")
endforeach()

set(tell_members "")
set(tell_table "")
names_of(tells tells)
foreach(name IN LISTS tells)
  members_of(array place tells ${name})
  string(APPEND tell_members "${array}")
  string(APPEND tell_table "    {\"${name}\", ${place}},\n")
endforeach()
list(JOIN tells ", " tell_enumerators)

file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT [[// Written by cmake/border.cmake from assets/border.json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace vagval::border {

struct Named {
  std::string_view name, value;
};
/// The marks of a row as letters, where they are not drawn.
inline constexpr Named marks[] = {
@marks@};

/// With the control key, or with the command key on a Mac.
struct Shortcut {
  char key;
  bool shift;
  std::string_view id;  ///< of the node that it activates
};
inline constexpr Shortcut shortcuts[] = {
@shortcuts@};

@timings@
@lists@
enum class EffectName : std::uint8_t { @effect_enumerators@ };
inline constexpr std::string_view effect_names[] = {"@effect_texts@"};

enum class Type : std::uint8_t { flag, text, texts, whole, choice, bytes, records };
struct Member {
  std::string_view name;
  Type type;
  bool optional;
  std::int64_t least, most;  ///< of a whole number; of how many bytes
  const std::string_view* choices;
  std::size_t choice_count;
  const Member* members;  ///< of each record
  std::size_t member_count;
};
@records@
@tell_members@
/// What a host tells the core.
enum class Tell : std::uint8_t { @tell_enumerators@ };
struct Shape {
  std::string_view name;
  const Member* members;
  std::size_t member_count;
};
inline constexpr Shape tells[] = {
@tell_table@};

}  // namespace vagval::border
]])
