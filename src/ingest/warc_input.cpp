// Web archives (WARC 0.18 to 1.1): one report a page. Compressed archives are read member by
// member, so that damage costs one record; of an archive without members damage costs what lies
// before the next record.
#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/http_response.hpp"
#include "ingest/reading.hpp"
#include "ingest/sniff.hpp"

namespace tidings::ingest {
namespace {

constexpr std::size_t kMostHeader = std::size_t{64} << 10U;  // of a record, and of a response
constexpr std::size_t kWindow = std::size_t{256} << 10U;
constexpr std::string_view kBegin = "WARC/";
constexpr std::size_t kBehind = 4;  // two line ends follow a record

struct Record {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    bool has_length = false;
    std::string kind, uri, id, date, type, truncated;
};

Record read_header(std::string_view header) {
    Record record;
    const auto text = [&](std::string_view name) {
        return std::string(header_value(header, name).substr(0, kMostHeader));
    };
    record.kind = utf8::lower(text("WARC-Type"));
    record.uri = text("WARC-Target-URI");
    // Old writers put angle brackets around the address.
    if (record.uri.starts_with('<') && record.uri.ends_with('>')) {
        record.uri = record.uri.substr(1, record.uri.size() - 2);
    }
    record.id = text("WARC-Record-ID");
    record.date = text("WARC-Date");
    record.type = utf8::lower(text("Content-Type"));
    record.truncated = text("WARC-Truncated");
    const std::string_view length = header_value(header, "Content-Length");
    const auto [end, code] =
        std::from_chars(length.data(), length.data() + length.size(), record.length);
    record.has_length = code == std::errc{} && end != length.data();
    return record;
}

// Where a record begins in `bytes`, on a line of its own and with a type; npos if nowhere.
std::size_t find_record(std::string_view bytes) {
    for (std::size_t at = bytes.find(kBegin); at != std::string_view::npos;
         at = bytes.find(kBegin, at + 1)) {
        const bool line = at == 0 || bytes[at - 1] == '\n';
        const bool digit = at + 5 < bytes.size() && (bytes[at + 5] == '0' || bytes[at + 5] == '1');
        if (line && digit) return at;
    }
    return std::string_view::npos;
}

class WarcReader {
  public:
    explicit WarcReader(const Reading& reading)
        : reading_(reading),
          buffer_(reading.buffer),
          most_block_(reading.limits.max_page_bytes + kMostHeader) {}

    // Part by part; an archive that is not compressed is one part.
    bool read() {
        do {
            if (!read_part()) return false;
            if (const std::optional<Error>& error = buffer_.error()) {
                Error told = *error;
                told.file = place(buffer_.part_offset());
                reading_.on_error(std::move(told));
            }
        } while (buffer_.next_part());
        return true;
    }

  private:
    bool read_part() {
        for (;;) {
            skip_blank_lines();
            const std::string_view seen = buffer_.peek(kMostHeader);
            if (seen.empty()) return true;
            if (!seen.starts_with(kBegin)) {
                if (!buffer_.error()) tell("here no record begins");
                if (!skip_to_record()) return true;
                continue;
            }
            const HeaderEnd end = find_header_end(seen);
            if (end.body == seen.size() && end.header == end.body) {
                // A failing source has its own message.
                if (!buffer_.error()) tell("the record's header has no end");
                buffer_.consume(1);
                if (!skip_to_record()) return true;
                continue;
            }
            Record record = read_header(seen.substr(0, end.header));
            record.offset = offset();
            buffer_.consume(end.body);
            if (!record.has_length) {
                tell("the record has no Content-Length", record.offset);
                if (!skip_to_record()) return true;
                continue;
            }
            if (!read_block(record)) return false;
        }
    }

    // Of a compressed archive the member's, for seeking.
    [[nodiscard]] std::uint64_t offset() const {
        const std::uint64_t part = buffer_.part_offset();
        return part > 0 ? part : buffer_.consumed();
    }

    void tell(std::string message) { tell(std::move(message), offset()); }
    void tell(std::string message, std::uint64_t at) {
        reading_.on_error({ErrorKind::Input, std::move(message), place(at), 0, 0, "", ""});
    }
    [[nodiscard]] std::string place(std::uint64_t at) const {
        return fmt::format("{}@{}", reading_.name.shown, at);
    }

    void skip_blank_lines() {
        for (;;) {
            const std::string_view seen = buffer_.peek(1);
            const std::size_t end = std::min(seen.find_first_not_of("\r\n"), seen.size());
            if (end == 0) return;
            buffer_.consume(end);
        }
    }

    // False at the end of the part.
    bool skip_to_record() {
        for (;;) {
            const std::string_view seen = buffer_.peek(kWindow);
            if (seen.empty()) return false;
            const std::size_t at = find_record(seen);
            if (at != std::string_view::npos) {
                buffer_.consume(at);
                return true;
            }
            if (seen.size() < kWindow) {
                buffer_.consume(seen.size());
                return false;
            }
            buffer_.consume(seen.size() - kBegin.size() - 1);
        }
    }

    bool read_block(const Record& record) {
        if (record.length > most_block_) return pass_over(record);
        const auto length = static_cast<std::size_t>(record.length);
        const std::string_view seen = buffer_.peek(length + kBehind + kBegin.size());
        std::string_view block = seen.substr(0, length);
        std::size_t used = length;
        const bool cut = !ends_well(seen, length);
        if (cut) {
            // The length lies, or the record was cut off: the next record's begin is its end.
            const std::size_t next = find_record(block);
            if (next != std::string_view::npos) {
                used = next;
                block = trim_end(block.substr(0, next));
            }
        }
        const bool more = read_record(record, block, cut);
        buffer_.consume(used);
        return more;
    }

    static bool ends_well(std::string_view seen, std::size_t length) {
        if (seen.size() < length) return false;
        std::string_view rest = seen.substr(length);
        rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
        return rest.empty() || rest.starts_with(kBegin) || kBegin.starts_with(rest);
    }

    static std::string_view trim_end(std::string_view text) {
        while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
        return text;
    }

    // A block above the limit: its page is refused. A record that begins inside it shows that the
    // length lies.
    bool pass_over(const Record& record) {
        if (holds_page(record)) {
            tell(fmt::format("the record is longer than {} bytes", reading_.limits.max_page_bytes),
                 record.offset);
        } else {
            ++reading_.counts.records_passed_over;
        }
        std::uint64_t left = record.length;
        while (left > 0) {
            const std::string_view seen = buffer_.peek(kWindow);
            if (seen.empty()) return true;
            const std::size_t inside =
                static_cast<std::size_t>(std::min<std::uint64_t>(left, seen.size()));
            const std::size_t at = find_record(seen.substr(0, inside));
            if (at != std::string_view::npos) {
                buffer_.consume(at);
                return true;
            }
            // What may begin a record at the window's end is looked at again.
            const std::size_t keep = inside < left ? kBegin.size() + 1 : 0;
            const std::size_t step = inside > keep ? inside - keep : inside;
            buffer_.consume(step);
            left -= step;
        }
        return true;
    }

    static bool holds_page(const Record& record) {
        return record.kind == "response" || record.kind == "resource" ||
               record.kind == "conversion";
    }

    bool pass(const Record& /*record*/) {
        ++reading_.counts.records_passed_over;
        return true;
    }

    bool read_record(const Record& record, std::string_view block, bool cut) {
        if (!holds_page(record)) return pass(record);
        Document document;
        if (record.kind != "response") {
            std::string type;
            read_content_type(record.type, type, document.charset);
            return deliver(record, std::move(document), type, std::string(block), cut);
        }
        HttpResponse response = read_http_response(block, reading_.limits.max_page_bytes);
        if (response.status == 0 && !block.empty()) {
            tell("the record holds no HTTP response", record.offset);
            return true;
        }
        if (response.status != 200) return pass(record);
        if (response.too_long) {
            if (!is_page(response.type, response.body)) return pass(record);
            tell(fmt::format("the page is longer than {} bytes", reading_.limits.max_page_bytes),
                 record.offset);
            return true;
        }
        document.charset = std::move(response.charset);
        return deliver(record, std::move(document), response.type, std::move(response.body),
                       cut || response.cut);
    }

    static bool is_html(std::string_view type) {
        return type == "text/html" || type == "application/xhtml+xml";
    }

    // The type counts; where there is none, or the body is evidently something else, the body.
    bool is_page(std::string_view type, std::string_view body) const {
        if (!type.empty() && !is_html(type)) return false;
        const ContentKind found = sniff(body.substr(0, kSniffBytes), reading_.fields).kind;
        return found == ContentKind::Html || (found == ContentKind::PlainText && !type.empty());
    }

    bool deliver(const Record& record, Document document, std::string_view type, std::string body,
                 bool cut) {
        const bool text = record.kind == "conversion" && type == "text/plain";
        if (!text && !is_page(type, body)) return pass(record);
        if (text && body.size() > reading_.limits.max_document_bytes) {
            tell(fmt::format("the report is longer than {} bytes",
                             reading_.limits.max_document_bytes),
                 record.offset);
            return true;
        }
        document.bytes = std::move(body);
        document.media_type = text ? MediaType::PlainText : MediaType::Html;
        document.source_name = place(record.offset);
        document.uri = record.uri;
        document.id = record.uri.empty() ? reading_.numbered_id(record.offset) : record.uri;
        document.archive =
            ArchiveRecord{reading_.name.shown, record.offset, record.id, record.date};
        if (cut || !record.truncated.empty()) {
            document.warnings.emplace_back("the archive holds only a part of the page");
        }
        return reading_.on_document(std::move(document));
    }

    const Reading& reading_;
    InputBuffer& buffer_;
    std::size_t most_block_;
};

}  // namespace

bool read_warc(const Reading& reading) {
    return WarcReader(reading).read();
}

}  // namespace tidings::ingest
