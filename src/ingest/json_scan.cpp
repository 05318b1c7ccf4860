#include "ingest/json_scan.hpp"

#include <algorithm>

namespace tidings::ingest {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kMarks = "\"{}[]";      // that matter inside a value
constexpr std::string_view kEnds = ",]}: \t\r\n";  // of a value without brackets

std::size_t skip_space(std::string_view text, std::size_t pos) {
    return std::min(text.find_first_not_of(kSpace, pos), text.size());
}

}  // namespace

std::optional<std::size_t> JsonScan::scan(std::string_view text) {
    while (pos_ < text.size()) {
        if (in_string_) {
            pos_ = text.find_first_of("\"\\", pos_);
            if (pos_ == std::string_view::npos) {
                pos_ = text.size();
                break;
            }
            if (text[pos_] == '\\') {
                if (pos_ + 1 >= text.size()) break;  // the escape is cut off
                pos_ += 2;
                continue;
            }
            in_string_ = false;
            ++pos_;
            if (depth_ == 0) return pos_;
            continue;
        }
        if (depth_ == 0 && pos_ == 0) {
            const char first = text.front();
            if (kEnds.find(first) != std::string_view::npos) return 0;  // no value stands here
            in_string_ = first == '"';
            depth_ = first == '{' || first == '[' ? 1 : 0;
            ++pos_;
            continue;
        }
        pos_ = std::min(text.find_first_of(depth_ == 0 ? kEnds : kMarks, pos_), text.size());
        if (pos_ == text.size()) break;
        if (depth_ == 0) return pos_;  // a number or a word has ended
        const char c = text[pos_++];
        in_string_ = c == '"';
        if (c == '{' || c == '[') ++depth_;
        if ((c == '}' || c == ']') && --depth_ == 0) return pos_;
    }
    return std::nullopt;
}

std::optional<std::size_t> find_member(std::string_view object, std::string_view key) {
    std::size_t pos = skip_space(object, 0);
    if (pos >= object.size() || object[pos] != '{') return std::nullopt;
    ++pos;
    for (;;) {
        pos = std::min(object.find_first_not_of(" \t\r\n,", pos), object.size());
        if (pos >= object.size() || object[pos] != '"') return std::nullopt;
        const auto key_end = JsonScan().scan(object.substr(pos));
        if (!key_end) return std::nullopt;
        const std::string_view name = object.substr(pos + 1, *key_end - 2);
        pos = skip_space(object, pos + *key_end);
        if (pos >= object.size() || object[pos] != ':') return std::nullopt;
        pos = skip_space(object, pos + 1);
        if (name == key) return pos;
        const auto value_end = JsonScan().scan(object.substr(pos));
        if (!value_end || *value_end == 0) return std::nullopt;
        pos += *value_end;
    }
}

}  // namespace tidings::ingest
