// Unicode's own cases, run by the library as the program builds it.
#include <SheenBidi/SheenBidi.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace vagval::typeset {
namespace {

std::vector<std::string> fields_of(const std::string& line, char separator) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, separator);) out.push_back(field);
  return out;
}

// Characters that rule X9 removes have no level in the file ("x").
TEST(Bidi, GivesTheLevelsAndTheOrderOfUnicodesCharacterTest) {
  std::ifstream file(VAGVAL_BIDI_CASES);
  ASSERT_TRUE(file) << VAGVAL_BIDI_CASES;
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> part = fields_of(line, ';');
    ASSERT_GE(part.size(), 5U) << line;
    std::vector<SBUInt32> codes;
    for (const std::string& code : fields_of(part[0], ' '))
      codes.push_back(static_cast<SBUInt32>(std::stoul(code, nullptr, 16)));
    const SBCodepointSequence sequence{SBStringEncodingUTF32, codes.data(), codes.size()};
    const SBLevel wanted = part[1] == "0" ? 0 : part[1] == "1" ? 1 : SBLevelDefaultLTR;
    const SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
    const SBParagraphRef paragraph = SBAlgorithmCreateParagraph(algorithm, 0, codes.size(), wanted);
    ASSERT_EQ(std::to_string(SBParagraphGetBaseLevel(paragraph)), part[2]) << line;
    const SBUInteger length = SBParagraphGetLength(paragraph);
    const SBLineRef visual = SBParagraphCreateLine(paragraph, 0, length);
    std::vector<int> levels(codes.size(), -1), order;
    for (SBUInteger r = 0; r < SBLineGetRunCount(visual); ++r) {
      const SBRun run = SBLineGetRunsPtr(visual)[r];
      for (SBUInteger i = 0; i < run.length; ++i) {
        const SBUInteger at = run.level & 1 ? run.offset + run.length - 1 - i : run.offset + i;
        levels[at] = run.level;
        order.push_back(static_cast<int>(at));
      }
    }
    const std::vector<std::string> expected = fields_of(part[3], ' ');
    for (std::size_t i = 0; i < length; ++i) {
      if (expected[i] == "x") continue;
      ASSERT_EQ(std::to_string(levels[i]), expected[i]) << "line: " << line << " at " << i;
    }
    order.erase(std::remove_if(order.begin(), order.end(),
                               [&](int at) { return expected[static_cast<std::size_t>(at)] == "x"; }),
                order.end());
    std::vector<int> expected_order;
    for (const std::string& at : fields_of(part[4], ' ')) expected_order.push_back(std::stoi(at));
    ASSERT_TRUE(length < codes.size() || order == expected_order) << line;
    SBLineRelease(visual);
    SBParagraphRelease(paragraph);
    SBAlgorithmRelease(algorithm);
    ++cases;
  }
  EXPECT_GT(cases, 90'000);
}

}  // namespace
}  // namespace vagval::typeset
