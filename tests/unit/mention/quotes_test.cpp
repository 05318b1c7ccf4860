#include "mention/quote/quotes.hpp"

#include <gtest/gtest.h>

#include "support/small_data.hpp"

namespace tidings::mention {
namespace {

/// Every quotation as `KIND SPEAKER CUE: words`.
std::vector<std::string> quotes_in(std::string_view table) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    std::vector<std::string> found;
    for (const QuoteReading& quote :
         find_quotes(sample.report, arguments, test::small_cues().data()).quotes) {
        const std::string kind = quote.kind == QuoteKind::Direct     ? "direct "
                                 : quote.kind == QuoteKind::Indirect ? "indirect "
                                                                     : "mixed ";
        found.push_back(std::string(quote.nested    ? "nested "
                                    : quote.resumes ? "resumed "
                                                    : "") +
                        kind + test::word_of(sample, quote.speaker) + " " +
                        test::word_of(sample, quote.cue) + ": " +
                        std::string(slice(sample.report.text, quote.span)));
    }
    return found;
}

using Quotes = std::vector<std::string>;

TEST(Quotes, DirectWithTheCueBehind) {
    EXPECT_EQ(quotes_in(R"(
"~ " PUNCT `` 14 punct
We we PRON PRP 5 nsubj
will will AUX MD 5 aux
not not PART RB 5 neg
accept accept VERB VB 14 ccomp
this this DET DT 7 det
decision~ decision NOUN NN 5 dobj
,~ , PUNCT , 14 punct
" " PUNCT '' 14 punct
Kenyan kenyan ADJ JJ 11 amod B-NORP
President President PROPN NNP 13 compound
Tom Tom PROPN NNP 13 compound B-PERSON
Maro Maro PROPN NNP 14 nsubj I-PERSON
said say VERB VBD 0 ROOT
on on ADP IN 14 prep
Monday~ Monday PROPN NNP 15 pobj B-DATE
.~ . PUNCT . 14 punct
)"),
              Quotes{"direct Maro said: We will not accept this decision,"});
}

TEST(Quotes, DirectWithCurlyMarks) {
    EXPECT_EQ(quotes_in(R"(
“~ " PUNCT `` 14 punct
We we PRON PRP 5 nsubj
will will AUX MD 5 aux
not not PART RB 5 neg
accept accept VERB VB 14 ccomp
this this DET DT 7 det
decision~ decision NOUN NN 5 dobj
,~ , PUNCT , 14 punct
” " PUNCT '' 14 punct
Kenyan kenyan ADJ JJ 11 amod B-NORP
President President PROPN NNP 13 compound
Tom Tom PROPN NNP 13 compound B-PERSON
Maro Maro PROPN NNP 14 nsubj I-PERSON
said say VERB VBD 0 ROOT
on on ADP IN 14 prep
Monday~ Monday PROPN NNP 15 pobj B-DATE
.~ . PUNCT . 14 punct
)"),
              Quotes{"direct Maro said: We will not accept this decision,"});
}

TEST(Quotes, DirectWithTheCueBefore) {
    EXPECT_EQ(quotes_in(R"(
President President PROPN NNP 3 compound
Tom Tom PROPN NNP 3 compound B-PERSON
Maro Maro PROPN NNP 4 nsubj I-PERSON
said~ say VERB VBD 0 ROOT
: : PUNCT : 4 punct
"~ " PUNCT `` 4 punct
The the DET DT 8 det
army army NOUN NN 10 nsubj
must must AUX MD 10 aux
leave leave VERB VB 4 ccomp
Sudan Sudan PROPN NNP 10 dobj B-GPE
now~ now ADV RB 10 advmod
.~ . PUNCT . 4 punct
"~ " PUNCT '' 4 punct
)"),
              Quotes{"direct Maro said: The army must leave Sudan now."});
}

TEST(Quotes, UnclosedEndsWithItsSection) {
    EXPECT_EQ(quotes_in(R"(
== body
Maro Maro PROPN NNP 2 nsubj B-ORG
said~ say VERB VBD 0 ROOT
: : PUNCT : 2 punct
"~ " PUNCT `` 2 punct
We we PRON PRP 7 nsubj
will will AUX MD 7 aux
leave leave VERB VB 2 ccomp
the the DET DT 9 det
country country NOUN NN 7 dobj
soon~ soon ADV RB 7 advmod
.~ . PUNCT . 2 punct
== body
The the DET DT 2 det
border border NOUN NN 4 nsubjpass
was be AUX VBD 4 auxpass
closed~ close VERB VBN 0 ROOT
.~ . PUNCT . 4 punct
)"),
              Quotes{"direct Maro said: We will leave the country soon."});
}

TEST(Quotes, ScareQuotesAreLeftOut) {
    EXPECT_TRUE(quotes_in(R"(
The the DET DT 8 det
so~ so ADV RB 4 advmod
-~ - PUNCT HYPH 4 punct
called call VERB VBN 8 amod
"~ " PUNCT `` 8 punct
safe safe ADJ JJ 8 amod
zone zone NOUN NN 8 compound
plan~ plan NOUN NN 10 nsubj
" " PUNCT '' 8 punct
pleased please VERB VBD 0 ROOT
Kenya~ Kenya PROPN NNP 10 dobj B-GPE
.~ . PUNCT . 10 punct
)")
                    .empty());
    EXPECT_TRUE(quotes_in(R"(
The the DET DT 2 det
film film NOUN NN 6 nsubj
"~ " PUNCT `` 4 punct
Chad~ Chad PROPN NNP 6 nsubj B-WORK_OF_ART
" " PUNCT '' 6 punct
pleased pleased ADJ JJ 0 ROOT
Kenya~ Kenya PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 6 punct
)")
                    .empty());
}

TEST(Quotes, TheSpeakerOfTheSentenceBeforeGoesOn) {
    EXPECT_EQ(quotes_in(R"(
"~ " PUNCT `` 11 punct
We we PRON PRP 5 nsubj
will will AUX MD 5 aux
never never ADV RB 5 neg
accept accept VERB VB 11 ccomp
this~ this PRON DT 5 dobj
,~ , PUNCT , 11 punct
" " PUNCT '' 11 punct
Tom Tom PROPN NNP 10 compound B-PERSON
Maro Maro PROPN NNP 11 nsubj I-PERSON
said~ say VERB VBD 0 ROOT
. . PUNCT . 11 punct

"~ " PUNCT `` 5 punct
The the DET DT 3 det
army army NOUN NN 5 nsubj
must must AUX MD 5 aux
leave leave VERB VB 0 ROOT
Sudan Sudan PROPN NNP 5 dobj B-GPE
now~ now ADV RB 5 advmod
.~ . PUNCT . 5 punct
"~ " PUNCT '' 5 punct
)"),
              (Quotes{"direct Maro said: We will never accept this,",
                      "resumed direct Maro -: The army must leave Sudan now."}));
}

TEST(Quotes, ResumedBehindItsCue) {
    EXPECT_EQ(
        quotes_in(R"(
''~ '' PUNCT `` 8 punct
We we PRON PRP 4 nsubj
will will AUX MD 4 aux
stay~ stay VERB VB 8 ccomp
,~ , PUNCT , 8 punct
''~ '' PUNCT '' 8 punct
Maro Maro PROPN NNP 8 nsubj B-PERSON
said~ say VERB VBD 0 ROOT
. . PUNCT . 8 punct

''~ '' PUNCT `` 4 punct
Our our PRON PRP$ 3 poss
army army NOUN NN 4 nsubj
fights~ fight VERB VBZ 0 ROOT
.~ . PUNCT . 4 punct
''~ '' PUNCT '' 4 punct
)"),
        (Quotes{"direct Maro said: We will stay,", "resumed direct Maro -: Our army fights."}));
}

TEST(Quotes, AStraightMarkDoesNotGoOnWithACurlyOne) {
    EXPECT_EQ(quotes_in(R"(
"~ " PUNCT `` 3 punct
Kevin Kevin PROPN NNP 3 nsubj B-PERSON
slept~ sleep VERB VBD 0 ROOT
.~ . PUNCT . 3 punct
== body
“~ " PUNCT `` 7 punct
We we PRON PRP 4 nsubj
will will AUX MD 4 aux
stay~ stay VERB VB 7 ccomp
,~ , PUNCT , 7 punct
” " PUNCT '' 7 punct
said~ say VERB VBD 0 ROOT
Maro Maro PROPN NNP 7 nsubj B-PERSON
.~ . PUNCT . 7 punct
)"),
              Quotes{"direct Maro said: We will stay,"});
}

TEST(Quotes, Indirect) {
    EXPECT_EQ(quotes_in(R"(
Ana Ana PROPN NNP 2 compound
Hoxha Hoxha PROPN NNP 3 nsubj B-PERSON
said say VERB VBD 0 ROOT
the the DET DT 5 det
border border NOUN NN 7 nsubj
would would AUX MD 7 aux
remain remain VERB VB 3 ccomp
closed~ closed ADJ JJ 7 acomp
.~ . PUNCT . 3 punct
)"),
              Quotes{"indirect Hoxha said: the border would remain closed"});
    EXPECT_EQ(quotes_in(R"(
Ana Ana PROPN NNP 2 compound
Hoxha Hoxha PROPN NNP 3 nsubj B-PERSON
claimed claim VERB VBD 0 ROOT
that that SCONJ IN 6 mark
Sudan Sudan PROPN NNP 6 nsubj B-GPE
attacked attack VERB VBD 3 ccomp
Kenya~ Kenya PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 3 punct
)"),
              Quotes{"indirect Hoxha claimed: Sudan attacked Kenya"});
}

TEST(Quotes, OtherVerbsSayNothing) {
    EXPECT_TRUE(quotes_in(R"(
Ana Ana PROPN NNP 2 compound B-PERSON
Hoxha Hoxha PROPN NNP 3 nsubj I-PERSON
saw see VERB VBD 0 ROOT
that that SCONJ IN 6 mark
Sudan Sudan PROPN NNP 6 nsubj B-GPE
attacked attack VERB VBD 3 ccomp
Kenya~ Kenya PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 3 punct
)")
                    .empty());
}

TEST(Quotes, AsideInsideItsClause) {
    EXPECT_EQ(quotes_in(R"(
The the DET DT 2 det
vote~ vote NOUN NN 8 nsubj
, , PUNCT , 5 punct
officials official NOUN NNS 5 nsubj
say~ say VERB VBP 8 parataxis
, , PUNCT , 5 punct
is be AUX VBZ 8 aux
late~ late VERB VBN 0 ROOT
. . PUNCT . 8 punct
)"),
              Quotes{"indirect officials say: The vote, officials say, is late"});
}

TEST(Quotes, AccordingToASource) {
    EXPECT_EQ(quotes_in(R"(
According accord VERB VBG 9 prep
to to ADP IN 1 prep
the the DET DT 4 det
army~ army NOUN NN 2 pobj
, , PUNCT , 9 punct
two two NUM CD 7 nummod
pilots pilot NOUN NNS 9 nsubj
are be AUX VBP 9 aux
missing~ miss VERB VBG 0 ROOT
. . PUNCT . 9 punct
)"),
              Quotes{"indirect army According: two pilots are missing"});
}

TEST(Quotes, SaidToHave) {
    EXPECT_EQ(quotes_in(R"(
The the DET DT 2 det
general general NOUN NN 4 nsubjpass
is be AUX VBZ 4 auxpass
said say VERB VBN 0 ROOT
to to PART TO 7 aux
have have AUX VB 7 aux
fled~ flee VERB VBN 4 xcomp
. . PUNCT . 4 punct
)"),
              Quotes{"indirect - said: The general is said to have fled"});
}

TEST(Quotes, NounWithItsVoice) {
    EXPECT_EQ(quotes_in(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
issued issue VERB VBD 0 ROOT
a a DET DT 4 det
statement statement NOUN NN 2 dobj
that that SCONJ IN 8 mark
the the DET DT 7 det
talks talk NOUN NNS 8 nsubj
failed~ fail VERB VBD 4 acl
. . PUNCT . 2 punct
)"),
              Quotes{"indirect Kenya statement: the talks failed"});
}

/// Told by one speaker, claimed by another.
TEST(Quotes, AClaimInsideWhatAnotherSaysIsNested) {
    EXPECT_EQ(quotes_in(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
said say VERB VBD 0 ROOT
Chad Chad PROPN NNP 4 nsubj B-GPE
issued issue VERB VBD 2 ccomp
a a DET DT 6 det
claim claim NOUN NN 4 dobj
that that SCONJ IN 10 mark
all all DET DT 9 det
talks talk NOUN NNS 10 nsubj
failed fail VERB VBD 6 acl
miserably~ miserably ADV RB 10 advmod
. . PUNCT . 2 punct
)"),
              (Quotes{"indirect Kenya said: Chad issued a claim that all talks failed miserably",
                      "nested indirect Chad claim: all talks failed miserably"}));
}

TEST(Quotes, ClauseWithSomeWordsInMarksIsMixed) {
    EXPECT_EQ(quotes_in(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
said say VERB VBD 0 ROOT
the the DET DT 4 det
talks talk NOUN NNS 6 nsubj
had have AUX VBD 6 aux
been be AUX VBN 2 ccomp
“~ " PUNCT `` 6 punct
a a DET DT 10 det
bitter bitter ADJ JJ 10 amod
failure~ failure NOUN NN 6 attr
” " PUNCT '' 6 punct
. . PUNCT . 2 punct
)"),
              Quotes{"mixed Kenya said: the talks had been “a bitter failure"});
}

TEST(Quotes, MarksAloneAreNeverTooMuch) {
    for (const char* mark : {"\"", "“", "”", "'", "‘", "’", "«", "»", "„", "``", "''"}) {
        std::string table;
        for (int i = 0; i < 3000; ++i) table += std::string(mark) + "~ \" PUNCT `` 0 ROOT\n";
        EXPECT_TRUE(quotes_in(table).empty()) << mark;
    }
    // Unbalanced marks of all kinds among words, every token a root or the child of the first.
    std::string table = "said say VERB VBD 0 ROOT\n";
    const std::vector<std::string> words{"“ \"", "” \"", "said say", "‘ '", "« \"", "that that",
                                         "» \"", "’ '",  "\" \"",    "’ '", "„ \"", "it it"};
    for (std::size_t i = 0; i < 6000; ++i) {
        const bool mark = i % words.size() != 2 && i % words.size() != 5 && i % words.size() != 11;
        table +=
            words[(i * 7) % words.size()] + (mark ? " PUNCT `` 1 punct\n" : " VERB VBD 1 ccomp\n");
    }
    const auto found = quotes_in(table);
    EXPECT_LT(found.size(), 6000U);
}

TEST(Quotes, NoneInNothing) {
    EXPECT_TRUE(quotes_in("").empty());
    EXPECT_TRUE(quotes_in("\"~ \" PUNCT `` 0 ROOT\n").empty());
}

}  // namespace
}  // namespace tidings::mention
