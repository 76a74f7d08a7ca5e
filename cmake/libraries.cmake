# Libraries of other projects. Always SYSTEM, so that their warnings are not shown.

# find_* must look on the machine, not in Emscripten's sysroot: headers alone serve both.
set(on_this_machine NO_CMAKE_FIND_ROOT_PATH)

# nlohmann/json in a folder of its own: emcc must never be given /usr/include.
find_path(NLOHMANN_INCLUDE_DIR nlohmann/json.hpp PATHS /usr/include /usr/local/include /opt/homebrew/include ${on_this_machine})
if(NOT NLOHMANN_INCLUDE_DIR)
  message(FATAL_ERROR "nlohmann/json is missing (Debian: apt-get install nlohmann-json3-dev), or give -DNLOHMANN_INCLUDE_DIR=.")
endif()
set(VAGVAL_JSON_HEADERS "${PROJECT_BINARY_DIR}/json_headers")
file(MAKE_DIRECTORY "${VAGVAL_JSON_HEADERS}")
file(CREATE_LINK "${NLOHMANN_INCLUDE_DIR}/nlohmann" "${VAGVAL_JSON_HEADERS}/nlohmann" SYMBOLIC)

# Dear ImGui and the backends a host may use. Linked privately by vagval_ui; a host that wants a backend links it by name.
if(VAGVAL_UI)
  if(NOT EXISTS "${IMGUI_SOURCE_DIR}/imgui.cpp")
    message(FATAL_ERROR "Dear ImGui is missing in ${IMGUI_SOURCE_DIR}. `./planner setup` fetches it; or give the folder of a "
                        "copy, 1.92 or newer, with -DIMGUI_SOURCE_DIR=; or leave it out with -DVAGVAL_UI=OFF.")
  endif()
  file(STRINGS "${IMGUI_SOURCE_DIR}/imgui.h" version REGEX "define IMGUI_VERSION_NUM")
  if(version MATCHES "([0-9]+)$" AND CMAKE_MATCH_1 LESS 19200)
    message(FATAL_ERROR "Dear ImGui in ${IMGUI_SOURCE_DIR} is older than 1.92, whose dynamic font atlas we need.")
  endif()
  set(parts imgui imgui_draw imgui_tables imgui_widgets backends/imgui_impl_opengl3)
  if(NOT EMSCRIPTEN)
    list(APPEND parts backends/imgui_impl_glfw)
    find_package(glfw3 3.3 REQUIRED)
    find_package(OpenGL REQUIRED)
  endif()
  if(EXISTS "${IMGUI_SOURCE_DIR}/backends/imgui_impl_null.cpp")
    list(APPEND parts backends/imgui_impl_null)
  endif()
  list(TRANSFORM parts REPLACE "(.+)" "${IMGUI_SOURCE_DIR}/\\1.cpp")
  # Dear ImGui's font reader is compiled here too, so that there is one copy.
  set(truetype "${PROJECT_BINARY_DIR}/generated/truetype.cpp")
  file(CONFIGURE OUTPUT "${truetype}" CONTENT "#define STB_TRUETYPE_IMPLEMENTATION\n#include \"imstb_truetype.h\"\n")
  add_library(vagval_imgui STATIC ${parts} "${truetype}")
  target_include_directories(vagval_imgui SYSTEM PUBLIC "${IMGUI_SOURCE_DIR}" "${IMGUI_SOURCE_DIR}/backends")
  # Unused parts are left out, for size: built-in fonts, the demo, files (imgui.ini would be a trace on the device).
  target_compile_definitions(vagval_imgui PUBLIC IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
                                                 IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
  target_compile_definitions(vagval_imgui PRIVATE IMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION)
  target_compile_options(vagval_imgui PRIVATE -w)
  target_link_libraries(vagval_imgui PRIVATE vagval_flags)
  if(NOT EMSCRIPTEN)
    target_link_libraries(vagval_imgui PUBLIC glfw OpenGL::GL ${CMAKE_DL_LIBS})
  endif()
endif()

# HarfBuzz and SheenBidi, one file each, from source: packages have exceptions on, and there is none for wasm. HB_TINY
# leaves out unused parts and shapes the same glyphs.
if(VAGVAL_TYPESET)
  foreach(library HARFBUZZ SHEENBIDI)
    string(TOLOWER ${library} name)
    if(NOT EXISTS "${${library}_SOURCE_DIR}")
      message(FATAL_ERROR "${name} is missing in ${${library}_SOURCE_DIR}. `./planner setup` fetches it; or give the folder of a "
                          "copy with -D${library}_SOURCE_DIR=.")
    endif()
  endforeach()
  add_library(vagval_shaping STATIC "${HARFBUZZ_SOURCE_DIR}/src/harfbuzz.cc" "${SHEENBIDI_SOURCE_DIR}/Source/SheenBidi.c")
  target_include_directories(vagval_shaping SYSTEM PUBLIC "${HARFBUZZ_SOURCE_DIR}/src" "${SHEENBIDI_SOURCE_DIR}/Headers"
                                                   PRIVATE "${SHEENBIDI_SOURCE_DIR}/Source")
  # HarfBuzz names each of its templates for a trace that is compiled away: 70 kB of unused names.
  target_compile_definitions(vagval_shaping PRIVATE HB_TINY SB_CONFIG_UNITY [[__PRETTY_FUNCTION__=""]])
  target_compile_options(vagval_shaping PRIVATE -w $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions$<SEMICOLON>-fno-rtti>)
endif()

# libsodium's portable C, from source: the same bytes natively and in the browser, and there is no package for wasm. The
# linker takes only called objects. libsodium's configure makes its version.h; the one for MSVC is the same.
if(NOT EXISTS "${LIBSODIUM_SOURCE_DIR}/src/libsodium")
  message(FATAL_ERROR "libsodium is missing in ${LIBSODIUM_SOURCE_DIR}. `./planner setup` fetches it; or give the folder of a copy, "
                      "1.0.18 or newer, with -DLIBSODIUM_SOURCE_DIR=.")
endif()
set(sodium_headers "${PROJECT_BINARY_DIR}/sodium_headers")
configure_file("${LIBSODIUM_SOURCE_DIR}/builds/msvc/version.h" "${sodium_headers}/sodium/version.h" COPYONLY)
set(parts crypto_aead/chacha20poly1305/sodium/aead_chacha20poly1305 crypto_stream/chacha20/stream_chacha20
          crypto_stream/chacha20/ref/chacha20_ref crypto_onetimeauth/poly1305/onetimeauth_poly1305
          crypto_onetimeauth/poly1305/donna/poly1305_donna crypto_auth/hmacsha256/auth_hmacsha256
          crypto_hash/sha256/hash_sha256 crypto_hash/sha256/cp/hash_sha256_cp crypto_core/salsa/ref/core_salsa_ref
          crypto_sign/ed25519/ref10/open crypto_sign/ed25519/ref10/sign crypto_core/ed25519/ref10/ed25519_ref10
          crypto_hash/sha512/cp/hash_sha512_cp crypto_generichash/blake2b/ref/generichash_blake2b
          crypto_generichash/blake2b/ref/blake2b-ref crypto_generichash/blake2b/ref/blake2b-compress-ref
          crypto_verify/sodium/verify sodium/codecs sodium/runtime sodium/utils randombytes/randombytes)
if(NOT EMSCRIPTEN)
  list(APPEND parts randombytes/sysrandom/randombytes_sysrandom)
endif()
list(TRANSFORM parts REPLACE "(.+)" "${LIBSODIUM_SOURCE_DIR}/src/libsodium/\\1.c")
# libsodium's core.c would pull in the whole library; this is the part that the other files need.
set(misuse "${PROJECT_BINARY_DIR}/generated/sodium_misuse.c")
file(CONFIGURE OUTPUT "${misuse}" CONTENT "#include <stdlib.h>\nvoid sodium_misuse(void) { abort(); }\n")
add_library(vagval_sodium STATIC ${parts} "${misuse}")
target_include_directories(vagval_sodium SYSTEM
  PUBLIC "${sodium_headers}" "${LIBSODIUM_SOURCE_DIR}/src/libsodium/include"
  PRIVATE "${sodium_headers}/sodium" "${LIBSODIUM_SOURCE_DIR}/src/libsodium/include/sodium")
target_compile_definitions(vagval_sodium PUBLIC SODIUM_STATIC=1 PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1)
target_compile_options(vagval_sodium PRIVATE -w -ffunction-sections)

# qrcodegen, one file of C. Debian's build of it does not exist for wasm.
if(NOT EXISTS "${QRCODEGEN_SOURCE_DIR}/c/qrcodegen.c")
  message(FATAL_ERROR "qrcodegen is missing in ${QRCODEGEN_SOURCE_DIR}. `./planner setup` fetches it; or give the folder of a copy, "
                      "1.8 or newer, with -DQRCODEGEN_SOURCE_DIR=.")
endif()
add_library(vagval_qrcodegen STATIC "${QRCODEGEN_SOURCE_DIR}/c/qrcodegen.c")
target_include_directories(vagval_qrcodegen SYSTEM PUBLIC "${QRCODEGEN_SOURCE_DIR}/c")
target_compile_options(vagval_qrcodegen PRIVATE -w)

# GoogleTest from source with our flags: packaged libraries have exceptions on, and there is none for wasm.
function(vagval_add_gtest name)
  add_library(${name} STATIC EXCLUDE_FROM_ALL "${VAGVAL_GTEST_DIR}/googletest/src/gtest-all.cc"
                                              "${VAGVAL_GTEST_DIR}/googlemock/src/gmock-all.cc"
                                              "${VAGVAL_GTEST_DIR}/googlemock/src/gmock_main.cc")
  target_include_directories(${name} SYSTEM PUBLIC "${VAGVAL_GTEST_DIR}/googletest/include" "${VAGVAL_GTEST_DIR}/googlemock/include"
                                            PRIVATE "${VAGVAL_GTEST_DIR}/googletest" "${VAGVAL_GTEST_DIR}/googlemock")
  target_compile_definitions(${name} PUBLIC GTEST_HAS_PTHREAD=0)
  target_compile_options(${name} PRIVATE -w)
endfunction()
if(VAGVAL_TESTS)
  if(NOT EXISTS "${VAGVAL_GTEST_DIR}/googletest/src/gtest-all.cc")
    message(FATAL_ERROR "GoogleTest's source is missing in ${VAGVAL_GTEST_DIR} (Debian: apt-get install googletest); "
                        "or give -DVAGVAL_GTEST_DIR=; or leave the tests out with -DVAGVAL_TESTS=OFF.")
  endif()
  vagval_add_gtest(vagval_gtest)
  target_link_libraries(vagval_gtest PRIVATE vagval_flags)
endif()
