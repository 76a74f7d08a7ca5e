#include "screens/keep_parts.h"

#include <utility>

#include "state/update.h"

namespace vagval {

Node passphrase_field(const ViewContext& view, const std::string& id, std::string label, std::string help) {
  Node out{.id = id, .kind = Kind::field, .text = std::move(label), .detail = std::move(help)};
  out.input = view.session.open.contains("pass.shown") ? Input::text : Input::passphrase;
  if (const auto typed = view.session.drafts.find(id); typed != view.session.drafts.end()) out.value = typed->second;
  out.action = EditField{id, {}};
  return out;
}

void push_passphrase_fault(const ViewContext& view, Node& field) {
  if (!view.session.keeping.fault.empty())
    field.error = view.words.text(view.session.keeping.fault, {{"detail", std::to_string(passphrase_max)}});
}

Node show_passphrase(const ViewContext& view) {
  const bool shown = view.session.open.contains("pass.shown");
  return button("pass.show", view.words.text(shown ? "pass.hide"_t : "pass.show"_t), ToggleOpen{"pass.shown"},
                Emphasis::quiet);
}

void push_stretching(const ViewContext& view, std::vector<Node>& out) {
  const Keeping& keeping = view.session.keeping;
  const bool opening = *keeping.under_way == PassphraseFor::open;
  out.push_back(paragraph("pass.progress",
                          view.words.text(opening ? "pass.opening"_t : "pass.sealing"_t,
                                          {{"percent", std::int64_t{keeping.thousandths / 10}}}),
                          Tone::strong));
  out.push_back(paragraph("pass.slow", view.words.text("pass.slow"_t), Tone::muted));
  out.push_back(button("pass.cancel", view.words.text("pass.cancel"_t), StopStretching{}));
}

Node unread_note(const ViewContext& view) {
  const Device& device = view.session.device;
  Node out = note("kept.unread", Tone::hazard, view.words.text("kept.unread.what"_t),
                  view.words.text(unread_key(device.unread)));
  out.children = {button("kept.unread.look", view.words.text("privacy.look"_t), LookAtDevice{}),
                  button("kept.unread.erase", view.words.text("kept.unread.erase"_t), StopKeeping{}, Emphasis::quiet)};
  return out;
}

std::vector<Node> new_passphrase(const ViewContext& view, PassphraseFor use) {
  const Catalogue& words = view.words;
  std::vector<Node> out;
  if (view.session.keeping.under_way) {
    push_stretching(view, out);
    return out;
  }
  out.push_back(passphrase_field(view, "pass.new", words.text("pass.new"_t), words.text("pass.new.help"_t)));
  push_passphrase_fault(view, out.back());
  out.push_back(passphrase_field(view, "pass.again", words.text("pass.again"_t)));
  const std::size_t last_field = out.size() - 1;
  out.push_back(show_passphrase(view));
  const auto go = [&](const char* id, std::string text) {
    out[last_field].enter = id;
    out.push_back(button(id, std::move(text), UsePassphrase{use}));
  };
  if (use == PassphraseFor::save)
    go("keep.seal.go", words.text("keep.sealed"_t));
  else if (use == PassphraseFor::keep)
    go("keep.here.seal.go", words.text("keep.here.seal"_t));
  else
    go("transfer.seal.go", words.text("transfer.seal.go"_t));
  return out;
}

}  // namespace vagval
