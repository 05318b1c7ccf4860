// The whole phrase of a side: counts before it, what says which behind it, and where it ends.

#include "coding/whole_phrase.hpp"

#include <gtest/gtest.h>

#include "coding_support.hpp"

namespace tidings::coding {
namespace {

/// The whole phrase of the mention from `first` to `head`, beside an event told by `anchor`.
std::string whole(std::string_view table, std::string_view first, std::string_view head,
                  std::string_view anchor) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    ActorMention mention;
    mention.head = test::token_of(sample, head);
    mention.span = {tree[test::token_of(sample, first)].span.start, tree[mention.head].span.end};
    EventMention told;
    told.span = tree[test::token_of(sample, anchor)].span;
    return std::string(slice(sample.report.text, whole_phrase(tree, mention, std::span(&told, 1))));
}

TEST(WholePhrase, CountsStandBeforeIt) {
    EXPECT_EQ(whole("Some some DET DT 2 det\nhundreds hundred NOUN NNS 5 nsubj\n"
                    "of of ADP IN 2 prep\nminers miner NOUN NNS 3 pobj\n"
                    "marched march VERB VBD 0 ROOT\n",
                    "miners", "miners", "marched"),
              "Some hundreds of miners");
    // *the release of miners*: an event, and no count
    EXPECT_EQ(whole("release release NOUN NN 0 ROOT\nof of ADP IN 1 prep\n"
                    "miners miner NOUN NNS 2 pobj\n",
                    "miners", "miners", "release"),
              "miners");
}

TEST(WholePhrase, PlacesAndOwnersFollowIt) {
    constexpr std::string_view kJury =
        "A a DET DT 2 det\njury jury NOUN NN 8 nsubj\nin in ADP IN 2 prep\n"
        "the the DET DT 5 det\ncapital capital NOUN NN 3 pobj\non on ADP IN 8 prep\n"
        "Monday Monday PROPN NNP 6 pobj\nconvicted convict VERB VBD 0 ROOT\n"
        "guards guard NOUN NNS 8 dobj\nfrom from ADP IN 9 prep\nLima Lima PROPN NNP 10 pobj\n"
        "in in ADP IN 9 prep\nMay May PROPN NNP 12 pobj\n";
    EXPECT_EQ(whole(kJury, "A", "jury", "convicted"), "A jury in the capital");
    EXPECT_EQ(whole(kJury, "guards", "guards", "convicted"), "guards from Lima");
}

TEST(WholePhrase, EndsAtCommasClausesAndTheEventItself) {
    constexpr std::string_view kMen =
        "two two NUM CD 2 nummod\nmen man NOUN NNS 0 ROOT\nliving live VERB VBG 2 acl\n"
        "in in ADP IN 3 prep\ncamps camp NOUN NNS 4 pobj\n, , PUNCT , 2 punct\n"
        "from from ADP IN 2 prep\nOslo Oslo PROPN NNP 7 pobj\nwho who PRON WP 10 nsubj\n"
        "fled flee VERB VBD 2 relcl\n";
    EXPECT_EQ(whole(kMen, "two", "men", "fled"), "two men living in camps");
    // *two men living*: where their living there is the event
    EXPECT_EQ(whole(kMen, "two", "men", "living"), "two men");
}

TEST(WholePhrase, NamesNeedNothing) {
    EXPECT_EQ(whole("Chad Chad PROPN NNP 4 nsubj\nin in ADP IN 1 prep\n"
                    "Africa Africa PROPN NNP 2 pobj\nagreed agree VERB VBD 0 ROOT\n",
                    "Chad", "Chad", "agreed"),
              "Chad");
}

}  // namespace
}  // namespace tidings::coding
