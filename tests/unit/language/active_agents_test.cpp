#include "language/mends/active_agents.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(ActiveAgents, ByBelongsToTheObjectOfAnActiveVerb) {
    auto sample = test::sample_from_table(
        "Kenya Kenya PROPN NNP 3 nsubj\n"
        "has have AUX VBZ 3 aux\n"
        "spurned spurn VERB VBN 0 ROOT\n"
        "a a DET DT 5 det\n"
        "plea plea NOUN NN 3 dobj\n"
        "by by ADP IN 3 agent\n"
        "Chad Chad PROPN NNP 6 pobj\n");
    restore_active_agents(sample.parse);
    EXPECT_EQ(sample.parse.tokens[5].head, 4U);
    EXPECT_EQ(sample.parse.tokens[5].dep, "prep");
}

TEST(ActiveAgents, APassiveKeepsIts) {
    auto sample = test::sample_from_table(
        "Kenya Kenya PROPN NNP 3 nsubjpass\n"
        "was be AUX VBD 3 auxpass\n"
        "given give VERB VBN 0 ROOT\n"
        "aid aid NOUN NN 3 dobj\n"
        "by by ADP IN 3 agent\n"
        "Chad Chad PROPN NNP 5 pobj\n");
    restore_active_agents(sample.parse);
    EXPECT_EQ(sample.parse.tokens[4].head, 2U);
    EXPECT_EQ(sample.parse.tokens[4].dep, "agent");
}

}  // namespace
}  // namespace tidings
