// Sentence starts and pseudo-projective labels.
#include "language/dependency_tree.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tidings::language {
namespace {

struct Arc {
    std::uint32_t head;
    const char* label;
};

class DependencyTree : public testing::Test {
  protected:
    void build(const std::vector<Arc>& arcs) {
        tokens_.assign(arcs.size(), {});
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            tokens_[i].head = arcs[i].head;
            tokens_[i].dep = labels_.add(arcs[i].label);
        }
        set_sentence_starts(tokens_, scratch_);
    }
    std::string starts() const {
        std::string marks;
        for (const DocToken& token : tokens_) marks += token.sent_start == 1 ? '1' : '.';
        return marks;
    }
    std::vector<DocToken> tokens_;
    DependencyLabels labels_;
    DependencyTreeScratch scratch_;
};

TEST_F(DependencyTree, ASentenceStartsAtTheLeftEdgeOfItsRoot) {
    build({{1, "nsubj"}, {1, "ROOT"}, {1, "punct"}, {4, "nsubj"}, {4, "ROOT"}});
    EXPECT_EQ(starts(), "1..1.");
}

TEST_F(DependencyTree, EveryRootMakesASentence) {
    build({{0, "ROOT"}, {1, "ROOT"}, {1, "punct"}});
    EXPECT_EQ(starts(), "11.");
    EXPECT_EQ(tokens_[2].sent_start, -1);
}

TEST_F(DependencyTree, LabelsAreTakenApart) {
    const std::int32_t decorated = labels_.add("relcl||nsubj");
    EXPECT_TRUE(labels_.is_decorated(decorated));
    EXPECT_EQ(labels_.text(labels_.plain(decorated)), "relcl");
    EXPECT_EQ(labels_.text(labels_.head(decorated)), "nsubj");
    EXPECT_FALSE(labels_.is_decorated(labels_.add("nsubj")));
    EXPECT_EQ(labels_.add("relcl||nsubj"), decorated);
}

TEST_F(DependencyTree, ADecoratedTokenMovesToTheFirstTokenWithItsHeadsLabel) {
    // "a hearing is scheduled on the issue today": the prep belongs to the subject.
    build({{1, "det"},
           {3, "nsubjpass"},
           {3, "auxpass"},
           {3, "ROOT"},
           {3, "prep||nsubjpass"},
           {6, "det"},
           {4, "pobj"}});
    deprojectivize(tokens_, labels_, scratch_);
    EXPECT_EQ(tokens_[4].head, 1U);
    EXPECT_EQ(labels_.text(tokens_[4].dep), "prep");
    EXPECT_EQ(tokens_[6].head, 4U);
    EXPECT_EQ(starts(), "1......");
}

TEST_F(DependencyTree, WithoutSuchATokenTheHeadStays) {
    build({{1, "nsubj"}, {1, "ROOT"}, {1, "prep||dobj"}});
    deprojectivize(tokens_, labels_, scratch_);
    EXPECT_EQ(tokens_[2].head, 1U);
    EXPECT_EQ(labels_.text(tokens_[2].dep), "prep");
}

TEST_F(DependencyTree, TheSearchIsBreadthFirstAndPassesOverWhiteSpace) {
    build({{4, "x"}, {0, "dobj"}, {4, "dobj"}, {4, "dobj"}, {4, "ROOT"}, {4, "acl||dobj"}});
    tokens_[2].is_space = true;
    deprojectivize(tokens_, labels_, scratch_);
    EXPECT_EQ(tokens_[5].head, 3U) << "1 is deeper, 2 is white space";
}

TEST_F(DependencyTree, ATokenIsNotSearchedBelowItself) {
    build({{0, "ROOT"}, {0, "acl||dobj"}, {1, "dobj"}});
    deprojectivize(tokens_, labels_, scratch_);
    EXPECT_EQ(tokens_[1].head, 0U);
}

TEST_F(DependencyTree, CrossingHeadsAreFollowedToTheEdges) {
    build({{2, "nsubj"}, {3, "a"}, {2, "ROOT"}, {0, "b"}, {2, "c"}});
    EXPECT_EQ(starts(), "1....");
}

TEST_F(DependencyTree, NoTokens) {
    build({});
    deprojectivize(tokens_, labels_, scratch_);
    EXPECT_TRUE(tokens_.empty());
}

TEST_F(DependencyTree, OneEndlessSentenceTakesReasonableTime) {
    std::vector<Arc> arcs(8000, Arc{0, "conj||dobj"});
    arcs[0].label = "ROOT";
    build(arcs);
    deprojectivize(tokens_, labels_, scratch_);
    EXPECT_EQ(tokens_[7999].head, 0U);
}

}  // namespace
}  // namespace tidings::language
