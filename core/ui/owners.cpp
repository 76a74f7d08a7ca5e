#include "ui/owners.h"

#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace vagval::ui {

std::vector<PlacedText> owned_texts(const Screen& screen, const TextPlaces& texts) {
  std::unordered_map<const char*, std::pair<const std::string*, TextOf>> owners;
  static const std::string name = "app.name", promise = "app.promise";
  const auto own = [&](const std::string& text, const std::string& id, TextOf which) {
    if (!text.empty() && !id.empty()) owners.emplace(text.data(), std::pair{&id, which});
  };
  const std::function<void(const std::vector<Node>&)> walk = [&](const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      own(node.text, node.id, TextOf::text);
      own(node.detail, node.id, TextOf::detail);
      own(node.value, node.id, TextOf::value);
      own(node.beside, node.id, TextOf::beside);
      own(node.beside_detail, node.id, TextOf::beside_detail);
      own(node.error, node.id, TextOf::error);
      walk(node.children);
    }
  };
  own(screen.app_name, name, TextOf::text);
  own(screen.promise, promise, TextOf::text);
  for (const std::vector<Node>* part : parts_of(screen)) walk(*part);
  std::vector<PlacedText> out;
  std::unordered_set<const char*> seen;  // a column's name is drawn above each of its cells
  for (const TextPlace& one : texts.all)
    if (const auto owner = owners.find(one.words); owner != owners.end() && seen.insert(one.words).second)
      out.push_back({*owner->second.first, owner->second.second, one});
  return out;
}

}  // namespace vagval::ui
