// The painter without a window: all nodes have places, targets are large enough, clicks become gestures, colours
// differ.
#include "ui/painter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <set>
#include <string_view>
#include <tuple>

#include "app/app.h"
#include "assets/fonts.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "must.h"
#include "state/assets.h"
#include "ui/pen.h"
#include "ui/pictures.h"
#include "ui/theme.h"
#include "ui/typing.h"

namespace vagval {
namespace {

class Window {
 public:
  Window(float width, float height) : input_{.width = width, .height = height, .typing = ui::type_in_place} {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {width, height};
    const assets::FontFiles arabic = assets::arabic_fonts();
    ui::set_up(letters_, {arabic.regular});
    letters_.add(arabic.regular, arabic.semibold);
  }
  ~Window() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext();
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  ui::Frame frame(const Screen& screen) {
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    ui::Frame out = ui::paint(screen, input_, state_, letters_);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_OK);
    }
    return out;
  }
  /// The id under the pointer according to Dear ImGui; 0: no pressable node.
  ImGuiID item_at(const Screen& screen, float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    frame(screen);
    return ImGui::GetCurrentContext()->HoveredId;
  }
  const std::vector<ui::Placed>& placed() const { return state_.placed; }

  std::vector<Gesture> key(const Screen& screen, ImGuiKey key) {
    std::vector<Gesture> out;
    for (const bool down : {true, false}) {
      ImGui::GetIO().AddKeyEvent(key, down);
      for (const Gesture& g : frame(screen).gestures) out.push_back(g);
    }
    return out;
  }
  ui::PainterState& state() { return state_; }
  float width_of(std::string_view words, const ui::TextPlace& like) {
    return letters_.setter().width(words, {.weight = like.strong ? ui::Weight::semibold : ui::Weight::regular}) *
           like.size;
  }
  ui::FrameInput& input() { return input_; }

  std::vector<Gesture> click(const Screen& screen, const ui::Placed& at) {
    ImGuiIO& io = ImGui::GetIO();
    std::vector<Gesture> out;
    io.AddMousePosEvent(at.x + at.width / 2, at.y + at.height / 2);
    frame(screen);
    io.AddMouseButtonEvent(0, true);
    frame(screen);
    io.AddMouseButtonEvent(0, false);
    for (int i = 0; i < 2; ++i)
      for (const Gesture& g : frame(screen).gestures) out.push_back(g);
    return out;
  }

 private:
  ui::FrameInput input_;
  ui::PainterState state_;
  ui::Letters letters_;
};

App example(const std::string& language) {
  App app(load_assets(), *make_date(2026, 11, 20), language);
  app.dispatch(OpenExample{"family_unanswered"});
  return app;
}

// Until no node is folded, also inside unfolded ones.
void unfold(App& app) {
  for (bool any = true; any;) {
    any = false;
    std::vector<std::string> folded;
    const std::function<void(const std::vector<Node>&)> gather = [&](const std::vector<Node>& nodes) {
      for (const Node& node : nodes) {
        if (node.kind == Kind::disclosure && !node.expanded)
          folded.push_back(node.id);
        else
          gather(node.children);
      }
    };
    gather(app.screen().main);
    gather(app.screen().aside);
    for (const std::string& id : folded) {
      app.gesture({Gesture::Verb::activate, id, ""});
      const Node* const now = find_node(app.screen(), id);
      any = any || (now && now->expanded);
    }
  }
}

void each_shown(const std::vector<Node>& nodes, const std::function<void(const Node&)>& visit) {
  for (const Node& node : nodes) {
    visit(node);
    if (node.kind == Kind::chart) continue;  // its points are one picture
    if (node.kind != Kind::disclosure || node.expanded) each_shown(node.children, visit);
  }
}

ui::Placed place_of(const ui::Frame& frame, const std::string& id) {
  const auto found =
      std::find_if(frame.placed.begin(), frame.placed.end(), [&](const ui::Placed& p) { return p.id == id; });
  must(found != frame.placed.end(), id + " has no place");
  return *found;
}

TEST(Painter, PlacesEveryNodeInsideTheWindowWithTargetsLargeEnough) {
  for (const auto& [width, height] :
       {std::pair{320.0F, 568.0F}, {360.0F, 640.0F}, {768.0F, 1024.0F}, {1280.0F, 800.0F}, {1920.0F, 1080.0F}}) {
    Window window(width, height);
    for (const auto& [language, percent] : {std::pair{"sv", 100}, {"ar", 100}, {"sv", 200}, {"ar", 200}}) {
      App app = example(language);
      app.dispatch(ChooseTextSize{percent});
      for (const ScreenId screen : all_screens) {
        app.dispatch(GoTo{screen});
        const ui::Frame frame = window.frame(app.screen());
        each_shown(app.screen().main, [&](const Node& node) {
          const auto placed = std::find_if(frame.placed.begin(), frame.placed.end(),
                                           [&](const ui::Placed& p) { return p.id == node.id; });
          must(placed != frame.placed.end(), node.id + " has no place at " + std::to_string(width));
          EXPECT_GE(placed->x, 0) << node.id;
          EXPECT_LE(placed->x + placed->width, width + 0.5F) << node.id << " at " << width;
          if (node.action && node.kind != Kind::chip) {
            EXPECT_GE(placed->height, ui::target) << node.id;
          }
        });
      }
    }
  }
}

/// Every screen, folded and unfolded, in the narrowest windows and with the largest letters.
void each_narrow_screen(const std::function<void(Window&, const App&, const std::string&)>& look) {
  for (const float width : {320.0F, 360.0F}) {
    Window window(width, 640);
    for (const auto& [language, percent] :
         {std::pair{"sv", 100}, {"sv", 200}, {"en", 200}, {"so", 200}, {"bs", 200}, {"ar", 200}, {"ckb", 200}}) {
      App app = example(language);
      app.dispatch(ChooseTextSize{percent});
      for (const ScreenId screen : all_screens) {
        app.dispatch(GoTo{screen});
        unfold(app);
        window.frame(app.screen());
        look(window, app, app.screen().id + " " + language + " " + std::to_string(percent));
      }
    }
  }
}

TEST(Painter, WritesNoTextBeyondTheEdgesOfWhatItIsWrittenIn) {
  int looked_at = 0;
  each_narrow_screen([&](Window& window, const App& app, const std::string& where) {
    for (const ui::PlacedText& text : window.state().texts) {
      const Node* const node = find_node(app.screen(), text.id);
      // A field's label stands above it, the header of a table in blocks beside each cell.
      if (!node || node->kind == Kind::field || node->kind == Kind::cell || node->kind == Kind::chart) continue;
      const auto place = std::find_if(window.placed().begin(), window.placed().end(),
                                      [&](const ui::Placed& p) { return p.id == text.id; });
      if (place == window.placed().end()) continue;  // a point of a picture
      const ui::TextPlace& at = text.place;
      const float left = app.screen().right_to_left ? at.x + at.width - at.widest : at.x;
      EXPECT_GE(left, place->x - at.size / 8) << where << " " << text.id;
      // Lines are set individually after wrapping, and can then be wider by a fraction of a letter.
      EXPECT_LE(left + at.widest, place->x + place->width + at.size / 8)
          << where << " " << text.id << " " << node->text;
      EXPECT_GE(at.y, place->y - 0.5F) << where << " " << text.id;
      EXPECT_LE(at.y + at.height, place->y + place->height + 0.5F) << where << " " << text.id;
      ++looked_at;
    }
  });
  EXPECT_GT(looked_at, 1000);
}

TEST(Painter, BreaksAWordOnlyWhereItIsWiderThanItsRoom) {
  int looked_at = 0;
  each_narrow_screen([&](Window& window, const App& app, const std::string& where) {
    for (const ui::PlacedText& text : window.state().texts) {
      if (!text.place.split) continue;
      EXPECT_NE(text.id, "app.name") << where;
      EXPECT_NE(text.id, "app.promise") << where;
      EXPECT_NE(text.id, "header.leave") << where;
      const Node* const node = find_node(app.screen(), text.id);
      if (!node) continue;
      const std::string* const all[] = {&node->text,   &node->detail,        &node->value,
                                        &node->beside, &node->beside_detail, &node->error};
      const std::string& words = *all[static_cast<std::size_t>(text.which)];
      float widest = 0;
      for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find_first_of(" \n", begin), words.size());
        widest = std::max(widest, window.width_of(std::string_view(words).substr(begin, end - begin), text.place));
        begin = end + 1;
      }
      EXPECT_GT(widest, text.place.width - 2) << where << " " << text.id << ": " << words;
      ++looked_at;
    }
  });
  EXPECT_GT(looked_at, 0);
}

TEST(Painter, KeepsRoomForThePageBetweenTheBars) {
  each_narrow_screen([](Window& window, const App& app, const std::string& where) {
    const ui::Frame frame = window.frame(app.screen());
    EXPECT_GT(frame.bottom - frame.top, 640.0F / 3) << where;
  });
}

TEST(Painter, TellsWhereEveryTextLies) {
  for (const auto& [width, language] : {std::pair{360.0F, "sv"}, {1280.0F, "sv"}, {1280.0F, "ar"}}) {
    Window window(width, 800);
    App app = example(language);
    for (const ScreenId screen : all_screens) {
      app.dispatch(GoTo{screen});
      unfold(app);
      window.frame(app.screen());
      std::set<std::pair<std::string, ui::TextOf>> told;
      for (const ui::PlacedText& text : window.state().texts) told.insert({text.id, text.which});
      each_shown(app.screen().main, [&](const Node& node) {
        // Names of groups, pictures and tables are spoken and not drawn; a truncated text is not the node's own.
        const bool seen = node.kind == Kind::heading || node.kind == Kind::paragraph || node.kind == Kind::button ||
                          node.kind == Kind::option || node.kind == Kind::note || node.kind == Kind::disclosure ||
                          node.kind == Kind::figure || node.kind == Kind::row || node.kind == Kind::chip;
        if (!seen || node.preview || node.id.empty()) return;
        EXPECT_TRUE(node.text.empty() || told.contains({node.id, ui::TextOf::text})) << app.screen().id << node.id;
        if (node.kind == Kind::heading || node.kind == Kind::paragraph || node.kind == Kind::button) return;
        if (node.kind == Kind::figure) {
          EXPECT_TRUE(told.contains({node.id, ui::TextOf::value})) << node.id;
          return;
        }
        const bool day = node.share != 0 || node.span != 0;  // a day of a picture
        EXPECT_TRUE(node.detail.empty() || day || told.contains({node.id, ui::TextOf::detail}))
            << app.screen().id << " " << node.id;
      });
      EXPECT_TRUE(told.contains({"app.name", ui::TextOf::text}));
    }
  }
}

TEST(Painter, TellsTheSamePlacesHoweverFarThePageIsScrolled) {
  Window window(360, 640);
  const App app = example("sv");
  window.frame(app.screen());
  const std::vector<ui::PlacedText> before = window.state().texts;
  window.input().host_scrolls = true;
  window.input().scroll = 400;
  window.state().version = 0;
  window.frame(app.screen());
  const std::vector<ui::PlacedText>& after = window.state().texts;
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_NEAR(before[i].place.y, after[i].place.y, 0.01F) << before[i].id;
}

TEST(Painter, MirrorsEverythingWhereTextRunsFromRightToLeft) {
  Window window(1280, 800);
  App swedish = example("sv"), arabic = example("ar");
  for (App* app : {&swedish, &arabic}) app->dispatch(GoTo{ScreenId::path});
  const ui::Frame left = window.frame(swedish.screen()), right = window.frame(arabic.screen());
  for (const char* id : {"nav.start", "path.housing", "title"}) {
    const ui::Placed from_left = place_of(left, id), from_right = place_of(right, id);
    EXPECT_FLOAT_EQ(from_left.x, 1280 - from_right.x - from_right.width) << id;
  }
}

TEST(Painter, ShowsTheWholeMenuToAFingerOnASmallPhone) {
  Window window(320, 568);
  App app = example("sv");
  app.dispatch(OpenMenu{true});
  const ui::Frame frame = window.frame(app.screen());
  for (const auto* part : {&app.screen().navigation, &app.screen().toolbar})
    for (const Node& node : some(*part)) {
      const auto placed =
          std::find_if(frame.placed.begin(), frame.placed.end(), [&](const ui::Placed& p) { return p.id == node.id; });
      ASSERT_NE(placed, frame.placed.end()) << node.id;
      EXPECT_TRUE(placed->scrolls) << node.id;
      EXPECT_LE(placed->y + placed->height, frame.content_height) << node.id;
    }
}

// A widget that only Dear ImGui knows would be unreachable for screen readers and the keyboard.
TEST(Painter, HasANodeForEverythingThatCanBePressed) {
  for (const auto& [width, height, language] :
       {std::tuple{360.0F, 640.0F, "sv"}, {360.0F, 640.0F, "ar"}, {1280.0F, 800.0F, "sv"}, {1280.0F, 800.0F, "ar"}}) {
    Window window(width, height);
    window.input().host_shows_focus = true;  // no keys: each frame would search for all keyboard targets
    App app = example(language);
    int items = 0, scrolled = 0;
    // Below the height of any pressable node; one of the columns meets nodes that lie side by side.
    const auto look = [&](float scroll) {
      for (float y = 10; y < height; y += ui::target - 2)
        for (const float across :
             width < 720 ? std::vector{0.12F, 0.45F, 0.9F} : std::vector{0.04F, 0.3F, 0.45F, 0.9F}) {
          const float x = width * across;
          if (window.item_at(app.screen(), x, y) == 0) continue;
          ++items;
          const auto& placed = window.placed();
          EXPECT_TRUE(std::any_of(placed.begin(), placed.end(),
                                  [&](const ui::Placed& p) {
                                    const float top = p.scrolls ? p.y - scroll : p.y;
                                    if (x < p.x || x > p.x + p.width || y < top || y > top + p.height) return false;
                                    const Node* node = find_node(app.screen(), p.id);
                                    return p.id == "menu" || (node && node->action);
                                  }))
              << language << " " << app.screen().id << " " << x << " " << y << " scrolled " << scroll;
        }
    };
    for (const ScreenId id : all_screens) {
      app.dispatch(GoTo{id});
      unfold(app);
      window.input().version = app.version();  // laid out once
      const float end = window.frame(app.screen()).content_height - height;
      look(0);
      for (float scroll = height * 0.7F; scroll - height * 0.7F < end; scroll += height * 0.7F) {
        window.state().scroll = scroll;
        window.frame(app.screen());
        look(window.state().scroll);
        ++scrolled;
      }
    }
    EXPECT_GT(items, 1000) << width << " " << language;
    EXPECT_GT(scrolled, 100) << width << " " << language;
  }
}

// Years and days: the drawn, the pressed and the spoken rectangle are the same.
TEST(Painter, PlacesAnswersInAGridAsHighAsTheyAreDrawn) {
  Window window(360, 640);
  App app = example("sv");
  app.dispatch(ChooseTextSize{200});
  app.dispatch(OpenQuestion{"p1.birth"});
  app.gesture({Gesture::Verb::activate, "pick.p1.birth", ""});
  const ui::Frame frame = window.frame(app.screen());
  int grids = 0;
  each_shown(app.screen().main, [&](const Node& node) {
    if (!node.grid) return;
    ++grids;
    for (const Node& option : node.children)
      EXPECT_GT(place_of(frame, option.id).height, ui::target) << "letters twice as large need more";
  });
  EXPECT_EQ(grids, 1);
}

TEST(Painter, DrawsTheSecondLanguageWhereverTheFirstIsDrawn) {
  for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, {360.0F, 640.0F}}) {
    Window window(width, height);
    App app = example("sv");
    app.dispatch(GoTo{ScreenId::money});
    unfold(app);
    app.dispatch(GoTo{ScreenId::calendar});
    unfold(app);
    const auto first_inside = [&](const char* id) {
      const Node* const node = find_node(app.screen(), id);
      return node && !node->children.empty() ? node->children[node->kind == Kind::table ? 1 : 0].id : std::string(id);
    };
    const auto high = [&](ScreenId screen, const char* id) {
      app.dispatch(GoTo{screen});
      return place_of(window.frame(app.screen()), first_inside(id)).height;
    };
    const std::pair<ScreenId, const char*> places[] = {
        {ScreenId::estimate, "estimate.amount"}, {ScreenId::reading, "reading.glossary"},
        {ScreenId::reading, "reading.colours"},  {ScreenId::calendar, "calendar.timeline"},
        {ScreenId::calendar, "calendar.table"},  {ScreenId::money, "money.table"},
        {ScreenId::compare, "compare.table"}};
    for (const auto& [screen, id] : places) {
      app.dispatch(ChooseBeside{""});
      const float alone = high(screen, id);
      app.dispatch(ChooseBeside{"ar"});
      EXPECT_GT(high(screen, id), alone) << id << " at " << width;
    }
  }
}

TEST(Painter, PutsTheListIntoAMenuWhereTheWindowIsTooLowForIt) {
  Window window(1092, 500);
  App app = example("sv");
  const ui::Frame frame = window.frame(app.screen());
  EXPECT_TRUE(
      std::any_of(frame.placed.begin(), frame.placed.end(), [](const ui::Placed& p) { return p.id == "menu"; }));
}

TEST(Painter, MakesAGestureOfAClick) {
  Window window(1280, 800);
  App app = example("sv");
  app.dispatch(GoTo{ScreenId::start});
  const ui::Frame frame = window.frame(app.screen());
  const auto target =
      std::find_if(frame.placed.begin(), frame.placed.end(), [](const ui::Placed& p) { return p.id == "nav.path"; });
  ASSERT_NE(target, frame.placed.end());
  const std::vector<Gesture> gestures = window.click(app.screen(), *target);
  ASSERT_EQ(gestures.size(), 1u);
  EXPECT_EQ(gestures[0].id, "nav.path");
}

TEST(Painter, CoversThePageWithTheMenuOnAPhone) {
  Window window(360, 640);
  App app = example("en");
  app.gesture({Gesture::Verb::activate, "menu", ""});
  const ui::Frame frame = window.frame(app.screen());
  const auto is = [&](const char* id) {
    return std::any_of(frame.placed.begin(), frame.placed.end(), [&](const ui::Placed& p) { return p.id == id; });
  };
  EXPECT_TRUE(is("nav.estimate"));
  EXPECT_FALSE(is("title"));
}

TEST(Painter, PlacesAVeryLongPageAndDrawsOnlyWhatIsSeen) {
  Window window(360, 640);
  Screen screen{.id = "x", .title = "X", .language = "en"};
  for (int i = 0; i < 3000; ++i)
    screen.main.push_back({.id = "row." + std::to_string(i),
                           .kind = Kind::row,
                           .text = "One of very many things to do",
                           .mark = "open",
                           .action = OpenMenu{}});
  const ui::Frame frame = window.frame(screen);
  EXPECT_GT(place_of(frame, "row.2999").y, 3000 * ui::target);
  EXPECT_LT(ImGui::GetDrawData()->TotalVtxCount, 10'000) << "corners are counted to 65 535";
}

// The corners of the smallest rectangle around all shapes of one colour.
struct Drawn {
  float left = 1e6F, top = 1e6F, right = -1e6F, bottom = -1e6F;
};
Drawn drawn_in(ImU32 colour) {
  Drawn out;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& corner : list->VtxBuffer) {
      if (corner.col != colour) continue;
      out = {std::min(out.left, corner.pos.x), std::min(out.top, corner.pos.y), std::max(out.right, corner.pos.x),
             std::max(out.bottom, corner.pos.y)};
    }
  return out;
}

// The last filled rectangle of one colour. Letters are pictures and not counted.
ui::Colour ground_at(float x, float y) {
  ui::Colour out = 0;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (int i = 0; i + 2 < list->IdxBuffer.Size; i += 3) {
      const ImDrawVert* corners[3];
      for (int k = 0; k < 3; ++k) corners[k] = &list->VtxBuffer[list->IdxBuffer[i + k]];
      const ImU32 colour = corners[0]->col;
      if (colour >> IM_COL32_A_SHIFT != 255 || colour != corners[1]->col || colour != corners[2]->col) continue;
      if (!ImTriangleContainsPoint(corners[0]->pos, corners[1]->pos, corners[2]->pos, {x, y})) continue;
      out = (colour >> IM_COL32_R_SHIFT & 255) << 16 | (colour >> IM_COL32_G_SHIFT & 255) << 8 |
            (colour >> IM_COL32_B_SHIFT & 255);
    }
  return out;
}

TEST(Painter, DrawsWhatCannotBePressedSoThatItCanStillBeRead) {
  for (const bool dark : {false, true})
    for (const bool contrast : {false, true}) {
      Window window(360, 640);
      window.input().dark = dark;
      window.input().more_contrast = contrast;
      Screen screen{.id = "x", .title = "X", .language = "en"};
      for (const Emphasis emphasis : {Emphasis::primary, Emphasis::secondary, Emphasis::quiet})
        screen.main.push_back({.id = "b" + std::to_string(static_cast<int>(emphasis)),
                               .kind = Kind::button,
                               .text = "Make the file",
                               .emphasis = emphasis,
                               .disabled = true,
                               .action = Save{}});
      const ui::Frame frame = window.frame(screen);
      const ui::Theme& theme = ui::theme_for(Appearance::system, dark, contrast);
      for (const Node& node : screen.main) {
        const ui::Placed at = place_of(frame, node.id);
        EXPECT_GE(ui::contrast(theme.muted, ground_at(at.x + 5, at.y + at.height / 2)), contrast ? 7 : 4.5)
            << node.id << (dark ? " dark" : " light") << (contrast ? " contrast" : "");
      }
    }
}

TEST(Painter, DrawsTheLineOfTheMoveBesideEachNameAndThroughNone) {
  for (const bool right_to_left : {false, true}) {
    Window window(640, 640);
    Screen screen{.id = "x", .title = "X", .language = right_to_left ? "ar" : "en", .right_to_left = right_to_left};
    Node line{.id = "line", .kind = Kind::timeline, .text = "The line is the move", .value = "30 June"};
    line.share = 300;
    for (const auto& [id, name] :
         {std::pair{"short", "Rent"}, {"long", "Courses and training in the country before the move"}}) {
      Node row{.id = id, .kind = Kind::row, .text = name};
      row.share = 600;
      row.span = 900;
      line.children.push_back(row);
    }
    screen.main = {line};
    const ui::Frame frame = window.frame(screen);
    const ui::Colour accent = ui::theme_for(Appearance::system, false, false).accent;
    const auto is_lined = [&](const char* id, float y) {
      const ui::Placed at = place_of(frame, id);
      const float along = at.width * 0.3F + 1;
      return ground_at(right_to_left ? at.x + at.width - along : at.x + along, at.y + y) == accent;
    };
    EXPECT_TRUE(is_lined("short", 12));
    EXPECT_FALSE(is_lined("long", 12));
    EXPECT_TRUE(is_lined("long", place_of(frame, "long").height - 2)) << "it goes on below the name";
  }
}

TEST(Painter, DrawsACodeBlackOnWhiteWithRoomAroundItAndNeverMirrored) {
  // The dark cells of a two by two square: above both, below only the left one.
  const std::vector<Node> code{{.id = "code", .kind = Kind::code, .text = "Picture 1 of 1", .value = "11 10"}};
  for (const bool right_to_left : {false, true}) {
    Window window(360, 640);
    Screen screen{.id = "x", .title = "X", .language = right_to_left ? "ar" : "en", .right_to_left = right_to_left};
    screen.appearance = Appearance::dark;
    screen.main = code;
    window.frame(screen);
    const Drawn white = drawn_in(IM_COL32(255, 255, 255, 255)), black = drawn_in(IM_COL32(0, 0, 0, 255));
    const float side = white.right - white.left, cell = (black.right - black.left) / 2;
    EXPECT_FLOAT_EQ(white.bottom - white.top, side);
    EXPECT_GE(black.left - white.left, 4 * cell);
    EXPECT_GE(white.bottom - black.bottom, 4 * cell);
    EXPECT_GT(cell * 10, side - 10) << "as large as fits";
    Screen lower = screen;
    lower.main[0].value = "00 10";
    window.frame(lower);
    EXPECT_FLOAT_EQ(drawn_in(IM_COL32(0, 0, 0, 255)).left, black.left) << "the left one, whichever way words run";
    EXPECT_FLOAT_EQ(drawn_in(IM_COL32(0, 0, 0, 255)).right, black.left + cell);
  }
}

TEST(Painter, GoesThroughTheAnswersOfAChoiceWithArrowsHomeAndEnd) {
  for (const auto& [language, towards_end] : {std::pair{"sv", ImGuiKey_RightArrow}, {"ar", ImGuiKey_LeftArrow}}) {
    Window window(1280, 800);
    App app = example(language);
    app.dispatch(GoTo{ScreenId::reading});
    window.frame(app.screen());
    window.state().focus = "reading.size.125";
    const auto pressed = [&](ImGuiKey key) {
      const std::vector<Gesture> gestures = window.key(app.screen(), key);
      return gestures.size() == 1 ? gestures.front().id : std::string();
    };
    EXPECT_EQ(pressed(ImGuiKey_DownArrow), "reading.size.150");
    EXPECT_EQ(pressed(towards_end), "reading.size.175");
    EXPECT_EQ(pressed(ImGuiKey_UpArrow), "reading.size.150");
    EXPECT_EQ(pressed(ImGuiKey_End), "reading.size.200");
    EXPECT_EQ(pressed(ImGuiKey_DownArrow), "reading.size.100") << "round, as in a browser";
  }
}

TEST(Painter, GoesToTheEndsOfThePageWithHomeAndEnd) {
  Window window(360, 640);
  App app = example("sv");
  app.dispatch(GoTo{ScreenId::path});
  window.frame(app.screen());
  window.key(app.screen(), ImGuiKey_End);
  EXPECT_GT(window.state().scroll, 600);
  EXPECT_LT(window.state().scroll, 100'000);
  window.key(app.screen(), ImGuiKey_Home);
  EXPECT_EQ(window.state().scroll, 0);
}

TEST(Painter, HasLettersOfOtherScriptsForWhatIsTyped) {
  Window window(360, 640);
  App app = example("sv");
  window.frame(app.screen());
  EXPECT_TRUE(ImGui::GetIO().Fonts->Fonts[0]->IsGlyphInFont(0x0628));
  EXPECT_TRUE(ImGui::GetIO().Fonts->Fonts[0]->IsGlyphInFont(U'å'));
}

TEST(Pictures, AreThereForEverySectionOfThePath) {
  const auto assets = load_assets();
  for (const PathSection& section : assets->path.sections) EXPECT_TRUE(ui::has_picture(section.id)) << section.id;
  EXPECT_FALSE(ui::has_picture("nothing"));
}

}  // namespace
}  // namespace vagval
