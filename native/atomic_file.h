// Files of the machine: reading with a limit, and writing so that a failure leaves the old file whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace vagval {

/// The file's bytes; at most file_bytes_max (plan/seal.h) and one byte, so that whatever is larger is seen to be so.
/// "-" is the standard input. \returns cannot_read_file with the system's reason.
Result<std::string> read_file(const std::string& path);

/// The system's calls that writing makes, so that a test can let each of them fail.
struct FileCalls {
  int (*open)(const char* path, int flags, unsigned mode);
  std::ptrdiff_t (*read)(int fd, void* bytes, std::size_t size);
  std::ptrdiff_t (*write)(int fd, const void* bytes, std::size_t size);
  int (*fsync)(int fd);
  int (*close)(int fd);
  int (*link)(const char* from, const char* to);
  int (*unlink)(const char* path);
  int (*rename)(const char* from, const char* to);
};
extern const FileCalls system_calls;

/// The path in full, or where something is there already the first that is free: plan-2.vagval.json, plan-3…. By the
/// time of writing it may be taken: see write_new_file.
std::string free_path(const std::string& path);

/// Writes a file that is not there yet, in the same way as below, and replaces nothing: under the path or, where that
/// is taken, the first name that is free at that moment. \returns its path in full, or what write_file_atomically
/// returns.
Result<std::string> write_new_file(const std::string& path, std::string_view bytes,
                                   const FileCalls& calls = system_calls);

/// Whether both are there and are one file, under whatever names.
bool is_same_file(const std::string& a, const std::string& b);
/// Whether there is a file that holds something, and that without a passphrase.
bool is_open_file(const std::string& path);

/// Writes beside the file under a temporary name that nothing has, flushes, keeps the file of before as `path~` (as a
/// second name, or where the disk has none, as FAT, a copy), renames, flushes the folder. Until the rename the old file
/// is as it was, and there is no moment without `path~` once there was one. Only where the new file has a passphrase
/// and the old one has none, no copy is kept. \returns true; or, where the new file may not outlive a power cut either,
/// disk_full, place_read_only, place_gone or, with the system's reason, cannot_write_file.
Result<bool> write_file_atomically(const std::string& path, std::string_view bytes,
                                   const FileCalls& calls = system_calls);

}  // namespace vagval
