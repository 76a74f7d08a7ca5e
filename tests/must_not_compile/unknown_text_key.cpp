// must not compile: no.such.key
#include "text/catalogue.h"
const auto wrong = vagval::operator""_t("no.such.key", 11);
