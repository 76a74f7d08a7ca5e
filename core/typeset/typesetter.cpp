#include "typeset/typesetter.h"

#include <SheenBidi/SheenBidi.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "typeset/clusters.h"

namespace vagval::typeset {

namespace {

constexpr float unbroken = 10'000;  // em; longer than any line, so no line is broken
// The cache limit, above the size of any screen. Beyond it the cache is emptied.
constexpr std::size_t remembered_max = 4096;
// The largest number of system letters kept before all are forgotten, and the largest number that 16 bits can hold.
constexpr std::size_t units_kept = 20'000, units_max = 0xFE00;
// The largest number of letters in a word that is drawn as one picture.
constexpr std::size_t joined_max = 24;
// The largest width of a system letter; the typesetter ignores a wider measurement.
constexpr float unit_width_max = 200;  // em

struct HbDestroy {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Font = std::unique_ptr<hb_font_t, HbDestroy>;
using Buffer = std::unique_ptr<hb_buffer_t, HbDestroy>;

struct Face {
  Font font;
  FaceFile file;
  bool of_system = false;
  Weight weight = Weight::regular;
  hb_script_t script = HB_SCRIPT_LATIN;
  float upem = 1000;
};

// Each built-in face is for one script, so a piece of one face is a piece of one script.
hb_script_t script_of_face(hb_font_t* font) {
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(font, 0x0628, &glyph)) return HB_SCRIPT_ARABIC;
  if (hb_font_get_nominal_glyph(font, 0x1200, &glyph)) return HB_SCRIPT_ETHIOPIC;
  return HB_SCRIPT_LATIN;
}

constexpr std::uint16_t no_face = 0xFFFF;

// The characters that end the isolates (U+2066…2068) and embeddings (U+202A, 202B, 202D, 202E) that a text leaves open.
std::string closing(std::string_view text) {
  std::string open;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.bytes;
    if (letter.code == '\n') open.clear();
    if (begins_isolate(letter.code)) open += 'i';
    if (begins_embedding(letter.code)) open += 'e';
    if (ends_isolate(letter.code)) {
      const std::size_t last = open.rfind('i');
      open.resize(last == std::string::npos ? open.size() : last);
    } else if (ends_embedding(letter.code) && open.ends_with('e')) {
      open.pop_back();
    }
  }
  std::string out;
  for (std::size_t i = open.size(); i > 0; --i) out += open[i - 1] == 'i' ? end_isolate : end_embedding;
  return out;
}

// Returns the start of the text's last word or, in a text of one word, of its last letter.
std::size_t last_break(std::string_view text) {
  std::size_t word = 0, letter = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size(); at = cluster_end(text, at, text.size())) {
    const char32_t code = letter_at(text, at).code;
    if (at > 0 && (code == ' ' || code == '\n' || may_break_between(before, code))) word = at;
    letter = at;
    before = code;
  }
  return word > 0 ? word : letter;
}

struct Segment {
  std::size_t begin = 0, end = 0;
  std::uint16_t face = no_face;
  hb_script_t script = HB_SCRIPT_LATIN;
};

// The next clusters of a text, for checks that look at all of them.
struct Cluster {
  std::size_t begin = 0, end = 0;
};

}  // namespace

struct Typesetter::Faces {
  std::vector<Face> all;
  System system;
  std::unordered_map<std::uint64_t, std::uint16_t> asked;  ///< the system face that has each letter
  std::vector<Unit> units = std::vector<Unit>(1);          ///< the first unit is the frame
  std::unordered_map<std::string, std::uint16_t> unit_numbers;
  std::uint32_t generation = 0;
  Buffer buffer{hb_buffer_create()};
  std::unordered_map<std::string, std::vector<Line>> set;
  std::string key;

  bool has(std::uint16_t face, char32_t code) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(all[face].font.get(), code, &glyph) != 0;
  }
  /// All face numbers are below `outside`; add() refuses more faces.
  std::uint16_t count() const { return static_cast<std::uint16_t>(all.size()); }
  /// \returns outside where no built-in face has the letter.
  std::uint16_t face_for(char32_t code, Weight weight, std::uint16_t before) const {
    if (before < all.size() && !all[before].of_system && is_common(code) && has(before, code)) return before;
    for (std::uint16_t i = 0; i < count(); ++i)
      if (all[i].weight == weight && !all[i].of_system && has(i, code)) return i;
    return outside;
  }
  bool has_all(std::uint16_t face, std::string_view text, std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end;) {
      const Letter letter = letter_at(text, at);
      if (!is_silent(letter.code) && !has(face, letter.code)) return false;
      at += letter.bytes;
    }
    return true;
  }

  /// Returns a system face that has the letter; outside where there is none.
  std::uint16_t face_of_system(char32_t code, Weight weight) {
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

  /// Chooses one source for a cluster: the letter and all its marks.
  std::uint16_t face_of_cluster(std::string_view text, const Cluster& cluster, Weight weight, std::uint16_t before) {
    const char32_t base = letter_at(text, cluster.begin).code;
    if (is_silent(base)) return before;
    const std::uint16_t own = face_for(base, weight, before);
    if (own != outside && has_all(own, text, cluster.begin, cluster.end)) return own;
    if (is_blank(base) && own != outside) return own;
    for (std::size_t at = cluster.begin; at < cluster.end;) {
      const Letter letter = letter_at(text, at);
      at += letter.bytes;
      if (is_silent(letter.code) || (own != outside && has(own, letter.code))) continue;
      const std::uint16_t found = face_of_system(letter.code, weight);
      if (found != outside && has_all(found, text, cluster.begin, cluster.end)) return found;
    }
    // A picture covers the whole cluster. Without pictures, the base letter is drawn with a frame for the missing mark.
    if (system.width) return outside;
    return own != outside ? own : face_of_system(base, weight);
  }

  // Characters before the first letter take the first letter as their neighbour.
  std::uint16_t face_of_first_letter(std::string_view text, std::size_t begin, std::size_t end, Weight weight) const {
    for (std::size_t at = begin; at < end;) {
      const Letter letter = letter_at(text, at);
      if (!is_silent(letter.code) && !is_common(letter.code)) return face_for(letter.code, weight, no_face);
      at += letter.bytes;
    }
    return no_face;
  }

  static std::vector<Cluster> clusters(std::string_view text, std::size_t begin, std::size_t end) {
    std::vector<Cluster> out;
    for (std::size_t at = begin; at < end; at = out.back().end) out.push_back({at, cluster_end(text, at, end)});
    return out;
  }

  // Letters join only within one face: when a face lacks one letter of a word, another source draws the whole word.
  void join(std::string_view text, const std::vector<Cluster>& parts, Weight weight,
            std::vector<std::uint16_t>& faces) {
    const auto base = [&](std::size_t i) { return letter_at(text, parts[i].begin).code; };
    for (std::size_t begin = 0; begin < parts.size();) {
      const std::uint32_t script = script_of(base(begin));
      std::size_t end = begin + 1;
      while (end < parts.size() && is_joined(base(begin)) && is_joined(base(end)) &&
             (script_of(base(end)) == script || script_of(base(end)) == 0))
        ++end;
      const auto first = faces.begin() + static_cast<std::ptrdiff_t>(begin),
                 last = faces.begin() + static_cast<std::ptrdiff_t>(end);
      if (const auto other = std::find_if(first, last, [&](std::uint16_t face) { return face != *first; });
          other != last) {
        const std::uint16_t stranger = *other != outside && all[*other].of_system ? *other : *first;
        const bool whole = stranger != outside && all[stranger].weight == weight && all[stranger].of_system &&
                           has_all(stranger, text, parts[begin].begin, parts[end - 1].end);
        if (whole)
          std::fill(first, last, stranger);
        else if (system.width && std::find(first, last, outside) != last)
          std::fill(first, last, outside);
      }
      begin = end;
    }
  }

  // The pieces of a line, each of one face, in reading order.
  std::vector<Segment> segments(std::string_view text, std::size_t begin, std::size_t end, Weight weight) {
    const std::vector<Cluster> parts = clusters(text, begin, end);
    std::vector<std::uint16_t> faces;
    faces.reserve(parts.size());
    std::uint16_t before = face_of_first_letter(text, begin, end, weight);
    for (const Cluster& part : parts) faces.push_back(before = face_of_cluster(text, part, weight, before));
    join(text, parts, weight, faces);
    std::vector<Segment> out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      // Silent characters are handled first: they need no face.
      const std::uint16_t face = faces[i] == no_face ? outside : faces[i];
      hb_script_t script = face == outside ? HB_SCRIPT_COMMON : all[face].script;
      if (face != outside && all[face].of_system) {
        // A file of system fonts can hold several faces.
        script = static_cast<hb_script_t>(script_of(letter_at(text, parts[i].begin).code));
        if (script == 0) script = !out.empty() && out.back().face == face ? out.back().script : HB_SCRIPT_COMMON;
      }
      if (out.empty() || out.back().face != face || out.back().script != script)
        out.push_back({parts[i].begin, parts[i].end, face, script});
      else
        out.back().end = parts[i].end;
    }
    return out;
  }

  /// Returns the number of the unit that the system draws; 0, the frame, where the system cannot draw it.
  std::uint16_t unit(std::string_view words, Weight weight, bool right_to_left) {
    if (!system.width) return 0;
    std::string name{static_cast<char>('0' + static_cast<int>(weight)), right_to_left ? 'r' : 'l'};
    name += words;
    if (const auto known = unit_numbers.find(name); known != unit_numbers.end()) return known->second;
    if (units.size() >= units_max) return 0;
    const float width = system.width(words, weight, right_to_left);
    std::uint16_t number = 0;
    if (width >= 0 && width < unit_width_max) {
      number = static_cast<std::uint16_t>(units.size());
      units.push_back({std::string(words), weight, right_to_left, width});
    }
    unit_numbers.emplace(std::move(name), number);
    return number;
  }

  // Removes the direction marks; the order is already calculated.
  static std::string words_of(std::string_view text, std::size_t begin, std::size_t end) {
    std::string out;
    for (const Cluster& part : clusters(text, begin, end))
      if (!is_silent(letter_at(text, part.begin).code)) out += text.substr(part.begin, part.end - part.begin);
    return out;
  }

  // Handles letters that no face has: each by itself, or joined by word (or by as much of a word as fits a line).
  template <class Take>
  void shape_outside(std::string_view text, const Segment& piece, bool right_to_left, Weight weight, float most,
                     Take take) {
    struct Part {
      std::size_t begin = 0;
      std::uint16_t unit = 0;
      float advance = 0;
      bool ink = true;
    };
    std::vector<Part> parts;
    const std::vector<Cluster> letters = clusters(text, piece.begin, piece.end);
    for (std::size_t i = 0; i < letters.size();) {
      const char32_t code = letter_at(text, letters[i].begin).code;
      std::size_t last = i + 1;
      if (is_silent(code) || is_blank(code)) {
        if (is_blank(code)) parts.push_back({letters[i].begin, 0, blank(text, letters[i], weight), false});
        i = last;
        continue;
      }
      if (is_joined(code))
        while (last < letters.size() && last - i < joined_max && is_joined(letter_at(text, letters[last].begin).code))
          ++last;
      for (;;) {
        const std::uint16_t found =
            is_no_letter(code) ? std::uint16_t{0}
                               : unit(words_of(text, letters[i].begin, letters[last - 1].end), weight, right_to_left);
        const float width = found == 0 ? frame_width : units[found].width;
        if (last == i + 1 || (found != 0 && width <= most)) {
          parts.push_back({letters[i].begin, found, width, true});
          break;
        }
        last = found == 0 ? i + 1 : i + (last - i + 1) / 2;
      }
      i = last;
    }
    if (right_to_left) std::reverse(parts.begin(), parts.end());
    for (const Part& part : parts) take(Glyph{outside, part.unit, 0, 0}, part.advance, part.begin, part.ink);
  }
  float blank(std::string_view text, const Cluster& cluster, Weight weight) {
    const char32_t code = letter_at(text, cluster.begin).code;
    if (code == '\t' || code == 0x3000 || code == 0x3164) return 1;
    if (code < 0x20 || code == 0x85 || code == 0x2028 || code == 0x2029) return 0;
    const std::uint16_t found = unit(text.substr(cluster.begin, cluster.end - cluster.begin), weight, false);
    return found == 0 ? 0.5F : units[found].width;
  }

  // Shapes one piece and passes each of its glyphs, from left to right, to `take(glyph with its offsets, advance, first
  // byte, whether it has ink)`.
  template <class Take>
  void shape(std::string_view text, const Segment& piece, bool right_to_left, const Style& style, float most,
             Take take) {
    if (piece.face == outside) return shape_outside(text, piece, right_to_left, style.weight, most, take);
    hb_buffer_t* const b = buffer.get();
    hb_buffer_clear_contents(b);
    hb_buffer_add_utf8(b, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(piece.begin),
                       static_cast<int>(piece.end - piece.begin));
    const Face& face = all[piece.face];
    hb_buffer_set_script(b, piece.script);
    hb_buffer_set_direction(b, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(b, hb_language_from_string(style.language.empty() ? "und" : style.language.c_str(), -1));
    hb_shape(face.font.get(), b, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(b, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(b, &count);
    const float em = 1 / face.upem;
    for (unsigned i = 0; i < count; ++i) {
      if (infos[i].codepoint == 0) {
        take(Glyph{outside, 0, 0, 0}, frame_width, infos[i].cluster, true);
        continue;
      }
      take(Glyph{piece.face, static_cast<std::uint16_t>(infos[i].codepoint),
                 static_cast<float>(positions[i].x_offset) * em, static_cast<float>(positions[i].y_offset) * em},
           static_cast<float>(positions[i].x_advance) * em, infos[i].cluster, true);
    }
  }

  // Calculates the bidirectional levels of the paragraph, then orders one line from left to right.
  struct Paragraph {
    SBAlgorithmRef algorithm = nullptr;
    SBParagraphRef paragraph = nullptr;
    ~Paragraph() {
      if (paragraph) SBParagraphRelease(paragraph);
      if (algorithm) SBAlgorithmRelease(algorithm);
    }
  };

  Line line(std::string_view text, std::size_t begin, std::size_t end, const Paragraph& p, std::size_t start,
            const Style& style, float most) {
    Line out{.begin = begin, .end = end};
    if (begin >= end || all.empty()) return out;
    const SBLineRef visual = p.paragraph ? SBParagraphCreateLine(p.paragraph, begin - start, end - begin) : nullptr;
    if (!visual) return out;
    const SBRun* const runs = SBLineGetRunsPtr(visual);
    for (SBUInteger r = 0; r < SBLineGetRunCount(visual); ++r) {
      const bool right_to_left = (runs[r].level & 1) != 0;
      const std::size_t from = start + runs[r].offset;
      std::vector<Segment> pieces = segments(text, from, from + runs[r].length, style.weight);
      if (right_to_left) std::reverse(pieces.begin(), pieces.end());
      for (const Segment& piece : pieces)
        shape(text, piece, right_to_left, style, most, [&](Glyph glyph, float advance, std::size_t, bool ink) {
          glyph.x += out.width;
          out.width += advance;
          if (ink) out.glyphs.push_back(glyph);
        });
    }
    SBLineRelease(visual);
    return out;
  }

  // The advance of each byte of the paragraph, in em; a cluster's advance stands at its first byte.
  std::vector<float> advances(std::string_view text, std::size_t begin, std::size_t end, const Paragraph& p,
                              const Style& style, float most) {
    std::vector<float> out(end - begin, 0);
    const SBLevel* const levels = SBParagraphGetLevelsPtr(p.paragraph);
    for (std::size_t at = begin; at < end;) {
      std::size_t to = at + 1;
      while (to < end && levels[to - begin] == levels[at - begin]) ++to;
      for (const Segment& piece : segments(text, at, to, style.weight))
        shape(text, piece, (levels[at - begin] & 1) != 0, style, most,
              [&](const Glyph&, float advance, std::size_t first, bool) { out[first - begin] += advance; });
      at = to;
    }
    return out;
  }

  void paragraph(std::string_view text, std::size_t begin, std::size_t end, const Style& style, float most,
                 std::vector<Line>& out) {
    Paragraph p;
    if (begin < end) {
      const SBCodepointSequence sequence{SBStringEncodingUTF8, text.data() + begin, end - begin};
      p.algorithm = SBAlgorithmCreate(&sequence);
      if (p.algorithm)
        p.paragraph = SBAlgorithmCreateParagraph(p.algorithm, 0, end - begin, style.right_to_left ? 1 : 0);
    }
    // A paragraph separator inside (U+2029) ends SheenBidi's paragraph; the rest is a further paragraph.
    const std::size_t whole = p.paragraph ? begin + SBParagraphGetLength(p.paragraph) : end;
    Line all_of_it = line(text, begin, whole, p, begin, style, most);
    if (all_of_it.width <= most || !p.paragraph) {
      out.push_back(std::move(all_of_it));
    } else {
      const std::vector<float> moved = advances(text, begin, whole, p, style, most);
      for (std::size_t at = begin; at < whole;) {
        const std::size_t to = line_end(text, at, whole, begin, moved, most);
        out.push_back(line(text, at, to, p, begin, style, most));
        at = to;
        while (at < whole && text[at] == ' ') ++at;
      }
    }
    if (whole < end && whole > begin) paragraph(text, whole, end, style, most, out);
  }

  // Returns the end of the line that begins at `at`: after the last word that fits.
  static std::size_t line_end(std::string_view text, std::size_t at, std::size_t end, std::size_t start,
                              const std::vector<float>& moved, float most) {
    float used = 0;
    std::size_t last = at;
    char32_t before = 0;
    for (std::size_t i = at; i < end; ++i) {
      if (text[i] == ' ' && (i == at || text[i - 1] != ' ')) last = i;
      if (!is_inside_character(text[i])) {
        // Bytes that advance only at the first of them are one letter.
        const char32_t code = letter_at(text, i).code;
        if (i > at && before != ' ' && moved[i - start] > 0 && may_break_between(before, code)) last = i;
        before = code;
      }
      used += moved[i - start];
      if (used > most && text[i] != ' ') {
        if (last > at) return last;
        // Does not break within a cluster, and takes at least one letter.
        std::size_t cut = i;
        if (cut == at) do
            ++cut;
          while (cut < end && moved[cut - start] == 0);
        return cut;
      }
    }
    return end;
  }

  void forget_units() {
    set.clear();
    units.resize(1);
    unit_numbers.clear();
    ++generation;
  }

  bool add(const FaceFile& file, Weight weight, bool of_system) {
    hb_blob_t* const blob = hb_blob_create(file.bytes.data(), static_cast<unsigned>(file.bytes.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* const face = hb_face_create(blob, file.number);
    hb_blob_destroy(blob);
    const bool is_font = all.size() < outside && hb_face_get_glyph_count(face) > 0;
    if (is_font) {
      Face made{.font = Font{hb_font_create(face)}, .file = file, .of_system = of_system, .weight = weight};
      made.script = script_of_face(made.font.get());
      made.upem = static_cast<float>(hb_face_get_upem(face));
      all.push_back(std::move(made));
    }
    hb_face_destroy(face);
    return is_font;
  }
};

Typesetter::Typesetter() : faces_(std::make_unique<Faces>()) {}
Typesetter::~Typesetter() = default;

bool Typesetter::add_face(std::string_view bytes, Weight weight) {
  if (!faces_->add({bytes, 0}, weight, false)) return false;
  faces_->set.clear();
  return true;
}

void Typesetter::use(System system) {
  faces_->system = std::move(system);
  faces_->asked.clear();
  faces_->forget_units();
}

std::optional<FaceFile> Typesetter::system_file(char32_t letter, Weight weight) {
  const std::uint16_t face = faces_->face_of_system(letter, weight);
  return face == outside ? std::nullopt : std::optional(faces_->all[face].file);
}

const System& Typesetter::system() const { return faces_->system; }
FaceFile Typesetter::face(std::size_t number) const { return faces_->all[number].file; }
std::size_t Typesetter::unit_count() const { return faces_->units.size(); }
const Unit& Typesetter::unit(std::uint16_t number) const { return faces_->units[number]; }
std::uint32_t Typesetter::units_generation() const { return faces_->generation; }

std::size_t Typesetter::face_count() const { return faces_->all.size(); }

bool Typesetter::has(char32_t letter, Weight weight) const {
  for (std::uint16_t i = 0; i < faces_->count(); ++i)
    if (faces_->all[i].weight == weight && !faces_->all[i].of_system && faces_->has(i, letter)) return true;
  return false;
}

const std::vector<Line>& Typesetter::lines(std::string_view text, const Style& style, float most) {
  Faces& f = *faces_;
  if (f.units.size() > units_kept) f.forget_units();
  // A hundredth of an em is invisible.
  const int key_width = static_cast<int>(std::lround(std::clamp(most, 0.0F, unbroken) * 100));
  f.key.assign(style.language);
  f.key += {static_cast<char>('0' + static_cast<int>(style.weight)), style.right_to_left ? 'r' : 'l'};
  f.key += std::to_string(key_width);
  f.key += ' ';
  f.key += text;
  if (const auto known = f.set.find(f.key); known != f.set.end()) return known->second;
  std::vector<Line> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    f.paragraph(text, begin, end, style, most, out);
    begin = end + 1;
  }
  if (f.set.size() >= remembered_max) f.set.clear();
  return f.set.emplace(f.key, std::move(out)).first->second;
}

std::string Typesetter::shortened(std::string_view text, const Style& style, float most, std::size_t lines_max) {
  const std::vector<Line>& whole = lines(text, style, most);
  if (whole.size() <= lines_max) return std::string(text);
  std::string_view kept = text.substr(0, whole[std::max<std::size_t>(lines_max, 1) - 1].end);
  for (;;) {
    while (kept.ends_with(' ') || kept.ends_with('\n')) kept.remove_suffix(1);
    const std::string out = std::string(kept) + closing(kept) + "\u2026";
    if (kept.empty() || lines(out, style, most).size() <= lines_max) return out;
    // Drops one more word, or one more letter of a single word.
    kept = kept.substr(0, last_break(kept));
  }
}

float Typesetter::width(std::string_view text, const Style& style) {
  float widest = 0;
  for (const Line& line : lines(text, style, unbroken)) widest = std::max(widest, line.width);
  return widest;
}

}  // namespace vagval::typeset
