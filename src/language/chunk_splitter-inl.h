// Body of for_each_chunk.
#pragma once

#include <tidings/text.hpp>

#include "language/unicode.hpp"

namespace tidings::language {

template <typename OnChunk>
void for_each_chunk(std::string_view text, OnChunk on_chunk) {
    if (text.empty()) return;
    std::size_t start = 0;
    std::size_t i = 0;
    bool in_space = is_space(utf8::decode(text, 0).code_point);
    while (i < text.size()) {
        const auto byte = static_cast<unsigned char>(text[i]);
        std::size_t size = 1;
        bool space = byte == ' ';
        if (byte >= 0x80) {
            const auto decoded = utf8::decode(text, i);
            size = decoded.length;
            space = is_space(decoded.code_point);
        } else if (byte < ' ') {
            space = is_space(static_cast<char32_t>(byte));
        }
        if (space != in_space) {
            const bool single_space = byte == ' ';
            if (start < i) on_chunk(text.substr(start, i - start), single_space);
            start = single_space ? i + 1 : i;
            in_space = space;
        }
        i += size;
    }
    if (start < i) on_chunk(text.substr(start), false);
}

}  // namespace tidings::language
