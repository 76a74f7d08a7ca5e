#include "words/worked_sum.h"

#include <type_traits>
#include <utility>

#include "facts/members.h"

namespace vagval {

namespace {

// A person who meets every condition on the day: no to each yes/no fact, but for those that have to hold.
Person covered(std::string id, Tie tie, int birth_year, Date permit_since) {
  Person out{.id = std::move(id)};
  each_member(out, [](Fact, auto& member) {
    if constexpr (std::is_same_v<std::decay_t<decltype(member)>, std::optional<bool>>) member = false;
  });
  out.birth = Period::year(birth_year);
  out.tie = tie;
  out.permit.kind = PermitKind::permanent;
  out.permit.ground = PermitGround::refugee;
  out.permit.granted_on = permit_since;
  out.permit.valid = out.registered_in_sweden = out.lives_with_applicant = true;
  out.plan = MovePlan::goes;
  return out;
}

Assessment of(const RulePack& pack, int adults, int children) {
  const Date day = pack.checked_on;
  const Date permit_since = *make_date(2016, 3, 1);
  Household household;
  for (int i = 0; i < adults; ++i)
    household.persons.push_back(
        covered("adult" + std::to_string(i), i == 0 ? Tie::applicant : Tie::spouse, 1985, permit_since));
  for (int i = 0; i < children; ++i)
    household.persons.push_back(covered("child" + std::to_string(i), Tie::child, 2015, permit_since));
  Situation situation;
  situation.application_date = day;
  situation.destination.kind = DestinationKind::country_of_origin;
  situation.destination.country = Country{{'S', 'Y'}};
  situation.intends_to_settle_there = situation.can_show_reception = true;
  situation.asylum_refused_or_withdrawn = false;
  return assess(pack, household, situation, day, OtherAnswers::left_out);
}

Node line(const ViewContext& view, std::string id, std::string what, Kronor amount, std::string how = {}) {
  Node out = row(std::move(id), std::move(what), std::move(how));
  out.value = view.words.kronor(amount);
  return out;
}

// Each part as a share of the whole and, after the first, of what the first leaves: the two that are mixed up.
std::vector<Node> parts(const ViewContext& view, const std::string& id) {
  const Catalogue& words = view.words;
  const Assessment a = of(view.assets.pack, 1, 0);
  std::vector<Node> out;
  const int first = a.instalments.empty() ? 0 : a.instalments.front().percent;
  int together = 0;
  for (const InstalmentResult& part : a.instalments) {
    const std::int64_t percent = part.percent;
    const std::int64_t of_rest = first < 100 ? std::int64_t{part.percent} * 100 / (100 - first) : 100;
    std::string how = out.empty() ? words.text("sum.whole"_t, {{"percent", percent}})
                                  : words.text("sum.rest"_t, {{"rest", of_rest}, {"percent", percent}});
    out.push_back(line(view, id + ".part" + std::to_string(out.size()),
                       words.text(view.assets.pack.instalments[part.instalment].text), part.amount.max,
                       std::move(how)));
    together += part.percent;
  }
  out.push_back(line(view, id + ".together", words.text("sum.together"_t), a.amount.max,
                     words.text("sum.all"_t, {{"percent", std::int64_t{together}}})));
  return out;
}

std::vector<Node> family(const ViewContext& view, const std::string& id) {
  const Catalogue& words = view.words;
  const Assessment a = of(view.assets.pack, 2, 2);
  const auto both = [&](const std::string& name, std::string what, Kronor each) {
    return line(view, id + name, std::move(what), each + each,
                words.text("sum.times"_t, {{"count", std::int64_t{2}}, {"amount", each}}));
  };
  std::vector<Node> out;
  const auto caps = [&](CapGroup group, const std::string& name, const std::string& what) {
    for (const CapResult& cap : a.caps)
      if (view.assets.pack.caps[cap.cap].group == group) out.push_back(line(view, id + name, what, cap.limit));
  };
  out.push_back(both(".adults", words.text("sum.adults"_t), a.persons[0].base.max));
  caps(CapGroup::couple, ".couple", words.text("sum.couple_cap"_t));
  out.push_back(both(".children", words.text("sum.children"_t), a.persons[2].base.max));
  caps(CapGroup::household, ".household", words.text("sum.household_cap"_t));
  out.push_back(line(view, id + ".together", words.text("sum.together"_t), a.amount.max));
  return out;
}

std::vector<Node> back(const ViewContext& view, const std::string& id) {
  constexpr TextKey stages[] = {"sum.after_decision"_t, "sum.after_arrival"_t, "sum.after_last_part"_t};
  std::vector<Node> out;
  for (const RepaymentResult& repayment : of(view.assets.pack, 1, 0).repayment)
    out.push_back(line(view, id + ".stage" + std::to_string(out.size()),
                       view.words.text(stages[static_cast<std::size_t>(repayment.stage)]), repayment.owed.max,
                       view.words.text("sum.to_pay_back"_t)));
  return out;
}

}  // namespace

std::vector<Node> worked_sum(const ViewContext& view, const std::string& id, WorkedSum sum) {
  switch (sum) {
    case WorkedSum::none:
      return {};
    case WorkedSum::parts:
      return parts(view, id);
    case WorkedSum::family:
      return family(view, id);
    case WorkedSum::back:
      return back(view, id);
  }
  return {};
}

}  // namespace vagval
