# One libFuzzer program for each tests/fuzz/*.cpp. What it finds is kept as a file in tests/regress/.
file(GLOB fuzz_sources CONFIGURE_DEPENDS tests/fuzz/*.cpp)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(fuzz_${name} "${source}")
  target_link_libraries(fuzz_${name} PRIVATE vagval_core)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  vagval_ours(fuzz_${name})
endforeach()
