// JSON: one object a line, one object over several lines, an array of objects, a JSON Feed.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/json_report.hpp"
#include "ingest/json_scan.hpp"
#include "ingest/reading.hpp"
#include "ingest/sniff.hpp"

namespace tidings::ingest {
namespace {

constexpr std::size_t kRescans = 4;  // of the longest object, before a damaged array is given up

constexpr std::size_t kAhead = 256;  // of a line are looked at for the object that begins it

bool deliver(const Reading& reading, Result<Document> document) {
    if (document) return reading.on_document(std::move(*document));
    reading.on_error(std::move(document.error()));
    return true;
}

JsonPlace place_of(const Reading& reading, std::uint64_t number, std::uint32_t line) {
    return {reading.name.shown, reading.numbered_id(number), line};
}

// One object over several lines, as pretty-printers write it: the first line is no whole
// object, and the next one does not begin an object either.
bool is_single_object(const Reading& reading) {
    std::size_t wanted = kSniffBytes;
    for (;;) {
        const std::string_view seen = reading.buffer.peek(wanted);
        const std::string_view content =
            seen.substr(std::min(seen.find_first_not_of(" \t\r\n"), seen.size()));
        const std::size_t line_end = content.find('\n');
        if (line_end != std::string_view::npos) {
            const std::string_view first = trim(content.substr(0, line_end));
            const std::string_view rest = trim(content.substr(line_end));
            if (!rest.empty()) return !first.ends_with('}') && !rest.starts_with('{');
        }
        if (seen.size() < wanted || wanted > reading.limits.max_line_bytes) return false;
        wanted = seen.size() * 2;
    }
}

bool read_single_object(const Reading& reading) {
    const std::size_t limit = reading.limits.max_line_bytes;
    const std::string_view bytes = reading.buffer.peek(limit + 1);
    if (bytes.size() > limit) {
        reading.tell(fmt::format("the JSON object is longer than {} bytes", limit), 0,
                     "give one JSON object a line");
        return true;
    }
    if (reading.tell_source_error()) return true;
    JsonReportReader json(reading.fields, reading.limits);
    return deliver(reading, json.read(bytes, {reading.name.shown, reading.name.stem, 1}));
}

// The objects of an array, one after the other.
class ArrayReader {
  public:
    using Finish = void (*)(Document&, std::uint32_t text_rank);

    ArrayReader(const Reading& reading, const FieldMap& fields, Finish finish)
        : reading_(reading),
          buffer_(reading.buffer),
          json_(fields, reading.limits),
          finish_(finish),
          rescans_left_(kRescans * reading.limits.max_line_bytes) {}

    void set_line(std::uint32_t line) { line_ = line; }

    /// Reads from behind the array's `[` to its `]`.
    bool read() {
        for (std::uint64_t number = 1;; ++number) {
            skip_between();
            const std::string_view seen = buffer_.peek(1);
            if (seen.empty()) {
                if (!reading_.tell_source_error()) {
                    reading_.tell("the JSON array is not closed", line_);
                }
                return true;
            }
            if (seen.front() == ']') {
                buffer_.consume(1);
                return true;
            }
            const std::optional<std::string_view> element = find_element();
            if (!element) return true;
            if (element->empty()) continue;
            if (!read_element(*element, number)) return false;
        }
    }

  private:
    void take(std::size_t count) {
        const std::string_view seen = buffer_.peek(count).substr(0, count);
        line_ += static_cast<std::uint32_t>(std::count(seen.begin(), seen.end(), '\n'));
        buffer_.consume(count);
    }

    // White space and commas; keeps how far the next element is indented on a line of its own.
    void skip_between() {
        indent_.reset();
        for (;;) {
            const std::string_view seen = buffer_.peek(1);
            const std::size_t end = std::min(seen.find_first_not_of(" \t\r\n,"), seen.size());
            if (end == 0) return;
            const std::size_t line_feed = seen.substr(0, end).rfind('\n');
            if (line_feed != std::string_view::npos) {
                indent_ = end - line_feed - 1;
            } else if (indent_) {
                *indent_ += end;  // the line began in what was skipped before
            }
            take(end);
        }
    }

    // The next element, empty if it was passed over, nothing if reading cannot go on.
    std::optional<std::string_view> find_element() {
        JsonScan scan;
        std::string_view seen = buffer_.peek(1);
        for (;;) {
            if (const auto end = scan.scan(seen)) {
                // A closing bracket or a colon where an element should be.
                if (*end == 0) {
                    reading_.tell("the array's element is not valid JSON", line_);
                    take(1);
                    return std::string_view{};
                }
                return seen.substr(0, *end);
            }
            if (seen.size() > reading_.limits.max_line_bytes) {
                return pass_over(seen, fmt::format("the array's element is longer than {} bytes",
                                                   reading_.limits.max_line_bytes));
            }
            const std::size_t before = seen.size();
            seen = buffer_.peek(before + 1);
            if (seen.size() > before) continue;
            if (reading_.tell_source_error()) return std::nullopt;
            return pass_over(seen, "the array's element is not closed");
        }
    }

    // Behind an element without an end the next line that begins an object goes on.
    std::optional<std::string_view> pass_over(std::string_view seen, std::string message) {
        reading_.tell(std::move(message), line_);
        if (const std::optional<std::size_t> next = next_object(seen)) {
            take(*next);
            return std::string_view{};
        }
        // Beyond what was seen: by lines, of which nothing is kept.
        while (buffer_.next_line(0)) {
            ++line_;
            const std::string_view ahead = buffer_.peek(kAhead).substr(0, kAhead);
            if (trim(ahead).starts_with('{')) return std::string_view{};
        }
        return std::nullopt;
    }

    // Where in `seen` the next object begins on a line of its own, indented like this one.
    std::optional<std::size_t> next_object(std::string_view seen) {
        if (seen.size() > rescans_left_) return std::nullopt;
        rescans_left_ -= seen.size();
        for (std::size_t at = seen.find('\n'); at != std::string_view::npos;
             at = seen.find('\n', at + 1)) {
            const std::size_t start = seen.find_first_not_of(" \t\r", at + 1);
            if (start == std::string_view::npos) break;
            if (seen[start] == '{' && (!indent_ || *indent_ == start - at - 1)) return start;
        }
        return std::nullopt;
    }

    bool read_element(std::string_view element, std::uint64_t number) {
        Result<Document> document = json_.read(element, place_of(reading_, number, line_));
        if (document && finish_ != nullptr) finish_(*document, json_.text_rank());
        std::size_t used = element.size();
        // A missing quotation mark may have hidden the element's end.
        if (!document && !json_.was_json()) used = next_object(element).value_or(used);
        const bool more = deliver(reading_, std::move(document));
        take(used);
        return more;
    }

    const Reading& reading_;
    InputBuffer& buffer_;
    JsonReportReader json_;
    Finish finish_;
    std::uint32_t line_ = 1;
    std::optional<std::size_t> indent_;
    std::size_t rescans_left_;
};

// The texts of a JSON Feed's item, best first.
constexpr std::uint32_t kContentHtml = 0;
constexpr std::uint32_t kSummary = 2;

const FieldMap& item_fields() {
    static const FieldMap kFieldsOfItem(std::vector<FieldMap::Entry>{
        {Field::Id, "id"},
        {Field::Text, "content_html"},
        {Field::Text, "content_text"},
        {Field::Text, "summary"},
        {Field::Title, "title"},
        {Field::Published, "date_published"},
        {Field::Modified, "date_modified"},
        {Field::Url, "url"},
        {Field::Url, "external_url"},
        {Field::Authors, "authors"},
        {Field::Authors, "author"},
        {Field::Section, "tags"},
    });
    return kFieldsOfItem;
}

void finish_item(Document& item, std::uint32_t text_rank) {
    if (text_rank == kContentHtml) item.media_type = MediaType::HtmlFragment;
    item.excerpt = text_rank == kSummary;
}

}  // namespace

bool read_json_lines(const Reading& reading) {
    reading.skip_byte_order_mark();
    if (is_single_object(reading)) return read_single_object(reading);
    JsonReportReader json(reading.fields, reading.limits);
    InputBuffer& buffer = reading.buffer;
    const std::size_t limit = reading.limits.max_line_bytes;
    for (std::uint32_t number = 1;; ++number) {
        const std::optional<InputBuffer::Line> line = buffer.next_line(limit);
        if (!line) break;
        if (line->too_long) {
            reading.tell(fmt::format("the line is longer than {} bytes", limit), number);
            continue;
        }
        // A line cut off by a failing source is no line of the file's own.
        if (buffer.error() && buffer.peek(1).empty()) break;
        if (trim(line->text).empty()) continue;
        if (!deliver(reading, json.read(line->text, place_of(reading, number, number)))) {
            return false;
        }
    }
    reading.tell_source_error();
    return true;
}

bool read_json_array(const Reading& reading) {
    reading.skip_byte_order_mark();
    ArrayReader array(reading, reading.fields, nullptr);
    std::uint32_t line = 1;
    for (std::string_view seen = reading.buffer.peek(1); !seen.empty();
         seen = reading.buffer.peek(1)) {
        const char c = seen.front();
        line += c == '\n' ? 1 : 0;
        reading.buffer.consume(1);
        if (c == '[') break;
    }
    array.set_line(line);
    return array.read();
}

bool read_json_feed(const Reading& reading) {
    reading.skip_byte_order_mark();
    const std::size_t limit = reading.limits.max_line_bytes;
    const std::string_view feed = reading.buffer.peek(limit + 1);
    if (feed.size() > limit) {
        reading.tell(fmt::format("the JSON Feed is longer than {} bytes", limit));
        return true;
    }
    const std::optional<std::size_t> items = find_member(feed, "items");
    if (!items || *items >= feed.size() || feed[*items] != '[') {
        if (!reading.tell_source_error()) reading.tell("the JSON Feed has no list of items");
        return true;
    }
    // What the feed says of itself is said of its items; a feed that is broken may say nothing.
    const FieldMap of_feed(std::vector<FieldMap::Entry>{
        {Field::Publisher, "title"}, {Field::Authors, "authors"}, {Field::Authors, "author"}});
    Document whole;
    JsonReportReader json(of_feed, reading.limits);
    if (auto values = json.read_values(feed, {})) whole = values->take({});
    const DocumentSink add = [&](Document&& item) {
        if (item.publisher.empty()) item.publisher = whole.publisher;
        if (item.authors.empty()) item.authors = whole.authors;
        return reading.on_document(std::move(item));
    };
    const Reading inner{reading.buffer,   reading.name,  reading.limits, item_fields(), add,
                        reading.on_error, reading.counts};
    ArrayReader array(inner, item_fields(), finish_item);
    const std::string_view head = feed.substr(0, *items + 1);
    array.set_line(1 + static_cast<std::uint32_t>(std::count(head.begin(), head.end(), '\n')));
    reading.buffer.consume(head.size());
    return array.read();
}

}  // namespace tidings::ingest
