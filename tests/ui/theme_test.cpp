// Colours: every text is readable on its background, and the plain page has the canvas's colours.
#include "ui/theme.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "files.h"

namespace vagval {
namespace {

TEST(Theme, EveryTextCanBeReadOnItsGround) {
  for (const ui::Theme& t : {ui::light, ui::dark, ui::contrasting, ui::dark_contrasting}) {
    const bool more = t.line == t.ink;  // the two themes with more contrast

    for (const auto& [text, ground] : {ui::Pair{t.ink, t.ground},
                                       {t.ink, t.surface},
                                       {t.muted, t.ground},
                                       {t.muted, t.surface},
                                       {t.accent, t.surface},
                                       {t.accent, t.ground},
                                       {t.accent, t.accent_ground},
                                       {t.on_accent, t.accent},
                                       {t.ink, t.hazard_ground},
                                       {t.accent, t.hazard_ground},
                                       {t.muted, t.hazard_ground},
                                       {t.ink, t.accent_ground},
                                       {t.muted, t.accent_ground},
                                       {t.ink, t.unmet.ground},
                                       {t.accent, t.unmet.ground},
                                       {t.muted, t.unmet.ground},
                                       {t.ink, t.met.ground},
                                       {t.accent, t.met.ground},
                                       {t.muted, t.met.ground},
                                       {t.ink, t.mark_ground},
                                       t.met,
                                       t.unmet,
                                       t.unknown,
                                       t.authority,
                                       {t.met.text, t.ground},
                                       {t.met.text, t.surface},
                                       {t.unmet.text, t.ground},
                                       {t.unmet.text, t.surface},
                                       {t.unknown.text, t.ground},
                                       {t.unknown.text, t.surface},
                                       {t.authority.text, t.ground},
                                       {t.authority.text, t.surface}})
      EXPECT_GE(ui::contrast(text, ground), more ? 7 : 4.5);
    // Edges of pressable nodes, of a selected answer and of a field with a fault, on their backgrounds.
    for (const ui::Colour ground :
         {t.surface, t.ground, t.accent_ground, t.hazard_ground, t.unmet.ground, t.met.ground})
      for (const ui::Colour edge : {t.outline, t.accent}) EXPECT_GE(ui::contrast(edge, ground), 3.0);
  }
}

// Reads "--name: #RRGGBB" of the first block that begins with the selector; returns nothing if it is missing.
std::string colour_in(const std::string& css, const std::string& selector, const std::string& name) {
  const std::size_t begin = css.find("\n" + selector + " {");
  const std::size_t end = css.find('}', begin);
  const std::size_t at = css.find("--" + name + ": ", begin);
  if (begin == std::string::npos || at > end) return "";
  return css.substr(at + name.size() + 4, 7);
}

std::string written(ui::Colour colour) {
  char out[8];
  std::snprintf(out, sizeof out, "#%06X", static_cast<unsigned>(colour));
  return out;
}

TEST(Theme, IsTheSameOnThePlainPage) {
  const std::string css = tests::read("web/style.css");
  const std::pair<const char*, const ui::Theme*> themes[] = {{":root", &ui::light},
                                                             {"[data-theme=dark]", &ui::dark},
                                                             {"[data-theme=contrast]", &ui::contrasting},
                                                             {"[data-theme=dark-contrast]", &ui::dark_contrasting},
                                                             {"  html:has(> .loading)", &ui::dark}};
  for (const auto& [selector, t] : themes) {
    const std::pair<const char*, ui::Colour> colours[] = {{"ground", t->ground},
                                                          {"surface", t->surface},
                                                          {"line", t->line},
                                                          {"outline", t->outline},
                                                          {"ink", t->ink},
                                                          {"muted", t->muted},
                                                          {"accent", t->accent},
                                                          {"accent-ground", t->accent_ground},
                                                          {"on-accent", t->on_accent},
                                                          {"met", t->met.text},
                                                          {"met-ground", t->met.ground},
                                                          {"unmet", t->unmet.text},
                                                          {"unmet-ground", t->unmet.ground},
                                                          {"unknown", t->unknown.text},
                                                          {"unknown-ground", t->unknown.ground},
                                                          {"authority", t->authority.text},
                                                          {"authority-ground", t->authority.ground},
                                                          {"hazard", t->hazard_bar},
                                                          {"hazard-ground", t->hazard_ground},
                                                          {"swatch1", t->swatches[0]},
                                                          {"swatch2", t->swatches[1]},
                                                          {"swatch3", t->swatches[2]}};
    for (const auto& [name, colour] : colours)
      EXPECT_EQ(colour_in(css, selector, name), written(colour)) << selector << " --" << name;
  }
}

}  // namespace
}  // namespace vagval
