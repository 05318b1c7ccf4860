// Validity and effect of the parser's moves.
#include "language/arc_eager.hpp"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tidings::language {
namespace {

std::vector<DocToken> tokens(std::size_t count) {
    std::vector<DocToken> made(count);
    if (count > 0) made[0].sent_start = 1;
    return made;
}

// The valid moves as letters, in the order shift, reduce, left, right, break.
std::string valid(const ArcEagerState& state) {
    const auto moves = state.valid();
    std::string letters;
    for (std::size_t i = 0; i < kArcMoves; ++i) {
        if (moves[i]) letters += "SDLRB"[i];
    }
    return letters;
}

class ArcEager : public testing::Test {
  protected:
    void start(std::size_t count) {
        tokens_ = tokens(count);
        state_.reset(tokens_);
    }
    void run(const std::string& moves) {
        for (const char move : moves) {
            const std::size_t number = std::string("SDLRB").find(move);
            ASSERT_TRUE(state_.valid()[number]) << move;
            state_.apply(static_cast<ArcMove>(number), 7);
        }
    }
    std::vector<DocToken> tokens_;
    ArcEagerState state_;
};

TEST_F(ArcEager, OnAnEmptyStackOnlyShiftAndBreakAreValid) {
    start(3);
    EXPECT_EQ(valid(state_), "SB");
}

TEST_F(ArcEager, OneWordIsShiftedAndReduced) {
    start(1);
    EXPECT_EQ(valid(state_), "S");
    run("S");
    EXPECT_EQ(valid(state_), "D");
    run("D");
    EXPECT_TRUE(state_.is_final());
    EXPECT_EQ(state_.head(0), -1);
}

TEST_F(ArcEager, NoTextIsFinalAtOnce) {
    start(0);
    EXPECT_TRUE(state_.is_final());
}

TEST_F(ArcEager, TheLastWordMayNotBeShiftedOntoAFullStack) {
    start(2);
    run("S");
    EXPECT_EQ(valid(state_), "DLR");
}

TEST_F(ArcEager, ArcsPointTheRightWay) {
    start(3);
    run("SLSR");  // 0 <- 1 -> 2
    EXPECT_EQ(state_.head(0), 1);
    EXPECT_EQ(state_.head(2), 1);
    EXPECT_EQ(state_.label(2), 7);
    EXPECT_EQ(state_.left_child(1, 1), 0);
    EXPECT_EQ(state_.right_child(1, 1), 2);
    EXPECT_EQ(state_.right_child(1, 2), -1);
}

TEST_F(ArcEager, AfterABreakNothingCrossesIt) {
    start(4);
    run("SB");  // word 2 starts a sentence
    EXPECT_EQ(valid(state_), "SDLR") << "the next word is still in the old sentence";
    run("R");
    EXPECT_EQ(valid(state_), "DB") << "the next word starts a sentence";
    run("DD");
    EXPECT_EQ(valid(state_), "SB");
}

TEST_F(ArcEager, ABreakNeedsTwoWordsThatFollowEachOther) {
    start(4);
    run("SSSD");  // word 2 went back to the buffer, so 2 and 3 stand there again
    EXPECT_EQ(state_.buffer(0), 2);
    EXPECT_EQ(valid(state_), "DLRB");
    run("D");  // now 1, 2, 3
    EXPECT_EQ(state_.buffer(0), 1);
    EXPECT_EQ(state_.buffer(1), 2);
    EXPECT_EQ(state_.buffer(2), 3);
    run("B");
    EXPECT_EQ(valid(state_), "DLR");
}

TEST_F(ArcEager, AWordPutBackMayNotBeShiftedAgainUntilTheStackShrinks) {
    start(4);
    run("SSD");
    EXPECT_EQ(state_.buffer(0), 1);
    EXPECT_EQ(valid(state_), "DLRB");
    run("L");  // 0 <- 1 takes the mark away
    EXPECT_EQ(valid(state_), "SB");
}

TEST_F(ArcEager, ALeftArcReplacesTheHeadOfAnAttachedWord) {
    start(3);
    run("SR");  // 0 -> 1
    EXPECT_EQ(state_.right_child(0, 1), 1);
    run("L");  // 1 <- 2 instead
    EXPECT_EQ(state_.head(1), 2);
    EXPECT_EQ(state_.right_child(0, 1), -1);
    EXPECT_EQ(state_.left_child(2, 1), 1);
}

TEST_F(ArcEager, SentenceStartsOfEarlierComponentsAreKept) {
    tokens_ = tokens(4);
    tokens_[1].sent_start = -1;
    tokens_[2].sent_start = 1;
    tokens_[3].sent_start = -1;
    state_.reset(tokens_);
    EXPECT_EQ(valid(state_), "S") << "word 1 may not start a sentence";
    run("S");
    EXPECT_EQ(valid(state_), "SLR") << "the only word on the stack must stay";
    run("R");
    EXPECT_EQ(valid(state_), "D");
}

TEST_F(ArcEager, EveryRunEnds) {
    // Of the valid moves the one that a simple generator points at.
    for (unsigned seed = 1; seed <= 200; ++seed) {
        start(30);
        unsigned number = seed;
        std::size_t steps = 0;
        while (!state_.is_final() && steps < 1000) {
            const std::string moves = valid(state_);
            ASSERT_FALSE(moves.empty());
            number = number * 1664525U + 1013904223U;
            run(std::string(1, moves[(number >> 16U) % moves.size()]));
            ++steps;
        }
        ASSERT_TRUE(state_.is_final()) << "seed " << seed;
        for (std::int32_t i = 0; i < 30; ++i) EXPECT_NE(state_.head(i), i);
    }
}

TEST_F(ArcEager, ContextOfEightAndOfThirteenTokens) {
    start(6);
    run("SLSSR");  // 0 <- 1, stack 1 2 3 with 2 -> 3
    std::array<std::int32_t, 8> eight{};
    state_.context(eight);
    EXPECT_EQ(eight, (std::array<std::int32_t, 8>{4, 5, 3, 2, 1, -1, -1, -1}));
    std::array<std::int32_t, 13> thirteen{};
    state_.context(thirteen);
    EXPECT_EQ(thirteen,
              (std::array<std::int32_t, 13>{4, 5, 3, 2, 1, -1, -1, -1, -1, -1, -1, 3, -1}));
}

TEST_F(ArcEager, ForcedEnd) {
    start(5);
    run("SS");
    state_.force_final();
    EXPECT_TRUE(state_.is_final());
}

}  // namespace
}  // namespace tidings::language
