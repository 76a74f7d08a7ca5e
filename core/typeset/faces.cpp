#include "typeset/faces.h"

#include "typeset/clusters.h"

namespace vagval::typeset {

namespace {

// Each built-in face is for one script, so a piece of one face is a piece of one script.
hb_script_t script_of_face(hb_font_t* font) {
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(font, 0x0628, &glyph)) return HB_SCRIPT_ARABIC;
  if (hb_font_get_nominal_glyph(font, 0x1200, &glyph)) return HB_SCRIPT_ETHIOPIC;
  return HB_SCRIPT_LATIN;
}

}  // namespace

bool Faces::add(const FaceFile& file, Weight weight, bool of_system) {
  hb_blob_t* const blob = hb_blob_create(file.bytes.data(), static_cast<unsigned>(file.bytes.size()),
                                         HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* const face = hb_face_create(blob, file.number);
  hb_blob_destroy(blob);
  const bool is_font = all.size() < outside && hb_face_get_glyph_count(face) > 0;
  if (is_font) {
    Face made{.font = {}, .file = file, .of_system = of_system, .weight = weight};
    made.font.reset(hb_font_create(face));
    made.script = script_of_face(made.font.get());
    made.upem = static_cast<float>(hb_face_get_upem(face));
    all.push_back(std::move(made));
  }
  hb_face_destroy(face);
  return is_font;
}

bool Faces::has(std::uint16_t face, char32_t code) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(all[face].font.get(), code, &glyph) != 0;
}

bool Faces::has_all(std::uint16_t face, std::string_view text, std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end;) {
    const Letter letter = letter_at(text, at);
    if (!is_silent(letter.code) && !has(face, letter.code)) return false;
    at += letter.bytes;
  }
  return true;
}

std::uint16_t Faces::built_in_for(char32_t code, Weight weight, std::uint16_t before) const {
  if (before < all.size() && !all[before].of_system && is_common(code) && has(before, code)) return before;
  for (std::uint16_t i = 0; i < count(); ++i)
    if (all[i].weight == weight && !all[i].of_system && has(i, code)) return i;
  return outside;
}

std::uint16_t Faces::of_system_for(char32_t code, Weight weight) {
  if (!system.font || is_no_letter(code) || is_blank(code)) return outside;
  for (std::uint16_t i = 0; i < count(); ++i)
    if (all[i].of_system && all[i].weight == weight && has(i, code)) return i;
  const auto [known, is_new] = asked.try_emplace(std::uint64_t{code} << 8 | static_cast<unsigned>(weight), outside);
  if (!is_new) return known->second;
  const std::optional<FaceFile> file = system.font(code, weight);
  if (!file || !add(*file, weight, true)) return outside;
  const auto added = static_cast<std::uint16_t>(all.size() - 1);
  return known->second = has(added, code) ? added : outside;
}

}  // namespace vagval::typeset
