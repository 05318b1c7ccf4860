// Writes msgpack by hand, for tests of the readers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tidings::language::test {

inline std::string pack_map(unsigned pairs) {
    return std::string(1, static_cast<char>(0x80U | pairs));
}
inline std::string pack_array(unsigned elements) {
    return std::string(1, static_cast<char>(0x90U | elements));
}
inline std::string pack(std::string_view text) {
    std::string bytes(1, '\xdb');  // str 32
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>(text.size() >> static_cast<unsigned>(shift) & 0xffU);
    }
    return bytes.append(text);
}
inline std::string pack(std::uint64_t number) {
    std::string bytes(1, '\xcf');
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes += static_cast<char>(number >> static_cast<unsigned>(shift) & 0xffU);
    }
    return bytes;
}
inline std::string pack_bytes(std::string_view bytes) {
    std::string packed = pack(bytes);
    packed[0] = '\xc6';  // bin 32
    return packed;
}

}  // namespace tidings::language::test
