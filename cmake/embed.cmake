# Data becomes code at build time, by CMake itself: no host compiler, no interpreter.
set(VAGVAL_GENERATED "${PROJECT_BINARY_DIR}/generated")

# assets/**.json -> assets/embedded.h. Schemas describe the data and are not needed to read it.
file(GLOB_RECURSE asset_files RELATIVE "${PROJECT_SOURCE_DIR}/assets" CONFIGURE_DEPENDS assets/*.json)
list(FILTER asset_files EXCLUDE REGEX "^(schema|text/neutrality)")
list(TRANSFORM asset_files PREPEND "${PROJECT_SOURCE_DIR}/assets/" OUTPUT_VARIABLE asset_paths)
configure_file(cmake/embedded.h "${VAGVAL_GENERATED}/assets/embedded.h" COPYONLY)
add_custom_command(
  OUTPUT "${VAGVAL_GENERATED}/assets/embedded.cpp"
  COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}/assets" "-DFILES=${asset_files}"
          "-DOUT=${VAGVAL_GENERATED}/assets/embedded.cpp" -P "${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake"
  DEPENDS ${asset_paths} cmake/embed_assets.cmake cmake/embedded.h
  COMMENT "Embedding assets" VERBATIM)
add_library(vagval_assets STATIC "${VAGVAL_GENERATED}/assets/embedded.cpp")
target_include_directories(vagval_assets PUBLIC "${VAGVAL_GENERATED}")
target_link_libraries(vagval_assets PRIVATE vagval_flags)

# The keys of assets/text/sv.json -> assets/text_keys.h: a key that is not there does not compile.
set(swedish "${PROJECT_SOURCE_DIR}/assets/text/sv.json")
set(swedish_if_there "")
if(EXISTS "${swedish}")
  set(swedish_if_there "${swedish}")
endif()
add_custom_command(
  OUTPUT "${VAGVAL_GENERATED}/assets/text_keys.h"
  COMMAND "${CMAKE_COMMAND}" "-DTEXTS=${swedish}" "-DOUT=${VAGVAL_GENERATED}/assets/text_keys.h"
          -P "${PROJECT_SOURCE_DIR}/cmake/text_keys.cmake"
  DEPENDS ${swedish_if_there} cmake/text_keys.cmake
  COMMENT "Listing the text keys" VERBATIM)
add_custom_target(vagval_text_keys_header DEPENDS "${VAGVAL_GENERATED}/assets/text_keys.h")
add_library(vagval_text_keys INTERFACE)
target_include_directories(vagval_text_keys INTERFACE "${VAGVAL_GENERATED}")
add_dependencies(vagval_text_keys vagval_text_keys_header)

# The two fonts -> assets/fonts.h, cut down to the Latin script and the signs our texts use. Hinting is dropped: nobody reads it.
if(VAGVAL_UI)
  find_program(HB_SUBSET hb-subset ${on_this_machine})
  if(NOT HB_SUBSET)
    message(FATAL_ERROR "hb-subset is missing (Debian: apt-get install libharfbuzz-bin).")
  endif()
  # Basic Latin, Latin-1, Latin Extended-A, general punctuation, euro, arrows, minus, check marks.
  set(letters U+0020-007E,U+00A0-017F,U+2000-206F,U+20AC,U+2190-2193,U+2212,U+2713,U+2714)
  set(subsets "")
  foreach(weight Regular SemiBold)
    # The folder is a hint, not an order: elsewhere the fonts lie in different places for each weight.
    find_file(VAGVAL_FONT_${weight} NotoSans-${weight}.ttf
      HINTS "${VAGVAL_FONT_DIR}" /usr/share/fonts/truetype/noto /usr/share/fonts/noto /usr/local/share/fonts /Library/Fonts
      NO_DEFAULT_PATH ${on_this_machine})
    if(NOT VAGVAL_FONT_${weight})
      message(FATAL_ERROR "NotoSans-${weight}.ttf is in neither ${VAGVAL_FONT_DIR} nor the machine's font folders. "
                          "`./planner setup` fetches it on Debian; elsewhere give -DVAGVAL_FONT_DIR=.")
    endif()
    set(subset "${VAGVAL_GENERATED}/assets/${weight}.ttf")
    add_custom_command(
      OUTPUT "${subset}"
      COMMAND "${HB_SUBSET}" --unicodes=${letters} --no-hinting "--output-file=${subset}" "${VAGVAL_FONT_${weight}}"
      DEPENDS "${VAGVAL_FONT_${weight}}" COMMENT "Subsetting NotoSans-${weight}" VERBATIM)
    list(APPEND subsets "${subset}")
  endforeach()
  configure_file(cmake/fonts.h "${VAGVAL_GENERATED}/assets/fonts.h" COPYONLY)
  add_custom_command(
    OUTPUT "${VAGVAL_GENERATED}/assets/fonts.cpp"
    COMMAND "${CMAKE_COMMAND}" "-DFONTS=${subsets}" "-DOUT=${VAGVAL_GENERATED}/assets/fonts.cpp"
            -P "${PROJECT_SOURCE_DIR}/cmake/embed_fonts.cmake"
    DEPENDS ${subsets} cmake/embed_fonts.cmake COMMENT "Embedding fonts" VERBATIM)
  add_library(vagval_fonts STATIC "${VAGVAL_GENERATED}/assets/fonts.cpp")
  target_include_directories(vagval_fonts PUBLIC "${VAGVAL_GENERATED}")
  target_link_libraries(vagval_fonts PRIVATE vagval_flags)
endif()
