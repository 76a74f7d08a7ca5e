# -DFONTS=regular.ttf;semibold.ttf -DOUT=file.cpp
set(functions "")
set(names font_regular font_semibold)
foreach(font name IN ZIP_LISTS FONTS names)
  file(READ "${font}" hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" escaped "${hex}")
  string(APPEND functions "std::string_view ${name}() {\n  static constexpr char bytes[] = \"${escaped}\";\n"
                          "  return {bytes, sizeof bytes - 1};\n}\n\n")
endforeach()
file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT [[// Written by cmake/embed_fonts.cmake.
#include "assets/fonts.h"

namespace vagval::assets {

@functions@}  // namespace vagval::assets
]])
