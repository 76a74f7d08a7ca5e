// Texts that identify a person are noticed; other texts are left alone.
#include "plan/identifiers.h"

#include <gtest/gtest.h>

#include <string>

namespace vagval {
namespace {

using enum Identifier;

std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> out;
  for (const FoundIdentifier& one : identifiers_in(text))
    out.push_back(std::string(one.kind == personal ? "P:"
                              : one.kind == phone  ? "T:"
                                                   : "C:") +
                  std::string(text.substr(one.begin, one.end - one.begin)));
  return out;
}
using Found = std::vector<std::string>;

// 811228-9874 and 670919-9530 are Skatteverket's example numbers; no person has them.
TEST(Identifiers, FindPersonalNumbersHoweverTheyAreWritten) {
  EXPECT_EQ(found("mitt nummer är 811228-9874."), Found{"P:811228-9874"});
  EXPECT_EQ(found("198112289874"), Found{"P:198112289874"});
  EXPECT_EQ(found("19811228-9874"), Found{"P:19811228-9874"});
  EXPECT_EQ(found("811228 9874"), Found{"P:811228 9874"});
  EXPECT_EQ(found("٨١١٢٢٨-٩٨٧٤"), Found{"P:٨١١٢٢٨-٩٨٧٤"});
  EXPECT_EQ(found("۸۱۱۲۲۸-۹۸۷۴"), Found{"P:۸۱۱۲۲۸-۹۸۷۴"});
}

TEST(Identifiers, FindPersonalNumbersBesideOtherNumbers) {
  EXPECT_EQ(found("811228-9874 12 maj"), Found{"P:811228-9874"});
  EXPECT_EQ(found("tid 12 811228-9874"), Found{"P:811228-9874"});
  EXPECT_EQ(found("811228-9874 070-174 06 05"), (Found{"P:811228-9874", "T:070-174 06 05"}));
  EXPECT_EQ(found("070-174 06 05 811228-9874"), (Found{"T:070-174 06 05", "P:811228-9874"}));
  EXPECT_EQ(found("811228-9874 670919-9530"), (Found{"P:811228-9874", "P:670919-9530"}));
  EXPECT_EQ(found("19811228-9874 2026-05-12"), Found{"P:19811228-9874"});
}

TEST(Identifiers, LeaveNumbersThatAreNone) {
  for (const char* text :
       {"", "350 000 kr", "2024-09-12", "811228-9875", "12 september 2024", "SFS 2025:970", "1 500,50", "811328-9874",
        "kapitel 3 § 14", "2026-01-01 2026-02-01", "0", "+", "+4", "A1234567890", "100 000 200 000"})
    EXPECT_EQ(found(text), Found{}) << text;
}

TEST(Identifiers, FindPhoneNumbers) {
  EXPECT_EQ(found("ring 070-174 06 05 i morgon"), Found{"T:070-174 06 05"});
  EXPECT_EQ(found("+46 8 400 22 10"), Found{"T:+46 8 400 22 10"});
  EXPECT_EQ(found("(08) 400 221 02"), Found{"T:08) 400 221 02"});
}

TEST(Identifiers, FindCaseNumbersBehindTheirWord) {
  EXPECT_EQ(found("Ärendenummer: 12-345678"), Found{"C:12-345678"});
  EXPECT_EQ(found("beteckning 12345678"), Found{"C:12345678"});
  EXPECT_EQ(found("12345678"), Found{});
}

TEST(Identifiers, FindEachOfSeveralAndSurviveBrokenText) {
  EXPECT_EQ(found("811228-9874, 070-174 06 05"), (Found{"P:811228-9874", "T:070-174 06 05"}));
  for (const char* text : {"\xD9", "\xDB", "\xE2\x80", "\xF0", "811228\xE2"}) found(text);
}

}  // namespace
}  // namespace vagval
