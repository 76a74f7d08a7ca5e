# One set of flags, one behaviour: no exceptions and no RTTI, in this code and in the libraries compiled from source.
add_library(vagval_flags INTERFACE)
target_compile_options(vagval_flags INTERFACE -fno-exceptions -fno-rtti)

# For all targets, also those with exceptions: the JSON library's inline functions must be the same in every object.
add_compile_definitions(JSON_NOEXCEPTION)

# Built files do not name the folder of the build, so the same sources give the same bytes in any folder.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}=." "-ffile-prefix-map=${PROJECT_BINARY_DIR}=build")

if(VAGVAL_SANITIZE)
  # Checking the dynamic type needs RTTI in every object; only the command line and RapidCheck have it.
  add_compile_options(-fsanitize=${VAGVAL_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${VAGVAL_SANITIZE} -fno-sanitize-recover=all)
endif()

set(VAGVAL_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -Wno-missing-field-initializers)
# With optimisation, g++ 12 wrongly reports the string inside a std::variant as used before initialization.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND VAGVAL_WARNINGS -Wno-maybe-uninitialized)
endif()

# clang-tidy (preset tidy) checks the program's targets, not the libraries built beside them.
set(VAGVAL_TIDY "${CMAKE_CXX_CLANG_TIDY}")
set(CMAKE_CXX_CLANG_TIDY "")

# For the program's own code warnings are errors. `exceptions` as second word lifts one rule for the targets that need
# it.
function(vagval_ours target)
  target_compile_options(${target} PRIVATE ${VAGVAL_WARNINGS})
  set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "${VAGVAL_TIDY}")
  if(VAGVAL_UNITY)
    # Half of the compile time is reading the same headers. The size is fixed, so that the same sources give the same
    # bytes.
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
  if(NOT "exceptions" IN_LIST ARGN)
    target_link_libraries(${target} PRIVATE vagval_flags)
  elseif(VAGVAL_SANITIZE)
    # Such a target has RTTI and the core it links has none, so comparing types would report faults in both.
    target_compile_options(${target} PRIVATE -fno-sanitize=vptr)
  endif()
endfunction()

# The stack size is set here, because the default differs: 5 MB in Emscripten 3.1.6, 64 kB in newer ones, which also
# renamed the setting.
if(EMSCRIPTEN)
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.6)
    message(FATAL_ERROR "Emscripten ${EMSCRIPTEN_VERSION} is too old: 3.1.6 or newer is needed.")
  endif()
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
    set(VAGVAL_STACK -sTOTAL_STACK=1MB)
  else()
    set(VAGVAL_STACK -sSTACK_SIZE=1MB)
  endif()
endif()
