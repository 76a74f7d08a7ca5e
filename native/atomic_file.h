// Files of the machine: reading with a limit, and writing so that a failure leaves the old file whole.
#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"

namespace vagval {

/// The file's bytes; at most 1 MB and one byte, so that whatever is larger is seen to be so. "-" is the standard input.
/// \returns cannot_read_file with the system's reason.
Result<std::string> read_file(const std::string& path);

/// Writes beside the file under a temporary name, flushes, keeps the file of before as `path~`, renames, flushes the
/// folder. Until the rename the old file is as it was.
/// \returns true, or cannot_write_file with the system's reason.
Result<bool> write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace vagval
