// Files of the machine: reading with a limit, and writing so that a failure leaves the old file whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace vagval {

/// The file's bytes; at most 1 MB and one byte, so that whatever is larger is seen to be so. "-" is the standard input.
/// \returns cannot_read_file with the system's reason.
Result<std::string> read_file(const std::string& path);

/// The system's calls that writing makes, so that a test can let each of them fail.
struct FileCalls {
  int (*open)(const char* path, int flags, unsigned mode);
  std::ptrdiff_t (*write)(int fd, const void* bytes, std::size_t size);
  int (*fsync)(int fd);
  int (*close)(int fd);
  int (*link)(const char* from, const char* to);
  int (*unlink)(const char* path);
  int (*rename)(const char* from, const char* to);
};
extern const FileCalls system_calls;

/// Writes beside the file under a temporary name, flushes, keeps the file of before as `path~`, renames, flushes the
/// folder. Until the rename the old file is as it was.
/// \returns true; or disk_full, place_read_only, place_gone or, with the system's reason, cannot_write_file.
Result<bool> write_file_atomically(const std::string& path, std::string_view bytes,
                                   const FileCalls& calls = system_calls);

}  // namespace vagval
