// Colours and type as data. A test computes the contrast of every pair that carries text.
#pragma once

#include <array>
#include <cstdint>

namespace vagval::ui {

/// 0xRRGGBB.
using Colour = std::uint32_t;

/// A text colour on its ground.
struct Pair {
  Colour text, ground;
};

struct Theme {
  Colour ground, surface, line, outline, ink, muted, accent, accent_ground, on_accent;
  Pair met, unmet, unknown, authority;
  Colour hazard_bar, hazard_ground;
  std::array<Colour, 3> swatches;
};

inline constexpr Theme light{.ground = 0xF7F5F1,
                             .surface = 0xFFFFFF,
                             .line = 0xDAD6CE,
                             .outline = 0x7A848A,
                             .ink = 0x1F2A30,
                             .muted = 0x55636B,
                             .accent = 0x1B5E6B,
                             .accent_ground = 0xE3EEF0,
                             .on_accent = 0xFFFFFF,
                             .met = {0x235732, 0xE8F3EA},
                             .unmet = {0x8C1D18, 0xFCEBEA},
                             .unknown = {0x7A4106, 0xFFF3E0},
                             .authority = {0x3F3A7C, 0xECEAF6},
                             .hazard_bar = 0xB8690F,
                             .hazard_ground = 0xFFF8EC,
                             .swatches = {0x1B5E6B, 0x6FA3AD, 0xBFD6DA}};
inline constexpr Theme dark{.ground = 0x14191C,
                            .surface = 0x1C2327,
                            .line = 0x39444A,
                            .outline = 0x7E8B92,
                            .ink = 0xE9EEF0,
                            .muted = 0xA9B5BB,
                            .accent = 0x7CC4D0,
                            .accent_ground = 0x1F3A41,
                            .on_accent = 0x14191C,
                            .met = {0x9FD6AE, 0x1B2E21},
                            .unmet = {0xF2A7A2, 0x3A1E1C},
                            .unknown = {0xF0C07A, 0x33270F},
                            .authority = {0xC3BEF2, 0x26243D},
                            .hazard_bar = 0xE0A24A,
                            .hazard_ground = 0x2C2314,
                            .swatches = {0x7CC4D0, 0x4F8791, 0x31535A}};

/// WCAG 2 contrast ratio, 1…21.
double contrast(Colour a, Colour b);

/// Lengths in CSS px, from the look: multiples of four, targets of 44, lines of at most 66 characters.
inline constexpr float target = 44, option_height = 48, radius = 8, card_radius = 10;
inline constexpr float side_width = 236, aside_width = 288, content_max = 760, wide_from = 720, aside_from = 1160;

}  // namespace vagval::ui
