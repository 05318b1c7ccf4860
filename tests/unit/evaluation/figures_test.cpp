#include "evaluation/figures.hpp"

#include <gtest/gtest.h>

#include "evaluation/day_range.hpp"

namespace tidings::evaluation {
namespace {

TEST(Kappa, IsTheTextbookExample) {
    // 20 of both yes, 15 of both no, 5 and 10 apart: Cohen 1960, observed .7, chance .5.
    std::vector<std::string> a;
    std::vector<std::string> b;
    const auto add = [&](int n, const char* one, const char* other) {
        for (int i = 0; i < n; ++i) {
            a.emplace_back(one);
            b.emplace_back(other);
        }
    };
    add(20, "yes", "yes");
    add(5, "yes", "no");
    add(10, "no", "yes");
    add(15, "no", "no");
    EXPECT_NEAR(cohen_kappa(a, b), 0.4, 1e-12);
    // Krippendorff: 1 - (n - 1) * 30 / (100^2 - 55^2 - 45^2) with n = 100 values.
    EXPECT_NEAR(krippendorff_alpha(a, b), 1 - 99.0 * 30 / 4950, 1e-12);
}

TEST(Kappa, IsOneWhereBothAlwaysSayTheSame) {
    EXPECT_DOUBLE_EQ(cohen_kappa({"x", "x"}, {"x", "x"}), 1);
    EXPECT_DOUBLE_EQ(krippendorff_alpha({"x", "x"}, {"x", "x"}), 1);
}

TEST(MacroF1, TakesTheMeanOverGoldLabels) {
    EXPECT_DOUBLE_EQ(macro_f1({"a", "a", "b"}, {"a", "c", "b"}), (2.0 / 3 + 1) / 2);
}

TEST(DayRange, ReadsMonthsIntervalsAndOpenEnds) {
    const auto february = day_range(Json("2020-02"));
    ASSERT_TRUE(february);
    EXPECT_EQ(february->last - february->first, 28);
    const auto until = day_range(Json("../2020-02-01"));
    ASSERT_TRUE(until);
    EXPECT_EQ(until->last, february->first);
    EXPECT_FALSE(day_range(Json("2020-02-30")));
    EXPECT_FALSE(day_range(Json("soon")));
    EXPECT_FALSE(day_range(Json()));
}

TEST(DayRange, AcceptsACodedDateThatOverlapsAndIsNotMuchLonger) {
    const DayRange gold = *day_range(Json("2020-02-10"));
    EXPECT_TRUE(answers(gold, day_range(Json("2020-02"))));
    EXPECT_FALSE(answers(gold, day_range(Json("2020"))));
    EXPECT_FALSE(answers(gold, day_range(Json("2020-03"))));
    EXPECT_FALSE(answers(gold, std::nullopt));
}

}  // namespace
}  // namespace tidings::evaluation
