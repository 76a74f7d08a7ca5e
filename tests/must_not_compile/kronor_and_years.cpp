// must not compile: no match for
#include "foundation/money.h"
const auto wrong = vagval::Kronor{1} + 1;
