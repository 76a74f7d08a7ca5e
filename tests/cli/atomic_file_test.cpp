// Saving natively: the old file or the new one, whole, and one copy of the one before.
#include "atomic_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace vagval {
namespace {

std::string folder() {
  const std::string path = testing::TempDir() + "/vagval_atomic" + std::to_string(getpid());
  std::filesystem::create_directories(path);
  return path;
}

TEST(AtomicFile, KeepsTheOneBefore) {
  const std::string path = folder() + "/plan.json";
  ASSERT_TRUE(write_file_atomically(path, "first"));
  ASSERT_TRUE(write_file_atomically(path, "second"));
  EXPECT_EQ(*read_file(path), "second");
  EXPECT_EQ(*read_file(path + "~"), "first");
  EXPECT_FALSE(std::filesystem::exists(path + ".tmp"));
}

TEST(AtomicFile, SaysWhyItCannotBeWritten) {
  const Result<bool> written = write_file_atomically(folder() + "/no/such/folder/plan.json", "text");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().id, ErrorId::cannot_write_file);
  EXPECT_FALSE(written.error().detail.empty());
}

TEST(AtomicFile, LeavesTheOldOneWhenTheNewOneCannotTakeItsPlace) {
  const std::string path = folder() + "/a_folder";
  std::filesystem::create_directories(path + "/inside");
  EXPECT_FALSE(write_file_atomically(path, "text"));
  EXPECT_TRUE(std::filesystem::exists(path + "/inside"));
  EXPECT_FALSE(std::filesystem::exists(path + ".tmp"));
}

}  // namespace
}  // namespace vagval
