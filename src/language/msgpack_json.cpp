#include "language/msgpack_json.hpp"

#include <string>
#include <utility>

namespace tidings::language {

nlohmann::json to_json(const MsgpackValue& value) {
    switch (value.type()) {
        case MsgpackType::Bool:
            return value.boolean().value_or(false);
        case MsgpackType::Unsigned:
            return value.unsigned_integer().value_or(0);
        case MsgpackType::Negative:
            return value.integer().value_or(0);
        case MsgpackType::Real:
            return value.number().value_or(0.0);
        case MsgpackType::Text:
            return std::string(value.text().value_or(""));
        case MsgpackType::Array: {
            nlohmann::json array = nlohmann::json::array();
            for (const MsgpackValue item : value.items()) array.push_back(to_json(item));
            return array;
        }
        case MsgpackType::Map: {
            nlohmann::json object = nlohmann::json::object();
            for (const auto& [key, item] : value.entries()) {
                std::string name(key.text().value_or(""));
                if (const auto number = key.integer()) name = std::to_string(*number);
                object[std::move(name)] = to_json(item);
            }
            return object;
        }
        default:
            return nullptr;
    }
}

}  // namespace tidings::language
