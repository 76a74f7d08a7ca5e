#include "plan/plan.h"

namespace vagval {

std::string free_person_id(const Household& household) {
  std::size_t number = household.persons.size();
  std::string id;
  do id = "p" + std::to_string(++number);
  while (find_person(household, id));
  return id;
}

}  // namespace vagval
