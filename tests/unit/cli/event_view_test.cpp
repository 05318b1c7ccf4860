#include "cli/event_view.hpp"

#include <gtest/gtest.h>

#include "cli/console.hpp"
#include "export/sample_report.hpp"
#include "support/small_data.hpp"

namespace tidings::cli {
namespace {

TEST(EventView, TheTableHasALineAnEvent) {
    const std::string table = events_table(test::sample_report(), {120, false});
    EXPECT_TRUE(table.starts_with("r1 · Élysée, Paris\n")) << table;
    EXPECT_NE(table.find("SANCTION"), std::string::npos);
    EXPECT_NE(table.find("Chad [TCDGOV]"), std::string::npos);
    EXPECT_NE(table.find("expelled"), std::string::npos);
    EXPECT_EQ(table.find('\033'), std::string::npos);
    EXPECT_NE(events_table(test::sample_report(), {120, true}).find('\033'), std::string::npos);
}

TEST(EventView, NoLineIsWiderThanTheTerminal) {
    for (const unsigned width : {70U, 100U}) {
        const std::string table = events_table(test::sample_report(), {width, false});
        for (const std::string_view line : split(table, '\n')) {
            EXPECT_LE(utf8::count(line), width) << line;
        }
    }
}

TEST(EventView, NoEventsSaysSo) {
    CodedReport coded;
    coded.report.id = "empty";
    EXPECT_EQ(events_table(coded, {}), "empty\n  no events\n\n");
    const std::string text = explanation(coded, "", false, {});
    EXPECT_NE(text.find("no events"), std::string::npos);
}

TEST(EventView, ExplanationMarksTheSides) {
    const std::string text = explanation(test::sample_report(), "", false, {200, false});
    EXPECT_NE(text.find("[source: Chad]"), std::string::npos) << text;
    EXPECT_NE(text.find("[event: expelled]"), std::string::npos) << text;
    EXPECT_NE(text.find("[target: Ana \"Nené\" Díaz]"), std::string::npos) << text;
    EXPECT_NE(text.find("sanction:expel.verb:1"), std::string::npos);
    EXPECT_NE(text.find("the report has no date"), std::string::npos);
}

TEST(EventView, OneEventByTheBeginningOfItsId) {
    const CodedReport coded = test::sample_report();
    EXPECT_FALSE(explanation(coded, "e0123", false, {}).empty());
    EXPECT_TRUE(explanation(coded, "effff", false, {}).empty());
}

TEST(EventView, RejectionsOfCodedPredicatesOnlyWhereAskedFor) {
    CodedReport coded = test::sample_report();
    Trace accepted;
    accepted.span = coded.events[0].mentions[0].span;
    accepted.rule = "sanction:expel.verb:1";
    accepted.where = "data/events/sanction.events:12";
    accepted.accepted = true;
    Trace rejected = accepted;
    rejected.accepted = false;
    rejected.rule = "sanction:expel.verb:2";
    rejected.reason = "condition does not hold: object";
    coded.trace = {rejected, accepted};
    EXPECT_EQ(explanation(coded, "", false, {}).find("Rejected"), std::string::npos);
    const std::string all = explanation(coded, "", true, {});
    EXPECT_NE(all.find("Rejected"), std::string::npos);
    EXPECT_NE(all.find("condition does not hold"), std::string::npos);
    EXPECT_NE(all.find("data/events/sanction.events:12"), std::string::npos);
}

TEST(Console, EveryKindOfErrorHasItsStatus) {
    EXPECT_EQ(exit_for(ErrorKind::Usage), Exit::Usage);
    EXPECT_EQ(exit_for(ErrorKind::Config), Exit::Usage);
    EXPECT_EQ(exit_for(ErrorKind::Input), Exit::SomeInputsFailed);
    EXPECT_EQ(exit_for(ErrorKind::Store), Exit::OutputFailed);
    EXPECT_EQ(exit_for(ErrorKind::Internal), Exit::Usage);
}

}  // namespace
}  // namespace tidings::cli
