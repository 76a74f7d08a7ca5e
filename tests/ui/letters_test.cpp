// Letters as pictures: the system's letters, the frame for missing ones, and the limit of the cache.
#include "ui/letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/painter.h"

namespace vagval {
namespace {

using typeset::Picture;
using typeset::Unit;
using typeset::Weight;

std::string utf8(char32_t code) {
  return {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
          static_cast<char>(0x80 | (code & 0x3F))};
}

class SystemLetters : public testing::Test {
 protected:
  SystemLetters() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {800, 600};
    io.DisplayFramebufferScale = {2, 2};
    ui::set_up(letters);
  }
  ~SystemLetters() override {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext();
  }

  /// A square of ink for each unit, one em wide.
  void lend_squares(bool coloured = false) {
    typeset::System system;
    system.width = [](std::string_view, Weight, bool) { return 1.0F; };
    system.picture = [this, coloured](const Unit& unit, float size) {
      drawn.push_back(unit.words);
      sizes.push_back(size);
      const int side = static_cast<int>(size);
      Picture out{.left = 0, .top = -side, .width = side, .height = side, .coloured = coloured};
      out.pixels.assign(static_cast<std::size_t>(side * side) * (coloured ? 4 : 1), 255);
      return out;
    };
    letters.use(system);
  }

  struct Drawn {
    int vertices = 0;
    ImVec2 least{1e9F, 1e9F}, most{-1e9F, -1e9F};
    ImU32 colour = 0;
  };
  Drawn draw(const std::string& text, float size = 20) {
    Drawn out;
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    letters.begin_frame();
    ImDrawList* const list = ImGui::GetForegroundDrawList();
    const int before = list->VtxBuffer.Size;
    float y = 100;
    for (const typeset::Line& line : letters.setter().lines(text, {}, 35)) {
      letters.draw(list, line, 10, y, size, ink);
      y += size;
    }
    out.vertices = list->VtxBuffer.Size - before;
    for (int i = before; i < list->VtxBuffer.Size; ++i) {
      const ImDrawVert& vertex = list->VtxBuffer[i];
      out.least = {std::min(out.least.x, vertex.pos.x), std::min(out.least.y, vertex.pos.y)};
      out.most = {std::max(out.most.x, vertex.pos.x), std::max(out.most.y, vertex.pos.y)};
      out.colour = vertex.col;
    }
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_OK);
    }
    return out;
  }
  static int atlas_side() {
    const ImTextureData* const texture = ImGui::GetIO().Fonts->TexData;
    return std::max(texture->Width, texture->Height);
  }

  static constexpr ImU32 ink = IM_COL32(31, 42, 48, 255);
  ui::Letters letters;
  std::vector<std::string> drawn;
  std::vector<float> sizes;
};

TEST_F(SystemLetters, AFrameIsSeenWhereNobodyHasTheLetter) {
  const Drawn nothing = draw(" "), frame = draw("漢");
  EXPECT_EQ(nothing.vertices, 0);
  EXPECT_GT(frame.vertices, 0);
  EXPECT_GE(frame.least.x, 10);
  EXPECT_LE(frame.most.x, 10 + 20 * typeset::frame_width + 0.01F);
  EXPECT_GT(frame.most.y - frame.least.y, 10) << "as high as a capital letter";
}

TEST_F(SystemLetters, AFrameIsSeenWhereTheSystemHasNoInkForIt) {
  typeset::System system;
  system.width = [](std::string_view, Weight, bool) { return 1.0F; };
  system.picture = [](const Unit&, float) { return Picture{}; };
  letters.use(system);
  EXPECT_GT(draw("漢").vertices, 0);
  system.picture = [](const Unit&, float) { return Picture{.width = 3, .height = 3, .pixels = {1, 2}}; };
  letters.use(system);
  EXPECT_GT(draw("字").vertices, 0) << "and where its picture is not what it says";
  system.picture = nullptr;
  letters.use(system);
  EXPECT_GT(draw("字").vertices, 0);
}

TEST_F(SystemLetters, ThePictureStandsWhereTheLetterDoesAtTheDevicesResolution) {
  lend_squares();
  const Drawn square = draw("漢");
  EXPECT_EQ(square.vertices, 4);
  EXPECT_FLOAT_EQ(square.least.x, 10);
  EXPECT_FLOAT_EQ(square.least.y, 80);
  EXPECT_FLOAT_EQ(square.most.x, 30);
  EXPECT_FLOAT_EQ(square.most.y, 100);
  EXPECT_EQ(square.colour, ink);
  EXPECT_EQ(sizes, (std::vector<float>{40}));
}

TEST_F(SystemLetters, EachIsDrawnOnceForASizeAndAWeight) {
  lend_squares();
  draw("漢字漢");
  draw("漢字漢");
  EXPECT_EQ(drawn, (std::vector<std::string>{"漢", "字"}));
  draw("漢", 28);
  EXPECT_EQ(drawn.size(), 3U);
}

TEST_F(SystemLetters, WhatHasColoursKeepsThem) {
  lend_squares(true);
  EXPECT_EQ(draw("😀").colour, IM_COL32_WHITE);
}

TEST_F(SystemLetters, TenThousandLettersInOneTextFillNoMoreThanTheAtlasMayHold) {
  lend_squares();
  std::string text;
  for (char32_t code = 0x4E00; code < 0x4E00 + 10'000; ++code) text += utf8(code);
  // More vertices than a draw list can count: fewer letters are drawn, without a crash.
  EXPECT_LE(draw(text, 40).vertices, 65'535);
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  // More pictures than the atlas has room for: the rest are frames, and every letter is on the screen.
  const Drawn all = draw(text, 40);
  EXPECT_LE(atlas_side(), 4096);
  EXPECT_GT(all.vertices, 4 * 10'000) << "frames have more corners";
  // On the next page the room is free again.
  for (int i = 0; i < 3; ++i) draw("漢", 40);
  EXPECT_EQ(draw("漢", 40).vertices, 4);
}

TEST_F(SystemLetters, ScrollingThroughManyLettersKeepsOnlySomeOfThem) {
  lend_squares();
  for (char32_t screen = 0; screen < 60; ++screen) {
    std::string text;
    for (char32_t i = 0; i < 300; ++i) text += utf8(0x4E00 + screen * 300 + i);
    EXPECT_EQ(draw(text, 24).vertices, 4 * 300) << "on screen " << static_cast<unsigned>(screen);
  }
  EXPECT_LE(atlas_side(), 4096);
}

}  // namespace
}  // namespace vagval
