# One test program for each room; what needs a window, a compiler or a host library runs natively only.
include(GoogleTest)

function(vagval_test name folder)
  file(GLOB sources CONFIGURE_DEPENDS tests/${folder}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  target_include_directories(${name} PRIVATE tests)
  target_compile_definitions(${name} PRIVATE VAGVAL_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE vagval_core ${ARGN})
endfunction()

function(vagval_room_test room)
  vagval_test(test_${room} ${room} vagval_gtest ${ARGN})
  if(NOT TARGET test_${room})
    return()
  endif()
  vagval_ours(test_${room})
  if(EMSCRIPTEN)
    # One start of Node for a program: asking it for its cases first would cost one start for each case.
    target_link_options(test_${room} PRIVATE -O1 "${VAGVAL_STACK}" -sENVIRONMENT=node -sSINGLE_FILE=1 -sNODERAWFS=1 -sEXIT_RUNTIME=1
                                             -sALLOW_MEMORY_GROWTH=1)
    add_test(NAME wasm.${room} COMMAND test_${room})
  else()
    gtest_discover_tests(test_${room} TEST_PREFIX "${VAGVAL_TEST_PREFIX}${room}." DISCOVERY_MODE PRE_TEST PROPERTIES LABELS ${room})
  endif()
endfunction()

foreach(room foundation facts rules path budget plan text app report)
  vagval_room_test(${room})
endforeach()
if(EMSCRIPTEN)
  return()
endif()

vagval_room_test(layers)
if(TARGET vagval)
  vagval_room_test(cli)
  if(TARGET test_cli)
    target_sources(test_cli PRIVATE native/atomic_file.cpp)
    target_include_directories(test_cli PRIVATE native)
    target_compile_definitions(test_cli PRIVATE VAGVAL_CLI="$<TARGET_FILE:vagval>")
    add_dependencies(test_cli vagval)
  endif()
endif()
if(TARGET vagval_ui)
  vagval_room_test(ui vagval_ui vagval_imgui)
endif()

# Snippets that have to fail, each for the reason on its first line.
file(GLOB snippets CONFIGURE_DEPENDS tests/must_not_compile/*.cpp)
if(VAGVAL_SANITIZE)
  set(snippets "")  # nothing runs, so nothing can be caught
endif()
foreach(snippet IN LISTS snippets)
  get_filename_component(name "${snippet}" NAME_WE)
  add_test(NAME "${VAGVAL_TEST_PREFIX}must_not_compile.${name}"
    COMMAND "${CMAKE_COMMAND}" "-DCOMPILER=${CMAKE_CXX_COMPILER}" "-DSNIPPET=${snippet}"
            "-DINCLUDES=-I${PROJECT_SOURCE_DIR}/core;-I${VAGVAL_GENERATED}" -P "${PROJECT_SOURCE_DIR}/cmake/must_not_compile.cmake")
endforeach()

# Laws. RapidCheck needs exceptions, so this one program and its GoogleTest have them; the core it links does not.
file(GLOB property_sources CONFIGURE_DEPENDS tests/properties/*.cpp)
if(property_sources AND NOT VAGVAL_SANITIZE)
  find_path(RAPIDCHECK_INCLUDE_DIR rapidcheck.h REQUIRED)
  find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
  vagval_add_gtest(vagval_gtest_exceptions)
  vagval_test(test_properties properties vagval_gtest_exceptions "${RAPIDCHECK_LIBRARY}")
  target_include_directories(test_properties SYSTEM PRIVATE "${RAPIDCHECK_INCLUDE_DIR}")
  vagval_ours(test_properties exceptions)
  gtest_discover_tests(test_properties TEST_PREFIX "${VAGVAL_TEST_PREFIX}properties." DISCOVERY_MODE PRE_TEST PROPERTIES LABELS properties)
endif()

# Numbers, by hand: ./planner bench.
file(GLOB bench_sources CONFIGURE_DEPENDS tests/bench/*.cpp)
find_package(benchmark QUIET)
if(bench_sources AND benchmark_FOUND AND NOT VAGVAL_SANITIZE)
  vagval_test(vagval_bench bench benchmark::benchmark)
  vagval_ours(vagval_bench)
  set_target_properties(vagval_bench PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
