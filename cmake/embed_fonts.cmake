# -DNAME=latin -DFONTS=regular.ttf;semibold.ttf -DOUT=file.cpp
set(weights "")
foreach(font IN LISTS FONTS)
  file(READ "${font}" hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" escaped "${hex}")
  string(APPEND weights "{\"${escaped}\", sizeof \"${escaped}\" - 1}, ")
endforeach()
file(WRITE "${OUT}" "// Written by cmake/embed_fonts.cmake.
#include \"assets/fonts.h\"

namespace vagval::assets {

FontFiles ${NAME}_fonts() { return {${weights}}; }

}  // namespace vagval::assets
")
