#include "typeset/segments.h"

#include <algorithm>

#include "typeset/clusters.h"

namespace vagval::typeset {

namespace {

// Characters before the first letter take the first letter as their neighbour.
std::uint16_t face_of_first_letter(const Faces& faces, std::string_view text, std::size_t begin, std::size_t end,
                                   Weight weight) {
  for (std::size_t at = begin; at < end;) {
    const Letter letter = letter_at(text, at);
    if (!is_silent(letter.code) && !is_common(letter.code)) return faces.built_in_for(letter.code, weight, no_face);
    at += letter.bytes;
  }
  return no_face;
}

// Chooses one source for a cluster: the letter and all its marks.
std::uint16_t face_of_cluster(Faces& faces, std::string_view text, const Cluster& cluster, Weight weight,
                              std::uint16_t before) {
  const char32_t base = letter_at(text, cluster.begin).code;
  if (is_silent(base)) return before;
  const std::uint16_t own = faces.built_in_for(base, weight, before);
  if (own != outside && faces.has_all(own, text, cluster.begin, cluster.end)) return own;
  if (is_blank(base) && own != outside) return own;
  for (std::size_t at = cluster.begin; at < cluster.end;) {
    const Letter letter = letter_at(text, at);
    at += letter.bytes;
    if (is_silent(letter.code) || (own != outside && faces.has(own, letter.code))) continue;
    const std::uint16_t found = faces.of_system_for(letter.code, weight);
    if (found != outside && faces.has_all(found, text, cluster.begin, cluster.end)) return found;
  }
  // A picture covers the whole cluster. Without pictures, the base letter is drawn with a frame for the missing mark.
  if (faces.system.width) return outside;
  return own != outside ? own : faces.of_system_for(base, weight);
}

// The end of the letters that join to the letter at `begin`: clusters of one script.
std::size_t end_of_joined(std::string_view text, const std::vector<Cluster>& parts, std::size_t begin) {
  const auto base = [&](std::size_t i) { return letter_at(text, parts[i].begin).code; };
  const std::uint32_t script = script_of(base(begin));
  std::size_t end = begin + 1;
  if (!is_joined(base(begin))) return end;
  while (end < parts.size() && is_joined(base(end)) && (script_of(base(end)) == script || script_of(base(end)) == 0))
    ++end;
  return end;
}

// Letters join only within one face: when a face lacks one letter of a word, another source draws the whole word.
void draw_words_from_one_source(const Faces& faces, std::string_view text, const std::vector<Cluster>& parts,
                                Weight weight, std::vector<std::uint16_t>& chosen) {
  const auto is_of_system = [&](std::uint16_t face) { return face < faces.count() && faces.all[face].of_system; };
  for (std::size_t begin = 0; begin < parts.size();) {
    const std::size_t end = end_of_joined(text, parts, begin);
    const auto first = chosen.begin() + static_cast<std::ptrdiff_t>(begin),
               last = chosen.begin() + static_cast<std::ptrdiff_t>(end);
    const auto other = std::find_if(first, last, [&](std::uint16_t face) { return face != *first; });
    const std::size_t first_byte = parts[begin].begin, last_byte = parts[end - 1].end;
    begin = end;
    if (other == last) continue;
    const std::uint16_t stranger = is_of_system(*other) ? *other : *first;
    if (is_of_system(stranger) && faces.all[stranger].weight == weight &&
        faces.has_all(stranger, text, first_byte, last_byte))
      std::fill(first, last, stranger);
    else if (faces.system.width && std::find(first, last, outside) != last)
      std::fill(first, last, outside);
  }
}

// The script of a cluster in its face. `before`: the pieces so far; a letter without a script continues the last one.
hb_script_t script_in(const Faces& faces, std::uint16_t face, char32_t code, const std::vector<Segment>& before) {
  if (face == outside) return HB_SCRIPT_COMMON;
  if (!faces.all[face].of_system) return faces.all[face].script;
  // A file of system fonts can hold several faces.
  const auto script = static_cast<hb_script_t>(script_of(code));
  if (script != 0) return script;
  return !before.empty() && before.back().face == face ? before.back().script : HB_SCRIPT_COMMON;
}

}  // namespace

std::vector<Segment> segments(Faces& faces, std::string_view text, std::size_t begin, std::size_t end, Weight weight) {
  const std::vector<Cluster> parts = clusters(text, begin, end);
  std::vector<std::uint16_t> chosen;
  chosen.reserve(parts.size());
  std::uint16_t before = face_of_first_letter(faces, text, begin, end, weight);
  for (const Cluster& part : parts) {
    before = face_of_cluster(faces, text, part, weight, before);
    chosen.push_back(before);
  }
  draw_words_from_one_source(faces, text, parts, weight, chosen);
  std::vector<Segment> out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // Silent characters at the start of a text have no face: they need none.
    const std::uint16_t face = chosen[i] == no_face ? outside : chosen[i];
    const hb_script_t script = script_in(faces, face, letter_at(text, parts[i].begin).code, out);
    if (out.empty() || out.back().face != face || out.back().script != script)
      out.push_back({parts[i].begin, parts[i].end, face, script});
    else
      out.back().end = parts[i].end;
  }
  return out;
}

}  // namespace vagval::typeset
