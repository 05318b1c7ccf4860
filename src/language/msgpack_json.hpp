// msgpack values as JSON, for the small files that hold rules.
#pragma once

#include <nlohmann/json.hpp>

#include "language/msgpack_value.hpp"

namespace tidings::language {

/// The same value as JSON. Keys that are numbers become their decimal digits; extensions become
/// null. The depth is bounded by the document's own limit.
[[nodiscard]] nlohmann::json to_json(const MsgpackValue& value);

}  // namespace tidings::language
