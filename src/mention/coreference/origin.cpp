#include "mention/coreference/origin.hpp"

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"

namespace tidings::mention {

Status Origins::load(const std::string& path) {
    const auto table = TsvTable::load(path, {{"country", "hosts"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string country(row["country"]);
        if (country.size() != 3)
            return row.fail("country", "expected an ISO code of three letters");
        for (const std::string_view cell : split(row["hosts"], '|')) {
            std::string host(trim(cell));
            if (host.empty() || host != utf8::lower(host) || host.front() == '.') {
                return row.fail("hosts", "hosts are written in small letters, without a first dot");
            }
            const auto [known, is_new] = hosts_.emplace(std::move(host), country);
            if (!is_new) return row.fail("hosts", known->first + " stands in two rows");
        }
    }
    return {};
}

std::string_view Origins::country_of(std::string_view uri) const {
    const std::size_t scheme = uri.find("://");
    if (scheme == std::string_view::npos) return {};
    std::string_view rest = uri.substr(scheme + 3);
    rest = rest.substr(0, rest.find_first_of("/:?#"));
    constexpr std::size_t kLongestHost = 253;  // RFC 1035
    if (rest.size() > kLongestHost) return {};
    const std::string host = utf8::lower(rest);
    // Blogger sends each reader to the domain of his own country.
    if (host.find(".blogspot.") != std::string::npos) return {};
    for (std::size_t from = 0; from < host.size();) {
        const auto found = hosts_.find(host.substr(from));
        if (found != hosts_.end()) return found->second;
        const std::size_t dot = host.find('.', from);
        if (dot == std::string::npos) break;
        from = dot + 1;
    }
    return {};
}

}  // namespace tidings::mention
