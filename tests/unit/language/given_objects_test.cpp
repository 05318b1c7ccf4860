#include "language/mends/given_objects.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

struct Sample {
    const char* table;
    TokenIndex recipient;
    TokenIndex given;
};

TEST(GivenObjects, TheFirstIsTheRecipientAndTheSecondTheObject) {
    const Sample kSamples[] = {
        // two objects
        {"Chad Chad PROPN NNP 2 nsubj\n"
         "handed hand VERB VBD 0 ROOT\n"
         "him he PRON PRP 2 dobj\n"
         "a a DET DT 5 det\n"
         "term term NOUN NN 2 dobj\n",
         2, 4},
        // *pledged Oman his support*, read as an apposition
        {"Chad Chad PROPN NNP 2 nsubj\n"
         "pledged pledge VERB VBD 0 ROOT\n"
         "Oman Oman PROPN NNP 2 dobj\n"
         "its its PRON PRP$ 5 poss\n"
         "support support NOUN NN 3 appos\n",
         2, 4},
        // *allowed Oman full access*, read as one phrase
        {"Chad Chad PROPN NNP 2 nsubj\n"
         "allowed allow VERB VBD 0 ROOT\n"
         "Oman Oman PROPN NNP 5 nmod\n"
         "full full ADJ JJ 5 amod\n"
         "access access NOUN NN 2 dobj\n",
         2, 4},
        // the same without a name: a noun that is given has no subject
        {"Chad Chad PROPN NNP 2 nsubj\n"
         "allowed allow VERB VBD 0 ROOT\n"
         "nurses nurse NOUN NNS 5 nsubj\n"
         "full full ADJ JJ 5 amod\n"
         "access access NOUN NN 2 dobj\n",
         2, 4},
    };
    for (const Sample& expected : kSamples) {
        auto sample = test::sample_from_table(expected.table);
        restore_given_objects(sample.parse, test::mend_words());
        const auto& tokens = sample.parse.tokens;
        EXPECT_EQ(tokens[expected.recipient].dep, "dative") << expected.table;
        EXPECT_EQ(tokens[expected.recipient].head, 1U) << expected.table;
        EXPECT_EQ(tokens[expected.given].dep, "dobj") << expected.table;
        EXPECT_EQ(tokens[expected.given].head, 1U) << expected.table;
    }
}

TEST(GivenObjects, ANameInAppositionIsLeft) {
    auto sample = test::sample_from_table(
        "Chad Chad PROPN NNP 2 nsubj\n"
        "sent send VERB VBD 0 ROOT\n"
        "envoy envoy NOUN NN 2 dobj\n"
        "Maro Maro PROPN NNP 3 appos\n");
    restore_given_objects(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[2].dep, "dobj");
    EXPECT_EQ(sample.parse.tokens[3].dep, "appos");
}

}  // namespace
}  // namespace tidings
