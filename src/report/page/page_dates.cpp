#include "report/page/page_dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kDateBytes = 300;       // of a block are searched for a date
constexpr std::size_t kDateBlocks = 12;       // behind the title may hold byline and dates
constexpr std::size_t kLinesAbove = 4;        // the title may hold the date
constexpr std::size_t kLastDateBlocks = 400;  // searched for a date at last
constexpr std::uint32_t kHeadLine = 200;      // letters of a line that holds a date beside others
constexpr std::uint32_t kDateStart = 4;       // bytes before the date that opens a paragraph
constexpr std::string_view kFirstWebDay = "1990-01-01";  // what a page shows is no earlier

using Days = std::chrono::sys_days;

// The day of an ISO date.
std::optional<Days> day_of(const std::string& iso) {
    if (iso.size() < 10) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(iso.data() + at, iso.data() + at + length, value);
        return value;
    };
    using namespace std::chrono;
    return sys_days{year_month_day{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
                                   std::chrono::day{static_cast<unsigned>(number(8, 2))}}};
}

// By how many days `later` lies behind `earlier`; 0 where either is unknown.
std::int64_t days_between(const std::string& earlier, const std::string& later) {
    const auto from = day_of(earlier);
    const auto to = day_of(later);
    return from && to ? (*to - *from).count() : 0;
}

// The offset of `2020-01-17T05:10:00-05:00` in minutes; nothing of a day without a time.
std::optional<int> offset_of(const std::string& iso) {
    constexpr std::size_t kSign = 19;
    if (iso.size() != kSign + 6) return std::nullopt;
    int hours = 0;
    int minutes = 0;
    std::from_chars(iso.data() + kSign + 1, iso.data() + kSign + 3, hours);
    std::from_chars(iso.data() + kSign + 4, iso.data() + kSign + 6, minutes);
    return (hours * 60 + minutes) * (iso[kSign] == '-' ? -1 : 1);
}

// A time in UTC as the clocks showed it in the zone of `other`, which the page names.
std::string in_zone_of(const std::string& other, std::string utc) {
    const auto offset = offset_of(other);
    const auto day = day_of(utc);
    if (!offset || *offset == 0 || !day || offset_of(utc) != 0) return utc;
    using namespace std::chrono;
    const auto number = [&](std::size_t at) {
        int value = 0;
        std::from_chars(utc.data() + at, utc.data() + at + 2, value);
        return value;
    };
    const sys_seconds local =
        *day + hours{number(11)} + minutes{number(14) + *offset} + seconds{number(17)};
    const year_month_day date{floor<days>(local)};
    const hh_mm_ss clock{local - floor<days>(local)};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       other.substr(19));
}

bool same_day(const std::string& a, const std::string& b) {
    return a.size() >= 10 && b.size() >= 10 && a.compare(0, 10, b, 0, 10) == 0;
}

// Languages of Central Europe's time, where midnight is 22 or 23 hours UTC.
bool is_central_european(std::string_view locale) {
    constexpr std::array<std::string_view, 15> kLanguages{
        "cs", "da", "de", "fr", "hr", "hu", "it", "nb", "nl", "no", "pl", "sk", "sl", "sq", "sv"};
    if (locale.size() > 2 && locale != "de-DE" && locale != "fr-FR" && locale != "it-IT") {
        return false;
    }
    return std::find(kLanguages.begin(), kLanguages.end(), locale.substr(0, 2)) != kLanguages.end();
}

// Which of day and month stands first in `3/5/2022`.
DateStyle style_of(std::string_view locale) {
    DateStyle style;
    style.short_years = true;
    if (locale.size() < 2) return style;
    const bool english = locale.starts_with("en");
    const bool region = locale.size() >= 5;
    const bool american = region && (locale.ends_with("US") || locale.ends_with("PH"));
    if (english && american) {
        style.order = DateOrder::MonthFirst;
    } else if (!english || region) {
        style.order = DateOrder::DayFirst;
    }
    return style;
}

// What a page shows.
struct ShownDate {
    std::string iso;
    bool marked = false;  // by its class name or a <time>
};

class DateReader {
  public:
    DateReader(const PageTree& tree, const PageBlocks& blocks, const PagePhrases& phrases,
               const DateSources& sources)
        : tree_(tree),
          blocks_(blocks),
          phrases_(phrases),
          sources_(sources),
          style_(style_of(sources.locale)) {}

    PageDates read() {
        dates_.modified = given(sources_.linked_modified);
        if (dates_.modified.empty()) dates_.modified = given(sources_.meta_modified);
        const std::string linked = given(sources_.linked_published);
        const std::string meta = given(sources_.meta_published);
        const ShownDate shown = date_of_head();
        dates_.published = linked;
        if (dates_.published.empty() && sources_.meta_certain) dates_.published = meta;
        if (!dates_.published.empty()) {
            for (const std::string& told : {shown.iso, changed_}) {
                dates_.published = in_zone_of(told, std::move(dates_.published));
            }
            if (!same_day(dates_.published, shown.iso)) outvote(meta, shown);
            if (!begin_at_midnight() && !same_day(dates_.published, shown.iso)) {
                prefer_local_day(shown);
            }
            return std::move(dates_);
        }
        const std::string address = date_of_address();
        const bool doubted = !shown.marked && std::abs(days_between(shown.iso, address)) == 1;
        dates_.published = doubted ? address : shown.iso;
        // A change comes behind the publication, and so does the day on which a page was built.
        const bool late = days_between(changed_, meta) > 0 || days_between(address, meta) > 1;
        if (dates_.published.empty() && late) dates_.published = address;
        if (dates_.published.empty() && !late) dates_.published = meta;
        if (dates_.published.empty()) dates_.published = changed_;
        if (dates_.published.empty()) dates_.published = date_of_elements();
        if (dates_.published.empty()) dates_.published = date_of_blocks();
        if (dates_.published.empty()) dates_.published = date_of_address();
        if (dates_.published.empty()) dates_.published = dates_.modified;
        if (dates_.published.empty()) dates_.published = given(sources_.description);
        if (dates_.published.empty()) dates_.published = given(sources_.document_title);
        return std::move(dates_);
    }

  private:
    [[nodiscard]] std::string given(std::string_view field) const {
        return normalise_given_date(field, style_);
    }

    // Two sources that agree count more than the structured data, and so does an earlier day that
    // the address has or a line that is marked as a date.
    void outvote(const std::string& meta, const ShownDate& shown) {
        std::string& published = dates_.published;
        const std::string address = date_of_address();
        const std::string& agreed = same_day(meta, shown.iso) || same_day(meta, address) ? meta
                                    : same_day(shown.iso, address)                       ? shown.iso
                                                                   : published;
        const bool shows_earlier = shown.marked && days_between(shown.iso, published) > 1;
        // A report that was taken up again and shows that day alone.
        const bool again =
            same_day(shown.iso, dates_.modified) && days_between(published, shown.iso) > 0;
        if (std::abs(days_between(published, agreed)) > 1) {
            published = agreed;
        } else if (days_between(address, published) > 1 && !shows_earlier) {
            published = address;
        } else if (shows_earlier || again) {
            published = shown.iso;
        }
    }

    // A time in UTC may lie on another day than the one that readers at the place saw. Where the
    // page shows that day beside its title, or has it in its address, it is the day of publication.
    void prefer_local_day(const ShownDate& shown) {
        std::string& published = dates_.published;
        for (const std::string& day : {shown.iso, date_of_address()}) {
            if (std::abs(days_between(day, published)) != 1) continue;
            const bool nearly = published.size() > 10 || same_day(day, shown.iso);
            if (nearly && !same_day(dates_.modified, day)) published = day;
            return;
        }
    }

    // A day without a time that was written as midnight there, in UTC.
    bool begin_at_midnight() {
        std::string& published = dates_.published;
        const bool midnight =
            published.ends_with("T22:00:00+00:00") || published.ends_with("T23:00:00+00:00");
        if (!midnight || !is_central_european(sources_.locale)) return false;
        const auto day = day_of(published);
        if (!day) return false;
        const std::chrono::year_month_day next{*day + std::chrono::days{1}};
        published =
            fmt::format("{:04}-{:02}-{:02}", static_cast<int>(next.year()),
                        static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
        return true;
    }

    [[nodiscard]] bool says_updated(std::string_view text) const {
        const std::string folded = utf8::fold(text.substr(0, 60));
        const auto& phrases = phrases_.of("updated");
        return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
            return folded.find(phrase) != std::string::npos;
        });
    }

    [[nodiscard]] std::optional<FoundDate> find_date(const PageBlock& block) const {
        auto found = find_publication_date(blocks_.of(block).substr(0, kDateBytes), style_);
        if (found && found->iso < kFirstWebDay) return std::nullopt;
        return found;
    }

    // The blocks around the title.
    ShownDate date_of_head() {
        const std::size_t size = blocks_.blocks.size();
        const std::size_t title = title_block();
        if (title >= size) return {};
        // A line above the headline that is set into it.
        const auto topline = find_date(blocks_.blocks[title]);
        if (topline && topline->span.start == 0) return {topline->iso, true};
        for (std::size_t i = title + 1; i < std::min(size, title + kDateBlocks); ++i) {
            if (ShownDate shown = date_of_line(i); !shown.iso.empty()) return shown;
        }
        for (std::size_t back = 1; back <= kLinesAbove && back <= title; ++back) {
            if (ShownDate shown = date_of_line(title - back); !shown.iso.empty()) {
                return {std::move(shown.iso), false};
            }
        }
        return {};
    }

    // The page's first heading stands for a title that is not on it.
    [[nodiscard]] std::size_t title_block() const {
        if (sources_.title_block < blocks_.blocks.size()) return sources_.title_block;
        const auto heading = std::find_if(
            blocks_.blocks.begin(), blocks_.blocks.end(),
            [](const PageBlock& block) { return block.tag == Tag::H1 && !is_dropped(block.zone); });
        return static_cast<std::size_t>(heading - blocks_.blocks.begin());
    }

    // A line of dates and names, or a paragraph that a date opens.
    ShownDate date_of_line(std::size_t index) {
        const PageBlock& block = blocks_.blocks[index];
        if (is_apart(block)) return {};
        auto found = find_date(block);
        if (!found) return {};
        if (block.letters > kHeadLine && found->span.start > kDateStart) return {};
        if (says_updated(blocks_.of(block).substr(0, found->span.end))) {
            if (changed_.empty()) changed_ = found->iso;
            if (dates_.modified.empty()) dates_.modified = std::move(found->iso);
            return {};
        }
        return {std::move(found->iso), is_marked(block)};
    }

    // Dates of comments and of other reports; but some pages call all that is on them comments.
    [[nodiscard]] bool is_apart(const PageBlock& block) const {
        if (block.zone != Zone::Comments && block.zone != Zone::Related) return false;
        const std::size_t title = title_block();
        return title >= blocks_.blocks.size() || blocks_.blocks[title].zone != block.zone;
    }

    [[nodiscard]] bool is_marked(const PageBlock& block) const {
        if (block.zone == Zone::Date) return true;
        const NodeIndex end = std::min<NodeIndex>(tree_.nodes[block.node].end, block.node + 40);
        for (NodeIndex i = block.node; i < end; ++i) {
            if (tree_.nodes[i].tag == Tag::Time) return true;
        }
        return false;
    }

    // <time datetime>, and <abbr title> of the microformats: behind the title, then before it.
    [[nodiscard]] std::string date_of_elements() const {
        const auto size = static_cast<NodeIndex>(tree_.nodes.size());
        const std::size_t title = title_block();
        const NodeIndex start = title < blocks_.blocks.size() ? blocks_.blocks[title].node : 1;
        std::string date = date_of_elements(start, size);
        return date.empty() ? date_of_elements(1, start) : date;
    }

    [[nodiscard]] std::string date_of_elements(NodeIndex from, NodeIndex to) const {
        for (NodeIndex i = from; i < to; ++i) {
            const Node& node = tree_.nodes[i];
            const bool time = node.tag == Tag::Time;
            if (!time && node.attributes == 0) continue;
            const Zone zone = blocks_.zones[i];
            if (zone == Zone::Comments || zone == Zone::Related) continue;
            if (!time && node.tag != Tag::Abbr && node.tag != Tag::Span) continue;
            if (!time && zone == Zone::Navigation) continue;
            const std::string_view field =
                tree_.attribute(i, time ? AttributeName::Datetime : AttributeName::Title);
            std::string date = field.size() < 40 ? given(field) : std::string();
            if (time && date.empty()) date = given(tree_.text(i).substr(0, kDateBytes));
            if (!date.empty()) return date;
        }
        return {};
    }

    // A block that is marked as a date, else one that says when it was published, else any:
    // behind the title, where no banner shows the present day, then before it.
    std::string date_of_blocks() {
        const std::size_t size = blocks_.blocks.size();
        const std::size_t title = std::min(title_block(), size);
        const std::size_t start = title == size ? 0 : title;
        std::string date = date_of_blocks(start, size);
        return date.empty() ? date_of_blocks(0, start) : date;
    }

    std::string date_of_blocks(std::size_t from, std::size_t to) {
        const auto& published = phrases_.of("published");
        std::size_t looked = 0;
        std::string other;
        std::string apart;  // of another report, but this one has no date
        for (std::size_t i = from; i < to; ++i) {
            const PageBlock& block = blocks_.blocks[i];
            if (block.letters > kHeadLine || (block.zone == Zone::Comments && is_apart(block))) {
                continue;
            }
            const bool marked =
                block.zone == Zone::Date || block.zone == Zone::Byline || block.zone == Zone::Meta;
            if (!marked && ++looked > kLastDateBlocks) continue;
            auto found = find_date(block);
            if (!found) continue;
            std::string date = std::move(found->iso);
            const std::string folded = utf8::fold(blocks_.of(block).substr(0, 60));
            if (says_updated(blocks_.of(block))) {
                if (dates_.modified.empty()) dates_.modified = std::move(date);
                continue;
            }
            const bool says =
                std::any_of(published.begin(), published.end(),
                            [&](const std::string& phrase) { return folded.starts_with(phrase); });
            if (marked || says) return date;
            std::string& slot = is_apart(block) ? apart : other;
            if (slot.empty()) slot = std::move(date);
        }
        return other.empty() ? apart : other;
    }

    // `/2020/01/17/`, `/2020-01-17-`: behind the host, so that an archive's own date does not
    // count.
    [[nodiscard]] std::string date_of_address() const {
        const std::string_view uri = sources_.uri;
        const std::size_t inner = uri.rfind("://");
        return normalise_given_date(inner == std::string_view::npos ? uri : uri.substr(inner + 3));
    }

    const PageTree& tree_;
    const PageBlocks& blocks_;
    const PagePhrases& phrases_;
    const DateSources& sources_;
    DateStyle style_;
    PageDates dates_;
    std::string changed_;  // what a line beside the title calls the day of a change
};

}  // namespace

PageDates read_dates(const PageTree& tree, const PageBlocks& blocks, const PagePhrases& phrases,
                     const DateSources& sources) {
    return DateReader(tree, blocks, phrases, sources).read();
}

}  // namespace tidings::report
