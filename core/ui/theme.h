// Colours and type as data. A test computes the contrast of every pair that carries text.
#pragma once

#include <array>
#include <cstdint>

#include "screen/screen.h"

namespace vagval::ui {

/// 0xRRGGBB.
using Colour = std::uint32_t;

/// A text colour and its background.
struct Pair {
  Colour text, ground;
};

struct Theme {
  Colour ground, surface, line, outline, ink, muted, accent, accent_ground, on_accent;
  Pair met, unmet, unknown, authority;
  Colour hazard_bar, hazard_ground, mark_ground;
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
                             .mark_ground = 0xECE8E0,
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
                            .mark_ground = 0x2A3338,
                            .swatches = {0x7CC4D0, 0x4F8791, 0x31535A}};

/// The contrast theme: 7:1 and more for every text, and every edge as dark as text.
inline constexpr Theme contrasting{.ground = 0xFFFFFF,
                                   .surface = 0xFFFFFF,
                                   .line = 0x000000,
                                   .outline = 0x000000,
                                   .ink = 0x000000,
                                   .muted = 0x1F1F1F,
                                   .accent = 0x00334D,
                                   .accent_ground = 0xE0F0F5,
                                   .on_accent = 0xFFFFFF,
                                   .met = {0x003D14, 0xF0FFF0},
                                   .unmet = {0x7A0000, 0xFFF0F0},
                                   .unknown = {0x5C2E00, 0xFFF6E5},
                                   .authority = {0x241A66, 0xF2F0FF},
                                   .hazard_bar = 0x7A4000,
                                   .hazard_ground = 0xFFF6E5,
                                   .mark_ground = 0xE6E6E6,
                                   .swatches = {0x00334D, 0x4D7F99, 0xB3CCD9}};
inline constexpr Theme dark_contrasting{.ground = 0x000000,
                                        .surface = 0x000000,
                                        .line = 0xFFFFFF,
                                        .outline = 0xFFFFFF,
                                        .ink = 0xFFFFFF,
                                        .muted = 0xE0E0E0,
                                        .accent = 0x8FE3F2,
                                        .accent_ground = 0x00303A,
                                        .on_accent = 0x000000,
                                        .met = {0xB0F2C0, 0x00260D},
                                        .unmet = {0xFFC2BD, 0x330000},
                                        .unknown = {0xFFD699, 0x2B1A00},
                                        .authority = {0xD6D1FF, 0x140F33},
                                        .hazard_bar = 0xFFC266,
                                        .hazard_ground = 0x2B1A00,
                                        .mark_ground = 0x262626,
                                        .swatches = {0x8FE3F2, 0x5BA3B0, 0x31606B}};

/// The person's choice, or the system's preference.
const Theme& theme_for(Appearance chosen, bool system_dark, bool system_contrast);

/// WCAG 2 contrast ratio, 1…21.
double contrast(Colour a, Colour b);

/// Lengths in CSS px, from the look: multiples of four, targets of 44, lines of at most 66 characters.
inline constexpr float target = 44, edit_size = 16 * 1.362F, option_height = 48, radius = 8, card_radius = 10;
inline constexpr float side_width = 236, aside_width = 288, content_max = 760, wide_from = 720, aside_from = 1160;

}  // namespace vagval::ui
