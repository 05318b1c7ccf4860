#include "language/mends/lost_conjunctions.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(LostConjunctions, TheNounBehindAfterIsTheSubjectOfTheVerb) {
    auto sample = test::sample_from_table(
        "Kenya Kenya PROPN NNP 2 nsubj\n"
        "left leave VERB VBD 0 ROOT\n"
        "a a DET DT 4 det\n"
        "day day NOUN NN 9 npadvmod\n"
        "after after ADP IN 4 prep\n"
        "courts court NOUN NNS 5 pobj\n"
        "in in ADP IN 6 prep\n"
        "Lima Lima PROPN NNP 7 pobj\n"
        "jailed jail VERB VBD 2 advcl\n"
        "miners miner NOUN NNS 9 dobj\n");
    restore_lost_conjunctions(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[5].dep, "nsubj");
    EXPECT_EQ(tokens[5].head, 8U);
    EXPECT_EQ(tokens[4].dep, "mark");
    EXPECT_EQ(tokens[4].head, 8U);
    EXPECT_EQ(tokens[3].head, 4U);
}

TEST(LostConjunctions, APhraseBeforeAnotherClauseIsLeft) {
    const char* const kTables[] = {
        // *identified as a victim is held*: the clause above stands behind.
        "She she PRON PRP 6 nsubj\n"
        "named name VERB VBN 1 acl\n"
        "as as ADP IN 2 prep\n"
        "victim victim NOUN NN 3 pobj\n"
        "is be VERB VBZ 6 advcl\n"
        "accused accuse VERB VBN 0 ROOT\n",
        // *left after dark, said the guards*: a comma parts them.
        "They they PRON PRP 2 nsubj\n"
        "left leave VERB VBD 0 ROOT\n"
        "after after ADP IN 2 prep\n"
        "dark dark NOUN NN 3 pobj\n"
        ", , PUNCT , 2 punct\n"
        "said say VERB VBD 2 advcl\n",
    };
    for (const char* const table : kTables) {
        auto sample = test::sample_from_table(table);
        restore_lost_conjunctions(sample.parse, test::mend_words());
        EXPECT_EQ(sample.parse.tokens[3].dep, "pobj") << table;
    }
}

}  // namespace
}  // namespace tidings
