#include "ui/pen.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "assets/fonts.h"

namespace vagval::ui {

namespace {

// Dear ImGui counts a font's size from ascent to descent; CSS counts the em square. For Noto Sans: (1069 + 293) / 1000.
constexpr float em_to_height = 1.362F;

ImFont* font_of(Weight weight) { return ImGui::GetIO().Fonts->Fonts[weight == Weight::regular ? 0 : 1]; }

ImFont* add_font(std::string_view bytes) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // Dear ImGui only reads the bytes; its interface is older than const.
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()),
                                                    16 * em_to_height, &config);
}

// Where the line ends that begins at `now`: after the last word that fits. Dear ImGui's own wrapping would also break
// after the comma inside 700,000. A word wider than the line is broken where it must be.
const char* line_end_of(ImFont* font, float size, const char* now, const char* end, float width) {
  const char* last = now;
  float used = 0;
  for (const char* word = now; word < end;) {
    const char* const word_end = std::find(word, end, ' ');
    used += font->CalcTextSizeA(size, FLT_MAX, 0, word, word_end).x;
    if (used > width) return last == now ? font->CalcWordWrapPosition(size, now, word_end, width) : last;
    last = word = word_end;
    while (word < end && *word == ' ') ++word;
    used += font->CalcTextSizeA(size, FLT_MAX, 0, last, word).x;
  }
  return end;
}

double channel(Colour colour, int shift) {
  const double c = static_cast<double>((colour >> shift) & 0xFF) / 255;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(Colour c) { return 0.2126 * channel(c, 16) + 0.7152 * channel(c, 8) + 0.0722 * channel(c, 0); }

}  // namespace

double contrast(Colour a, Colour b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void load_fonts() {
  add_font(assets::font_regular());
  add_font(assets::font_semibold());
}

ImU32 packed(Colour c, float alpha) {
  return IM_COL32((c >> 16) & 0xFF, (c >> 8) & 0xFF, c & 0xFF, static_cast<int>(alpha * 255));
}

float text(ImDrawList* list, float x, float y, float width, std::string_view words, const Type& type, Colour colour) {
  if (words.empty()) return 0;
  ImFont* const font = font_of(type.weight);
  const float size = type.size * em_to_height;
  const char *now = words.data(), *const end = now + words.size();
  float height = 0;
  while (now < end) {
    const char* const paragraph_end = std::find(now, end, '\n');
    const char* line_end = line_end_of(font, size, now, paragraph_end, std::max(width, 1.0F));
    if (line_end == now && line_end < paragraph_end) ++line_end;
    if (list) list->AddText(font, size, {x, y + height + (type.line - size) / 2}, packed(colour), now, line_end);
    height += type.line;
    now = line_end;
    while (now < paragraph_end && *now == ' ') ++now;
    if (now == paragraph_end && now < end) ++now;
  }
  return height;
}

float text_width(std::string_view words, const Type& type) {
  return font_of(type.weight)
      ->CalcTextSizeA(type.size * em_to_height, 1e9F, 0, words.data(), words.data() + words.size())
      .x;
}

void box(ImDrawList* list, float x, float y, float width, float height, Colour fill, float rounding) {
  if (list) list->AddRectFilled({x, y}, {x + width, y + height}, packed(fill), std::min(rounding, height / 2));
}
void frame(ImDrawList* list, float x, float y, float width, float height, Colour line, float rounding,
           float thickness) {
  const float inset = thickness / 2;
  if (list)
    list->AddRect({x + inset, y + inset}, {x + width - inset, y + height - inset}, packed(line),
                  std::min(rounding, height / 2), 0, thickness);
}

void mark(ImDrawList* list, float x, float y, float size, std::string_view name, const Theme& theme) {
  if (!list) return;
  const float r = size / 2;
  const ImVec2 centre{x + r, y + r};
  Pair colours{theme.ink, 0xECE8E0};
  if (name == "met" || name == "done")
    colours = theme.met;
  else if (name == "unmet")
    colours = theme.unmet;
  else if (name == "unknown")
    colours = theme.unknown;
  else if (name == "authority")
    colours = theme.authority;
  if (name.starts_with("swatch")) {
    const std::size_t index = static_cast<std::size_t>(name.back() - '1');
    return box(list, x + r - 7, y + r - 7, 14, 14, theme.swatches[std::min<std::size_t>(index, 2)], 3);
  }
  list->AddCircleFilled(centre, r, packed(colours.ground), 32);
  const ImU32 ink = packed(colours.text);
  if (name == "met" || name == "done") {
    const ImVec2 points[] = {{centre.x - 5, centre.y}, {centre.x - 1.5F, centre.y + 4}, {centre.x + 5, centre.y - 4}};
    list->AddPolyline(points, 3, ink, 0, 2);
  } else if (name == "unmet") {
    list->AddLine({centre.x - 4, centre.y - 4}, {centre.x + 4, centre.y + 4}, ink, 2);
    list->AddLine({centre.x + 4, centre.y - 4}, {centre.x - 4, centre.y + 4}, ink, 2);
  } else if (name == "open") {
    list->AddCircle(centre, 5, ink, 24, 1.5F);
  } else if (name == "begun") {
    list->AddCircle(centre, 5, ink, 24, 1.5F);
    list->PathArcTo(centre, 5, -1.5708F, 1.5708F, 16);
    list->PathFillConvex(ink);
  } else if (name == "off") {
    list->AddLine({centre.x - 5, centre.y}, {centre.x + 5, centre.y}, ink, 2);
  } else if (name == "dot") {
    list->AddCircleFilled(centre, 2.5F, ink, 16);
  } else {
    const std::string_view sign = name == "unknown" ? "?" : name == "authority" ? "\u00A7" : name;
    const Type type{14, 21, Weight::semibold};
    text(list, centre.x - text_width(sign, type) / 2, centre.y - 10.5F, 40, sign, type, colours.text);
  }
}

void chevron(ImDrawList* list, float x, float y, bool open, Colour colour) {
  if (!list) return;
  const ImVec2 closed[] = {{x - 3, y - 5}, {x + 2, y}, {x - 3, y + 5}},
               opened[] = {{x - 5, y - 3}, {x, y + 2}, {x + 5, y - 3}};
  list->AddPolyline(open ? opened : closed, 3, packed(colour), 0, 2);
}

void radio(ImDrawList* list, float x, float y, bool selected, const Theme& theme) {
  if (!list) return;
  list->AddCircle({x, y}, 9, packed(selected ? theme.accent : theme.outline), 32, 2);
  if (selected) list->AddCircleFilled({x, y}, 5.5F, packed(theme.accent), 24);
}

void menu_lines(ImDrawList* list, float x, float y, bool open, Colour colour) {
  if (!list) return;
  if (open) {
    list->AddLine({x - 7, y - 7}, {x + 7, y + 7}, packed(colour), 2);
    list->AddLine({x + 7, y - 7}, {x - 7, y + 7}, packed(colour), 2);
    return;
  }
  for (const float dy : {-6.0F, 0.0F, 6.0F}) list->AddLine({x - 9, y + dy}, {x + 9, y + dy}, packed(colour), 2);
}

}  // namespace vagval::ui
