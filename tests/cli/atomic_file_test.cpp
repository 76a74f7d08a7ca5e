// Saving natively: the old file or the new one, whole, and one copy of the one before.
#include "atomic_file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
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
  EXPECT_EQ(written.error().id, ErrorId::place_gone);
  EXPECT_FALSE(written.error().detail.empty());
}

TEST(AtomicFile, LeavesTheOldOneWhenTheNewOneCannotTakeItsPlace) {
  const std::string path = folder() + "/a_folder";
  std::filesystem::create_directories(path + "/inside");
  EXPECT_FALSE(write_file_atomically(path, "text"));
  EXPECT_TRUE(std::filesystem::exists(path + "/inside"));
  EXPECT_FALSE(std::filesystem::exists(path + ".tmp"));
}

// The calls of the system, of which the one with this number fails, or ends the program as if the power had gone.
int calls_left = 0, fault = 0;
bool dies = false;
bool goes_wrong() {
  if (--calls_left != 0) return false;
  if (dies) _exit(9);
  errno = fault;
  return true;
}
constexpr FileCalls failing = {
    [](const char* path, int flags, unsigned mode) { return goes_wrong() ? -1 : system_calls.open(path, flags, mode); },
    [](int fd, const void* bytes, std::size_t size) -> std::ptrdiff_t {
      if (goes_wrong()) return -1;
      return system_calls.write(fd, bytes, std::min<std::size_t>(size, 3));  // a few bytes at a time
    },
    [](int fd) { return goes_wrong() ? -1 : system_calls.fsync(fd); },
    [](int fd) {
      if (!goes_wrong()) return system_calls.close(fd);
      system_calls.close(fd);
      errno = fault;
      return -1;
    },
    [](const char* from, const char* to) { return goes_wrong() ? -1 : system_calls.link(from, to); },
    [](const char* path) { return goes_wrong() ? -1 : system_calls.unlink(path); },
    [](const char* from, const char* to) { return goes_wrong() ? -1 : system_calls.rename(from, to); }};

constexpr std::string_view old_plan = "the old plan", new_plan = "the new plan, which is longer";

std::string in_a_new_folder(const std::string& name) {
  const std::string path = folder() + "/" + name;
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  EXPECT_TRUE(write_file_atomically(path + "/plan.json", "the one before"));
  EXPECT_TRUE(write_file_atomically(path + "/plan.json", old_plan));
  return path + "/plan.json";
}

int calls_of_a_save() {
  calls_left = 1'000'000;
  dies = false;
  EXPECT_TRUE(write_file_atomically(in_a_new_folder("counted"), new_plan, failing));
  return 1'000'000 - calls_left;
}

TEST(AtomicFile, LeavesTheOldOrTheNewOneWholeWhicheverCallFails) {
  const int calls = calls_of_a_save();
  ASSERT_GT(calls, 15);
  for (int call = 1; call <= calls; ++call)
    for (const int why : {ENOSPC, EIO, EROFS, EDQUOT}) {
      const std::string path = in_a_new_folder("failing");
      calls_left = call, fault = why, dies = false;
      const Result<bool> written = write_file_atomically(path, new_plan, failing);
      EXPECT_EQ(*read_file(path), written ? new_plan : old_plan) << call;
      const Result<std::string> before = read_file(path + "~");
      EXPECT_TRUE(!before || *before == old_plan || *before == "the one before") << call;
    }
}

TEST(AtomicFile, LeavesTheOldOrTheNewOneWholeWhereverThePowerGoes) {
  const int calls = calls_of_a_save();
  for (int call = 1; call <= calls; ++call) {
    const std::string path = in_a_new_folder("dying");
    const pid_t child = fork();
    if (child == 0) {
      calls_left = call, dies = true;
      write_file_atomically(path, new_plan, failing);
      _exit(0);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 9) << call;
    const Result<std::string> now = read_file(path);
    ASSERT_TRUE(now) << "call " << call << ": there is no plan at all";
    EXPECT_TRUE(*now == old_plan || *now == new_plan) << call << ": " << *now;
    // And the next save works, whatever was left lying there.
    EXPECT_TRUE(write_file_atomically(path, "later"));
    EXPECT_EQ(*read_file(path), "later");
  }
}

TEST(AtomicFile, SaysWhetherThereIsNoRoomNoPermissionOrNoPlace) {
  const std::string path = in_a_new_folder("why");
  const auto error_for = [&](int why) {
    calls_left = 1, fault = why, dies = false;
    return write_file_atomically(path, new_plan, failing).error().id;
  };
  EXPECT_EQ(error_for(ENOSPC), ErrorId::disk_full);
  EXPECT_EQ(error_for(EROFS), ErrorId::place_read_only);
  EXPECT_EQ(error_for(EACCES), ErrorId::place_read_only);
  EXPECT_EQ(error_for(ENOENT), ErrorId::place_gone);
  EXPECT_EQ(error_for(EISDIR), ErrorId::cannot_write_file);
}

}  // namespace
}  // namespace vagval
