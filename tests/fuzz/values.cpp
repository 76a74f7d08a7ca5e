// Any lines "name<TAB>text" as changes of a plan: each is taken or refused, and the plan always survives its file.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "plan/change.h"
#include "plan/plan_json.h"

using namespace vagval;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(bytes), size);
  const Date today = *make_date(2026, 11, 20);
  Plan plan;
  plan.household.persons = {{.id = "p1"}, {.id = "p2"}};
  for (const EntryList list : {EntryList::own_task, EntryList::own_task, EntryList::line, EntryList::matter,
                               EntryList::question, EntryList::journal})
    add_entry(plan, list, list == EntryList::line ? "monthly.cost" : "housing", today);
  for (int lines = 0; lines < 100 && !rest.empty(); ++lines) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    const std::size_t tab = line.find('\t');
    const Plan before = plan;
    const auto fault =
        set_plan_value(plan, line.substr(0, tab), tab == std::string_view::npos ? "" : line.substr(tab + 1), today);
    if (fault && !(plan == before)) std::abort();
  }
  const Result<Plan> read = open_plan(write_plan(plan));
  if (!read || !(*read == plan)) std::abort();
  return 0;
}
