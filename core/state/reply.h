// The replies of the host: what has become of an effect, and what the device and its clock say. A reply is no action of
// the person: it takes no part in undo.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/date.h"
#include "foundation/result.h"
#include "plan/seal.h"
#include "state/one_of.h"
#include "state/work.h"

namespace vagval {

// The day and the device

/// From the host: the day by the device's clock; at the start, and when it is another day.
struct TodayIs {
  Date today;
};
/// From the host, once: random letters. Whatever in a file must not be guessed comes from them.
struct ChanceIs {
  std::string chance;
};
/// A name under which data are stored on the device, with their size.
struct Stored {
  std::string name;
  std::int64_t bytes = 0;
  friend bool operator==(const Stored&, const Stored&) = default;
};
/// From the host, which has just read them: all data stored on the device.
struct DeviceIs {
  bool has_plan = false;
  std::vector<Stored> stored;
  std::string build;    ///< the hash of this build, or empty
  std::string policy;   ///< the page's own Content-Security-Policy, or empty
  bool erased = false;  ///< read right after everything was erased
  bool shared = false;  ///< pages of other owners can read the storage, e.g. if the page was opened from a file
  enum class Erasing : std::uint8_t {
    done,
    blocked,  ///< the plan is gone, but another tab holds what it lay in
    failed    ///< not everything could be erased, or nothing is known of it
  } erasing = Erasing::done;
};
/// The reason why the data on the device cannot be read.
enum class Unread : std::uint8_t {
  no,
  refused,  ///< the browser says no, or that something is wrong with it
  newer,    ///< a newer version has made it
  strange,  ///< it is not what this program makes
  silent    ///< there is no answer
};
/// From the host: the data on the device could not be read.
struct DeviceUnread {
  Unread why = Unread::refused;
  bool asked = true;     ///< by the person, who is told at once
  bool erasing = false;  ///< it was to be erased
  bool shared = false;   ///< as DeviceIs
};
/// From the host: a newer version of the program waits.
struct NewerProgram {};
using DeviceReply = std::variant<TodayIs, ChanceIs, DeviceIs, DeviceUnread, NewerProgram>;

// Reading

/// A language whose words come as a file of their own, with what has to be said of it before they are here, in its own
/// words.
struct LanguageToCome {
  std::string language, name, coming, missing, again;
  bool right_to_left = false;
  bool whole = false;  ///< reviewed, as Swedish is
  bool late = false;   ///< the file has been asked for and has not come
  friend bool operator==(const LanguageToCome&, const LanguageToCome&) = default;
};
/// From the host, again whenever one is late: the languages that it is waiting for or has waited for.
struct LanguagesToCome {
  std::vector<LanguageToCome> languages;
};
/// From the host: how large the browser's own letters are.
struct BrowserLetters {
  int percent = 100;
};
/// From the host: the languages that the device has a voice for that works without the network. No other is used: a
/// voice on the network would be given the text.
struct VoicesAre {
  std::vector<std::string> languages;
};
/// From the host: the voice has come to the end.
struct ReadingEnded {};
/// Which page the browser shows, where it has two: drawn on a canvas, or plain. only: there is no other.
enum class PageShown : std::uint8_t { only, drawn, plain };
/// From the host.
struct PageIs {
  PageShown page{};
};
using ReadingReply = std::variant<LanguagesToCome, BrowserLetters, VoicesAre, ReadingEnded, PageIs>;

// Files

/// From the host: a file that the person has chosen, or dropped on the window.
struct FileOpened {
  std::string name, bytes;
};
/// From the host.
struct FileNotOpened {
  Error error;
};
/// From the host: a WriteFile has been carried out.
struct Saved {
  std::string name;      ///< on the desktop with its folder
  bool renamed = false;  ///< the name that was asked for was another file's
  bool aside = false;    ///< as the effect said
  bool handed = false;   ///< to a browser, which may ask where, and does not tell what became of it
};
/// From the host.
struct SaveFailed {
  Error error;
};
/// From the host: a MakeOutput has been carried out.
struct Taken {
  std::string name;     ///< of the file; empty: it was printed
  bool handed = false;  ///< as of Saved
};
using FileReply = std::variant<FileOpened, FileNotOpened, Saved, SaveFailed, Taken>;

// Keeping

/// From the host: how far it is with stretching a passphrase.
struct StretchedTo {
  int thousandths = 0;
};
/// From the host: the end of MakeKey.
struct KeyMade {
  SealingKey key;
};
/// From the host: the end of FindKey, with the bytes of the plan.
struct Unsealed {
  std::string bytes;
  SealingKey key;
};
/// From the host: the end of MakeKey or FindKey, without a key.
struct NotUnsealed {
  Error error;
};
/// From the host: the plan on the device.
struct KeptIs {
  std::string bytes, before;  ///< before: the copy from before the last change, or empty
};
/// From the host: another tab has changed or erased the plan on the device.
struct KeptElsewhere {
  bool erased = false;
};
/// From the host: the device has refused a change of the kept plan.
struct KeepFailed {};
/// From the host: the device has written the plan.
struct KeptNow {};
using KeepReply = std::variant<StretchedTo, KeyMade, Unsealed, NotUnsealed, KeptIs, KeptElsewhere, KeepFailed, KeptNow>;

// An office's overview

/// From the host: a file that a person chose to give to an office, to be counted; see plan/stage_counts.h.
struct FileGiven {
  std::string bytes;
};
/// From the host: such a file could not be read, or is too large to be a plan.
struct FileNotGiven {};
using StagesReply = std::variant<FileGiven, FileNotGiven>;

// Pictures

/// From the host: the plan sealed for the pictures.
struct SealedForPictures {
  std::string bytes;
};
/// From the host's clock: the next picture of the series that runs.
struct PictureDue {};
/// From the host: there may be a camera that pictures can be read with.
struct CameraThere {};
enum class Camera : std::uint8_t {
  off,
  asked,
  on,
  refused,
  broken,
  hidden,    ///< the browser shows the page other pixels than it draws
  no_reader  ///< the part of the page that reads codes has not come
};
/// From the host: what has become of the camera.
struct CameraIs {
  Camera camera{};
};
/// From the host: the text of a code that the camera has seen.
struct PictureRead {
  std::string text;
};
using TransferReply = std::variant<SealedForPictures, PictureDue, CameraThere, CameraIs, PictureRead>;

using AnyReply = std::variant<DeviceReply, ReadingReply, FileReply, KeepReply, StagesReply, TransferReply>;

/// One of them. It is made, copied and destroyed in reply.cpp; see Action for the reason.
struct Reply : AnyReply {
  template <class Alternative, class Feature = FeatureOf<Alternative, AnyReply>>
  Reply(Alternative alternative)  // NOLINT(google-explicit-constructor): a reply is one of its alternatives
      : Reply(std::in_place, Feature(std::move(alternative))) {}
  template <class Feature>
  Reply(std::in_place_t, Feature feature);  ///< instantiated in reply.cpp
  Reply(const Reply& other);
  Reply(Reply&& other) noexcept;
  Reply& operator=(const Reply& other);
  Reply& operator=(Reply&& other) noexcept;
  ~Reply();

  /// \returns the alternative T, or nullptr where it is another one.
  template <class T>
  const T* get() const {
    return alternative<T>(*this);
  }
};

void apply(Work work, const DeviceReply& reply);
void apply(Work work, const ReadingReply& reply);
void apply(Work work, const FileReply& reply);
void apply(Work work, const KeepReply& reply);
void apply(Work work, const StagesReply& reply);
void apply(Work work, const TransferReply& reply);

}  // namespace vagval
