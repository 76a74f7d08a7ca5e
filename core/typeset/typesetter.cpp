#include "typeset/typesetter.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "typeset/clusters.h"
#include "typeset/faces.h"
#include "typeset/paragraph.h"
#include "typeset/shaping.h"
#include "typeset/units.h"

namespace vagval::typeset {

namespace {

constexpr float unbroken = 10'000;  // em; longer than any line, so no line is broken
// The cache limit, above the size of any screen. Beyond it the cache is emptied.
constexpr std::size_t remembered_max = 4096;

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

}  // namespace

struct Typesetter::Parts {
  Faces faces;
  Units units;
  Shaper shaper{.faces = faces, .units = units};
  std::unordered_map<std::string, std::vector<Line>> set;  ///< the typeset texts
  std::string key;                                         ///< of the text that is being set

  void forget_units() {
    set.clear();
    units.forget();
  }
};

Typesetter::Typesetter() : parts_(std::make_unique<Parts>()) {}
Typesetter::~Typesetter() = default;

bool Typesetter::add_face(std::string_view bytes, Weight weight) {
  if (!parts_->faces.add({bytes, 0}, weight, false)) return false;
  parts_->set.clear();
  return true;
}

void Typesetter::use(System system) {
  parts_->faces.system = std::move(system);
  parts_->faces.asked.clear();
  parts_->forget_units();
}

std::optional<FaceFile> Typesetter::system_file(char32_t letter, Weight weight) {
  const std::uint16_t face = parts_->faces.of_system_for(letter, weight);
  return face == outside ? std::nullopt : std::optional(parts_->faces.all[face].file);
}

const System& Typesetter::system() const { return parts_->faces.system; }
FaceFile Typesetter::face(std::size_t number) const { return parts_->faces.all[number].file; }
std::size_t Typesetter::unit_count() const { return parts_->units.all.size(); }
const Unit& Typesetter::unit(std::uint16_t number) const { return parts_->units.all[number]; }
std::uint32_t Typesetter::units_generation() const { return parts_->units.generation; }

std::size_t Typesetter::face_count() const { return parts_->faces.all.size(); }

bool Typesetter::has(char32_t letter, Weight weight) const {
  for (std::uint16_t i = 0; i < parts_->faces.count(); ++i)
    if (parts_->faces.all[i].weight == weight && !parts_->faces.all[i].of_system && parts_->faces.has(i, letter))
      return true;
  return false;
}

const std::vector<Line>& Typesetter::lines(std::string_view text, const Style& style, float most) {
  Parts& f = *parts_;
  if (f.units.are_too_many()) f.forget_units();
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
    set_paragraph(f.shaper, text, begin, end, style, most, out);
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
    std::string out = std::string(kept) + closing(kept) + "\u2026";
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
