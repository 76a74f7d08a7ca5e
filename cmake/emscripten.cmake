# Finds the builder's Emscripten: the emcc on PATH (an emsdk comes before a package), and its own toolchain file.
find_program(VAGVAL_EMCC emcc)
if(NOT VAGVAL_EMCC)
  message(FATAL_ERROR "No emcc on PATH. Install Emscripten 3.1.6 or newer (Debian: apt-get install emscripten), or run ./planner run.")
endif()
file(REAL_PATH "${VAGVAL_EMCC}" emcc)
get_filename_component(beside "${emcc}" DIRECTORY)
find_file(VAGVAL_EMSCRIPTEN_PLATFORM cmake/Modules/Platform/Emscripten.cmake
  PATHS "${beside}" "${beside}/../libexec" /usr/share/emscripten NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
if(NOT VAGVAL_EMSCRIPTEN_PLATFORM)
  message(FATAL_ERROR "Found ${emcc}, but not its cmake/Modules/Platform/Emscripten.cmake.")
endif()
include("${VAGVAL_EMSCRIPTEN_PLATFORM}")
