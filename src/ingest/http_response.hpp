// An HTTP response as web archives keep it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tidings::ingest {

struct HttpResponse {
    int status = 0;         ///< 0: this is no HTTP response
    std::string type;       ///< media type, lower case, without parameters; empty if not told
    std::string charset;    ///< of the media type; empty if not told
    std::string body;       ///< chunks joined, unpacked
    bool cut = false;       ///< the body is shorter than it says it is, or damaged
    bool too_long = false;  ///< unpacked it is longer than the limit; then `body` is only its start
};

/// Reads header and body. Believes the bytes more than the header: archives keep bodies that are
/// unpacked already under headers that say they are packed. At most `limit` bytes of body; memory
/// and time are bounded by the limit and the response's size.
[[nodiscard]] HttpResponse read_http_response(std::string_view response, std::size_t limit);

/// The value of a header's field, without regard to case; empty if there is none. `header` is lines
/// of `Name: value`.
[[nodiscard]] std::string_view header_value(std::string_view header, std::string_view name);

/// Parts `text/html; charset=utf-8`; both lower case but for the charset.
void read_content_type(std::string_view value, std::string& type, std::string& charset);

/// Where the header ends and where its body begins: behind the first empty line. Both the size of
/// `bytes` if there is no empty line.
struct HeaderEnd {
    std::size_t header = 0;
    std::size_t body = 0;
};
[[nodiscard]] HeaderEnd find_header_end(std::string_view bytes);

}  // namespace tidings::ingest
