// must not compile: TodayIs
#include "state/action.h"
#include "state/reply.h"
const vagval::Action wrong = vagval::TodayIs{};
