// The rules of data/time: their files, and every example that stands in them.
#include <algorithm>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include <tidings/mention.hpp>

#include "mention/time/find_times.hpp"
#include "support/temp_folder.hpp"

namespace tidings {
namespace {

const TimeRules& rules() {
    static const TimeRules kRules = [] {
        auto loaded = TimeRules::load(TIDINGS_SOURCE_DATA);
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return *loaded;
    }();
    return kRules;
}

/// Times of a text that was not parsed.
std::vector<TimeMention> times_of(const std::string& text, const std::string& published) {
    Report report;
    report.text = text;
    report.published = published;
    report.sections.push_back({SectionRole::Body, {0, static_cast<std::uint32_t>(text.size())}});
    return mention::find_times(report, Parse{}, rules());
}

std::string described(const std::string& text, const std::vector<TimeMention>& times) {
    std::string out;
    for (const TimeMention& time : times) {
        out += "\n  got " + std::string(slice(text, time.span)) + " = " + time.type + " " +
               time.value + " " + time.mod + "  [" + time.why + "]";
    }
    return out;
}

TEST(TimeRules, EveryExampleHolds) {
    ASSERT_GT(rules().examples().size(), 80U);
    for (const auto& example : rules().examples()) {
        const auto times = times_of(example.text, example.published);
        for (const auto& wanted : example.mentions) {
            const auto at = static_cast<std::uint32_t>(example.text.find(wanted.words));
            const Span span{at, at + static_cast<std::uint32_t>(wanted.words.size())};
            const bool found =
                std::any_of(times.begin(), times.end(), [&](const TimeMention& time) {
                    if (example.negative) return time.span.overlaps(span);
                    return slice(example.text, time.span) == wanted.words &&
                           time.type == wanted.type && time.value == wanted.value &&
                           time.mod == wanted.mod;
                });
            EXPECT_EQ(found, !example.negative)
                << "data/time/" << example.where << ": " << example.text << "\n  words "
                << wanted.words << described(example.text, times);
        }
    }
}

TEST(TimeRules, EveryRuleHasAnExample) {
    std::set<std::string> with_example;
    for (const auto& example : rules().examples()) with_example.insert(example.rule);
    EXPECT_GT(with_example.size(), 25U);
    EXPECT_GT(rules().rule_count(), 100U);
}

TEST(TimeRules, NoneByDefault) {
    Report report;
    report.text = "They met on May 3, 2019.";
    report.sections.push_back({SectionRole::Body, {0, 24}});
    EXPECT_TRUE(mention::find_times(report, Parse{}, TimeRules{}).empty());
}

TEST(TimeRules, MalformedFilesFailWithTheirPlace) {
    struct Case {
        std::string file, content, message;
        std::uint32_t line, column;
    };
    const std::string words = "class\tvalue\twords\nmonth\t5\tmay\n";
    const std::string feasts = "names\twhen\nchristmas\t12-25\n";
    const std::string head = "tidings-times 1\n";
    const std::vector<Case> cases{
        {"words.tsv", "class\tvalue\twords\nmoon\t1\tmay\n", "there is no class of words \"moon\"",
         2, 1},
        {"words.tsv", "class\tvalue\twords\nmonth\tfive\tmay\n", "\"five\" is no value", 2, 7},
        {"holidays.tsv", "names\twhen\nchristmas\tsoon\n", "this tells no day of the year", 2, 11},
        {"a.times", "rule x date\n", "the first line must be", 1, 1},
        {"a.times", head + "rule x day\n", "there is no kind \"day\"", 2, 8},
        {"a.times", head + "rule x date\n  may MOON\n", "there is no class \"MOON\"", 3, 7},
        {"a.times", head + "rule x date\n  may [the\n", "a bracket is not closed", 3, 11},
        {"a.times", head + "rule x date\n  may {moon=1}\n", "there is no slot \"moon\"", 3, 8},
        {"a.times", head + "rule x date\n  may {month=x}\n", "\"x\" is no value", 3, 14},
        {"a.times", head + "rule x date\n  may @moon\n", "\"@moon\" is not defined", 3, 7},
        {"a.times", head + "rule x date\n  [may]\n", "a pattern begins with a word", 3, 3},
        {"a.times", head + "  may\n", "this stands under no rule", 2, 3},
        {"a.times", head + "rule x date\n  + 2024 | May | May = DATE 2024-05\n", "this is no date",
         3, 4},
        {"a.times", head + "define y may\n", "\"=\" is missing", 2, 8},
    };
    for (const Case& wrong : cases) {
        const test::TempFolder folder;
        folder.write("time/words.tsv", words);
        folder.write("time/holidays.tsv", feasts);
        folder.write("time/" + wrong.file, wrong.content);
        const auto loaded = TimeRules::load(folder.path());
        ASSERT_FALSE(loaded.has_value()) << wrong.content;
        EXPECT_EQ(loaded.error().kind, ErrorKind::Config);
        EXPECT_NE(loaded.error().message.find(wrong.message), std::string::npos)
            << loaded.error().to_string();
        EXPECT_EQ(loaded.error().line, wrong.line) << loaded.error().to_string();
        EXPECT_EQ(loaded.error().column, wrong.column) << loaded.error().to_string();
    }
}

TEST(TimeResolution, HistoriesLeanOnTheLastDateTold) {
    const std::string text =
        "On May 1, 1861 the war began. In June the town fell. On July 4, 1862 it was retaken. "
        "The next day they left. In 1863 peace came. Peace was signed on June 3, 1863. On April 2, "
        "1864 and May 5, 1864 they met. In February 1865 he died.";
    const auto times = times_of(text, "2010-01-01");
    ASSERT_GE(times.size(), 8U);
    EXPECT_EQ(times[1].value, "1861-06");
    EXPECT_EQ(times[3].value, "1862-07-05");
}

TEST(TimeResolution, RangesAreTwoMentions) {
    const auto times = times_of("She ruled from 1999 to 2004.", "2024-03-12");
    ASSERT_EQ(times.size(), 2U);
    EXPECT_TRUE(times[0].opens_range);
    EXPECT_FALSE(times[1].opens_range);
    EXPECT_EQ(times[0].from, "1999-01-01");
    EXPECT_EQ(times[1].until, "2004-12-31");
}

TEST(TimeResolution, DaysAreFinerThanTheValue) {
    const auto early = times_of("He left early this month.", "2020-01-17");
    ASSERT_EQ(early.size(), 1U);
    EXPECT_EQ(early[0].value, "2020-01");
    EXPECT_EQ(early[0].mod, "START");
    EXPECT_EQ(early[0].from, "2020-01-01");
    EXPECT_EQ(early[0].until, "2020-01-10");
    const auto ago = times_of("He left a year ago.", "2020-01-17");
    ASSERT_EQ(ago.size(), 1U);
    EXPECT_EQ(ago[0].value, "2019");
    EXPECT_EQ(ago[0].from, "2019-01-01");
    EXPECT_EQ(ago[0].until, "2019-01-31");
}

TEST(TimeResolution, NumericDatesByWhatTheTextAllows) {
    EXPECT_EQ(times_of("It ran out on 3/4/2020 and on 25/4/2020.", "2021-01-01")[0].value,
              "2020-04-03");
    EXPECT_EQ(times_of("It ran out on 3/4/2020 and on 4/25/2020.", "2021-01-01")[0].value,
              "2020-03-04");
    EXPECT_EQ(times_of("It ran out on 3/4/2020.", "2020-03-06")[0].value, "2020-03-04");
}

TEST(TimeResolution, WithoutAPublicationDayNothingIsGuessed) {
    const auto times = times_of("He left on Friday and in March.", "");
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(times[0].value, "XXXX-WXX-5");
    EXPECT_TRUE(times[0].from.empty());
    EXPECT_EQ(times[1].value, "XXXX-03");
}

}  // namespace
}  // namespace tidings
