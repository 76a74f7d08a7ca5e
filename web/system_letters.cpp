#include "system_letters.h"

#include <emscripten/em_js.h>

#include <cstdint>
#include <cstdlib>
#include <string>

// The only call of JavaScript: the layout needs the width of a text at once.
// clang-format off

EM_JS(double, vagval_words_width, (const char* words, bool semibold, bool right_to_left), {
  if (!Module.ink) {
    var context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    var ink = { context: context, readable: false };
    ink.begin = function (bold, rtl, size, width, height) {
      if (width) {
        context.canvas.width = width;
        context.canvas.height = height;
      }
      context.font = (bold ? '600 ' : '400 ') + size + 'px "Noto Sans", system-ui, "Segoe UI", Roboto, sans-serif';
      context.direction = rtl ? 'rtl' : 'ltr';
      context.textAlign = 'left';
      context.fillStyle = '#000';
    };
    // A browser that protects against fingerprinting returns other pixels than it drew; eight pixels show it.
    try {
      ink.begin(false, false, 10, 8, 1);
      for (var x = 0; x < 8; x += 2) context.fillRect(x, 0, 1, 1);
      var data = context.getImageData(0, 0, 8, 1).data;
      ink.readable = true;
      for (var i = 0; i < 8; ++i) {
        var alpha = data[i * 4 + 3];
        if (i % 2 ? alpha > 8 : alpha < 247) ink.readable = false;
      }
    } catch (refused) {}
    Module.ink = ink;
  }
  Module.ink.begin(semibold, right_to_left, 100);
  return Module.ink.context.measureText(UTF8ToString(words)).width / 100;
});

// box: left, top, width, height, and whether it has colours: four bytes a pixel if so, else one.
EM_JS(unsigned char*, vagval_words_picture, (const char* words, bool semibold, bool right_to_left, double size, std::int32_t* box), {
  var ink = Module.ink;
  if (!ink || !ink.readable) return 0;
  var context = ink.context;
  var text = UTF8ToString(words);
  ink.begin(semibold, right_to_left, size);
  var measured = context.measureText(text);
  // A margin, because the browser's measure of the ink can be wrong.
  var room = function (length, least) { return Math.ceil(Math.max(length || 0, least) + size / 8) + 1; };
  var left = room(measured.actualBoundingBoxLeft, 0), right = room(measured.actualBoundingBoxRight, measured.width);
  var up = room(measured.actualBoundingBoxAscent, size), down = room(measured.actualBoundingBoxDescent, size / 2);
  var width = left + right, height = up + down;
  if (!(width * height < 4e6)) return 0;
  ink.begin(semibold, right_to_left, size, width, height);
  context.fillText(text, left, up);
  var data = context.getImageData(0, 0, width, height).data;
  // Clears the canvas, because it may hold a person's text.
  context.canvas.width = context.canvas.height = 0;
  var x0 = width, y0 = height, x1 = 0, y1 = 0, coloured = 0;
  for (var y = 0; y < height; ++y) {
    for (var x = 0; x < width; ++x) {
      var i = (y * width + x) * 4;
      if (data[i + 3] < 4) continue;
      if (data[i + 3] > 48 && Math.max(data[i], data[i + 1], data[i + 2]) > 32) coloured = 1;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
    }
  }
  if (x1 <= x0) return 0;
  var found = [x0 - left, y0 - up, x1 - x0, y1 - y0, coloured];
  for (var n = 0; n < 5; ++n) HEAP32[(box >> 2) + n] = found[n];
  var bytes = coloured ? 4 : 1;
  var address = _malloc((x1 - x0) * (y1 - y0) * bytes), to = address;
  if (!address) return 0;
  for (var row = y0; row < y1; ++row)
    for (var at = (row * width + x0) * 4, end = (row * width + x1) * 4; at < end; at += 4)
      if (coloured) for (var part = 0; part < 4; ++part) HEAPU8[to++] = data[at + part];
      else HEAPU8[to++] = data[at + 3];
  return address;
});

// clang-format on

namespace vagval {

typeset::System browser_letters() {
  typeset::System out;
  out.width = [](std::string_view words, typeset::Weight weight, bool right_to_left) {
    return static_cast<float>(
        vagval_words_width(std::string(words).c_str(), weight == typeset::Weight::semibold, right_to_left));
  };
  out.picture = [](const typeset::Unit& unit, float size) {
    typeset::Picture picture;
    std::int32_t box[5] = {};
    unsigned char* const pixels = vagval_words_picture(unit.words.c_str(), unit.weight == typeset::Weight::semibold,
                                                       unit.right_to_left, static_cast<double>(size), box);
    if (!pixels) return picture;
    picture.left = box[0];
    picture.top = box[1];
    picture.width = box[2];
    picture.height = box[3];
    picture.coloured = box[4] != 0;
    picture.pixels.assign(pixels, pixels + box[2] * box[3] * (picture.coloured ? 4 : 1));
    std::free(pixels);
    return picture;
  };
  return out;
}

}  // namespace vagval
