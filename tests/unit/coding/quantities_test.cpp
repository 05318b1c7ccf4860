// How many: exact, vague, bounded and ranged numbers; counts of events.

#include "coding/quantities.hpp"

#include <gtest/gtest.h>

#include "coding/lexicon.hpp"
#include "coding_support.hpp"

namespace tidings::coding {
namespace {

/// `LOW-HIGH: words`; an open end is left out, `none` if there is no number.
std::string quantity(std::string_view table, std::string_view noun) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const auto count = read_quantity(tree, test::small_events().data().quantity_words,
                                     test::token_of(sample, noun));
    if (!count) return "none";
    return std::to_string(count->low) + "-" + (count->high ? std::to_string(*count->high) : "") +
           ": " + std::string(slice(sample.report.text, count->span));
}

TEST(Quantities, NumbersAndWords) {
    EXPECT_EQ(quantity("1,200 1,200 NUM CD 2 nummod\nmen~ man NOUN NNS 0 ROOT\n", "men"),
              "1200-1200: 1,200");
    EXPECT_EQ(quantity("two two NUM CD 2 compound\nhundred hundred NUM CD 3 nummod\n"
                       "men~ man NOUN NNS 0 ROOT\n",
                       "men"),
              "200-200: two hundred");
    EXPECT_EQ(quantity("the the DET DT 2 det\nmen~ man NOUN NNS 0 ROOT\n", "men"), "none");
}

TEST(Quantities, Bounds) {
    EXPECT_EQ(quantity("At at ADV RB 2 advmod\nleast least ADV RBS 3 advmod\n"
                       "12 12 NUM CD 4 nummod\nmen~ man NOUN NNS 0 ROOT\n",
                       "men"),
              "12-: At least 12");
    EXPECT_EQ(quantity("more more ADJ JJR 3 amod\nthan than ADP IN 3 quantmod\n"
                       "30 30 NUM CD 4 nummod\nmen~ man NOUN NNS 0 ROOT\n",
                       "men"),
              "31-: more than 30");
    EXPECT_EQ(quantity("up up ADP IN 3 quantmod\nto to PART TO 3 quantmod\n"
                       "200 200 NUM CD 4 nummod\nmen~ man NOUN NNS 0 ROOT\n",
                       "men"),
              "1-200: up to 200");
    EXPECT_EQ(quantity("about about ADV RB 2 advmod\n500 500 NUM CD 3 nummod\n"
                       "men~ man NOUN NNS 0 ROOT\n",
                       "men"),
              "450-550: about 500");
}

TEST(Quantities, VagueWordsAndRanges) {
    EXPECT_EQ(quantity("dozens dozen NOUN NNS 0 ROOT\nof of ADP IN 1 prep\n"
                       "men~ man NOUN NNS 2 pobj\n",
                       "men"),
              "24-99: dozens");
    EXPECT_EQ(quantity("several several ADJ JJ 2 amod\nthousand thousand NUM CD 3 nummod\n"
                       "men~ man NOUN NNS 0 ROOT\n",
                       "men"),
              "3000-9000: several thousand");
    EXPECT_EQ(quantity("between between ADP IN 4 quantmod\n30 30 NUM CD 4 quantmod\n"
                       "and and CCONJ CC 4 cc\n40 40 NUM CD 5 nummod\n"
                       "men~ man NOUN NNS 0 ROOT\n",
                       "men"),
              "30-40: between 30 and 40");
    EXPECT_EQ(quantity("hundreds hundred NOUN NNS 0 ROOT\nof of ADP IN 1 prep\n"
                       "thousands thousand NOUN NNS 2 pobj\nof of ADP IN 3 prep\n"
                       "men~ man NOUN NNS 4 pobj\n",
                       "men"),
              "200000-999000: hundreds of thousands");
}

TEST(QuantityWords, MalformedRowsNameTheirPlace) {
    const test::TempFolder folder;
    QuantityWords words;
    EXPECT_FALSE(words.load(folder.path() + "/none.tsv").has_value());
    const auto kind =
        words.load(folder.write("k.tsv", "phrase\tkind\tlow\thigh\ntwo\tcount\t2\t2\n"));
    ASSERT_FALSE(kind.has_value());
    EXPECT_EQ(kind.error().line, 2U);
    const auto order =
        words.load(folder.write("o.tsv", "phrase\tkind\tlow\thigh\nfew\tvague\t6\t3\n"));
    ASSERT_FALSE(order.has_value());
    EXPECT_FALSE(words.load(folder.write("n.tsv", "phrase\tkind\tlow\thigh\nx\tnumber\ty\t2\n")));
}

}  // namespace
}  // namespace tidings::coding
