#include "pipeline/ordered_runner.hpp"

#include <atomic>
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

namespace tidings {
namespace {

TEST(OrderedRunner, KeepsTheOrderWithManyThreads) {
    std::vector<int> emitted;
    OrderedRunner<int, int> runner(
        8,
        [](unsigned, int&& input) {
            // Early jobs take longest, so that later ones overtake them.
            std::this_thread::sleep_for(std::chrono::microseconds((input * 37) % 11 * 50));
            return input * 2;
        },
        [&](int&& output) { emitted.push_back(output); });
    for (int i = 0; i < 500; ++i) runner.submit(int(i));
    runner.finish();
    ASSERT_EQ(emitted.size(), 500U);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(emitted[static_cast<std::size_t>(i)], 2 * i);
}

TEST(OrderedRunner, EmitsOnTheSubmittingThread) {
    const auto here = std::this_thread::get_id();
    int elsewhere = 0;
    std::atomic<int> worked_here{0};
    OrderedRunner<int, int> runner(
        3,
        [&](unsigned, int&& input) {
            worked_here += std::this_thread::get_id() == here ? 1 : 0;
            return input;
        },
        [&](int&&) { elsewhere += std::this_thread::get_id() == here ? 0 : 1; });
    for (int i = 0; i < 50; ++i) runner.submit(int(i));
    runner.finish();
    EXPECT_EQ(elsewhere, 0);
    EXPECT_EQ(worked_here, 0);
}

TEST(OrderedRunner, AtMostFourInputsAThreadAreInFlight) {
    std::atomic<int> worked{0};
    int submitted = 0;
    int emitted = 0;
    int most = 0;
    OrderedRunner<int, int> runner(
        2,
        [&](unsigned, int&& input) {
            ++worked;
            return input;
        },
        [&](int&&) { ++emitted; });
    for (int i = 0; i < 300; ++i) {
        ++submitted;
        runner.submit(int(i));
        most = std::max(most, submitted - emitted);
    }
    runner.finish();
    EXPECT_LE(most, 8);
    EXPECT_EQ(worked, 300);
    EXPECT_EQ(emitted, 300);
}

TEST(OrderedRunner, WorkersAreNumbered) {
    std::atomic<unsigned> highest{0};
    OrderedRunner<int, int> runner(
        4,
        [&](unsigned thread, int&& input) {
            unsigned seen = highest;
            while (thread > seen && !highest.compare_exchange_weak(seen, thread)) {
            }
            return input;
        },
        [](int&&) {});
    for (int i = 0; i < 100; ++i) runner.submit(int(i));
    runner.finish();
    EXPECT_LT(highest, 4U);
}

TEST(OrderedRunner, MovesWhatCannotBeCopied) {
    std::vector<int> emitted;
    OrderedRunner<std::unique_ptr<int>, std::unique_ptr<int>> runner(
        2, [](unsigned, std::unique_ptr<int>&& input) { return std::move(input); },
        [&](std::unique_ptr<int>&& output) { emitted.push_back(*output); });
    for (int i = 0; i < 20; ++i) runner.submit(std::make_unique<int>(i));
    runner.finish();
    ASSERT_EQ(emitted.size(), 20U);
    EXPECT_EQ(emitted.front(), 0);
    EXPECT_EQ(emitted.back(), 19);
}

TEST(OrderedRunner, FinishesTwiceAndWithoutWork) {
    int emitted = 0;
    {
        OrderedRunner<int, int> idle(
            3, [](unsigned, int&& input) { return input; }, [&](int&&) { ++emitted; });
        idle.finish();
        idle.finish();
    }
    EXPECT_EQ(emitted, 0);
}

TEST(OrderedRunner, TheDestructorEmitsWhatIsLeft) {
    int emitted = 0;
    {
        OrderedRunner<int, int> runner(
            3, [](unsigned, int&& input) { return input; }, [&](int&&) { ++emitted; });
        for (int i = 0; i < 10; ++i) runner.submit(int(i));
    }
    EXPECT_EQ(emitted, 10);
}

}  // namespace
}  // namespace tidings
