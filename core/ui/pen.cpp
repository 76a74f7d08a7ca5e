#include "ui/pen.h"

#include <algorithm>
#include <cmath>

namespace vagval::ui {

namespace {

// The share of a line's height above the baseline, measured on Noto Sans, without half of the leading.
constexpr float ascent = 1.069F, em_height = 1.362F;

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

const Theme& theme_for(Appearance chosen, bool system_dark, bool system_contrast) {
  if (chosen == Appearance::light) return light;
  if (chosen == Appearance::dark) return dark;
  if (chosen == Appearance::contrast) return system_dark ? dark_contrasting : contrasting;
  if (system_contrast) return system_dark ? dark_contrasting : contrasting;
  return system_dark ? dark : light;
}

ImU32 packed(Colour c, float alpha) {
  return IM_COL32((c >> 16) & 0xFF, (c >> 8) & 0xFF, c & 0xFF, static_cast<int>(alpha * 255));
}

float Pen::target_for(const Type& type) const { return std::max(target, type.line * scale_ + 20); }

float Pen::text(float x, float y, float width, std::string_view words, const Type& type, Colour colour) const {
  if (words.empty()) return 0;
  const float size = type.size * scale_, line_height = type.line * scale_;
  typeset::Style style = *style_;
  style.weight = type.weight;
  float height = 0, widest = 0;
  bool split = false;
  const typeset::Line* before = nullptr;
  for (const typeset::Line& line : letters_->setter().lines(words, style, std::max(width, 1.0F) / size)) {
    const float baseline = y + height + (line_height - size * em_height) / 2 + size * ascent;
    const bool seen =
        list_ && y + height < list_->GetClipRectMax().y && y + height + line_height > list_->GetClipRectMin().y;
    if (seen) letters_->draw(list_, line, left(x, line.width * size), baseline, size, packed(colour));
    height += line_height;
    widest = std::max(widest, line.width * size);
    // There was a space between the two words.
    split |= before && before->end == line.begin && before->end > before->begin;
    before = &line;
  }
  if (texts_)
    texts_->all.push_back({words.data(), left(x, width), y + texts_->shift, width, height, widest, size, line_height,
                           type.weight == Weight::semibold, split});
  return height;
}

std::string Pen::shortened(float width, std::string_view words, const Type& type, std::size_t lines_max) const {
  typeset::Style style = *style_;
  style.weight = type.weight;
  return letters_->setter().shortened(words, style, std::max(width, 1.0F) / (type.size * scale_), lines_max);
}

float Pen::height_of(float width, std::string_view words, const Type& type) const {
  return measuring().text(0, 0, width, words, type, 0);
}

float Pen::width_of(std::string_view words, const Type& type) const {
  typeset::Style style = *style_;
  style.weight = type.weight;
  return letters_->setter().width(words, style) * type.size * scale_;
}

void Pen::box(float x, float y, float width, float height, Colour fill, float rounding) const {
  if (!list_) return;
  const float at = left(x, width);
  list_->AddRectFilled({at, y}, {at + width, y + height}, packed(fill), std::min(rounding, height / 2));
}
void Pen::frame(float x, float y, float width, float height, Colour line, float rounding, float thickness) const {
  if (!list_) return;
  const float inset = thickness / 2, at = left(x, width);
  list_->AddRect({at + inset, y + inset}, {at + width - inset, y + height - inset}, packed(line),
                 std::min(rounding, height / 2), 0, thickness);
}
void Pen::disc(float x, float y, float r, Colour fill) const {
  if (list_) list_->AddCircleFilled(point(x, y), r, packed(fill), 24);
}
void Pen::ring(float x, float y, float r, Colour line, float thickness) const {
  if (list_) list_->AddCircle(point(x, y), r, packed(line), 32, thickness);
}
void Pen::line(float x, float y, float to_x, float to_y, Colour colour, float thickness) const {
  if (list_) list_->AddLine(point(x, y), point(to_x, to_y), packed(colour), thickness);
}

void Pen::mark(float x, float y, float size, std::string_view name) const {
  if (!list_) return;
  const float r = size / 2;
  // A symbol keeps its shape in both directions; only its place is mirrored.
  const ImVec2 centre{left(x, size) + r, y + r};
  Pair colours{theme_->ink, theme_->mark_ground};
  if (name == "met" || name == "done")
    colours = theme_->met;
  else if (name == "unmet")
    colours = theme_->unmet;
  else if (name == "unknown")
    colours = theme_->unknown;
  else if (name == "authority")
    colours = theme_->authority;
  if (name.starts_with("swatch")) {
    const std::size_t index = static_cast<std::size_t>(name.back() - '1');
    return box(x + r - 7, y + r - 7, 14, 14, theme_->swatches[std::min<std::size_t>(index, 2)], 3);
  }
  list_->AddCircleFilled(centre, r, packed(colours.ground), 32);
  const ImU32 ink = packed(colours.text);
  if (name == "met" || name == "done") {
    const ImVec2 points[] = {{centre.x - 5, centre.y}, {centre.x - 1.5F, centre.y + 4}, {centre.x + 5, centre.y - 4}};
    list_->AddPolyline(points, 3, ink, 0, 2);
  } else if (name == "unmet") {
    list_->AddLine({centre.x - 4, centre.y - 4}, {centre.x + 4, centre.y + 4}, ink, 2);
    list_->AddLine({centre.x + 4, centre.y - 4}, {centre.x - 4, centre.y + 4}, ink, 2);
  } else if (name == "open") {
    list_->AddCircle(centre, 5, ink, 24, 1.5F);
  } else if (name == "begun") {
    list_->AddCircle(centre, 5, ink, 24, 1.5F);
    list_->PathArcTo(centre, 5, -1.5708F, 1.5708F, 16);
    list_->PathFillConvex(ink);
  } else if (name == "off") {
    list_->AddLine({centre.x - 5, centre.y}, {centre.x + 5, centre.y}, ink, 2);
  } else if (name == "dot") {
    list_->AddCircleFilled(centre, 2.5F, ink, 16);
  } else {
    const bool arabic = mirrored_;
    const std::string_view sign = name == "unknown" ? (arabic ? "\u061F" : "?") : name == "authority" ? "\u00A7" : name;
    // The content of a circle of fixed size does not grow either.
    Pen fixed = *this;
    fixed.scale_ = 1;
    const Type type{14, 21, Weight::semibold};
    const float wide = fixed.width_of(sign, type);
    fixed.text(x + r - wide / 2, centre.y - 10.5F, 40, sign, type, colours.text);
  }
}

void Pen::chevron(float x, float y, bool open, Colour colour) const {
  if (!list_) return;
  const ImVec2 closed[] = {point(x - 3, y - 5), point(x + 2, y), point(x - 3, y + 5)},
               opened[] = {point(x - 5, y - 3), point(x, y + 2), point(x + 5, y - 3)};
  list_->AddPolyline(open ? opened : closed, 3, packed(colour), 0, 2);
}

void Pen::radio(float x, float y, bool selected) const {
  ring(x, y, 9, selected ? theme_->accent : theme_->outline, 2);
  if (selected) disc(x, y, 5.5F, theme_->accent);
}

void Pen::menu_lines(float x, float y, bool open, Colour colour) const {
  if (open) {
    line(x - 7, y - 7, x + 7, y + 7, colour, 2);
    line(x + 7, y - 7, x - 7, y + 7, colour, 2);
    return;
  }
  for (const float dy : {-6.0F, 0.0F, 6.0F}) line(x - 9, y + dy, x + 9, y + dy, colour, 2);
}

}  // namespace vagval::ui
