// Saving natively: the old file or the new one, whole, and one copy of the previous file.
#include "atomic_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <set>

#include "must.h"

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

TEST(AtomicFile, ReplacesNothingThatIsNoFile) {
  const std::string name = (std::filesystem::temp_directory_path() / "vagval-pipe").string();
  std::filesystem::remove(name);
  ASSERT_EQ(::mkfifo(name.c_str(), 0600), 0);
  const Result<bool> written = write_file_atomically(name, "new");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().id, ErrorId::cannot_write_file);
  EXPECT_TRUE(std::filesystem::is_fifo(name));
  std::filesystem::remove(name);
}

TEST(AtomicFile, LeavesTheOldOneWhenTheNewOneCannotTakeItsPlace) {
  const std::string path = folder() + "/a_folder";
  std::filesystem::create_directories(path + "/inside");
  EXPECT_FALSE(write_file_atomically(path, "text"));
  EXPECT_TRUE(std::filesystem::exists(path + "/inside"));
  EXPECT_FALSE(std::filesystem::exists(path + ".tmp"));
}

// The system calls. The call with this number fails, or ends the program as a power cut would.
int calls_left = 0, fault = 0;
bool dies = false;
bool without_links = false;  // like a stick with FAT
bool goes_wrong() {
  if (--calls_left != 0) return false;
  if (dies) _exit(9);
  errno = fault;
  return true;
}
constexpr FileCalls failing = {
    [](const char* path, int flags, unsigned mode) { return goes_wrong() ? -1 : system_calls.open(path, flags, mode); },
    [](int fd, void* bytes, std::size_t size) -> std::ptrdiff_t {
      return goes_wrong() ? -1 : system_calls.read(fd, bytes, size);
    },
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
    [](const char* from, const char* to) {
      if (goes_wrong()) return -1;
      if (!without_links) return system_calls.link(from, to);
      errno = std::filesystem::exists(from) ? EPERM : ENOENT;
      return -1;
    },
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

void expect_one_whole_when_failing(int call, int why) {
  const std::string path = in_a_new_folder("failing");
  calls_left = call, fault = why, dies = false;
  const Result<bool> written = write_file_atomically(path, new_plan, failing);
  const std::string now = *read_file(path);
  EXPECT_TRUE(now == new_plan || (!written && now == old_plan)) << call;
  const Result<std::string> before = read_file(path + "~");
  must(before, "call " + std::to_string(call) + ": the copy is gone");
  EXPECT_TRUE(*before == old_plan || *before == "the one before") << call;
  EXPECT_FALSE(std::filesystem::exists(path + ".tmp") && call > 1 && written) << call;
}

TEST(AtomicFile, LeavesTheOldOrTheNewOneWholeWhicheverCallFails) {
  const int calls = calls_of_a_save();
  ASSERT_GT(calls, 15);
  for (int call = 1; call <= calls; ++call)
    for (const int why : {ENOSPC, EIO, EROFS, EDQUOT}) expect_one_whole_when_failing(call, why);
}

TEST(AtomicFile, LeavesTheOldOrTheNewOneWholeWhicheverCallFailsWhereThereAreNoSecondNames) {
  without_links = true;
  const int calls = calls_of_a_save();
  ASSERT_GT(calls, 15);
  for (int call = 1; call <= calls; ++call)
    for (const int why : {ENOSPC, EIO, EROFS, EDQUOT}) expect_one_whole_when_failing(call, why);
  without_links = false;
}

TEST(AtomicFile, KeepsTheOneBeforeAlsoWhereThereAreNoSecondNames) {
  without_links = true;
  const std::string path = in_a_new_folder("stick");
  calls_left = 1'000'000, dies = false;
  EXPECT_TRUE(write_file_atomically(path, new_plan, failing));
  without_links = false;
  EXPECT_EQ(*read_file(path), new_plan);
  EXPECT_EQ(*read_file(path + "~"), old_plan);
  EXPECT_FALSE(std::filesystem::exists(path + "~.tmp"));
}

TEST(AtomicFile, TellsWhenTheFolderCannotBeFlushed) {
  const int calls = calls_of_a_save();
  const std::string path = in_a_new_folder("unflushed");
  // The last calls are the folder's: it is opened, flushed and closed.
  calls_left = calls - 1, fault = EIO, dies = false;
  const Result<bool> written = write_file_atomically(path, new_plan, failing);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().id, ErrorId::place_gone);
  EXPECT_EQ(*read_file(path), new_plan);
}

// A file with such a name may belong to another program or be left by a power cut; the program cannot tell.
TEST(AtomicFile, WritesIntoNoFileThatItHasNotMade) {
  for (const bool links : {true, false}) {
    const std::string path = in_a_new_folder("foreign");
    std::FILE* const out = std::fopen((path + ".tmp").c_str(), "wb");
    std::fputs("another program's", out);
    std::fclose(out);
    std::filesystem::copy_file(path + ".tmp", path + "~.tmp");
    std::filesystem::create_symlink(path + ".tmp", path + ".tmp2");
    without_links = !links, calls_left = 1'000'000, dies = false;
    EXPECT_TRUE(write_file_atomically(path, new_plan, failing)) << links;
    // After a failure it removes its own file and no other.
    calls_left = 1'000'000, dies = false;
    std::filesystem::create_directories(path + "~dir");
    std::filesystem::remove(path + "~");
    std::filesystem::rename(path + "~dir", path + "~");
    EXPECT_FALSE(write_file_atomically(path, "a third one", failing)) << links;
    without_links = false;
    EXPECT_EQ(*read_file(path), new_plan) << links;
    EXPECT_EQ(*read_file(path + ".tmp"), "another program's") << links;
    EXPECT_EQ(*read_file(path + "~.tmp"), "another program's") << links;
    EXPECT_TRUE(std::filesystem::is_symlink(path + ".tmp2")) << links;
    for (const char* made : {".tmp3", "~.tmp2", "~.tmp3"}) EXPECT_FALSE(std::filesystem::exists(path + made)) << made;
  }
}

TEST(AtomicFile, LeavesAnOlderCopyAloneAtTheFirstSave) {
  const std::string path = in_a_new_folder("first");
  std::filesystem::remove(path);
  EXPECT_TRUE(write_file_atomically(path, new_plan));
  EXPECT_EQ(*read_file(path + "~"), "the one before");
}

TEST(AtomicFile, FindsANameThatIsFree) {
  const std::string path = in_a_new_folder("names"), start = path.substr(0, path.rfind('/'));
  EXPECT_EQ(free_path(start + "/other.vagval.json"), start + "/other.vagval.json");
  EXPECT_EQ(free_path(path), start + "/plan-2.json");
  EXPECT_TRUE(write_file_atomically(start + "/a.vagval.age", "a"));
  EXPECT_TRUE(write_file_atomically(start + "/a-2.vagval.age", "a"));
  EXPECT_EQ(free_path(start + "/a.vagval.age"), start + "/a-3.vagval.age");
  EXPECT_EQ(free_path("no_such_file.vagval.json"), std::filesystem::current_path() / "no_such_file.vagval.json");
}

// Simultaneous savers of new plans get different names, and no plan is overwritten.
TEST(AtomicFile, GivesEachOfManyWhoSaveAtOnceAFileOfTheirOwn) {
  for (const bool links : {true, false}) {
    const std::string path = in_a_new_folder("at_once"), start = path.substr(0, path.rfind('/'));
    constexpr int savers = 8, times = 25;
    for (int saver = 0; saver < savers; ++saver)
      if (fork() == 0) {
        without_links = !links, calls_left = 1'000'000, dies = false;
        for (int time = 0; time < times; ++time) {
          const std::string words = "plan " + std::to_string(saver) + " " + std::to_string(time);
          const Result<std::string> written = write_new_file(start + "/new.vagval.json", words, failing);
          if (!written || *read_file(*written) != words) _exit(1);
        }
        _exit(0);
      }
    for (int saver = 0; saver < savers; ++saver) {
      int status = 0;
      ASSERT_GT(wait(&status), 0);
      EXPECT_EQ(WEXITSTATUS(status), 0) << "links: " << links;
    }
    std::set<std::string> plans;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(start)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with("new")) continue;
      EXPECT_EQ(name.find(".tmp"), std::string::npos) << name;
      plans.insert(*read_file(entry.path().string()));
      ++files;
    }
    EXPECT_EQ(files, savers * times) << "links: " << links;
    EXPECT_EQ(plans.size(), static_cast<std::size_t>(savers * times)) << "links: " << links;
  }
}

TEST(AtomicFile, LeavesNothingOfANewOneThatFails) {
  for (const bool links : {true, false})
    for (int call = 1; call < 12; ++call) {
      const std::string path = in_a_new_folder("new_failing");
      without_links = !links, calls_left = call, fault = ENOSPC, dies = false;
      const Result<std::string> written = write_new_file(path, new_plan, failing);
      without_links = false;
      EXPECT_EQ(*read_file(path), old_plan) << call;
      if (written) {
        EXPECT_EQ(*read_file(*written), new_plan) << call;
      }
    }
}

TEST(AtomicFile, TakesNothingForFreeThatItCannotLookAt) {
  // The name is longer than the system allows, so looking at it fails for another reason than a missing file.
  const std::string path = folder() + "/" + std::string(300, 'x') + ".json";
  const Result<std::string> written = write_new_file(path, "text");
  EXPECT_FALSE(written);
  const std::string loop = folder() + "/loop";
  std::filesystem::remove(loop);
  std::filesystem::create_symlink(loop, loop);
  EXPECT_EQ(free_path(loop), folder() + "/loop-2") << "a link that leads nowhere is there too";
}

TEST(AtomicFile, KeepsNoCopyWithoutAPassphraseOfWhatHasGotOne) {
  const std::string path = in_a_new_folder("sealed"), sealed = "age-encryption.org/v1\n-> scrypt x\n";
  std::filesystem::remove(path + "~");
  EXPECT_TRUE(write_file_atomically(path, sealed));
  EXPECT_FALSE(std::filesystem::exists(path + "~"));
  EXPECT_TRUE(write_file_atomically(path, sealed + "2"));
  EXPECT_EQ(*read_file(path + "~"), sealed) << "what had a passphrase is kept as ever";
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
    EXPECT_TRUE(read_file(path + "~")) << "call " << call << ": the copy is gone";
    // The next save works with any leftover files.
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
