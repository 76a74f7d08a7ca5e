#include "ui/letters.h"

#include <cmath>

#include "imgui_internal.h"
#include "imstb_truetype.h"

namespace vagval::ui {

namespace {

// Dear ImGui gives the first codepoints a meaning of its own (space, tab, line break); glyph ids begin after them.
constexpr ImWchar first_slot = 0x100;

bool open_face(ImFontAtlas*, ImFontConfig* source) {
  auto* const info = IM_NEW(stbtt_fontinfo);
  if (!stbtt_InitFont(info, static_cast<unsigned char*>(source->FontData), 0)) {
    IM_DELETE(info);
    return false;
  }
  source->FontLoaderData = info;
  return true;
}
void close_face(ImFontAtlas*, ImFontConfig* source) {
  IM_DELETE(static_cast<stbtt_fontinfo*>(source->FontLoaderData));
  source->FontLoaderData = nullptr;
}
bool has_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar slot) {
  return slot >= first_slot && slot - first_slot < static_cast<stbtt_fontinfo*>(source->FontLoaderData)->numGlyphs;
}
// Lines are set by their baseline, so glyphs lie around it.
bool begin_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Descent = 0;
  return true;
}

bool draw_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar slot, ImFontGlyph* glyph,
                float* advance_only) {
  if (!has_glyph(atlas, source, slot)) return false;
  if (advance_only) {
    *advance_only = 0;  // HarfBuzz knows
    return true;
  }
  auto* const info = static_cast<stbtt_fontinfo*>(source->FontLoaderData);
  const int id = slot - first_slot;
  // Drawn twice as fine across, so that a glyph may stand between two pixels.
  const int fine = baked->RasterizerDensity < 2 ? 2 : 1;
  const float density = baked->RasterizerDensity;
  const float down = stbtt_ScaleForMappingEmToPixels(info, baked->Size) * density;
  const float across = down * static_cast<float>(fine);
  glyph->Codepoint = slot;
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  stbtt_GetGlyphBitmapBox(info, id, across, down, &x0, &y0, &x1, &y1);
  if (x0 == x1 || y0 == y1) return true;
  const int width = x1 - x0, height = y1 - y0;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* const rect = ImFontAtlasPackGetRect(atlas, place);
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(width * height);
  std::fill(pixels.begin(), pixels.end(), static_cast<unsigned char>(0));
  stbtt_MakeGlyphBitmap(info, pixels.Data, width, height, width, across, down, id);
  const float right = 1 / (density * static_cast<float>(fine)), lower = 1 / density;
  glyph->X0 = static_cast<float>(x0) * right;
  glyph->Y0 = static_cast<float>(y0) * lower;
  glyph->X1 = static_cast<float>(x1) * right;
  glyph->Y1 = static_cast<float>(y1) * lower;
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data, ImTextureFormat_Alpha8, width);
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader made = [] {
    ImFontLoader out;
    out.Name = "glyphs";
    out.FontSrcInit = open_face;
    out.FontSrcDestroy = close_face;
    out.FontSrcContainsGlyph = has_glyph;
    out.FontBakedInit = begin_size;
    out.FontBakedLoadGlyph = draw_glyph;
    return out;
  }();
  return made;
}

}  // namespace

void Letters::add_face(std::string_view bytes, typeset::Weight weight) {
  if (!setter_.add_face(bytes, weight)) return;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.FontLoader = &loader();
  // Dear ImGui only reads the bytes; its interface is older than const.
  config.FontData = const_cast<char*>(bytes.data());
  config.FontDataSize = static_cast<int>(bytes.size());
  config.SizePixels = 16;
  faces_.push_back(ImGui::GetIO().Fonts->AddFont(&config));
}

void Letters::add(std::string_view regular, std::string_view semibold) {
  add_face(regular, typeset::Weight::regular);
  add_face(semibold, typeset::Weight::semibold);
  ++serial_;
}

void Letters::draw(ImDrawList* list, const typeset::Line& line, float left, float baseline, float size, ImU32 colour) {
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  // A baseline between two pixels would blur every letter.
  baseline = std::round(baseline * density) / density;
  const auto baked_of = [&](const typeset::Glyph& glyph) {
    return faces_[glyph.face]->GetFontBaked(size, density > 0 ? density : 1);
  };
  const auto slot_of = [](const typeset::Glyph& glyph) { return static_cast<ImWchar>(first_slot + glyph.id); };
  // First all glyphs into the atlas, which may grow and move them; then draw.
  for (const typeset::Glyph& glyph : line.glyphs) baked_of(glyph)->FindGlyph(slot_of(glyph));
  for (const typeset::Glyph& glyph : line.glyphs) {
    const ImFontGlyph* const picture = baked_of(glyph)->FindGlyph(slot_of(glyph));
    if (!picture || !picture->Visible) continue;
    const float x = left + glyph.x * size, y = baseline - glyph.y * size;
    list->PrimReserve(6, 4);
    list->PrimRectUV({x + picture->X0, y + picture->Y0}, {x + picture->X1, y + picture->Y1}, {picture->U0, picture->V0},
                     {picture->U1, picture->V1}, colour);
  }
}

}  // namespace vagval::ui
