#include "report/publication_date.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <tidings/report.hpp>

#include "report/date_lexer.hpp"

namespace tidings::report {
namespace {

struct Case {
    std::string_view text;
    std::string_view iso;
};

class PublicationDate : public testing::TestWithParam<Case> {};

TEST_P(PublicationDate, IsRead) {
    EXPECT_EQ(parse_publication_date(GetParam().text), GetParam().iso) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, PublicationDate,
    testing::Values(
        Case{"January 17, 2020 | 5:10am EST", "2020-01-17T05:10:00-05:00"},
        Case{"17 Jan 2020", "2020-01-17"}, Case{"2020-01-17T10:10Z", "2020-01-17T10:10:00+00:00"},
        Case{"2020-01-17", "2020-01-17"}, Case{"2020/1/7", "2020-01-07"},
        Case{"2020-01-17T05:10:00.123-0500", "2020-01-17T05:10:00-05:00"},
        Case{"2020-01-17 05:10:30 +05:30", "2020-01-17T05:10:30+05:30"},
        Case{"Fri, 17 Jan 2020 05:10:00 GMT", "2020-01-17T05:10:00+00:00"},
        Case{"Fri, 17 Jan 2020 05:10:00 -0500", "2020-01-17T05:10:00-05:00"},
        Case{"5:10 AM EST, Fri January 17, 2020", "2020-01-17T05:10:00-05:00"},
        Case{"Updated 1023 GMT (1823 HKT) January 17, 2020", "2020-01-17T18:23:00+08:00"},
        Case{"Updated 1023 GMT, January 17, 2020", "2020-01-17T10:23:00+00:00"},
        Case{"Mon 3 Feb 2020 06.00 GMT", "2020-02-03T06:00:00+00:00"},
        Case{"July 4, 2021 at 9 p.m. ET", "2021-07-04T21:00:00-04:00"},
        Case{"January 4, 2021 at 12:05 a.m. ET", "2021-01-04T00:05:00-05:00"},
        Case{"Sept. 5th, 2019", "2019-09-05"}, Case{"the 5th of May, 2019", "2019-05-05"},
        Case{"17-Jan-2020", "2020-01-17"}, Case{"17.01.2020", "2020-01-17"},
        Case{"17/01/2020", "2020-01-17"}, Case{"01/17/2020", "2020-01-17"},
        Case{"20200117", "2020-01-17"}, Case{"29 February 2020", "2020-02-29"},
        Case{"17. ledna 2020", "2020-01-17"}, Case{"17 Ocak 2020", "2020-01-17"},
        Case{"17 stycznia 2020", "2020-01-17"}, Case{"17 de março de 2020", "2020-03-17"},
        Case{"1er février 2020", "2020-02-01"}, Case{"17. März 2020, 14:08 Uhr", "2020-03-17"},
        Case{"17 августа 2020", "2020-08-17"}, Case{"2020\u5E741\u670817\u65E5", "2020-01-17"},
        Case{"/world/2020/jan/17/talks", "2020-01-17"}, Case{"2020-Jan-17", "2020-01-17"},
        Case{"2020. janu\u00E1r 17.", "2020-01-17"}, Case{"2020 m. sausio 17 d.", "2020-01-17"},
        Case{"January, 17 2020", "2020-01-17"}, Case{"17 gennaio 2020", "2020-01-17"},
        Case{"17 de enero del 2020", "2020-01-17"}, Case{"17. sije\u010Dnja 2020.", "2020-01-17"},
        Case{"17 \u0441\u0456\u0447\u043D\u044F 2020 \u0440.", "2020-01-17"},
        Case{"17 \u0399\u03B1\u03BD\u03BF\u03C5\u03B1\u03C1\u03AF\u03BF\u03C5 2020", "2020-01-17"},
        Case{"21 maj 2019 r.", "2019-05-21"}, Case{"5 Mart 2018", "2018-03-05"},
        Case{"January 17, 2020 5:10 pm", "2020-01-17"},  // a time without its zone says too little
        Case{"Posted: 12 March 2018, 14:08 UTC+3", "2018-03-12T14:08:00+03:00"}));

INSTANTIATE_TEST_SUITE_P(NoDates, PublicationDate,
                         testing::Values(Case{"", ""}, Case{"January 17", ""}, Case{"2020", ""},
                                         Case{"03/04/2020", ""}, Case{"29 February 2019", ""},
                                         Case{"January 32, 2020", ""},
                                         Case{"12345678901234567890", ""}, Case{"99999999", ""},
                                         Case{"1/2/3/4/5", ""}, Case{"May we meet at 5:10?", ""},
                                         Case{"17 Jan 20200", ""}));

TEST(FindPublicationDate, KnowsTheOrderOfTheSource) {
    const auto read = [](std::string_view text, DateStyle style) {
        const auto found = find_publication_date(text, style);
        return found ? found->iso : std::string();
    };
    EXPECT_EQ(read("3/5/2022 22:41", {DateOrder::DayFirst}), "2022-05-03");
    EXPECT_EQ(read("3/5/2022 22:41", {DateOrder::MonthFirst}), "2022-03-05");
    EXPECT_EQ(read("3/13/2022", {DateOrder::DayFirst}), "2022-03-13");
    EXPECT_EQ(read("23.09.22", {DateOrder::DayFirst, true}), "2022-09-23");
    EXPECT_EQ(read("23.09.22", {}), "");
    EXPECT_EQ(read("10.0.12.13", {DateOrder::DayFirst, true}), "");
}

TEST(FindPublicationDate, TellsWhereItStands) {
    const std::string_view text = "By Jane Doe | Friday, January 17, 2020 5:10am EST | 3 comments";
    const auto found = find_publication_date(text);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(slice(text, found->span), "January 17, 2020 5:10am EST");
}

TEST(NormaliseGivenDate, AlsoKnowsSecondsSince1970) {
    EXPECT_EQ(normalise_given_date("1579255800"), "2020-01-17T10:10:00+00:00");
    EXPECT_EQ(normalise_given_date("1579255800000"), "2020-01-17T10:10:00+00:00");
    EXPECT_EQ(normalise_given_date("2020-01-17"), "2020-01-17");
    EXPECT_EQ(normalise_given_date("last week"), "");
    EXPECT_EQ(normalise_given_date("-1579255800"), "");
    EXPECT_EQ(normalise_given_date(""), "");
}

TEST(MonthNames, AreFoldedAsTheWordsOfATextAre) {
    std::ifstream table(std::string(TIDINGS_TEST_DATA) + "/report/months.tsv");
    std::size_t languages = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with('#') || line.starts_with("language\t")) continue;
        ++languages;
        const std::vector<std::string_view> cells = split(line, '\t');
        ASSERT_EQ(cells.size(), 13U) << line;
        for (std::size_t month = 1; month <= 12; ++month) {
            for (const std::string_view name : split(cells[month], ' ')) {
                if (name == "-") continue;
                EXPECT_EQ(utf8::fold(name), name);
                EXPECT_EQ(month_number(name), static_cast<int>(month)) << name;
                EXPECT_LE(name.size(), 24U) << name;
            }
        }
    }
    EXPECT_GE(languages, 25U);
}

}  // namespace
}  // namespace tidings::report
