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

struct Fields {
    std::optional<std::string> text;
    std::optional<std::string> event_text;
    std::string id;
    std::string url;
    std::string title;
    std::string published;
    std::string date;
};

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

simdjson::error_code read_text(Value value, std::optional<std::string>& out) {
    simdjson::ondemand::json_type type{};
    if (const auto code = value.type().get(type)) return code;
    if (type != simdjson::ondemand::json_type::string) return simdjson::SUCCESS;
    std::string_view text;
    if (const auto code = value.get_string().get(text)) return code;
    out = std::string(text);
    return simdjson::SUCCESS;
}

simdjson::error_code read_field(std::string_view key, Value value, Fields& fields) {
    if (key == "text") return read_text(value, fields.text);
    if (key == "event_text") return read_text(value, fields.event_text);
    if (key == "id") return read_scalar(value, fields.id);
    if (key == "url") return read_scalar(value, fields.url);
    if (key == "title") return read_scalar(value, fields.title);
    if (key == "published") return read_scalar(value, fields.published);
    if (key == "date") return read_scalar(value, fields.date);
    return simdjson::SUCCESS;
}

simdjson::error_code read_fields(simdjson::ondemand::document& document, Fields& fields) {
    simdjson::ondemand::object object;
    if (const auto code = document.get_object().get(object)) return code;
    for (auto item : object) {
        simdjson::ondemand::field field;
        if (const auto code = std::move(item).get(field)) return code;
        std::string_view key;
        if (const auto code = field.unescaped_key().get(key)) return code;
        if (const auto code = read_field(key, field.value(), fields)) return code;
    }
    // Asked for a place behind the last token, the parser says that there is none.
    const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    return at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

std::string describe(simdjson::error_code code) {
    switch (code) {
        case simdjson::UTF8_ERROR:
            return "the line is not valid UTF-8";
        case simdjson::TRAILING_CONTENT:
            return "something follows the JSON object";
        case simdjson::STRING_ERROR:
            return "a string holds an escape that is no character";
        case simdjson::DEPTH_ERROR:
            return "the JSON is nested too deeply";
        case simdjson::INCORRECT_TYPE:
            return "a JSON object is expected";
        default:
            return "the line is not valid JSON";
    }
}

}  // namespace

struct JsonReportReader::Scratch {
    simdjson::ondemand::parser parser;
};

JsonReportReader::JsonReportReader(const IngestLimits& limits)
    : scratch_(std::make_unique<Scratch>()), limits_(limits) {}

JsonReportReader::~JsonReportReader() = default;

Result<Document> JsonReportReader::read(std::string_view object, const JsonPlace& place) {
    Fields fields;
    simdjson::ondemand::document document;
    simdjson::error_code code =
        scratch_->parser
            .iterate(object.data(), object.size(), object.size() + InputBuffer::kPadding)
            .get(document);
    if (code == simdjson::SUCCESS) code = read_fields(document, fields);
    if (code != simdjson::SUCCESS) {
        return tl::unexpected<Error>(error_at(place, object, find_json_error(object),
                                              describe(code),
                                              "give one JSON object with \"text\" a line"));
    }
    std::optional<std::string>& text = fields.text ? fields.text : fields.event_text;
    if (!text) {
        return tl::unexpected<Error>(error_at(place, object, std::size_t{0},
                                              "the object has no string \"text\" or \"event_text\"",
                                              "each report needs its text in the field \"text\""));
    }
    if (text->size() > limits_.max_document_bytes) {
        return tl::unexpected<Error>(
            error_at(place, object, std::nullopt,
                     fmt::format("the report's text has {} bytes; at most {} are read",
                                 text->size(), limits_.max_document_bytes)));
    }
    Document result;
    result.bytes = std::move(*text);
    result.source_name = place.source_name;
    result.source_line = place.line;
    result.uri = std::move(fields.url);
    result.id = std::move(fields.id);
    if (result.id.empty()) result.id = result.uri.empty() ? place.fallback_id : result.uri;
    result.title = std::move(fields.title);
    result.published = std::move(fields.published.empty() ? fields.date : fields.published);
    result.media_type = MediaType::JsonReport;
    return result;
}

}  // namespace tidings::ingest
