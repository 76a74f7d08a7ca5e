// What a counsellor asks themself, so that the choice stays the person's own. Neutral in both directions.
#include "screens/counsel_parts.h"

namespace vagval {

void voluntariness(const ViewContext& view, std::vector<Node>& nodes) {
  const Catalogue& words = view.words;
  const auto group = [&](const std::string& id, TextKey title, std::vector<std::string> questions) {
    return card(id, {heading(id + ".title", words.text(title), 3), list(id + ".list", std::move(questions))},
                words.text(title));
  };
  nodes.push_back(heading("voluntary", words.text("voluntary.title"_t), 2));
  nodes.push_back(paragraph("voluntary.lead", words.text("voluntary.lead"_t), Tone::muted));
  nodes.push_back(group("voluntary.free", "voluntary.free"_t,
                        {words.text("voluntary.free.1"_t), words.text("voluntary.free.2"_t),
                         words.text("voluntary.free.3"_t), words.text("voluntary.free.4"_t)}));
  nodes.push_back(group("voluntary.informed", "voluntary.informed"_t,
                        {words.text("voluntary.informed.1"_t), words.text("voluntary.informed.2"_t),
                         words.text("voluntary.informed.3"_t), words.text("voluntary.informed.4"_t)}));
  nodes.push_back(group(
      "voluntary.express", "voluntary.express"_t,
      {words.text("voluntary.express.1"_t), words.text("voluntary.express.2"_t), words.text("voluntary.express.3"_t)}));
}

}  // namespace vagval
