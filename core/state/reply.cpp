#include "state/reply.h"

namespace vagval {

template <class Feature>
Reply::Reply(std::in_place_t, Feature feature) : AnyReply(std::in_place_type<Feature>, std::move(feature)) {}
Reply::Reply(const Reply& other) = default;
Reply::Reply(Reply&& other) noexcept = default;
Reply& Reply::operator=(const Reply& other) = default;
Reply& Reply::operator=(Reply&& other) noexcept = default;
Reply::~Reply() = default;

// Every feature once: one that is missing here does not link.
template Reply::Reply(std::in_place_t, DeviceReply);
template Reply::Reply(std::in_place_t, ReadingReply);
template Reply::Reply(std::in_place_t, FileReply);
template Reply::Reply(std::in_place_t, KeepReply);
template Reply::Reply(std::in_place_t, StagesReply);
template Reply::Reply(std::in_place_t, TransferReply);

}  // namespace vagval
