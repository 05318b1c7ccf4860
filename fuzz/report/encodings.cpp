// Any bytes in any encoding: valid UTF-8 of a bounded size without NUL; exact text lies in the
// page. The first byte chooses the charset of the HTTP header.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

#include <tidings/text.hpp>

#include "report/decode_text.hpp"
#include "report/page/decode_page.hpp"

using namespace tidings;
using namespace tidings::report;

namespace {

constexpr std::string_view kCharsets[]{
    "",       "utf-8",     "utf-16",    "utf-16be", "iso-8859-2",   "windows-1251",
    "koi8-r", "big5",      "shift_jis", "euc-jp",   "iso-2022-jp",  "gb18030",
    "euc-kr", "macintosh", "utf-16le",  "ibm866",   "windows-1256", "x-user-defined"};

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const DecodedPage page =
        decode_page(std::string(bytes), kCharsets[data[0] % std::size(kCharsets)]);
    require(utf8::is_valid(page.text) && page.text.find('\0') == std::string::npos);
    require(page.text.size() <= 4 * bytes.size() + 4);
    if (page.exact) require(page.offset + page.text.size() <= bytes.size());
    Document document;
    document.bytes = bytes;
    document.source_name = "fuzz";
    if (const auto text = decode_text(document)) require(utf8::is_valid(text->text));
    return 0;
}
