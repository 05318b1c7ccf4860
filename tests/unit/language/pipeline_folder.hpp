// Folders that a test fills and that vanish with it; small pipelines in them.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "support/temp_folder.hpp"

namespace tidings::language {

class TestFolder : public tidings::test::TempFolder {
  public:
    void write_msgpack(std::string_view name, const nlohmann::json& value) const {
        const auto bytes = nlohmann::json::to_msgpack(value);
        write(name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
};

}  // namespace tidings::language
