#include "words/rule_words.h"

#include <charconv>
#include <iterator>

#include "foundation/reader.h"
#include "foundation/utf8.h"
#include "text/countries.h"
#include "words/build.h"

namespace vagval {

namespace {

constexpr std::string_view difference_names[] = {"dates",      "parameter", "condition", "amount",    "cap",
                                                 "instalment", "repayment", "version",   "statement", "conflict",
                                                 "definition", "source",    "seen"};
constexpr std::size_t rule_rows_max = 200, shown_max = 300;

// What a pack writes itself may be as long as it likes.
std::string shortened(const std::string& text) {
  return text.size() <= shown_max ? text : text.substr(0, whole_characters(text, shown_max)) + "…";
}

std::int64_t number(std::string_view text) {
  std::int64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::string counted(const Catalogue& words, Form form, std::string_view value) {
  const std::int64_t count = number(value);
  switch (form) {
    case Form::kronor:
      return words.kronor(Kronor{count});
    case Form::years:
      return words.text("diff.years"_t, {{"count", count}});
    case Form::months:
      return words.text("diff.months"_t, {{"count", count}});
    default:
      return words.text("diff.percent"_t, {{"count", count}});
  }
}

std::string countries(const Catalogue& words, std::string_view codes) {
  std::string out;
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(' '), codes.size());
    out += (out.empty() ? "" : ", ") + country_name(words, codes.substr(0, end));
    codes.remove_prefix(std::min(end + 1, codes.size()));
  }
  return out;
}

std::string period(const Catalogue& words, std::string_view written) {
  const std::size_t slash = written.find('/');
  const std::optional<Date> from = parse_date(written.substr(0, slash)), to = parse_date(written.substr(slash + 1));
  return from ? period_in_words(words, {*from, to}) : std::string(written);
}

std::string changed(const Catalogue& words, const Difference& d) {
  const std::string before = value_in_words(words, d.form, d.before), after = value_in_words(words, d.form, d.after);
  const auto both = [&](TextKey key) { return words.text(key, {{"before", before}, {"after", after}}); };
  switch (d.aspect) {
    case Aspect::checked_on:
      return both("diff.checked"_t);
    case Aspect::next_review:
      return both("diff.next"_t);
    case Aspect::period:
      return both("diff.period"_t);
    case Aspect::sources:
      return both("diff.sources"_t);
    case Aspect::rule:
      return words.text("diff.rule"_t);
    case Aspect::unit:
      return words.text("diff.unit"_t);
    case Aspect::effect:
      return words.text("diff.effect"_t);
    case Aspect::who:
      return words.text("diff.who"_t);
    case Aspect::readings:
      return words.text("diff.readings"_t);
    case Aspect::value:
      if (d.in == DifferenceIn::seen) return words.text("diff.seen.text"_t, {{"count", number(d.after)}});
      if (d.in != DifferenceIn::parameter) return both("diff.now"_t);
      if (d.from && d.to)
        return words.text("diff.value.from_to"_t,
                          {{"from", *d.from}, {"to", *d.to}, {"before", before}, {"after", after}});
      return words.text("diff.value.from"_t, {{"from", d.from.value_or(Date{})}, {"before", before}, {"after", after}});
    case Aspect::whole:
    case Aspect::words:
    case Aspect::standing:
    case Aspect::topic:
      break;
  }
  return both("diff.now"_t);
}

std::string name_of(const Catalogue& words, const Difference& d) {
  switch (d.in) {
    case DifferenceIn::dates:
    case DifferenceIn::seen:
      return words.text("diff.in." + std::string(difference_names[static_cast<std::size_t>(d.in)]));
    case DifferenceIn::definition:
      return shortened(d.id);
    case DifferenceIn::source:
      return shortened(d.id + " " + d.title);
    case DifferenceIn::condition:
    case DifferenceIn::statement:
    case DifferenceIn::conflict:
      return shortened(d.id) + " " + words.text(d.text);
    default:
      return words.text(d.text);
  }
}

}  // namespace

std::string period_in_words(const Catalogue& words, const InForce& period) {
  if (period.to) return words.text("period.from_to"_t, {{"from", period.from}, {"to", *period.to}});
  return words.text("period.from"_t, {{"from", period.from}});
}

std::string value_in_words(const Catalogue& words, Form form, const std::string& value) {
  switch (form) {
    case Form::kronor:
    case Form::years:
    case Form::months:
    case Form::percent:
    case Form::date:
    case Form::countries:
      if (value == no_value) return words.text("diff.none"_t);
      if (value == announced_value) return words.text("diff.announced"_t);
      if (form == Form::countries) return countries(words, value);
      if (form == Form::date) return words.date(parse_date(value).value_or(Date{}));
      if (value.starts_with("<="))
        return words.text("diff.at_most"_t, {{"value", counted(words, form, std::string_view(value).substr(2))}});
      return counted(words, form, value);
    case Form::period:
      return period(words, value);
    case Form::key:
      return words.text(value);
    case Form::citations:
      return value.empty() ? words.text("diff.no_sources"_t) : shortened(value);
    case Form::plain:
    case Form::count:
    case Form::none:
      break;
  }
  return shortened(value);
}

DifferenceInWords in_words(const Catalogue& words, const Difference& d) {
  DifferenceInWords out{name_of(words, d), {}};
  switch (d.happened) {
    case Happened::added:
      out.what = words.text("diff.added"_t);
      break;
    case Happened::removed:
      out.what = words.text("diff.removed"_t);
      break;
    case Happened::changed:
      out.what = changed(words, d);
      return out;
  }
  if (d.from) out.what += " " + period_in_words(words, {*d.from, d.to});
  return out;
}

std::vector<Node> difference_nodes(const Catalogue& words, const std::string& id,
                                   const std::vector<Difference>& differences) {
  std::vector<Node> out;
  for (std::size_t in = 0; in < std::size(difference_names); ++in) {
    const std::string here = id + "." + std::string(difference_names[in]);
    std::vector<Node> rows;
    std::int64_t more = 0;
    for (const Difference& d : differences) {
      if (static_cast<std::size_t>(d.in) != in) continue;
      if (rows.size() >= rule_rows_max) {
        ++more;
        continue;
      }
      DifferenceInWords said = in_words(words, d);
      rows.push_back(row(here + "." + std::to_string(rows.size()), std::move(said.name), std::move(said.what)));
    }
    if (rows.empty()) continue;
    const std::string title = words.text("diff.in." + std::string(difference_names[in]));
    out.push_back(heading(here + ".title", title, 3));
    if (more > 0) rows.push_back(paragraph(here + ".more", words.text("diff.more"_t, {{"count", more}})));
    out.push_back(card(here, std::move(rows), title));
  }
  return out;
}

std::vector<Node> problem_nodes(const Catalogue& words, const std::string& id, const std::vector<Problem>& problems,
                                std::size_t found) {
  std::vector<Node> out;
  for (std::size_t i = 0; i < problems.size() && i < problems_told; ++i) {
    const Problem& p = problems[i];
    out.push_back(row(id + "." + std::to_string(i), shortened(p.file + (p.pointer.empty() ? "" : " " + p.pointer)),
                      shortened(p.sentence)));
    out.back().lang = "en";
  }
  if (found > problems_told)
    out.push_back(paragraph(
        id + ".more", words.text("rules.bad.more"_t, {{"count", static_cast<std::int64_t>(found - problems_told)}})));
  return out;
}

}  // namespace vagval
