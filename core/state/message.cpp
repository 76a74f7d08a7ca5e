#include <utility>

#include "state/parts.h"

namespace vagval {

void say(Model& model, bool is_error, std::string what, std::string act, std::string detail, std::string where) {
  ++model.session.said;
  model.session.message = Message{is_error, std::move(what), std::move(act), std::move(detail), std::move(where)};
}

void say_error(Model& model, const Error& error) {
  const std::string name(error_name(error.id));
  say(model, true, "error." + name + ".what", "error." + name + ".do", error.detail, error.where);
}

}  // namespace vagval
