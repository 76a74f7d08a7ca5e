#include "state/places.h"

#include <algorithm>
#include <utility>

#include "state/parts.h"

namespace vagval {

namespace {

constexpr std::size_t places_max = 1000;

/// Without what lies over the screen.
Place bare(Place place) {
  place.menu = false;
  place.unfolded.clear();
  return place;
}

/// Whether the program's own buttons have done what Back does: a menu is closed, something is folded in, or one thing
/// of a screen leads back to what it was opened from.
bool closes(const Place& from, const Place& to) {
  if (bare(from) == bare(to)) return (from.menu && !to.menu) || (!from.unfolded.empty() && to.unfolded.empty());
  return from.screen == to.screen;
}

/// A plan that was undone or put away has taken persons with it.
Place as_it_is_now(const Model& model, Place place) {
  if (!place.person.empty() && !find_person(model.plan.household, place.person)) {
    place.person.clear();
    place.question.clear();
  }
  return place;
}

void enter(Model& model, const Place& from, const Place& to) {
  Session& session = model.session;
  const bool same = bare(from) == bare(to);
  if (!same) {
    go_to(model, to.screen);
    session.person = to.person;
    session.question = to.question;
    session.item = to.item;
    session.counsel.part = to.part;
    if (from.screen != to.screen)
      session.was_at = from.screen;
    else
      session.was_open = !from.item.empty() ? from.item : !from.question.empty() ? from.question : from.person;
  }
  for (const std::string& id : from.unfolded)
    if (same && !to.unfolded.contains(id)) session.open.erase(id);
  session.open.insert(to.unfolded.begin(), to.unfolded.end());
  session.unfolded = to.unfolded;
  session.menu_open = to.menu;
}

bool step(Model& model, std::vector<Place> Session::*from, std::vector<Place> Session::*to) {
  const Place here = place_of(model.session);
  bool left = false;  // the place one is at is remembered once, however many are passed over
  while (!(model.session.*from).empty()) {
    const Place there = as_it_is_now(model, std::move((model.session.*from).back()));
    (model.session.*from).pop_back();
    if (there == here) continue;
    if (!std::exchange(left, true)) (model.session.*to).push_back(here);
    enter(model, here, there);
    return bare(here) != bare(there);
  }
  return false;
}

}  // namespace

Place place_of(const Session& session) {
  Place out{.screen = session.screen,
            .person = session.person,
            .question = session.question,
            .item = session.item,
            .part = session.counsel.part,
            .menu = session.menu_open};
  // Some fold in by themselves: a calendar in which a day has been chosen.
  for (const std::string& id : session.unfolded)
    if (session.open.contains(id)) out.unfolded.insert(id);
  return out;
}

void note_place(Session& session, Place before, bool vanished) {
  Place now = place_of(session);
  if (now == before) return;
  if (bare(now) != bare(before)) {
    session.unfolded.clear();
    now.unfolded.clear();
  }
  const bool back = !session.been.empty() && session.been.back() == now;
  if (back && closes(before, now)) {
    session.been.pop_back();
    if (!vanished) session.ahead.push_back(std::move(before));
    return;
  }
  session.ahead.clear();
  // Back does not lead to a menu, and it closes all parts that a screen has folded out in one step.
  const bool more_unfolded = bare(now) == bare(before) && !before.unfolded.empty() && now.menu == before.menu;
  if (vanished || before.menu || more_unfolded) {
    if (back) session.been.pop_back();
    return;
  }
  session.been.push_back(std::move(before));
  if (session.been.size() > places_max) session.been.erase(session.been.begin());
}

void forget_places(Session& session) {
  session.been.clear();
  session.ahead.clear();
}

bool go_back(Model& model) { return step(model, &Session::been, &Session::ahead); }
bool go_forward(Model& model) { return step(model, &Session::ahead, &Session::been); }

}  // namespace vagval
