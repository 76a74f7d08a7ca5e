#include "report/screen_json.h"

#include <array>

#include "foundation/json.h"

namespace vagval {

namespace {

// Names in the order of the enumerations.
constexpr std::array<std::string_view, 23> kinds = {"heading",  "paragraph", "list",   "card",       "pair",   "figure",
                                                    "button",   "choice",    "option", "field",      "row",    "chip",
                                                    "note",     "bar",       "table",  "table_row",  "cell",   "chart",
                                                    "timeline", "code",      "camera", "disclosure", "divider"};
constexpr std::array<std::string_view, 11> tones = {"body",    "muted",     "caption", "strong", "met",  "unmet",
                                                    "unknown", "authority", "hazard",  "info",   "error"};
constexpr std::array<std::string_view, 3> emphases = {"primary", "secondary", "quiet"};
constexpr std::array<std::string_view, 8> inputs = {"text",   "date", "year",       "country",
                                                    "amount", "note", "passphrase", "change"};
static_assert(kinds.size() == static_cast<std::size_t>(Kind::divider) + 1);
static_assert(tones.size() == static_cast<std::size_t>(Tone::error) + 1);
static_assert(emphases.size() == static_cast<std::size_t>(Emphasis::quiet) + 1);
static_assert(inputs.size() == static_cast<std::size_t>(Input::change) + 1);

template <class Names, class Value>
Json name_of(const Names& names, Value value) {
  return {std::string(names[static_cast<std::size_t>(value)])};
}

JsonArray nodes_json(const std::vector<Node>& nodes);

Json node_json(const Node& node) {
  JsonObject out{{"id", {node.id}}, {"kind", name_of(kinds, node.kind)}};
  const auto text = [&out](const char* name, const std::string& value) {
    if (!value.empty()) out.emplace_back(name, Json{value});
  };
  const auto flag = [&out](const char* name, bool value) {
    if (value) out.emplace_back(name, Json{true});
  };
  text("text", node.text);
  text("detail", node.detail);
  text("value", node.value);
  text("error", node.error);
  if (node.tone != Tone::body) out.emplace_back("tone", name_of(tones, node.tone));
  if (node.kind == Kind::button) out.emplace_back("emphasis", name_of(emphases, node.emphasis));
  if (node.kind == Kind::field) out.emplace_back("input", name_of(inputs, node.input));
  if (node.kind == Kind::heading) out.emplace_back("level", Json{std::int64_t{node.level}});
  if (node.share != 0) out.emplace_back("share", Json{std::int64_t{node.share}});
  if (node.span != 0) out.emplace_back("span", Json{std::int64_t{node.span}});
  text("mark", node.mark);
  text("picture", node.picture);
  flag("selected", node.selected);
  flag("disabled", node.disabled);
  flag("expanded", node.expanded);
  text("enter", node.enter);
  flag("compact", node.compact);
  flag("hold", node.hold);
  flag("grid", node.grid);
  flag("own", node.own);
  text("beside", node.beside);
  text("beside_detail", node.beside_detail);
  text("lang", node.lang);
  flag("lang_right_to_left", node.lang_right_to_left);
  text("context", node.context);
  flag("interactive", node.action.has_value());
  if (!node.children.empty()) out.emplace_back("children", Json{nodes_json(node.children)});
  return {std::move(out)};
}

JsonArray nodes_json(const std::vector<Node>& nodes) {
  JsonArray out;
  out.reserve(nodes.size());
  for (const Node& node : nodes) out.push_back(node_json(node));
  return out;
}

}  // namespace

std::string screen_json(const Screen& screen) {
  return write_json({JsonObject{{"id", {screen.id}},
                                {"title", {screen.title}},
                                {"language", {screen.language}},
                                {"right_to_left", {screen.right_to_left}},
                                {"beside_language", {screen.beside_language}},
                                {"beside_right_to_left", {screen.beside_right_to_left}},
                                {"appearance", name_of(appearance_names, screen.appearance)},
                                {"text_percent", {std::int64_t{screen.text_percent}}},
                                {"app_name", {screen.app_name}},
                                {"promise", {screen.promise}},
                                {"navigation_label", {screen.navigation_label}},
                                {"menu_label", {screen.menu_label}},
                                {"close_label", {screen.close_label}},
                                {"skip_label", {screen.skip_label}},
                                {"aside_label", {screen.aside_label}},
                                {"toolbar_label", {screen.toolbar_label}},
                                {"copied_label", {screen.copied_label}},
                                {"not_copied_label", {screen.not_copied_label}},
                                {"plain_label", {screen.plain_label}},
                                {"drawn_label", {screen.drawn_label}},
                                {"menu_open", {screen.menu_open}},
                                {"pointer_ring", {screen.pointer_ring}},
                                {"navigation", {nodes_json(screen.navigation)}},
                                {"header", {nodes_json(screen.header)}},
                                {"toolbar", {nodes_json(screen.toolbar)}},
                                {"main", {nodes_json(screen.main)}},
                                {"aside", {nodes_json(screen.aside)}},
                                {"footer", {nodes_json(screen.footer)}},
                                {"announcement", {screen.announcement}},
                                {"said", {std::int64_t{screen.said}}},
                                {"focus", {screen.focus}},
                                {"focus_serial", {std::int64_t{screen.focus_serial}}}}});
}

}  // namespace vagval
