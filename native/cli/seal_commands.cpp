// vagval seal and vagval open: put a file under a passphrase, and open it again. The passphrase comes from a file or
// from the terminal without echo. It is not a command-line argument, because other users of the machine can read those.
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>
#include <variant>

#include "app/app.h"
#include "atomic_file.h"
#include "cli/commands.h"
#include "plan/plan.h"
#include "plan/plan_json.h"
#include "sealer.h"
#include "state/assets.h"

namespace vagval {

namespace {

constexpr std::uint32_t all_steps = ~std::uint32_t{0};

// The terminal's mode, restored when the user interrupts the program while typing.
volatile std::sig_atomic_t hidden_terminal = -1;
termios terminal_before;

extern "C" {
static void show_again(int signal) {
  if (hidden_terminal >= 0) ::tcsetattr(hidden_terminal, TCSANOW, &terminal_before);
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}
}

/// Turns echo off, and on again in every case.
class NoEcho {
 public:
  explicit NoEcho(int terminal) : terminal_(terminal) {
    if (::tcgetattr(terminal_, &terminal_before) != 0) return;
    termios hidden = terminal_before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    hidden_terminal = terminal_;
    for (std::size_t i = 0; i < std::size(ends); ++i) handlers_[i] = std::signal(ends[i], show_again);
    changed_ = ::tcsetattr(terminal_, TCSAFLUSH, &hidden) == 0;
  }
  ~NoEcho() {
    if (hidden_terminal < 0) return;
    if (changed_) ::tcsetattr(terminal_, TCSAFLUSH, &terminal_before);
    hidden_terminal = -1;
    for (std::size_t i = 0; i < std::size(ends); ++i) std::signal(ends[i], handlers_[i]);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  static constexpr int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  int terminal_;
  void (*handlers_[std::size(ends)])(int) = {};
  bool changed_ = false;
};

std::optional<std::string> ask(const char* what) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal(std::fopen("/dev/tty", "r+"), std::fclose);
  if (!terminal) {
    std::cerr << "There is no terminal to ask for the passphrase on. Give it in a file: --passphrase-file FILE\n";
    return std::nullopt;
  }
  const NoEcho hidden(::fileno(terminal.get()));
  std::fprintf(terminal.get(), "%s: ", what);
  std::fflush(terminal.get());
  std::string out;
  for (int c = std::fgetc(terminal.get()); c != EOF && c != '\n'; c = std::fgetc(terminal.get()))
    out += static_cast<char>(c);
  std::fputc('\n', terminal.get());
  return out;
}

/// Removes the line end that an editor adds.
std::optional<std::string> passphrase_of(const CommandOptions& options, const Catalogue& words, bool twice) {
  std::optional<std::string> out;
  if (options.passphrase_file.empty()) {
    out = ask("Passphrase");
    if (out && twice) {
      std::optional<std::string> again = ask("The same once more");
      if (again) again = passphrase_written(*again);
      out = passphrase_written(*out);
      if (!again || *again != *out) {
        std::cerr << words.text("pass.differ"_t) << "\n";
        return std::nullopt;
      }
      wipe(*again);
    }
  } else {
    const Result<std::string> bytes = read_file(options.passphrase_file);
    if (!bytes) {
      complain(words, options.passphrase_file, bytes.error());
      return std::nullopt;
    }
    out = *bytes;
    while (out->ends_with('\n') || out->ends_with('\r')) out->pop_back();
    if (twice) out = passphrase_written(*out);
  }
  if (out && (out->empty() || out->size() > passphrase_max)) {
    std::cerr << words.text("pass.empty"_t) << "\n";
    return std::nullopt;
  }
  return out;
}

}  // namespace

int run_seal(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  const Result<std::string> bytes = read_file(options.file);
  if (!bytes) return complain(words, options.file, bytes.error()), unreadable_code;
  // An unsealed copy beside the file would stay readable.
  if (options.out != "-" && is_open_file(options.out)) {
    std::cerr << words.text("cli.seal_over"_t, {{"name", options.out}}) << "\n";
    return wrong_use_code;
  }
  // A file that could not be read again is not sealed.
  if (bytes->size() > plan_bytes_max)
    return complain(words, options.file, {ErrorId::file_too_large, "", ""}), unreadable_code;
  std::optional<std::string> passphrase = passphrase_of(options, words, true);
  if (!passphrase) return wrong_use_code;
  Sealer sealer;
  sealer.make(*passphrase);
  wipe(*passphrase);
  const std::optional<Reply> made = sealer.advance(all_steps);
  if (const auto* key = made ? made->get<KeyMade>() : nullptr)
    return write_output(options, words, sealed(key->key, *bytes));
  complain(words, options.file, {ErrorId::sealed_no_memory, "", ""});
  return unreadable_code;
}

namespace {

// An unsealed file counts as readable only if the core reads it.
Error why_not_sealed(std::string_view bytes, const Error& error) {
  if (is_sealed(bytes) || error.id == ErrorId::file_too_large) return error;
  const Result<Json> json = read_json(bytes);
  return json ? Error{ErrorId::not_sealed, "", ""} : open_plan(bytes).error();
}

}  // namespace

int run_open(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  const Result<std::string> bytes = read_file(options.file);
  if (!bytes) return complain(words, options.file, bytes.error()), unreadable_code;
  // Faults of the file are reported before the passphrase is asked for.
  if (const Result<SealedFile> file = read_sealed(*bytes); !file)
    return complain(words, options.file, why_not_sealed(*bytes, file.error())), unreadable_code;
  std::optional<std::string> passphrase = passphrase_of(options, words, false);
  if (!passphrase) return wrong_use_code;
  std::vector<std::string> forms = passphrase_forms(*passphrase);
  wipe(*passphrase);
  Sealer sealer;
  std::optional<Reply> found;
  for (std::string& form : forms) {
    const auto* before = found ? found->get<NotUnsealed>() : nullptr;
    if (!found || (before && before->error.id == ErrorId::wrong_passphrase)) {
      sealer.find(*bytes, form);
      found = sealer.advance(all_steps);
    }
    wipe(form);
  }
  if (const auto* plain = found ? found->get<Unsealed>() : nullptr) return write_output(options, words, plain->bytes);
  const auto* fault = found ? found->get<NotUnsealed>() : nullptr;
  complain(words, options.file, fault ? fault->error : Error{ErrorId::sealed_damaged, "", ""});
  return unreadable_code;
}

}  // namespace vagval
