#include "screen/reading_order.h"

#include "text/bidi.h"

namespace vagval {

void keep_reading_order(std::vector<Node>& nodes, bool right_to_left, bool beside_right_to_left) {
  if (!right_to_left && !beside_right_to_left) return;
  for (Node& node : nodes) {
    if (node.lang.empty() ? right_to_left : node.lang_right_to_left) {
      for (std::string* const text : {&node.text, &node.detail, &node.error}) *text = isolated_runs(*text);
      if (node.kind != Kind::field && node.kind != Kind::code) node.value = isolated_runs(node.value);
    }
    if (beside_right_to_left)
      for (std::string* const text : {&node.beside, &node.beside_detail}) *text = isolated_runs(*text);
    keep_reading_order(node.children, right_to_left, beside_right_to_left);
  }
}

void keep_reading_order(Screen& screen) {
  if (screen.right_to_left) {
    screen.title = isolated_runs(screen.title);
    screen.announcement = isolated_runs(screen.announcement);
  }
  for (std::vector<Node>* const part :
       {&screen.navigation, &screen.header, &screen.toolbar, &screen.main, &screen.aside, &screen.footer})
    keep_reading_order(*part, screen.right_to_left, screen.beside_right_to_left);
}

}  // namespace vagval
