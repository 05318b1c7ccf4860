#include "ingest/read_stream.hpp"

#include <optional>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/sniff.hpp"
#include "ingest/utf16_source.hpp"

namespace tidings::ingest {
namespace {

Reader reader_of(ContentKind kind) {
    switch (kind) {
        case ContentKind::Json:
            return read_json_lines;
        case ContentKind::JsonArray:
            return read_json_array;
        case ContentKind::JsonFeed:
            return read_json_feed;
        case ContentKind::Html:
            return read_page;
        case ContentKind::Table:
            return read_table;
        case ContentKind::Feed:
            return read_feed;
        case ContentKind::Petrarch:
            return read_petrarch;
        case ContentKind::Warc:
            return read_warc;
        default:
            return read_plain_text;
    }
}

std::optional<Packing> packing_of(ContentKind kind) {
    if (kind == ContentKind::Gzip) return Packing::Gzip;
    if (kind == ContentKind::Zstd) return Packing::Zstd;
    return std::nullopt;
}

}  // namespace

void Reading::tell(std::string message, std::uint32_t line, std::string hint) const {
    on_error(Error{ErrorKind::Input, std::move(message), name.shown, line, 0, "", std::move(hint)});
}

bool Reading::tell_source_error() const {
    const std::optional<Error>& error = buffer.error();
    if (!error) return false;
    on_error(Error(*error));
    return true;
}

void Reading::skip_byte_order_mark() const {
    if (buffer.peek(kByteOrderMark.size()).starts_with(kByteOrderMark)) {
        buffer.consume(kByteOrderMark.size());
    }
}

std::string Reading::numbered_id(std::uint64_t number) const {
    return fmt::format("{}:{}", name.stem, number);
}

bool read_stream(std::unique_ptr<ByteSource> source, const InputName& name,
                 const IngestOptions& options, const DocumentSink& on_document,
                 const ErrorSink& on_error, IngestCounts& counts) {
    const FieldMap fields(options.fields);
    InputBuffer buffer(std::move(source));
    const Reading reading{buffer, name, options.limits, fields, on_document, on_error, counts};
    Sniffed sniffed = sniff(buffer.peek(kSniffBytes), fields);
    if (const auto packing = packing_of(sniffed.kind)) {
        buffer =
            InputBuffer(unpacking_source(std::move(buffer).into_source(), *packing, name.shown));
        // A web archive is read member by member; all else as one.
        buffer.stop_at_parts(true);
        sniffed = sniff(buffer.peek(kSniffBytes), fields);
        if (sniffed.kind != ContentKind::Warc) {
            buffer.stop_at_parts(false);
            sniffed = sniff(buffer.peek(kSniffBytes), fields);
        }
        if (packing_of(sniffed.kind)) {
            reading.tell("the input is compressed twice", 0, "unpack it first");
            return true;
        }
    }
    std::uint64_t replaced = 0;
    if (sniffed.wide.found) {
        buffer.consume(sniffed.wide.mark);
        buffer = InputBuffer(
            utf16_source(std::move(buffer).into_source(), sniffed.wide.order, replaced));
    }
    if (sniffed.kind == ContentKind::Unsupported) {
        reading.tell(std::move(sniffed.message), 0, std::move(sniffed.hint));
        return true;
    }
    const bool more = reader_of(sniffed.kind)(reading);
    if (replaced > 0) {
        reading.tell(fmt::format("broken UTF-16 was replaced by U+FFFD in {} place{}", replaced,
                                 replaced == 1 ? "" : "s"));
    }
    return more;
}

}  // namespace tidings::ingest
