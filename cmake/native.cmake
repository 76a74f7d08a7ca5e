# The desktop app and the command line.
file(GLOB desktop_sources CONFIGURE_DEPENDS native/*.cpp)
if(TARGET vagval_ui AND desktop_sources)
  add_executable(vagval_native ${desktop_sources})
  set_target_properties(vagval_native PROPERTIES OUTPUT_NAME vagval-desktop)
  target_include_directories(vagval_native PRIVATE native)
  target_link_libraries(vagval_native PRIVATE vagval_ui vagval_imgui vagval_font_arabic vagval_font_ethiopic)
  vagval_ours(vagval_native)
endif()

file(GLOB cli_sources CONFIGURE_DEPENDS native/cli/*.cpp)
# The sanitizers check the core; checking the command line too would take as long again.
if(TARGET vagval_core AND cli_sources AND NOT VAGVAL_SANITIZE)
  find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp)
  if(NOT CLI11_INCLUDE_DIR)
    message(FATAL_ERROR "CLI11 is missing (Debian: apt-get install libcli11-dev), or give -DCLI11_INCLUDE_DIR=.")
  endif()
  add_executable(vagval ${cli_sources} native/atomic_file.cpp native/sealer.cpp)
  target_include_directories(vagval PRIVATE native)
  target_include_directories(vagval SYSTEM PRIVATE "${CLI11_INCLUDE_DIR}")
  target_link_libraries(vagval PRIVATE vagval_core vagval_scenarios)
  # CLI11 throws on a wrong option and does not compile without exceptions. The core it links is the same.
  vagval_ours(vagval exceptions)
endif()
