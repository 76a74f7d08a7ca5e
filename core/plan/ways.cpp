#include "plan/ways.h"

namespace vagval {

WayFacts facts_of_way(const Plan& plan, Way way) {
  WayFacts out{plan.household, plan.situation};
  const WayEntry* entry = find_way(plan, way);
  Destination& destination = out.situation.destination;
  const auto leave_for = [&](DestinationKind kind) {
    // A country that was answered for the other kind of destination does not apply to this one.
    if (destination.kind && *destination.kind != kind) {
      destination.country.reset();
      destination.right_to_live_there.reset();
    }
    destination.kind = kind;
  };
  switch (way) {
    case Way::stay:
      for (Person& person : out.household.persons) person.plan = MovePlan::stays;
      out.situation.departure_date.reset();
      out.situation.arrival_date.reset();
      break;
    case Way::visit:
      // A person who visits first decides about a move later.
      for (Person& person : out.household.persons) person.plan = MovePlan::undecided;
      out.situation.departure_date.reset();
      out.situation.arrival_date.reset();
      break;
    case Way::go:
      leave_for(DestinationKind::country_of_origin);
      break;
    case Way::other:
      leave_for(DestinationKind::other_country);
      break;
  }
  if (!entry) return out;
  if (entry->departure_date) {
    out.situation.departure_date = entry->departure_date;
    out.situation.arrival_date.reset();
  }
  if (entry->country) destination.country = entry->country;
  for (const Going& going : entry->persons)
    if (Person* person = find_person(out.household, going.person); person && going.plan) person->plan = going.plan;
  return out;
}

}  // namespace vagval
