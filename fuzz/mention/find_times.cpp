// Any bytes as a report's text: times that lie in the text, in order, none overlapping another,
// with days that are days and a first one that is not behind the last.
#include "mention/time/find_times.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include <tidings/mention.hpp>

#include "mention/time/calendar.hpp"

using namespace tidings;

namespace {

const TimeRules& rules() {
    static const TimeRules kRules = [] {
        Result<TimeRules> loaded = TimeRules::load(TIDINGS_SOURCE_DATA);
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return *loaded;
    }();
    return kRules;
}

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_day(std::string_view iso) {
    if (iso.starts_with('-')) iso.remove_prefix(1);
    return iso.size() == 10 && iso[4] == '-' && iso[7] == '-';
}

void check(const Report& report) {
    std::uint32_t end = 0;
    for (const TimeMention& time : mention::find_times(report, Parse{}, rules())) {
        require(time.span.start >= end && time.span.end > time.span.start);
        require(time.span.end <= report.text.size());
        require(!time.value.empty() && !time.type.empty());
        require(time.from.empty() || is_day(time.from));
        require(time.until.empty() || is_day(time.until));
        const bool ordered = time.from.empty() || time.until.empty() || time.from[0] == '-' ||
                             time.until[0] == '-' || time.from <= time.until;
        require(ordered);
        end = time.span.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Report report;
    report.text = utf8::sanitize({reinterpret_cast<const char*>(data), size});
    report.sections.push_back(
        {SectionRole::Body, {0, static_cast<std::uint32_t>(report.text.size())}});
    for (const char* published : {"", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        report.published = published;
        check(report);
    }
    return 0;
}
