// The library's reader and writer are templates that take seconds to compile: here once, not in
// every source that reads a setting.
#include "language/json_fields.hpp"

namespace tidings::language {

nlohmann::json parse_json(std::string_view text) {
    return nlohmann::json::parse(text, nullptr, false);
}

std::string json_text(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace tidings::language
