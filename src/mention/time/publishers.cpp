#include "mention/time/publishers.hpp"

#include <algorithm>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"

namespace tidings::mention::time {

Status Publishers::load(const std::string& path) {
    const auto table = TsvTable::load(path, {{"what", "words", "example"}, {}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string_view what = row["what"];
        if (what != "publisher" && what != "host") {
            return row.fail("what", "expected publisher or host");
        }
        std::string words(row["words"]);
        if (words.empty() || words != utf8::lower(words)) {
            return row.fail("words", "words are written in small letters");
        }
        const bool host = what == "host";
        const std::string example = utf8::lower(row["example"]);
        const bool fits = host ? example.ends_with(words) : example.find(words) != example.npos;
        if (!fits) return row.fail("example", "the row does not fit its example");
        (host ? hosts_ : names_).push_back(std::move(words));
    }
    return {};
}

bool Publishers::knows_name(std::string_view publisher) const {
    const std::string name = utf8::lower(publisher);
    return std::any_of(names_.begin(), names_.end(),
                       [&](const std::string& words) { return name.find(words) != name.npos; });
}

bool Publishers::knows_host(std::string_view host) const {
    return std::any_of(hosts_.begin(), hosts_.end(), [host](const std::string& end) {
        if (!host.ends_with(end)) return false;
        // *cnn.com* is no end of *notcnn.com*.
        const std::size_t before = host.size() - end.size();
        return end.front() == '.' || before == 0 || host[before - 1] == '.';
    });
}

bool Publishers::write_month_first(std::string_view uri, std::string_view publisher) const {
    if (knows_name(publisher)) return true;
    const std::size_t scheme = uri.find("://");
    if (scheme == std::string_view::npos) return false;
    const std::string_view rest = uri.substr(scheme + 3);
    return knows_host(utf8::lower(rest.substr(0, rest.find_first_of("/:?"))));
}

}  // namespace tidings::mention::time
