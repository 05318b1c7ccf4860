// Gold and coded files as rows of JSON, and the words that their offsets point at.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

namespace tidings::evaluation {

using Json = nlohmann::json;

/// Rows of a JSON document (an object, or an array of objects) or of JSON lines. Errors name the
/// file and the line.
[[nodiscard]] Result<std::vector<Json>> load_rows(std::string_view bytes, const std::string& name);

/// `id`, `row` or `file` of a gold row, `report.id` of a coded one, as text.
[[nodiscard]] std::string id_of(const Json& row);

/// A member, or null where it is absent or `object` is none.
[[nodiscard]] const Json& member(const Json& object, const char* key);
[[nodiscard]] std::string text_of(const Json& object, const char* key);
[[nodiscard]] std::vector<std::string> texts_of(const Json& object, const char* key);

/// Half-open range of code points.
struct Points {
    long start = 0;
    long end = 0;
    [[nodiscard]] bool overlaps(const Points& other) const {
        return start < other.end && other.start < end;
    }
    friend bool operator==(const Points&, const Points&) = default;
};
/// `{"start","end"}` or `[start, end]`; false where it is neither.
[[nodiscard]] bool read_points(const Json& json, Points& points);
[[nodiscard]] std::vector<Points> points_list(const Json& list);

/// Rows by id. A coded file with one row answers a gold file with one row, whatever their ids.
using RowsById = std::map<std::string, const Json*>;
[[nodiscard]] RowsById by_id(const std::vector<Json>& rows);

/// The words of a span, from the text of the coded report or of the gold row; empty without text.
[[nodiscard]] std::string words_at(const Json* coded, const Json& gold, Points span);

}  // namespace tidings::evaluation
