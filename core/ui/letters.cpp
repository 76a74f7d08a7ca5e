#include "ui/letters.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "imgui_internal.h"
#include "imstb_truetype.h"

namespace vagval::ui {

struct Letters::Outlines {
  stbtt_fontinfo info{};
};

Letters::Letters() = default;
Letters::~Letters() = default;

namespace {

// Dear ImGui gives the first codepoints meanings of their own (space, tab, line break); glyph ids begin after them.
constexpr ImWchar first_slot = 0x100;
// The largest number of pixels in pictures of letters before they are made anew: 16 MB at four bytes.
constexpr int pixels_kept = 4 << 20;
// The largest side of the atlas. A letter without room becomes a frame. Every WebGL 2 supports 2048, nearly every one
// this.
constexpr int atlas_side = 4096, longest_picture = 4000;

// Dear ImGui's font size is a line height: this many em of Noto Sans.
constexpr float line_ems = 1.362F;
constexpr unsigned corners_max = 64'000;

Letters& letters_of(ImFontAtlas* atlas) { return *static_cast<Letters*>(atlas->UserData); }

bool open_face(ImFontAtlas* atlas, ImFontConfig* source) {
  const typeset::FaceFile file = letters_of(atlas).setter().face(source->FontLoaderFlags);
  auto* const info = IM_NEW(stbtt_fontinfo);
  // The library only reads the bytes, though its parameter is not const.
  auto* const bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(file.bytes.data()));
  const int offset = stbtt_GetFontOffsetForIndex(bytes, static_cast<int>(file.number));
  if (offset < 0 || !stbtt_InitFont(info, bytes, offset)) {
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

/// Draws into the atlas, with the given baseline offset and scale.
bool rasterise(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const stbtt_fontinfo* info, int id,
               float across, float down, float right, float lower, ImFontGlyph* glyph) {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  stbtt_GetGlyphBitmapBox(info, id, across, down, &x0, &y0, &x1, &y1);
  if (x0 >= x1 || y0 >= y1) return true;
  const int width = x1 - x0, height = y1 - y0;
  if (width > longest_picture || height > longest_picture) return false;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
  if (place == ImFontAtlasRectId_Invalid) {
    letters_of(atlas).tell_full();
    return false;
  }
  ImTextureRect* const rect = ImFontAtlasPackGetRect(atlas, place);
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(width * height);
  std::fill(pixels.begin(), pixels.end(), static_cast<unsigned char>(0));
  stbtt_MakeGlyphBitmap(info, pixels.Data, width, height, width, across, down, id);
  glyph->X0 += static_cast<float>(x0) * right;
  glyph->Y0 += static_cast<float>(y0) * lower;
  glyph->X1 = glyph->X0 + static_cast<float>(width) * right;
  glyph->Y1 = glyph->Y0 + static_cast<float>(height) * lower;
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data, ImTextureFormat_Alpha8, width);
  return true;
}

// Lines are placed by their baseline, so glyphs lie around it.
bool begin_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Descent = 0;
  return true;
}

bool draw_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar slot, ImFontGlyph* glyph,
                float* advance_only) {
  if (!has_glyph(atlas, source, slot)) return false;
  if (advance_only) {
    *advance_only = 0;  // HarfBuzz gives the advance
    return true;
  }
  auto* const info = static_cast<stbtt_fontinfo*>(source->FontLoaderData);
  const int id = slot - first_slot;
  // Drawn at twice the horizontal resolution, so that a glyph may stand between two pixels.
  const int fine = baked->RasterizerDensity < 2 ? 2 : 1;
  const float density = baked->RasterizerDensity;
  const float down = stbtt_ScaleForMappingEmToPixels(info, baked->Size) * density;
  const float across = down * static_cast<float>(fine);
  glyph->Codepoint = slot;
  return rasterise(atlas, source, baked, info, id, across, down, 1 / (density * static_cast<float>(fine)), 1 / density,
                   glyph);
}

bool has_unit(ImFontAtlas* atlas, ImFontConfig*, ImWchar slot) {
  return slot > first_slot && slot < first_slot + letters_of(atlas).setter().unit_count();
}

// The system's own picture, in colour where it has colours.
bool draw_unit(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar slot, ImFontGlyph* glyph,
               float* advance_only) {
  if (!has_unit(atlas, source, slot)) return false;
  if (advance_only) {
    *advance_only = 0;
    return true;
  }
  const typeset::Typesetter& setter = letters_of(atlas).setter();
  const float density = baked->RasterizerDensity;
  if (!setter.system().picture) return false;
  const typeset::Picture picture =
      setter.system().picture(setter.unit(static_cast<std::uint16_t>(slot - first_slot)), baked->Size * density);
  const std::size_t bytes = picture.coloured ? 4 : 1;
  if (picture.width <= 0 || picture.height <= 0 || picture.width > longest_picture ||
      picture.height > longest_picture ||
      picture.pixels.size() !=
          static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * bytes)
    return false;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, picture.width, picture.height);
  if (place == ImFontAtlasRectId_Invalid) {
    letters_of(atlas).tell_full();
    return false;
  }
  glyph->Codepoint = slot;
  glyph->X0 = static_cast<float>(picture.left) / density;
  glyph->Y0 = static_cast<float>(picture.top) / density;
  glyph->X1 = static_cast<float>(picture.left + picture.width) / density;
  glyph->Y1 = static_cast<float>(picture.top + picture.height) / density;
  glyph->Visible = true;
  glyph->Colored = picture.coloured;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(
      atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place), picture.pixels.data(),
      picture.coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8, picture.width * static_cast<int>(bytes));
  return true;
}

const ImFontLoader& unit_loader() {
  static const ImFontLoader made = [] {
    ImFontLoader out;
    out.Name = "units";
    out.FontSrcContainsGlyph = has_unit;
    out.FontBakedInit = begin_size;
    out.FontBakedLoadGlyph = draw_unit;
    return out;
  }();
  return made;
}

bool has_typed(ImFontAtlas* atlas, ImFontConfig*, ImWchar letter) { return letters_of(atlas).typed(letter) != nullptr; }

bool draw_typed(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar letter, ImFontGlyph* glyph,
                float* advance_only) {
  const Letters::Outlines* const outlines = letters_of(atlas).typed(letter);
  if (!outlines) return false;
  const stbtt_fontinfo* const info = &outlines->info;
  const int id = stbtt_FindGlyphIndex(info, letter);
  const float scale = stbtt_ScaleForMappingEmToPixels(info, baked->Size / line_ems), density = baked->RasterizerDensity;
  int advance = 0, bearing = 0;
  stbtt_GetGlyphHMetrics(info, id, &advance, &bearing);
  if (advance_only) {
    *advance_only = static_cast<float>(advance) * scale;
    return true;
  }
  glyph->Codepoint = letter;
  glyph->AdvanceX = static_cast<float>(advance) * scale;
  glyph->Y0 = baked->Ascent;
  return rasterise(atlas, source, baked, info, id, scale * density, scale * density, 1 / density, 1 / density, glyph);
}

const ImFontLoader& typed_loader() {
  static const ImFontLoader made = [] {
    ImFontLoader out;
    out.Name = "typed";
    out.FontSrcContainsGlyph = has_typed;
    out.FontBakedLoadGlyph = draw_typed;
    return out;
  }();
  return made;
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
  if (setter_.add_face(bytes, weight)) add_fonts();
}

// The typesetter finds system faces by itself while it sets text.
void Letters::add_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.UserData = this;
  atlas.TexMaxWidth = atlas.TexMaxHeight = atlas_side;
  for (std::size_t next = faces_.size(); next < setter_.face_count(); ++next) {
    ImFontConfig config;
    config.FontLoader = &loader();
    config.FontLoaderFlags = static_cast<unsigned>(next);
    config.SizePixels = 16;
    faces_.push_back(atlas.AddFont(&config));
  }
}

void Letters::add(std::string_view regular, std::string_view semibold) {
  add_face(regular, typeset::Weight::regular);
  add_face(semibold, typeset::Weight::semibold);
  ++serial_;
}

void Letters::use(typeset::System system) {
  setter_.use(std::move(system));
  if (!units_) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.UserData = this;
    ImFontConfig config;
    config.FontLoader = &unit_loader();
    config.SizePixels = 16;
    units_ = atlas.AddFont(&config);
  }
  ++serial_;
}

void Letters::type_with_system() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.UserData = this;
  ImFontConfig config;
  config.FontLoader = &typed_loader();
  config.MergeMode = true;
  atlas.AddFont(&config);
}

const Letters::Outlines* Letters::typed(char32_t letter) {
  const std::optional<typeset::FaceFile> file = setter_.system_file(letter, typeset::Weight::regular);
  if (!file) return nullptr;
  // Each face of a file begins at its own offset.
  auto* const bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(file->bytes.data()));
  const int offset = stbtt_GetFontOffsetForIndex(bytes, static_cast<int>(file->number));
  if (offset < 0) return nullptr;
  const auto [known, is_new] = typed_.try_emplace(bytes + offset);
  if (is_new) {
    auto made = std::make_unique<Outlines>();
    if (stbtt_InitFont(&made->info, bytes, offset)) known->second = std::move(made);
  }
  return known->second.get();
}

void Letters::begin_frame() {
  ImFontAtlas* const atlas = ImGui::GetIO().Fonts;
  if (!atlas->Builder) return;
  // Dear ImGui keeps a pointer to its own font, so that one stays.
  const auto ours = [this](const ImFont* font) {
    return font == units_ || std::find(faces_.begin(), faces_.end(), font) != faces_.end();
  };
  int pixels = 0;
  for (int i = 0; i < atlas->Builder->BakedPool.Size; ++i) {
    const ImFontBaked& baked = atlas->Builder->BakedPool[i];
    if (!baked.WantDestroy && ours(baked.ContainerFont)) pixels += baked.MetricsTotalSurface;
  }
  // The limit is twice the size of the screen's pictures if that is more; otherwise they would be made anew each frame.
  if (made_anew_) limit_ = std::max(pixels_kept, 2 * pixels);
  // A picture that found no room is tried again if it was not tried in the previous frame.
  made_anew_ = pixels > limit_ || (full_ && !made_anew_);
  if (made_anew_) full_ = false;
  for (ImFont* const font : atlas->Fonts)
    if (ours(font) && (made_anew_ || (font == units_ && generation_ != setter_.units_generation())))
      ImFontAtlasFontDiscardBakes(atlas, font, 0);
  generation_ = setter_.units_generation();
}

void Letters::frame(ImDrawList* list, float x, float baseline, float width, float size, ImU32 colour) const {
  const float thick = std::max(size / 20, 1.0F), room = size / 16;
  const ImVec2 least{x + room, baseline - size * 0.72F}, most{x + std::max(width * size, size / 4) - room, baseline};
  // Draws two rectangles and the space between them with a third of the vertices that AddRect needs; a screen can be
  // full of them.
  list->PrimReserve(24, 8);
  const auto first = static_cast<ImDrawIdx>(list->_VtxCurrentIdx);
  for (const float inset : {0.0F, thick}) {
    const ImVec2 a{least.x + inset, least.y + inset}, c{most.x - inset, most.y - inset};
    for (const ImVec2 corner : {a, ImVec2{c.x, a.y}, c, ImVec2{a.x, c.y}})
      list->PrimWriteVtx(corner, ImGui::GetFontTexUvWhitePixel(), colour);
  }
  for (int side = 0; side < 4; ++side) {
    const int next = (side + 1) % 4;
    for (const int corner : {side, next, next + 4, side, next + 4, side + 4})
      list->PrimWriteIdx(static_cast<ImDrawIdx>(first + corner));
  }
}

void Letters::draw(ImDrawList* list, const typeset::Line& line, float left, float baseline, float size, ImU32 colour) {
  add_fonts();
  float density = ImGui::GetIO().DisplayFramebufferScale.x;
  if (!(density > 0)) density = 1;
  const auto on_pixel = [density](float length) { return std::round(length * density) / density; };
  // The baseline is rounded to a pixel, which keeps letters sharp.
  baseline = on_pixel(baseline);
  const auto is_unit = [](const typeset::Glyph& glyph) { return glyph.face == typeset::outside; };
  // Null where only a frame can be drawn: no source has the letter, or the atlas has no room.
  const auto picture_of = [&](const typeset::Glyph& glyph) -> const ImFontGlyph* {
    ImFont* const font = is_unit(glyph) ? (glyph.id == 0 ? nullptr : units_) : faces_[glyph.face];
    if (!font || glyph.id > 0xFFFF - first_slot) return nullptr;
    const auto slot = static_cast<ImWchar>(first_slot + glyph.id);
    const ImFontGlyph* const picture = font->GetFontBaked(size, density)->FindGlyph(slot);
    return picture && picture->Codepoint == slot ? picture : nullptr;
  };
  // First bakes all glyphs, because the atlas may grow and move them; then draws.
  for (const typeset::Glyph& glyph : line.glyphs) picture_of(glyph);
  for (const typeset::Glyph& glyph : line.glyphs) {
    // A draw list counts vertices with 16 bits, so the last letters of a larger screen are not drawn.
    if (list->_VtxCurrentIdx > corners_max && (list->Flags & ImDrawListFlags_AllowVtxOffset) == 0) return;
    const ImFontGlyph* const picture = picture_of(glyph);
    const bool unit = is_unit(glyph);
    const float x = left + glyph.x * size, y = baseline - glyph.y * size;
    if (!picture) {
      frame(list, x, y, unit && glyph.id != 0 ? setter_.unit(glyph.id).width : typeset::frame_width, size, colour);
      continue;
    }
    if (!picture->Visible) continue;
    const float start = unit ? on_pixel(x) : x;
    const ImU32 ink = picture->Colored ? colour | ~IM_COL32_A_MASK : colour;
    list->PrimReserve(6, 4);
    list->PrimRectUV({start + picture->X0, y + picture->Y0}, {start + picture->X1, y + picture->Y1},
                     {picture->U0, picture->V0}, {picture->U1, picture->V1}, ink);
  }
}

}  // namespace vagval::ui
