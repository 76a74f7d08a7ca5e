// must not compile: Handler
#include <variant>

#include "state/effect.h"
struct Handler {
  void operator()(const vagval::ShowFilePicker&) const {}
};
void carry_out(const vagval::Effect& effect) { std::visit(Handler{}, effect); }
