#include "report/dateline.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::report {
namespace {

std::string dateline(std::string_view text) {
    const auto end = find_dateline(text, whole(text), tokens_of(text), project_cues().tables());
    return end ? std::string(text.substr(0, *end)) : "none";
}

TEST(Dateline, KnowsItsUsualForms) {
    EXPECT_EQ(dateline("NAIROBI, Kenya (Some Agency) - Police fired on protesters."),
              "NAIROBI, Kenya (Some Agency) -");
    EXPECT_EQ(dateline("NAIROBI (Agency) — Police fired on protesters on Monday."),
              "NAIROBI (Agency) —");
    EXPECT_EQ(dateline("GENEVA, March 3 — The envoys met again."), "GENEVA, March 3 —");
    EXPECT_EQ(dateline("PARIS, Aug 31 (Agency) - The minister resigned."),
              "PARIS, Aug 31 (Agency) -");
    EXPECT_EQ(dateline("UNITED NATIONS — The council met on Monday."), "UNITED NATIONS —");
    EXPECT_EQ(dateline("PORT-AU-PRINCE, Haiti -- Gangs attacked a jail."),
              "PORT-AU-PRINCE, Haiti --");
    EXPECT_EQ(dateline("Mexico City (Agency) – The president left."), "Mexico City (Agency) –");
    EXPECT_EQ(dateline("Geneva, March 3 — The envoys met again."), "Geneva, March 3 —");
    EXPECT_EQ(dateline("WASHINGTON/MOSCOW (Agency) - The talks failed."),
              "WASHINGTON/MOSCOW (Agency) -");
    EXPECT_EQ(dateline("ST. LOUIS — Hundreds marched downtown."), "ST. LOUIS —");
    EXPECT_EQ(dateline("(Agency) - The talks failed on Monday."), "(Agency) -");
    EXPECT_EQ(dateline("Dec 29 (Agency) - The talks failed on Monday."), "Dec 29 (Agency) -");
}

TEST(Dateline, SeesWhereAnAgencyWasTakenOut) {
    EXPECT_EQ(dateline("( – The ministry welcomed the move."), "( –");
    EXPECT_EQ(dateline("(— The ministry welcomed the move."), "(—");
}

TEST(Dateline, LeavesSentencesAlone) {
    for (const std::string_view text :
         {"The town – the last in rebel hands – fell on Monday.",
          "NATO – the western alliance – said it would respond.",
          "Boris Johnson — the prime minister — resigned.",
          "Talks between the U.S.-led coalition and rebels failed - again.", "SMITH- He said so.",
          "11:00 am – The minister arrives.",
          "POLLS ARE NOT WRONG AT ALL, JUST TOO EARLY - The numbers say so.",
          "He left - she stayed.", "No dash here.", "- A point in a list", "",
          "(L-R) The ministers"}) {
        EXPECT_EQ(dateline(text), "none") << text;
    }
}

}  // namespace
}  // namespace tidings::report
