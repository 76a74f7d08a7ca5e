#include "foundation/month_names.h"

#include <algorithm>
#include <iterator>

#include "foundation/characters.h"

namespace vagval {

namespace {

struct MonthTable {
  Calendar calendar;
  std::string_view months[13];  // spellings of one month have | between them
};

// The catalogues' names (month.1 … month.12; a test reads each of them back), other spellings, other names and common
// short forms.
constexpr MonthTable month_tables[] = {
    // Swedish, English
    {Calendar::gregorian,
     {"januari|january|jan", "februari|february|feb", "mars|march|mar", "april|apr", "maj|may", "juni|june|jun",
      "juli|july|jul", "augusti|august|aug", "september|sept|sep", "oktober|october|okt|oct", "november|nov",
      "december|dec"}},
    // Bosnian, in the forms that a date needs too
    {Calendar::gregorian,
     {"januar|januara", "februar|februara", "mart|marta", "april|aprila", "maj|maja", "juni|juna", "juli|jula",
      "august|augusta|avgust|avgusta", "septembar|septembra", "oktobar|oktobra", "novembar|novembra",
      "decembar|decembra"}},
    // Somali
    {Calendar::gregorian,
     {"janaayo|jannaayo|jan", "febraayo|feb", "maarso|maarsa|mar", "abriil|abril|apr", "maajo|maj", "juun|juunyo|jun",
      "luulyo|luuliyo|julaay|luul", "agoosto|ogoosto|ogo|ago", "sebtembar|sebteembar|seb", "oktoobar|oktobar|okt",
      "nofembar|nofeembar|nof", "disembar|diseembar|dis"}},
    // Arabic: the names from Europe, and those of Syria, Iraq, Lebanon, Jordan and Palestine
    {Calendar::gregorian,
     {"يناير|كانون الثاني", "فبراير|شباط", "مارس|آذار", "أبريل|ابريل|نيسان", "مايو|أيار|ايار", "يونيو|يونيه|حزيران",
      "يوليو|يوليه|تموز", "أغسطس|آب", "سبتمبر|أيلول|ايلول", "أكتوبر|تشرين الأول", "نوفمبر|تشرين الثاني",
      "ديسمبر|كانون الأول"}},
    // Persian and Dari
    {Calendar::gregorian,
     {"ژانویه|ژانویهٔ|جنوری", "فوریه|فوریهٔ|فبروری", "مارس|مارچ", "آوریل|اپریل", "مه|مهٔ|می", "ژوئن|جون",
      "ژوئیه|ژوئیهٔ|جولای", "اوت|آگوست|اگست", "سپتامبر|سپتمبر", "اکتبر|اکتوبر", "نوامبر|نومبر", "دسامبر|دسمبر"}},
    // Kurdish (Sorani)
    {Calendar::gregorian,
     {"کانوونی دووەم|کانونی دووەم|کانوونی دووەمی", "شوبات|شوباتی", "ئازار|ئازاری|ئادار", "نیسان|نیسانی",
      "ئایار|ئایاری|مایس", "حوزەیران|حوزەیرانی", "تەمووز|تەمموز|تەممووز|تەممووزی", "ئاب|ئابی",
      "ئەیلوول|ئەیلول|ئەیلوولی", "تشرینی یەکەم|تشرینی یەکەمی", "تشرینی دووەم|تشرینی دووەمی",
      "کانوونی یەکەم|کانونی یەکەم|کانوونی یەکەمی"}},
    // Tigrinya: the names of the older calendar for the months nearest to them, and those from Europe
    {Calendar::gregorian,
     {"ጥሪ|ጃንዩወሪ|ጃንዋሪ", "ለካቲት|የካቲት|ፌብሩወሪ", "መጋቢት|ማርች", "ሚያዝያ|ሚያዚያ|ኤፕሪል", "ግንቦት|ጉንበት|መይ", "ሰነ|ሰኔ|ጁን", "ሓምለ|ሐምለ|ሃምለ|ጁላይ",
      "ነሓሰ|ነሐሰ|ነሃሰ|ኦገስት", "መስከረም|ሴፕቴምበር", "ጥቅምቲ|ጥቅምት|ኦክቶበር", "ሕዳር|ኅዳር|ህዳር|ኖቬምበር", "ታሕሳስ|ታኅሣሥ|ታህሳስ|ዲሴምበር"}},
    {Calendar::ethiopian,
     {"መስከረም", "ጥቅምቲ|ጥቅምት", "ሕዳር|ኅዳር|ህዳር", "ታሕሳስ|ታኅሣሥ|ታህሳስ", "ጥሪ|ጥር", "ለካቲት|የካቲት", "መጋቢት", "ሚያዝያ|ሚያዚያ", "ግንቦት|ጉንበት",
      "ሰነ|ሰኔ", "ሓምለ|ሐምለ|ሃምለ", "ነሓሰ|ነሐሰ|ነሃሰ", "ጳጉሜን|ጳጉሜ|ጳጉሜት"}},
    // Solar Hijri: in Iran, in Afghanistan, and written with Latin letters
    {Calendar::solar_hijri,
     {"فروردین|farvardin", "اردیبهشت|ordibehesht", "خرداد|khordad", "تیر|tir", "مرداد|امرداد|mordad",
      "شهریور|shahrivar", "مهر|mehr", "آبان|aban", "آذر|azar", "دی|dey", "بهمن|bahman", "اسفند|esfand"}},
    {Calendar::solar_hijri,
     {"حمل|hamal", "ثور|sawr", "جوزا|jawza", "سرطان|saratan", "اسد|asad", "سنبله|sonbola", "میزان|mizan", "عقرب|aqrab",
      "قوس|qaws", "جدی|jadi", "دلو|dalw", "حوت|hut"}}};

constexpr std::string_view filler_words[] = {
    "den",     "d",      "the",     "of",        "år",       "year",   "född",     "föddes", "born",   "st",
    "nd",      "rd",     "th",      "e",         "a",        "på",     "on",       "måndag", "tisdag", "onsdag",
    "torsdag", "fredag", "lördag",  "söndag",    "mån",      "tis",    "ons",      "tors",   "fre",    "lör",
    "sön",     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",    "tue",
    "wed",     "thu",    "fri",     "sat",       "sun",      "godine", "god",      "g",      "ی"};

}  // namespace

std::vector<NamedMonth> months_named(std::string_view name) {
  std::vector<NamedMonth> out;
  for (const MonthTable& of : month_tables)
    for (std::size_t m = 0; m < std::size(of.months); ++m)
      for (std::string_view rest = of.months[m]; !rest.empty();) {
        const std::size_t bar = std::min(rest.find('|'), rest.size());
        const NamedMonth found{of.calendar, static_cast<int>(m) + 1};
        if (plainly(rest.substr(0, bar)) == name && std::find(out.begin(), out.end(), found) == out.end())
          out.push_back(found);
        rest.remove_prefix(std::min(bar + 1, rest.size()));
      }
  return out;
}

bool is_filler_in_dates(std::string_view word) {
  return std::find(std::begin(filler_words), std::end(filler_words), word) != std::end(filler_words);
}

}  // namespace vagval
