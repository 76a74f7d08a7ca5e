# The browser app: one wasm, carried inside app.js, so that the page's policy can forbid every connection.
file(GLOB web_sources CONFIGURE_DEPENDS web/*.cpp)
if(NOT TARGET vagval_ui OR NOT web_sources)
  return()
endif()
add_executable(vagval_web ${web_sources})
target_include_directories(vagval_web PRIVATE web)
target_link_libraries(vagval_web PRIVATE vagval_page_assets vagval_ui vagval_imgui vagval_font_latin)
vagval_ours(vagval_web)
target_link_options(vagval_web PRIVATE
  -Oz "${VAGVAL_STACK}" -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sMODULARIZE=1 -sEXPORT_NAME=createVagval
  -sDYNAMIC_EXECUTION=0  # no new Function: the policy has no 'unsafe-eval'
  -sINCOMING_MODULE_JS_API=instantiateWasm,canvas,print,printErr,onAbort
  -sEXPORTED_FUNCTIONS=_main,_malloc
  -sEXPORTED_RUNTIME_METHODS=UTF8ToString,HEAPU8)

# site/ is what a web server serves: our page and styles as they are, and app.js with the wasm in it.
find_program(NODE NAMES node nodejs ${on_this_machine} REQUIRED)
set(site "${PROJECT_BINARY_DIR}/site")
file(GLOB page_files CONFIGURE_DEPENDS web/*.html web/*.js web/*.css web/*.svg web/*.png web/*.webmanifest)
list(FILTER page_files EXCLUDE REGEX "/worker[.]js$")  # it gets its list of files first
# Written in several files, and one file each in the site: a page is quicker with few.
set(joined "")
set(part_files "")
foreach(name host mirror)
  file(GLOB parts CONFIGURE_DEPENDS web/${name}/*.js)
  list(FILTER page_files EXCLUDE REGEX "/${name}[.]js$")
  list(APPEND joined COMMAND "${CMAKE_COMMAND}" -E cat ${parts} "${PROJECT_SOURCE_DIR}/web/${name}.js" > "${site}/${name}.js")
  list(APPEND part_files ${parts} web/${name}.js)
endforeach()
file(GLOB licence_files CONFIGURE_DEPENDS assets/licences/*.txt)
set(letters "")
set(letter_files "")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS assets/border.json)
file(READ assets/border.json border)
string(JSON script_count LENGTH "${border}" scripts)
math(EXPR last_script "${script_count} - 1")
foreach(index RANGE ${last_script})
  string(JSON script MEMBER "${border}" scripts ${index})
  list(APPEND letters COMMAND "${NODE}" "${PROJECT_SOURCE_DIR}/cmake/letters.mjs" ${script} ${VAGVAL_FONT_FILES_${script}}
                              "${site}/letters-${script}.js")
  list(APPEND letter_files ${VAGVAL_FONT_FILES_${script}})
endforeach()
set(later_languages "")
foreach(words IN LISTS VAGVAL_LATER_WORDS)
  get_filename_component(language "${words}" NAME_WE)
  list(APPEND later_languages ${language})
  list(APPEND letters COMMAND "${NODE}" "${PROJECT_SOURCE_DIR}/cmake/words.mjs" ${language} "${words}" "${site}/words-${language}.js")
endforeach()
# jsQR comes after the first screen too, on every visit.
if(NOT EXISTS "${JSQR_FILE}")
  message(FATAL_ERROR "jsQR is missing: ${JSQR_FILE}. `./planner setup` fetches it; or give a copy of its jsQR.js with -DJSQR_FILE=.")
endif()
list(APPEND letters COMMAND "${CMAKE_COMMAND}" -E copy "${JSQR_FILE}" "${site}/jsqr.js")
string(REPLACE ";" "," later_languages "${later_languages}")
add_custom_command(
  OUTPUT "${site}/app.js"
  COMMAND "${CMAKE_COMMAND}" -E rm -rf "${site}"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${site}"
  COMMAND "${CMAKE_COMMAND}" -E copy ${page_files} "${site}"
  COMMAND "${NODE}" "${PROJECT_SOURCE_DIR}/cmake/page.mjs" "${PROJECT_SOURCE_DIR}/web/index.html" "${PROJECT_SOURCE_DIR}/assets/text" "${site}/index.html"
  COMMAND "${CMAKE_COMMAND}" -E cat ${licence_files} > "${site}/licences.txt"
  ${joined}
  ${letters}
  COMMAND "${NODE}" "${PROJECT_SOURCE_DIR}/cmake/bundle.mjs" "$<TARGET_FILE:vagval_web>" "${site}/app.js" "${later_languages}" "${PROJECT_SOURCE_DIR}/assets/text" "${PROJECT_SOURCE_DIR}/assets/border.json"
  COMMAND "${NODE}" "${PROJECT_SOURCE_DIR}/cmake/worker.mjs" "${site}" "${PROJECT_SOURCE_DIR}/web/worker.js"
  DEPENDS vagval_web ${page_files} ${part_files} web/worker.js ${licence_files} ${letter_files} ${JSQR_FILE} ${VAGVAL_LATER_WORDS} assets/border.json cmake/bundle.mjs cmake/letters.mjs
          cmake/words.mjs cmake/page.mjs assets/text/sv.json assets/text/en.json cmake/worker.mjs cmake/literal.mjs
  COMMENT "Writing the site" VERBATIM)
add_custom_target(vagval_site ALL DEPENDS "${site}/app.js")

if(VAGVAL_SINGLE_FILE)
  add_custom_command(
    OUTPUT "${PROJECT_BINARY_DIR}/vagval.html"
    COMMAND "${NODE}" "${PROJECT_SOURCE_DIR}/cmake/single_file.mjs" "${site}" "${PROJECT_BINARY_DIR}/vagval.html"
    DEPENDS "${site}/app.js" cmake/single_file.mjs
    COMMENT "Writing the site as one file" VERBATIM)
  add_custom_target(vagval_single_file ALL DEPENDS "${PROJECT_BINARY_DIR}/vagval.html")
endif()
