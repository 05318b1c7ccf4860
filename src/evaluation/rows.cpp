#include "evaluation/rows.hpp"

#include <algorithm>

#include <tidings/text.hpp>

namespace tidings::evaluation {

namespace {

constexpr std::size_t kMostWords = 400;  // code points of a finding's text

const Json& null_json() {
    static const Json kNull;
    return kNull;
}

/// A byte offset as a line number.
std::uint32_t line_of(std::string_view bytes, std::size_t offset) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
    return 1 + static_cast<std::uint32_t>(std::count(bytes.begin(), end, '\n'));
}

Error not_json(const std::string& name, std::uint32_t line) {
    return {ErrorKind::Input,
            "the line is no JSON object",
            name,
            line,
            0,
            {},
            "a gold or coded file is JSON lines, a report a line, or one JSON document"};
}

std::size_t byte_of(std::string_view text, long point) {
    std::size_t byte = 0;
    for (long i = 0; i < point && byte < text.size(); ++i) byte += utf8::decode(text, byte).length;
    return byte;
}

}  // namespace

Result<std::vector<Json>> load_rows(std::string_view bytes, const std::string& name) {
    std::vector<Json> rows;
    Json whole = Json::parse(bytes, nullptr, false);
    if (whole.is_object()) {
        rows.push_back(std::move(whole));
        return rows;
    }
    if (whole.is_array()) {
        for (Json& row : whole) rows.push_back(std::move(row));
        return rows;
    }
    std::size_t start = 0;
    while (start < bytes.size()) {
        const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
        const std::string_view line = trim(bytes.substr(start, end - start));
        if (!line.empty()) {
            Json row = Json::parse(line, nullptr, false);
            if (!row.is_object()) {
                return tl::unexpected<Error>(not_json(name, line_of(bytes, start)));
            }
            rows.push_back(std::move(row));
        }
        start = end + 1;
    }
    if (rows.empty()) return tl::unexpected<Error>(not_json(name, 1));
    return rows;
}

std::string id_of(const Json& row) {
    const Json& report = member(row, "report");
    if (report.is_object()) return text_of(report, "id");
    for (const char* key : {"id", "row", "file"}) {
        std::string id = text_of(row, key);
        if (!id.empty()) return id;
    }
    return {};
}

const Json& member(const Json& object, const char* key) {
    if (!object.is_object()) return null_json();
    const auto found = object.find(key);
    return found == object.end() ? null_json() : *found;
}

std::string text_of(const Json& object, const char* key) {
    const Json& value = member(object, key);
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() ? value.dump() : std::string();
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
    std::vector<std::string> texts;
    const Json& list = member(object, key);
    if (!list.is_array()) return texts;
    for (const Json& item : list) {
        if (item.is_string()) texts.push_back(item.get<std::string>());
    }
    return texts;
}

bool read_points(const Json& json, Points& points) {
    const bool pair = json.is_array() && json.size() == 2;
    const Json& start = pair ? json[0] : member(json, "start");
    const Json& end = pair ? json[1] : member(json, "end");
    if (!start.is_number_integer() || !end.is_number_integer()) return false;
    points = {start.get<long>(), end.get<long>()};
    return true;
}

std::vector<Points> points_list(const Json& list) {
    std::vector<Points> all;
    if (!list.is_array()) return all;
    for (const Json& item : list) {
        Points points;
        if (read_points(item, points)) all.push_back(points);
    }
    return all;
}

RowsById by_id(const std::vector<Json>& rows) {
    RowsById found;
    for (const Json& row : rows) found[id_of(row)] = &row;
    return found;
}

std::string words_at(const Json* coded, const Json& gold, Points span) {
    std::string text = coded != nullptr ? text_of(member(*coded, "report"), "text") : std::string();
    if (text.empty()) text = text_of(gold, "text");
    const std::size_t start = byte_of(text, span.start);
    const long size = std::min<long>(span.end - span.start, kMostWords);
    const std::string_view rest = std::string_view(text).substr(start);
    return std::string(rest.substr(0, byte_of(rest, std::max<long>(size, 0))));
}

}  // namespace tidings::evaluation
