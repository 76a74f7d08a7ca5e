// An error in a person's words: the fault, and the way out.
#pragma once

#include <string>

#include "text/catalogue.h"

namespace vagval {

inline std::string error_what(const Catalogue& words, const Error& error) {
  return words.text("error." + std::string(error_name(error.id)) + ".what", {{"detail", error.detail}});
}
inline std::string error_do(const Catalogue& words, const Error& error) {
  return words.text("error." + std::string(error_name(error.id)) + ".do", {{"detail", error.detail}});
}
/// Both, as a field says it.
inline std::string error_sentence(const Catalogue& words, const Error& error) {
  return error_what(words, error) + " " + error_do(words, error);
}

}  // namespace vagval
