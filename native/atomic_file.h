// Files on disk: reading with a size limit, and writing so that a failure leaves the old file whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace vagval {

/// Reads the file: at most file_bytes_max (plan/sealed_file.h) and one byte, so that the caller recognizes a larger
/// file. "-" is the standard input. \returns cannot_read_file with the system's reason.
Result<std::string> read_file(const std::string& path);

/// The system calls for writing. A test can make each of them fail.
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

/// The full path, or the first free name if the path is taken: plan-2.vagval.json, plan-3…. The name can be taken
/// before the file is written: see write_new_file.
std::string free_path(const std::string& path);

/// Writes a new file as write_file_atomically does, and replaces no file: under the path or, if that is taken, under
/// the first free name. \returns its full path, or an error of write_file_atomically.
Result<std::string> write_new_file(const std::string& path, std::string_view bytes,
                                   const FileCalls& calls = system_calls);

/// Whether both paths exist and lead to the same file.
bool is_same_file(const std::string& a, const std::string& b);
/// Whether the file exists, is not empty and has no passphrase.
bool is_open_file(const std::string& path);

/// Writes beside the file under a free temporary name, flushes, keeps the previous file as `path~` (a hard link or, on
/// FAT, a copy), renames, and flushes the folder. Until the rename the old file is unchanged, and an existing `path~`
/// is missing at no moment. If the new file has a passphrase and the old one has none, no copy is kept. \returns true,
/// or an error if the new file might not survive a power cut: disk_full, place_read_only, place_gone or, with the
/// system's reason, cannot_write_file.
Result<bool> write_file_atomically(const std::string& path, std::string_view bytes,
                                   const FileCalls& calls = system_calls);

}  // namespace vagval
