#include "text/po.h"

#include <map>

#include "foundation/reader.h"

namespace vagval {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

// Returns the text between the quotes, or nothing if it is no string.
std::optional<std::string> unquoted(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return std::nullopt;
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    if (text[i] == 'n')
      out += '\n';
    else if (text[i] == '"' || text[i] == '\\')
      out += text[i];
    else
      return std::nullopt;
  }
  return out;
}

constexpr std::string_view about_header = "X-About: ";
constexpr std::string_view reviewed_by = "#. reviewed by ", day_before = " on ";

struct Entry {
  std::string context, source, text, reviewed;  ///< reviewed: "NAME on DAY"
  bool fuzzy = false, machine = false, draft = false;
  int line = 0;
};

class PoReader {
 public:
  PoReader(std::string_view bytes, std::string_view file) : rest_(bytes), problems_{std::string(file), {}} {}

  std::vector<Entry> entries() {
    for (int number = 1; !rest_.empty(); ++number) {
      const std::string_view line = next_line();
      if (line.empty())
        end_entry();
      else if (line.front() == '#')
        comment(line);
      else if (line.front() == '"')
        take(line, number);
      else
        keyword(line, number);
    }
    end_entry();
    return std::move(entries_);
  }

  void problem(int line, std::string sentence) { problems_.add("/" + std::to_string(line), std::move(sentence)); }
  std::vector<Problem> problems() { return problems_.take(); }

 private:
  // Takes the next line off the front, without its line end.
  std::string_view next_line() {
    const std::size_t newline = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, newline);
    rest_.remove_prefix(std::min(newline + 1, rest_.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }

  void end_entry() {
    if (now_.line > 0) entries_.push_back(std::move(now_));
    now_ = {};
    open_ = nullptr;
  }

  void comment(std::string_view line) {
    if (open_ == &now_.text) end_entry();
    if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) now_.fuzzy = true;
    if (line == "#. machine") now_.machine = true;
    if (line == "#. draft") now_.draft = true;
    if (line.starts_with(reviewed_by)) now_.reviewed = line.substr(reviewed_by.size());
  }

  void keyword(std::string_view line, int number) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    if (word == "msgctxt" && open_ == &now_.text) end_entry();
    open_ = word == "msgctxt"  ? &now_.context
            : word == "msgid"  ? &now_.source
            : word == "msgstr" ? &now_.text
                               : nullptr;
    now_.line = now_.line ? now_.line : number;
    if (open_)
      take(line.substr(std::min(space + 1, line.size())), number);
    else
      problem(number, "only msgctxt, msgid, msgstr and comments are expected here");
  }

  void take(std::string_view text, int number) {
    const std::optional<std::string> words = unquoted(text);
    if (words && open_)
      *open_ += *words;
    else
      problem(number, "this is not a text in quotes after msgctxt, msgid or msgstr");
  }

  std::string_view rest_;
  ProblemList problems_;
  std::vector<Entry> entries_;
  Entry now_;                    // the entry that the lines belong to
  std::string* open_ = nullptr;  // the text of that entry that goes on in the next line
};

std::string header_value(const std::string& header, std::string_view name) {
  const std::size_t at = header.find(name);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size();
  return header.substr(begin, std::min(header.find('\n', begin), header.size()) - begin);
}

// The last translator, as tools write it into the header: "NAME on DAY". Returns nothing if the header has none.
std::string translator_of(const std::string& header) {
  std::string name = header_value(header, "Last-Translator: ");
  name.resize(std::min(name.find(" <"), name.size()));
  const std::string day = header_value(header, "PO-Revision-Date: ").substr(0, 10);
  if (name.empty() || !parse_date(day)) return name;
  return name + std::string(day_before) + day;
}

// An object in the form of the catalogues: a space behind each comma and colon.
std::string on_one_line(const Json& object) {
  std::string out;
  for (const auto& [name, value] : *object.object())
    out += (out.empty() ? "{\"" : ", \"") + name + "\": " + write_json(value);
  return out.empty() ? "{}" : out + "}";
}

void add_reviewer(JsonObject& message, std::string_view reviewed) {
  if (reviewed.empty()) return;
  const std::size_t at = reviewed.rfind(day_before);
  const bool has_day = at != std::string_view::npos && parse_date(reviewed.substr(at + day_before.size()));
  message.emplace_back("by", Json{std::string(has_day ? reviewed.substr(0, at) : reviewed)});
  if (has_day) message.emplace_back("on", Json{std::string(reviewed.substr(at + day_before.size()))});
}

}  // namespace

std::string write_po(const Catalogue& catalogue, const Catalogue& swedish, const Catalogue& english) {
  std::string out = "msgid \"\"\nmsgstr \"\"\n";
  for (const std::string& line :
       {std::string("Project-Id-Version: vagval\\n"), "Language: " + catalogue.language() + "\\n",
        std::string("MIME-Version: 1.0\\n"), std::string("Content-Type: text/plain; charset=UTF-8\\n"),
        std::string("Content-Transfer-Encoding: 8bit\\n"),
        std::string("X-Direction: ") + (catalogue.right_to_left() ? "rtl" : "ltr") + "\\n"})
    out += "\"" + line + "\"\n";
  // A new language has an own one: node cmake/languages.mjs --write begins it.
  if (!catalogue.about().empty()) out += quoted(std::string(about_header) + catalogue.about() + "\n") + "\n";
  for (std::size_t i = 0; i < text_key_count; ++i) {
    const TextKey key{static_cast<std::uint16_t>(i)};
    const std::string text = catalogue.lacks(key) ? std::string() : catalogue.pattern(key);
    out += "\n";
    // The comment stays when a person removes the fuzzy mark, so the reader knows which text was reviewed.
    if (!text.empty() && catalogue.review(key) == Review::machine) out += "#. machine\n";
    if (!text.empty() && catalogue.review(key) == Review::draft) out += "#. draft\n";
    if (const Reviewer* const reviewer = catalogue.reviewer(key))
      out += std::string(reviewed_by) + reviewer->by +
             (reviewer->on ? std::string(day_before) + to_iso(*reviewer->on) : "") + "\n";
    std::string comment = english.pattern(key);
    for (std::size_t at = comment.find('\n'); at != std::string::npos; at = comment.find('\n', at + 4))
      comment.replace(at, 1, "\n#. ");
    out += "#. en: " + comment + "\n";
    if (!text.empty() && catalogue.review(key) != Review::reviewed) out += "#, fuzzy\n";
    out += "msgctxt " + quoted(text_key_name(key)) + "\nmsgid " + quoted(swedish.pattern(key)) + "\nmsgstr " +
           quoted(text) + "\n";
  }
  return out;
}

PoRead read_po(std::string_view bytes, std::string_view file, const Catalogue& swedish) {
  PoReader reader(bytes, file);
  std::vector<Entry> entries = reader.entries();
  std::string language, direction = "ltr", translator, about_language;
  std::map<std::string, Json> messages;
  bool has_draft = false;
  for (const Entry& entry : entries) {
    if (entry.context.empty() && entry.source.empty()) {
      language = header_value(entry.text, "Language: ");
      if (header_value(entry.text, "X-Direction: ") == "rtl") direction = "rtl";
      if (const Result<Json> about = read_json(header_value(entry.text, about_header)); about && about->object())
        about_language = ",\n  \"about\": " + on_one_line(*about);
      translator = translator_of(entry.text);
      continue;
    }
    const std::optional<TextKey> key = find_text_key(entry.context);
    if (!key) {
      reader.problem(entry.line, "the Swedish catalogue has no key \"" + entry.context + "\"");
      continue;
    }
    if (entry.source != swedish.pattern(*key))
      reader.problem(entry.line, "the Swedish text of \"" + entry.context + "\" has changed since this was exported");
    if (entry.text.empty()) continue;
    const std::string review = !entry.fuzzy ? "reviewed" : entry.machine ? "machine" : "draft";
    JsonObject message{{"text", {entry.text}}, {"review", {review}}};
    const bool just_reviewed = !entry.fuzzy && (entry.machine || entry.draft);
    if (!entry.fuzzy) add_reviewer(message, just_reviewed ? translator : entry.reviewed);
    const bool is_new = messages.emplace(entry.context, Json{std::move(message)}).second;
    if (entry.fuzzy) has_draft = true;
    if (!is_new) reader.problem(entry.line, "\"" + entry.context + "\" is there twice");
  }
  if (language.empty()) reader.problem(1, "the header names no language (Language: ar)");
  PoRead out{"", reader.problems()};
  if (!out.problems.empty()) return out;
  // Writes one message on a line, sorted: the form that the build reads and that gives readable diffs.
  // A draft may lack a text of the day after, so it promises nothing.
  const bool complete = messages.size() == text_key_count && !has_draft;
  out.catalogue_json = "{\n  \"format\": \"vagval-text\",\n  \"language\": " + write_json({language}) +
                       ",\n  \"direction\": \"" + direction + "\",\n  \"complete\": " + (complete ? "true" : "false") +
                       about_language + ",\n  \"messages\": {\n";
  std::size_t left = messages.size();
  for (const auto& [key, message] : messages) {
    out.catalogue_json += "    \"" + key + "\": " + on_one_line(message) + (--left ? ",\n" : "\n");
  }
  out.catalogue_json += "  }\n}\n";
  return out;
}

std::string list_texts(const Catalogue& catalogue, const Catalogue& swedish, Listed which) {
  std::string out;
  for (std::size_t i = 0; i < text_key_count; ++i) {
    const TextKey key{static_cast<std::uint16_t>(i)};
    const bool is_there = !catalogue.lacks(key);
    const bool wanted = which == Listed::missing ? !is_there : is_there && catalogue.review(key) != Review::reviewed;
    if (!wanted) continue;
    out += std::string(text_key_name(key)) + "\t" + swedish.pattern(key) + "\t" +
           (is_there ? catalogue.pattern(key) : std::string()) + "\t" +
           (is_there ? std::string(review_names[static_cast<std::size_t>(catalogue.review(key))]) : "missing") + "\n";
  }
  return out;
}

}  // namespace vagval
