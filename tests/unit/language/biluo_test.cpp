// Validity and effect of the name recogniser's moves.
#include "language/biluo.hpp"

#include <array>
#include <vector>

#include <gtest/gtest.h>

namespace tidings::language {
namespace {

constexpr std::int32_t kGpe = 1;
constexpr std::int32_t kOrg = 2;

class Biluo : public testing::Test {
  protected:
    void start(std::size_t count) {
        tokens_.assign(count, {});
        state_.reset(tokens_);
    }
    std::vector<DocToken> tokens_;
    BiluoState state_;
};

TEST_F(Biluo, OutsideANameItMayBeginOrStandAlone) {
    start(2);
    EXPECT_TRUE(state_.valid(NameMove::Begin, kGpe));
    EXPECT_TRUE(state_.valid(NameMove::Unit, kGpe));
    EXPECT_TRUE(state_.valid(NameMove::Out, kNoLabel));
    EXPECT_FALSE(state_.valid(NameMove::In, kGpe));
    EXPECT_FALSE(state_.valid(NameMove::Last, kGpe));
    EXPECT_FALSE(state_.valid(NameMove::Missing, kNoLabel));
}

TEST_F(Biluo, WithoutALabelThereIsNoName) {
    start(3);
    EXPECT_FALSE(state_.valid(NameMove::Begin, kNoLabel));
    EXPECT_FALSE(state_.valid(NameMove::Unit, kNoLabel));
}

TEST_F(Biluo, AnOpenNameGoesOnWithItsLabel) {
    start(4);
    state_.apply(NameMove::Begin, kGpe);
    EXPECT_TRUE(state_.valid(NameMove::In, kGpe));
    EXPECT_TRUE(state_.valid(NameMove::Last, kGpe));
    EXPECT_FALSE(state_.valid(NameMove::In, kOrg));
    EXPECT_FALSE(state_.valid(NameMove::Last, kOrg));
    EXPECT_FALSE(state_.valid(NameMove::Begin, kGpe));
    EXPECT_FALSE(state_.valid(NameMove::Unit, kGpe));
    EXPECT_FALSE(state_.valid(NameMove::Out, kNoLabel));
}

TEST_F(Biluo, AtTheLastTokenANameMustEnd) {
    start(2);
    state_.apply(NameMove::Begin, kOrg);
    EXPECT_FALSE(state_.valid(NameMove::In, kOrg));
    EXPECT_TRUE(state_.valid(NameMove::Last, kOrg));
    state_.apply(NameMove::Last, kOrg);
    EXPECT_TRUE(state_.is_final());
    ASSERT_EQ(state_.names().size(), 1U);
    EXPECT_EQ(state_.names()[0].first, 0);
    EXPECT_EQ(state_.names()[0].last, 2);
    EXPECT_EQ(state_.names()[0].label, kOrg);
}

TEST_F(Biluo, TheLastTokenCannotBegin) {
    start(1);
    EXPECT_FALSE(state_.valid(NameMove::Begin, kGpe));
    EXPECT_TRUE(state_.valid(NameMove::Unit, kGpe));
}

TEST_F(Biluo, NamesDoNotCrossSentences) {
    tokens_.assign(4, {});
    tokens_[2].sent_start = 1;
    state_.reset(tokens_);
    EXPECT_TRUE(state_.valid(NameMove::Begin, kGpe));
    state_.apply(NameMove::Begin, kGpe);
    EXPECT_FALSE(state_.valid(NameMove::In, kGpe)) << "the next token starts a sentence";
    EXPECT_TRUE(state_.valid(NameMove::Last, kGpe));
    state_.apply(NameMove::Last, kGpe);
    state_.reset(tokens_);
    state_.apply(NameMove::Out, kNoLabel);
    EXPECT_FALSE(state_.valid(NameMove::Begin, kGpe));
    EXPECT_TRUE(state_.valid(NameMove::Unit, kGpe));
}

TEST_F(Biluo, NamesDoNotStartWithWhiteSpaceButMayHoldIt) {
    tokens_.assign(4, {});
    tokens_[0].is_space = true;
    tokens_[2].is_space = true;
    state_.reset(tokens_);
    EXPECT_FALSE(state_.valid(NameMove::Begin, kGpe));
    EXPECT_FALSE(state_.valid(NameMove::Unit, kGpe));
    EXPECT_TRUE(state_.valid(NameMove::Out, kNoLabel));
    state_.apply(NameMove::Out, kNoLabel);
    state_.apply(NameMove::Begin, kGpe);
    EXPECT_TRUE(state_.valid(NameMove::In, kGpe));
    EXPECT_TRUE(state_.valid(NameMove::Last, kGpe));
}

TEST_F(Biluo, ContextOfThreeTokens) {
    start(5);
    std::array<std::int32_t, 3> around{};
    state_.context(around);
    EXPECT_EQ(around, (std::array<std::int32_t, 3>{0, -1, -1}));
    state_.apply(NameMove::Out, kNoLabel);
    state_.apply(NameMove::Begin, kGpe);
    state_.apply(NameMove::In, kGpe);
    state_.context(around);
    EXPECT_EQ(around, (std::array<std::int32_t, 3>{3, 1, 2}));
}

TEST_F(Biluo, ContextOfSixTokensHoldsTheFirstFiveOfAName) {
    start(9);
    state_.apply(NameMove::Begin, kGpe);
    for (int i = 0; i < 6; ++i) state_.apply(NameMove::In, kGpe);
    std::array<std::int32_t, 6> around{};
    state_.context(around);
    EXPECT_EQ(around, (std::array<std::int32_t, 6>{7, 0, 1, 2, 3, 4}));
}

TEST_F(Biluo, AForcedEndLeavesAnOpenName) {
    start(4);
    state_.apply(NameMove::Begin, kGpe);
    state_.force_final();
    EXPECT_TRUE(state_.is_final());
    EXPECT_EQ(state_.names()[0].last, -1);
}

}  // namespace
}  // namespace tidings::language
