// Fields of JSON objects that may be missing or of another type; never throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace tidings::language {

/// The string, or an empty one.
template <typename Json>
[[nodiscard]] std::string string_field(const Json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return {};
    return found->template get<std::string>();
}

template <typename Json>
[[nodiscard]] std::optional<std::int64_t> integer_field(const Json& object, const char* key) {
    if (!object.is_object()) return std::nullopt;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer()) return std::nullopt;
    return found->template get<std::int64_t>();
}

template <typename Json>
[[nodiscard]] std::optional<bool> bool_field(const Json& object, const char* key) {
    if (!object.is_object()) return std::nullopt;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_boolean()) return std::nullopt;
    return found->template get<bool>();
}

/// The strings of a list; elements that are none are left out.
template <typename Json>
[[nodiscard]] std::vector<std::string> strings_field(const Json& object, const char* key) {
    std::vector<std::string> strings;
    if (!object.is_object()) return strings;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) return strings;
    for (const Json& element : *found) {
        if (element.is_string()) strings.push_back(element.template get<std::string>());
    }
    return strings;
}

/// Reads a text; `discarded` where it is no JSON. Never throws.
[[nodiscard]] nlohmann::json parse_json(std::string_view text);

/// The JSON text; malformed UTF-8 is replaced.
[[nodiscard]] std::string json_text(const nlohmann::json& json);

}  // namespace tidings::language
