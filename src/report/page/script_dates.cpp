#include "report/page/script_dates.hpp"

#include <cstddef>

#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kMostTries = 20;    // of a key's places; its value may be null in some
constexpr std::size_t kLongestDate = 40;  // bytes

constexpr bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

// Behind the quotation marks, plain or escaped, and the colon between a key and its value;
// npos where there is no colon.
std::size_t behind_colon(std::string_view page, std::size_t pos) {
    bool colon = false;
    while (pos < page.size()) {
        const char c = page[pos];
        if (page.substr(pos).starts_with("&quot;")) {
            pos += 6;
        } else if (c == ':' && !colon) {
            colon = true;
            ++pos;
        } else if (c == '"' || c == '\'' || c == '\\' || c == ' ') {
            ++pos;
        } else {
            break;
        }
    }
    return colon ? pos : std::string_view::npos;
}

std::string date_at(std::string_view page, std::size_t pos) {
    const std::string_view value = page.substr(pos, kLongestDate);
    const std::size_t end = value.find_first_of("\"'\\&,}<\n");
    return normalise_given_date(value.substr(0, end));
}

}  // namespace

std::string find_script_date(std::string_view page, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        std::size_t tries = 0;
        for (std::size_t at = page.find(key); at != std::string_view::npos && tries < kMostTries;
             at = page.find(key, at + key.size())) {
            const std::size_t end = at + key.size();
            if ((at > 0 && is_name(page[at - 1])) || (end < page.size() && is_name(page[end]))) {
                continue;
            }
            const std::size_t value = behind_colon(page, end);
            if (value == std::string_view::npos) continue;
            ++tries;
            if (std::string date = date_at(page, value); !date.empty()) return date;
        }
    }
    return {};
}

}  // namespace tidings::report
