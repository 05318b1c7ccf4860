// Strings that a Parse owns, packed into few blocks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <tidings/language.hpp>

namespace tidings::language {

/// Copies `text` into the parse's own strings and gives a view that lives as long as the Parse. A
/// block never grows past its capacity, so views into it stay valid.
inline std::string_view keep_string(Parse& parse, std::string_view text) {
    constexpr std::size_t kBlock = 4096;
    if (text.empty()) return {};
    if (parse.strings.empty() ||
        parse.strings.back()->capacity() - parse.strings.back()->size() < text.size()) {
        parse.strings.push_back(std::make_unique<std::string>());
        parse.strings.back()->reserve(std::max(kBlock, text.size()));
    }
    std::string& block = *parse.strings.back();
    const std::size_t start = block.size();
    block.append(text);
    return std::string_view(block).substr(start, text.size());
}

}  // namespace tidings::language
