// Any bytes through the text functions and the reader of data tables: no crash, offsets in range,
// sanitized text is valid.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"

using namespace tidings;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string text = utf8::sanitize(bytes);
    if (!utf8::is_valid(text)) std::abort();
    if (utf8::is_valid(bytes) && text != bytes) std::abort();
    (void)utf8::lower(text);
    (void)utf8::fold(text);
    const CodePointIndex index(text);
    const auto length = static_cast<std::uint32_t>(text.size());
    if (index.code_points(text, length) != utf8::count(text)) std::abort();
    for (std::uint32_t at = 1; at < length; at += 1 + length / 97) {
        if (index.code_points(text, at) < index.code_points(text, at - 1)) std::abort();
    }
    const auto table = TsvTable::parse(std::string(bytes), "fuzz", {{"a"}, {"b", "c"}});
    if (!table) {
        (void)table.error().to_string();
        return 0;
    }
    for (const TsvRow& row : table->rows()) (void)row["c"];
    return 0;
}
