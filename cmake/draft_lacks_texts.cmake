# -DSOURCE=folder -DWORK=folder: what the build does with a catalogue that lacks texts. A draft gets the English ones and the build
# says how many; a complete catalogue stops the build, and so does a key that Swedish lacks.
cmake_minimum_required(VERSION 3.25)
set(texts "${SOURCE}/assets/text")
file(MAKE_DIRECTORY "${WORK}")

function(embed name text out_code out_said)
  file(WRITE "${WORK}/${name}.json" "${text}")
  execute_process(
    COMMAND "${CMAKE_COMMAND}" "-DTEXTS=${WORK}/${name}.json" "-DSWEDISH=${texts}/sv.json" "-DENGLISH=${texts}/en.json"
            "-DOUT=${WORK}/${name}.values" -P "${SOURCE}/cmake/embed_texts.cmake"
    RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE complaint)
  set(${out_code} "${code}" PARENT_SCOPE)
  set(${out_said} "${said}${complaint}" PARENT_SCOPE)
endfunction()
function(expect what)
  if(NOT (${ARGN}))
    message(FATAL_ERROR "${what}: ${said}")
  endif()
endfunction()

file(READ "${texts}/bs.json" whole)
string(REGEX REPLACE "\n    \"answer.yes\": [^\n]*" "" lacking "${whole}")
string(REGEX REPLACE ",\n    \"[^\n]*\n  }\n}\n$" "\n  }\n}\n" lacking "${lacking}")  # and the last one
embed(draft "${lacking}" code said)
expect("a draft may lack texts" code EQUAL 0)
expect("the build says how many" said MATCHES "draft.json is a draft and lacks 2 texts, which are shown in English: answer.yes, ")
file(READ "${WORK}/draft.values" values)
string(JSON reviews GET "${values}" reviews)
string(REGEX REPLACE "[^e]" "" lent "${reviews}")
expect("both are marked" lent STREQUAL "ee")
string(FIND "${reviews}" "e" at)
string(JSON text GET "${values}" values ${at})
expect("the English text stands there" text STREQUAL "Yes")

string(REPLACE "\"complete\": false" "\"complete\": true" complete "${lacking}")
embed(complete "${complete}" code said)
expect("a complete catalogue stops the build" NOT code EQUAL 0)
expect("the key is named" said MATCHES "Missing: answer.yes")

string(REPLACE "\n    \"answer.yes\": {" "\n    \"answer.yess\": {" strange "${whole}")
embed(strange "${strange}" code said)
expect("a key that Swedish lacks stops the build" NOT code EQUAL 0)
expect("the strange key is named" said MATCHES "Not in Swedish: answer.yess")

string(REPLACE "\": {\"text\": \"Ne\"" "\":   {\"text\": \"Ne\"" loose "${whole}")
embed(loose "${loose}" code said)
expect("a message that is not written as the lines are stops the build" NOT code EQUAL 0)
expect("the form is told" said MATCHES "each needs a line")
