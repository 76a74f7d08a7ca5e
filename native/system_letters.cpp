#include "system_letters.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vagval {

namespace {

// The used part of Fontconfig, as in its fontconfig.h; unchanged since 2.0.
struct FcPattern;
struct FcCharSet;
struct FcFontSet {
  int nfont;
  int sfont;
  FcPattern** fonts;
};
constexpr int found = 0;  // FcResultMatch, and FcMatchPattern too
constexpr const char* weights[] = {"Noto Sans,sans-serif:weight=80", "Noto Sans,sans-serif:weight=180"};

struct Fontconfig {
  FcPattern* (*name_parse)(const unsigned char*) = nullptr;
  int (*substitute)(void*, FcPattern*, int) = nullptr;
  void (*default_substitute)(FcPattern*) = nullptr;
  FcFontSet* (*sort)(void*, FcPattern*, int, FcCharSet**, int*) = nullptr;
  int (*get_char_set)(const FcPattern*, const char*, int, FcCharSet**) = nullptr;
  int (*get_string)(const FcPattern*, const char*, int, unsigned char**) = nullptr;
  int (*get_integer)(const FcPattern*, const char*, int, int*) = nullptr;
  int (*get_bool)(const FcPattern*, const char*, int, int*) = nullptr;
  int (*has_char)(const FcCharSet*, unsigned) = nullptr;
  void (*destroy)(FcPattern*) = nullptr;

  bool load() {
    void* const library = ::dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    const auto take = [&](auto& function, const char* name) {
      function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, name));
      return function != nullptr;
    };
    return take(name_parse, "FcNameParse") && take(substitute, "FcConfigSubstitute") &&
           take(default_substitute, "FcDefaultSubstitute") && take(sort, "FcFontSort") &&
           take(get_char_set, "FcPatternGetCharSet") && take(get_string, "FcPatternGetString") &&
           take(get_integer, "FcPatternGetInteger") && take(get_bool, "FcPatternGetBool") &&
           take(has_char, "FcCharSetHasChar") && take(destroy, "FcPatternDestroy");
  }
};

struct Candidate {
  std::string path;
  unsigned number = 0;
  const FcCharSet* letters = nullptr;
};

class Fonts {
 public:
  std::optional<typeset::FaceFile> with(char32_t letter, typeset::Weight weight) {
    const std::size_t which = weight == typeset::Weight::regular ? 0 : 1;
    if (!known_[which]) known_[which] = candidates(weights[which]);
    for (const Candidate& candidate : *known_[which])
      if (config_.has_char(candidate.letters, letter))
        if (const std::string_view bytes = bytes_of(candidate.path); !bytes.empty())
          return typeset::FaceFile{bytes, candidate.number};
    return std::nullopt;
  }

 private:
  // Best fonts first, in the desktop's order. Fonts that cannot be drawn (bitmaps, other formats) are left out.
  std::vector<Candidate> candidates(const char* wanted) {
    std::vector<Candidate> out;
    if (!loaded_) loaded_ = config_.load();
    if (!*loaded_) return out;
    FcPattern* const pattern = config_.name_parse(reinterpret_cast<const unsigned char*>(wanted));
    if (!pattern) return out;
    config_.substitute(nullptr, pattern, found);
    config_.default_substitute(pattern);
    int result = 0;
    // Kept as long as the program runs, because it owns the sets of letters.
    const FcFontSet* const fonts = config_.sort(nullptr, pattern, 0, nullptr, &result);
    config_.destroy(pattern);
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
      const FcPattern* const font = fonts->fonts[i];
      FcCharSet* letters = nullptr;
      unsigned char *path = nullptr, *format = nullptr;
      int number = 0, coloured = 0, outlines = 1;
      config_.get_bool(font, "color", 0, &coloured);
      config_.get_bool(font, "outline", 0, &outlines);
      config_.get_integer(font, "index", 0, &number);
      if (coloured || !outlines || config_.get_char_set(font, "charset", 0, &letters) != found ||
          config_.get_string(font, "file", 0, &path) != found ||
          config_.get_string(font, "fontformat", 0, &format) != found)
        continue;
      const std::string_view kind = reinterpret_cast<const char*>(format);
      // The upper half of the number is a style of a variable font; the program draws the default style.
      if (kind == "TrueType" || kind == "CFF")
        out.push_back({reinterpret_cast<const char*>(path), static_cast<unsigned>(number) & 0xFFFF, letters});
    }
    return out;
  }

  // Mapped, not read: a Chinese font has twenty megabytes, and few of its letters are used.
  std::string_view bytes_of(const std::string& path) {
    const auto [known, is_new] = files_.try_emplace(path);
    if (!is_new) return known->second;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (file >= 0 && ::fstat(file, &about) == 0 && about.st_size > 0) {
      const auto size = static_cast<std::size_t>(about.st_size);
      void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
      if (bytes != MAP_FAILED) known->second = {static_cast<const char*>(bytes), size};
    }
    if (file >= 0) ::close(file);
    return known->second;
  }

  Fontconfig config_;
  std::optional<bool> loaded_;
  std::array<std::optional<std::vector<Candidate>>, 2> known_;
  std::unordered_map<std::string, std::string_view> files_;
};

}  // namespace

typeset::System desktop_letters() {
  typeset::System out;
  // One for the program, like the mapped files.
  const auto fonts = std::make_shared<Fonts>();
  out.font = [fonts](char32_t letter, typeset::Weight weight) { return fonts->with(letter, weight); };
  return out;
}

}  // namespace vagval
