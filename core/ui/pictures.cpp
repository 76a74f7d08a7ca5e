#include "ui/pictures.h"

#include <algorithm>
#include <iterator>

namespace vagval::ui {

namespace {

struct Picture {
  std::string_view name;
  /// Points "x,y" with spaces between; a line ends at a semicolon.
  std::string_view lines;
};
constexpr Picture pictures[] = {
    {"thinking", "4,5 20,5 20,15 11,15 7,20 7,15 4,15 4,5;8,10 9,10;12,10 13,10;16,10 17,10"},
    {"documents", "7,3 14,3 18,7 18,21 7,21 7,3;14,3 14,7 18,7;10,12 15,12;10,16 15,16"},
    {"housing", "3,12 12,4 21,12;6,10 6,20 18,20 18,10;10,20 10,14 14,14 14,20"},
    {"education", "12,7 12,20;12,7 4,5 4,18 12,20 20,18 20,5 12,7"},
    {"livelihood", "4,8 20,8 20,19 4,19 4,8;9,8 9,5 15,5 15,8;4,13 20,13"},
    {"needs", "12,20 4,12 4,8 8,5 12,9 16,5 20,8 20,12 12,20"},
    {"trial", "7,4 17,4 7,20 17,20 7,4"},
    {"deregister", "13,8 13,4 5,4 5,20 13,20 13,16;9,12 21,12;17,8 21,12 17,16"},
    {"move", "2,7 14,7 14,16 2,16 2,7;14,10 19,10 22,13 22,16 14,16;6,16 6,19 9,19 9,16;16,16 16,19 19,19 19,16"},
    {"after", "4,6 20,6 20,20 4,20 4,6;4,10 20,10;8,3 8,7;16,3 16,7;9,15 11,17 15,13"},
};

const Picture* find(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(pictures), std::end(pictures), [&](const Picture& one) { return one.name == name; });
  return found == std::end(pictures) ? nullptr : found;
}

// Reads a whole number; returns it with the rest of the text.
float number(std::string_view& text) {
  float out = 0;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    out = out * 10 + static_cast<float>(text.front() - '0');
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace

bool has_picture(std::string_view name) { return find(name) != nullptr; }

std::vector<std::string_view> picture_names() {
  std::vector<std::string_view> out;
  for (const Picture& one : pictures) out.push_back(one.name);
  return out;
}

std::string_view picture_lines(std::string_view name) {
  const Picture* const found = find(name);
  return found ? found->lines : std::string_view("");
}

void picture(const Pen& pen, float x, float y, float size, std::string_view name, Colour colour) {
  const Picture* const found = find(name);
  if (!found) return;
  const float unit = size / 24;
  bool begun = false;
  float from_x = 0, from_y = 0;
  for (std::string_view rest = found->lines; !rest.empty();) {
    const float to_x = x + number(rest) * unit;
    rest.remove_prefix(1);  // the comma
    const float to_y = y + number(rest) * unit;
    if (begun) pen.line(from_x, from_y, to_x, to_y, colour, 1.75F);
    from_x = to_x;
    from_y = to_y;
    begun = !rest.empty() && rest.front() == ' ';
    rest.remove_prefix(rest.empty() ? 0 : 1);
  }
}

}  // namespace vagval::ui
