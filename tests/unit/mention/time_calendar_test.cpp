#include <gtest/gtest.h>

#include "mention/time/calendar.hpp"
#include "mention/time/feasts.hpp"

namespace tidings::mention::time {
namespace {

CivilDay day(int year, int month, int number) {
    return make_day(year, month, number).value();
}

TEST(TimeCalendar, KnowsWhichDaysThereAre) {
    EXPECT_TRUE(make_day(2024, 2, 29).has_value());
    EXPECT_FALSE(make_day(2023, 2, 29).has_value());
    EXPECT_FALSE(make_day(2023, 6, 31).has_value());
    EXPECT_FALSE(make_day(2023, 13, 1).has_value());
    EXPECT_FALSE(make_day(100000, 1, 1).has_value());
    EXPECT_EQ(weekday_of(day(2024, 3, 12)), 2);
    EXPECT_EQ(days_in(2024, 2), 29);
}

TEST(TimeCalendar, WritesPeriodsAsTimex3Does) {
    const CivilDay tuesday = day(2024, 3, 12);
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Day)), "2024-03-12");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Week)), "2024-W11");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Weekend)), "2024-W11-WE");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Month)), "2024-03");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Quarter)), "2024-Q1");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Half)), "2024-H1");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Season)), "2024-SP");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Year)), "2024");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Decade)), "202");
    EXPECT_EQ(value_of(period_of(tuesday, Grain::Century)), "20");
}

TEST(TimeCalendar, IsoWeeksBelongToTheYearOfTheirThursday) {
    EXPECT_EQ(value_of(period_of(day(2021, 1, 1), Grain::Week)), "2020-W53");
    EXPECT_EQ(value_of(period_of(day(2024, 12, 31), Grain::Week)), "2025-W01");
}

TEST(TimeCalendar, CountsYearsBeforeOurEra) {
    EXPECT_EQ(value_of(year_period(-489)), "BC0490");
    EXPECT_EQ(value_of(period_of(day(-489, 8, 1), Grain::Decade)), "BC049");
    EXPECT_EQ(iso(day(-489, 8, 1)), "-0489-08-01");
    EXPECT_EQ(value_of(moved(year_period(0), 1)), "0001");
}

TEST(TimeCalendar, MovesByMonthsWithinTheirLength) {
    EXPECT_EQ(moved(day(2024, 1, 31), Grain::Month, 1), day(2024, 2, 29));
    EXPECT_EQ(moved(day(2024, 3, 31), Grain::Month, -13), day(2023, 2, 28));
    EXPECT_EQ(moved(day(2024, 3, 12), Grain::Decade, -1), day(2014, 3, 12));
    EXPECT_EQ(value_of(moved(period_of(day(2024, 1, 10), Grain::Season), 1)), "2024-SP");
}

TEST(TimeCalendar, StaysWithinBoundsHoweverFarItIsMoved) {
    for (const Grain grain : {Grain::Day, Grain::Week, Grain::Month, Grain::Year, Grain::Century}) {
        for (const int steps : {-2000000000, 2000000000, -10000, 10000}) {
            const int year = year_of(moved(day(2024, 3, 12), grain, steps));
            EXPECT_GE(year, -kMaxYear - 400);
            EXPECT_LE(year, kMaxYear + 400);
        }
    }
}

TEST(TimeCalendar, ReadsIsoDays) {
    EXPECT_EQ(parse_iso("2024-03-12"), day(2024, 3, 12));
    EXPECT_EQ(parse_iso("2024-03-12T05:10:00-05:00"), day(2024, 3, 12));
    EXPECT_FALSE(parse_iso("2024-3-12").has_value());
    EXPECT_FALSE(parse_iso("2024-02-30").has_value());
    EXPECT_FALSE(parse_iso("").has_value());
}

TEST(TimeFeasts, Easter) {
    EXPECT_EQ(easter(2024), day(2024, 3, 31));
    EXPECT_EQ(easter(2019), day(2019, 4, 21));
    EXPECT_EQ(easter(1916), day(1916, 4, 23));
    EXPECT_EQ(orthodox_easter(2024), day(2024, 5, 5));
    EXPECT_EQ(orthodox_easter(2019), day(2019, 4, 28));
}

TEST(TimeFeasts, OtherCalendars) {
    EXPECT_EQ(islamic(2019, 9, 1), day(2019, 5, 6));
    EXPECT_EQ(islamic(2024, 9, 1), day(2024, 3, 11));
    EXPECT_EQ(hebrew(2023, 1, 15), day(2023, 4, 6));
    EXPECT_EQ(hebrew(2023, 7, 10), day(2023, 9, 25));
    EXPECT_EQ(hebrew(2023, 9, 25), day(2023, 12, 8));
    EXPECT_EQ(nowruz(2018), day(2018, 3, 21));
    EXPECT_EQ(nowruz(2024), day(2024, 3, 20));
    EXPECT_EQ(lunar_new_year(2024), day(2024, 2, 10));
    EXPECT_EQ(lunar_new_year(1968), day(1968, 1, 30));
    EXPECT_EQ(lunar_new_year(2020), day(2020, 1, 25));
}

}  // namespace
}  // namespace tidings::mention::time
