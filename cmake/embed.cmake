# Data becomes code at build time, in CMake itself, without a host compiler or an interpreter.
set(VAGVAL_GENERATED "${PROJECT_BINARY_DIR}/generated")

# assets/**.json -> assets/embedded.h. Schemas describe the data; the program does not need them.
file(GLOB_RECURSE asset_files RELATIVE "${PROJECT_SOURCE_DIR}/assets" CONFIGURE_DEPENDS assets/*.json)
list(FILTER asset_files EXCLUDE REGEX "^(border|schema|text/neutrality)")

# Embedded catalogues have no keys: eight copies of the same two thousand names would be most of the download.
set(text_values "")
foreach(file IN LISTS asset_files)
  if(file MATCHES "^text/")
    set(values "${VAGVAL_GENERATED}/values/${file}")
    add_custom_command(
      OUTPUT "${values}"
      COMMAND "${CMAKE_COMMAND}" "-DTEXTS=${PROJECT_SOURCE_DIR}/assets/${file}" "-DSWEDISH=${PROJECT_SOURCE_DIR}/assets/text/sv.json"
              "-DENGLISH=${PROJECT_SOURCE_DIR}/assets/text/en.json" "-DOUT=${values}" -P "${PROJECT_SOURCE_DIR}/cmake/embed_texts.cmake"
      DEPENDS "${PROJECT_SOURCE_DIR}/assets/${file}" "${PROJECT_SOURCE_DIR}/assets/text/sv.json" "${PROJECT_SOURCE_DIR}/assets/text/en.json"
              cmake/embed_texts.cmake cmake/catalogue_lines.cmake
      COMMENT "Checking the keys of ${file}" VERBATIM)
    list(APPEND text_values "${values}")
  endif()
endforeach()
list(TRANSFORM asset_files PREPEND "${PROJECT_SOURCE_DIR}/assets/" OUTPUT_VARIABLE asset_paths)
configure_file(cmake/embedded.h "${VAGVAL_GENERATED}/assets/embedded.h" COPYONLY)
add_custom_command(
  OUTPUT "${VAGVAL_GENERATED}/assets/embedded.cpp"
  COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}/assets" "-DVALUES=${VAGVAL_GENERATED}/values" "-DFILES=${asset_files}"
          "-DOUT=${VAGVAL_GENERATED}/assets/embedded.cpp" -P "${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake"
  DEPENDS ${asset_paths} ${text_values} cmake/embed_assets.cmake cmake/embedded.h
  COMMENT "Embedding assets" VERBATIM)
add_library(vagval_assets STATIC "${VAGVAL_GENERATED}/assets/embedded.cpp")
target_include_directories(vagval_assets PUBLIC "${VAGVAL_GENERATED}")
target_link_libraries(vagval_assets PRIVATE vagval_flags)

# The same for the page, without the languages that are loaded after its first screen. It is linked before the other
# library, so that the linker takes nothing from the other.
if(EMSCRIPTEN)
  set(page_assets ${asset_files})
  list(FILTER page_assets EXCLUDE REGEX "^text/")
  list(APPEND page_assets text/sv.json)
  add_custom_command(
    OUTPUT "${VAGVAL_GENERATED}/assets/embedded_page.cpp"
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}/assets" "-DVALUES=${VAGVAL_GENERATED}/values" "-DFILES=${page_assets}"
            "-DOUT=${VAGVAL_GENERATED}/assets/embedded_page.cpp" -P "${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake"
    DEPENDS ${asset_paths} ${text_values} cmake/embed_assets.cmake cmake/embedded.h
    COMMENT "Embedding the page's assets" VERBATIM)
  add_library(vagval_page_assets STATIC "${VAGVAL_GENERATED}/assets/embedded_page.cpp")
  target_include_directories(vagval_page_assets PRIVATE "${VAGVAL_GENERATED}")
  target_link_libraries(vagval_page_assets PRIVATE vagval_flags)
  set(VAGVAL_LATER_WORDS ${text_values})
  list(FILTER VAGVAL_LATER_WORDS EXCLUDE REGEX "/sv\\.json$")
endif()

# tests/scenarios/*.json -> assets/scenarios.h, for the command line's rule book.
file(GLOB scenario_paths CONFIGURE_DEPENDS tests/scenarios/*.json)
set(scenario_files "")
foreach(path IN LISTS scenario_paths)
  get_filename_component(name "${path}" NAME)
  list(APPEND scenario_files "${name}")
endforeach()
configure_file(cmake/scenarios.h "${VAGVAL_GENERATED}/assets/scenarios.h" COPYONLY)
add_custom_command(
  OUTPUT "${VAGVAL_GENERATED}/assets/scenarios.cpp"
  COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}/tests/scenarios" "-DFILES=${scenario_files}" -DLIST=scenario_files
          "-DOUT=${VAGVAL_GENERATED}/assets/scenarios.cpp" -P "${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake"
  DEPENDS ${scenario_paths} cmake/embed_assets.cmake cmake/scenarios.h
  COMMENT "Embedding the scenario tables" VERBATIM)
add_library(vagval_scenarios STATIC EXCLUDE_FROM_ALL "${VAGVAL_GENERATED}/assets/scenarios.cpp")
target_include_directories(vagval_scenarios PUBLIC "${VAGVAL_GENERATED}")
target_link_libraries(vagval_scenarios PRIVATE vagval_flags)

# The keys of assets/text/sv.json -> assets/text_keys.h: an unknown key does not compile.
set(swedish "${PROJECT_SOURCE_DIR}/assets/text/sv.json")
set(swedish_if_there "")
if(EXISTS "${swedish}")
  set(swedish_if_there "${swedish}")
endif()
add_custom_command(
  OUTPUT "${VAGVAL_GENERATED}/assets/text_keys.h"
  COMMAND "${CMAKE_COMMAND}" "-DTEXTS=${swedish}" "-DOUT=${VAGVAL_GENERATED}/assets/text_keys.h"
          -P "${PROJECT_SOURCE_DIR}/cmake/text_keys.cmake"
  DEPENDS ${swedish_if_there} cmake/text_keys.cmake cmake/catalogue_lines.cmake
  COMMENT "Listing the text keys" VERBATIM)
add_custom_target(vagval_text_keys_header DEPENDS "${VAGVAL_GENERATED}/assets/text_keys.h")
add_library(vagval_text_keys INTERFACE)
target_include_directories(vagval_text_keys INTERFACE "${VAGVAL_GENERATED}")
add_dependencies(vagval_text_keys vagval_text_keys_header)

# assets/border.json -> assets/border.h: names, shortcuts, marks and timings that the core and its hosts both know, and what a page
# can tell the core.
add_custom_command(
  OUTPUT "${VAGVAL_GENERATED}/assets/border.h"
  COMMAND "${CMAKE_COMMAND}" "-DLIST=${PROJECT_SOURCE_DIR}/assets/border.json" "-DOUT=${VAGVAL_GENERATED}/assets/border.h"
          -P "${PROJECT_SOURCE_DIR}/cmake/border.cmake"
  DEPENDS assets/border.json cmake/border.cmake
  COMMENT "Listing what stands on both sides of the border" VERBATIM)
add_custom_target(vagval_border_header DEPENDS "${VAGVAL_GENERATED}/assets/border.h")
add_dependencies(vagval_text_keys vagval_border_header)

# The fonts -> assets/fonts.h, cut down to whole alphabets, because people type more letters than the texts hold.
# Hinting is dropped, because no renderer here reads it. A script's two weights stand together, so that the web app can
# load them together.
if(VAGVAL_TYPESET)
  find_program(HB_SUBSET hb-subset ${on_this_machine})
  if(NOT HB_SUBSET)
    message(FATAL_ERROR "hb-subset is missing (Debian: apt-get install libharfbuzz-bin).")
  endif()
  # Basic Latin, Latin-1, Latin Extended-A, combining marks, general punctuation, euro, arrows, minus, approximately, check marks.
  set(letters_NotoSans U+0020-007E,U+00A0-017F,U+0300-0304,U+0306-030C,U+0323-0328,U+2000-206F,U+20AC,U+2190-2193,U+2212,U+2248,U+2264,U+2265,U+2713,U+2714,U+FFFD)
  # The Arabic block with the digits of Arabic and Persian, and punctuation of Arabic text.
  set(letters_Vazirmatn U+0020-0022,U+0025,U+0027-003F,U+005B,U+005D,U+00A0,U+00AB,U+00B7,U+00BB,U+0600-06FF,U+200C,U+200D,U+2013,U+2014,U+2018-201D,U+2026,U+2039,U+203A,U+2212)
  # Ethiopic and its supplement.
  set(letters_NotoSansEthiopic U+0020,U+1200-139F)
  # Kerning is two thirds of the Ethiopic font, 60 kB for each phone, and the letters look good without it.
  set(without_NotoSansEthiopic --layout-features-=kern)
  set(subsets "")
  foreach(family NotoSans Vazirmatn NotoSansEthiopic)
    foreach(weight Regular SemiBold)
      set(name ${family}-${weight})
      # The folder is a hint: other systems keep the weights in different folders.
      find_file(VAGVAL_FONT_${name} ${name}.ttf
        HINTS "${VAGVAL_FONT_DIR}" /usr/share/fonts/truetype/noto /usr/share/fonts/noto /usr/local/share/fonts /Library/Fonts
        NO_DEFAULT_PATH ${on_this_machine})
      if(NOT VAGVAL_FONT_${name})
        message(FATAL_ERROR "${name}.ttf is in neither ${VAGVAL_FONT_DIR} nor the machine's font folders. "
                            "`./planner setup` fetches it on Debian; elsewhere give -DVAGVAL_FONT_DIR=.")
      endif()
      set(subset "${VAGVAL_GENERATED}/assets/${name}.ttf")
      add_custom_command(
        OUTPUT "${subset}"
        COMMAND "${HB_SUBSET}" --unicodes=${letters_${family}} ${without_${family}} --no-hinting "--output-file=${subset}"
                "${VAGVAL_FONT_${name}}"
        DEPENDS "${VAGVAL_FONT_${name}}" COMMENT "Subsetting ${name}" VERBATIM)
      list(APPEND subsets "${subset}")
    endforeach()
  endforeach()
  configure_file(cmake/fonts.h "${VAGVAL_GENERATED}/assets/fonts.h" COPYONLY)
  foreach(part latin arabic ethiopic)
    list(POP_FRONT subsets regular semibold)
    add_custom_command(
      OUTPUT "${VAGVAL_GENERATED}/assets/font_${part}.cpp"
      COMMAND "${CMAKE_COMMAND}" "-DNAME=${part}" "-DFONTS=${regular};${semibold}" "-DOUT=${VAGVAL_GENERATED}/assets/font_${part}.cpp"
              -P "${PROJECT_SOURCE_DIR}/cmake/embed_fonts.cmake"
      DEPENDS "${regular}" "${semibold}" cmake/embed_fonts.cmake COMMENT "Embedding the ${part} fonts" VERBATIM)
    add_library(vagval_font_${part} STATIC "${VAGVAL_GENERATED}/assets/font_${part}.cpp")
    target_include_directories(vagval_font_${part} PUBLIC "${VAGVAL_GENERATED}")
    target_link_libraries(vagval_font_${part} PRIVATE vagval_flags)
    set(VAGVAL_FONT_FILES_${part} "${regular}" "${semibold}")
  endforeach()
endif()
