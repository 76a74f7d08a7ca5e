# A catalogue as its text and its keys, in the order of the file. One line holds one message, so that a merge stays readable and
# CMake need not read the file once for each of its two thousand keys. The JSON reader confirms that the lines are all there is.
function(read_catalogue_lines file out_text out_keys)
  file(READ "${file}" text)
  string(JSON count ERROR_VARIABLE fault LENGTH "${text}" messages)
  if(fault)
    message(FATAL_ERROR "${file}: this is no catalogue: ${fault}")
  endif()
  # No key has a semicolon or a bracket, so the list is safe.
  string(REGEX MATCHALL "\n    \"[A-Za-z0-9_.-]+\": {\"text\"" keys "${text}")
  list(TRANSFORM keys REPLACE "^[^\"]*\"([^\"]*)\".*" "\\1")
  list(LENGTH keys lines)
  if(NOT lines EQUAL count)
    message(FATAL_ERROR "${file}: ${lines} lines begin with a message, and there are ${count} messages: each needs a line, with \"text\" first.")
  endif()
  set(${out_text} "${text}" PARENT_SCOPE)
  set(${out_keys} "${keys}" PARENT_SCOPE)
endfunction()
