// Any bytes as a date: what is found lies in the text, is a date, and reads as itself again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <tidings/report.hpp>

#include "report/publication_date.hpp"

using namespace tidings;
using namespace tidings::report;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_iso(const std::string& iso) {
    if (iso.empty()) return;
    require(iso.size() >= 10 && iso[4] == '-' && iso[7] == '-');
    require(parse_publication_date(iso) == iso);
    require(normalise_given_date(iso) == iso);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string text = utf8::sanitize(bytes);
    for (const DateOrder order : {DateOrder::Unknown, DateOrder::DayFirst, DateOrder::MonthFirst}) {
        const DateStyle style{order, order != DateOrder::Unknown};
        if (const auto found = find_publication_date(text, style)) {
            require(found->span.start < found->span.end && found->span.end <= text.size());
            require(!found->iso.empty());
            check_iso(found->iso);
        }
        check_iso(normalise_given_date(text, style));
    }
    check_iso(normalise_given_date(bytes));
    return 0;
}
