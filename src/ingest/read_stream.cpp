#include "ingest/read_stream.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/input_buffer.hpp"
#include "ingest/json_report.hpp"
#include "ingest/sniff.hpp"

namespace tidings::ingest {
namespace {

// The state of reading one input.
class StreamReader {
  public:
    StreamReader(InputBuffer buffer, const InputName& name, const IngestLimits& limits,
                 const DocumentSink& on_document, const ErrorSink& on_error)
        : buffer_(std::move(buffer)),
          name_(name),
          limits_(limits),
          on_document_(on_document),
          on_error_(on_error),
          json_(limits) {}

    bool read() {
        Sniffed sniffed = sniff(buffer_.peek(kSniffBytes));
        if (sniffed.kind == ContentKind::Gzip) {
            buffer_ = InputBuffer(gzip_source(std::move(buffer_).into_source(), name_.shown));
            sniffed = sniff(buffer_.peek(kSniffBytes));
            if (sniffed.kind == ContentKind::Gzip) {
                return refuse("the input is compressed twice", "unpack it first");
            }
        }
        switch (sniffed.kind) {
            case ContentKind::Unsupported:
                return refuse(std::move(sniffed.message), std::move(sniffed.hint));
            case ContentKind::Json:
                skip_byte_order_mark();
                return read_json();
            case ContentKind::Html:
                return read_page();
            default:
                return read_plain_text();
        }
    }

  private:
    bool refuse(std::string message, std::string hint = {}) {
        on_error_(
            Error{ErrorKind::Input, std::move(message), name_.shown, 0, 0, "", std::move(hint)});
        return true;
    }

    // A failure of the source itself (damaged gzip, a broken disk) ends the input.
    bool report_source_error() {
        const std::optional<Error>& error = buffer_.error();
        if (!error) return false;
        on_error_(Error(*error));
        return true;
    }

    void skip_byte_order_mark() {
        if (buffer_.peek(kByteOrderMark.size()).starts_with(kByteOrderMark)) {
            buffer_.consume(kByteOrderMark.size());
        }
    }

    bool read_plain_text() {
        skip_byte_order_mark();
        const std::string_view bytes = buffer_.peek(limits_.max_document_bytes + 1);
        if (bytes.size() > limits_.max_document_bytes) {
            return refuse(
                fmt::format("the report is longer than {} bytes", limits_.max_document_bytes),
                "give many reports as JSON Lines, one report a line");
        }
        if (report_source_error()) return true;
        // An empty table holds no report; an empty text is an empty report.
        if (name_.table && trim(bytes).empty()) return true;
        Document document;
        document.bytes = bytes;
        document.source_name = name_.shown;
        document.id = name_.stem;
        return on_document_(std::move(document));
    }

    // A page decodes itself: its byte order mark says something.
    bool read_page() {
        const std::string_view bytes = buffer_.peek(limits_.max_page_bytes + 1);
        if (bytes.size() > limits_.max_page_bytes) {
            return refuse(fmt::format("the page is longer than {} bytes", limits_.max_page_bytes));
        }
        if (report_source_error()) return true;
        Document document;
        document.bytes = bytes;
        document.source_name = name_.shown;
        document.id = name_.stem;
        document.media_type = MediaType::Html;
        return on_document_(std::move(document));
    }

    bool read_json() {
        if (is_single_object()) return read_single_object();
        for (std::uint32_t number = 1;; ++number) {
            const std::optional<InputBuffer::Line> line = buffer_.next_line(limits_.max_line_bytes);
            if (!line) break;
            if (line->too_long) {
                on_error_(
                    Error{ErrorKind::Input,
                          fmt::format("the line is longer than {} bytes", limits_.max_line_bytes),
                          name_.shown, number, 0, "", ""});
                continue;
            }
            // A line cut off by a failing source is no line of the file's own.
            if (buffer_.error() && buffer_.peek(1).empty()) break;
            if (trim(line->text).empty()) continue;
            if (!deliver(json_.read(line->text, place(number)))) return false;
        }
        report_source_error();
        return true;
    }

    // One object over several lines, as pretty-printers write it: the first line is no whole
    // object, and the next one does not begin an object either.
    bool is_single_object() {
        std::size_t wanted = kSniffBytes;
        for (;;) {
            const std::string_view seen = buffer_.peek(wanted);
            const std::string_view content =
                seen.substr(std::min(seen.find_first_not_of(" \t\r\n"), seen.size()));
            const std::size_t line_end = content.find('\n');
            if (line_end != std::string_view::npos) {
                const std::string_view first = trim(content.substr(0, line_end));
                const std::string_view rest = trim(content.substr(line_end));
                if (!rest.empty()) {
                    return !first.ends_with('}') && !rest.starts_with('{');
                }
            }
            if (seen.size() < wanted || wanted > limits_.max_line_bytes) return false;
            wanted = seen.size() * 2;
        }
    }

    bool read_single_object() {
        const std::string_view bytes = buffer_.peek(limits_.max_line_bytes + 1);
        if (bytes.size() > limits_.max_line_bytes) {
            return refuse(
                fmt::format("the JSON object is longer than {} bytes", limits_.max_line_bytes),
                "give one JSON object a line");
        }
        if (report_source_error()) return true;
        JsonPlace where = place(1);
        where.fallback_id = name_.stem;
        return deliver(json_.read(bytes, where));
    }

    [[nodiscard]] JsonPlace place(std::uint32_t number) const {
        return {name_.shown, fmt::format("{}:{}", name_.stem, number), number};
    }

    bool deliver(Result<Document> document) {
        if (document) return on_document_(std::move(*document));
        on_error_(std::move(document.error()));
        return true;
    }

    InputBuffer buffer_;
    const InputName& name_;
    const IngestLimits& limits_;
    const DocumentSink& on_document_;
    const ErrorSink& on_error_;
    JsonReportReader json_;
};

}  // namespace

bool read_stream(std::unique_ptr<ByteSource> source, const InputName& name,
                 const IngestLimits& limits, const DocumentSink& on_document,
                 const ErrorSink& on_error) {
    return StreamReader(InputBuffer(std::move(source)), name, limits, on_document, on_error).read();
}

}  // namespace tidings::ingest
