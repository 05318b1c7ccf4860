// Inputs that are one report: a plain text, a page.
#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/reading.hpp"

namespace tidings::ingest {
namespace {

bool deliver_whole(const Reading& reading, std::string_view bytes, MediaType type) {
    Document document;
    document.bytes = bytes;
    document.source_name = reading.name.shown;
    document.id = reading.name.stem;
    document.media_type = type;
    return reading.on_document(std::move(document));
}

}  // namespace

bool read_plain_text(const Reading& reading) {
    reading.skip_byte_order_mark();
    const std::size_t limit = reading.limits.max_document_bytes;
    const std::string_view bytes = reading.buffer.peek(limit + 1);
    if (bytes.size() > limit) {
        reading.tell(fmt::format("the report is longer than {} bytes", limit), 0,
                     "give many reports as JSON Lines, one report a line");
        return true;
    }
    if (reading.tell_source_error()) return true;
    // An empty table holds no report; an empty text is an empty report.
    if (reading.name.table && trim(bytes).empty()) return true;
    return deliver_whole(reading, bytes, MediaType::PlainText);
}

// A page decodes itself: its byte order mark says something.
bool read_page(const Reading& reading) {
    const std::size_t limit = reading.limits.max_page_bytes;
    const std::string_view bytes = reading.buffer.peek(limit + 1);
    if (bytes.size() > limit) {
        reading.tell(fmt::format("the page is longer than {} bytes", limit));
        return true;
    }
    if (reading.tell_source_error()) return true;
    return deliver_whole(reading, bytes, MediaType::Html);
}

}  // namespace tidings::ingest
