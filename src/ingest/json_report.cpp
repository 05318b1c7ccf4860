#include "ingest/json_report.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <tidings/text.hpp>

#include "ingest/input_buffer.hpp"

namespace tidings::ingest {
namespace {

static_assert(InputBuffer::kPadding >= simdjson::SIMDJSON_PADDING);

constexpr std::size_t kLongestExcerpt = 4096;

// Follows the parser only to learn where it stops.
class ErrorPosition final : public nlohmann::json_sax<nlohmann::json> {
  public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception&) override {
        position_ = position == 0 ? 0 : position - 1;
        return false;
    }
    [[nodiscard]] std::optional<std::size_t> position() const { return position_; }

  private:
    std::optional<std::size_t> position_;
};

// Byte offset at which the object stops being JSON, if it does. Only for messages: slow.
std::optional<std::size_t> find_json_error(std::string_view object) {
    ErrorPosition position;
    nlohmann::json::sax_parse(object.begin(), object.end(), &position);
    return position.position();
}

Error error_at(const JsonPlace& place, std::string_view object, std::optional<std::size_t> byte,
               std::string message, std::string hint = {}) {
    Error error{ErrorKind::Input, std::move(message), place.source_name, place.line, 0, {},
                std::move(hint)};
    if (!byte) return error;
    const std::size_t at = std::min(*byte, object.size());
    const std::string_view before = object.substr(0, at);
    error.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_feed = before.rfind('\n');
    const std::size_t line_start = line_feed == std::string_view::npos ? 0 : line_feed + 1;
    error.column =
        static_cast<std::uint32_t>(utf8::count(object.substr(line_start, at - line_start)) + 1);
    const std::string_view line = object.substr(line_start, object.find('\n', at) - line_start);
    if (line.size() <= kLongestExcerpt)
        error.excerpt = utf8::sanitize(trim(line).empty() ? "" : line);
    return error;
}

using Value = simdjson::ondemand::value;

// A string as it is, a number as it is written; null and everything else count as absent.
simdjson::error_code read_scalar(Value value, std::string& out) {
    simdjson::ondemand::json_type type{};
    if (const auto code = value.type().get(type)) return code;
    if (type == simdjson::ondemand::json_type::string) {
        std::string_view text;
        if (const auto code = value.get_string().get(text)) return code;
        out = text;
    } else if (type == simdjson::ondemand::json_type::number) {
        out = trim(value.raw_json_token());
    }
    return simdjson::SUCCESS;
}

// Takes the values of the fields out of one object and the objects in it that lead to one.
class FieldReader {
  public:
    FieldReader(const FieldMap& map, FieldValues& values) : map_(map), values_(values) {}

    simdjson::error_code read(simdjson::ondemand::object object, const std::string& prefix) {
        for (auto item : object) {
            simdjson::ondemand::field field;
            if (const auto code = std::move(item).get(field)) return code;
            std::string_view key;
            if (const auto code = field.unescaped_key().get(key)) return code;
            if (const auto code = read_member(key, field.value(), prefix)) return code;
        }
        return simdjson::SUCCESS;
    }

  private:
    simdjson::error_code read_member(std::string_view key, Value value, const std::string& prefix) {
        if (prefix.empty()) {
            if (const auto target = map_.find(key)) return read_value(value, *target);
            if (!map_.leads_on(key)) return simdjson::SUCCESS;
        }
        std::string path = prefix;
        if (!path.empty()) path += '.';
        path += key;
        if (!prefix.empty()) {
            if (const auto target = map_.find(path)) return read_value(value, *target);
        }
        return map_.leads_on(path) ? read_inner(value, path) : simdjson::SUCCESS;
    }

    // Goes no deeper than the names do.
    simdjson::error_code read_inner(Value value, const std::string& path) {
        simdjson::ondemand::json_type type{};
        if (const auto code = value.type().get(type)) return code;
        if (type != simdjson::ondemand::json_type::object) return simdjson::SUCCESS;
        simdjson::ondemand::object object;
        if (const auto code = value.get_object().get(object)) return code;
        return read(object, path);
    }

    simdjson::error_code read_value(Value value, FieldMap::Target target) {
        simdjson::ondemand::json_type type{};
        if (const auto code = value.type().get(type)) return code;
        if (type == simdjson::ondemand::json_type::array) return read_list(value, target);
        if (type == simdjson::ondemand::json_type::object) return read_named(value, target);
        const bool is_string = type == simdjson::ondemand::json_type::string;
        if (target.field == Field::Text && !is_string) return simdjson::SUCCESS;
        std::string text;
        if (const auto code = read_scalar(value, text)) return code;
        if (is_string || !text.empty()) values_.put(target, std::move(text));
        return simdjson::SUCCESS;
    }

    // A list of names, or of objects with a name; of fields that have one value the first.
    simdjson::error_code read_list(Value value, FieldMap::Target target) {
        if (target.field != Field::Authors && target.field != Field::Section) {
            return simdjson::SUCCESS;
        }
        simdjson::ondemand::array list;
        if (const auto code = value.get_array().get(list)) return code;
        for (auto element : list) {
            Value item;
            if (const auto code = std::move(element).get(item)) return code;
            simdjson::ondemand::json_type type{};
            if (const auto code = item.type().get(type)) return code;
            if (type == simdjson::ondemand::json_type::object) {
                if (const auto code = read_named(item, target)) return code;
                continue;
            }
            std::string text;
            if (const auto code = read_scalar(item, text)) return code;
            if (!text.empty()) values_.add(target, std::move(text));
        }
        return simdjson::SUCCESS;
    }

    // `{"name": "Jane Doe"}`, as feeds and structured data write persons and publishers.
    simdjson::error_code read_named(Value value, FieldMap::Target target) {
        if (target.field != Field::Authors && target.field != Field::Publisher) {
            return simdjson::SUCCESS;
        }
        simdjson::ondemand::object object;
        if (const auto code = value.get_object().get(object)) return code;
        for (auto item : object) {
            simdjson::ondemand::field field;
            if (const auto code = std::move(item).get(field)) return code;
            std::string_view key;
            if (const auto code = field.unescaped_key().get(key)) return code;
            if (key != "name") continue;
            std::string text;
            if (const auto code = read_scalar(field.value(), text)) return code;
            if (!text.empty()) values_.add(target, std::move(text));
        }
        return simdjson::SUCCESS;
    }

    const FieldMap& map_;
    FieldValues& values_;
};

simdjson::error_code read_fields(simdjson::ondemand::document& document, const FieldMap& map,
                                 FieldValues& values) {
    simdjson::ondemand::object object;
    if (const auto code = document.get_object().get(object)) return code;
    if (const auto code = FieldReader(map, values).read(object, {})) return code;
    // Asked for a place behind the last token, the parser says that there is none.
    const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    return at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

std::string describe(simdjson::error_code code) {
    switch (code) {
        case simdjson::UTF8_ERROR:
            return "the line is not valid UTF-8";
        case simdjson::STRING_ERROR:
            return "a string holds an escape that is no character";
        case simdjson::DEPTH_ERROR:
            return "the JSON is nested too deeply";
        case simdjson::INCORRECT_TYPE:
            return "a JSON object is expected";
        default:
            // On a broken object the parser's code may depend on the bytes behind it, so that one
            // wording serves for what does not end and for what does not end there.
            return "the line is not one valid JSON object";
    }
}

}  // namespace

struct JsonReportReader::Scratch {
    simdjson::ondemand::parser parser;
};

JsonReportReader::JsonReportReader(const FieldMap& fields, const IngestLimits& limits)
    : scratch_(std::make_unique<Scratch>()), fields_(fields), limits_(limits) {}

JsonReportReader::~JsonReportReader() = default;

Result<FieldValues> JsonReportReader::read_values(std::string_view object, const JsonPlace& place) {
    FieldValues values;
    simdjson::ondemand::document document;
    simdjson::error_code code =
        scratch_->parser
            .iterate(object.data(), object.size(), object.size() + InputBuffer::kPadding)
            .get(document);
    if (code == simdjson::SUCCESS) code = read_fields(document, fields_, values);
    was_json_ = code == simdjson::SUCCESS;
    if (was_json_) return values;
    return tl::unexpected<Error>(error_at(place, object, find_json_error(object), describe(code),
                                          "give one JSON object with \"text\" a line"));
}

Result<Document> JsonReportReader::read(std::string_view object, const JsonPlace& place) {
    Result<FieldValues> values = read_values(object, place);
    if (!values) return tl::unexpected<Error>(std::move(values.error()));
    if (!values->has_text()) {
        return tl::unexpected<Error>(error_at(
            place, object, std::size_t{0},
            fmt::format("the object has no string {}", fields_.text_names()),
            "each report needs its text in the field \"text\"; --field text=NAME takes another"));
    }
    if (values->text_bytes() > limits_.max_document_bytes) {
        return tl::unexpected<Error>(
            error_at(place, object, std::nullopt,
                     fmt::format("the report's text has {} bytes; at most {} are read",
                                 values->text_bytes(), limits_.max_document_bytes)));
    }
    const std::uint32_t text_rank = values->text_rank();
    Document result = values->take(place.fallback_id);
    result.source_name = place.source_name;
    result.source_line = place.line;
    text_rank_ = text_rank;
    return result;
}

}  // namespace tidings::ingest
