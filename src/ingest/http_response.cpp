#include "ingest/http_response.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <tidings/text.hpp>

#include "ingest/decoder.hpp"

namespace tidings::ingest {
namespace {

constexpr std::size_t kMostEncodings = 3;

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && utf8::lower(a) == utf8::lower(b);
}

std::string_view next_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

struct Joined {
    std::string bytes;
    bool whole = false;
};

// Joins the chunks of a body; nothing if it does not begin with a chunk.
std::optional<Joined> join_chunks(std::string_view body) {
    Joined joined;
    bool first = true;
    while (!body.empty()) {
        const std::string_view line = next_line(body);
        const std::string_view digits = trim(line.substr(0, line.find(';')));
        std::uint64_t size = 0;
        const auto [end, code] =
            std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
        if (digits.empty() || code != std::errc{} || end != digits.data() + digits.size()) {
            if (first) return std::nullopt;
            return joined;
        }
        first = false;
        if (size == 0) {
            joined.whole = true;
            break;
        }
        const std::string_view chunk = body.substr(0, size);
        joined.bytes += chunk;
        body.remove_prefix(chunk.size());
        if (chunk.size() < size) break;
        if (body.starts_with("\r\n")) {
            body.remove_prefix(2);
        } else if (body.starts_with('\n')) {
            body.remove_prefix(1);
        }
    }
    return joined;
}

std::optional<Packing> packing_named(std::string_view name) {
    if (same(name, "gzip") || same(name, "x-gzip")) return Packing::Gzip;
    if (same(name, "deflate")) return Packing::Deflate;
    if (same(name, "br")) return Packing::Brotli;
    if (same(name, "zstd")) return Packing::Zstd;
    return std::nullopt;
}

bool is_markup(std::string_view body) {
    if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
    return trim(body.substr(0, 1024)).starts_with('<');
}

// Whether the body is packed as its header says: gzip and zstd have magics, the others do not.
bool is_packed(Packing packing, std::string_view body) {
    if (packing == Packing::Gzip) return body.starts_with("\x1F\x8B");
    if (packing == Packing::Zstd) return body.starts_with("\x28\xB5\x2F\xFD");
    return !is_markup(body);
}

void unpack_body(std::string_view encodings, std::size_t limit, HttpResponse& response) {
    std::vector<std::string_view> names = split(encodings, ',');
    names.resize(std::min(names.size(), kMostEncodings));
    // The last one was applied last.
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        const std::optional<Packing> packing = packing_named(trim(*name));
        if (!packing || !is_packed(*packing, response.body)) continue;
        Unpacked unpacked = unpack(*packing, response.body, limit);
        response.cut = response.cut || (!unpacked.whole && !unpacked.too_long);
        response.too_long = unpacked.too_long;
        response.body = std::move(unpacked.bytes);
        if (response.too_long) return;
    }
}

}  // namespace

HeaderEnd find_header_end(std::string_view bytes) {
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
         at = bytes.find('\n', at + 1)) {
        const std::string_view rest = bytes.substr(at + 1, 2);
        if (rest.starts_with('\n')) return {at + 1, at + 2};
        if (rest == "\r\n") return {at + 1, at + 3};
    }
    return {bytes.size(), bytes.size()};
}

std::string_view header_value(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const std::string_view line = next_line(header);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        if (same(trim(line.substr(0, colon)), name)) return trim(line.substr(colon + 1));
    }
    return {};
}

void read_content_type(std::string_view value, std::string& type, std::string& charset) {
    type = utf8::lower(trim(value.substr(0, value.find(';'))));
    charset.clear();
    const std::string lowered = utf8::lower(value);
    const std::size_t word = lowered.find("charset=");
    if (word == std::string::npos || lowered.size() != value.size()) return;
    std::string_view rest = value.substr(word + 8);
    rest = trim(rest.substr(0, rest.find(';')));
    while (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    while (rest.ends_with('"') || rest.ends_with('\'')) rest.remove_suffix(1);
    charset = rest.substr(0, 40);
}

HttpResponse read_http_response(std::string_view response, std::size_t limit) {
    HttpResponse result;
    if (!response.starts_with("HTTP/")) return result;
    const HeaderEnd end = find_header_end(response);
    std::string_view header = response.substr(0, end.header);
    const std::string_view status_line = next_line(header);
    const std::size_t space = status_line.find(' ');
    if (space == std::string_view::npos) return result;
    const std::string_view code = trim(status_line.substr(space)).substr(0, 3);
    std::from_chars(code.data(), code.data() + code.size(), result.status);
    read_content_type(header_value(header, "content-type"), result.type, result.charset);
    const std::string_view body = response.substr(end.body);
    const std::string transfer = utf8::lower(header_value(header, "transfer-encoding"));
    std::optional<Joined> joined;
    if (transfer.find("chunked") != std::string::npos) joined = join_chunks(body);
    if (joined) {
        result.cut = !joined->whole;
        result.body = std::move(joined->bytes);
    } else {
        result.body = body;
    }
    unpack_body(header_value(header, "content-encoding"), limit, result);
    if (result.body.size() > limit) {
        result.too_long = true;
        result.body.resize(limit);
    }
    return result;
}

}  // namespace tidings::ingest
