#include "state/take.h"

namespace vagval {

std::vector<ScreenId> parts_taken(const Take& take) {
  std::vector<ScreenId> out;
  for (const ScreenId part : printable)
    if (!take.left_out.contains(std::string(screen_names[static_cast<std::size_t>(part)]))) out.push_back(part);
  return out;
}

std::string beside_on_paper(const Session& session, Output output) {
  if (output == Output::paper || !session.reading.beside.empty()) return session.reading.beside;
  // At a counter Swedish is what is said.
  return session.language == "sv" ? std::string() : "sv";
}

CsvForm usual_csv_form(std::string_view language) {
  return language == "sv" || language == "bs" ? CsvForm::semicolons : CsvForm::commas;
}

CsvForm csv_form(const Session& session) { return session.take.form.value_or(usual_csv_form(session.language)); }

}  // namespace vagval
