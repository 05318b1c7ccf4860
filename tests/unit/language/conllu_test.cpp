#include <string>

#include <gtest/gtest.h>

#include <tidings/language.hpp>

namespace tidings {
namespace {

Token token(Span span, TokenIndex head, bool space_after) {
    Token token;
    token.span = span;
    token.head = head;
    token.space_after = space_after;
    return token;
}

TEST(Conllu, WritesTenColumns) {
    const std::string text = "José left.\nBye\tnow";
    Parse parse;
    parse.tokens.push_back(token({0, 5}, 1, true));
    parse.tokens.push_back(token({6, 10}, 1, false));
    parse.tokens.push_back(token({10, 11}, 1, false));
    parse.tokens.push_back(token({12, 15}, 3, false));
    parse.tokens.push_back(token({15, 16}, 3, false));
    parse.tokens.push_back(token({16, 19}, 3, false));
    parse.tokens[0].pos = Pos::Propn;
    parse.tokens[0].tag = "NNP";
    parse.tokens[0].dep = "nsubj";
    parse.tokens[0].lemma = "José";
    parse.tokens[0].morph = "Number=Sing";
    parse.sentences = {{0, 3, {0, 11}, 0}, {3, 6, {12, 19}, 0}};
    parse.names = {{0, 1, {0, 5}, "PERSON"}, {3, 6, {12, 19}, "EVENT"}};
    EXPECT_EQ(to_conllu(parse, text, "a b"),
              "# sent_id = a b-1\n"
              "# text = José left.\n"
              "1\tJosé\tJosé\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tStart=0|End=4|Name=B-PERSON\n"
              "2\tleft\t_\t_\t_\t_\t0\t_\t_\tSpaceAfter=No|Start=5|End=9\n"
              "3\t.\t_\t_\t_\t_\t2\t_\t_\tSpaceAfter=No|Start=9|End=10\n"
              "\n"
              "# sent_id = a b-2\n"
              "# text = Bye\tnow\n"
              "1\tBye\t_\t_\t_\t_\t0\t_\t_\tSpaceAfter=No|Start=11|End=14|Name=B-EVENT\n"
              "2\t \t_\t_\t_\t_\t1\t_\t_\tSpaceAfter=No|Start=14|End=15|Name=I-EVENT\n"
              "3\tnow\t_\t_\t_\t_\t1\t_\t_\tSpaceAfter=No|Start=15|End=18|Name=I-EVENT\n"
              "\n");
}

TEST(Conllu, EveryRowHasTenColumnsWhateverTheToken) {
    const std::string text = "\n\t\r";
    Parse parse;
    parse.tokens.push_back(token({0, 3}, 99, false));  // a head outside the sentence
    parse.sentences = {{0, 1, {0, 3}, 0}};
    const std::string out = to_conllu(parse, text, "");
    EXPECT_EQ(out,
              "# sent_id = 1\n# text =  \t \n"
              "1\t   \t_\t_\t_\t_\t0\t_\t_\tSpaceAfter=No|Start=0|End=3\n\n");
    EXPECT_EQ(to_conllu(Parse(), "", "x"), "");
}

TEST(Conllu, NamesPartsOfSpeech) {
    EXPECT_EQ(to_string(Pos::None), "");
    EXPECT_EQ(to_string(Pos::Adj), "ADJ");
    EXPECT_EQ(to_string(Pos::Cconj), "CCONJ");
    EXPECT_EQ(to_string(Pos::X), "X");
    EXPECT_EQ(to_string(Pos::Space), "SPACE");
}

}  // namespace
}  // namespace tidings
