#include "atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "plan/seal.h"

namespace vagval {

namespace {

constexpr std::size_t bytes_read_max = file_bytes_max + 1;

Error failed(ErrorId id, const std::string& path) { return {id, "", path + ": " + std::strerror(errno)}; }

Error not_written(const std::string& path) {
  switch (errno) {
    case ENOSPC:
    case EDQUOT:
      return {ErrorId::disk_full, "", path};
    case EROFS:
    case EACCES:
    case EPERM:
      return {ErrorId::place_read_only, "", path};
    case ENOENT:
    case ENODEV:
    case ENXIO:
    case EIO:
      return {ErrorId::place_gone, "", path};
    default:
      return failed(ErrorId::cannot_write_file, path);
  }
}

// Closes the file. Callers close it before a rename, because closing can fail.
class Descriptor {
 public:
  explicit Descriptor(int fd, const FileCalls& calls = system_calls) : fd_(fd), calls_(calls) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }
  bool close() {
    const int fd = fd_;
    fd_ = -1;
    return fd < 0 || calls_.close(fd) == 0;
  }

 private:
  int fd_;
  const FileCalls& calls_;
};

bool write_all(int fd, std::string_view bytes, const FileCalls& calls) {
  while (!bytes.empty()) {
    const std::ptrdiff_t written = calls.write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

constexpr int as_new = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
constexpr int names_tried = 1000;

// Leaves other files with such a name alone and takes the first free name. A file left by a power cut uses up one name
// and is not written to.
std::string name_beside(const std::string& path, int number) {
  return path + (number == 1 ? ".tmp" : ".tmp" + std::to_string(number));
}
int open_beside(const std::string& path, std::string& name, const FileCalls& calls) {
  int fd = -1;
  for (int number = 1; number <= names_tried; ++number) {
    name = name_beside(path, number);
    fd = calls.open(name.c_str(), as_new, 0600);
    if (fd >= 0 || errno != EEXIST) break;
  }
  return fd;
}

bool copy_into(int copy, const std::string& from, const FileCalls& calls) {
  Descriptor source(calls.open(from.c_str(), O_RDONLY | O_CLOEXEC, 0), calls);
  if (!source.is_open()) return false;
  char buffer[65536];
  for (;;) {
    const std::ptrdiff_t got = calls.read(source.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) return calls.fsync(copy) == 0;
    if (!write_all(copy, {buffer, static_cast<std::size_t>(got)}, calls)) return false;
  }
}

// FAT and exFAT have no hard links; each system reports that with an error code of its own.
bool has_no_second_names(int why) {
  return why == EPERM || why == ENOTSUP || why == EOPNOTSUPP || why == ENOSYS || why == EMLINK;
}

// Makes one previous copy beside the older one, then moves it into the older one's place. `beside` is its temporary
// name, and empty once no file has that name.
bool keep_previous(const std::string& path, std::string& beside, const FileCalls& calls) {
  const std::string previous = path + "~";
  int linked = -1;
  for (int number = 1; number <= names_tried && linked != 0; ++number) {
    const std::string name = name_beside(previous, number);
    linked = calls.link(path.c_str(), name.c_str());
    if (linked == 0) beside = name;
    if (linked != 0 && errno != EEXIST) break;
  }
  if (linked != 0) {
    if (errno == ENOENT) return true;  // the first save: no file to keep, and an older copy stays
    if (!has_no_second_names(errno)) return false;
    std::string name;
    Descriptor copy(open_beside(previous, name, calls), calls);
    if (!copy.is_open()) return false;
    beside = name;
    if (!copy_into(copy.get(), path, calls) || !copy.close()) return false;
  }
  if (calls.rename(beside.c_str(), previous.c_str()) != 0) return false;
  calls.unlink(beside.c_str());  // rename leaves both names if they are links to one file
  beside.clear();
  return true;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// A folder that the program may write but not read, or that cannot be flushed by itself, is as safe as the system
// allows. Any other failure is an error: the plan then counts as not saved, and the program saves it again.
Result<bool> flush_folder(const std::string& path, const FileCalls& calls) {
  const Descriptor folder(calls.open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0), calls);
  if (!folder.is_open()) return errno == EACCES ? Result<bool>(true) : not_written(path);
  if (calls.fsync(folder.get()) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EBADF) return not_written(path);
  return true;
}

std::string in_full(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::absolute(path, ignored).string();
}

/// The numbered path: plan.vagval.json, plan-2.vagval.json, …
std::string numbered(const std::string& full, int number) {
  if (number == 1) return full;
  const std::size_t name = full.rfind('/') + 1;
  std::size_t end = full.find(".vagval.", name);
  if (end == std::string::npos) end = std::max(full.rfind('.'), name);
  if (end == std::string::npos || end <= name) end = full.size();
  return full.substr(0, end) + "-" + std::to_string(number) + full.substr(end);
}

// Only a name that is certainly free; a path that the program cannot examine may exist.
bool is_free(const std::string& path) {
  struct stat there {};
  return ::lstat(path.c_str(), &there) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

// Gives the file the first free name. Taking a name fails if another process has just taken it, so two simultaneous
// savers get different names.
bool take_a_free_name(std::string& temporary, const std::string& full, std::string& name, const FileCalls& calls) {
  for (int number = 1; number <= names_tried; ++number) {
    name = numbered(full, number);
    if (calls.link(temporary.c_str(), name.c_str()) == 0) return true;
    if (errno == EEXIST) continue;
    if (!has_no_second_names(errno)) return false;
    Descriptor claim(calls.open(name.c_str(), as_new, 0600), calls);
    if (!claim.is_open() && errno == EEXIST) continue;
    if (!claim.is_open()) return false;
    if (claim.close() && calls.rename(temporary.c_str(), name.c_str()) == 0) {
      temporary.clear();  // the name is free again, and another process may have taken it
      return true;
    }
    const int why = errno;
    calls.unlink(name.c_str());
    errno = why;
    return false;
  }
  return false;
}

}  // namespace

const FileCalls system_calls = {
    [](const char* path, int flags, unsigned mode) { return ::open(path, flags, mode); },
    [](int fd, void* data, std::size_t size) -> std::ptrdiff_t { return ::read(fd, data, size); },
    [](int fd, const void* data, std::size_t size) -> std::ptrdiff_t { return ::write(fd, data, size); },
    [](int fd) { return ::fsync(fd); },
    [](int fd) { return ::close(fd); },
    [](const char* from, const char* to) { return ::link(from, to); },
    [](const char* path) { return ::unlink(path); },
    [](const char* from, const char* to) { return ::rename(from, to); }};

Result<std::string> read_file(const std::string& path) {
  Descriptor file(path == "-" ? ::dup(0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return failed(ErrorId::cannot_read_file, path);
  std::string out;
  char buffer[65536];
  while (out.size() < bytes_read_max) {
    const ssize_t got = ::read(file.get(), buffer, std::min(sizeof buffer, bytes_read_max - out.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed(ErrorId::cannot_read_file, path);
    if (got == 0) break;
    out.append(buffer, static_cast<std::size_t>(got));
  }
  return out;
}

std::string free_path(const std::string& path) {
  const std::string full = in_full(path);
  std::string out = full;
  for (int number = 2; number <= names_tried && !is_free(out); ++number) out = numbered(full, number);
  return out;
}

Result<std::string> write_new_file(const std::string& path, std::string_view bytes, const FileCalls& calls) {
  const std::string full = in_full(path);
  std::string temporary;
  Descriptor file(open_beside(full, temporary, calls), calls);
  if (!file.is_open()) return not_written(path);
  std::string name;
  const bool placed = write_all(file.get(), bytes, calls) && calls.fsync(file.get()) == 0 && file.close() &&
                      take_a_free_name(temporary, full, name, calls);
  const Error error = not_written(path);
  if (!temporary.empty()) calls.unlink(temporary.c_str());
  if (!placed) return error;
  const Result<bool> flushed = flush_folder(full, calls);
  if (!flushed) return flushed.error();
  return name;
}

Result<bool> write_file_atomically(const std::string& path, std::string_view bytes, const FileCalls& calls) {
  // Replacing a device or a pipe would put a file in its place.
  struct stat there {};
  if (::stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode))
    return Error{ErrorId::cannot_write_file, "", path + ": not an ordinary file"};
  std::string temporary, beside;
  Descriptor file(open_beside(path, temporary, calls), calls);
  if (!file.is_open()) return not_written(path);
  // Sealing a file leaves no unsealed copy beside it.
  const bool keeps = !(is_sealed(bytes) && is_open_file(path));
  if (!write_all(file.get(), bytes, calls) || calls.fsync(file.get()) != 0 || !file.close() ||
      (keeps && !keep_previous(path, beside, calls)) || calls.rename(temporary.c_str(), path.c_str()) != 0) {
    const Error error = not_written(path);
    calls.unlink(temporary.c_str());
    if (!beside.empty()) calls.unlink(beside.c_str());
    return error;
  }
  return flush_folder(path, calls);
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat one {
  }, other{};
  return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

bool is_open_file(const std::string& path) {
  struct stat there {};
  if (::stat(path.c_str(), &there) != 0 || !S_ISREG(there.st_mode) || there.st_size == 0) return false;
  const Result<std::string> bytes = read_file(path);
  return bytes && !is_sealed(*bytes);
}

}  // namespace vagval
