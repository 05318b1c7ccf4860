#include "language/config_cfg.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "language/json_fields.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxNesting = 64;
constexpr int kMaxReferenceDepth = 16;
constexpr std::size_t kMaxReferences = 10'000;

/// A value as it stands in the file.
struct RawValue {
    std::string text;
    std::uint32_t line = 0;
};

using Path = std::vector<std::string>;

Path split_path(std::string_view text) {
    Path path;
    for (const std::string_view part : split(text, '.')) path.emplace_back(trim(part));
    return path;
}

/// Finds or makes the object at `path`; null where a value stands in the way.
json* object_at(json& root, const Path& path) {
    json* here = &root;
    for (const std::string& part : path) {
        if (!here->is_object()) return nullptr;
        here = &(*here)[part];
        if (here->is_null()) *here = json::object();
    }
    return here->is_object() ? here : nullptr;
}

const json* value_at(const json& root, const Path& path) {
    const json* here = &root;
    for (const std::string& part : path) {
        if (!here->is_object()) return nullptr;
        const auto found = here->find(part);
        if (found == here->end()) return nullptr;
        here = &*found;
    }
    return here;
}

bool nested_too_deeply(const std::string& text) {
    std::size_t depth = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') {
            if (++depth > kMaxNesting) return true;
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return false;
}

/// JSON where it is JSON, else the text itself, as spaCy reads values.
json to_value(const std::string& text) {
    if (text.empty()) return "";
    json value = parse_json(text);
    return value.is_discarded() ? json(text) : value;
}

class Parser {
  public:
    Parser(std::string_view text, std::string_view file) : text_(text), file_(file) {}

    Result<json> run() {
        if (text_.size() > kMaxBytes) return failure(0, "the file is larger than 4 MiB");
        if (auto status = read_lines(); !status) return tl::unexpected<Error>(status.error());
        if (auto status = resolve(root_, 0); !status) return tl::unexpected<Error>(status.error());
        return std::move(root_);
    }

  private:
    Status read_lines();
    Status read_line(std::string_view line);
    Status open_section(std::string_view line);
    Status keep_value();
    Status resolve(json& value, int depth);
    Status resolve_text(json& value, int depth);
    Result<json> referenced(std::string_view reference, int depth);

    [[nodiscard]] tl::unexpected<Error> failure(std::uint32_t line, std::string message) const {
        Error error{ErrorKind::Config, std::move(message), std::string(file_), line, 0, {}, {}};
        return tl::unexpected<Error>(std::move(error));
    }

    std::string_view text_;
    std::string_view file_;
    std::uint32_t line_ = 0;
    json root_ = json::object();
    Path section_;
    bool in_section_ = false;
    std::optional<std::pair<std::string, RawValue>> open_value_;  // may continue on further lines
    std::map<std::string, std::uint32_t> reference_lines_;
    std::size_t references_ = 0;
};

Status Parser::read_lines() {
    for (const std::string_view line : split(text_, '\n')) {
        ++line_;
        if (auto status = read_line(line); !status) return status;
    }
    return keep_value();
}

Status Parser::read_line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view content = trim(line);
    if (content.empty() || content.front() == '#' || content.front() == ';') return {};
    const bool indented = line.front() == ' ' || line.front() == '\t';
    if (indented && open_value_) {
        open_value_->second.text += '\n';
        open_value_->second.text += content;
        return {};
    }
    if (auto status = keep_value(); !status) return status;
    if (content.front() == '[') return open_section(content);
    const std::size_t sign = content.find('=');
    if (sign == std::string_view::npos) {
        return failure(line_, "expected `key = value` or `[section]`");
    }
    if (!in_section_) return failure(line_, "a value stands before the first section");
    const std::string_view key = trim(content.substr(0, sign));
    if (key.empty()) return failure(line_, "the key is empty");
    open_value_.emplace(std::string(key),
                        RawValue{std::string(trim(content.substr(sign + 1))), line_});
    return {};
}

Status Parser::open_section(std::string_view line) {
    if (line.back() != ']') return failure(line_, "the section's name is not closed");
    section_ = split_path(line.substr(1, line.size() - 2));
    in_section_ = true;
    if (section_.size() > kMaxNesting) return failure(line_, "the section is nested too deeply");
    if (object_at(root_, section_) == nullptr) {
        return failure(line_, "a value already stands where this section would be");
    }
    return {};
}

Status Parser::keep_value() {
    if (!open_value_) return {};
    const auto [key, raw] = std::move(*open_value_);
    open_value_.reset();
    if (nested_too_deeply(raw.text)) return failure(raw.line, "the value is nested too deeply");
    json* section = object_at(root_, section_);
    if (section == nullptr || section->contains(key)) {
        return failure(raw.line, fmt::format("{} is set twice", key));
    }
    if (raw.text.find("${") != std::string::npos) reference_lines_.emplace(raw.text, raw.line);
    (*section)[key] = to_value(raw.text);
    return {};
}

Status Parser::resolve(json& value, int depth) {
    if (value.is_string()) return resolve_text(value, depth);
    if (value.is_structured()) {
        for (auto& item : value) {
            if (auto status = resolve(item, depth); !status) return status;
        }
    }
    return {};
}

Status Parser::resolve_text(json& value, int depth) {
    std::string text = value.get<std::string>();
    const auto found_line = reference_lines_.find(text);
    const std::uint32_t line = found_line == reference_lines_.end() ? 0 : found_line->second;
    std::size_t from = 0;
    for (;;) {
        const std::size_t start = text.find("${", from);
        if (start == std::string::npos) break;
        const std::size_t end = text.find('}', start);
        if (end == std::string::npos) return failure(line, "a reference ${...} is not closed");
        const std::string reference = text.substr(start + 2, end - start - 2);
        if (depth >= kMaxReferenceDepth || ++references_ > kMaxReferences) {
            return failure(line,
                           fmt::format("the reference ${{{}}} goes round in circles", reference));
        }
        auto target = referenced(reference, depth + 1);
        if (!target) {
            if (target.error().line == 0) target.error().line = line;
            return tl::unexpected<Error>(std::move(target.error()));
        }
        if (start == 0 && end + 1 == text.size()) {
            value = std::move(*target);
            return {};
        }
        const std::string inserted =
            target->is_string() ? target->get<std::string>() : target->dump();
        text.replace(start, end + 1 - start, inserted);
        from = start + inserted.size();
        if (text.size() > kMaxBytes) return failure(line, "the value is too large");
    }
    // What was a broken piece of JSON only for its references is read again.
    if (from != 0) value = to_value(text);
    return {};
}

Result<json> Parser::referenced(std::string_view reference, int depth) {
    std::string dotted(reference);
    for (char& c : dotted) {
        if (c == ':') c = '.';
    }
    const json* target = value_at(root_, split_path(dotted));
    if (target == nullptr) {
        return failure(0, fmt::format("the reference ${{{}}} points nowhere", reference));
    }
    json copy = *target;
    if (auto status = resolve(copy, depth); !status) return tl::unexpected<Error>(status.error());
    return copy;
}

}  // namespace

Result<json> parse_config(std::string_view text, std::string_view file) {
    return Parser(text, file).run();
}

const json* find_in_config(const json& config, std::string_view path) {
    return value_at(config, split_path(path));
}

std::string text_in_config(const json& config, std::string_view path) {
    const json* value = find_in_config(config, path);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

}  // namespace tidings::language
