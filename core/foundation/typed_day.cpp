#include "foundation/typed_day.h"

#include <algorithm>
#include <iterator>

#include "foundation/characters.h"
#include "foundation/month_names.h"
#include "foundation/period.h"

namespace vagval {

namespace {

using Doubt = TypedDay::Doubt;

struct DayWord {
  std::string text;
  char before = ' ';  ///< the separator before the word; a space where there are several
  bool is_number = false;
};

bool is_between(char c) { return std::string_view(" -/.,:'").find(c) != std::string_view::npos; }

std::vector<DayWord> day_words_of(std::string_view text) {
  std::vector<DayWord> out;
  char before = ' ';
  bool begun = false;
  for (const char c : text) {
    if (is_between(c)) {
      if (before == ' ' || begun) before = c;
      begun = false;
      continue;
    }
    // "3juni1991": digits and letters are words of their own.
    if (!begun || out.back().is_number != is_plain_digit(c)) out.push_back({"", before, is_plain_digit(c)});
    out.back().text += c;
    before = ' ';
    begun = true;
  }
  return out;
}

/// Numbers in the order typed, and the month if it is named.
struct DayParts {
  std::vector<DayWord> numbers;
  std::vector<NamedMonth> months;
  std::size_t before_month = 0;  ///< how many numbers stand before the month
};

std::optional<DayParts> day_parts_of(std::string_view plain) {
  const std::vector<DayWord> words = day_words_of(plain);
  DayParts out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].is_number) {
      out.numbers.push_back(words[i]);
      continue;
    }
    // "يناير/كانون الثاني": the second name repeats the month.
    if (!out.months.empty()) {
      std::vector<NamedMonth> again = months_named(words[i].text);
      if (again.empty() && i + 1 < words.size() && !words[i + 1].is_number)
        again = months_named(words[i].text + " " + words[i + 1].text);
      const bool same = std::any_of(again.begin(), again.end(), [&](const NamedMonth& one) {
        return std::find(out.months.begin(), out.months.end(), one) != out.months.end();
      });
      if (same) continue;
    }
    if (out.months.empty()) {
      // "كانون الثاني" is two words; the first alone names no month.
      std::vector<NamedMonth> found;
      if (i + 1 < words.size() && !words[i + 1].is_number)
        found = months_named(words[i].text + " " + words[i + 1].text);
      if (!found.empty())
        ++i;
      else
        found = months_named(words[i].text);
      if (!found.empty()) {
        out.months = std::move(found);
        out.before_month = out.numbers.size();
        continue;
      }
    }
    if (!is_filler_in_dates(words[i].text)) return std::nullopt;
  }
  return out;
}

int value_of(const DayWord& number) {
  int out = 0;
  for (const char c : number.text) out = std::min(out * 10 + (c - '0'), 1'000'000'000);
  return out;
}
// A run of nine or more digits is not part of a date.
bool is_short(const DayWord& number) { return number.text.size() <= 2; }
bool is_long(const DayWord& number) { return number.text.size() == 4; }

/// One way to read a date, before the calendar is checked for such a day.
struct Candidate {
  Calendar calendar{};
  int year = 0, month = 0, day = 0;
};

std::optional<Date> day_of(const Candidate& way) {
  switch (way.calendar) {
    case Calendar::gregorian:
      return make_date(way.year, way.month, way.day);
    case Calendar::solar_hijri:
      return from_solar_hijri(way.year, way.month, way.day);
    case Calendar::ethiopian:
      return from_ethiopian(way.year, way.month, way.day);
  }
  return std::nullopt;
}

// Years outside a living person's Gregorian years; many of them are years of the calendar of Iran and Afghanistan.
bool is_solar_hijri(int year) { return year >= 1250 && year <= 1499; }

class DayReader {
 public:
  explicit DayReader(const DayWanted& wanted) : wanted_(wanted) {}

  TypedDay read(std::string_view typed) {
    const std::optional<DayParts> parts = day_parts_of(plainly(typed));
    if (!parts || parts->numbers.empty()) return {};
    if (!parts->months.empty())
      with_name(*parts);
    else if (parts->numbers.size() == 1)
      one_number(parts->numbers.front());
    else if (parts->numbers.size() == 2)
      month_and_year(parts->numbers[0], parts->numbers[1]);
    else if (parts->numbers.size() == 3)
      three_numbers(parts->numbers);
    return result();
  }

 private:
  void with_name(const DayParts& parts) {
    const std::vector<DayWord>& numbers = parts.numbers;
    if (numbers.size() == 1) {
      if (!is_long(numbers[0])) return;
      // "juni 1991": the year alone does not tell which year of another calendar it is.
      if (parts.months.front().calendar == Calendar::gregorian) year_alone(value_of(numbers[0]), true);
      if (doubt_ != Doubt::too_far && (parts.months.front().calendar == Calendar::gregorian || !years_.empty()))
        doubt_ = Doubt::no_day;
      if (parts.months.front().calendar == Calendar::gregorian)
        month_alone(value_of(numbers[0]), parts.months.front().month);
      return;
    }
    if (numbers.size() != 2) return;
    const bool year_first = !is_short(numbers[0]) || (is_short(numbers[1]) && value_of(numbers[0]) > 31);
    const DayWord &year = numbers[year_first ? 0 : 1], &day = numbers[year_first ? 1 : 0];
    if (!is_short(day)) return;
    for (const NamedMonth& month : parts.months)
      if (month.calendar != Calendar::ethiopian) add(month.calendar, year, month.month, value_of(day));
    // A name that both calendars use is taken as the Gregorian month, and asked about where only the Ethiopian one
    // fits.
    for (const NamedMonth& month : parts.months) {
      if (month.calendar != Calendar::ethiopian) continue;
      named_ethiopian_ = true;
      if (ways_.empty() && add(Calendar::ethiopian, year, month.month, value_of(day))) doubt_ = Doubt::ethiopian;
    }
  }

  void one_number(const DayWord& number) {
    const auto piece = [&](std::size_t from, std::size_t count) {
      return DayWord{number.text.substr(from, count), ' ', true};
    };
    switch (number.text.size()) {
      case 8:
        if (!add(Calendar::gregorian, piece(0, 4), value_of(piece(4, 2)), value_of(piece(6, 2))))
          either_order(value_of(piece(0, 2)), value_of(piece(2, 2)), piece(4, 4));
        return;
      case 6:
        if (!add(Calendar::gregorian, piece(0, 2), value_of(piece(2, 2)), value_of(piece(4, 2))))
          add(Calendar::gregorian, piece(4, 2), value_of(piece(2, 2)), value_of(piece(0, 2)));
        return;
      case 4:
        return year_alone(value_of(number), false);
      case 2:
        if (!wanted_.year_is_enough) return;
        doubt_ = Doubt::century;
        years_ = {1900 + value_of(number), 2000 + value_of(number)};
        return;
      default:
        return;
    }
  }

  void year_alone(int year, bool with_month) {
    if (!wanted_.year_is_enough) {
      doubt_ = Doubt::no_day;
      return;
    }
    if (is_solar_hijri(year)) {
      doubt_ = Doubt::solar_hijri;
      years_ = {year + 621, year + 622};
    } else if (year < first_year || year > last_year) {
      doubt_ = Doubt::too_far;
    } else if (with_month) {
      years_ = {year};
    } else {
      taken_ = std::to_string(year);
      doubt_ = Doubt::none;
      if (wanted_.maybe_ethiopian) years_ = {year + 7, year + 8};
    }
  }

  void month_and_year(const DayWord& first, const DayWord& second) {
    const DayWord &year = is_long(first) ? first : second, &month = is_long(first) ? second : first;
    if (!is_long(year) || !is_short(month) || value_of(month) < 1 || value_of(month) > 12) return;
    year_alone(value_of(year), true);
    if (doubt_ != Doubt::too_far) doubt_ = Doubt::no_day;
    month_alone(value_of(year), value_of(month));
  }

  // Where the reader's language uses another calendar, the same text can be a month of that one.
  void month_alone(int year, int month) {
    const std::optional<Period> period = Period::month(year, month);
    if (!wanted_.month_is_enough || wanted_.maybe_ethiopian || !period) return;
    if (wanted_.latest && period->first() > *wanted_.latest) return;
    taken_ = to_text(*period);
    doubt_ = Doubt::none;
    years_.clear();
  }

  void three_numbers(const std::vector<DayWord>& n) {
    if (is_long(n[0]) && is_short(n[1]) && is_short(n[2])) {
      add(Calendar::gregorian, n[0], value_of(n[1]), value_of(n[2]));
    } else if (is_short(n[0]) && is_short(n[1]) && is_long(n[2])) {
      in_order(n, true);
    } else if (is_short(n[0]) && is_short(n[1]) && is_short(n[2])) {
      // "3.6.91" begins with the day, "91-06-03" in Sweden with the year, "3/6/91" with any of the three.
      if (n[1].before != '.' && !is_day_and_month(n)) add(Calendar::gregorian, n[0], value_of(n[1]), value_of(n[2]));
      in_order(n, n[1].before == '/');
    }
  }

  // "3/6 1991" and "3/6-91".
  static bool is_day_and_month(const std::vector<DayWord>& n) { return n[1].before == '/' && n[2].before != '/'; }

  void in_order(const std::vector<DayWord>& n, bool month_may_be_first) {
    const bool day_first = n[1].before == '.' || is_day_and_month(n) || !month_may_be_first;
    if (day_first && add(Calendar::gregorian, n[2], value_of(n[1]), value_of(n[0]))) return;
    either_order(value_of(n[0]), value_of(n[1]), n[2]);
  }

  void either_order(int first, int second, const DayWord& year) {
    add(Calendar::gregorian, year, second, first);
    add(Calendar::gregorian, year, first, second);
  }

  /// Returns whether the day exists in at least one century.
  bool add(Calendar calendar, const DayWord& year, int month, int day) {
    int number = value_of(year);
    if (year.text.size() == 4) {
      if (calendar == Calendar::gregorian && is_solar_hijri(number)) calendar = Calendar::solar_hijri;
      if (calendar == Calendar::gregorian && (number < first_year || number > last_year)) {
        if (month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(2000, month) && ways_.empty())
          doubt_ = Doubt::too_far;
        return false;
      }
      return add_way({calendar, number, month, day});
    }
    if (year.text.size() != 2) return false;
    const int century = calendar == Calendar::solar_hijri ? 1300 : 1900;
    two_digits_ = true;
    const bool early = add_way({calendar, century + number, month, day});
    return add_way({calendar, century + 100 + number, month, day}) || early;
  }

  bool add_way(const Candidate& way) {
    if (!day_of(way)) return false;
    ways_.push_back(way);
    return true;
  }

  void put(TypedDay& out, std::string text, Date earliest_meant) const {
    if (wanted_.latest && earliest_meant > *wanted_.latest) return;
    if (text != out.taken) out.readings.push_back(std::move(text));
  }

  TypedDay result() {
    TypedDay out{.doubt = doubt_, .taken = taken_};
    for (const int year : years_)
      if (const std::optional<Date> begin = make_date(year, 1, 1)) put(out, std::to_string(year), *begin);
    std::vector<Date> days;
    for (const Candidate& way : ways_) days.push_back(*day_of(way));
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.empty()) return out;
    const bool gregorian =
        std::all_of(ways_.begin(), ways_.end(), [](const Candidate& w) { return w.calendar == Calendar::gregorian; });
    if (!gregorian && doubt_ != Doubt::ethiopian)
      out.doubt = Doubt::solar_hijri;
    else if (gregorian && days.size() == 1 && !two_digits_)
      out.doubt = Doubt::none, out.taken = to_iso(days.front());
    else if (gregorian)
      out.doubt = two_digits_ && is_century_alone(days) ? Doubt::century : Doubt::order;
    for (const Date day : days) put(out, to_iso(day), day);
    if (!out.taken.empty() && (wanted_.maybe_ethiopian || named_ethiopian_))
      if (const auto day = from_ethiopian(ways_.front().year, ethiopian_month(), ways_.front().day))
        put(out, to_iso(*day), *day);
    return out;
  }

  // The names of the older calendar stand for the Gregorian months that they lie nearest to: ጥሪ is the fifth, and
  // January.
  int ethiopian_month() const {
    const int month = ways_.front().month;
    return !named_ethiopian_ ? month : month <= 8 ? month + 4 : month - 8;
  }

  static bool is_century_alone(const std::vector<Date>& days) {
    return std::all_of(days.begin(), days.end(), [&](Date d) {
      return civil(d).month == civil(days.front()).month && civil(d).day == civil(days.front()).day;
    });
  }

  const DayWanted& wanted_;
  Doubt doubt_ = Doubt::no_such_day;
  std::string taken_;
  std::vector<int> years_;
  std::vector<Candidate> ways_;
  bool two_digits_ = false, named_ethiopian_ = false;
};

// In these years of each 33 the year has 366 days; it holds from 1210 to 1498 of that calendar.
bool is_leap_solar_hijri(int year) {
  constexpr int leaps[] = {1, 5, 9, 13, 17, 22, 26, 30};
  return std::find(std::begin(leaps), std::end(leaps), year % 33) != std::end(leaps);
}

std::optional<Date> within_years(Date day) {
  const int year = civil(day).year;
  return year >= first_year && year <= last_year ? std::optional(day) : std::nullopt;
}

}  // namespace

std::optional<Date> from_solar_hijri(int year, int month, int day) {
  if (!is_solar_hijri(year) || month < 1 || month > 12 || day < 1) return std::nullopt;
  const int days = month <= 6 ? 31 : month <= 11 || is_leap_solar_hijri(year) ? 30 : 29;
  if (day > days) return std::nullopt;
  // The first day of 1300 was 21 March 1921.
  constexpr int first = 1300;
  std::int32_t out = make_date(1921, 3, 21)->days;
  for (int y = first; y < year; ++y) out += is_leap_solar_hijri(y) ? 366 : 365;
  for (int y = year; y < first; ++y) out -= is_leap_solar_hijri(y) ? 366 : 365;
  return within_years({out + (month - 1) * 30 + std::min(month - 1, 6) + day - 1});
}

std::optional<Date> from_ethiopian(int year, int month, int day) {
  if (year < 1800 || year > 2200 || month < 1 || month > 13 || day < 1) return std::nullopt;
  if (day > (month <= 12 ? 30 : year % 4 == 3 ? 6 : 5)) return std::nullopt;
  // The first day of 1962 was 11 September 1969.
  const std::int32_t begin = make_date(1969, 9, 11)->days + 365 * (year - 1962) + (year / 4 - 1962 / 4);
  return within_years({begin + (month - 1) * 30 + day - 1});
}

TypedDay read_typed_day(std::string_view typed, const DayWanted& wanted) { return DayReader(wanted).read(typed); }

}  // namespace vagval
